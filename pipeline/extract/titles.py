"""What an event is called: the heading that stands out by size, place and wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipeline.extract.affiliation import is_evident_body
from pipeline.extract.kinds import is_only_kind, kind_of, kind_span, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.places import begins_as_place
from pipeline.extract.rows import Row
from pipeline.extract.schedule import TAKES_PLACE, Dated
from pipeline.extract.slots import title_of_row
from pipeline.lexicon import lexicon
from pipeline.text import fold

QUOTED_LEAD = re.compile(
    r"(?P<title>[«“\"]?[^«»“”\"]{3,}[»”\"])\s*,?\s*(?:organis|par|avec|anim|présent|propos|de |d['’])"
)
QUOTED = re.compile(r"^[«“\"‘][^»”\"’]{3,}[»”\"’]?\W*$")
EDGES = ' «»“”"*_.:;,–—-'
TITLE_LABEL = re.compile(r"(?:titre|title|objet|intitulé|thème)\s*:\s*", re.IGNORECASE)
DANGLING = re.compile(
    r"(?:[\s*_.:;,–—(/|-]|(?<=[^\w])(?:les?|du|de|des|à|le|pour|au|en|dès|ce|et|de la|jusqu'au|dates?|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))$",
    re.IGNORECASE,
)
LEADING = re.compile(r"[\s*_.:;,–—)/|-]+(?:à\s+)?")
MODERN = 1950
"""Older dates in a heading are its subject: "l'armistice du 11 novembre 1918"."""
INVITES = re.compile(
    r"\b(?:invit\w*|convi\w*|pri\w* d[e']|a le plaisir|ont le plaisir|a l'honneur|ont l'honneur|propos\w*|organis\w*|"
    r"est|sont|sera|seront|aura|auront|se \w+ra)\b"
)
SURE = 0.95
LEAST = 0.5
WEAK = 1.5
SALUTATION = re.compile(r"(?:mesdames|madame|messieurs|monsieur|ch[eè]re?s?)\b(?=.{0,60}$)", re.IGNORECASE)
PRESENTS = re.compile(r"\W*(?:vous\s+)?(?:présente|presente|propose|organise)(?:nt)?\b(?:\s+\w+)?\W*$", re.IGNORECASE)
SITTING = re.compile(r"\W*s[ée]ance\b", re.IGNORECASE)
TO_PLACE = re.compile(r"(?:au|aux|à|chez|dans|rue|le lieu)\b")
ASIDE = re.compile(rf"\(|{TO_PLACE.pattern}")
MAX_WORDS = 32
SHORT = 4
NEAR_DATE = 4
MAX_BODY_WORDS = 8
MAX_ROWS = 25
"""Titles stand within the first rows of what they name."""
SAME_SIZE = 0.12


@dataclass(frozen=True)
class Title:
    """A title, where it stands, and how sure that is."""

    text: str
    spans: tuple[Span, ...]
    confidence: float
    rows: tuple[int, ...]


def find_title(rows: Sequence[Row], date: Dated | None = None) -> Title | None:
    """The best title among the first rows; headings broken over several lines are put together.

    A text that begins with a line and then keys and values, as web sites keep them, has its title on that line.
    """
    if len(rows) > 1 and rows[1].label and _can_be_title(rows[0]):
        title = _title_of(0.0, [rows[0]])
        return replace(title, confidence=SURE) if title else None
    groups = _groups([row for row in rows[:MAX_ROWS] if _can_be_title(row)])
    presenters = {row.index for row, after in pairwise(rows) if PRESENTS.match(after.text)}
    groups = [group for group in groups if group[-1].index not in presenters] or groups
    repeated = Counter(_bare(row.text) for row in rows)
    scored = [
        (_score(group, place) + _standing(group, repeated, date), -place, group) for place, group in enumerate(groups)
    ]
    score, _, best = max(scored, key=lambda item: item[:2], default=(-9.0, 0, []))
    announced = _kind_in_sentence(rows) if score < 0 or (score < WEAK and _is_body(best[0])) else None
    return announced or (_title_of(score, best) if best else None)


def title_of_unit(rows: Sequence[Row], date: Dated) -> Title | None:
    """The title of one event among several: the headings just above its date, its own line, the heading below."""
    above = [row for row in rows if row.index < date.row.index and _can_be_title(row)]
    beside = [row for row in rows if row.index == date.row.index and _can_be_title(row)]
    below = [row for row in rows if date.row.index < row.index <= date.row.index + 3 and _can_be_title(row)]
    below = [row for row in below if row.segment.block == below[0].segment.block]
    if sum(row.segment.bullet for row in below) > 1:
        below = []
    below = [row for row in below if not _introduces_speaker(row)] or below
    for candidates in (above, beside, below[:2]):
        if named := _named(_groups(candidates), above=candidates is above):
            best = max(named, key=lambda group: _score(group, named.index(group)))
            if candidates is not above and best[0].segment.size <= named[0][0].segment.size + SAME_SIZE:
                best = named[0]
            return _without_speaker(_title_of(_score(best, 0), best), best[0])
    groups = [group for group in _groups([*above, *beside, *below[:1]]) if not SITTING.match(group[0].text)]
    if (
        not groups
        and title_span(date.row)
        and not SITTING.match(date.row.text)
        and date.row.segment.words <= MAX_BODY_WORDS
    ):
        groups = [[date.row]]
    return _title_of(0.0, groups[0]) if groups else None


def _introduces_speaker(row: Row) -> bool:
    """A line that only says who speaks and for which body; a name alone may be a band's."""
    if row.people and row.people[0].told and row.text[: row.people[0].start].rstrip().endswith(":"):
        return True
    return any(entry.body for person in row.people for entry in person.affiliations) and title_of_row(row) is None


