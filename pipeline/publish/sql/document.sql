-- name: document
select id, media_type, bytes, pages, source, confidence, status, sha256, reader, extractor, model
from documents where id = :id
-- name: document.pages
select number, width, height, unit, source, reason, confidence, text
from pages where document = :id and number > :after order by number limit :limit
-- name: document.mentions
select id, page, kind, raw, value, start, "end", boxes, source, confidence
from mentions where document = :id
order by page, start, "end" desc
limit 20000
-- name: document.readings
select d.event, d.title, e.start, d.facts
from event_documents d join events e on e.id = d.event
where d.document = :id
order by d.position
-- name: document.same
select d.document, d.event
from event_documents mine
join event_documents d on d.event = mine.event and d.document <> mine.document
where mine.document = :id
order by d.document
limit 200
-- name: document.issues
select page, code, message from issues where document = :id order by page, id
-- name: document.decided
with named as (
  select json_extract(value, '$.value') as name from event_documents, json_each(facts) where document = :id
  union
  select json_extract(value, '$.organisation') from event_documents, json_each(facts) where document = :id
)
select "left" as name, action, at, by, why from decisions
where sha256 is null and applied and "left" in (select name from named)
union
select "right", action, at, by, why from decisions
where sha256 is null and applied and "right" in (select name from named)
-- name: document.corrected
select action, kind, "left", "right", at, by, why, replaced from decisions
where sha256 = (select sha256 from documents where id = :id) and applied
order by id
-- name: document.neighbours
select (select max(id) from documents where id < :id) as before, (select min(id) from documents where id > :id) as after
