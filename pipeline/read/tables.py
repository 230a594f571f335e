"""Tables: a row stays a row, also where its cells run over several printed lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.read.fragments import WIDE_GAP, Fragment, joined, on_one_line
from pipeline.read.hours import entries_of

Cell = list[Fragment]
"""The printed lines of a cell, from top to bottom."""
Row = list[Cell]
"""The cells of a row, from left to right."""

FULL = 0.8
"""A line this long, of its column's width, was broken for want of room."""
FEW_WORDS = 3
"""A line of prose has more words than this."""
SEVERAL = 2
"""A cell near this many times stands by none in particular."""
MET = 0.7
"""Share of times that have a line of a column beside them, for it to belong to them."""
ROW_GAP = 0.8
"""A cell with more white space than this, in letter heights, to any row stands for itself."""
ALIGNED = 0.4
"""Letter heights by which the left edges of cells in one column may differ."""
MIN_STARTS = 2
"""Other rows in which a cell begins at the same place, for a narrow gap to part cells."""
CELL_GAP = 0.6
"""White space higher than this many letter heights parts the cells of a column."""


def belongs(column: Sequence[Fragment], times: Sequence[Fragment]) -> bool:
    """Whether a column's cells stand by the times of a time column, or each time by a line of it; prose runs past."""
    times = entries_of(times)
    top = min(fragment.box.y0 for fragment in times)
    cells = [cell for cell in cells_of(column) if _bottom(cell) > top]
    if not cells:
        return True
    if 2 * sum(_stands_by(cell, times) for cell in cells) > len(cells):
        return True
    lines = [line for cell in cells for line in cell]
    met = sum(any(on_one_line(line, time) for line in lines) for time in times)
    return met >= MET * len(times) and not runs_past(lines, times)


def _stands_by(cell: Cell, times: Sequence[Fragment]) -> bool:
    """A cell near one time only, or one that begins on the line of a time and does not run on past the next."""
    slack = CELL_GAP * cell[0].size
    near = [time for time in times if time.box.y0 < _bottom(cell) + slack and time.box.y1 > cell[0].box.y0 - slack]
    if len(near) < SEVERAL:
        return len(near) == 1
    return any(on_one_line(cell[0], time) for time in near) and not runs_past(cell, near)


def runs_past(cell: Sequence[Fragment], times: Sequence[Fragment]) -> bool:
    """Whether most lines above those of times (or labels) are full and go on below: prose, there by chance."""
    width = max(fragment.box.width for fragment in cell)
    pairs = [(before, line) for before, line in pairwise(cell) if any(on_one_line(line, time) for time in times)]
    running = [is_full(before, width) and line.text[0].islower() for before, line in pairs]
    return 2 * sum(running) > len(pairs)


def is_full(line: Fragment, width: float) -> bool:
    """Whether a line of prose fills a column of that width."""
    return line.box.width >= FULL * width and len(line.items) > FEW_WORDS


def cells_of(column: Sequence[Fragment]) -> list[Cell]:
    """A column's fragments grouped into cells by the white space between its lines."""
    cells: list[Cell] = []
    for fragment in sorted(column, key=lambda item: (item.middle, item.box.x0)):
        if cells and fragment.box.y0 - _bottom(cells[-1]) <= CELL_GAP * fragment.size:
            cells[-1].append(fragment)
        else:
            cells.append([fragment])
    return cells


def _bottom(cell: Cell) -> float:
    return max(fragment.box.y1 for fragment in cell)


# ── rows by printed lines ────────────────────────────────────────────────────────────────────────────────────────────


def printed_rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Row by row as printed: what stands on one line is one row, each fragment a cell."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda item: (item.middle, item.box.x0)):
        if rows and any(on_one_line(other, fragment) for other in rows[-1]):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    starts = [fragment.box.x0 for row in rows for fragment in row]
    ordered = [sorted(row, key=lambda item: item.box.x0) for row in rows]
    return [
        [[joined(row)]] if before and _is_stretched(before, row) else _cells(row, starts)
        for before, row in zip([None, *ordered], ordered, strict=False)
    ]


def _is_stretched(before: list[Fragment], row: list[Fragment]) -> bool:
    """Whether a line is a full one of prose, its few words set far apart to fill it, as the line above is full."""
    if len(before) > 1 or len(row) < FEW_WORDS or any(len(item.items) > 1 for item in row):
        return False
    gaps = [after.box.x0 - item.box.x1 for item, after in pairwise(row)]
    slack = ALIGNED * row[0].size
    edges = (row[0].box.x0 - before[0].box.x0, row[-1].box.x1 - before[0].box.x1, max(gaps) - min(gaps))
    return len(before[0].items) > 1 and all(abs(edge) <= slack for edge in edges)


def _cells(row: list[Fragment], starts: Sequence[float]) -> Row:
    """The cells of a printed line. A narrow gap parts them only where cells of other rows begin below each other."""
    cells: list[list[Fragment]] = []
    for fragment in row:
        if cells and _narrow(cells[-1][-1], fragment) and not _is_start(fragment, starts):
            cells[-1].append(fragment)
        else:
            cells.append([fragment])
    return [[joined(cell)] for cell in cells]


def _narrow(left: Fragment, right: Fragment) -> bool:
    return right.box.x0 - left.box.x1 - right.items[0].spacing < WIDE_GAP * max(left.size, right.size)


