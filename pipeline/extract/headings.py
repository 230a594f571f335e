"""What a heading says: its words without dates, hours, speakers and notes; whether it only names a body."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.kinds import is_only_kind, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.places import TO, leading_town
from pipeline.extract.rows import Row
from pipeline.extract.venuewords import begins_as_place
from pipeline.lexicon import lexicon
from pipeline.text import fold

QUOTED_LEAD = re.compile(
    r"(?P<title>[«“\"]?[^«»“”\"]{3,}[»”\"])\s*,?\s*(?:organis|par|avec|anim|présent|propos|de |d['’])"
)
EDGES = ' «»“”"*_.:;,–—-'
TITLE_LABEL = re.compile(
    r"(?:titre|title|objet|subject|sujet|intitulé|thème)\s*:\s*(?:(?:\[[^\]]{2,30}\]|(?:re|tr|fwd?|réf)\s*:)\s*)*",
    re.IGNORECASE,
)
DANGLING = re.compile(
    r"(?:[\s*_.:;,–—(/|-]|(?<=[^\w])(?:les?|du|de|des|à|le|pour|au|en|dès|ce|et|de la|jusqu'au|dates?|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))$",
    re.IGNORECASE,
)
LEADING = re.compile(r"[\s*_.:;,–—)/|-]+(?:à\s+)?")
MODERN = 1950
"""Older dates in a heading are its subject: "l'armistice du 11 novembre 1918"."""
NOTES = re.compile(
    r"\s+\d+ ?(?:km|jours)\b|\s*(?:\(|[–—-]\s)"
    r"(?:film\b|dès \d|à partir d|durée|\d+ ?(?:min|places)|tout public|pour (?:les|tous)|"
    r"[^()]*\b(?:repli|en cas d|sous réserve|complet)\b[^()]*\))",
    re.IGNORECASE,
)
TO_PLACE = re.compile(r"(?:au|aux|à|chez|dans|rue|le lieu)\b")
ASIDE = re.compile(rf"\(|{TO_PLACE.pattern}|(?:en présence|suivie?|animée?|avec|sur|devant)\b")
ARTICLE = re.compile(r"^(?:les?\s|la\s|l['’]\s?)")
PLACEHOLDER = re.compile(r"\(?(?<!\w)à (?:confirmer|préciser|définir|venir)\b\)?", re.IGNORECASE)
LONE = frozenset("aldsjmnyco")
"""Letters that stand alone as a word or before an apostrophe: "À l'ombre"."""
CIVILITY = 10
"""Letters a civility takes before a name."""
MAX_BODY_WORDS = 8
MAX_LETTERHEAD_WORDS = 14


def is_worded(text: str) -> bool:
    """Words rather than crumbs of letters and figures, as reading a picture leaves them."""
    words = re.findall(r"[^\W\d_]+", text)
    crumbs = sum(len(word) == 1 and fold(word) not in LONE for word in words)
    return any(len(word) > 2 for word in words) and crumbs * 2 <= len(words)


def title_span(row: Row) -> Span | None:
    """The row's words without dates and hours, the marks around them, and its label: its longest piece left."""
    text = row.text
    label = TITLE_LABEL.match(text)
    first = label.end() if label else 0
    found = [(date.start, date.end) for date in row.dates if (date.last.year or MODERN) >= MODERN]
    found += [(time.start, time.end) for time in row.times]
    found += [match.span() for match in PLACEHOLDER.finditer(text)]
    pieces = []
    for start, end in [*sorted(found), (len(text), len(text))]:
        for cell in _cells(row, first, max(first, start)) if found else [(first, len(text))]:
            piece = _behind_place(text, *_trimmed(text, *cell)) if found else _trimmed(text, *cell)
            if not (found and (ASIDE.match(text[slice(*piece)]) or begins_as_place(text[slice(*piece)]))):
                pieces.append(piece)
        first = max(first, end)
    if not pieces:
        return None
    pieces = [_quoted(text, *piece) for piece in pieces]
    pieces = [(start, _before_notes(text, start, end)) for start, end in pieces]
    start, end = max(pieces, key=lambda piece: len(text[piece[0] : piece[1]].split()) + piece[1] / 1e4 - piece[0] / 1e4)
    return Span(row.segment, start, end) if end > start else None


def _cells(row: Row, start: int, end: int) -> list[tuple[int, int]]:
    """The cell of a table's row that says what is on: the first with words of its own and nobody's name before them."""
    cells = [(start + cell.start(), start + cell.end()) for cell in re.finditer(r"[^\t]+", row.text[start:end])]
    telling = [
        (first, last)
        for first, last in cells
        if is_worded(row.text[first:last])
        and not is_only_kind(row.text[first:last])
        and not any(first <= person.start <= first + CIVILITY for person in row.people)
        and not _opens_with_place(row.text[first:last].strip())
    ]
    return telling[:1] or [(start, end)]


def _behind_place(text: str, start: int, end: int) -> tuple[int, int]:
    """What a colon parts from the place before it: "salle Ravel, Dijon : Lettre d'une inconnue"."""
    to = TO.match(text, start)
    colon = text.find(" : ", start, end)
    placed = colon >= 0 and _opens_with_place(text[to.end() if to else start : colon])
    return _trimmed(text, colon, end) if placed else (start, end)


def _opens_with_place(phrase: str) -> bool:
    return begins_as_place(phrase) or leading_town(phrase) is not None


def _before_notes(text: str, start: int, end: int) -> int:
    """Where a title in a line of an agenda ends: at the next cell, at whom it is for or how long it lasts."""
    notes = NOTES.search(text, start + 1, end)
    return notes.start() if notes else end


def _quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A title in quotation marks without what follows them: "« Écrire la guerre » organisée par …"."""
    quoted = QUOTED_LEAD.match(text, start, end)
    return (start, quoted.end("title")) if quoted else (start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece of a heading without the marks and the small words that led to a date."""
    while before := DANGLING.search(text, start, end):
        end = before.start()
    lead = LEADING.match(text, start, end)
    return (lead.end() if lead else start), max(end, lead.end() if lead else start)


def is_body(row: Row) -> bool:
    """Whether a heading of one line is a body's name and no more."""
    return names_body(row.text)


def names_body(heading: str) -> bool:
    """Whether a heading is a body's name and no more."""
    text = heading.strip(EDGES)
    words = len(heading.split())
    if not text or words > MAX_LETTERHEAD_WORDS or opens_with_kind(text):
        return False
    first = ARTICLE.sub("", fold(text)).split()
    headed = bool(first) and ":" not in text and first[0].strip(",.'’") in _letterheads()
    return headed or (words <= MAX_BODY_WORDS and is_evident_body(text))


@cache
def _letterheads() -> frozenset[str]:
    return frozenset(lexicon("kinds")["letterheads"])
