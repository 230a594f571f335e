-- name: timeline.years
select id, events from years
