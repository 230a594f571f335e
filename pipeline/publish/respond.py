"""Pages as Datasette routes: HTML at an address, the same as `.json` beside it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote

from datasette import NotFound, Response

from pipeline.publish.headers import STRICT
from pipeline.publish.metadata import DATABASE
from pipeline.publish.page import Ask, Missing, Page, Redirect, View, plain
from pipeline.publish.reader import Reader
from pipeline.publish.words import word

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette

Handler = Callable[..., Awaitable[Any]]

JSON = r"(?P<json>\.json)?"
OURS = {"content-security-policy": STRICT}


def route(page: Page) -> tuple[str, Handler]:
    """The regular expression and the handler that Datasette is given for a page."""

    async def handler(datasette: Datasette, request: Any) -> Response:  # noqa: ANN401 - Datasette's own type differs
        return await _answer(datasette, request, page)

    return rf"^{page.address}{JSON}$", handler


def ask_of(request: Any) -> Ask:  # noqa: ANN401 - Datasette's own type differs
    """What a request asks for."""
    parts = {name: unquote(value) for name, value in request.url_vars.items() if value is not None}
    return Ask(parts, parse_qs(request.query_string, keep_blank_values=True))


async def _answer(datasette: Datasette, request: Any, page: Page) -> Response:  # noqa: ANN401
    ask = ask_of(request)
    try:
        view = await datasette.get_database(DATABASE).execute_fn(lambda connection: page.build(Reader(connection), ask))
    except Missing as missing:
        raise NotFound(word("frame.missing")) from missing
    as_json = "json" in ask.path
    if isinstance(view, Redirect):
        return Response.redirect(datasette.urls.path(_beside(view.path) if as_json else view.path), status=301)
    if as_json:
        body = json.dumps(plain(view), ensure_ascii=False, indent=1)
        return Response(body, content_type="application/json; charset=utf-8", headers=OURS | _CORS)
    return Response.html(await _render(datasette, request, page, view), headers=OURS)


_CORS = {"access-control-allow-origin": "*"}


async def _render(datasette: Datasette, request: Any, page: Page, view: View) -> str:  # noqa: ANN401
    def absolute(path: str) -> str:
        return str(datasette.absolute_url(request, datasette.urls.path(path)))

    context = {
        "view": view,
        "head": view.head,
        "canonical": absolute(view.head.path),
        "alternate": datasette.urls.path(_beside(view.head.path)),
        "linked": page.linked(view, absolute) if page.linked else None,
    }
    return str(await datasette.render_template(f"carton/{page.template}", context, request=request))


def _beside(path: str) -> str:
    """The address of a page's JSON."""
    return (path if not path.endswith("/") else f"{path}index") + ".json"
