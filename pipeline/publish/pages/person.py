"""A person: every appearance, the career, who they shared a stage with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.publish.french import years
from pipeline.publish.links import Ref, ref
from pipeline.publish.page import Absolute, Ask, Head, Page, Redirect
from pipeline.publish.pages.entity import Counted, Form, Identifier, counted, find, forms, identifiers
from pipeline.publish.reader import Reader, Row
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
    career: tuple[Stint, ...]
    shared: tuple[Counted, ...]


def build(read: Reader, ask: Ask) -> Person | Redirect:
    """Raises `Missing`."""
    row = find(read, ask, "person")
    if isinstance(row, Redirect):
        return row
    me = Ref("person", row["id"], row["name"])
    parts = read.rows("person.appearances", id=me.id)
    return Person(
        head=_head(me, row),
        ref=me,
        events=row["events"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        forms=forms(read, "person", me.id),
        identifiers=identifiers(read, "person", me.id),
        appearances=tuple(_appearances(parts)),
        career=career(parts),
        shared=counted(read, "person.shared", "person", id=me.id),
    )


def _head(me: Ref, row: Row) -> Head:
    told = word("person.summary", row["events"], name=me.name, years=years(row["first_seen"], row["last_seen"]))
    return Head(me.name, told, me.path)


def _appearances(rows: Sequence[Row]) -> Iterable[Appearance]:
    for event, group in groupby(rows, key=lambda row: str(row["event"])):
        parts = list(group)
        first = parts[0]
        yield Appearance(
            Ref("event", event, first["title"] or event),
            first["kind"],
            first["city"],
            first["day"],
            tuple(_part(row) for row in parts),
        )


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


def career(rows: Iterable[Row]) -> tuple[Stint, ...]:
    """Functions and organisations in the order they began; appearances without a year or either are left out."""
    seen: dict[tuple[str | None, str | None, str | None], set[int]] = {}
    names: dict[str, str] = {}
    for row in rows:
        if row["day"] and (row["function"] or row["organisation_printed"] or row["organisation"]):
            printed = None if row["organisation"] else row["organisation_printed"]
            key = (row["function"], row["organisation"], printed)
            seen.setdefault(key, set()).add(int(row["day"][:4]))
            names[row["organisation"]] = row["organisation_name"]
    stints = (
        Stint(
            function,
            ref("organisation", body, names.get(body or "")),
            printed,
            min(found),
            max(found),
            tuple(sorted(found)),
        )
        for (function, body, printed), found in seen.items()
    )
    return tuple(sorted(stints, key=lambda stint: (stint.first, stint.last, stint.function or "")))


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
