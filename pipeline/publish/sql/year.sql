-- name: year
select id, events, documents, people from years where id = :id
-- name: year.neighbours
select (select max(id) from years where id < :id) as before, (select min(id) from years where id > :id) as after
-- name: year.events
select id, title, kind, start, "end", city
from events where year = :id
order by start, id
limit :limit offset :offset
-- name: year.people
select p.id, p.name, count(distinct a.event) as count
from (select person, event from appearances where year = :id limit 20000) a
join people p on p.id = a.person
group by p.id
order by count desc, p.sort
limit 20
-- name: year.organisations
select o.id, o.name, count(distinct b.event) as count
from (select organisation, event from event_organisations where year = :id limit 20000) b
join organisations o on o.id = b.organisation
group by o.id
order by count desc, o.sort
limit 20
-- name: year.places
select p.id, p.name, count(*) as count
from events e join places p on p.id = e.place
where e.year = :id
group by p.id
order by count desc, p.sort
limit 20
