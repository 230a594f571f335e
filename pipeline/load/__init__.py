"""load(archive, …): archive.db and private.db, each built beside the old file and put in its place in one move."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.archive import Archive, Entity
from pipeline.database import opened
from pipeline.load.building import Building, building, replace
from pipeline.load.graph import Named, network_of, node_rows, tie_rows
from pipeline.load.masking import NO_MASK, Mask, contacts_of, mask_of, pictures_of
from pipeline.load.papers import paper_rows
from pipeline.load.presences import Keys, gatherings_of, key_rows, keys_of, presences_of
from pipeline.load.rows import rows_of
from pipeline.load.schema import FULL_TEXT, PREPARED, PRIVATE, PUBLIC, VERSION, VIEWS, VOCABULARY
from pipeline.load.searching import search_rows
from pipeline.messages import say
from pipeline.network import Node, NodeKind

__all__ = ["counts", "faults", "fingerprint", "fingerprint_of", "load"]

COUNTED = ("documents", "pages", "events", "sessions", "people", "organisations", "venues", "places", "appearances")
"""Tables whose rows are counted once, so that no page has to."""
INDEXED = ("rowid", "title", "text", "stem", "facets")
"""Columns of the full-text index: the row of `search` they lead to, and what a search looks into."""


def load(archive: Archive, database: Path, private: Path, made_from: str) -> None:
    """Write both databases. Readers see the old archive until the new one is whole; a crash leaves the old one.

    Papers are gone through once, one at a time: the archive need not fit into memory. archive.db tells what it was
    made from, so it comes last: with it in place, private.db is as new.
    """
    with building(database, PUBLIC) as public, building(private, PRIVATE) as hidden:
        masks = _papers(archive, public, hidden)
        for table, rows in rows_of(archive, masks):
            public.insert(table, rows)
        _prepared(archive, public)
        run = {"fingerprint": made_from, "carton": __version__, "loader": VERSION}
        public.insert("runs", [{**run, "documents": _count(public, "documents")}])
        public.insert("counts", [{"name": name, "count": _count(public, name)} for name in COUNTED])
    for path in (private, database):
        replace(path)


def _papers(archive: Archive, public: Building, hidden: Building) -> dict[str, Mask]:
    """Write what stands on each paper; what is to be masked on those where anything is."""
    masks: dict[str, Mask] = {}
    seen: set[str] = set()
    for record in archive.records:
        mask = mask_of(record)
        for table, rows in paper_rows(record, mask, seen):
            public.insert(table, rows)
        hidden.insert("contacts", contacts_of(record))
        hidden.insert("pictures", pictures_of(record, mask))
        seen.add(record.document.id)
        if mask != NO_MASK:
            masks[record.document.id] = mask
    return masks


def _prepared(archive: Archive, public: Building) -> None:
    """What pages would otherwise have to gather from all over the archive."""
    public.run(PREPARED)
    keys = keys_of(archive)
    public.insert("keys", key_rows(keys))
    public.insert("presences", presences_of(archive, keys))
    public.insert("gatherings", gatherings_of(archive, keys))
    network = network_of(public.select("select event, year, present from gatherings order by event"))
    public.insert("network_nodes", node_rows(network, _named(archive, keys)))
    public.insert("network_ties", tie_rows(network))
    public.run(FULL_TEXT)
    for row in search_rows(archive, public):
        public.insert("search", [row])
        public.insert("search_facets", [row])
        public.insert("search_fts", [row], INDEXED)
    public.run(VOCABULARY)
    for name, sql in VIEWS.items():
        public.run(f"create view {name} as {sql};")


def _named(archive: Archive, keys: Keys) -> Named:
    """People and bodies as the network knows them."""
    everyone: tuple[tuple[NodeKind, tuple[Entity, ...]], ...] = (
        ("person", archive.people),
        ("organisation", archive.organisations),
    )
    return {
        Node(kind, keys[kind, entity.id]): (entity.id, entity.name)
        for kind, entities in everyone
        for entity in entities
    }


def _count(public: Building, table: str) -> int:
    ((count,),) = public.select(f"select count(*) from {table}")  # noqa: S608
    return int(count)


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
    with opened(database) as connection:
        return connection.execute(sql).fetchall()
