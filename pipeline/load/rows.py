"""Archive → rows: what the papers together tell, as plain dictionaries in a fixed order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from pipeline.archive import Archive, Decision, Entity, EventEntity
from pipeline.gazetteer import coordinates, town_name
from pipeline.load.building import Row
from pipeline.load.counts import Seen, by_surname, kinds, place_of, places, seen_in, year_of, years
from pipeline.load.facts import Names, facts_of, names_of
from pipeline.load.masking import NO_MASK, Mask
from pipeline.messages import say
from pipeline.model import Event, Issue
from pipeline.text import fold


def rows_of(archive: Archive, masks: Mapping[str, Mask]) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table name and rows of all that the papers together tell; `masks`: what to hide of a document, where anything."""
    names, seen = names_of(archive), seen_in(archive)
    events, everywhere = archive.events, Mask(tuple(word for mask in masks.values() for word in mask.words))
    yield "places", places(archive)
    yield "venues", _venues(archive)
    yield "events", (_event(event, _mask(event, masks)) for event in events)
    yield "people", (_person(person, seen.people[person.id]) for person in archive.people)
    yield "organisations", (_organisation(body, seen.bodies[body.id]) for body in archive.organisations)
    yield "event_documents", (row for event in events for row in _sources(event, names, masks))
    yield "sessions", (row for event in events for row in _sessions(event, _mask(event, masks)))
    yield "appearances", (row for event in events for row in _appearances(event, masks))
    yield "event_organisations", (row for event in events for row in _hostings(event))
    yield "names", _names(archive)
    yield "redirects", _redirects(archive)
    yield "decisions", (_decision(decision, archive, everywhere) for decision in archive.decisions)
    yield "issues", (_unmatched(decision, everywhere) for decision in archive.unmatched)
    yield "issues", (_reversed(event) for event in events if _ends_first(event.event))
    yield "years", years(archive)
    yield "kinds", kinds(archive)


def _mask(event: EventEntity, masks: Mapping[str, Mask]) -> Mask:
    """One mask for all papers of an event."""
    return Mask(tuple(word for source in event.sources for word in masks.get(source.document, NO_MASK).words))


def _venues(archive: Archive) -> Iterator[Row]:
    counts: dict[str, int] = defaultdict(int)
    for event in archive.events:
        if event.venue:
            counts[event.venue] += 1
    for venue in sorted(archive.venues, key=lambda venue: venue.id):
        latitude, longitude = coordinates(venue.city) if venue.city else (None, None)
        yield {
            **vars(venue),
            "city": town_name(venue.city),
            "sort": fold(venue.name),
            "place": place_of(venue.city),
            "latitude": latitude,
            "longitude": longitude,
            "events": counts[venue.id],
        }


def _event(entity: EventEntity, mask: Mask) -> Row:
    event = entity.event
    return {
        "id": entity.id,
        "title": mask(event.title),
        "subtitle": mask(event.subtitle),
        **{name: getattr(event, name) for name in ("kind", "status", "start", "end", "start_time", "end_time")},
        "year": year_of(event.start),
        "date_note": event.date_note,
        "venue": entity.venue,
        "city": town_name(event.venue.city),
        "place": place_of(event.venue.city),
        "price": event.price,
        "people": len({attendance.person for attendance in entity.attendances}),
        "documents": len(entity.sources),
        "confidence": event.confidence.get("title"),
    }


def _sources(entity: EventEntity, names: Names, masks: Mapping[str, Mask]) -> Iterator[Row]:
    known = names.at(entity)
    for number, source in enumerate(entity.sources, 1):
        event, mask = source.event, masks.get(source.document, NO_MASK)
        yield {
            "id": f"{entity.id}#{number}",
            "event": entity.id,
            "document": source.document,
            "position": source.position,
            "title": mask(event.title),
            **{name: getattr(event, name) for name in ("start", "end", "start_time", "end_time")},
            "venue": event.venue.name,
            "city": event.venue.city,
            "facts": json.dumps(facts_of(source, entity.venue, known, mask), ensure_ascii=False, separators=(",", ":")),
        }


