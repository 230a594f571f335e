"""Addresses: house number and street, postcode and town, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pipeline.extract.towns import SHAPE, is_town, is_unlisted_town
from pipeline.extract.venuewords import begins_as_place
from pipeline.gazetteer import find_town
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

POSTCODE = re.compile(
    r"(?<![\d/.])(?:F-|B-|CH-|L-)?(?P<code>\d{5}|\d{2}\s\d{3}|[1-9]\d{3}(?=\s+[A-ZÀ-Þ]))(?![\d/]|\s?(?:€|h\b|F\b))"
)
AFTER_POSTCODE = re.compile(
    r"\s*[-–—,]?\s*(?P<town>[A-ZÀ-Þ][\w'’.-]*"
    r"(?:[ -](?:[A-ZÀ-Þ][\w'’.-]*|sur|sous|les?|la|lès|en|de|du|d['’]\w+|et|à|aux?|l['’]\w+)){0,5})"
)
BEFORE_POSTCODE = re.compile(rf"\W*(?P<town>{SHAPE.pattern})\s+\(?(?P<code>\d{{5}})\)?\W*$")
"""A line that names a town, then its postcode: "Saint-Marc 54116"."""
TOWN_AFTER = re.compile(
    r"(?:\bà\s+|\s)(?P<town>[A-ZÀ-Þ][\w'’-]+(?:[ -](?:[A-ZÀ-Þ][\w'’-]*|sur|sous|l[eè]s?|la|en|de|du))*"
    r"(?:\s\d{1,2}\s?(?:er|e|è|ème))?)"
)
PIECE = re.compile(r"\s*(?:,|;|\s[–—-]\s|\||\t|•|\(|\)|\n|:|[>→])\s*")
TRAILING = re.compile(r"[\s,–—-]*(?:(?<![\w'’])(?:le|les|du|ce|de|à partir de|dès|à|entre|et))?\s*$", re.IGNORECASE)
MISREAD = re.compile(r"\s\d[\dIlOoS]{4}\s+(?P<town>[A-ZÀ-Þ][\w'’-]+)")
"""A postcode whose figures were read as letters, and its town."""
IN_TOWN = re.compile(r",?\s+à\s+(?P<town>[A-ZÀ-Þ][^,;()\d.]+)\.?$")
SAINT = re.compile(r"sainte?-|ste?-", re.IGNORECASE)
"""Streets bear saints' names as often as towns do."""
LINKS = frozenset({"de", "du", "d", "la", "le", "des", "les", "l", "a"})
MIN_PIECES = 2
"""A town alone could be anything."""


@lru_cache(maxsize=4096)
def has_street(text: str) -> bool:
    """Whether a street stands in a text."""
    return street_span(text, 0, len(text)) is not None


@lru_cache(maxsize=4096)
def has_postcode(text: str) -> bool:
    """Whether a postcode with its town stands in a text; figures alone may be a telephone number's."""
    return postcode_span(text, 0, len(text)) is not None


def postcode_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a postcode stands before its town, or behind it at the end of a line."""
    codes = (code for code in POSTCODE.finditer(text, start, end) if AFTER_POSTCODE.match(text, code.end("code")))
    code = next(codes, None) or BEFORE_POSTCODE.match(text[:end], start)
    return code.span("code") if code else None


@cache
def _street_pattern() -> re.Pattern[str]:
    streets = "|".join(re.escape(word) + r"\.?" for word in sorted(lexicon("venues")["streets"], key=len, reverse=True))
    number = r"\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?(?:bis|ter|quater|[a-d]\b))?"
    name = r"[^,;()|\t•\n–—:]{2,60}?"
    months = "|".join(forms[0] for forms in lexicon("calendar")["months"].values())
    day = rf"du\s+\d{{1,2}}(?:er)?\s+(?:{months})(?:\s+(?:1[89]|20)\d\d)?(?!\s+\d{{3}}\b)"
    return re.compile(
        rf"(?:(?<![\w/])(?:n°\s?)?{number}\s*,?\s+(?:{streets})\s+(?:{day}|{name})|(?<!\w)(?:{streets})\s+{name}(?:,?\s+{number})(?!\d))"
        rf"(?=\s*(?:[,;()|\t•\n–—:]|\s-\s|\s+\d[\dilos]{{3,4}}\b|\s\d\d\s\d{{3}}\b|\sà\s|\.\s|\.?$))"
    )


def street_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where house number and street stand."""
    folded = fold_in_place(text[:end])
    for match in _street_pattern().finditer(folded, start):
        stop = match.end()
        words = text[match.start() : stop].split()
        for count in (1, 2):
            tail = " ".join(words[-count:])
            if (
                len(words) > 2 + count
                and is_town(tail)
                and not SAINT.match(tail)
                and fold(words[-count - 1]) not in LINKS
            ):
                stop -= len(tail) + 1
                break
        return match.start(), stop - _length_of_town_behind(text[match.start() : stop])
    return None


