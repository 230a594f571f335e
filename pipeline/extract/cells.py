"""The cells beside an hour, where a programme is set as a table: what is on, who appears, where, for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.bylines import CIVILITY
from pipeline.extract.functions import starts_with_function
from pipeline.extract.kinds import opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.rooms import is_hall
from pipeline.extract.rows import Row
from pipeline.extract.slot_titles import title_of_row
from pipeline.extract.times import TimeSpan

LED = re.compile(rf"\W*(?:[^\W\d][\w' ]{{2,30}}\s?:\s*)?{CIVILITY}", re.IGNORECASE)
"""What may stand in a cell before the first person: "direction : M."."""
MARKS = " :–—-|*>.,"
MIN_LETTERS = 8
"""Each of several things at one hour has a title of more letters."""

Cell = tuple[int, int]
"""The first character of a cell of a row, and the one behind its last."""


@dataclass(frozen=True)
class Layout:
    """What is the same all through a programme: its columns, and what stands beside its hours."""

    in_halls: bool = False
    """Whether places stand beside its hours, what is on below."""
    in_front: bool = False
    """Whether places stand before the titles, a mark between."""
    rooms: frozenset[str] = frozenset()
    """What its last column names where that is one of halls."""
    titles: int | None = None
    """Which column says what is on, by its head."""
    places: int | None = None
    """Which column says where, by its head."""


@dataclass(frozen=True)
class Beside:
    """What the cells beside an hour say: what is on, several things in a grid, and where."""

    titles: tuple[Span, ...]
    place: Span | None


def cells_beside(row: Row, time: TimeSpan) -> list[Cell]:
    """What a row holds behind its hour, cell by cell."""
    cells, position = [], 0
    for cell in row.text.split("\t"):
        start, end = max(position, time.end), position + len(cell)
        if row.text[start:end].strip(MARKS):
            cells.append((start, end))
        position = end + 1
    return cells


def told_in_cells(row: Row, cells: Sequence[Cell], layout: Layout) -> Beside:
    """What is on in the cells of one row, told from who appears, for whom and where."""
    place = next((cell for cell in cells if _is_place(row, cell, layout)), None)
    titled = _titled(row, cells, place, layout)
    titles = [title for cell in titled if (title := _title(row, cell))]
    return Beside(tuple(titles), Span(row.segment, *place) if place else None)


def _titled(row: Row, cells: Sequence[Cell], place: Cell | None, layout: Layout) -> list[Cell]:
    """The cells that say what is on: that of the column of titles, else all that name nobody, nothing and no place."""
    if layout.titles is not None:
        return [cell for cell in cells if _column(row, cell) == layout.titles]
    told = [cell for cell in cells if cell != place and not _names_somebody(row, cell)]
    are_several = len(told) == len(cells) and all(last - first > MIN_LETTERS for first, last in told)
    return told if are_several and _column(row, told[0]) else told[:1]


def _title(row: Row, cell: Cell) -> Span | None:
    first, last = cell
    inside = tuple(person for person in row.people if first <= person.start < last)
    return title_of_row(replace(row, segment=replace(row.segment, text=row.text[:last]), people=inside), first)


def _is_place(row: Row, cell: Cell, layout: Layout) -> bool:
    if layout.places is not None:
        return _column(row, cell) == layout.places
    text = row.text[cell[0] : cell[1]].strip()
    return text in layout.rooms or is_hall(text)


def _names_somebody(row: Row, cell: Cell) -> bool:
    """Whether a cell only says who appears, what they are or for whom."""
    first, last = cell
    text = row.text[first:last].strip()
    behind = any(person.start < first for person in row.people) and not opens_with_kind(text)
    if behind and (is_evident_body(text) or starts_with_function(text) or text in _bodies(row)):
        return True
    person = next((person for person in row.people if first <= person.start < last), None)
    return person is not None and LED.fullmatch(row.text[first : person.start]) is not None and not _title(row, cell)


def _bodies(row: Row) -> set[str]:
    return {row.text[body.start : body.end] for body in row.bodies}


def _column(row: Row, cell: Cell) -> int:
    return row.text.count("\t", 0, cell[0])
