-- name: facets.years
select min(id) as first, max(id) as last from years
-- name: facets.places
select id, name from (
    select id, name from (select id, name from places order by events desc, name limit 200)
    union select id, name from places where id = :asked)
order by name
-- name: facets.organisations
select id, name from (
    select id, name from (select id, name from organisations order by events desc, name limit 300)
    union select id, name from organisations where id = :asked)
order by name
-- name: facets.kinds
select name as kind from kinds order by events desc, name limit 40
-- name: facets.events
select id, title, kind, start, "end", year, city, place, venue from events
where (:since is null or year >= :since) and (:until is null or year <= :until)
  and (:place is null or place = :place) and (:kind is null or kind = :kind)
  and (:organisation is null or id in (
      select event from event_organisations where organisation = :organisation
      union select event from appearances where organisation = :organisation))
  and (:role is null or exists (select 1 from appearances a where a.event = events.id and a.role = :role)
       or exists (select 1 from event_organisations o where o.event = events.id and o.role = :role))
order by start is null, start, id
