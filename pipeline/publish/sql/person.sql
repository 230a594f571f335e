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
select p.id, p.name, s.count, s.first_seen, s.last_seen
from (
    select b.person, count(distinct b.event) as count, min(a.start) as first_seen, max(a.start) as last_seen
    from (select distinct x.event, e.start from appearances x join events e on e.id = x.event where x.person = :id) a
    join appearances b on b.event = a.event
    where b.person <> :id
    group by b.person
    order by count desc, b.person
    limit 40
) s
join people p on p.id = s.person
order by s.count desc, p.name
