-- name: home.counts
select name, count from counts
-- name: home.years
select id as year, events, documents from years order by id
-- name: home.latest
select e.id, e.title, e.kind, e.start, e.end, e.city
from events e
where e.start is not null
order by e.start desc
limit 8
-- name: home.people
select id, name, events as count from people order by events desc, name limit 12
-- name: home.organisations
select id, name, events as count from organisations order by events desc, name limit 12
-- name: home.places
select id, name, events as count from places order by events desc, name limit 12