def _without_speaker(title: Title | None, row: Row) -> Title | None:
    """ "Julie Roche (INRA) : Pollinisateurs", "Les cantines, par Paul Sauvage": a line of an agenda names both."""
    span = title_of_row(row, title.spans[0].start) if title and len(title.spans) == 1 and row.people else None
    if title is None or span is None or span.end <= span.start:
        return title
    span = Span(span.segment, span.start, min(span.end, title.spans[0].end))
    return replace(title, text=span.segment.text[span.start : span.end].strip(EDGES), spans=(span,))


def _named(groups: list[list[Row]], *, above: bool) -> list[list[Row]]:
    """The headings that give a name: those below the one that says what kind of thing comes."""
    for place in range(len(groups) - 1, -1, -1):
        text = " ".join(row.text for row in groups[place])
        leads = above and place == len(groups) - 2 and opens_with_kind(text) and ":" not in text
        if is_only_kind(text) or leads:
            return groups[place + 1 :]
    return groups


def _kind_in_sentence(rows: Sequence[Row]) -> Title | None:
    """The kind of event a sentence announces, where no heading does: "L'assemblée générale aura lieu …"."""
    for row in rows[:MAX_ROWS]:
        if (row.dates or TAKES_PLACE.search(row.segment.folded)) and (span := kind_span(row.text)):
            return Title(row.text[slice(*span)], (Span(row.segment, *span),), LEAST, (row.index,))
    return None


def _title_of(score: float, group: list[Row]) -> Title | None:
    spans = tuple(span for row in group if (span := title_span(row)))
    text = " ".join(span.segment.text[span.start : span.end] for span in spans).replace("\t", " ")
    return Title(text, spans, _confidence(score), tuple(row.index for row in group)) if spans else None


def _can_be_title(row: Row) -> bool:
    if row.kind in ("boilerplate", "slot", "label", "contact", "day"):
        return False
    if row.label:
        return row.label.field == "title"
    span = title_span(row)
    if SALUTATION.match(row.text) or row.contacts or span is None or not _is_worded(row.text[span.start : span.end]):
        return False
    if row.kind == "prose":
        return row.segment.words <= MAX_WORDS and not row.text.rstrip().endswith(".") and row.index == 0
    return row.is_short


def _is_worded(text: str) -> bool:
    """Words rather than crumbs of letters and figures, as reading a picture leaves them."""
    words = re.findall(r"[^\W\d_]+", text)
    return any(len(word) > 2 for word in words) and sum(len(word) == 1 for word in words) * 2 <= len(words)


