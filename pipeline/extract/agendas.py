"""Agendas: unrelated things a house, a town or a club puts on, hour by hour below the heading of each day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.continuations import in_capitals
from pipeline.extract.kinds import is_only_kind, kind_of, opens_with_kind
from pipeline.extract.layouts import beside
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slots import is_break
from pipeline.lexicon import lexicon
from pipeline.text import fold

MIN_SLOTS = 3
MIN_KINDS = 3
MOST = 0.6
HALF = 0.5

SENTENCE_END = re.compile(r"(?<!\b[A-ZÀ-Þ])[.!?…](?=\s+[A-ZÀ-Þ«“\"])")
MAX_LABEL_WORDS = 3

Start = tuple[int, Dated]
"""The row an event begins with, and its date or the day it stands below."""


def agenda_of(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Start]:
    """The hours of a paper that is an agenda, each an event of its own; none if it is the programme of one event."""
    days = {dated.row.index: dated for dated in dates if dated.row.kind in ("day", "date") and dated.first.day}
    starts: list[Start] = []
    day: Dated | None = None
    for row in rows:
        day = days.get(row.index, day)
        if row.kind == "slot":
            if day is None or is_break(beside(row)):
                return []
            starts.append((row.index, day))
    if len(starts) < MIN_SLOTS or len({dated.first for _, dated in starts}) == 1:
        return []
    head = [row for row in rows[: starts[0][0]] if row.is_short]
    if any(kind_of(row.text) in lexicon("kinds")["gatherings"] for row in head):
        return []
    return starts if _are_unrelated(rows, starts, head) else []


def _are_unrelated(rows: Sequence[Row], starts: Sequence[Start], head: Sequence[Row]) -> bool:
    """Whether most entries say what kind of thing they are, of several kinds.

    The paper then calls itself an agenda, or its entries have places and prices of their own.
    """
    titles = [beside(rows[index]) for index, _ in starts]
    kinds = [kind_of(title) for title in titles if opens_with_kind(title)]
    if len(set(kinds)) < MIN_KINDS or len(kinds) < MOST * len(starts):
        return False
    bounds = [index for index, _ in starts]
    entries = [rows[first:last] for first, last in zip(bounds, [*bounds[1:], len(rows)], strict=True)]
    apart = sum(any(row.kind == "place" or _has_price(row) for row in entry) for entry in entries)
    named = any(_agendas() & set(re.findall(r"[\w-]+", fold(row.text))) for row in head)
    return named or apart > HALF * len(entries)


def end_of_title(text: str) -> int:
    """Where an entry's title ends: with its first sentence, or the one behind what kind of thing it is.

    >>> text = "CAFÉ PHILO. La honte. Animé par Ida"
    >>> text[: end_of_title(text)]
    'CAFÉ PHILO. La honte'
    """
    ends = [match.end() - (match[0] == ".") for match in SENTENCE_END.finditer(text)]
    if not ends:
        return len(text)
    first = text[: ends[0]]
    is_label = len(first.split()) <= MAX_LABEL_WORDS and (is_only_kind(first) or in_capitals(first))
    return ([*ends[1:], len(text)] if is_label else ends)[0]


def _has_price(row: Row) -> bool:
    return any(contact.kind == "price" for contact in row.contacts)


@cache
def _agendas() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon("kinds")["agendas"])