def bare_street_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a street without number stands behind a venue's name: "Salle Doisneau, rue du Stade"."""
    match = _bare_street_pattern().search(fold_in_place(text[:end]), start + 1)
    if not match or not text[start : match.start("street")].strip(" ,(–—-"):
        return None
    first, last = match.span("street")
    return first, last - _length_of_town_behind(text[first:last])


def begins_as_street(text: str) -> bool:
    """Whether a line begins with a street, with its house number or without: "rue du Stade", "12 allée des Saules"."""
    return _leading_street_pattern().match(fold(text)) is not None


def ends_in_street(text: str) -> bool:
    """Whether a day that follows would be a street's name: "boulevard du" (11 novembre 1918)."""
    words = fold(text).split()
    return len(words) > 1 and words[-1] in ("du", "le", "des") and words[-2] in lexicon("venues")["streets"]


@cache
def _leading_street_pattern() -> re.Pattern[str]:
    numbered = "|".join(re.escape(word) for word in lexicon("venues")["streets"])
    bare = "|".join(re.escape(word) for word in lexicon("venues")["sure_streets"])
    return re.compile(rf"(?:\d{{1,4}}(?:\s?(?:bis|ter))?\s*,?\s+(?:{numbered})\.?|{bare})\s+\w")


@cache
def _bare_street_pattern() -> re.Pattern[str]:
    streets = "|".join(re.escape(word) for word in lexicon("venues")["sure_streets"])
    return re.compile(
        rf"(?:[,(]\s*|\s[–—-]\s+|(?<!\bla)(?<!\bde)\s)(?P<street>(?:{streets})\s+[^,;()|\t•\n–—:]{{2,60}}?)"
        rf"(?=\s*(?:[,;()|\t•\n–—:]|\s-\s|\s+\d[\dilos]{{3,4}}\b|\.\s|\.?$))"
    )


def _length_of_town_behind(street: str) -> int:
    """How many letters at the end of a street say in which town it is: "2 allée des Tilleuls à Chambreuil"."""
    town = IN_TOWN.search(street)
    return len(town[0]) if town and (is_town(town["town"]) or is_unlisted_town(town["town"])) else 0


def town_span(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """Where the town stands: after the postcode, else a piece of the line that is a town, the last one first."""
    if "postcode" in spans:
        after = AFTER_POSTCODE.match(text, spans["postcode"][1])
        if after:
            return _trim_town(text, *after.span("town"))
        before_code = BEFORE_POSTCODE.match(text[:end], start)
        if before_code:
            return before_code.span("town")
    pieces = [piece for piece in pieces_of(text, start, end) if not overlaps(piece, spans.values())]
    for first, last in reversed(pieces):
        if text[first : first + 1].isupper() and is_town(text[first:last]):
            return _trim_town(text, first, last)
    before = spans["address"][1] if "address" in spans else start - 2
    for match in reversed(list(TOWN_AFTER.finditer(text, max(0, before), end))):
        told = match[0].startswith("à") or "address" in spans
        if told and is_town(match["town"]):
            return _trim_town(text, *match.span("town"))
    misread = MISREAD.search(text, before, end) if "address" in spans else None
    if misread and is_town(misread["town"]):
        return misread.span("town")
    told_by_street = IN_TOWN.match(text[:end], before) if "address" in spans else None
    if told_by_street and is_unlisted_town(told_by_street["town"]):
        return told_by_street.span("town")
    return None


def unlisted_town_span(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The last piece of a place before brackets, behind its name or street, where it looks like a town."""
    pieces = [piece for piece in pieces_of(text, start, end) if text[slice(*piece)].strip(" .")]
    if pieces and text[: pieces[-1][0]].rstrip().endswith("("):
        pieces.pop()
    if len(pieces) < MIN_PIECES or overlaps(pieces[-1], [spans[key] for key in spans if key != "name"]):
        return None
    if text[pieces[-2][1] : pieces[-1][0]].strip() == ":":
        return None
    first, last = trimmed(text, *pieces[-1])
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


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line between commas and dashes."""
    position = start
    for match in PIECE.finditer(text, start, end):
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def overlaps(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of a line shares a character with one of several."""
    return any(span[0] < last and first < span[1] for first, last in spans)


def trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """The span without the marks and small words around it."""
    phrase = TRAILING.sub("", text[first:last].rstrip(" ,.;:–—-("))
    lead = len(phrase) - len(phrase.lstrip(" ,.;:–—-"))
    return first + lead, first + len(phrase)
