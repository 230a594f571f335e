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
select p.id, p.name, s.count
from (
    select person, count(distinct event) as count from presences where year = :id and person is not null
    group by person order by count desc, person limit 20
) s
join keys k on k.id = s.person
join people p on p.id = k.ref
order by s.count desc, p.sort
-- name: year.organisations
select o.id, o.name, s.count
from (
    select organisation, count(distinct event) as count from presences where year = :id and +person is null
    group by organisation order by count desc, organisation limit 20
) s
join keys k on k.id = s.organisation
join organisations o on o.id = k.ref
order by s.count desc, o.sort
-- name: year.places
select p.id, p.name, s.count
from (
    select place, count(*) as count from events where year = :id and place is not null
    group by place order by count desc, place limit 20
) s
join places p on p.id = s.place
order by s.count desc, p.sort
