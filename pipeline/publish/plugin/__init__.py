"""The archive as a web site: a Datasette plugin. Hooks are thin; what they call stands in the modules beside."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from jinja2 import Environment

from pipeline.publish import datasette_pages, french, headers, locator, words
from pipeline.publish.assets import asset
from pipeline.publish.files import ROUTES as FILES
from pipeline.publish.graph_files import ROUTES as GRAPH_FILES
from pipeline.publish.metadata import DATABASE
from pipeline.publish.pages import PAGES
from pipeline.publish.respond import Handler, route
from pipeline.search import match_expression
from pipeline.text import fold

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Teach SQLite our French queries; Datasette's own search box uses `escape_fts`, so it becomes French as well.

    `carton_fold` lets canned queries find names whatever their accents and capitals.
    """
    conn.create_function("carton_match", 1, match_expression, deterministic=True)
    conn.create_function("escape_fts", 1, match_expression, deterministic=True)
    conn.create_function("carton_fold", 1, _fold, deterministic=True)


def _fold(text: object) -> str:
    """Letters for comparison; no text at all is like nothing typed."""
    return fold(str(text)) if text is not None else ""


@hookimpl  # type: ignore[untyped-decorator]
def register_routes(datasette: Datasette) -> list[tuple[str, Handler]]:
    """Our pages, where an archive is served."""
    return [*FILES, *GRAPH_FILES, *locator.ROUTES, *map(route, PAGES)] if DATABASE in datasette.databases else []


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """French numbers, dates and sentences for the templates; `href` puts the site's root before an address."""
    env.filters.update(french.FILTERS)
    env.filters["label"] = lambda code, family: words.label(family, code)
    env.globals.update(
        word=words.word,
        site_text=words.site_text,
        href=datasette.urls.path,
        asset=lambda name: asset(datasette, name),
        **datasette_pages.names(datasette),
    )


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: object, column: str) -> str | None:
    """Dates and numbers in Datasette's tables as French readers write them."""
    return datasette_pages.cell(value, column)


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Any:  # noqa: ANN401 - Datasette's own type
    """Security headers on everything."""
    return headers.with_headers
