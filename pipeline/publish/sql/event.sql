-- name: event
select e.id, e.title, e.subtitle, e.kind, e.status, e.start, e.end, e.start_time, e.end_time, e.date_note, e.price,
       e.confidence, e.people, e.venue, v.name as venue_name, v.address, v.postcode, e.city, e.place, p.name as place_name
from events e
left join venues v on v.id = e.venue
left join places p on p.id = e.place
where e.id = :id
-- name: event.sessions
select id, position, date, start_time, end_time, title, kind, place
from sessions where event = :id order by position
-- name: event.appearances
select a.session, a.person, p.name, a.person_printed, a.role, a.function, a.organisation, o.name as organisation_name,
       a.organisation_printed, a.document, a.confidence
from appearances a
join people p on p.id = a.person
left join organisations o on o.id = a.organisation
where a.event = :id
order by a.rowid
-- name: event.organisations
select b.organisation, o.name, b.role, b.printed, b.document
from event_organisations b join organisations o on o.id = b.organisation
where b.event = :id
order by b.rowid
-- name: event.papers
select document, title, start, "end", start_time, end_time, venue, city
from event_documents where event = :id order by rowid
