"""A year: its events month by month, who was there, where."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Ask, Head, Missing, Page
from pipeline.publish.pages.entity import Counted, counted
from pipeline.publish.pages.listing import Announced, Turn, events
from pipeline.publish.reader import Reader
from pipeline.publish.words import word


@dataclass(frozen=True)
class Year:
    """What the papers tell of a year."""

    head: Head
    ref: Ref
    count: int
    documents: int
    people_count: int
    events: tuple[Announced, ...]
    turn: Turn
    people: tuple[Counted, ...]
    organisations: tuple[Counted, ...]
    places: tuple[Counted, ...]
    before: Ref | None
    next: Ref | None


def build(read: Reader, ask: Ask) -> Year:
    """Raises `Missing`."""
    row = read.row("year", id=int(ask.path["id"]))
    if not row:
        raise Missing
    year = int(row["id"])
    me = Ref("year", str(year), str(year))
    told, turn = events(read, ask, "year.events", id=year)
    neighbours = read.row("year.neighbours", id=year)
    before, after = (neighbours["before"], neighbours["after"]) if neighbours else (None, None)
    return Year(
        head=Head(me.name, word("year.summary", row["events"], year=year, people=row["people"]), me.path),
        ref=me,
        count=row["events"],
        documents=row["documents"],
        people_count=row["people"],
        events=told,
        turn=turn,
        people=counted(read, "year.people", "person", id=year),
        organisations=counted(read, "year.organisations", "organisation", id=year),
        places=counted(read, "year.places", "place", id=year),
        before=ref("year", before and str(before), None),
        next=ref("year", after and str(after), None),
    )


PAGE = Page(r"/annee/(?P<id>[0-9]{4})", "year.html", build)
