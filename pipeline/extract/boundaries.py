"""What a row below an hour does to the slot: names it, ends it, or opens the next part of the programme."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.bylines import CIVILITY, PRESIDES
from pipeline.extract.kinds import opens_with_kind
from pipeline.extract.roles import role_of_label
from pipeline.extract.rows import Row
from pipeline.extract.slot_titles import WELCOME, title_of_row
from pipeline.extract.slots import is_break
from pipeline.lexicon import lexicon
from pipeline.text import fold

WHOLE_EVENT_ROLES = frozenset({"organiser", "contact", "signatory"})
CLOSING_FIELDS = frozenset({"organiser", "venue", "address", "price", "date", "ignored"})
QUOTES = tuple('«“"')
MAX_TOLD_WORDS = 22
"""A title that ends with a full stop has fewer words."""
NEXT_SENTENCE = re.compile(r"[a-zà-ÿ]{2}[.!]\s+[A-ZÀ-Þ][a-zà-ÿ]")
MAX_TITLE_WORDS = 45
MAX_BODY_WORDS = 12
BEFORE_NAME = re.compile(rf"\W*{CIVILITY}")
PARTS = r"(?:session|seance|panel|axe|partie|volet|thematique|demi-journee)"
PART = re.compile(
    rf"\W*(?:{PARTS}\s*(?:n\s?[°o]\s?)?(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\b"
    rf"|(?:\d\s?(?:[eè]re|re|[eè]me|nde|e)|premiere|deuxieme|seconde|troisieme|quatrieme|derniere)\s+{PARTS}\b)"
)
"""How the heading of a part of a programme begins: "Session II - Protéger les eaux", "1ère session"."""


def opens_part(row: Row) -> bool:
    """Whether a heading opens the next part of a programme: "Session II – Protéger les eaux"."""
    return row.kind in ("heading", "label", "people") and row.is_short and PART.match(row.segment.folded) is not None


def presides(row: Row) -> bool:
    """Whether a row says who chairs what comes: "Président de séance : Ida Roy"."""
    return bool(row.people) and PRESIDES.match(row.segment.folded) is not None


def closes(row: Row, last: Row | None) -> bool:
    """Whether what follows belongs to no slot: committees, practical matters, a further page without hours."""
    if row.kind == "label":
        return role_of_label(row.text) in WHOLE_EVENT_ROLES
    if row.kind == "field":
        return row.label is not None and row.label.field in CLOSING_FIELDS
    if row.kind in ("boilerplate", "heading", "people") and row.is_short:
        text = " ".join(fold(row.text).replace(":", " ").split())
        if any(text == phrase or text.startswith(phrase + " ") for phrase in _after_programme()) or is_break(row.text):
            return True
    return last is not None and row.index > last.index and row.segment.page > last.segment.page


@cache
def _after_programme() -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in lexicon("kinds")["after_programme"])


def can_name(row: Row) -> bool:
    """Whether a row can be the title of the slot opened before it."""
    if row.kind == "label":
        return ":" not in row.text
    if row.kind in ("boilerplate", "contact", "day", "date", "field", "hours"):
        return False
    lead = row.text[: row.people[0].start] if row.people and row.people[0].told else ""
    if WELCOME.search(fold(lead)) or opens_with_kind(lead):
        return row.segment.words <= MAX_TITLE_WORDS
    is_body = row.segment.words <= MAX_BODY_WORDS and is_evident_body(row.text) and not opens_with_kind(row.text)
    if row.segment.words > MAX_TITLE_WORDS or is_body:
        return False
    return not (row.people and row.people[0].told and 2 < row.people[0].start < 40)


def is_talk(row: Row) -> bool:
    """Whether a row says who speaks, then of what: "Ida Roy (Tours) : Le fleuve et la ville"."""
    if not row.people or not can_name(row) or not BEFORE_NAME.fullmatch(row.text[: row.people[0].start]):
        return False
    title = title_of_row(row)
    return title is not None and title.start > row.people[0].end


def leads_to(title: str | None, row: Row) -> bool:
    """Whether a quotation below an hour says what the kind and the speaker beside it lead to with a colon."""
    return title is not None and opens_with_kind(title) and len(title.split()) > 2 and row.text[:1] in QUOTES


def is_told(row: Row) -> bool:
    """Whether a row tells in sentences what somebody named above will speak of."""
    return row.segment.is_prose and row.text.rstrip().endswith((".", "…", "!"))


def is_long(row: Row) -> bool:
    """Whether a row is of more sentences than one, or too long for a title."""
    return row.segment.words > MAX_TOLD_WORDS or NEXT_SENTENCE.search(row.text) is not None
