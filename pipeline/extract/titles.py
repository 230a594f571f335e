"""What an event is called: the heading that stands out by size, place and wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.addresses import has_postcode
from pipeline.extract.announced import kind_told, quoted_title
from pipeline.extract.columns import is_table_head
from pipeline.extract.courtesies import courteous_rows, greets
from pipeline.extract.headings import EDGES, TO_PLACE, is_body, is_worded, names_body, title_span
from pipeline.extract.kinds import is_only_kind, kind_of, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.places import TO
from pipeline.extract.rows import FILLER, Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slot_titles import end_before_author
from pipeline.extract.standing import is_said_by_host, names_kind, standing_of, under_hosts
from pipeline.extract.venuewords import begins_as_place
from pipeline.text import fold

QUOTED = re.compile(r"^[«“\"‘][^»”\"’]{3,}[»”\"’]?\W*$")
INVITES = re.compile(
    r"\b(?:invit\w*|convi\w*|pri\w* d[e']|a le plaisir|ont le plaisir|a l'honneur|ont l'honneur|propos\w*|organis\w*|"
    r"(?:est|sont) (?:\w+ment )?(?:prevu|ouvert|gratuit|accueill|programm|fix|convoqu|pri|reserv|heureu)\w*|"
    r"sera|seront|aura|auront|se \w+ra)\b"
)
SURE = 0.95
LEAST_TELLING = -0.3
LEAST = 0.5
WEAK = 1.5
POSTAL = re.compile(r"\W*(?:case postale|bo[iî]te postale|c\.? ?p\.?|b\.? ?p\.?) ?\d", re.IGNORECASE)
MAX_WORDS = 32
SHORT = 4
CARRIES_ON = re.compile(r"(?:du|des?|de la|d['’]|et)\b")
GOES_ON = re.compile(r"(?:du|des?|de la|de l['’]|d['’])")
"""How a line in small letters carries on a kind of event: "LOTO / des Amis du four"."""
MAX_ROWS = 25
"""Titles stand within the first rows of what they name."""
SAME_SIZE = 0.12
DISPLAY = 2.0
"""Letters of this size, as a share of the usual one, are those of a poster …"""
ALIKE = 1.16
"""… and of one heading if their sizes differ by less than this."""
LARGE = 1.2
"""Text of this size, as a share of the usual one, is more than a sender's address."""


@dataclass(frozen=True)
class Title:
    """A title, where it stands, and how sure that is."""

    text: str
    spans: tuple[Span, ...]
    confidence: float
    rows: tuple[int, ...]


def find_title(rows: Sequence[Row], date: Dated | None = None, others: Sequence[Row] = ()) -> Title | None:
    """The best title among the first rows; headings broken over several lines are put together.

    `others` are the rows below, where a title may be said again.

    A text that begins with a line and then keys and values, as web sites keep them, has its title on that line.
    """
    if len(rows) > 1 and rows[1].label and can_be_title(rows[0]):
        title = title_of(0.0, [rows[0]])
        return replace(title, confidence=SURE) if title else None
    groups = groups_of([row for row in rows[:MAX_ROWS] if can_be_title(row)])
    groups = [group for group in groups if group[0].index not in courteous_rows(rows)]
    aside = _sender(rows) | {row.index for row, after in pairwise(rows) if is_said_by_host(after.text)}
    groups = [group for group in groups if group[-1].index not in aside] or groups
    groups = under_hosts([group for group in groups if not _is_rest_of_body(group, rows)] or groups, rows, date)
    scored = [
        (score_of(group, place) + bonus, -place, group)
        for place, (group, bonus) in enumerate(zip(groups, standing_of(groups, [*rows, *others], date), strict=True))
    ]
    score, _, best = max(scored, key=lambda item: item[:2], default=(-9.0, 0, []))
    if best and (names_body(_text(best)) or is_only_kind(_text(best))):
        telling = [item for item in scored if item[0] > LEAST_TELLING and _tells(item[2], date)]
        kinds = [item for item in scored if is_only_kind(_text(item[2])) and not names_body(_text(item[2]))]
        telling = telling or (kinds if names_body(_text(best)) else [])
        score, _, best = max(telling, key=lambda item: item[:2], default=(score, 0, best))
    return _announced(rows, score, best) or (title_of(score, best) if best else None)


def _sender(rows: Sequence[Row]) -> set[int]:
    """The rows of the letter head that names the sender and ends in postcode and town."""
    head = [row for row in rows if row.segment.paragraph == rows[0].segment.paragraph]
    last = next((row.index for row in head if has_postcode(row.text)), None)
    largest = max((row.segment.size for row in head), default=1.0)
    return {row.index for row in head if last is not None and row.index <= last and largest < LARGE}


def _tells(group: list[Row], date: Dated | None) -> bool:
    """Whether a heading above the date names something of its own: no body, no place, nobody, not a kind alone."""
    text = _text(group)
    above = date is None or group[0].index < date.row.index
    announces = INVITES.search(fold(text)) is not None
    return above and not (announces or is_only_kind(text) or names_body(text) or group[0].kind in ("place", "people"))


def _text(group: list[Row]) -> str:
    return " ".join(row.text for row in group)


