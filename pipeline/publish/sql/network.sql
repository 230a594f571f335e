-- name: network.nodes
select kind, key, events, x, y from network_nodes order by id
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
-- name: network.gatherings
select event, year, present from gatherings
where (:since is null or year >= :since) and (:until is null or year <= :until)
  and (:place is null or place = :place) and (:kind is null or kind = :kind)
  and (:organisation is null or event in (select event from presences where organisation = :organisation))
  and (:node is null or event in (
      select event from presences where person = :node union select event from presences where organisation = :node))
-- name: network.names
select k.id as key, k.kind, k.ref, coalesce(p.name, o.name) as name
from json_each(:keys) j
join keys k on k.id = j.value
left join people p on k.kind = 'person' and p.id = k.ref
left join organisations o on k.kind = 'organisation' and o.id = k.ref
