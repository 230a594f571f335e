"""What can be searched for: one row per event, person, organisation, venue and page, with its facets.

Facets are indexed with the words, so that narrowing a search costs nothing: `year:2003:z place:nantes:z`, which the
tokenizer reads as phrases; the closing `z` keeps `nantes` from matching `nantes-sud`. Names are not stemmed: Durand and
Durant would become one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pipeline.archive import Archive, EventEntity
from pipeline.load.building import Building, Row
from pipeline.load.counts import place_of
from pipeline.search import readable, stems
from pipeline.text import slug

NAMES = frozenset({"person", "organisation", "venue"})
MOST = 40
"""Values of one facet that one thing is found under, the most frequent first: a federation works with hundreds."""


_code = cache(slug)


@dataclass
class Facets:
    """What narrows the search for one thing: facet → value → how often."""

    values: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, event: EventEntity, roles: Iterable[str], bodies: Iterable[str]) -> None:
        """An event the thing has to do with."""
        said = event.event
        for name, value in (("year", (said.start or "")[:4]), ("place", place_of(said.venue.city))):
            if value:
                self.values[name][value] += 1
        if said.kind:
            self.values["kind"][_code(said.kind)] += 1
        self.values["role"].update(sorted(set(roles)))
        self.values["organisation"].update(sorted(set(bodies)))

    def text(self) -> str:
        """As it is indexed."""
        return " ".join(
            f"{name}:{value}:z" for name, counts in self.values.items() for value, _ in counts.most_common(MOST)
        )


class Whereabouts:
    """Which events each thing has to do with: what its facets are counted from."""

    def __init__(self, archive: Archive) -> None:
        self._events: dict[tuple[str, str], list[EventEntity]] = defaultdict(list)
        for event in archive.events:
            for kind, ref in _things(event):
                self._events[kind, ref].append(event)

    def facets(self, kind: str, ref: str) -> str:
        """The facets of one thing, as they are indexed; a page has those of its document."""
        found = Facets()
        found.values["thing"][kind] = 1
        for event in self._events.get((kind, ref), ()):
            found.add(event, *_part(event, kind, ref))
        return found.text()


def _things(event: EventEntity) -> Iterator[tuple[str, str]]:
    """What an event is to be counted for, once each."""
    yield "event", event.id
    if event.venue:
        yield "venue", event.venue
    yield from (("page", document) for document in sorted({source.document for source in event.sources}))
    yield from (("organisation", body) for body in sorted({*_hosts(event), *_affiliations(event)}))
    yield from (("person", person) for person in sorted({attendance.person for attendance in event.attendances}))


def _part(event: EventEntity, kind: str, ref: str) -> tuple[list[str], list[str]]:
    """Roles and bodies under which a thing is found for what it had to do with an event."""
    if kind == "venue":
        return [], _hosts(event)
    if kind == "organisation":
        return [], [ref]
    if kind == "person":
        mine = [attendance for attendance in event.attendances if attendance.person == ref]
        return [said.role for said in mine], [said.organisation for said in mine if said.organisation]
    return [said.role for said in event.attendances], [*_hosts(event), *_affiliations(event)]


def _hosts(event: EventEntity) -> list[str]:
    return [hosting.organisation for hosting in event.hostings]


def _affiliations(event: EventEntity) -> list[str]:
    return [attendance.organisation for attendance in event.attendances if attendance.organisation]


TEXTS = {
    "event": "select id, id, title, subtitle from events",
    "person": "select id, id, name, null from people",
    "organisation": "select id, id, name, acronym from organisations",
    "venue": "select id, id, name, address from venues",
    "page": "select id, document, document, text from pages",
}
"""Kind of thing → its id, what its facets go by, its heading and its text."""


def search_rows(archive: Archive, public: Building) -> Iterator[Row]:
    """One row per thing that can be found, its words as they are to be indexed."""
    where = Whereabouts(archive)
    number = 0
    for kind, sql in TEXTS.items():
        for ref, known_by, title, text in public.select(sql):
            number += 1
            heading, body = readable(title or ""), readable(text or "")
            yield {
                "id": number,
                "rowid": number,
                "kind": kind,
                "ref": ref,
                "title": heading,
                "facets": where.facets(kind, known_by),
                "text": body,
                "stem": "" if kind in NAMES else stems(f"{heading}\n{body}"),
            }
