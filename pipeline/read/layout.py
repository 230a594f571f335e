"""Words → lines in reading order: pure geometry, no file is opened here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.model import Box, Line, Word
from pipeline.read.columns import regions_of
from pipeline.read.fragments import Fragment, Framed, Glyphs, around, fragments_of, holds, joined
from pipeline.read.repair import closed_up, with_broken_words, with_drop_caps
from pipeline.read.repeats import once
from pipeline.read.tables import Cell, Row

__all__ = ["Glyphs", "arrange", "one_after_another", "ordinary_size"]

MARK = re.compile(r"[^\w\s]{1,2}|\(?\d{1,2}[.)°]|[A-Za-z][.)]")
"""A bullet, or the number of an item."""
BAND_GAP = 0.9
"""White space higher than this many line heights ends a paragraph."""
RESIZED = 0.2
"""A change of relative size that begins a new paragraph."""
CENTRED = 0.03
"""How far the middle of a centred line may lie from the middle of its region, in widths of the region."""


def arrange(words: Sequence[Glyphs], ordinary: float | None = None, frames: Sequence[Box] = ()) -> tuple[Line, ...]:
    """The lines of a page in the order a person reads them, `size` relative to the page's ordinary text.

    Words stand upright; `ordinary` is given where they are part of a page only. What stands in one of the `frames` is
    read by itself.
    """
    if not words:
        return ()
    words = closed_up(with_drop_caps(once(sorted(words, key=_place))))
    ordinary = ordinary or ordinary_size(words)
    sheet = around(item.word.box for item in words)
    lines: list[Line] = []
    for block, rows in enumerate(_regions(words, frames, ordinary)):
        region = around(fragment.box for row in rows for cell in row for fragment in cell)
        margins = (region, sheet)
        lines += [_line(row, block, ordinary, margins) for row in rows]
    return _number_paragraphs(with_broken_words(lines))


def _regions(words: Sequence[Glyphs], frames: Sequence[Box], ordinary: float) -> list[list[Row]]:
    """The rows of each region, regions in reading order; frames within frames are regions of these."""
    outer = [frame for frame in frames if not any(_lies_in(frame, other) for other in frames if other is not frame)]
    framed: list[Fragment] = []
    for frame in outer:
        inside = [item for item in words if holds(frame, item.word.box)]
        words = [item for item in words if not holds(frame, item.word.box)]
        if inside:
            inner = [other for other in frames if other is not frame and _lies_in(other, frame)]
            regions = tuple(_regions(inside, inner, ordinary))
            framed.append(Framed((Glyphs(Word("\N{WHITE SQUARE}", frame), ordinary),), regions))
    return regions_of([*fragments_of(words), *framed])


def _lies_in(frame: Box, other: Box) -> bool:
    return holds(other, frame) and frame.width < other.width


def _place(item: Glyphs) -> tuple[float, float, float, float, str]:
    """So that the order of the file plays no part."""
    box = item.word.box
    return box.x0, box.y1, box.x1, box.y0, item.word.text


def one_after_another(parts: Iterable[tuple[Sequence[Line], Callable[[Box], Box]]]) -> tuple[Line, ...]:
    """The lines of several parts of a page, each with what puts its boxes back where they stand on the page."""
    lines: list[Line] = []
    for part, back in parts:
        first = lines[-1].block + 1 if lines else 0
        for line in part:
            words = tuple(word._replace(box=back(word.box)) for word in line.words)
            lines.append(replace(line, words=words, block=line.block + first))
    return tuple(lines)


def ordinary_size(words: Sequence[Glyphs]) -> float:
    """The size most letters of the page are set in."""
    sizes = sorted((round(item.size, 1), len(item.word.text)) for item in words)
    total = sum(weight for _, weight in sizes)
    seen = 0
    for size, weight in sizes:
        seen += weight
        if seen * 2 >= total:
            return size or 1.0
    return 1.0


def _line(row: Row, block: int, ordinary: float, margins: tuple[Box, Box]) -> Line:
    line = joined(fragment for cell in row for fragment in cell)
    cells, start = [], 0
    for before, cell in pairwise([None, *row]):
        if before is None or not _is_mark(before):
            cells.append(start)
        start += sum(len(fragment.items) for fragment in cell or ())
    bold = 2 * sum(len(item.word.text) for item in line.items if item.bold) > line.letters
    return Line(
        words=tuple(item.word for item in line.items),
        block=block,
        size=round(line.size / ordinary, 2),
        bold=bold,
        centred=len(row) == 1 and _is_centred(line, margins),
        cells=tuple(cells),
    )


def _is_mark(cell: Cell) -> bool:
    """A bullet or number: no cell of its own."""
    return len(cell) == 1 and MARK.fullmatch(cell[0].text) is not None


def _is_centred(line: Fragment, margins: tuple[Box, Box]) -> bool:
    """Whether a line leaves the same space on both sides: of its region, or of the sheet where it fills its region."""
    box = line.box
    around_it = next((margin for margin in margins if margin.width > box.width + 2 * line.size), None)
    if around_it is None:
        return False
    return abs(box.x0 - around_it.x0 + box.x1 - around_it.x1) / 2 <= CENTRED * around_it.width


def _number_paragraphs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Blocks renumbered so that a change of region, a white band or a change of size begins a new one."""
    numbered: list[Line] = []
    block = 0
    for line in lines:
        if numbered:
            before, origin = numbered[-1], lines[len(numbered) - 1]
            gap = line.box.y0 - before.box.y1
            height = min(line.box.height, before.box.height)
            if origin.block != line.block or gap > BAND_GAP * height or abs(line.size - before.size) > RESIZED:
                block += 1
        numbered.append(replace(line, block=block))
    return tuple(numbered)
