"""Lines that may name the venue: which of them count, and which is the street of the house above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.addresses import begins_as_street
from pipeline.extract.places import Place
from pipeline.extract.rows import Row
from pipeline.text import fold

PLAIN = 2.0
"""From this weight on a place may be named by common nouns only: "la salle des fêtes"."""


@dataclass(frozen=True)
class Candidate:
    """A place, the row that names it, and how much that looks like the venue."""

    row: Row
    place: Place
    weight: float


def outside_programme(candidates: list[Candidate], rows: Sequence[Row]) -> list[Candidate]:
    """Without the halls of a programme that goes from one to another, where each slot is in its own."""
    slots = [row.index for row in rows if row.kind == "slot"]
    inside = [each for each in candidates if len(slots) > 1 and slots[0] <= each.row.index <= slots[-1]]
    halls = {fold(each.place.venue.name) for each in inside if each.place.venue.name and each.row.kind == "place"}
    return [each for each in candidates if each not in inside] if len(halls) > 1 else candidates


def with_houses(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """A street just below the name of a house is its address; by itself it may be where things take place."""
    houses = {candidate.row.index for candidate in candidates if _names_house(candidate)}
    for candidate in candidates:
        place = candidate.place
        is_street = place.venue.name and not place.venue.address and begins_as_street(place.venue.name)
        if is_street and candidate.row.index - 1 in houses:
            spans = {"address" if key == "name" else key: span for key, span in place.spans.items()}
            venue = replace(place.venue, name=None, address=place.venue.name)
            yield replace(candidate, place=Place(venue, spans))
        else:
            yield candidate


def _names_house(candidate: Candidate) -> bool:
    name = candidate.place.venue.name
    return bool(name) and candidate.weight >= PLAIN and not begins_as_street(name or "")
