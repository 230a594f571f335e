"""Where each session takes place: the hall its own line names, else the one below the heading of its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.mentions import Span
from pipeline.extract.places import Place, parse_place, places_in
from pipeline.extract.rows import Row
from pipeline.extract.slots import Slot
from pipeline.extract.venuewords import is_elsewhere, is_room

IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{4,60})\)")
SEVERAL = 2


def in_halls(slots: Sequence[Slot], rows: Sequence[Row]) -> tuple[Slot, ...]:
    """The slots with the places the paper gives them; days of one place only are the whole event's."""
    by_index = {row.index: row for row in rows}
    days = list(_halls_of_days(rows))
    if len({hall.text for _, hall in days}) < SEVERAL:
        days = []
    return tuple(
        replace(slot, place=_printed(slot) or _own(by_index[slot.row]) or _of_day(days, slot.row)) for slot in slots
    )


def _printed(slot: Slot) -> Span | None:
    """The hall printed beside the hour, unless it is all the slot has for a title."""
    return slot.place if slot.place and slot.place.text not in (slot.text or "") else None


def _of_day(days: Sequence[tuple[int, Span]], index: int) -> Span | None:
    return next((hall for start, hall in reversed(days) if start <= index), None)


def _own(row: Row) -> Span | None:
    """The room in brackets, or the hall behind "à", on a slot's line; other brackets say where someone comes from."""
    for match in IN_BRACKETS.finditer(row.text):
        if is_room(match["inside"]):
            return _name(row, parse_place(row.text, match.start("inside")))
    if row.people:
        return None
    return _name(row, next(places_in(row.text), None))


def _halls_of_days(rows: Sequence[Row]) -> Iterator[tuple[int, Span]]:
    """The row from which a hall counts, and the hall: the place on the line below a day."""
    for before, row in pairwise(rows):
        below = before.kind in ("day", "date") and row.kind == "place" and not is_elsewhere(row.text)
        if below and (hall := _name(row, parse_place(row.text))):
            yield row.index, hall


def _name(row: Row, place: Place | None) -> Span | None:
    return Span(row.segment, *place.spans["name"]) if place and "name" in place.spans else None
