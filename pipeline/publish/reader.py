"""Named queries over archive.db. The SQL stands in `sql/*.sql`, one file a page, each query under `-- name:`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Row = sqlite3.Row

_NAME = re.compile(r"^-- name: *([\w.]+)[^\n]*\n", re.MULTILINE)


@cache
def queries() -> dict[str, str]:
    """Every named query: name → SQL. Names are unique over all files."""
    found: dict[str, str] = {}
    for file in sorted(files("pipeline.publish").joinpath("sql").iterdir(), key=lambda file: file.name):
        parts = _NAME.split(file.read_text(encoding="utf-8"))
        for name, sql in zip(parts[1::2], parts[2::2], strict=True):
            if name in found:
                raise ValueError(f"two queries are called {name}")
            found[name] = sql.strip().rstrip(";")
    return found


class Reader:
    """Reads one open archive; rows answer to column names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, query: str, **values: str | float | None) -> Sequence[Row]:
        """All rows of a named query."""
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(queries()[query], values).fetchall()

    def row(self, query: str, **values: str | float | None) -> Row | None:
        """The first row of a named query, if there is one."""
        found = self.rows(query, **values)
        return found[0] if found else None


def key_of(read: Reader, kind: str, identifier: str) -> int:
    """The number of a thing among the archive's `keys`; 0, which nothing has, where there is no such thing."""
    row = read.row("key", kind=kind, ref=identifier)
    return int(row["id"]) if row else 0
