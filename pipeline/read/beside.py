"""Two columns side by side: rows run through the gap between them, as in a table, or each is read by itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, groupby, pairwise, zip_longest
from statistics import median

from pipeline.read.fragments import RESIZED, Fragment, Framed, around, on_one_line
from pipeline.read.hours import is_time_column, kinds_of
from pipeline.read.tables import belongs, cells_of, is_full, runs_past

Column = list[Fragment]

FEW_LINES = 3
"""A column of fewer lines is no column of text: a table's cells, or a label."""
ALIGNED = 0.7
"""Share of a column's lines that have their partner on one line in the next column, for a table."""
LEVEL = 0.9
"""Share of lines with a partner on either side that makes a table of columns alike."""
MANY_ROWS = 20
"""So many rows are not level by chance, though a cell on two lines leaves white space beside it."""
LABEL = 0.7
"""Labels have this share of the letters of what they stand by, at most."""
TOGETHER = 0.75
"""Share of paragraphs that begin level with one of the other side, in a table whose cells are paragraphs."""
MIN_PARAGRAPHS = 2
"""Paragraphs of several lines on either side, for their beginnings to tell anything."""
MIN_LINES = 2
"""Lines of a paragraph that tells of an event: its day or hour, what is on, and more."""
MOSTLY = 0.6
"""Share of a list's lines that are entries; others are its heading, or go on below."""
ENTRY = re.compile(r"[^\W\d].*\s\(\w[^()]*\)\W*$")
NEAR = 0.3
"""Letter heights by which what stands level may be off."""


def parts_cells(columns: Sequence[Column], index: int) -> bool:
    """Whether the gap after a column parts the cells of a table rather than columns of text."""
    before, right = columns[: index + 1], columns[index + 1]
    if any(isinstance(fragment, Framed) for fragment in (*columns[index], *right)):
        return False
    anchored = [column for column in before if is_time_column(column)]
    if is_time_column(right):
        return spans_hours(before, right) or (not anchored and _aligned(columns[index], right) >= ALIGNED)
    if anchored:
        return belongs(right, anchored[-1]) and not (_hours(anchored[-1]) and _has_hours(right))
    return _is_table(columns[index], right)


def spans_hours(before: Sequence[Column], right: Column) -> bool:
    """Whether the days of the first column each stand beside several hours: "Mardi 3" beside 9h, 10h, 14h."""
    return len(before) == 1 and is_time_column(before[0]) and not _hours(before[0]) and bool(_hours(right))


def _hours(column: Column) -> Column:
    return [fragment for fragment in column if "hour" in kinds_of(fragment.text)]


def _has_hours(column: Column) -> bool:
    """Whether a column is a programme with hours of its own, set below each other at its left edge."""
    hours = _hours(column)
    edge = min((hour.box.x0 for hour in hours), default=0.0)
    return sum(hour.box.x0 - edge <= hour.size for hour in hours) >= MIN_PARAGRAPHS


def calendar_of(columns: Sequence[Column]) -> list[Column] | None:
    """The entries of a grid of dated events, row by row as their days follow each other; None for any other columns."""
    stacks = [cells_of(column) for column in columns]
    rows = list(zip_longest(*stacks))
    if len(columns) < MIN_PARAGRAPHS or len(rows) < MIN_PARAGRAPHS or any(None in row for row in rows[:-1]):
        return None
    entries = [[entry for entry in row if entry] for row in rows]
    is_level = all(_begin_level(row[0], entry) for row in entries for entry in row)
    return [entry for row in entries for entry in row] if is_level and all(map(_is_dated, chain(*entries))) else None


def _is_dated(entry: Column) -> bool:
    """Whether an entry tells its own day."""
    framed = (item for item in entry if isinstance(item, Framed))
    inside = [item for frame in framed for region in frame.regions for row in region for cell in row for item in cell]
    return any(kinds_of(item.text) & {"weekday", "month"} for item in (*entry, *inside))


