"""How a programme is laid out: whether an hour stands above or below what is on, whether a hall stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.rooms import is_hall
from pipeline.extract.rows import Row
from pipeline.extract.slot_titles import cleaned

MOST = 0.6
MIN_ALIKE = 2
MAX_LINES_ABOVE = 6


def beside(row: Row) -> str:
    """What stands behind the hour of a row."""
    span = cleaned(row, row.times[0].end, len(row.text))
    return row.text[span.start : span.end]


def names_halls(rows: Sequence[Row]) -> bool:
    """Whether most hours of a programme have a place beside them, what is on standing below."""
    slots = [row for row in rows if row.kind == "slot"]
    halls = sum(is_hall(beside(row)) for row in slots)
    return halls > MIN_ALIKE and halls >= MOST * len(slots)


def hours_first(rows: Sequence[Row]) -> list[Row]:
    """The rows with each hour before what is on, also where it closes the paragraph: "TITRE / Conférence / > 17 h"."""
    slots = [place for place, row in enumerate(rows) if row.kind == "slot"]
    bare = [place for place in slots if not beside(rows[place]) or is_hall(beside(rows[place]))]
    openings = {place: first for place in bare if (first := _opening(rows, place)) is not None}
    if len(openings) < MIN_ALIKE or len(openings) < MOST * len(slots):
        return list(rows)
    ordered = list(rows)
    for place, first in openings.items():
        ordered.insert(first, ordered.pop(place))
    return ordered


def _opening(rows: Sequence[Row], place: int) -> int | None:
    """Where the paragraph begins that names above an hour what is on; None when the hour opens it."""
    first = place
    while first and _belongs(rows[first - 1], rows[place]) and place - first < MAX_LINES_ABOVE:
        first -= 1
    return first if first < place and rows[first].kind in ("heading", "people") else None


def _belongs(row: Row, hour: Row) -> bool:
    same = (row.segment.page, row.segment.block) == (hour.segment.page, hour.segment.block)
    return same and row.kind not in ("slot", "day", "date", "field", "hours") and not row.times
