"""How a programme is laid out: whether an hour stands above or below what is on, whether a hall stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.cells import Layout
from pipeline.extract.columns import programme_columns
from pipeline.extract.rooms import is_hall, place_in_front
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slot_titles import MAX_LEAD, behind_hour, cleaned
from pipeline.extract.slots import is_break

MOST = 0.6
MIN_ALIKE = 2
MAX_LINES_ABOVE = 6
MAX_ROOM_WORDS = 3


def with_dated_slots(rows: Sequence[Row], dates: Mapping[int, Dated], main: Dated | None) -> list[Row]:
    """The rows, dated entries being slots where an event of several days has no others: "Le 15/11 à 13h : débat"."""
    first, last = (main.first.calendar_day, main.last.calendar_day) if main else (None, None)
    entries = [row.index for row in rows if row.index in dates and _tells_what(row)]
    days = [dates[index].first.calendar_day for index in entries]
    if not first or not last or first == last or any(row.kind == "slot" for row in rows):
        return list(rows)
    if len(entries) < MIN_ALIKE or not all(day and first <= day <= last for day in days):
        return list(rows)
    return [replace(row, kind="slot") if row.index in entries else row for row in rows]


def _tells_what(row: Row) -> bool:
    """Whether a row opens with its day and says what is on behind its hour."""
    if row.kind not in ("date", "day") or not row.times or row.dates[0].start > MAX_LEAD:
        return False
    return re.search(r"[^\W\d]{4}", row.text[row.times[0].end :]) is not None


def beside(row: Row) -> str:
    """What stands behind the hour of a row."""
    return cleaned(row, row.times[0].end, len(row.text)).text


def names_halls(rows: Sequence[Row]) -> bool:
    """Whether most hours of a programme have a place beside them, what is on standing below."""
    slots = [row for row in rows if row.kind == "slot"]
    halls = sum(is_hall(beside(row)) for row in slots)
    return halls > MIN_ALIKE and halls >= MOST * len(slots)


def layout_of(rows: Sequence[Row]) -> Layout:
    """What is the same all through a programme."""
    titles, places = programme_columns([row.text for row in rows])
    return Layout(names_halls(rows), _has_places_in_front(rows), room_cells(rows), titles, places)


def _has_places_in_front(rows: Sequence[Row]) -> bool:
    """Whether more than one slot has a place before its title: "Grange : bal", "Chapelle : concert"."""
    slots = [row for row in rows if row.kind == "slot"]
    return sum(place_in_front(row.text, behind_hour(row), told=True) is not None for row in slots) >= MIN_ALIKE


def room_cells(rows: Sequence[Row]) -> frozenset[str]:
    """What the last cells of a table name where it has a column of halls: few names that come back row after row."""
    cells = [row.text.rpartition("\t") for row in rows if row.kind == "slot"]
    lasts = [last.strip() for head, _, last in cells if head and len(last.split()) <= MAX_ROOM_WORDS]
    counts = Counter(last for last in lasts if last)
    again = frozenset(cell for cell, count in counts.items() if count >= MIN_ALIKE and not is_break(cell))
    often = sum(counts[cell] for cell in again)
    return again if often > MIN_ALIKE and often >= MOST * len(lasts) else frozenset()


def hours_first(rows: Sequence[Row]) -> list[Row]:
    """The rows with each hour before what is on, also where it closes the paragraph: "TITRE / Conférence / > 17 h"."""
    slots = [place for place, row in enumerate(rows) if row.kind == "slot"]
    bare = [place for place in slots if not (told := beside(rows[place])) or is_hall(told)]
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
    same = row.segment.paragraph == hour.segment.paragraph
    return same and row.kind not in ("slot", "day", "date", "field", "hours") and not row.times
