"""Places: the name of a venue, its street, postcode and town, in one line of a flyer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.addresses import (
    AFTER_POSTCODE,
    POSTCODE,
    TOWN_AFTER,
    TRAILING,
    pieces_of,
    street_span,
    town_span,
    trimmed,
    unlisted_town_span,
)
from pipeline.extract.contacts import find_contacts
from pipeline.extract.dates import find_dates
from pipeline.extract.times import find_times
from pipeline.extract.towns import is_town, town_of_building
from pipeline.extract.venuewords import is_article, is_venue_word
from pipeline.model import Venue

TO = re.compile(
    r"(?<![\w'’])(?:(?:[àÀA]|[dD]ans) l['’]\s*"
    r"|(?:[àÀaA] la|[aA][uU][xX]?|[àÀ]|[cC]hez|[eE]n(?=\s+[sS]alle\b)|[dD]ans l[ae]|[sS]ur l[ae])\s+)"
)
MAX_NAME_WORDS = 12


@dataclass(frozen=True)
class Place:
    """A place read from characters `start` to `end` of a line; `spans` tells where each field stands."""

    venue: Venue
    start: int
    end: int
    spans: dict[str, tuple[int, int]]


@lru_cache(maxsize=4096)
def parse_place(text: str, start: int = 0) -> Place | None:
    """The place a phrase is, as after "Lieu :"; None when there is none in it.

    >>> parse_place("Amphithéâtre Le Dartagnan 80, rue de Vitruve, Paris, XXème").venue
    Venue(name='Amphithéâtre Le Dartagnan', address='80, rue de Vitruve', postcode=None, city='Paris')
    """
    end = _end_of_place(text, start)
    spans: dict[str, tuple[int, int]] = {}
    if address := street_span(text, start, end):
        spans["address"] = address
    codes = [code for code in POSTCODE.finditer(text, start, end) if AFTER_POSTCODE.match(text, code.end("code"))]
    if code := next(iter(codes), None):
        spans["postcode"] = code.span("code")
    if town := town_span(text, start, end, spans) or unlisted_town_span(text, start, end, spans):
        spans["city"] = town
    if name := _name(text, start, end, spans):
        spans["name"] = name
    if "name" in spans and "city" not in spans and (town := town_of_building(text[slice(*spans["name"])])):
        spans["city"] = (spans["name"][0] + town[0], spans["name"][0] + town[1])
    if not spans:
        return None
    spans = {key: trimmed(text, *span) for key, span in spans.items()}
    fields = {key: text[first:last] for key, (first, last) in spans.items()}
    return Place(Venue(**fields), min(first for first, _ in spans.values()), end, spans)


def places_in(text: str, *, plain: bool = False) -> Iterator[Place]:
    """Places told by a preposition and a word for a place: "à la mairie de Friesen", "au cinéma Le Connétable".

    `plain` lets a name be of common nouns only, as in "à la salle des fêtes".
    """
    is_dated = bool(find_dates(text) or find_times(text))
    for match in TO.finditer(text):
        first = re.match(r"[^\s,;:.()]+", text[match.end() :])
        if not first:
            continue
        place = parse_place(text, match.end())
        told = is_venue_word(first[0]) and (first[0][0].isupper() or not is_article(first[0]))
        addressed = place is not None and place.venue.address is not None and first[0][0].isupper()
        hosted = match[0].lower().startswith("chez") and first[0][0].isupper() and is_dated
        if not (told or addressed or hosted):
            continue
        if place and place.venue.name and (plain or any(word[0].isupper() for word in place.venue.name.split())):
            yield place


def town_after(text: str) -> tuple[int, int] | None:
    """Where a town stands behind "à": "du 4 au 6 juin à Revin"."""
    for match in TOWN_AFTER.finditer(text):
        if match[0].startswith("à") and is_town(match["town"]):
            return match.span("town")
    return None


def _end_of_place(text: str, start: int) -> int:
    """A place ends where a date, an hour, a telephone number or a sentence begins."""
    ends = [date.start for date in find_dates(text) if date.start >= start]
    ends += [time.start for time in find_times(text) if time.start >= start]
    ends += [contact.start for contact in find_contacts(text) if contact.start >= start]
    ends += [
        match.start()
        for match in re.finditer(
            r"(?<=[a-zà-ÿ)\d]{3})\.(?=\s+[A-ZÀ-Þ])|[!?»]|\s(?:qui|où|dont|avec|et sera|afin|suivie?|sur le)\s"
            r"|(?<![mM]aison)\spour\s",
            text,
        )
        if match.start() >= start
    ]
    end = min(ends, default=len(text))
    return start + len(TRAILING.sub("", text[start:end]))


def _name(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The venue's name: what stands before street, postcode and town, its first two pieces at most."""
    until = min([end, *(first for first, _ in spans.values())])
    names: list[tuple[int, int]] = []
    for first, last in pieces_of(text, start, until):
        piece = text[first:last].strip(" .-–")
        if not piece or len(piece.split()) > MAX_NAME_WORDS or not re.search(r"[^\W\d]{2}", piece):
            break
        names.append((first, last))
    if not names:
        return None
    return names[0][0], names[0][1]
