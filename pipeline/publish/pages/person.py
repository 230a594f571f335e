"""A person: every appearance, the career, who they shared a stage with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any

from pipeline.publish.french import years
from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Absolute, Ask, Head, Page, Redirect
from pipeline.publish.pages.entity import Counted, Form, Identifier, counted, find, forms, identifiers
from pipeline.publish.pages.listing import AT_ONCE, Turn, page_of, turned
from pipeline.publish.reader import Reader, Row, key_of
from pipeline.publish.words import word


@dataclass(frozen=True)
class Part:
    """What someone did at an event, as introduced that day."""

    role: str
    function: str | None
    organisation: Ref | None
    organisation_printed: str | None
    session: str | None
    printed: str
    document: Ref
    confidence: float | None


@dataclass(frozen=True)
class Appearance:
    """Someone at an event: date, and each part taken."""

    event: Ref
    kind: str | None
    city: str | None
    date: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Stint:
    """A function at an organisation, between the first and the last year a paper says so."""

    function: str | None
    organisation: Ref | None
    organisation_printed: str | None
    first: int
    last: int
    seen: tuple[int, ...]


@dataclass(frozen=True)
class Jump:
    """A year and the page of the list it begins on."""

    year: str
    page: int


@dataclass(frozen=True)
class Person:
    """Who someone is, as far as the papers tell."""

    head: Head
    ref: Ref
    events: int
    first_seen: str | None
    last_seen: str | None
    forms: tuple[Form, ...]
    identifiers: tuple[Identifier, ...]
    appearances: tuple[Appearance, ...]
    turn: Turn
    years: tuple[Jump, ...]
    career: tuple[Stint, ...]
    career_turn: Turn
    shared: tuple[Counted, ...]


def build(read: Reader, ask: Ask) -> Person | Redirect:
    """Raises `Missing`."""
    row = find(read, ask, "person")
    if isinstance(row, Redirect):
        return row
    me = Ref("person", row["id"], row["name"])
    appearances, turn = _appearances(read, ask, me.id)
    career, career_turn = turned(read, ask, "person.career", "parcours", id=me.id)
    return Person(
        head=_head(me, row),
        ref=me,
        events=row["events"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        forms=forms(read, "person", me.id),
        identifiers=identifiers(read, "person", me.id),
        appearances=appearances,
        turn=turn,
        years=_years(read, me.id) if turn.page > 1 or turn.has_more else (),
        career=tuple(map(_stint, career)),
        career_turn=career_turn,
        shared=counted(read, "person.shared", "person", key=key_of(read, "person", me.id)),
    )


def _head(me: Ref, row: Row) -> Head:
    told = word("person.summary", row["events"], name=me.name, years=years(row["first_seen"], row["last_seen"]))
    return Head(me.name, told, me.path)


def _appearances(read: Reader, ask: Ask, identifier: str) -> tuple[tuple[Appearance, ...], Turn]:
    """One page of the events someone was at, in order of time."""
    page = page_of(ask)
    rows = read.rows("person.appearances", id=identifier, limit=AT_ONCE + 1, offset=AT_ONCE * (page - 1))
    found = [_appearance(event, list(group)) for event, group in groupby(rows, key=lambda row: str(row["event"]))]
    return tuple(found[:AT_ONCE]), Turn(page, len(found) > AT_ONCE)


def _appearance(event: str, parts: Sequence[Row]) -> Appearance:
    first = parts[0]
    ref = Ref("event", event, first["title"] or event)
    return Appearance(ref, first["kind"], first["city"], first["day"], tuple(map(_part, parts)))


def _years(read: Reader, identifier: str) -> tuple[Jump, ...]:
    """Where in a long list each year begins."""
    rows = read.rows("person.years", id=identifier)
    before = accumulate((row["events"] for row in rows), initial=0)
    return tuple(Jump(row["year"], 1 + place // AT_ONCE) for row, place in zip(rows, before, strict=False))


def _part(row: Row) -> Part:
    return Part(
        row["role"],
        row["function"],
        ref("organisation", row["organisation"], row["organisation_name"]),
        row["organisation_printed"],
        row["session"],
        row["person_printed"],
        Ref("document", row["document"], row["document"]),
        row["confidence"],
    )


def _stint(row: Row) -> Stint:
    seen = tuple(sorted(json.loads(row["years"])))
    body = ref("organisation", row["organisation"], row["organisation_name"])
    return Stint(row["function"], body, row["organisation_printed"], seen[0], seen[-1], seen)


def linked(view: Person, absolute: Absolute) -> dict[str, Any]:
    """schema.org/Person."""
    stints = [stint for stint in view.career if stint.organisation]
    return {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": absolute(view.ref.path),
        "url": absolute(view.ref.path),
        "name": view.ref.name,
        "alternateName": [form.name for form in view.forms if form.name != view.ref.name],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": known.scheme, "value": known.value} for known in view.identifiers
        ],
        "affiliation": [
            {
                "@type": "OrganizationRole",
                "roleName": stint.function,
                "startDate": str(stint.first),
                "endDate": str(stint.last),
                "affiliation": {
                    "@type": "Organization",
                    "@id": absolute(stint.organisation.path),
                    "name": stint.organisation.name,
                },
            }
            for stint in stints
            if stint.organisation
        ],
        "performerIn": [
            {
                "@type": "Event",
                "@id": absolute(appearance.event.path),
                "name": appearance.event.name,
                "startDate": appearance.date,
            }
            for appearance in view.appearances
        ],
    }


PAGE = Page(r"/personne/(?P<id>[^/.]+)", "person.html", build, linked)
