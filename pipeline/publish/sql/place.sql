-- name: place
select id, name, latitude, longitude, events, venues, first_seen, last_seen from places where id = :id
-- name: place.events
select id, title, kind, start, "end", null as city
from events where place = :id
order by start is null, start desc, id
limit :limit offset :offset
-- name: place.venues
select id, name, events as count from venues where place = :id order by events desc, sort limit 200
-- name: place.organisations
select o.id, o.name, count(distinct b.event) as count
from (select id from events where place = :id limit 2000) e
join event_organisations b on b.event = e.id and b.role in ('organiser', 'host')
join organisations o on o.id = b.organisation
group by o.id
order by count desc, o.name
limit 20
