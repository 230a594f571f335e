"""Where: the venue of an event, put together from the lines that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.mentions import Span
from pipeline.extract.places import Place, is_elsewhere, is_online, is_venue_word, parse_place, places_in
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.model import Venue
from pipeline.text import fold

FIELDS = ("name", "address", "postcode", "city")
TAKES_PLACE = re.compile(
    r"(?:aura lieu|auront lieu|se tiendra|se tient|se deroulera|lieu|rendez-vous|accueilli\w*|hall|au cinema|seance|"
    r"se reunira|reunion)"
)
NEAR = 2
"""Rows apart within which lines complete each other: a hall's name above its street."""


@dataclass(frozen=True)
class Found:
    """A venue with where each field stands and how sure it is."""

    venue: Venue
    spans: dict[str, Span]
    confidence: float


@dataclass(frozen=True)
class _Candidate:
    row: Row
    place: Place
    weight: float


def find_venue(rows: Sequence[Row], date: Dated | None) -> Found:
    """The venue the rows give; fields the best line lacks are taken from its neighbours."""
    candidates = sorted(_candidates(rows, date), key=lambda candidate: -candidate.weight)
    if not candidates:
        return Found(Venue(), {}, 0.0)
    best = next((candidate for candidate in candidates if candidate.place.venue.name), candidates[0])
    if best.weight < candidates[0].weight - 3:
        best = candidates[0]
    venue, spans = best.place.venue, _spans(best)
    for other in candidates:
        if other is best or not _completes(best, other, venue):
            continue
        missing = [name for name in FIELDS if not getattr(venue, name) and getattr(other.place.venue, name)]
        if "name" in missing and other.weight < 2:
            missing.remove("name")
        venue = replace(venue, **{name: getattr(other.place.venue, name) for name in missing})
        spans |= {name: span for name, span in _spans(other).items() if name in missing}
    return Found(venue, spans, round(min(0.95, 0.45 + best.weight / 20), 2))


def _spans(candidate: _Candidate) -> dict[str, Span]:
    return {name: Span(candidate.row.segment, *span) for name, span in candidate.place.spans.items()}


def _completes(best: _Candidate, other: _Candidate, venue: Venue) -> bool:
    """Whether another line speaks of the same place: a neighbour, a labelled address, the name again, a town."""
    if other.weight <= 0:
        return False
    near = abs(other.row.index - best.row.index) <= NEAR
    labelled = other.row.label is not None and other.row.label.field in ("address", "venue")
    name, again = venue.name, other.place.venue.name
    same = bool(name and again and (fold(name) in fold(again) or fold(again) in fold(name)))
    return near or labelled or same or (not venue.city and not other.place.venue.name)


def _candidates(rows: Sequence[Row], date: Dated | None) -> Iterator[_Candidate]:
    for row in rows:
        penalty = 5.0 if is_elsewhere(row.text) and not (row.label and row.label.field == "venue") else 0.0
        for place, weight in _places(row, date):
            bonus = 1.0 * bool(place.venue.address) + 0.7 * bool(place.venue.city)
            bonus += 0.7 * bool(place.venue.name and is_venue_word(place.venue.name.split()[0]))
            yield _Candidate(row, place, weight + bonus - penalty - 0.02 * row.index)


def _places(row: Row, date: Dated | None) -> Iterator[tuple[Place, float]]:
    """The places of one row with their first weights."""
    text = row.text
    if row.label and row.label.field in ("venue", "address"):
        if place := parse_place(text, row.label.start):
            yield place, 9.0 if row.label.field == "venue" else 6.0
        return
    if row.kind in ("place", "heading", "people", "contact") and _is_place(row):
        if place := parse_place(text):
            yield place, 4.0 if row.kind == "place" else 2.5
        return
    near_date = date is not None and row.index == date.row.index
    sentence = row.kind == "prose" and TAKES_PLACE.search(row.segment.folded) is not None
    weight = 5.5 if near_date else 4.0 if row.kind in ("date", "day") else 3.0 if sentence else 0.8
    for place in places_in(text):
        yield place, weight
    if row.kind in ("date", "day"):
        for place in _beside_date(row):
            yield place, weight - 1.5
    if is_online(text) and row.is_short:
        yield Place(Venue(name=text.strip(" .:–-")), 0, len(text), {"name": (0, len(text))}), 1.0


def _is_place(row: Row) -> bool:
    return row.kind == "place" or (
        not row.people and bool(parse_place(row.text)) and bool(re.search(r"\d{5}", row.text))
    )


def _beside_date(row: Row) -> Iterator[Place]:
    """Pieces of a dated line that begin with a word for a place: "Salle des fêtes – samedi 3 mai", or are a town."""
    for match in re.finditer(r"[^,;|•\t()–—]+", re.sub(r"(?<=\s)-(?=\s)", "–", row.text)):
        piece = match[0].strip()
        if piece and is_venue_word(piece.split()[0]) and piece.split()[0][0].isupper():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            place = parse_place(row.text, start)
            if place and place.venue.name and len(place.venue.name.split()) > 1:
                yield place
