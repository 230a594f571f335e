-- name: person
select id, name, events, first_seen, last_seen from people where id = :id
-- name: person.names
select name, count from names where person = :id order by count desc, name
-- name: person.identifiers
select scheme, value from identifiers where person = :id order by scheme
-- name: person.appearances
select e.id as event, e.title, e.kind, e.city, coalesce(a.date, e.start) as day, s.title as session,
       a.role, a.function, a.organisation, coalesce(o.name, a.organisation_printed) as organisation_name,
       a.organisation_printed, a.person_printed, a.document, a.confidence
from appearances a
join events e on e.id = a.event
left join sessions s on s.id = a.session
left join organisations o on o.id = a.organisation
where a.person = :id
order by day is null, day, e.id, s.position
limit 2000
-- name: person.shared
select p.id, p.name, count(distinct b.event) as count, min(e.start) as first_seen, max(e.start) as last_seen
from (select distinct event from appearances where person = :id) a
join appearances b on b.event = a.event and b.person <> :id
join people p on p.id = b.person
join events e on e.id = a.event
group by b.person
order by count desc, p.name
limit 40
