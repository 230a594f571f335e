"""The head of an electronic letter: from whom, to whom, when it was sent, what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.rows import Row

KEY = re.compile(r"\W*(?:de|from|a|to|cc|cci|envoye(?: le)?|sent|date|objet|subject|sujet|reply-to|repondre a)\s*:")
SENT = re.compile(r"\W*(?:date|envoye(?: le)?|sent)\s*:")
LETTER = re.compile(r"\W*(?:(?:de|from|a|to)\s*:(?!\s*\d)|(?:envoye(?: le)?|sent)\s*:)")
"""Who writes to whom; behind "De :" and "À :" may also stand hours."""
ENGLISH = re.compile(r"date\s*:\s*(?:mon|tue|wed|thu|fri|sat|sun),")
"""A date as mail programs write it, whatever stands around it."""


def sent_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that say when a letter was sent: "Date : 2 mai 2017" between "De :" and "Objet :"."""
    keyed = [row for row in rows if KEY.match(row.segment.folded)]
    lettered = {row.segment.paragraph for row in keyed if LETTER.match(row.segment.folded)}
    sent = [row for row in keyed if SENT.match(row.segment.folded)]
    beside = {row.index for row in sent if row.segment.paragraph in lettered and _others(row, keyed)}
    return frozenset(beside | {row.index for row in sent if ENGLISH.match(row.segment.folded)})


def _others(row: Row, keyed: Sequence[Row]) -> bool:
    return any(other is not row and other.segment.paragraph == row.segment.paragraph for other in keyed)
