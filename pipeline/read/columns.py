"""Fragments → regions in reading order: columns, bands, tables.

A region is cut again and again where white space runs through it: into columns, or into bands from top to bottom (the
recursive XY-cut of Nagy & Seth, "Hierarchical representation of optically scanned documents", 1984). White space
between the columns of a table is not cut: there a row is read across.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from pipeline.read.beside import FEW_LINES, Column, are_many_rows, calendar_of, parts_cells, spans_hours
from pipeline.read.daycells import with_days
from pipeline.read.fragments import GUTTER_GAP, GUTTER_LINES, WIDE_GAP, Fragment, Framed, around
from pipeline.read.hours import is_time_column
from pipeline.read.tables import Row, printed_rows, timed_rows

HIGH = 0.7
"""White space higher than this, in letter heights, is more than between lines; a quarter of the line above counts."""
FLUSH = 0.2
"""Letter heights by which the lines of a column set flush left may be off its edge."""
ALIKE = 1.15
"""Letters of one text differ less than this in size."""
SMALLER = 0.95
"""Letters of a note in the margin have less than this share of the size of the text beside it."""
NARROW = 0.6
"""A note in the margin is narrower than this share of the text beside it."""
LEAST_GAPS = ((20, 0.3), (GUTTER_LINES, GUTTER_GAP), (0, 0.6 * WIDE_GAP))
"""Letter heights of white space by the fragments on either side, at least: beside many no blanks meet by chance."""
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
    framed = [fragment for fragment in fragments if isinstance(fragment, Framed)]
    if len(fragments) == len(framed) == 1:
        return list(framed[0].regions)
    gaps = gaps_of(fragments)
    columns = split(fragments, gaps)
    cuts = [index for index in range(len(gaps)) if not parts_cells(columns, index)]
    widest = max((gaps[index] for index in cuts), key=lambda gap: gap.width, default=None)
    if widest is None and not framed and gaps and (rows := _time_table(columns)):
        return [rows]
    if gaps and not cuts and are_many_rows(columns):
        return [printed_rows(fragments)]
    calendar = calendar_of(columns) if len(cuts) == len(gaps) else None
    parts = (
        calendar or _bands(fragments, len(gaps), widest) or (_in_order(*split(fragments, [widest])) if widest else None)
    )
    if parts is None and framed:
        parts = _with_frame(fragments, framed[0])
    if parts is None:
        return [printed_rows(fragments)]
    return [region for part in parts for region in regions_of(part)]


def _with_frame(fragments: list[Fragment], frame: Fragment) -> list[list[Fragment]]:
    """A frame no white space parts from the text beside it: that is read to its end first if it begins first."""
    others = sorted((item for item in fragments if item is not frame), key=lambda item: item.box.y0)
    text = [item for item in others if item.middle < frame.box.y1]
    rest = [item for item in others if item.middle >= frame.box.y1]
    has_text_beside = any(item.middle > frame.box.y0 for item in text)
    while has_text_beside and rest and rest[0].box.y0 - text[-1].box.y1 <= HIGH * rest[0].size:
        text.append(rest.pop(0))
    is_first = bool(text) and text[0].box.y0 > frame.box.y0 + frame.size
    parts = [[frame], text] if is_first else [text, [frame]]
    return [part for part in (*parts, rest) if part]


def _in_order(left: Column, right: Column) -> tuple[Column, Column]:
    """Left before right, but for a note in the margin: it is read after the text it stands by."""
    a, b = around(item.box for item in left), around(item.box for item in right)
    size = median(item.size for item in right)
    is_small = a.width < NARROW * b.width and median(item.size for item in left) < SMALLER * size
    is_lower = a.y0 - b.y0 > FEW_LINES * size
    is_note = is_small and is_lower and 2 * _letters(left) < _letters(right) and not gaps_of(right)
    return (right, left) if is_note else (left, right)


def _letters(column: Column) -> int:
    return sum(item.letters for item in column)


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
        beside = min(index, len(solid) - index)
        if gap.width > size * next(least for lines, least in LEAST_GAPS if beside >= lines):
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


# ── bands ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _bands(fragments: list[Fragment], gaps: int, widest: Gap | None) -> list[list[Fragment]] | None:
    """Above and below the white band that opens most columns above or below it, the highest such band.

    Bands higher than those between lines come first; no other runs past a frame. Where the region has a gap of its own
    already, a band comes before it only when it is higher than that gap is wide, and opens more gaps than there are:
    the gap then runs up beside a heading by chance.
    """
    bands = _white_bands(fragments)
    has_frame = any(isinstance(fragment, Framed) for fragment in fragments)
    high = HIGH * median(fragment.size for fragment in fragments)
    candidates: list[tuple[tuple[bool, int, float], int, list[Fragment]]] = []
    for index, band in enumerate(bands):
        is_high = band.above >= high
        if not index or (widest and band.above <= widest.width) or (has_frame and not is_high):
            continue
        above, below = _halves(bands, index)
        for part in (above, below):
            found = gaps_of(part)
            if len(found) > (gaps if widest else 0) and not (part is below and _severs(above, below, found)):
                candidates.append(((is_high, len(found), band.above), index, part))
    for _, index, part in sorted(candidates, key=lambda candidate: candidate[0], reverse=True):
        if _opens(part):
            return list(_halves(bands, index))
    return None if widest else _between(bands)


def _halves(bands: Sequence[Band], index: int) -> tuple[list[Fragment], list[Fragment]]:
    """The fragments above a band and those in and below it."""
    above, below = ([item for band in part for item in band.fragments] for part in (bands[:index], bands[index:]))
    return above, below


def _severs(above: list[Fragment], below: list[Fragment], gaps: Sequence[Gap]) -> bool:
    """Whether a cut would take the first lines from a column right of another: lines that go no further than it."""
    ends = [*(gap.middle for gap in gaps[1:]), float("inf")]
    columns = zip(split(below, gaps)[1:], gaps, ends, strict=True)
    first_lines = ((_lines_flush_with(column, above, gap), end) for column, gap, end in columns)
    return any(lines and max(item.box.x1 for item in lines) < end for lines, end in first_lines)


def _lines_flush_with(column: Column, above: list[Fragment], gap: Gap) -> list[Fragment]:
    """The lines with a column's left edge and its size, up to what crosses the gap before it."""
    edge, size = median(item.box.x0 for item in column), median(item.size for item in column)
    if 2 * sum(abs(item.box.x0 - edge) <= FLUSH * size for item in column) < len(column):
        return []
    top = max((item.box.y1 for item in above if item.box.x0 < gap.middle < item.box.x1), default=float("-inf"))
    flush = [item for item in above if item.box.y1 > top and abs(item.box.x0 - edge) <= FLUSH * size]
    return [item for item in flush if max(item.size, size) < ALIKE * min(item.size, size)]


