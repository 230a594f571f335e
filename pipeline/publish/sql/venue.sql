-- name: venue
select v.id, v.name, v.address, v.postcode, v.city, v.latitude, v.longitude, v.events, v.place, p.name as place_name
from venues v left join places p on p.id = v.place
where v.id = :id
-- name: venue.events
select id, title, kind, start, "end", null as city
from events where venue = :id
order by start desc, id
limit :limit offset :offset
-- name: venue.organisations
select o.id, o.name, count(distinct b.event) as count
from (select id from events where venue = :id limit 2000) e
join event_organisations b on b.event = e.id and b.role in ('organiser', 'host')
join organisations o on o.id = b.organisation
group by o.id
order by count desc, o.name
limit 20
