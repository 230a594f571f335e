"""What an event is called: the heading that stands out by size, place and wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.affiliation import is_evident_body
from pipeline.extract.mentions import Span
from pipeline.extract.places import is_venue_word
from pipeline.extract.rows import Row
from pipeline.extract.segments import Segment
from pipeline.lexicon import lexicon
from pipeline.text import fold

QUOTED = re.compile(r"^[«“\"‘][^»”\"’]{3,}[»”\"’]?\W*$")
EDGES = ' «»“”"*_.:;,–—-'
MAX_ROWS = 25
"""Titles stand within the first rows of what they name."""
SAME_SIZE = 0.12


@dataclass(frozen=True)
class Title:
    """A title, where it stands, and how sure that is; `kind` is the kind of event it or a line beside it names."""

    text: str
    spans: tuple[Span, ...]
    confidence: float
    rows: tuple[int, ...]


def find_title(rows: Sequence[Row]) -> Title | None:
    """The best title among the first rows; headings broken over several lines are put together."""
    groups = _groups([row for row in rows[:MAX_ROWS] if _can_be_title(row)])
    if not groups:
        return None
    scored = [(_score(group, place), -place, group) for place, group in enumerate(groups)]
    best_score, _, best = max(scored, key=lambda item: item[:2])
    spans = tuple(_trimmed(row.segment) for row in best)
    text = " ".join(span.segment.text[span.start : span.end] for span in spans)
    return Title(text, spans, _confidence(best_score), tuple(row.index for row in best))


def kind_of(text: str) -> str | None:
    """The kind of event or session a text names, the earliest and longest match.

    >>> kind_of("Journée d'étude du laboratoire"), kind_of("TABLE RONDE INTRODUCTIVE"), kind_of("Divers")
    ("journée d'étude", 'table ronde', None)
    """
    match = _kind_pattern().search(fold(text))
    return _kinds()[match[0]] if match else None


def is_only_kind(text: str) -> bool:
    """Whether a line says nothing but what kind of thing comes: "Exposition", "Table ronde n° 2"."""
    rest = _kind_pattern().sub(" ", fold(text), count=1)
    return rest != fold(text) and not re.findall(
        r"[^\W\d_]{3,}",
        re.sub(
            r"\b(?:publique?|de|du|la|le|les|et|des|une?|nos?|special\w*|exceptionnel\w*|collective|international\w*|national\w*|doctoral|annuel\w*|num)\b",
            " ",
            rest,
        ),
    )


def _can_be_title(row: Row) -> bool:
    if row.kind in ("boilerplate", "slot", "label", "contact", "day") or not row.is_short:
        return False
    if row.label:
        return row.label.field == "title"
    if row.contacts or not re.search(r"[^\W\d_]{2}", row.text):
        return False
    return row.kind in ("heading", "people", "place") or (row.kind == "date" and _is_mostly_words(row))


def _is_mostly_words(row: Row) -> bool:
    """A heading that holds its date: "Conférence du 12 mars : …"."""
    dated = sum(span.end - span.start for span in row.dates) + sum(span.end - span.start for span in row.times)
    return dated < 0.4 * len(row.text)


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
    if "date" in (before.kind, row.kind) or row.label or before.label or is_only_kind(a.text) or b.bullet:
        return False
    if b.size >= 1.5:
        return a.words + b.words <= 24 and not a.text.endswith((".", "!"))
    return a.block == b.block and a.caps and b.caps and a.words + b.words <= 24


def _score(group: list[Row], place: int) -> float:
    """How much a heading looks like the title; weights set by hand on a part of the development documents."""
    segment = group[0].segment
    text = " ".join(row.text for row in group)
    words = len(text.split())
    score = min(6.0, 3.0 * (segment.size - 1)) - 0.22 * place
    score += 0.6 * segment.bold + 0.5 * all(row.segment.caps for row in group)
    score += 1.0 * bool(QUOTED.match(text)) + 0.4 * text.rstrip().endswith(("?", "!"))
    score += 0.6 * (2 <= words <= 18) - 0.9 * (words > 24) - 0.5 * (words == 1)
    score += 1.6 * (group[0].index == 0 and segment.size <= 1.05) + 0.5 * (kind_of(text) is not None)
    score -= (
        1.2 * is_only_kind(text) + 2.5 * is_evident_body(text.strip(EDGES) or "-") + 1.0 * text.rstrip().endswith(":")
    )
    score -= 0.8 * segment.bullet + 1.2 * ("\t" in text) + 0.6 * text[:1].islower()
    score -= 1.5 * (group[0].kind == "place" or is_venue_word(text.split()[0]))
    score -= 1.0 * (group[0].kind == "people") + 0.8 * (group[0].kind == "date")
    return score + 3.0 * (group[0].label is not None)


def _confidence(score: float) -> float:
    return round(min(0.95, max(0.3, 0.5 + 0.12 * score)), 2)


def _trimmed(segment: Segment) -> Span:
    """The heading without the quotation marks and dashes around it."""
    text = segment.text
    label = re.match(r"^(?:titre|title|objet|intitulé|thème)\s*:\s*", text, re.IGNORECASE)
    start = label.end() if label else 0
    body = text[start:]
    lead = len(body) - len(body.lstrip(EDGES))
    return Span(segment, start + lead, start + len(body.rstrip(EDGES)))


@cache
def _kinds() -> dict[str, str]:
    return {fold(printed): kind for printed, kind in lexicon("kinds")["events"].items()}


@cache
def _kind_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
