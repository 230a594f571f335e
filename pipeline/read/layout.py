"""Words → lines → blocks in reading order: pure geometry, no file is opened here.

Words close together on one baseline make a *fragment*. A region of fragments is then cut again and again where white
space runs through it: first into columns, then into bands from top to bottom (the recursive XY-cut of Nagy & Seth,
1984), except where a vertical gap is the gap between the columns of a table: there the row stays one line with cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.model import Box, Line, Word

COLUMN_GAP = 1.6
"""White space wider than this many letter heights may part columns or cells; narrower only parts words."""
BAND_GAP = 0.9
"""White space higher than this many line heights ends a paragraph."""
MIN_COLUMN_LINES = 3
NARROW = 0.22
"""A left side narrower than this share of the region is a column of times or labels, not of text."""


@dataclass(frozen=True)
class Glyphs:
    """A word with its looks, before it is put into a line."""

    word: Word
    size: float
    bold: bool = False


Fragment = tuple[Glyphs, ...]


def arrange(words: Sequence[Glyphs]) -> tuple[Line, ...]:
    """The lines of a page in the order a person reads them, `size` relative to the page's ordinary text."""
    if not words:
        return ()
    fragments = _fragments(words)
    ordinary = _ordinary_size(words)
    regions = enumerate(_cut(fragments))
    return _number_paragraphs([_line(row, block, ordinary) for block, region in regions for row in _rows(region)])


def _ordinary_size(words: Sequence[Glyphs]) -> float:
    """The size most letters of the page are set in."""
    sizes = sorted((round(item.size, 1), len(item.word.text)) for item in words)
    total = sum(weight for _, weight in sizes)
    seen = 0
    for size, weight in sizes:
        seen += weight
        if seen * 2 >= total:
            return size or 1.0
    return 1.0


# ── words → fragments ────────────────────────────────────────────────────────────────────────────────────────────────


def _fragments(words: Sequence[Glyphs]) -> list[Fragment]:
    """Words that follow each other on one baseline without a wide gap."""
    fragments: list[Fragment] = []
    for row in _baselines(words):
        run: list[Glyphs] = []
        for item in sorted(row, key=_left):
            if run and item.word.box.x0 - run[-1].word.box.x1 > COLUMN_GAP * max(item.size, run[-1].size):
                fragments.append(tuple(run))
                run = []
            run.append(item)
        fragments.append(tuple(run))
    return fragments


def _baselines(words: Sequence[Glyphs]) -> list[list[Glyphs]]:
    """Words grouped by the line they stand on: their vertical middles lie within each other."""
    rows: list[list[Glyphs]] = []
    for item in sorted(words, key=_bottom):
        for row in reversed(rows[-6:]):
            if _on_one_line(row[-1].word.box, item.word.box):
                row.append(item)
                break
        else:
            rows.append([item])
    return rows


def _on_one_line(a: Box, b: Box) -> bool:
    overlap = min(a.y1, b.y1) - max(a.y0, b.y0)
    return overlap > 0.55 * min(a.height, b.height)


def _left(item: Glyphs) -> float:
    return item.word.box.x0


def _bottom(item: Glyphs) -> float:
    return item.word.box.y1


def box_of(fragment: Sequence[Glyphs]) -> Box:
    """The rectangle around some words."""
    box = fragment[0].word.box
    for item in fragment[1:]:
        box = box.union(item.word.box)
    return box


# ── fragments → regions in reading order ─────────────────────────────────────────────────────────────────────────────


