-- name: key
select id from keys where ref = :ref and kind = :kind
-- name: redirect
select target from redirects where slug = :slug and kind = :kind limit 1
