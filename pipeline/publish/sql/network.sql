-- name: network.nodes
select kind, coalesce(person, organisation) as ref, name, events, x, y from network_nodes order by id
-- name: network.ties
select source - 1 as source, target - 1 as target, kind, years from network_ties order by id
-- name: network.strongest
select t.kind, t.events, t.first_year, t.last_year,
       s.kind as source_kind, coalesce(s.person, s.organisation) as source_ref, s.name as source_name,
       d.kind as target_kind, coalesce(d.person, d.organisation) as target_ref, d.name as target_name
from network_ties t join network_nodes s on s.id = t.source join network_nodes d on d.id = t.target
where t.events >= :least
order by t.id
limit :most
-- name: network.size
select (select count(*) from network_nodes) as nodes, count(*) as ties, max(events) as heaviest,
       min(first_year) as first_year, max(last_year) as last_year
from network_ties where events >= :least
-- name: network.presences
with chosen as materialized (
    select id, year from events
    where (:since is null or year >= :since) and (:until is null or year <= :until)
      and (:place is null or place = :place) and (:kind is null or kind = :kind)
      and (:organisation is null or id in (
          select event from event_organisations where organisation = :organisation
          union select event from appearances where organisation = :organisation))
)
select a.event, a.person, a.organisation, a.role, c.year
from chosen c join appearances a on a.event = c.id
where :role is null or a.role = :role
union all
select o.event, null, o.organisation, o.role, c.year
from chosen c join event_organisations o on o.event = c.id
where :role is null or o.role = :role
-- name: network.around_person
with chosen as materialized (
    select id, year from (select distinct event from appearances where person = :node) n cross join events on id = n.event
    where (:since is null or year >= :since) and (:until is null or year <= :until)
      and (:place is null or place = :place) and (:kind is null or kind = :kind)
      and (:organisation is null or id in (
          select event from event_organisations where organisation = :organisation
          union select event from appearances where organisation = :organisation))
)
select a.event, a.person, a.organisation, a.role, c.year
from chosen c join appearances a on a.event = c.id
where :role is null or a.role = :role
union all
select o.event, null, o.organisation, o.role, c.year
from chosen c join event_organisations o on o.event = c.id
where :role is null or o.role = :role
-- name: network.around_organisation
with chosen as materialized (
    select id, year from (
        select event from event_organisations where organisation = :node
        union select event from appearances where organisation = :node) n cross join events on id = n.event
    where (:since is null or year >= :since) and (:until is null or year <= :until)
      and (:place is null or place = :place) and (:kind is null or kind = :kind)
      and (:organisation is null or id in (
          select event from event_organisations where organisation = :organisation
          union select event from appearances where organisation = :organisation))
)
select a.event, a.person, a.organisation, a.role, c.year
from chosen c join appearances a on a.event = c.id
where :role is null or a.role = :role
union all
select o.event, null, o.organisation, o.role, c.year
from chosen c join event_organisations o on o.event = c.id
where :role is null or o.role = :role
-- name: network.names
select 'person' as kind, p.id, p.name from json_each(:people) j join people p on p.id = j.value
union all
select 'organisation', o.id, o.name from json_each(:bodies) j join organisations o on o.id = j.value
