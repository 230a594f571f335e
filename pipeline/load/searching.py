"""What can be searched for: one row per event, person, organisation, venue and page, with its facets.

Facets are indexed with the words, so that narrowing a search costs nothing: `year:2003:z place:nantes:z`, which the
tokenizer reads as phrases; the closing `z` keeps `nantes` from matching `nantes-sud`. Names are not stemmed: Durand and
Durant would become one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.archive import Archive, EventEntity
from pipeline.load.counts import place_of
from pipeline.search import readable, stems
from pipeline.text import slug

Row = dict[str, object]
NAMES = frozenset({"person", "organisation", "venue"})
MOST = 40
"""Values of one facet that one thing is found under, the most frequent first: a federation works with hundreds."""


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
            self.values["kind"][slug(said.kind)] += 1
        self.values["role"].update(sorted(set(roles)))
        self.values["organisation"].update(sorted(set(bodies)))

    def text(self) -> str:
        """As it is indexed."""
        return " ".join(
            f"{name}:{value}:z" for name, counts in self.values.items() for value, _ in counts.most_common(MOST)
        )


def facets_of(archive: Archive) -> Mapping[tuple[str, str], Facets]:
    """Facets of everything: (kind of thing, id) → facets; pages go by their document."""
    found: dict[tuple[str, str], Facets] = defaultdict(Facets)
    for event in archive.events:
        roles = {attendance.role for attendance in event.attendances}
        hosts = [hosting.organisation for hosting in event.hostings]
        affiliations = [attendance.organisation for attendance in event.attendances if attendance.organisation]
        found["event", event.id].add(event, roles, [*hosts, *affiliations])
        if event.venue:
            found["venue", event.venue].add(event, (), hosts)
        for document in {source.document for source in event.sources}:
            found["page", document].add(event, roles, [*hosts, *affiliations])
        for body in {*hosts, *affiliations}:
            found["organisation", body].add(event, (), [body])
        for person in {attendance.person for attendance in event.attendances}:
            mine = [attendance for attendance in event.attendances if attendance.person == person]
            bodies = [attendance.organisation for attendance in mine if attendance.organisation]
            found["person", person].add(event, [attendance.role for attendance in mine], bodies)
    return found


def search_rows(rows: Mapping[str, Iterable[Row]], archive: Archive) -> Iterator[Row]:
    """One row per thing that can be found."""
    facets = facets_of(archive)
    number = 0
    for kind, table, title, text in (
        ("event", "events", "title", "subtitle"),
        ("person", "people", "name", None),
        ("organisation", "organisations", "name", "acronym"),
        ("venue", "venues", "name", "address"),
        ("page", "pages", "document", "text"),
    ):
        for row in rows[table]:
            number += 1
            heading, body = readable(str(row[title] or "")), readable(str(row[text] or "")) if text else ""
            known = facets.get((kind, str(row["document" if kind == "page" else "id"])), Facets())
            yield {
                "id": number,
                "kind": kind,
                "ref": row["id"],
                "title": heading,
                "facets": f"thing:{kind}:z {known.text()}".rstrip(),
                "text": body,
                "stem": "" if kind in NAMES else stems(f"{heading}\n{body}"),
            }
