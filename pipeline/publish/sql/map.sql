-- name: map.places
select id, name, latitude, longitude, events from places where events > 0 order by events desc, name
-- name: map.events
select count from counts where name = 'events'
-- name: map.venues
select id, place, coalesce(name, address, city, id) as name, events from venues where place is not null and events > 0
