"""Datasette's own pages in French: names of tables and queries, ways from a row to its page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pipeline.publish import french
from pipeline.publish.compat import sql_path
from pipeline.publish.links import path_of
from pipeline.publish.metadata import DATABASE
from pipeline.publish.words import site_text

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette

PAGES = {
    "documents": "document",
    "events": "event",
    "people": "person",
    "organisations": "organisation",
    "venues": "venue",
    "places": "place",
    "years": "year",
    "pages": "page",
}
"""Tables whose rows have a page of ours → the kind of thing they are."""

DATES = frozenset("start end date first_seen last_seen premiere derniere at".split())
SHARES = frozenset({"confidence", "confiance"})
PLAIN = frozenset("year annee id first_year last_year de jusqu_a a".split())
"""Columns whose numbers are names of years or rows."""
ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def table_title(table: str) -> str:
    """What a table is called on screen."""
    return str(site_text("tables").get(table, {}).get("title", table))


def table_description(table: str) -> str:
    """What a table holds; empty where the lexicon does not say."""
    return str(site_text("tables").get(table, {}).get("description", ""))


def query_title(query: str) -> str:
    """What a canned query asks."""
    return str(site_text("queries").get(query, {}).get("title", query))


def cell(value: object, column: str) -> str | None:
    """A date, a number or a share as French readers write it; None for what stands as it is."""
    if column in DATES and isinstance(value, str) and ISO.fullmatch(value):
        return french.day(value)
    if column in SHARES and isinstance(value, float):
        return french.percent(value)
    if isinstance(value, int) and column not in PLAIN and abs(value) >= 1000:
        return french.number(value)
    return None


def page_of_row(table: str, keys: Sequence[str]) -> str | None:
    """The address of the page a row has, if it has one."""
    kind = PAGES.get(table)
    return path_of(kind, str(keys[0])) if kind and keys else None


def names(datasette: Datasette) -> dict[str, Any]:
    """What the templates of Datasette's pages call."""

    def sql_href(*arguments: Mapping[str, object] | None) -> str:
        given = urlencode({key: value for part in arguments for key, value in (part or {}).items()})
        path = str(datasette.urls.path(sql_path(DATABASE)))
        return f"{path}?{given}" if given else path

    functions = (table_title, table_description, query_title, page_of_row, sql_href)
    return {function.__name__: function for function in functions}
