"""Fragments → regions in reading order: columns, bands, tables.

A region is cut again and again where white space runs through it: into columns, or into bands from top to bottom (the
recursive XY-cut of Nagy & Seth, "Hierarchical representation of optically scanned documents", 1984). White space
between the columns of a table is not cut: there a row is read across.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from pipeline.read.fragments import GUTTER_GAP, GUTTER_LINES, RESIZED, WIDE_GAP, Fragment, around, on_one_line
from pipeline.read.hours import is_time_column
from pipeline.read.tables import FEW_WORDS, FULL, Row, belongs, printed_rows, timed_rows

Column = list[Fragment]

FEW_LINES = 3
"""A column of fewer lines is no column of text: a table's cells, or a label."""
ALIGNED = 0.7
"""Share of a column's lines that have their partner on one line in the next column, for a table."""
LEVEL = 0.9
"""Share of lines with a partner on either side that makes a table of columns alike."""
LABEL = 0.7
"""Labels have this share of the letters of what they stand by, at most."""
SPECK = 0.6
"""A lone letter with less confidence does not block a gap."""


class Gap(NamedTuple):
    """White space that runs through a region from top to bottom."""

    x0: float
    x1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def regions_of(fragments: list[Fragment]) -> list[list[Row]]:
    """The rows of each region, regions in reading order."""
    if not fragments:
        return []
    gaps = gaps_of(fragments)
    columns = split(fragments, gaps)
    cuts = [index for index in range(len(gaps)) if not _parts_cells(columns, index)]
    widest = max((gaps[index] for index in cuts), key=lambda gap: gap.width, default=None)
    if widest is None and gaps and (rows := _time_table(columns)):
        return [rows]
    parts = _bands(fragments, len(gaps), widest) or (split(fragments, [widest]) if widest else None)
    if parts is None:
        return [printed_rows(fragments)]
    return [region for part in parts for region in regions_of(part)]


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def gaps_of(fragments: Sequence[Fragment]) -> list[Gap]:
    """The vertical white gaps of a region, from left to right: wide ones, and narrow ones between many lines."""
    solid = sorted((item for item in fragments if not _is_speck(item)), key=lambda item: item.box.x0)
    if len(solid) < 2:
        return []
    size = median(item.size for item in solid)
    gaps, reach = [], solid[0].box.x1
    for index, item in enumerate(solid[1:], 1):
        gap = Gap(reach, item.box.x0)
        is_tall = min(index, len(solid) - index) >= GUTTER_LINES
        if gap.width > size * (GUTTER_GAP if is_tall else WIDE_GAP * 0.6):
            gaps.append(gap)
        reach = max(reach, item.box.x1)
    return gaps


def _is_speck(fragment: Fragment) -> bool:
    return fragment.letters <= 2 and all(item.word.confidence < SPECK for item in fragment.items)


def split(fragments: Sequence[Fragment], gaps: Sequence[Gap]) -> list[Column]:
    """The fragments between the gaps."""
    columns: list[Column] = [[] for _ in range(len(gaps) + 1)]
    for fragment in fragments:
        middle = (fragment.box.x0 + fragment.box.x1) / 2
        columns[sum(middle > gap.middle for gap in gaps)].append(fragment)
    return columns


def _parts_cells(columns: Sequence[Column], index: int) -> bool:
    """Whether the gap after a column parts the cells of a table rather than columns of text."""
    before, right = columns[: index + 1], columns[index + 1]
    anchored = [column for column in before if is_time_column(column)]
    if is_time_column(right):
        return not anchored and _aligned(columns[index], right) >= ALIGNED
    if anchored:
        return belongs(right, anchored[-1])
    return _is_table(columns[index], right)


def _is_table(left: Column, right: Column) -> bool:
    """Rows run through the gap: the lines of the sparser side have their partners on the other, and it is no prose.

    Where not every line has its partner, one side must hold labels, shorter than what they stand by.
    """
    few, many = sorted((left, right), key=len)
    if len(few) == 1 or (len(few) < FEW_LINES and len(many) > 3 * len(few)):
        return _aligned(few, many) == 1
    if _aligned(few, many) < ALIGNED or (is_prose(left) and is_prose(right)):
        return False
    short, long = sorted(median(fragment.letters for fragment in side) for side in (left, right))
    return short <= LABEL * long or min(_aligned(few, many), _aligned(many, few)) >= LEVEL


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
    return on_one_line(a, b) and max(a.size, b.size) < RESIZED * min(a.size, b.size) and apart < 0.3 * a.size