def _sessions(entity: EventEntity, mask: Mask) -> Iterator[Row]:
    for position, session in enumerate(entity.event.sessions):
        yield {
            "id": f"{entity.id}#{position}",
            "event": entity.id,
            "position": position,
            **vars(session),
            "title": mask(session.title),
        }


def _appearances(entity: EventEntity, masks: Mapping[str, Mask]) -> Iterator[Row]:
    for number, attendance in enumerate(entity.attendances, 1):
        session = entity.event.sessions[attendance.session] if attendance.session is not None else None
        date = session.date if session and session.date else entity.event.start
        yield {
            "id": f"{entity.id}#{number}",
            "event": entity.id,
            "session": f"{entity.id}#{attendance.session}" if session else None,
            "person": attendance.person,
            "role": attendance.role,
            "function": masks.get(attendance.document, NO_MASK)(attendance.function),
            "organisation": attendance.organisation,
            "person_printed": attendance.printed,
            "organisation_printed": attendance.organisation_printed,
            "date": date,
            "year": year_of(date),
            "document": attendance.document,
            "mentions": json.dumps(
                [f"{attendance.document}#{mention}" for mention in attendance.mentions], ensure_ascii=False
            ),
            "confidence": attendance.confidence,
        }


def _hostings(entity: EventEntity) -> Iterator[Row]:
    for number, hosting in enumerate(entity.hostings, 1):
        yield {
            "id": f"{entity.id}#{number}",
            "event": entity.id,
            **vars(hosting),
            "year": year_of(entity.event.start),
        }


def _person(person: Entity, seen: Seen) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "sort": by_surname(person.name),
        "events": seen.events,
        "first_seen": seen.first,
        "last_seen": seen.last,
    }


def _organisation(body: Entity, seen: Seen) -> Row:
    return {
        "id": body.id,
        "name": body.name,
        "sort": fold(body.name),
        "acronym": body.acronym,
        "events": seen.events,
        "people": len(seen.people),
        "first_seen": seen.first,
        "last_seen": seen.last,
    }


def _names(archive: Archive) -> Iterator[Row]:
    for column, entities in (("person", archive.people), ("organisation", archive.organisations)):
        for entity in entities:
            for name, count in sorted(entity.forms.items()):
                yield {"name": name, "count": count, column: entity.id}


def _redirects(archive: Archive) -> Iterator[Row]:
    kinds: tuple[tuple[str, tuple[Entity | EventEntity, ...]], ...] = (
        ("people", archive.people),
        ("organisations", archive.organisations),
        ("events", archive.events),
    )
    for kind, entities in kinds:
        for entity in entities:
            yield from ({"kind": kind, "slug": old, "target": entity.id} for old in entity.redirects)


def _decision(decision: Decision, archive: Archive, mask: Mask) -> Row:
    row = asdict(decision) | {"replaced": archive.replaced.get(decision)}
    row.pop("role")
    written = {name: mask.on_written(row[name]) for name in ("left", "right", "by", "why", "replaced")}
    return row | written | {"applied": int(decision not in archive.unmatched)}


def _unmatched(decision: Decision, mask: Mask) -> Row:
    """A decision that no longer finds its name or its fact, as an issue anyone can list."""
    left, right = mask.on_written(decision.left), mask.on_written(decision.right)
    if not decision.sha256:
        message = say("decision-unmatched", action=decision.action, left=left)
    elif decision.action == "add":
        message = say("addition-unmatched", kind=decision.kind, value=right, sha256=decision.sha256[:12])
    else:
        told = {"action": decision.action, "kind": decision.kind, "value": left}
        message = say("fact-unmatched", sha256=decision.sha256[:12], **told)
    return asdict(Issue("resolve", "decision-unmatched", message))


def _ends_first(event: Event) -> bool:
    """Whether an event ends before it begins, as when only one of two days was corrected."""
    return bool(event.start and event.end) and (event.end or "") < (event.start or "")[: len(event.end or "")]


def _reversed(entity: EventEntity) -> Row:
    message = say("days-reversed", title=entity.id, start=entity.event.start, end=entity.event.end)
    return asdict(Issue("resolve", "days-reversed", message)) | {"document": entity.sources[0].document}
