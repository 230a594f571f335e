"""resolve(records, decisions) → Archive: who is who, which papers speak of the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.archive import Archive, Attendance, Decision, Entity, EventEntity, Hosting, Source, VenueEntity
from pipeline.model import Appearance, Event, Organisation, Record, Venue
from pipeline.resolve.decisions import read_decisions, unmatched
from pipeline.resolve.entities import organisations_of, people_of
from pipeline.resolve.events import addressed, merged, sources_of
from pipeline.resolve.venues import venues_of

__all__ = ["read_decisions", "resolve"]


def resolve(records: Iterable[Record], decisions: Sequence[Decision]) -> Archive:
    """The archive all records make together. Decisions of people go before what the machine thinks.

    The records are gone through here and again by whoever loads the archive; each need not be kept meanwhile.
    """
    sources, replaced = sources_of(records, decisions)
    people = people_of(Counter(a.person for source in sources for a in source.event.appearances), decisions)
    bodies = [body for source in sources for body in _bodies(source.event)]
    acronyms = {body.name: body.acronym for body in bodies if body.acronym}
    organisations = organisations_of(Counter(body.name for body in bodies), acronyms, decisions)
    venues = venues_of([source.event.venue for source in sources])
    events = _events(sources, people, organisations, venues)
    return Archive(
        records=records,
        events=events,
        people=_distinct(people),
        organisations=_distinct(organisations),
        venues=tuple({venue.id: venue for venue in venues.values()}.values()),
        decisions=tuple(decisions),
        unmatched=unmatched(decisions, {*people, *organisations}, replaced.keys()),
        replaced=replaced,
    )


def _bodies(event: Event) -> list[Organisation]:
    """Every body an event names, organisers and affiliations alike."""
    return [*event.organisations, *(a.organisation for a in event.appearances if a.organisation)]


def _distinct(entities: Mapping[str, Entity]) -> tuple[Entity, ...]:
    return tuple(sorted({entity.id: entity for entity in entities.values()}.values(), key=lambda entity: entity.id))


def _events(
    sources: Sequence[Source],
    people: Mapping[str, Entity],
    organisations: Mapping[str, Entity],
    venues: Mapping[Venue, VenueEntity],
) -> tuple[EventEntity, ...]:
    groups, redirects = addressed(sources)
    earlier: dict[str, list[str]] = defaultdict(list)
    for old, identifier in redirects.items():
        earlier[identifier].append(old)
    entities = []
    for identifier, group in groups.items():
        event = merged(group)
        venue = venues.get(event.venue)
        entities.append(
            EventEntity(
                id=identifier,
                event=event,
                venue=venue.id if venue else None,
                sources=tuple(group),
                attendances=tuple(_attendances(group, people, organisations)),
                hostings=tuple(_hostings(group, organisations)),
                redirects=tuple(sorted(earlier[identifier])),
            )
        )
    return tuple(entities)


def _attendances(
    group: Sequence[Source], people: Mapping[str, Entity], organisations: Mapping[str, Entity]
) -> list[Attendance]:
    """The fullest paper's appearances; from the other papers, those of people it does not name.

    Sessions are those of the fullest paper's programme: another paper's numbers mean nothing in it.
    """
    found: list[Attendance] = []
    for rank, source in enumerate(group):
        known = {attendance.person for attendance in found}
        for position, appearance in enumerate(source.event.appearances):
            person = people[appearance.person]
            if rank and person.id in known:
                continue
            attendance = _attendance(source, position, appearance, person, organisations)
            found.append(replace(attendance, session=None) if rank else attendance)
    return found


def _attendance(
    source: Source, position: int, appearance: Appearance, person: Entity, organisations: Mapping[str, Entity]
) -> Attendance:
    body = appearance.organisation
    return Attendance(
        person=person.id,
        printed=appearance.person,
        role=appearance.role,
        function=appearance.function,
        organisation=organisations[body.name].id if body else None,
        organisation_printed=body.name if body else None,
        session=appearance.session,
        document=source.document,
        mentions=tuple(source.event.evidence.get(f"appearances.{position}", ())),
        confidence=source.event.confidence.get(f"appearances.{position}"),
    )


def _hostings(group: Sequence[Source], organisations: Mapping[str, Entity]) -> list[Hosting]:
    found: dict[str, Hosting] = {}
    for source in group:
        for body in source.event.organisations:
            entity = organisations[body.name]
            found.setdefault(entity.id, Hosting(entity.id, body.name, body.role or "mentioned", source.document))
    return list(found.values())
