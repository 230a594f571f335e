-- name: lists.people
select id, name, events as count, first_seen, last_seen from people
where sort >= :from and sort < :to order by sort, id limit :limit offset :offset
-- name: lists.organisations
select id, name, events as count, first_seen, last_seen from organisations
where sort >= :from and sort < :to order by sort, id limit :limit offset :offset
-- name: lists.places
select id, name, events as count, first_seen, last_seen from places
where sort >= :from and sort < :to order by sort, id limit :limit offset :offset
-- name: lists.venues
select v.id, v.name, v.events as count, null as first_seen, null as last_seen from venues v
where v.sort >= :from and v.sort < :to order by v.sort, v.id limit :limit offset :offset
-- name: lists.years
select id, id as name, events as count, null as first_seen, null as last_seen from years
where :from is not null and :to is not null order by id limit :limit offset :offset
-- name: lists.documents
select id, pages, media_type, status, source, confidence from documents
where id >= :from and id < :to order by id limit :limit offset :offset
-- name: lists.document_events
select d.document, d.event, e.title, e.start
from event_documents d join events e on e.id = d.event
where d.document in (select value from json_each(:documents))
order by d.document, d.position
-- name: lists.folders
select id as folder from folders order by id limit 500
