"""load(archive, …): archive.db and private.db, each built beside the old file and put in its place in one move."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline import __version__
from pipeline.archive import Archive
from pipeline.errors import CannotUseFile
from pipeline.load.graph import network_of
from pipeline.load.masking import contacts_of, pictures_of
from pipeline.load.rows import Row, rows_of
from pipeline.load.schema import FULL_TEXT, PRIVATE, PUBLIC, VERSION, VIEWS, Table
from pipeline.load.searching import search_rows
from pipeline.messages import say

__all__ = ["counts", "faults", "fingerprint", "fingerprint_of", "load"]

COUNTED = ("documents", "pages", "events", "sessions", "people", "organisations", "venues", "places", "appearances")
REFUSALS = ("SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM")


def load(archive: Archive, database: Path, private: Path, made_from: str) -> None:
    """Write both databases. Readers see the old archive until the new one is whole; a crash leaves the old one.

    archive.db tells what it was made from, so it comes last: with it in place, private.db is as new.
    """
    rows = dict(rows_of(archive))
    rows["runs"] = [
        {"fingerprint": made_from, "carton": __version__, "loader": VERSION, "documents": len(archive.records)}
    ]
    rows["counts"] = [{"name": name, "count": len(list(rows[name]))} for name in COUNTED]
    rows["network_nodes"], rows["network_ties"] = network_of(rows)
    rows["search"] = list(search_rows(rows, archive))
    _write(database, PUBLIC, rows, (*(_view(name, sql) for name, sql in VIEWS.items()), FULL_TEXT))
    _write(private, PRIVATE, {"contacts": contacts_of(archive), "pictures": pictures_of(archive)}, ())
    for path in (private, database):
        os.replace(_unfinished(path), path)


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _write(path: Path, tables: Iterable[Table], rows: Mapping[str, Iterable[Row]], scripts: Iterable[str]) -> None:
    """Write a database beside the old one."""
    unfinished = _unfinished(path)
    unfinished.unlink(missing_ok=True)
    with _refusals_named(path), closing(sqlite3.connect(unfinished)) as connection:
        database = Database(connection)
        database.execute("pragma journal_mode = off")
        for table in tables:
            _fill(database, table, rows.get(table.name, ()))
        for script in scripts:
            database.executescript(script)
        database.execute("analyze")
        connection.commit()
        database.execute("vacuum")


@contextmanager
def _refusals_named(path: Path) -> Iterator[None]:
    """Where the system lets SQLite write no more, a sentence names the database."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(REFUSALS):
            raise CannotUseFile(file=path, detail=error) from error
        raise


def _fill(database: Database, table: Table, rows: Iterable[Row]) -> None:
    created = database.table(table.name)
    created.create(
        dict(table.columns),
        pk=table.pk,
        foreign_keys=[(column, other, "id") for column, other in table.references.items()],
        column_order=list(table.columns),
    )
    names = ", ".join(f"[{column}]" for column in table.columns)
    blanks = ", ".join("?" for _ in table.columns)
    values = ([row.get(column) for column in table.columns] for row in rows)
    database.conn.executemany(f"insert into [{table.name}] ({names}) values ({blanks})", values)  # noqa: S608
    for column in table.indexes:
        created.create_index([column])


def _view(name: str, sql: str) -> str:
    return f"create view {name} as {sql};"


# ── looking at what is there ─────────────────────────────────────────────────────────────────────────────────────────


def fingerprint(parts: Iterable[str]) -> str:
    """One checksum for all that a database depends on, the loader's version among it."""
    return hashlib.sha256("\n".join([VERSION, *parts]).encode()).hexdigest()


def fingerprint_of(database: Path) -> str | None:
    """What a database was made from; None when there is none or it cannot be read."""
    try:
        rows = _query(database, "select fingerprint from runs")
    except sqlite3.Error:
        return None
    return str(rows[0][0]) if rows else None


def counts(database: Path) -> dict[str, int]:
    """How many documents, events, people and organisations an archive holds, how many are doubtful or failed."""
    tables = ("documents", "events", "people", "organisations")
    found = {table: _query(database, f"select count(*) from {table}")[0][0] for table in tables}  # noqa: S608
    by_status = dict(_query(database, "select status, count(*) from documents group by status"))
    return found | {status: by_status.get(status, 0) for status in ("doubtful", "failed")}


def faults(database: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with a database, a sentence each."""
    if not database.exists():
        return ()
    try:
        results = [row[0] for row in _query(database, "pragma integrity_check")]
        broken = _query(database, "pragma foreign_key_check")
    except sqlite3.Error as error:
        return (say("check-damaged", detail=error),)
    details = [str(result) for result in results if result != "ok"] + [str(row[0]) for row in broken]
    return tuple(say("check-damaged", detail=detail) for detail in details)


def _query(database: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of a read-only query; raises sqlite3.OperationalError where there is no database."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()