def _between(bands: list[Band]) -> list[list[Fragment]] | None:
    """What stands above, in and below columns or a table with times that no single white band lays open."""
    for run in sorted(_runs(bands), key=lambda run: len(run.fragments), reverse=True):
        columns = split(run.fragments, run.gaps)
        if len(run.fragments) < sum(len(band.fragments) for band in bands) and (
            _time_table(columns) or _are_texts(columns)
        ):
            parts = (bands[: run.first], bands[run.first : run.last], bands[run.last :])
            return [[item for band in part for item in band.fragments] for part in parts if part]
    return None


def _are_texts(columns: Sequence[Column]) -> bool:
    """Whether some of the columns, of several lines each, are read one after the other."""
    tall = [len(column) >= FEW_LINES for column in columns]
    return any(tall[i] and tall[i + 1] and not parts_cells(columns, i) for i in range(len(columns) - 1))


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
        depth = 0.0 if isinstance(fragment, Framed) else 0.25 * fragment.box.height
        reach = max(reach, fragment.middle, fragment.box.y1 - depth)
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
    return any(not parts_cells(columns, index) for index in range(len(gaps))) or _time_table(columns) is not None


def _time_table(columns: list[Column]) -> list[Row] | None:
    """The rows of a table whose first or second column holds times; None when there is no such column."""
    if len(columns) > 1 and spans_hours(columns[:1], columns[1]):
        rows = timed_rows(columns[1], [fragment for other in columns[2:] for fragment in other])
        return with_days(columns[0], rows)
    for index, column in enumerate(columns[:-1]):
        if is_time_column(column):
            others = [fragment for other in columns for fragment in other if other is not column]
            return timed_rows(column, others)
        if index:
            break
    return None
