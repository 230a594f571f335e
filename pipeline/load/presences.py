"""Who was there, in numbers: rows so small that those of a town or of a much invited person are read in no time.

`keys` gives every event, person, body, town, kind of event and role a number, events in order of time; `presences`
says by these numbers who was at which event, for whom, or which body held it, and `gatherings` the same packed, a row
an event. Those a paper only names are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.archive import Archive, EventEntity
from pipeline.load.building import Row
from pipeline.load.counts import place_of, year_of
from pipeline.network import OFF_STAGE
from pipeline.packed import pack

Keys = Mapping[tuple[str, str], int]
"""(kind, id) → number, from 1."""


def keys_of(archive: Archive) -> Keys:
    """A number for everything that can be present, and for where and what it can be present at."""
    events = _in_order(archive)
    places = sorted({place for place in map(_place, events) if place})
    things = (
        *(("person", entity.id) for entity in archive.people),
        *(("organisation", entity.id) for entity in archive.organisations),
        *(("place", place) for place in places),
        *(("kind", kind) for kind in sorted({event.event.kind for event in events if event.event.kind})),
        *(("role", role) for role in sorted({role for event in events for _, _, role in _present(event)})),
        *(("event", entity.id) for entity in events),
    )
    return {thing: number for number, thing in enumerate(things, 1)}


def key_rows(keys: Keys) -> Iterator[Row]:
    """Rows of `keys`."""
    return ({"id": number, "kind": kind, "ref": ref} for (kind, ref), number in keys.items())


def presences_of(archive: Archive, keys: Keys) -> Iterator[Row]:
    """Rows of `presences`."""
    for entity in _in_order(archive):
        held = _held(entity, keys)
        for person, body, role in _present(entity):
            yield {
                **held,
                "person": keys["person", person] if person else None,
                "organisation": keys["organisation", body] if body else None,
                "role": role,
            }


def gatherings_of(archive: Archive, keys: Keys) -> Iterator[Row]:
    """Rows of `gatherings`."""
    for entity in _in_order(archive):
        numbers = (
            (keys.get(("person", person or ""), 0), keys.get(("organisation", body or ""), 0), keys["role", role])
            for person, body, role in _present(entity)
        )
        yield {**_held(entity, keys), "kind": keys.get(("kind", entity.event.kind or "")), "present": pack(numbers)}


def _held(entity: EventEntity, keys: Keys) -> Row:
    """Which event it is, when and where."""
    return {
        "event": keys["event", entity.id],
        "year": year_of(entity.event.start),
        "place": keys.get(("place", _place(entity) or "")),
    }


def _in_order(archive: Archive) -> list[EventEntity]:
    return sorted(archive.events, key=lambda entity: (entity.event.start or "9999", entity.id))


def _place(entity: EventEntity) -> str | None:
    return place_of(entity.event.venue.city)


def _present(entity: EventEntity) -> Iterator[tuple[str | None, str | None, str]]:
    """Person, body and role, once each, however many sessions someone speaks in."""
    people = ((attendance.person, attendance.organisation, attendance.role) for attendance in entity.attendances)
    bodies = ((None, hosting.organisation, hosting.role) for hosting in entity.hostings)
    yield from (present for present in dict.fromkeys((*people, *bodies)) if present[2] not in OFF_STAGE)
