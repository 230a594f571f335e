"""Facts: what one paper says of one event, each tied to the mentions that say so.

Kept as JSON beside the paper's reading, in reading order: `[{"field", "role", "value", "kind", "ref", "function",
"organisation", "body", "session", "mentions", "confidence"}, …]`; what a fact has not is left out. `ref` and `body` are
the ids of the entity and of the organisation; `mentions` are numbers within the document.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pipeline.archive import Archive, EventEntity, Source
from pipeline.load.masking import Mask
from pipeline.model import Event, Venue

Fact = dict[str, object]


@dataclass(frozen=True)
class Names:
    """Printed form → id, for people and organisations."""

    people: ChainMap[str, str]
    organisations: ChainMap[str, str]

    def at(self, entity: EventEntity) -> Names:
        """The same, as decided for one event."""
        people = {attendance.printed: attendance.person for attendance in entity.attendances}
        bodies = {a.organisation_printed: a.organisation for a in entity.attendances if a.organisation}
        hosts = {hosting.printed: hosting.organisation for hosting in entity.hostings}
        known = {form: body for form, body in (bodies | hosts).items() if form}
        return Names(self.people.new_child(people), self.organisations.new_child(known))


def names_of(archive: Archive) -> Names:
    """Every printed form in the archive."""
    return Names(
        ChainMap({form: entity.id for entity in archive.people for form in entity.forms}),
        ChainMap({form: entity.id for entity in archive.organisations for form in entity.forms}),
    )


def facts_of(source: Source, venue: str | None, names: Names, mask: Mask) -> list[Fact]:
    """What a paper says of an event; `venue` is the id of the event's venue."""
    event = source.event
    said = chain(
        _plain(event, mask),
        _venue(event, venue),
        _bodies(event, names),
        _sessions(event, mask),
        _people(event, names, mask),
    )
    return [{key: value for key, value in fact.items() if value not in (None, "")} for fact in said]


def _tied(event: Event, *fields: str) -> Fact:
    """The mentions the fields were read from, once each, and the least of their confidences."""
    mentions = dict.fromkeys(chain.from_iterable(event.evidence.get(field, ()) for field in fields))
    confidences = [event.confidence[field] for field in fields if field in event.confidence]
    return {"mentions": list(mentions), "confidence": min(confidences, default=None)}


def _plain(event: Event, mask: Mask) -> Iterator[Fact]:
    if event.title:
        yield {"field": "title", "value": mask(event.title), **_tied(event, "title")}
    if event.subtitle:
        yield {"field": "subtitle", "value": mask(event.subtitle), **_tied(event, "subtitle")}
    if event.start:
        value = "/".join(dict.fromkeys(day for day in (event.start, event.end) if day))
        yield {"field": "date", "value": value, **_tied(event, "start", "end")}
    if event.start_time:
        value = "/".join(time for time in (event.start_time, event.end_time) if time)
        yield {"field": "time", "value": value, **_tied(event, "start_time", "end_time")}
    if event.price:
        yield {"field": "price", "value": event.price, **_tied(event, "price")}


def _venue(event: Event, venue: str | None) -> Iterator[Fact]:
    if event.venue:
        tied = _tied(event, "venue", "venue.name", "venue.address", "venue.postcode", "venue.city")
        yield {"field": "venue", "value": _address(event.venue), "kind": "venue", "ref": venue, **tied}


def _address(venue: Venue) -> str:
    town = " ".join(part for part in (venue.postcode, venue.city) if part)
    return ", ".join(part for part in (venue.name, venue.address, town) if part)


def _bodies(event: Event, names: Names) -> Iterator[Fact]:
    for position, body in enumerate(event.organisations):
        yield {
            "field": "organisation",
            "role": body.role or "mentioned",
            "value": body.name,
            "kind": "organisation",
            "ref": names.organisations.get(body.name),
            **_tied(event, f"organisations.{position}"),
        }


def _sessions(event: Event, mask: Mask) -> Iterator[Fact]:
    for position, session in enumerate(event.sessions):
        yield {
            "field": "session",
            "value": mask(session.title),
            "date": session.date,
            "time": "/".join(time for time in (session.start_time, session.end_time) if time),
            "session": position,
            **_tied(event, f"sessions.{position}"),
        }


def _people(event: Event, names: Names, mask: Mask) -> Iterator[Fact]:
    for position, appearance in enumerate(event.appearances):
        body = appearance.organisation
        yield {
            "field": "appearance",
            "role": appearance.role,
            "value": appearance.person,
            "kind": "person",
            "ref": names.people.get(appearance.person),
            "function": mask(appearance.function),
            "organisation": body.name if body else None,
            "body": names.organisations.get(body.name) if body else None,
            "session": appearance.session,
            **_tied(event, f"appearances.{position}"),
        }
