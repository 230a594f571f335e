"""Days in the first column of a table, each set once beside the hours of several rows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.fragments import Fragment, around, on_one_line
from pipeline.read.hours import entries_of, kinds_of
from pipeline.read.tables import Row


def with_days(days: Sequence[Fragment], rows: Sequence[Row]) -> list[Row]:
    """The rows of a table, each day a row of its own before the first that it stands beside.

    A day stands level with the first of its rows, or in the middle of them all.
    """
    entries = entries_of(days)
    timed = [index for index, row in enumerate(rows) if "hour" in kinds_of(row[0][0].text)]
    if not timed:
        return [*([[entry]] for entry in entries), *rows]
    labels = [entry for entry in entries if entry.box.y1 > rows[timed[0]][0][0].box.y0]
    heads = [entry for entry in entries if entry not in labels]
    first = _level(labels, rows, timed) or _centred(labels, rows, timed)
    read: list[Row] = [[[entry]] for entry in heads]
    for index, row in enumerate(rows):
        read += [[[label]] for label, start in zip(labels, first, strict=True) if start == index]
        read.append(row)
    return read


def _level(labels: Sequence[Fragment], rows: Sequence[Row], timed: Sequence[int]) -> list[int] | None:
    """For each label the row with whose hour it stands level, if the first does so with the first."""
    found = [_row_beside(label, rows, timed) for label in labels]
    level = [index for index in found if index is not None]
    return level if len(level) == len(found) and level[:1] == [timed[0]] else None


def _row_beside(label: Fragment, rows: Sequence[Row], timed: Sequence[int]) -> int | None:
    hours = ((index, rows[index][0][0]) for index in timed)
    return next((index for index, hour in hours if any(on_one_line(hour, line) for line in _lines(label))), None)


def _lines(label: Fragment) -> list[Fragment]:
    """A label on several lines line by line; its first is enough."""
    first = min(label.items, key=lambda item: item.word.box.y0)
    return [Fragment((first,))]


def _centred(labels: Sequence[Fragment], rows: Sequence[Row], timed: Sequence[int]) -> list[int]:
    """For each label the first of the rows in whose middle it stands, the rows being dealt out from the top."""
    found: list[int] = []
    place = 0
    for label in labels:
        start = timed[min(place, len(timed) - 1)]
        found.append(start)
        ends = range(place, len(timed))
        last = min(ends, key=lambda end: _off(label, rows[start : _next(timed, end, len(rows))]), default=place)
        place = last + 1
    return found


def _next(timed: Sequence[int], end: int, count: int) -> int:
    return timed[end + 1] if end + 1 < len(timed) else count


def _off(label: Fragment, rows: Sequence[Row]) -> float:
    """How far the middle of a label is from the middle of some rows."""
    box = around(fragment.box for row in rows for cell in row for fragment in cell)
    return abs(label.middle - (box.y0 + box.y1) / 2)
