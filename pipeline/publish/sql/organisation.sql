-- name: organisation
select id, name, acronym, events, people, first_seen, last_seen from organisations where id = :id
-- name: organisation.names
select name, count from names where organisation = :id order by count desc, name
-- name: organisation.identifiers
select scheme, value from identifiers where organisation = :id order by scheme
-- name: organisation.people
select a.person, p.name, a.function, min(coalesce(a.date, e.start)) as first_seen, max(coalesce(a.date, e.start)) as last_seen,
       count(distinct a.event) as events
from appearances a
join people p on p.id = a.person
join events e on e.id = a.event
where a.organisation = :id
group by a.person, a.function
order by first_seen is null, first_seen, p.sort
limit 400
-- name: organisation.events
select e.id, e.title, e.kind, e.start, e.end, e.city, b.role
from event_organisations b join events e on e.id = b.event
where b.organisation = :id
order by e.start is null, e.start desc, e.id
limit :limit offset :offset
-- name: organisation.allies
select o.id, o.name, count(distinct b.event) as count, min(b.year) as first_seen, max(b.year) as last_seen
from (select event from event_organisations where organisation = :id limit 2000) a
join event_organisations b on b.event = a.event and b.organisation <> :id
join organisations o on o.id = b.organisation
group by b.organisation
order by count desc, o.name
limit 30
