"""Which rows of a paper may name its event: those above the programme, or the cover of a leaflet folded behind it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.rows import Row

MIN_SLOTS = 2
"""A single hour is the event's own, not a slot."""
MIN_FRONT = 3
COVER = 1.5
"""The title on a cover is so many times larger than all that stands above the programme."""


def front_of(rows: Sequence[Row]) -> tuple[int, int]:
    """The rows among which a title is sought: those above the programme, or the cover of a leaflet behind it."""
    slots = [place for place, row in enumerate(rows) if row.kind == "slot"]
    if len(slots) < MIN_SLOTS:
        return 0, len(rows)
    first = max(slots[0], MIN_FRONT)
    above = max((row.segment.size for row in rows[:first]), default=1.0)
    largest = max(rows[first:], key=lambda row: row.segment.size, default=rows[0])
    place = rows.index(largest)
    if largest.segment.size < COVER * above or largest.segment.page > rows[0].segment.page:
        return 0, first
    before = [slot for slot in slots if slot < place]
    return max(before, default=-1) + 1, next((slot for slot in slots if slot > place), len(rows))
