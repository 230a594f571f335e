"""An organisation: its people with their functions and years, and what it did for which event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.publish import french
from pipeline.publish.links import Ref
from pipeline.publish.page import Absolute, Ask, Head, Page, Redirect
from pipeline.publish.pages.entity import Counted, Form, Identifier, counted, find, forms, identifiers
from pipeline.publish.pages.listing import Announced, Turn, events, turned
from pipeline.publish.reader import Reader, Row, key_of
from pipeline.publish.words import word


@dataclass(frozen=True)
class Member:
    """Someone who spoke for the organisation, with a function, between two dates, at so many events."""

    ref: Ref
    function: str | None
    first_seen: str | None
    last_seen: str | None
    events: int


@dataclass(frozen=True)
class Organisation:
    """What the papers tell of an organisation."""

    head: Head
    ref: Ref
    acronym: str | None
    count: int
    first_seen: str | None
    last_seen: str | None
    forms: tuple[Form, ...]
    identifiers: tuple[Identifier, ...]
    people: tuple[Member, ...]
    people_turn: Turn
    events: tuple[Announced, ...]
    turn: Turn
    allies: tuple[Counted, ...]


def build(read: Reader, ask: Ask) -> Organisation | Redirect:
    """Raises `Missing`."""
    row = find(read, ask, "organisation")
    if isinstance(row, Redirect):
        return row
    me = Ref("organisation", row["id"], row["name"])
    told, turn = events(read, ask, "organisation.events", id=me.id)
    people, people_turn = turned(read, ask, "organisation.people", "personnes", id=me.id)
    years = french.years(row["first_seen"], row["last_seen"])
    return Organisation(
        head=Head(me.name, word("organisation.summary", row["events"], name=me.name, years=years), me.path),
        ref=me,
        acronym=row["acronym"],
        count=row["events"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        forms=forms(read, "organisation", me.id),
        identifiers=identifiers(read, "organisation", me.id),
        people=tuple(map(_member, people)),
        people_turn=people_turn,
        events=told,
        turn=turn,
        allies=counted(read, "organisation.allies", "organisation", key=key_of(read, "organisation", me.id)),
    )


def _member(row: Row) -> Member:
    ref = Ref("person", row["person"], row["name"])
    return Member(ref, row["function"], row["first_seen"], row["last_seen"], row["events"])


def linked(view: Organisation, absolute: Absolute) -> dict[str, Any]:
    """schema.org/Organization."""
    told = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": absolute(view.ref.path),
        "url": absolute(view.ref.path),
        "name": view.ref.name,
        "alternateName": [*filter(None, [view.acronym]), *(f.name for f in view.forms if f.name != view.ref.name)],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": known.scheme, "value": known.value} for known in view.identifiers
        ],
        "event": [
            {"@type": "Event", "@id": absolute(entry.ref.path), "name": entry.ref.name, "startDate": entry.start}
            for entry in view.events
        ],
    }
    return {key: value for key, value in told.items() if value}


PAGE = Page(r"/organisation/(?P<id>[^/.]+)", "organisation.html", build, linked)
