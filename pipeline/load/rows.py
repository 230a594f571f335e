"""Archive → rows: what each table of the schema holds, as plain dictionaries in a fixed order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import PurePosixPath

from pipeline.archive import Archive, Entity, EventEntity
from pipeline.gazetteer import coordinates, town_name
from pipeline.load.counts import by_surname, kinds, period, place_of, places, seen, years
from pipeline.load.facts import Names, facts_of, names_of
from pipeline.load.masking import Mask, mask_of, private_mentions
from pipeline.messages import say
from pipeline.model import Issue, Record
from pipeline.text import fold

Row = dict[str, object]


def rows_of(archive: Archive) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table name and rows, in the order of the schema; search and runs are filled elsewhere."""
    names = names_of(archive)
    masks = {record.document.id: mask_of(record) for record in archive.records}
    ids = frozenset(record.document.id for record in archive.records)
    yield "documents", [_document(record, ids) for record in archive.records]
    yield "pages", [row for record in archive.records for row in _pages(record, masks[record.document.id])]
    yield "places", list(places(archive))
    yield "venues", list(_venues(archive))
    yield "events", [_event(event, _mask(event, masks)) for event in archive.events]
    yield "people", list(_people(archive))
    yield "organisations", list(_organisations(archive))
    yield "event_documents", [row for event in archive.events for row in _sources(event, names, masks)]
    yield "sessions", [row for event in archive.events for row in _sessions(event, _mask(event, masks))]
    yield "appearances", [row for event in archive.events for row in _appearances(event, masks)]
    yield "event_organisations", [row for event in archive.events for row in _hostings(event)]
    yield "mentions", [row for record in archive.records for row in _mentions(record, masks[record.document.id])]
    yield "names", list(_names(archive))
    yield "redirects", list(_redirects(archive))
    yield "identifiers", []
    yield "decisions", list(_decisions(archive))
    yield "issues", list(_issues(archive, masks))
    yield "years", list(years(archive))
    yield "kinds", list(kinds(archive))


def _mask(event: EventEntity, masks: Mapping[str, Mask]) -> Mask:
    """One mask for all papers of an event."""
    return Mask(tuple(word for source in event.sources for word in masks[source.document].words))


def status_of(record: Record) -> str:
    """`failed` when nothing could be read, `doubtful` when something is to be looked at, else `good`."""
    issues = record.document.issues or record.issues
    if issues and not any(page.lines for page in record.document.pages):
        return "failed"
    return "doubtful" if issues else "good"


def _document(record: Record, ids: frozenset[str]) -> Row:
    document, made_by = record.document, record.made_by
    confidences = [page.confidence for page in document.pages]
    return {
        "id": document.id,
        "part_of": next((str(above) for above in PurePosixPath(document.id).parents if str(above) in ids), None),
        "media_type": document.media_type,
        "bytes": document.bytes,
        "pages": len(document.pages),
        "source": ", ".join(sorted({page.source for page in document.pages})) or None,
        "confidence": round(sum(confidences) / len(confidences), 3) if confidences else None,
        "status": status_of(record),
        "sha256": document.sha256,
        **asdict(made_by),
    }


def _pages(record: Record, mask: Mask) -> Iterator[Row]:
    for page in record.document.pages:
        yield {
            "id": f"{record.document.id}#{page.number}",
            "document": record.document.id,
            **{name: getattr(page, name) for name in ("number", "width", "height", "unit", "source", "reason")},
            "rotation": page.rotation,
            "confidence": page.confidence,
            "text": mask(page.text),
        }


def _venues(archive: Archive) -> Iterator[Row]:
    counts: dict[str, int] = defaultdict(int)
    for event in archive.events:
        if event.venue:
            counts[event.venue] += 1
    for venue in sorted(archive.venues, key=lambda venue: venue.id):
        latitude, longitude = coordinates(venue.city) if venue.city else (None, None)
        yield {
            **asdict(venue),
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
        "year": _year(event.start),
        "date_note": event.date_note,
        "venue": entity.venue,
        "city": town_name(event.venue.city),
        "place": place_of(event.venue.city),
        "price": event.price,
        "people": len({attendance.person for attendance in entity.attendances}),
        "documents": len(entity.sources),
        "confidence": event.confidence.get("title"),
    }


