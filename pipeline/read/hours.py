"""The entries of a column of hours or dates, which tell the rows of a programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.fragments import Fragment, joined

MIN_ENTRIES = 2
SHARE = 0.7
"""Share of hours and dates among the entries of their column."""
CLOSE = 0.6
"""Entries with less white space than this between them, in letter heights, may be one date on several lines."""

DIGIT = r"[\dOoIlS]"
"""As OCR reads digits."""
PARTS = {
    "hour": re.compile(rf"{DIGIT}{{1,2}}\s?(?:[hH:]|heures?)\s?(?:[0-5O]{DIGIT})?(?:\s?(?:mn|min))?(?![a-z])"),
    "weekday": re.compile(r"\b(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|anche|edi|di)?\b\.?", re.IGNORECASE),
    "month": re.compile(
        r"\b(?:janv(?:ier)?|f[ée]v(?:rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept?(?:embre)?"
        r"|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\b\.?",
        re.IGNORECASE,
    ),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "day": re.compile(rf"\b{DIGIT}{{1,2}}(?:er)?(?:[/.]\d{{1,2}})?\b"),
}
"""What an entry is made of, in the order it is looked for."""
BETWEEN = re.compile(r"\b(?:de|d[èe]s|du|à|a|au|et|le|les|jusqu|vers|partir|puis|matin|soir)\b|[\W_]+", re.IGNORECASE)

FROM = re.compile(r"(?:[-–—>→/]|\b(?:de|du|à|a|au))\W*$", re.IGNORECASE)
"""The end of an entry that goes on in the next line."""
TO = re.compile(r"\W*?(?:[-–—>→/]|\b(?:à|a|au|jusqu)\b)", re.IGNORECASE)
"""The beginning of a line that ends the span of the entry above."""


def kinds_of(text: str) -> frozenset[str]:
    """What a text is made of, when it is nothing but hours and dates; otherwise nothing.

    >>> sorted(kinds_of("Sam. 12 mai, 20h30")), sorted(kinds_of("Salle 12"))
    (['day', 'hour', 'month', 'weekday'], [])
    """
    found, rest = set(), text
    for kind, part in PARTS.items():
        rest, count = part.subn(" ", rest)
        found |= {kind} if count else set()
    return frozenset(found) if not BETWEEN.sub("", rest) else frozenset()


def is_time_column(column: Sequence[Fragment]) -> bool:
    """Whether a column holds hours or dates, one above the other, and hardly anything else."""
    kinds = [kinds_of(fragment.text) for fragment in column]
    telling = sum(bool(kind & {"hour", "weekday", "month"}) for kind in kinds)
    return telling >= MIN_ENTRIES and sum(map(bool, kinds)) >= SHARE * len(column)


def entries_of(column: Sequence[Fragment]) -> list[Fragment]:
    """The entries of such a column from top to bottom; a date or a span of hours set on several lines is one."""
    entries: list[Fragment] = []
    kinds: frozenset[str] = frozenset()
    for fragment in sorted(column, key=lambda item: (item.middle, item.box.x0)):
        own = kinds_of(fragment.text)
        is_close = entries and fragment.box.y0 - entries[-1].box.y1 <= CLOSE * fragment.size
        if is_close and kinds and (_is_span(entries[-1].text, fragment.text) or (own and not own & kinds)):
            entries[-1] = joined((entries[-1], fragment))
            kinds |= own
        else:
            entries.append(fragment)
            kinds = own
    return entries


def _is_span(before: str, after: str) -> bool:
    """Whether a line ends the span of hours or days that the line above begins."""
    is_entry = not BETWEEN.sub("", after) or bool(kinds_of(after))
    return is_entry and bool(FROM.search(before) or TO.match(after))
