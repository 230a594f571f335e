"""Places: the name of a venue, its street, postcode and town, in one line of a flyer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.extract.contacts import find_contacts
from pipeline.extract.dates import find_dates
from pipeline.extract.times import find_times
from pipeline.extract.towns import is_town, is_unlisted_town, town_of_building
from pipeline.gazetteer import find_town
from pipeline.lexicon import lexicon
from pipeline.model import Venue
from pipeline.text import fold, fold_in_place

POSTCODE = re.compile(
    r"(?<![\d/.])(?:F-|B-|CH-|L-)?(?P<code>\d{5}|\d{2}\s\d{3}|[1-9]\d{3}(?=\s+[A-ZÀ-Þ]))(?![\d/]|\s?(?:€|h\b|F\b))"
)
AFTER_POSTCODE = re.compile(
    r"\s*[-–—,]?\s*(?P<town>[A-ZÀ-Þ][\w'’.-]*"
    r"(?:[ -](?:[A-ZÀ-Þ][\w'’.-]*|sur|sous|les?|la|lès|en|de|du|d['’]\w+|et|à|aux?|l['’]\w+)){0,5})"
)
TOWN_AFTER = re.compile(
    r"(?:\bà\s+|\s)(?P<town>[A-ZÀ-Þ][\w'’-]+(?:[ -](?:[A-ZÀ-Þ][\w'’-]*|sur|sous|l[eè]s?|la|en|de|du))*"
    r"(?:\s\d{1,2}\s?(?:er|e|è|ème))?)"
)
PIECE = re.compile(r"\s*(?:,|;|\s[–—-]\s|\||\t|•|\(|\)|\n|:)\s*")
TO = re.compile(
    r"(?<![\w'’])(?:(?:[àÀA]|[dD]ans) l['’]\s*"
    r"|(?:[àÀaA] la|[aA][uU][xX]?|[àÀ]|[cC]hez|[eE]n(?=\s+[sS]alle\b)|[dD]ans l[ae]|[sS]ur l[ae])\s+)"
)
ON_DEMAND = re.compile(r"\bsur\s+(?:pre-?)?(?:inscription|reservation)s?\b")
"""What tells how to take part, not where to write."""
TRAILING = re.compile(r"[\s,–—-]*(?:(?<![\w'’])(?:le|les|du|ce|de|à partir de|dès|à|entre|et))?\s*$", re.IGNORECASE)
LINKS = frozenset({"de", "du", "d", "la", "le", "des", "les", "l", "a"})
MAX_NAME_WORDS = 12
MIN_PIECES = 2
"""A town alone could be anything."""


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
    if address := _street(text, start, end):
        spans["address"] = address
    codes = [code for code in POSTCODE.finditer(text, start, end) if AFTER_POSTCODE.match(text, code.end("code"))]
    if code := next(iter(codes), None):
        spans["postcode"] = code.span("code")
    if town := _town(text, start, end, spans) or _unlisted_town(text, start, end, spans):
        spans["city"] = town
    if name := _name(text, start, end, spans):
        spans["name"] = name
    if "name" in spans and "city" not in spans and (town := town_of_building(text[slice(*spans["name"])])):
        spans["city"] = (spans["name"][0] + town[0], spans["name"][0] + town[1])
    if not spans:
        return None
    spans = {key: _trimmed(text, *span) for key, span in spans.items()}
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


def is_venue_word(word: str) -> bool:
    """Whether a word is one a venue's name begins with."""
    return fold(word).strip(".'’") in _kinds()


@lru_cache(maxsize=4096)
def is_street_word(word: str) -> bool:
    """Whether a word names a square or a street, which may only say where a house stands."""
    return fold(word).strip(".'’") in lexicon("venues")["streets"]


def begins_as_place(text: str) -> bool:
    """Whether a line begins with a word for a place: "Salle des fêtes", but neither "Atelier d'écriture" nor "Le"."""
    words = text.split()
    if len(words) > 1 and fold(words[0]) in lexicon("venues")["qualities"]:
        words = words[1:]
    if not words or not is_venue_word(words[0]) or is_article(words[0]) or words[1:2] == [":"]:
        return False
    return _events().match(fold(text)) is None


@cache
def _events() -> re.Pattern[str]:
    words = "|".join(re.escape(fold(event)) for event in lexicon("venues")["events"])
    return re.compile(rf"(?:{words})\b")


@lru_cache(maxsize=4096)
def has_street(text: str) -> bool:
    """Whether a street stands in a text."""
    return _street(text, 0, len(text)) is not None


def has_postcode(text: str) -> bool:
    """Whether a postcode with its town stands in a text; figures alone may be a telephone number's."""
    return any(AFTER_POSTCODE.match(text, code.end("code")) for code in POSTCODE.finditer(text))


@lru_cache(maxsize=4096)
def is_elsewhere(text: str) -> bool:
    """Whether a line's address is one to write to rather than to go to."""
    return _elsewhere().search(ON_DEMAND.sub(" ", fold(text))) is not None