def _year(start: str | None) -> int | None:
    return int(start[:4]) if start else None


def _sources(entity: EventEntity, names: Names, masks: Mapping[str, Mask]) -> Iterator[Row]:
    known = names.at(entity)
    for number, source in enumerate(entity.sources, 1):
        event = source.event
        yield {
            "id": f"{entity.id}#{number}",
            "event": entity.id,
            "document": source.document,
            "position": source.position,
            "title": masks[source.document](event.title),
            **{name: getattr(event, name) for name in ("start", "end", "start_time", "end_time")},
            "venue": event.venue.name,
            "city": event.venue.city,
            "facts": json.dumps(
                facts_of(source, entity.venue, known, masks[source.document]), ensure_ascii=False, separators=(",", ":")
            ),
        }


def _sessions(entity: EventEntity, mask: Mask) -> Iterator[Row]:
    for position, session in enumerate(entity.event.sessions):
        row = asdict(session)
        yield {
            "id": f"{entity.id}#{position}",
            "event": entity.id,
            "position": position,
            **row,
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
            "function": masks[attendance.document](attendance.function),
            "organisation": attendance.organisation,
            "person_printed": attendance.printed,
            "organisation_printed": attendance.organisation_printed,
            "date": date,
            "year": _year(date),
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
            **asdict(hosting),
            "year": _year(entity.event.start),
        }


def _people(archive: Archive) -> Iterator[Row]:
    of_person, _, _ = seen(archive)
    starts = {event.id: event.event.start for event in archive.events}
    for person in archive.people:
        events = of_person[person.id]
        yield {
            "id": person.id,
            "name": person.name,
            "sort": by_surname(person.name),
            "events": len(events),
            **period(events, starts),
        }


def _organisations(archive: Archive) -> Iterator[Row]:
    _, of_body, people_of = seen(archive)
    starts = {event.id: event.event.start for event in archive.events}
    for body in archive.organisations:
        events = of_body[body.id]
        yield {
            "id": body.id,
            "name": body.name,
            "sort": fold(body.name),
            "acronym": body.acronym,
            "events": len(events),
            "people": len(people_of[body.id]),
            **period(events, starts),
        }


def _mentions(record: Record, mask: Mask) -> Iterator[Row]:
    private = {mention.id for mention in private_mentions(record)}
    for mention in record.mentions:
        if mention.id in private:
            continue
        row = asdict(mention)
        row |= {
            "raw": mask(mention.raw),
            "value": mask(mention.value),
            "boxes": json.dumps([list(box) for box in mention.boxes]),
        }
        yield {**row, "id": f"{record.document.id}#{mention.id}", "document": record.document.id}


def _names(archive: Archive) -> Iterator[Row]:
    number = 0
    for column, entities in (("person", archive.people), ("organisation", archive.organisations)):
        for entity in entities:
            for name, count in sorted(entity.forms.items()):
                number += 1
                yield {
                    "id": number,
                    "person": None,
                    "organisation": None,
                    "name": name,
                    "count": count,
                    column: entity.id,
                }


def _redirects(archive: Archive) -> Iterator[Row]:
    kinds: tuple[tuple[str, tuple[Entity | EventEntity, ...]], ...] = (
        ("people", archive.people),
        ("organisations", archive.organisations),
        ("events", archive.events),
    )
    number = 0
    for kind, entities in kinds:
        for entity in entities:
            for old in entity.redirects:
                number += 1
                yield {"id": number, "kind": kind, "slug": old, "target": entity.id}


def _decisions(archive: Archive) -> Iterator[Row]:
    for number, decision in enumerate(archive.decisions, 1):
        row = asdict(decision)
        row.pop("sha256")
        yield {"id": number, **row}


def _issues(archive: Archive, masks: Mapping[str, Mask]) -> Iterator[Row]:
    number = 0
    for record in archive.records:
        for issue in (*record.document.issues, *record.issues):
            number += 1
            message = masks[record.document.id](issue.message)
            yield {"id": number, "document": record.document.id, **asdict(issue), "message": message}
    for decision in archive.unmatched:
        number += 1
        message = say("decision-unmatched", action=decision.action, left=decision.left)
        issue = Issue("resolve", "decision-unmatched", message)
        yield {"id": number, "document": None, **asdict(issue)}
