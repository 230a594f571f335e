"""An event: when, where, by whom; its programme with everyone as introduced that day; the papers it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pipeline.publish.calendar import calendar
from pipeline.publish.french import span
from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Ask, Format, Head, Page, Redirect
from pipeline.publish.pages.entity import find
from pipeline.publish.pages.event_linked import linked
from pipeline.publish.pages.event_view import Body, Disagreement, Event, Paper, ProgrammeDay, Said, Slot, Speaker
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import word
from pipeline.text import fold

COMPARED = ("title", "start", "end", "start_time", "end_time", "venue", "city")
"""What the papers of an event may disagree on."""


def build(read: Reader, ask: Ask) -> Event | Redirect:
    """Raises `Missing`."""
    row = find(read, ask, "event")
    if isinstance(row, Redirect):
        return row
    me = Ref("event", row["id"], row["title"] or row["id"])
    speakers = _speakers(read.rows("event.appearances", id=me.id))
    papers = tuple(_paper(paper) for paper in read.rows("event.papers", id=me.id))
    return Event(
        head=Head(me.name, _summary(row), me.path),
        ref=me,
        venue=ref("venue", row["venue"], row["venue_name"]),
        place=ref("place", row["place"], row["place_name"]),
        bodies=_bodies(read.rows("event.organisations", id=me.id)),
        programme=_programme(read.rows("event.sessions", id=me.id), speakers),
        people=speakers.get(None, ()),
        papers=papers,
        disagreements=disagreements(papers),
        **{name: row[name] for name in ("subtitle", "kind", "status", "start", "end", "start_time", "end_time")},
        **{name: row[name] for name in ("date_note", "price", "confidence", "address", "postcode", "city")},
    )


def _summary(row: Row) -> str:
    where = ", ".join(part for part in (row["venue_name"], row["place_name"] or row["city"]) if part)
    told = [row["kind"], span(row["start"], row["end"]), where]
    return word("event.summary", row["people"], told=", ".join(part for part in told if part) or row["id"])


def _speakers(rows: Iterable[Row]) -> Mapping[str | None, tuple[Speaker, ...]]:
    """Everyone by the session they appear in; under None those of the event as a whole."""
    found: dict[str | None, list[Speaker]] = {}
    for row in rows:
        found.setdefault(row["session"], []).append(
            Speaker(
                Ref("person", row["person"], row["name"]),
                row["person_printed"],
                row["role"],
                row["function"],
                ref("organisation", row["organisation"], row["organisation_name"]),
                row["organisation_printed"],
            )
        )
    return {session: tuple(speakers) for session, speakers in found.items()}


def _bodies(rows: Iterable[Row]) -> tuple[Body, ...]:
    return tuple(
        Body(Ref("organisation", row["organisation"], row["name"]), row["role"], row["printed"]) for row in rows
    )


def _programme(rows: Sequence[Row], speakers: Mapping[str | None, tuple[Speaker, ...]]) -> tuple[ProgrammeDay, ...]:
    """The slots of each day, in the order of the paper."""
    return tuple(
        ProgrammeDay(
            date,
            tuple(
                Slot(
                    row["start_time"],
                    row["end_time"],
                    row["title"],
                    row["kind"],
                    row["place"],
                    speakers.get(row["id"], ()),
                )
                for row in slots
            ),
        )
        for date, slots in groupby(rows, key=lambda row: row["date"])
    )


def _paper(row: Row) -> Paper:
    said = {name: row[name] for name in COMPARED}
    return Paper(Ref("document", row["document"], row["document"]), said)


def disagreements(papers: Sequence[Paper]) -> tuple[Disagreement, ...]:
    """Fields that papers give differently, case and accents aside; a paper that is silent does not disagree."""
    found = []
    for field in COMPARED:
        saying: dict[str, tuple[str, list[Ref]]] = {}
        for paper in papers:
            if value := paper.said[field]:
                saying.setdefault(fold(value), (value, []))[1].append(paper.document)
        if len(saying) > 1:
            found.append(Disagreement(field, tuple(Said(value, tuple(refs)) for value, refs in saying.values())))
    return tuple(found)


PAGE = Page(
    r"/evenement/(?P<id>[^/.]+)",
    "event.html",
    build,
    linked,
    {"ics": Format("text/calendar; charset=utf-8", calendar)},
)