def _announced(rows: Sequence[Row], score: float, best: list[Row]) -> Title | None:
    """The title a sentence gives: in quotation marks in a letter, else where no heading tells."""
    weak = score < 0 or (score < WEAK and (not best or names_body(_text(best))))
    is_letter = any(greets(row.text) for row in rows) and not any(row.label for row in best)
    span = quoted_title(rows) if weak or is_letter else None
    if span is None and weak:
        span = kind_told(rows)
    if span is None:
        return None
    row = next(row for row in rows if row.segment is span.segment)
    return Title(span.text, (span,), LEAST, (row.index,))


def title_of(score: float, group: list[Row]) -> Title | None:
    """The title a heading gives, with its dates and labels left out."""
    spans = tuple(span for row in group if (span := _before_author(row, title_span(row))))
    text = " ".join(span.text for span in spans).replace("\t", " ")
    words = re.findall(r"\w+", fold(text))
    says = any(word not in FILLER and not word.isdigit() for word in words) or (len(words) == 1 and words[0].isdigit())
    return Title(text, spans, _confidence(score), tuple(row.index for row in group)) if says else None


def _before_author(row: Row, span: Span | None) -> Span | None:
    return replace(span, end=end_before_author(row, span)) if span and row.people else span


def can_be_title(row: Row) -> bool:
    """Whether a row is a heading of some words: no slot, label, address, greeting or running text."""
    if row.kind in ("boilerplate", "slot", "label", "contact", "day"):
        return False
    if row.label:
        return row.label.field == "title"
    span = title_span(row)
    if greets(row.text) or POSTAL.match(row.text) or is_table_head(row.text):
        return False
    if _is_practical(row) or span is None or not is_worded(span.text):
        return False
    if row.kind == "prose":
        return row.segment.words <= MAX_WORDS and not row.text.rstrip().endswith(".") and row.index == 0
    if row.kind == "place" and (has_postcode(row.text) or TO.match(row.text)):
        return False
    return row.is_short


def _is_practical(row: Row) -> bool:
    """Whether a line tells how to write or what to pay; a kind of event may call itself free: "Concert gratuit"."""
    bracketed = [
        contact
        for contact in row.contacts
        if row.text[: contact.start].count("(") > row.text[: contact.start].count(")")
    ]
    free = not bracketed and all(contact.kind == "price" for contact in row.contacts) and opens_with_kind(row.text)
    return bool(row.contacts) and not free


def groups_of(rows: list[Row]) -> list[list[Row]]:
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
    if row.index != before.index + 1 or a.page != b.page or not _of_one_size(a.size, b.size):
        return False
    if "date" in (before.kind, row.kind) or row.label or before.label or b.bullet:
        return False
    if is_only_kind(a.text):
        near = a.block == b.block or b.size >= DISPLAY
        return near and a.bold == b.bold and GOES_ON.match(b.text) is not None
    if b.size >= 1.5:
        return a.words + b.words <= 24 and not a.text.endswith((".", "!"))
    if is_only_kind(b.text) or is_body(before) or is_body(row):
        return False
    return a.block == b.block and a.caps and b.caps and a.words + b.words <= 24


def _of_one_size(a: float, b: float) -> bool:
    """Whether two lines are set in one size; that of large letters is measured on a picture by their strokes."""
    return abs(a - b) <= SAME_SIZE or (min(a, b) >= DISPLAY and max(a, b) <= ALIKE * min(a, b))


def _is_rest_of_body(group: list[Row], rows: Sequence[Row]) -> bool:
    """Whether a heading carries on the letterhead above it: "UNION LOCALE DES SYNDICATS", "DU BASSIN"."""
    first = group[0]
    before = next((row for row in rows if row.index == first.index - 1), None)
    together = before is not None and before.segment.block == first.segment.block and is_body(before)
    return together and CARRIES_ON.match(first.segment.folded) is not None


def score_of(group: list[Row], place: int) -> float:
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
    says_little = is_only_kind(text) or names_kind(group[0]) or names_body(_text(group)) or group[0].kind == "place"
    score += 1.6 * (group[0].index == 0 and segment.size <= 1.05 and not says_little)
    score += 0.5 * (kind_of(text) is not None)
    score -= 1.2 * is_only_kind(text) + 2.5 * names_body(_text(group))
    score -= 2.0 * (INVITES.search(fold(text)) is not None and not QUOTED.match(text))
    score -= 0.8 * segment.bullet + 1.2 * ("\t" in text) + 0.6 * text[:1].islower()
    score -= 1.0 * (TO_PLACE.match(text) is not None)
    score -= 1.0 * text.rstrip().endswith(":")
    score -= 1.5 * (group[0].kind == "place" or begins_as_place(text))
    score -= 1.0 * (group[0].kind == "people") + 0.8 * (group[0].kind == "date")
    return score + 3.0 * (group[0].label is not None)


def _printed(row: Row) -> str:
    """The row's text from the title's first mark on, dates and speakers left out where they end it."""
    span = title_span(row)
    if span and row.label:
        return span.text
    return row.text[: span.end] if span and span.start <= 2 and not row.dates else row.text


def _confidence(score: float) -> float:
    return round(min(0.89, max(0.3, 0.5 + 0.12 * score)), 2)
