"""Files beside the archive: pictures of pages, originals where they may be had. Never a path from an address."""

from __future__ import annotations

import asyncio
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette import NotFound, Response
from datasette.utils.asgi import AsgiFileDownload

from pipeline.publish.metadata import DATABASE
from pipeline.publish.page import Ask
from pipeline.publish.reader import Reader
from pipeline.publish.respond import ask_of
from pipeline.publish.words import word

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette

A_DAY = "public, max-age=86400"
"""What is blacked out on a published picture may change with the next release."""


async def picture(datasette: Datasette, request: Any) -> Response:  # noqa: ANN401 - Datasette's own type differs
    """The picture of a page, by the checksum of its document."""
    ask = ask_of(datasette, request)
    path = ask.shelf.picture(ask.path["sha256"], int(ask.path["number"]))
    if not path:
        raise NotFound(word("frame.missing"))
    body = await asyncio.to_thread(path.read_bytes)
    return Response(body, content_type="image/webp", headers={"cache-control": A_DAY})


async def original(datasette: Datasette, request: Any) -> AsgiFileDownload:  # noqa: ANN401 - Datasette's own type differs
    """The file a document was read from, as a download. Only ids of the archive lead to a file."""
    ask = ask_of(datasette, request)
    known = await datasette.get_database(DATABASE).execute_fn(lambda connection: _known(Reader(connection), ask))
    path = ask.shelf.original(known) if known else None
    if not path:
        raise NotFound(word("frame.missing"))
    name = quote(PurePosixPath(str(known)).name)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return AsgiFileDownload(str(path), content_type="application/octet-stream", headers=headers)


def _known(read: Reader, ask: Ask) -> str | None:
    row = read.row("document", id=ask.path["id"])
    return str(row["id"]) if row else None


ROUTES = (
    (r"^/image/(?P<sha256>[0-9a-f]{64})/(?P<number>[1-9][0-9]{0,5})\.webp$", picture),
    (r"^/original/(?P<id>.+)$", original),
)