def _is_start(fragment: Fragment, starts: Sequence[float]) -> bool:
    below = sum(abs(start - fragment.box.x0) < ALIGNED * fragment.size for start in starts)
    return below > MIN_STARTS


# ── rows by times ────────────────────────────────────────────────────────────────────────────────────────────────────


def timed_rows(times: Sequence[Fragment], others: Sequence[Fragment]) -> list[Row]:
    """One row per time, and per heading that stands in the way of the times; above the first time is the head."""
    x0, x1 = min(time.box.x0 for time in times), max(time.box.x1 for time in times)
    headings = [item for item in others if item.box.x0 < x1 and item.box.x1 > x0]
    anchors = sorted([*entries_of(times), *headings], key=lambda item: item.middle)
    groups, apart = _by_anchor(anchors, [item for item in others if item not in headings])
    head = [fragment for cell in apart if _bottom(cell) <= anchors[0].middle for fragment in cell]
    rows = [(_extent([anchor, *group])[0], _row(anchor, group)) for anchor, group in zip(anchors, groups, strict=True)]
    rows += [(cell[0].box.y0, printed_rows(cell)) for cell in apart if _bottom(cell) > anchors[0].middle]
    return _head(head) + [row for _, some in sorted(rows, key=lambda pair: pair[0]) for row in some]


def _by_anchor(anchors: Sequence[Fragment], others: Sequence[Fragment]) -> tuple[list[list[Fragment]], list[Cell]]:
    """The other fragments of each row; and cells that stand apart from all rows."""
    groups: list[list[Fragment]] = [[] for _ in anchors]
    waiting: list[Cell] = []
    for cell in (cell for column in _stacks(others) for cell in cells_of(column)):
        near = _near(cell, anchors)
        if len(near) == 1:
            groups[near[0]] += cell
        elif near:
            for fragment in cell:
                groups[_last_above(fragment, anchors)].append(fragment)
        else:
            waiting.append(cell)
    extents = [_extent([anchor, *group]) for anchor, group in zip(anchors, groups, strict=True)]
    apart: list[Cell] = []
    for cell in waiting:
        distance, index = min((_distance(cell, extent), index) for index, extent in enumerate(extents))
        if distance <= ROW_GAP * cell[0].size:
            groups[index] += cell
        else:
            apart.append(cell)
    return groups, apart


def _extent(fragments: Sequence[Fragment]) -> tuple[float, float]:
    return min(item.box.y0 for item in fragments), max(item.box.y1 for item in fragments)


def _near(cell: Cell, anchors: Sequence[Fragment]) -> list[int]:
    top, bottom = cell[0].box.y0, _bottom(cell)
    return [index for index, anchor in enumerate(anchors) if top < anchor.middle < bottom]


def _last_above(fragment: Fragment, anchors: Sequence[Fragment]) -> int:
    """The time on the fragment's line, or the last one above it, or the first."""
    middle = fragment.middle + fragment.size / 2
    return max((index for index, anchor in enumerate(anchors) if anchor.middle <= middle), default=0)


def _distance(cell: Cell, extent: tuple[float, float]) -> float:
    """The white space between a cell and a row."""
    return max(extent[0] - _bottom(cell), cell[0].box.y0 - extent[1], 0.0)


def _head(fragments: list[Fragment]) -> list[Row]:
    """The rows above the first time: headings of columns, each whole though it takes several lines."""
    rows: list[Row] = []
    for band in cells_of(fragments):
        stacks = _stacks(band)
        rows += [[cell for stack in stacks for cell in cells_of(stack)]] if len(stacks) > 1 else printed_rows(band)
    return rows


def _row(anchor: Fragment, others: list[Fragment]) -> list[Row]:
    """A time with its cells. With one cell beside it, the row is read line by line, the time first."""
    stacks = _stacks(others)
    if len(stacks) > 1:
        cells = [cell for stack in sorted([*stacks, [anchor]], key=_left) for cell in cells_of(stack)]
        return [[entry for cell in cells for entry in _entries(cell)]]
    lines = printed_rows(others)
    first = sorted([[anchor], *(lines[0] if lines else [])], key=_left)
    return [first, *lines[1:]]


def _entries(cell: Cell) -> list[Cell]:
    """A cell that lists several things, each on a line that left room for more, as several cells."""
    width = max(fragment.box.width for fragment in cell)
    entries = [cell[:1]]
    for before, line in pairwise(cell):
        room = width - before.box.width - line.items[0].word.box.width
        if line.text[0].isupper() and room > line.size:
            entries.append([])
        entries[-1].append(line)
    return entries


def _left(cell: Cell) -> float:
    return min(fragment.box.x0 for fragment in cell)


def _stacks(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments that stand above one another, stack by stack from left to right."""
    stacks: list[list[Fragment]] = []
    reach = float("-inf")
    for fragment in sorted(fragments, key=lambda item: item.box.x0):
        if stacks and fragment.box.x0 < reach - 0.3 * _size(stacks[-1]):
            stacks[-1].append(fragment)
        else:
            stacks.append([fragment])
        reach = max(reach, fragment.box.x1)
    return stacks


def _size(fragments: Sequence[Fragment]) -> float:
    return median(fragment.size for fragment in fragments)
