"""Security headers. The pages run nothing but our own files; Datasette's tools below `/-/` need inline scripts.

Our own files are kept by browsers for good: their address changes when they do.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
CORE = STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace(
    "style-src 'self'", "style-src 'self' 'unsafe-inline'"
)
ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin"))
FOR_GOOD = (b"cache-control", b"public, max-age=31536000, immutable")

App = Callable[..., Awaitable[None]]


def with_headers(app: App) -> App:
    """Adds what an answer does not say itself."""

    async def answer(scope: dict[str, Any], receive: object, send: App) -> None:
        async def send_with_headers(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                given = list(message["headers"])
                names = {bytes(name).lower() for name, _ in given}
                policy = CORE if scope["path"].startswith("/-/") else STRICT
                extra = [(b"content-security-policy", policy.encode()), *ALWAYS]
                if message["status"] == 200 and _is_ours(scope):
                    extra.append(FOR_GOOD)
                message = message | {"headers": given + [(name, value) for name, value in extra if name not in names]}
            await send(message)

        await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    return answer


def _is_ours(scope: Mapping[str, Any]) -> bool:
    """Whether a file is asked for by the address that `asset` gives it."""
    return "/-/static-plugins/carton/" in scope["path"] and bool(scope["query_string"])
