-- name: redirect
select target from redirects where slug = :slug and kind = :kind limit 1
