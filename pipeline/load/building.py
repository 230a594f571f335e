"""A database while it is written, beside the old one it will replace."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline.errors import CannotUseFile
from pipeline.load.schema import Table

Row = Mapping[str, object]

REFUSALS = ("SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM")
PAGES_IN_MEMORY = -64_000
"""SQLite's page cache in KiB, negative as SQLite has it."""


class Building:
    """Tables that rows can be put into in any order; nothing is kept in memory but a page cache."""

    def __init__(self, connection: sqlite3.Connection, tables: Iterable[Table]) -> None:
        self._database = Database(connection)
        self._database.execute("pragma journal_mode = off")
        self._database.execute(f"pragma cache_size = {PAGES_IN_MEMORY}")
        self._tables = {table.name: table for table in tables}
        for table in self._tables.values():
            self._database.table(table.name).create(
                dict(table.columns),
                pk=table.pk,
                foreign_keys=[(column, other, "id") for column, other in table.references.items()],
                column_order=list(table.columns),
            )

    def insert(self, name: str, rows: Iterable[Row], columns: Iterable[str] = ()) -> None:
        """Put rows into a table; a column a row does not name is null, a number that is the key counts by itself."""
        columns = tuple(columns or self._tables[name].columns)
        names = ", ".join(f"[{column}]" for column in columns)
        blanks = ", ".join("?" for _ in columns)
        values = ([row.get(column) for column in columns] for row in rows)
        self._database.conn.executemany(f"insert into [{name}] ({names}) values ({blanks})", values)  # noqa: S608

    def select(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Rows of a query, as they come."""
        yield from self._database.conn.execute(sql)

    def run(self, script: str) -> None:
        """Execute SQL statements."""
        self._database.executescript(script)

    def finish(self) -> None:
        """Make the indexes, let SQLite look at what there is, and close the ranks."""
        for table in self._tables.values():
            for columns in table.indexes:
                self._database.table(table.name).create_index(columns.split(","))
        self._database.execute("analyze")
        self._database.conn.commit()
        self._database.execute("vacuum")


@contextmanager
def building(path: Path, tables: Iterable[Table]) -> Iterator[Building]:
    """A new database beside `path`, finished at the end; `replace` puts it in the place of the old one.

    Raises `CannotUseFile` where the system lets SQLite write no more.
    """
    unfinished = _unfinished(path)
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as connection:
            made = Building(connection, tables)
            yield made
            made.finish()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(REFUSALS):
            raise CannotUseFile(file=path, detail=error) from error
        raise


def replace(path: Path) -> None:
    """Put the new database in the place of the old one, in one move."""
    os.replace(_unfinished(path), path)


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".new")
