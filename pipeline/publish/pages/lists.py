"""The lists one browses: people, organisations, towns, venues, years, documents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from pipeline.publish.links import Ref
from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.pages.entity import Counted
from pipeline.publish.pages.listing import Turn, turned
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import label, word

LAST = "\U0010ffff"
"""Sorts after everything."""


@dataclass(frozen=True)
class Index:
    """A list of things by name, those of one letter if one was asked for."""

    head: Head
    letter: str
    letters: str
    entries: tuple[Counted, ...]
    turn: Turn


@dataclass(frozen=True)
class Filed:
    """A document in a list, with the events it announces."""

    ref: Ref
    pages: int
    media_type: str
    status: str
    events: tuple[Ref, ...]


@dataclass(frozen=True)
class Shelves:
    """Documents by folder."""

    head: Head
    folder: str
    folders: tuple[str, ...]
    entries: tuple[Filed, ...]
    turn: Turn


def index(kind: str, table: str, path: str, letters: str = ascii_lowercase) -> Callable[[Reader, Ask], Index]:
    """How to build the list of one table."""

    def build(read: Reader, ask: Ask) -> Index:
        letter = ask.one("lettre").lower()[:1]
        bounds = {"from": letter, "to": letter + LAST}
        rows, turn = turned(read, ask, f"lists.{table}", **bounds)
        entries = tuple(
            Counted(Ref(kind, str(row["id"]), str(row["name"])), row["count"], row["first_seen"], row["last_seen"])
            for row in rows
        )
        name = label("table", table).capitalize()
        return Index(Head(name, word(f"lists.{table}"), path), letter, letters, entries, turn)

    return build


def documents(read: Reader, ask: Ask) -> Shelves:
    """Documents with what they announce."""
    folder = ask.one("dossier")
    bounds = {"from": f"{folder}/", "to": f"{folder}/{LAST}"} if folder else {"from": "", "to": LAST}
    rows, turn = turned(read, ask, "lists.documents", **bounds)
    told: dict[str, list[Ref]] = defaultdict(list)
    for row in read.rows("lists.document_events", documents=json.dumps([row["id"] for row in rows])):
        told[row["document"]].append(Ref("event", row["event"], row["title"] or row["event"]))
    return Shelves(
        Head(label("table", "documents").capitalize(), word("lists.documents"), "/documents"),
        folder,
        tuple(row["folder"] for row in read.rows("lists.folders")),
        tuple(_filed(row, told[row["id"]]) for row in rows),
        turn,
    )


def _filed(row: Row, events: Sequence[Ref]) -> Filed:
    ref = Ref("document", row["id"], row["id"])
    return Filed(ref, row["pages"], row["media_type"], row["status"], tuple(events))


def _page(kind: str, table: str, path: str, letters: str = ascii_lowercase) -> Page:
    return Page(path, "index.html", index(kind, table, path, letters))


PAGES = (
    _page("person", "people", "/personnes"),
    _page("organisation", "organisations", "/organisations"),
    _page("place", "places", "/villes"),
    _page("venue", "venues", "/lieux"),
    _page("year", "years", "/annees", ""),
    Page("/documents", "documents.html", documents),
)
