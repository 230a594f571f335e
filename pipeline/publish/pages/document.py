"""A document: its pages with the facts marked on them, and beside them the facts as read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Absolute, Ask, Head, Missing, Page
from pipeline.publish.pages.facts import Decisions, Fact, Marks, decisions_on, fact_of, undone_by
from pipeline.publish.pages.marks import Mark, Stretch, marks_of, stretches
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import word

PAGES_AT_ONCE = 12


@dataclass(frozen=True)
class Reading:
    """An event as this paper has it; `others` are the papers that speak of it as well."""

    event: Ref
    start: str | None
    facts: tuple[Fact, ...]
    others: tuple[Ref, ...]


@dataclass(frozen=True)
class Sheet:
    """A page: size in its unit, the address of its picture if there is one, its text cut at the marks."""

    number: int
    width: float
    height: float
    unit: str
    source: str
    reason: str | None
    confidence: float
    picture: str | None
    text: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Notice:
    """Something to look at again."""

    page: int | None
    message: str


@dataclass(frozen=True)
class Document:
    """One file of raw/ and what was read on it. `undone` is what people took away, or decided of no fact shown.

    The facts of each mention lead back from the page.
    """

    head: Head
    ref: Ref
    folder: str
    media_type: str
    bytes: int
    pages: int
    after: int
    status: str
    source: str | None
    confidence: float | None
    sha256: str
    reader: str | None
    extractor: str | None
    model: str | None
    original: str | None
    readings: tuple[Reading, ...]
    undone: tuple[Fact, ...]
    sheets: tuple[Sheet, ...]
    unused: tuple[Mark, ...]
    issues: tuple[Notice, ...]
    before: Ref | None
    next: Ref | None

    @property
    def anchors(self) -> Mapping[int, str]:
        """Where on the page each mark's fact is told: mention → id of an element."""
        told = {mark.number: f"u{mark.number}" for mark in self.unused}
        for row, facts in enumerate([*(reading.facts for reading in self.readings), self.undone]):
            for place, fact in enumerate(facts):
                told |= {number: f"f{row}-{place}" for number in fact.mentions if number not in told}
        return told

    @property
    def earlier(self) -> int:
        """The page after which the pages before these begin."""
        return max(0, self.after - PAGES_AT_ONCE)

    @property
    def pictured(self) -> frozenset[int]:
        """The pages that have a picture."""
        return frozenset(sheet.number for sheet in self.sheets if sheet.picture)


def build(read: Reader, ask: Ask) -> Document:
    """Raises `Missing`."""
    row = read.row("document", id=ask.path["id"])
    if not row:
        raise Missing
    me = Ref("document", row["id"], PurePosixPath(row["id"]).name)
    after = ask.number("apres", 0)
    pages = read.rows("document.pages", id=me.id, after=after, limit=PAGES_AT_ONCE)
    mentions = read.rows("document.mentions", id=me.id)
    marks = {mark.number: (mark, row["page"]) for mark, row in zip(marks_of(mentions), mentions, strict=True)}
    decisions = decisions_on(read, me.id)
    readings = _readings(read, me.id, marks, decisions)
    facts = [fact for reading in readings for fact in reading.facts]
    undone = undone_by(decisions, facts, marks)
    used = {number for fact in (*facts, *undone) for number in fact.mentions}
    neighbours = read.row("document.neighbours", id=me.id)
    return Document(
        head=_head(me, readings),
        ref=me,
        folder=str(PurePosixPath(me.id).parent),
        after=after,
        original=f"/original/{quote(me.id)}" if ask.shelf.original(me.id) else None,
        readings=readings,
        undone=undone,
        sheets=tuple(_sheets(pages, mentions, ask, row["sha256"])),
        unused=tuple(mark for number, (mark, _) in marks.items() if number not in used),
        issues=tuple(Notice(issue["page"], issue["message"]) for issue in read.rows("document.issues", id=me.id)),
        before=ref("document", neighbours["before"], None) if neighbours else None,
        next=ref("document", neighbours["after"], None) if neighbours else None,
        **{name: row[name] for name in ("media_type", "bytes", "pages", "status", "source", "confidence", "sha256")},
        **{name: row[name] for name in ("reader", "extractor", "model")},
    )


def _head(me: Ref, readings: Sequence[Reading]) -> Head:
    titles = " ; ".join(reading.event.name for reading in readings)
    told = word("document.summary", file=me.id, titles=titles) if titles else word("document.silent", file=me.id)
    return Head(readings[0].event.name if readings else me.name, told, me.path)


def _readings(read: Reader, document: str, marks: Marks, decisions: Decisions) -> tuple[Reading, ...]:
    others: dict[str, list[Ref]] = defaultdict(list)
    for row in read.rows("document.same", id=document):
        others[row["event"]].append(Ref("document", row["document"], row["document"]))
    return tuple(
        Reading(
            Ref("event", row["event"], row["title"] or row["event"]),
            row["start"],
            tuple(fact_of(fact, marks, decisions) for fact in json.loads(row["facts"] or "[]")),
            tuple(others[row["event"]]),
        )
        for row in read.rows("document.readings", id=document)
    )


def _sheets(pages: Sequence[Row], mentions: Sequence[Row], ask: Ask, sha256: str) -> Iterable[Sheet]:
    for page in pages:
        here = [row for row in mentions if row["page"] == page["number"]]
        has_picture = ask.shelf.picture(sha256, page["number"])
        yield Sheet(
            picture=f"/image/{sha256}/{page['number']}.webp" if has_picture else None,
            text=stretches(page["text"] or "", here),
            marks=marks_of(here),
            **{name: page[name] for name in ("number", "width", "height", "unit", "source", "reason", "confidence")},
        )


def linked(view: Document, absolute: Absolute) -> dict[str, Any]:
    """schema.org/ArchiveComponent."""
    return {
        "@context": "https://schema.org",
        "@type": "ArchiveComponent",
        "@id": absolute(view.ref.path),
        "url": absolute(view.ref.path),
        "name": view.head.title,
        "identifier": view.ref.id,
        "encodingFormat": view.media_type,
        "inLanguage": "fr",
        "about": [
            {"@type": "Event", "@id": absolute(reading.event.path), "name": reading.event.name}
            for reading in view.readings
        ],
    }


PAGE = Page(r"/document/(?P<id>.+?)(?:(?<=\.json)/)?", "document.html", build, linked)