def is_prose(column: Column) -> bool:
    """Whether lines follow each other that fill the column's width, as running text does and cells do not."""
    width = around(fragment.box for fragment in column).width
    full = [
        fragment.box.width >= FULL * width and len(fragment.items) > FEW_WORDS
        for fragment in sorted(column, key=lambda item: item.middle)
    ]
    longest = max((len(list(run)) for is_full, run in groupby(full) if is_full), default=0)
    return longest >= min(FEW_LINES, len(column) - 1) and len(column) > 1


# ── bands ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _bands(fragments: list[Fragment], gaps: int, widest: Gap | None) -> list[list[Fragment]] | None:
    """Above and below the white band that opens most columns above or below it, the highest such band.

    Where the region has a gap of its own already, a band comes before it only when it is higher than that gap is wide,
    and opens more gaps than there are: the gap then runs up beside a heading by chance.
    """
    bands = _white_bands(fragments)
    halves = [
        (band.above, [[item for band in part for item in band.fragments] for part in (bands[:index], bands[index:])])
        for index, band in enumerate(bands)
        if index and (widest is None or band.above > widest.width)
    ]
    candidates = [
        (len(found), height, index, part)
        for index, (height, parts) in enumerate(halves)
        for part in parts
        if len(found := gaps_of(part)) > (gaps if widest else 0)
    ]
    for _, _, index, part in sorted(candidates, key=lambda candidate: candidate[:2], reverse=True):
        if _opens(part):
            return halves[index][1]
    return None if widest else _table_between(bands)


def _table_between(bands: list[Band]) -> list[list[Fragment]] | None:
    """What stands above, in and below a table with times that no single white band lays open."""
    for run in sorted(_runs(bands), key=lambda run: len(run.fragments), reverse=True):
        if len(run.fragments) < sum(len(band.fragments) for band in bands) and _time_table(
            split(run.fragments, run.gaps)
        ):
            parts = (bands[: run.first], bands[run.first : run.last], bands[run.last :])
            return [[item for band in part for item in band.fragments] for part in parts if part]
    return None


class Band(NamedTuple):
    """Fragments with white space above and below them, all across the region; how much white there is above."""

    fragments: list[Fragment]
    above: float


class Run(NamedTuple):
    """Bands that have gaps in common: `first` up to but not including `last`."""

    first: int
    last: int
    fragments: list[Fragment]
    gaps: list[Gap]


def _white_bands(fragments: list[Fragment]) -> list[Band]:
    ordered = sorted(fragments, key=lambda item: item.box.y0)
    bands = [Band([ordered[0]], 0.0)]
    reach = ordered[0].box.y1
    for fragment in ordered[1:]:
        if fragment.middle > reach:
            bands.append(Band([], fragment.box.y0 - reach))
        bands[-1].fragments.append(fragment)
        reach = max(reach, fragment.middle, fragment.box.y1 - 0.25 * fragment.box.height)
    return bands


def _runs(bands: Sequence[Band]) -> list[Run]:
    """Runs as long as they can be. One begins with a band that has gaps, and ends with one or close below it."""
    own = [bool(gaps_of(band.fragments)) for band in bands]
    runs: list[Run] = []
    for first, has_gaps in enumerate(own):
        if not has_gaps or (runs and first < runs[-1].last):
            continue
        run = Run(first, first + 1, bands[first].fragments, gaps_of(bands[first].fragments))
        grown = run
        for last, band in enumerate(bands[first + 1 :], first + 2):
            fragments = grown.fragments + band.fragments
            gaps = gaps_of(fragments)
            if not gaps:
                break
            grown = Run(first, last, fragments, gaps)
            is_near = band.above <= band.fragments[0].size and run.last == last - 1
            if own[last - 1] or is_near:
                run = grown
        runs.append(run)
    return runs


def _opens(part: list[Fragment]) -> bool:
    """Whether a part of a region has columns, or is a table with times."""
    gaps = gaps_of(part)
    columns = split(part, gaps)
    return any(not _parts_cells(columns, index) for index in range(len(gaps))) or _time_table(columns) is not None


def _time_table(columns: list[Column]) -> list[Row] | None:
    """The rows of a table whose first or second column holds times; None when there is no such column."""
    for index, column in enumerate(columns[:-1]):
        if is_time_column(column):
            others = [fragment for other in columns for fragment in other if other is not column]
            return timed_rows(column, others)
        if index:
            break
    return None