def _is_table(left: Column, right: Column) -> bool:
    """Rows run through the gap: the lines of the sparser side have their partners on the other, and it is no prose.

    Where not every line has its partner, one side must hold labels, shorter than what they stand by.
    """
    few, many = sorted((left, right), key=len)
    if runs_past(sorted(many, key=lambda item: item.middle), few):
        return False
    if len(few) == 1 or (len(few) < FEW_LINES and len(many) > 3 * len(few)):
        return _aligned(few, many) == 1
    if _aligned(few, many) < ALIGNED or (is_prose(left) and is_prose(right)):
        return False
    if any(are(left) and are(right) for are in (_are_entries, _are_events)):
        return False
    if _begin_apart(left, right) and not are_many_rows([left, right]):
        return False
    short, long = sorted(median(fragment.letters for fragment in side) for side in (left, right))
    return short <= LABEL * long or _level(left, right) >= LEVEL


def are_many_rows(columns: Sequence[Column]) -> bool:
    """Whether columns stand level on so many lines that they are the rows of one table."""
    few = min(map(len, columns))
    return few >= MANY_ROWS and all(_level(left, right) >= LEVEL for left, right in pairwise(columns))


def _level(left: Column, right: Column) -> float:
    """Share of lines with a partner, of the side that has fewer."""
    return min(_aligned(left, right), _aligned(right, left))


def _are_entries(column: Column) -> bool:
    """Whether most lines are entries of a list, whole in themselves: "Jeanne Kervella (Nantes)"."""
    entries = sum(ENTRY.match(fragment.text) is not None for fragment in column)
    return len(column) >= FEW_LINES and entries >= MOSTLY * len(column)


def _are_events(column: Column) -> bool:
    """Whether a column is made of paragraphs that tell their own day or hour."""
    paragraphs = [cell for cell in cells_of(column) if len(cell) > MIN_LINES]
    dated = sum(any(kinds_of(fragment.text) & {"hour", "weekday", "month"} for fragment in cell) for cell in paragraphs)
    return dated >= MIN_PARAGRAPHS and dated == len(paragraphs)


def _begin_apart(left: Column, right: Column) -> bool:
    """Whether paragraphs on one side begin where none begins on the other: two texts, their lines level by chance."""
    paragraphs = [[cell for cell in cells_of(side) if len(cell) > 1] for side in (left, right)]
    if min(map(len, paragraphs)) < MIN_PARAGRAPHS:
        return False
    few, many = sorted(paragraphs, key=len)
    level = sum(any(_begin_level(cell, other) for other in many) for cell in few)
    return level < TOGETHER * len(few)


def _begin_level(cell: Column, other: Column) -> bool:
    """Whether two cells begin on one line, or stand around one middle."""
    a, b = (around(fragment.box for fragment in some) for some in (cell, other))
    near = NEAR * cell[0].size
    return abs(a.y0 - b.y0) <= near or abs(a.y0 + a.y1 - b.y0 - b.y1) / 2 <= near


def _aligned(few: Column, many: Column) -> float:
    """Share of the first column's fragments that stand on one line with a fragment of the other."""
    others = sorted(many, key=lambda item: item.middle)
    middles = [item.middle for item in others]
    hits = 0
    for fragment in few:
        start = bisect_left(middles, fragment.middle - fragment.size)
        stop = bisect_right(middles, fragment.middle + fragment.size)
        hits += any(_partners(fragment, other) for other in others[start:stop])
    return hits / len(few)


def _partners(a: Fragment, b: Fragment) -> bool:
    """Whether two fragments look like cells of one row: on one line, their letters of about the same size."""
    apart = min(abs(a.box.y1 - b.box.y1), abs(a.middle - b.middle))
    return on_one_line(a, b) and max(a.size, b.size) < RESIZED * min(a.size, b.size) and apart < NEAR * a.size


def is_prose(column: Column) -> bool:
    """Whether lines follow each other that fill the column's width, as running text does and cells do not."""
    width = around(fragment.box for fragment in column).width
    full = [is_full(fragment, width) for fragment in sorted(column, key=lambda item: item.middle)]
    longest = max((len(list(run)) for fills, run in groupby(full) if fills), default=0)
    return longest >= min(FEW_LINES, len(column) - 1) and len(column) > 1
