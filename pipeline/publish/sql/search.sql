-- name: search.count
select count(*) as count from search_fts where search_fts match :match
-- name: search.ranked
select s.kind, s.ref, s.title
from search_fts join search s on s.id = search_fts.rowid
where search_fts match :match
order by bm25(search_fts, 8.0, 2.0, 1.0, 0.0) * case s.kind when 'page' then 1 when 'event' then 2 else 3 end,
         search_fts.rowid
limit :limit offset :offset
-- name: search.unranked
select s.kind, s.ref, s.title
from search_fts join search s on s.id = search_fts.rowid
where search_fts match :match
order by search_fts.rowid
limit :limit offset :offset
-- name: search.facets
select s.facets
from search_fts join search_facets s on s.id = search_fts.rowid
where search_fts match :match
limit :limit
-- name: search.known
select word from words where word in (select value from json_each(:words))
-- name: search.near
select word, things from words
where word >= :from and word < :to and length(word) between :shortest and :longest
limit 20000
-- name: search.event
select id as ref, title, subtitle as text, kind, start, "end", city from events where id in (select value from json_each(:refs))
-- name: search.person
select id as ref, name as title, null as text, events, first_seen, last_seen
from people where id in (select value from json_each(:refs))
-- name: search.organisation
select id as ref, name as title, acronym as text, events, first_seen, last_seen
from organisations where id in (select value from json_each(:refs))
-- name: search.venue
select id as ref, name as title, address as text, city, events from venues where id in (select value from json_each(:refs))
-- name: search.page
select id as ref, document as title, text, number from pages where id in (select value from json_each(:refs))
-- name: search.names.place
select id, name from places where id in (select value from json_each(:ids))
-- name: search.names.organisation
select id, name from organisations where id in (select value from json_each(:ids))
-- name: search.names.kind
select id, name from kinds where id in (select value from json_each(:ids))