@cache
def _elsewhere() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in lexicon("venues")["elsewhere"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def online_in(text: str) -> tuple[int, int] | None:
    """Where a phrase says that one takes part from a distance: "en ligne (Zoom)"."""
    words = "|".join(re.escape(word) for word in lexicon("venues")["online"])
    match = re.search(rf"\b(?:{words})\b(?:\s?\((?:{words})\))?", fold_in_place(text))
    return match.span() if match else None


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """The span without the marks and small words around it."""
    phrase = TRAILING.sub("", text[first:last].rstrip(" ,.;:–—-("))
    lead = len(phrase) - len(phrase.lstrip(" ,.;:–—-"))
    return first + lead, first + len(phrase)


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


@cache
def _street_pattern() -> re.Pattern[str]:
    streets = "|".join(re.escape(word) + r"\.?" for word in sorted(lexicon("venues")["streets"], key=len, reverse=True))
    number = r"\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?(?:bis|ter|quater|[a-d]\b))?"
    name = r"[^,;()|\t•\n–—:]{2,60}?"
    return re.compile(
        rf"(?:(?<![\w/])(?:n°\s?)?{number}\s*,?\s+(?:{streets})\s+{name}|(?<!\w)(?:{streets})\s+{name}(?:,?\s+{number})(?!\d))"
        rf"(?=\s*(?:[,;()|\t•\n–—:]|\s-\s|\s+\d{{4,5}}\b|\s\d\d\s\d{{3}}\b|\sà\s|\.\s|\.?$))"
    )


def _street(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where house number and street stand."""
    folded = fold_in_place(text[:end])
    for match in _street_pattern().finditer(folded, start):
        stop = match.end()
        words = text[match.start() : stop].split()
        for count in (1, 2):
            tail = " ".join(words[-count:])
            if len(words) > 2 + count and is_town(tail) and fold(words[-count - 1]) not in LINKS:
                stop -= len(tail) + 1
                break
        return match.start(), stop
    return None


def _town(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """Where the town stands: after the postcode, else a piece of the line that is a town, the last one first."""
    if "postcode" in spans:
        after = AFTER_POSTCODE.match(text, spans["postcode"][1])
        if after:
            return _trim_town(text, *after.span("town"))
    pieces = [piece for piece in _pieces(text, start, end) if not _overlaps(piece, spans.values())]
    for first, last in reversed(pieces):
        if text[first : first + 1].isupper() and is_town(text[first:last]):
            return _trim_town(text, first, last)
    before = spans["address"][1] if "address" in spans else start - 2
    for match in reversed(list(TOWN_AFTER.finditer(text, max(0, before), end))):
        told = match[0].startswith("à") or "address" in spans
        if told and is_town(match["town"]):
            return _trim_town(text, *match.span("town"))
    return None


def _unlisted_town(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The last piece of a place before brackets, behind its name or street, where it looks like a town."""
    pieces = [piece for piece in _pieces(text, start, end) if text[slice(*piece)].strip(" .")]
    if pieces and text[: pieces[-1][0]].rstrip().endswith("("):
        pieces.pop()
    if len(pieces) < MIN_PIECES or _overlaps(pieces[-1], [spans[key] for key in spans if key != "name"]):
        return None
    first, last = _trimmed(text, *pieces[-1])
    named = "address" in spans or begins_as_place(text[start : pieces[0][1]].strip())
    return (first, last) if named and is_unlisted_town(text[first:last]) else None


def _trim_town(text: str, first: int, last: int) -> tuple[int, int]:
    """Without "cedex", arrondissement and what follows the town's own words."""
    words = text[first:last].split()
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if find_town(phrase) and not re.search(r"\d|cedex", phrase, re.IGNORECASE):
            length = re.match(r"\s*" + r"\s+".join(re.escape(word) for word in words[:count]), text[first:last])
            return first, first + (length.end() if length else last - first)
    return first, last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line between commas and dashes."""
    position = start
    for match in PIECE.finditer(text, start, end):
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def _overlaps(span: tuple[int, int], spans: object) -> bool:
    return any(span[0] < last and first < span[1] for first, last in spans)  # type: ignore[attr-defined]


def _name(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The venue's name: what stands before street, postcode and town, its first two pieces at most."""
    until = min([end, *(first for first, _ in spans.values())])
    names: list[tuple[int, int]] = []
    for first, last in _pieces(text, start, until):
        piece = text[first:last].strip(" .-–")
        if not piece or len(piece.split()) > MAX_NAME_WORDS or not re.search(r"[^\W\d]{2}", piece):
            break
        names.append((first, last))
    if not names:
        return None
    return names[0][0], names[0][1]


def is_article(word: str) -> bool:
    """Whether a venue word says nothing by itself: "Le", "Grand"."""
    return fold(word) in ("la", "le", "les", "grand", "petit")


@cache
def _kinds() -> frozenset[str]:
    venues = lexicon("venues")
    return frozenset(fold(word) for key in ("buildings", "rooms", "open") for word in venues[key])
