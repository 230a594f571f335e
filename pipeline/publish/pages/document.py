"""A document: its pages with the facts marked on them, and beside them the facts as read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Absolute, Ask, Head, Missing, Page
from pipeline.publish.pages.marks import Mark, Stretch, marks_of, stretches
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import word
from pipeline.text import fold

PAGES_AT_ONCE = 12
TIES = frozenset({"function", "affiliation"})
"""What is decided of a person."""
FIELDS = {"start": "date", "end": "date", "start_time": "time", "end_time": "time", "person": "appearance"}
FIELDS |= {f"venue.{part}": "venue" for part in ("name", "address", "postcode", "city")}
FIELDS |= dict.fromkeys(TIES, "appearance") | {"event": "title"}
"""What a decision is about → the field of the fact that shows it, where that is called otherwise."""


@dataclass(frozen=True)
class Decided:
    """That a person decided something about a fact: what, who, when and why."""

    action: str
    by: str
    at: str
    why: str | None


@dataclass(frozen=True)
class Fact:
    """Something the paper says. `mentions` are the marks it was read from, `sources` the rules or models that did."""

    field: str
    value: str
    role: str | None
    ref: Ref | None
    function: str | None
    organisation: Ref | None
    organisation_printed: str | None
    when: str | None
    session: int | None
    mentions: tuple[int, ...]
    page: int | None
    sources: tuple[str, ...]
    confidence: float | None
    decided: tuple[Decided, ...] = ()


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
    """One file of raw/ and what was read on it. `facts` of each mention lead back from the page."""

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
    sheets: tuple[Sheet, ...]
    unused: tuple[Mark, ...]
    issues: tuple[Notice, ...]
    before: Ref | None
    next: Ref | None

    @property
    def anchors(self) -> Mapping[int, str]:
        """Where on the page each mark's fact is told: mention → id of an element."""
        told = {mark.number: f"u{mark.number}" for mark in self.unused}
        for row, reading in enumerate(self.readings):
            for place, fact in enumerate(reading.facts):
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
    readings = _readings(read, me.id, marks)
    used = {number for reading in readings for fact in reading.facts for number in fact.mentions}
    neighbours = read.row("document.neighbours", id=me.id)
    return Document(
        head=_head(me, readings),
        ref=me,
        folder=str(PurePosixPath(me.id).parent),
        after=after,
        original=f"/original/{quote(me.id)}" if ask.shelf.original(me.id) else None,
        readings=readings,
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


def _readings(read: Reader, document: str, marks: Mapping[int, tuple[Mark, int]]) -> tuple[Reading, ...]:
    others: dict[str, list[Ref]] = defaultdict(list)
    for row in read.rows("document.same", id=document):
        others[row["event"]].append(Ref("document", row["document"], row["document"]))
    rows = read.rows("document.readings", id=document)
    told = {row["event"]: json.loads(row["facts"] or "[]") for row in rows}
    decided = _decisions(read, told.values())
    corrections = read.rows("document.corrected", id=document)
    return tuple(
        Reading(
            Ref("event", row["event"], row["title"] or row["event"]),
            row["start"],
            tuple(
                replace(shown, decided=shown.decided + _corrections(shown, corrections))
                for shown in (_fact(fact, marks, decided) for fact in told[row["event"]])
            ),
            tuple(others[row["event"]]),
        )
        for row in rows
    )


def _decisions(read: Reader, told: Iterable[Sequence[Mapping[str, Any]]]) -> Mapping[str, tuple[Decided, ...]]:
    """What people decided about anything named in these facts, by the name or id they decided on."""
    names = {name for facts in told for fact in facts for name in _named(fact)}
    found: dict[str, list[Decided]] = defaultdict(list)
    for row in read.rows("document.decided", names=json.dumps(sorted(names))):
        found[row["name"]].append(_decided(row))
    return {name: tuple(decisions) for name, decisions in found.items()}


def _named(fact: Mapping[str, Any]) -> set[str]:
    """The names and ids a fact has."""
    return {fact[key] for key in ("value", "ref", "organisation", "body") if fact.get(key)}


def _decided(row: Row) -> Decided:
    return Decided(row["action"], row["by"], row["at"], row["why"])


def _corrections(fact: Fact, decisions: Iterable[Row]) -> tuple[Decided, ...]:
    """What people decided about this very fact: its value, or what the person has."""
    return tuple(
        _decided(row)
        for row in decisions
        if FIELDS.get(row["kind"], row["kind"]) == fact.field and _is_about(row, fact)
    )


def _is_about(decision: Row, fact: Fact) -> bool:
    """Whether a decision made the value, or a part of it: one day of several, a venue's town, what a person has."""
    made, shown = fold(decision["right"] or ""), fold(fact.value)
    if decision["kind"] in TIES:
        held = fact.function if decision["kind"] == "function" else fact.organisation_printed
        return fold(decision["left"]) == shown and made == fold(held or "")
    is_part = FIELDS.get(decision["kind"]) in ("date", "time", "venue")
    return made == shown or (is_part and bool(made) and made in shown)


def _fact(
    told: Mapping[str, Any], marks: Mapping[int, tuple[Mark, int]], decided: Mapping[str, tuple[Decided, ...]]
) -> Fact:
    mentions = tuple(number for number in told["mentions"] if number in marks)
    return Fact(
        field=told["field"],
        value=told.get("value", ""),
        role=told.get("role"),
        ref=ref(told.get("kind", ""), told.get("ref"), told.get("value")),
        function=told.get("function"),
        organisation=ref("organisation", told.get("body"), told.get("organisation")),
        organisation_printed=told.get("organisation"),
        when=told.get("time"),
        session=told.get("session"),
        mentions=mentions,
        page=min((marks[number][1] for number in mentions), default=None),
        sources=tuple(sorted({marks[number][0].source for number in mentions})),
        confidence=told.get("confidence"),
        decided=tuple(decision for name in sorted(_named(told)) for decision in decided.get(name, ())),
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
