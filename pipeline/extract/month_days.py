"""The programme of a month: "FÉVRIER 2007", and below it rows that open with the mere number of a day.

A number that opens a line could mean anything; it is a day where several of them stand below a month, each later than
the one before. On a poster the hour may be glued to it: "721h" is the 7th at 21 h.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.dates import DateSpan, Period
from pipeline.extract.rows import Row
from pipeline.extract.schedule import month_heading
from pipeline.extract.times import TimeSpan

HOUR = r"(?P<hour>0?[89]|1\d|2[0-3])\s?[hH](?P<minute>[0-5]\d)?"
DAYS = re.compile(
    rf"\W{{0,2}}(?:(?:[Dd][uU]|[Ll][eE][sS]?)\s+)?(?P<first>[1-9]|[12]\d|3[01])(?:er)?"
    rf"(?:\s?(?P<link>-|–|au|AU|et|ET|&)\s?(?P<last>[12]?\d|3[01])(?![\dhH]))?"
    rf"(?:(?P<glued>{HOUR})(?!\d)|(?=\s*(?:à\s|[:–—]|-\s|\t|$)|\s+(?:[A-ZÀ-Þ«]|[0-2]?\d\s?[hH])))",
)
MIN_DAYS = 3


@dataclass(frozen=True)
class _Entry:
    """A row that may open with a day of the month."""

    row: Row
    first: int
    last: int
    end: int
    time: TimeSpan | None


def with_month_days(rows: Sequence[Row]) -> list[Row]:
    """The rows, those dated that open with a day of the month above them."""
    heads = [(place, month) for place, row in enumerate(rows) if (month := month_heading(row))]
    months = [
        (month, rows[start + 1 : end]) for (start, month), (end, _) in pairwise([*heads, (len(rows), PartialDate())])
    ]
    entries = [list(_entries(below)) for _, below in months]
    together = sum(map(len, entries)) >= MIN_DAYS and all(_rise(found) for found in entries)
    dated: dict[int, Row] = {}
    for (month, below), found in zip(months, entries, strict=True):
        are_days = together or (len(found) >= MIN_DAYS and _rise(found))
        dated |= {entry.row.index: _dated(entry, month) for entry in found if are_days or _is_between(entry, below)}
    return [dated.get(row.index, row) for row in rows]


def _entries(rows: Sequence[Row]) -> Iterator[_Entry]:
    for row in rows:
        match = DAYS.match(row.text)
        if not match or row.dates or row.segment.bullet or row.kind in ("slot", "contact", "place"):
            continue
        if not row.is_short and not row.text[match.end() :].lstrip().startswith((":", "–", "—")):
            continue
        time = None
        if match["glued"]:
            begins = f"{int(match['hour']):02}:{match['minute'] or '00'}"
            time = TimeSpan(match.start("glued"), match.end("glued"), begins)
        first = int(match["first"])
        yield _Entry(row, first, int(match["last"] or first), match.end(), time)


def _rise(entries: Sequence[_Entry]) -> bool:
    """Whether numbers rise as days do, and are not the count of a list: 1, 2, 3."""
    days = [entry.first for entry in entries]
    rises = all(before <= after for before, after in pairwise(days)) and all(e.first <= e.last for e in entries)
    counts = len(days) > 1 and days[0] == 1 and all(after == before + 1 for before, after in pairwise(days))
    return rises and not counts


def _is_between(entry: _Entry, rows: Sequence[Row]) -> bool:
    """Whether a range of days, "DU 13 AU 24", stands between dated rows of the same month, earlier and later ones."""
    days = [(row.index, row.dates[0].first.day) for row in rows if row.dates and row.dates[0].first.day]
    before = [day for index, day in days if index < entry.row.index and day]
    after = [day for index, day in days if index > entry.row.index and day]
    in_order = bool(before and after) and before[-1] <= entry.first <= after[0]
    return entry.first < entry.last and in_order


def _dated(entry: _Entry, month: PartialDate) -> Row:
    times = (entry.time,) if entry.time else ()
    first, last = replace(month, day=entry.first), replace(month, day=entry.last)
    span = DateSpan(0, entry.end, (Period(first, last, times),))
    rest = entry.row.text[entry.end :].strip(" \t:–—-")
    return replace(entry.row, kind="date" if rest else "day", dates=(span,), times=(*times, *entry.row.times))
