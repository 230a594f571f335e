"""Pages as Datasette routes: HTML at an address, the same as `.json` beside it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote

from datasette import NotFound, Response

from pipeline.publish.headers import STRICT
from pipeline.publish.metadata import DATABASE
from pipeline.publish.page import Absolute, Ask, Missing, Page, Redirect, Shelf, plain
from pipeline.publish.reader import Reader
from pipeline.publish.words import word

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette

Handler = Callable[..., Awaitable[Any]]

OURS = {"content-security-policy": STRICT}


def route(page: Page) -> tuple[str, Handler]:
    """The regular expression and the handler that Datasette is given for a page and its other forms."""

    async def handler(datasette: Datasette, request: Any) -> Response:  # noqa: ANN401 - Datasette's own type differs
        return await _answer(datasette, request, page)

    endings = "|".join(["json", *page.formats])
    return rf"^{page.address}(?:\.(?P<form>{endings}))?$", handler


def ask_of(datasette: Datasette, request: Any) -> Ask:  # noqa: ANN401 - Datasette's own type differs
    """What a request asks for."""
    parts = {name: unquote(value) for name, value in request.url_vars.items() if value is not None}
    return Ask(parts, parse_qs(request.query_string, keep_blank_values=True), shelf_of(datasette))


def shelf_of(datasette: Datasette) -> Shelf:
    """The folder the archive is served from."""
    settings = datasette.plugin_config("carton") or {}
    return Shelf(Path(datasette.get_database(DATABASE).path).parent, bool(settings.get("originals")))


async def _answer(datasette: Datasette, request: Any, page: Page) -> Response:  # noqa: ANN401
    ask = ask_of(datasette, request)
    form = ask.path.get("form")
    try:
        view = await datasette.get_database(DATABASE).execute_fn(lambda connection: page.build(Reader(connection), ask))
    except Missing as missing:
        raise NotFound(word("frame.missing")) from missing
    if isinstance(view, Redirect):
        return Response.redirect(datasette.urls.path(_beside(view.path, form)), status=301)
    absolute = _absolute(datasette, request)
    if form == "json":
        body = json.dumps(plain(view), ensure_ascii=False, indent=1)
        return Response(body, content_type="application/json; charset=utf-8", headers=OURS | _CORS)
    if form:
        written = page.formats[form].write(view, absolute)
        if written is None:
            raise NotFound(word("frame.missing"))
        return Response(written, content_type=page.formats[form].content_type, headers=OURS | _CORS)
    asked = f"?{request.query_string}" if request.query_string else ""
    context = {
        "view": view,
        "head": view.head,
        "canonical": absolute(view.head.path),
        "alternate": datasette.urls.path(_beside(view.head.path, "json") + asked),
        "linked": page.linked(view, absolute) if page.linked else None,
    }
    html = await datasette.render_template(f"carton/{page.template}", context, request=request)
    return Response.html(html, headers=OURS)


_CORS = {"access-control-allow-origin": "*"}


def _absolute(datasette: Datasette, request: Any) -> Absolute:  # noqa: ANN401 - Datasette's own type differs
    """From an address below the site's root to a full one."""
    return lambda path: str(datasette.absolute_url(request, datasette.urls.path(path)))


def _beside(path: str, form: str | None) -> str:
    """The address of another form of a page."""
    return f"{path.rstrip('/') or '/index'}.{form}" if form else path