def title_span(row: Row) -> Span | None:
    """The row's words without dates and hours, the marks around them, and its label: its longest piece left."""
    text = row.text
    label = TITLE_LABEL.match(text)
    first = label.end() if label else 0
    found = [(date.start, date.end) for date in row.dates if (date.last.year or MODERN) >= MODERN] + [
        (time.start, time.end) for time in row.times
    ]
    pieces = []
    for start, end in [*sorted(found), (len(text), len(text))]:
        piece = _trimmed(text, first, max(first, start))
        if not (found and (ASIDE.match(text[slice(*piece)]) or begins_as_place(text[slice(*piece)]))):
            pieces.append(piece)
        first = max(first, end)
    if not pieces:
        return None
    pieces = [_quoted(text, *piece) for piece in pieces]
    start, end = max(pieces, key=lambda piece: len(text[piece[0] : piece[1]].split()) + piece[1] / 1e4 - piece[0] / 1e4)
    return Span(row.segment, start, end) if end > start else None


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


def _groups(rows: list[Row]) -> list[list[Row]]:
    """Neighbouring rows of one size and weight in one block are one heading."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _belong_together(groups[-1][-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _belong_together(before: Row, row: Row) -> bool:
    a, b = before.segment, row.segment
    if row.index != before.index + 1 or a.page != b.page or abs(a.size - b.size) > SAME_SIZE:
        return False
    if "date" in (before.kind, row.kind) or row.label or before.label or b.bullet:
        return False
    if is_only_kind(a.text):
        return False
    if b.size >= 1.5:
        return a.words + b.words <= 24 and not a.text.endswith((".", "!"))
    if is_only_kind(b.text) or _is_body(before) or _is_body(row):
        return False
    return a.block == b.block and a.caps and b.caps and a.words + b.words <= 24


def _score(group: list[Row], place: int) -> float:
    """How much a heading looks like the title; weights set by hand on a part of the development documents."""
    segment = group[0].segment
    text = " ".join(_printed(row) for row in group)
    words = len(text.split())
    score = min(5.0, 3.0 * (segment.size - 1)) - 0.22 * place - 2.0 * (segment.page > 1)
    score += 0.6 * segment.bold + 0.8 * all(row.segment.caps for row in group)
    score += 1.0 * bool(QUOTED.match(text)) + 0.4 * text.rstrip().endswith(("?", "!"))
    score += (
        0.6 * (2 <= words <= 18) - 0.9 * (words > 24) - 0.5 * (words == 1) - 1.5 * (len(text.strip(EDGES)) <= SHORT)
    )
    says_little = is_only_kind(text) or _is_body(group[0]) or group[0].kind == "place"
    score += 1.6 * (group[0].index == 0 and segment.size <= 1.05 and not says_little)
    score += 0.5 * (kind_of(text) is not None)
    score -= 1.2 * is_only_kind(text) + 2.5 * _is_body(group[0]) + 2.0 * (INVITES.search(fold(text)) is not None)
    score -= (
        0.8 * segment.bullet
        + 1.2 * ("\t" in text)
        + 0.6 * text[:1].islower()
        + 1.0 * (TO_PLACE.match(text) is not None)
    )
    score -= 1.0 * text.rstrip().endswith(":")
    score -= 1.5 * (group[0].kind == "place" or begins_as_place(text))
    score -= 1.0 * (group[0].kind == "people") + 0.8 * (group[0].kind == "date")
    return score + 3.0 * (group[0].label is not None)


def _printed(row: Row) -> str:
    """The row's text from the title's first mark on, dates and speakers left out where they end it."""
    span = title_span(row)
    return row.text[: span.end] if span and span.start <= 2 and not row.dates else row.text


def _is_body(row: Row) -> bool:
    """Whether a heading is a body's name and no more."""
    text = row.text.strip(EDGES)
    if not text or row.segment.words > MAX_BODY_WORDS or opens_with_kind(text):
        return False
    first = [word.strip(",.'’") for word in fold(text).split()[:3]]
    return is_evident_body(text) or (":" not in text and any(word in _letterheads() for word in first))


@cache
def _letterheads() -> frozenset[str]:
    return frozenset(lexicon("kinds")["letterheads"])


def _standing(group: list[Row], repeated: Counter[str], date: Dated | None) -> float:
    """What its place on the paper adds: a heading that returns on another page, or stands just above the date."""
    returns = any(repeated[_bare(row.text)] > 1 for row in group)
    above = date is not None and 0 <= date.row.index - group[-1].index <= NEAR_DATE
    return 1.2 * returns + 0.8 * above


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()


def _confidence(score: float) -> float:
    return round(min(0.89, max(0.3, 0.5 + 0.12 * score)), 2)
