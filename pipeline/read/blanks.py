"""Columns of a plain text: cells set apart by tabs or by runs of blanks, as typists align a programme or a cast.

Odd double blanks in prose part nothing: a run of blanks is a gap between cells only where other rows, an hour before it
or a list of short entries say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.hours import kinds_of

BLANKS = re.compile(r"(?<=[^\s])[ \u00a0]{3,}(?=[^\s])")
NEAR = 6
"""Rows above and below in which another cell may begin in the same column: entries may take several rows."""
OFF = 1
"""Characters by which such cells may be off their column."""
VERY_WIDE = 5
"""So many blanks are no slip of the typist."""
FEW_WORDS = 6
"""A cell of a list has no more words than this."""
BEGINS = re.compile(r"[^\W\d_]")


class Gap(NamedTuple):
    """A run of blanks in a row: the columns where the text before it ends and the text behind it begins."""

    end: int
    start: int


def cell_starts(rows: Sequence[str]) -> list[frozenset[int]]:
    """For each row the columns at which a cell begins after a run of blanks.

    >>> cell_starts(["9h15    accueil", "bien   le bonjour"])
    [frozenset({8}), frozenset()]
    """
    gaps = [[Gap(*match.span()) for match in BLANKS.finditer(row)] for row in rows]
    return [frozenset(gap.start for gap in some if _parts(rows, gaps, y, gap)) for y, some in enumerate(gaps)]


def cells_of(rows: Sequence[str]) -> list[tuple[str, ...]]:
    """The cells of each row.

    >>> cells_of(["Don José      Yann Le Goff", "Carmen        Aude Martin", "fin"])
    [('Don José', 'Yann Le Goff'), ('Carmen', 'Aude Martin'), ('fin',)]
    """
    return [_cut(row, sorted(starts)) for row, starts in zip(rows, cell_starts(rows), strict=True)]


def _cut(row: str, starts: Sequence[int]) -> tuple[str, ...]:
    edges = [0, *starts, len(row)]
    parts = [row[first:last] for first, last in pairwise(edges)]
    cells = [cell.strip() for part in parts for cell in part.split("\t")]
    return tuple(cell for cell in cells if cell) or ("",)


def _parts(rows: Sequence[str], gaps: Sequence[Sequence[Gap]], y: int, gap: Gap) -> bool:
    """Whether a run of blanks parts cells."""
    row = rows[y]
    before = max((other.start for other in gaps[y] if other.start < gap.start), default=0)
    if kinds_of(row[before : gap.end].strip()):
        return True
    near = [other for other in range(max(0, y - NEAR), min(len(rows), y + NEAR + 1)) if other != y and rows[other]]
    aligned = sum(_meets(rows[other], gaps[other], gap.start) for other in near)
    if _goes_on(row, gap):
        return aligned > 1 and _is_short(row, gap)
    if aligned:
        return True
    is_wide = gap.start - gap.end >= VERY_WIDE
    alike = any(_is_short(rows[other], one) and not _goes_on(rows[other], one) for other in near for one in gaps[other])
    return _is_short(row, gap) and (is_wide or alike)


def _meets(row: str, gaps: Sequence[Gap], start: int) -> bool:
    """Whether a cell of a row begins in that column, be it the only one of an entry that goes on."""
    indent = len(row) - len(row.lstrip())
    return any(abs(column - start) <= OFF for column in (indent, *(gap.start for gap in gaps)))


def _goes_on(row: str, gap: Gap) -> bool:
    """Whether a sentence seems to run on through the blanks."""
    first = BEGINS.search(row, gap.start)
    return first is not None and first.start() == gap.start and first[0].islower()


def _is_short(row: str, gap: Gap) -> bool:
    """Whether few words stand on either side, as in a list."""
    return all(len(side.split()) <= FEW_WORDS for side in (row[: gap.end], row[gap.start :]))
