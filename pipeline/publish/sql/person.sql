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
join (
    select event, min(date) as day from appearances where person = :id
    group by event order by day is null, day, event limit :limit offset :offset
) turn on turn.event = a.event
where a.person = :id
order by turn.day is null, turn.day, e.id, day, s.position
-- name: person.years
select substr(day, 1, 4) as year, count(*) as events
from (select min(date) as day from appearances where person = :id group by event) where day is not null
group by 1 order by 1
-- name: person.career
select c.function, c.organisation, coalesce(o.name, c.organisation_printed) as organisation_name, c.organisation_printed,
       c.years
from careers c left join organisations o on o.id = c.organisation
where c.person = :id and c.first_seen is not null
order by c.id
limit :limit offset :offset
-- name: person.shared
select p.id, p.name, s.count, s.first_seen, s.last_seen
from (
    select b.person, count(distinct b.event) as count, cast(min(mine.year) as text) as first_seen,
           cast(max(mine.year) as text) as last_seen
    from (select distinct event, year from presences where person = :key) mine
    cross join presences b on b.event = mine.event
    where b.person <> :key
    group by b.person
    order by count desc, b.person
    limit 40
) s
join keys k on k.id = s.person
join people p on p.id = k.ref
order by s.count desc, p.name