def _cut(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Regions that hold no further column, in reading order."""
    split = _cut_columns(fragments) or _cut_bands(fragments)
    if not split:
        return [fragments]
    return [region for part in split for region in _cut(part)]


def _cut_columns(fragments: list[Fragment]) -> list[list[Fragment]] | None:
    """Left and right of the widest white gap that runs through the whole region, unless it is a table's."""
    boxes = sorted((box_of(fragment) for fragment in fragments), key=lambda box: box.x0)
    height = median(box.height for box in boxes)
    best, reach = None, boxes[0].x1
    for box in boxes[1:]:
        gap = box.x0 - reach
        if gap > height * COLUMN_GAP * 0.6 and (best is None or gap > best[0]):
            best = (gap, (box.x0 + reach) / 2)
        reach = max(reach, box.x1)
    if best is None:
        return None
    left = [fragment for fragment in fragments if box_of(fragment).x1 <= best[1]]
    right = [fragment for fragment in fragments if box_of(fragment).x1 > best[1]]
    return None if _is_table(left, right) else [left, right]


def _is_table(left: list[Fragment], right: list[Fragment]) -> bool:
    """Rows run through the gap: each line on the sparser side has its partner on the other, and it is no prose."""
    few, many = sorted((left, right), key=len)
    if len(few) < MIN_COLUMN_LINES and len(many) > 3 * len(few):
        return _aligned(few, many) == 1
    if _aligned(few, many) < 0.7:
        return False
    width = box_of([item for fragment in left + right for item in fragment]).width
    left_width = box_of([item for fragment in left for item in fragment]).width
    return left_width < NARROW * width or _fill(left) < 0.7 or _fill(right) < 0.55


def _aligned(few: list[Fragment], many: list[Fragment]) -> float:
    """Share of the first side's fragments that stand on one line with a fragment of the other side."""
    others = [box_of(fragment) for fragment in many]
    hits = sum(any(_on_one_line(box_of(fragment), other) for other in others) for fragment in few)
    return hits / len(few)


def _fill(column: list[Fragment]) -> float:
    """How much of the column's width its lines use, half of them at least: prose fills it, cells do not."""
    whole = box_of([item for fragment in column for item in fragment]).width
    return median(box_of(fragment).width for fragment in column) / whole if whole else 1.0


def _cut_bands(fragments: list[Fragment]) -> list[list[Fragment]] | None:
    """Above and below the highest white band, where one of the parts can then be cut into columns."""
    ordered = sorted(fragments, key=lambda fragment: box_of(fragment).y0)
    gaps = []
    reach = box_of(ordered[0]).y1
    for index, fragment in enumerate(ordered[1:], 1):
        box = box_of(fragment)
        if box.y0 > reach:
            gaps.append((box.y0 - reach, index))
        reach = max(reach, box.y1)
    for _, index in sorted(gaps, reverse=True):
        parts = [ordered[:index], ordered[index:]]
        if any(len(part) > 1 and _cut_columns(part) for part in parts):
            return parts
    return None


# ── regions → lines ──────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(region: list[Fragment]) -> list[list[Fragment]]:
    """The fragments of a region, row by row; the cells of a row from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(region, key=lambda fragment: (box_of(fragment).y1, box_of(fragment).x0)):
        if rows and _on_one_line(box_of(rows[-1][0]), box_of(fragment)):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda fragment: box_of(fragment).x0) for row in rows]


def _line(row: list[Fragment], block: int, ordinary: float) -> Line:
    items = [item for fragment in row for item in fragment]
    cells, start = [], 0
    for fragment in row:
        cells.append(start)
        start += len(fragment)
    letters = sum(len(item.word.text) for item in items)
    bold = 2 * sum(len(item.word.text) for item in items if item.bold) > letters
    size = sum(item.size * len(item.word.text) for item in items) / letters / ordinary
    return Line(tuple(item.word for item in items), block, round(size, 2), bold, tuple(cells))


def _number_paragraphs(lines: list[Line]) -> tuple[Line, ...]:
    """Blocks renumbered so that a change of region, a white band or a change of size begins a new one."""
    numbered: list[Line] = []
    block = 0
    for line in lines:
        if numbered:
            before, origin = numbered[-1], lines[len(numbered) - 1]
            gap = line.box.y0 - before.box.y1
            height = min(line.box.height, before.box.height)
            resized = abs(line.size - before.size) > 0.2
            if origin.block != line.block or gap > BAND_GAP * height or resized:
                block += 1
        numbered.append(replace(line, block=block))
    return tuple(numbered)
