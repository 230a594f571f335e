-- name: place
select id, name, latitude, longitude, events, venues, first_seen, last_seen from places where id = :id
-- name: place.events
select id, title, kind, start, "end", null as city
from events where place = :id
order by start desc, id
limit :limit offset :offset
-- name: place.venues
select id, name, events as count from venues where place = :id order by events desc, sort limit 200
-- name: place.organisations
select o.id, o.name, s.count
from (
    select organisation, count(distinct event) as count
    from presences where place = :key and +person is null and role in ('organiser', 'host')
    group by organisation
    order by count desc, organisation
    limit 20
) s
join keys k on k.id = s.organisation
join organisations o on o.id = k.ref
order by s.count desc, o.name
