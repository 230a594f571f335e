-- name: organisation
select id, name, acronym, events, people, first_seen, last_seen from organisations where id = :id
-- name: organisation.names
select name, count from names where organisation = :id order by count desc, name
-- name: organisation.identifiers
select scheme, value from identifiers where organisation = :id order by scheme
-- name: organisation.people
select c.person, p.name, c.function, c.first_seen, c.last_seen, c.events
from careers c join people p on p.id = c.person
where c.organisation = :id
order by c.first_seen desc, c.id desc
limit :limit offset :offset
-- name: organisation.events
select e.id, e.title, e.kind, e.start, e.end, e.city, b.role
from event_organisations b join events e on e.id = b.event
where b.organisation = :id
order by b.year desc, b.event desc
limit :limit offset :offset
-- name: organisation.allies
select o.id, o.name, s.count, s.first_seen, s.last_seen
from (
    select b.organisation, count(distinct b.event) as count, cast(min(mine.year) as text) as first_seen,
           cast(max(mine.year) as text) as last_seen
    from (select distinct event, year from presences where organisation = :key and +person is null) mine
    cross join presences b on b.event = mine.event
    where b.person is null and b.organisation <> :key
    group by b.organisation
    order by count desc, b.organisation
    limit 30
) s
join keys k on k.id = s.organisation
join organisations o on o.id = k.ref
order by s.count desc, o.name
