"""The archive as a web site: a Datasette plugin. Hooks are thin; what they call stands in the modules beside."""

from __future__ import annotations

import sqlite3

from datasette import hookimpl

from pipeline.search import match_expression
from pipeline.text import fold


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
