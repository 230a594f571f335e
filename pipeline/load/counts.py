"""Counts made once, at load, so that no page has to count the archive: towns and years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from pipeline.archive import Archive, EventEntity
from pipeline.gazetteer import coordinates, town_name
from pipeline.load.building import Row
from pipeline.text import fold, slug


@cache
def place_of(city: str | None) -> str | None:
    """The id of a town: NIORT and Niort are one."""
    return slug(town_name(city) or "") or None


def year_of(start: str | None) -> int | None:
    """The year of a day as it is written, `2007`, `2007-03` or `2007-03-31`."""
    return int(start[:4]) if start else None


PARTICLES = frozenset({"de", "du", "des", "d'", "von", "van", "den", "der", "di", "da"})


def by_surname(name: str) -> str:
    """A name as a list of people orders it: surname first, a small particle after, no accents.

    >>> by_surname("Francis de La Motte-Vauvert"), by_surname("Étienne Vasseur-Lamy"), by_surname("Nadia")
    ('la motte-vauvert, francis de', 'vasseur-lamy, etienne', 'nadia')
    """
    first, *rest = name.replace("’", "'").replace("d'", "d' ").split()
    particles = []
    while len(rest) > 1 and rest[0] in PARTICLES:
        particles.append(rest.pop(0))
    return fold(", ".join(part for part in (" ".join(rest), " ".join([first, *particles])) if part))


def places(archive: Archive) -> Iterator[Row]:
    """Every town an event or a venue is in, under its own name or, where it is unknown, as papers print it."""
    names: dict[str, str] = {}
    starts: dict[str, list[str | None]] = defaultdict(list)
    venues: Counter[str] = Counter()
    for city in (venue.city for venue in archive.venues):
        if place := place_of(city):
            names.setdefault(place, town_name(city) or "")
            venues[place] += 1
    for event in archive.events:
        if place := place_of(event.event.venue.city):
            names.setdefault(place, town_name(event.event.venue.city) or "")
            starts[place].append(event.event.start)
    for place in sorted(names):
        dates = sorted(start for start in starts[place] if start)
        latitude, longitude = coordinates(names[place])
        yield {
            "id": place,
            "name": names[place],
            "sort": fold(names[place]),
            "latitude": latitude,
            "longitude": longitude,
            "events": len(starts[place]),
            "venues": venues[place],
            "first_seen": dates[0] if dates else None,
            "last_seen": dates[-1] if dates else None,
        }


def years(archive: Archive) -> Iterator[Row]:
    """Every year with an event: events, documents and people."""
    events: Counter[int] = Counter()
    documents: dict[int, set[str]] = defaultdict(set)
    people: dict[int, set[str]] = defaultdict(set)
    for event in archive.events:
        if year := year_of(event.event.start):
            events[year] += 1
            documents[year] |= {source.document for source in event.sources}
            people[year] |= {attendance.person for attendance in event.attendances}
    for year in sorted(events):
        yield {"id": year, "events": events[year], "documents": len(documents[year]), "people": len(people[year])}


def kinds(archive: Archive) -> Iterator[Row]:
    """Every kind of event, and how many there are."""
    counts = Counter(event.event.kind for event in archive.events if event.event.kind)
    yield from ({"id": slug(kind), "name": kind, "events": counts[kind]} for kind in sorted(counts))


@dataclass
class Seen:
    """At how many events someone or something was, from the first to the last date; people a body was named with."""

    events: int = 0
    first: str | None = None
    last: str | None = None
    people: set[str] = field(default_factory=set)

    def at(self, event: EventEntity) -> None:
        """Count one more event."""
        start = event.event.start
        self.events += 1
        self.first = min(filter(None, (self.first, start)), default=None)
        self.last = max(filter(None, (self.last, start)), default=None)


@dataclass(frozen=True)
class AllSeen:
    """Everyone, by id."""

    people: Mapping[str, Seen]
    bodies: Mapping[str, Seen]


def seen_in(archive: Archive) -> AllSeen:
    """When people and bodies were seen; whoever was not is there as well."""
    people: dict[str, Seen] = defaultdict(Seen)
    bodies: dict[str, Seen] = defaultdict(Seen)
    for event in archive.events:
        for person in {attendance.person for attendance in event.attendances}:
            people[person].at(event)
        hosts = {hosting.organisation for hosting in event.hostings}
        for body in hosts.union(a.organisation for a in event.attendances if a.organisation):
            bodies[body].at(event)
        for attendance in event.attendances:
            if attendance.organisation:
                bodies[attendance.organisation].people.add(attendance.person)
    return AllSeen(people, bodies)
