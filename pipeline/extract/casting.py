"""Who takes part in which slot of a programme, and who in the event as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.boundaries import WHOLE_EVENT_ROLES
from pipeline.extract.people import Person
from pipeline.extract.rows import Row
from pipeline.extract.slots import Slot


@dataclass(frozen=True)
class Cast:
    """A person and the slot they belong to, None for the event as a whole."""

    person: Person
    slot: int | None


def everywhere(rows: Sequence[Row]) -> Iterator[Cast]:
    """Who is named for all events of a paper: the organisers of a cycle, whom to write to, "Direction : …"."""
    for row in rows:
        for person in row.people:
            if person.role in WHOLE_EVENT_ROLES or row.text[: person.start].rstrip().endswith(":"):
                yield Cast(person, None)


def cast_of(row: Row, opened: list[Slot], first: int) -> Iterator[Cast]:
    """The people named in a slot's own row; in a grid, each in their cell; of several hours, each behind theirs."""
    hours = [slot.time_span.start for slot in opened if slot.time_span]
    for person in row.people:
        if not person.role:
            continue
        slot = first
        for offset, candidate in enumerate(opened):
            title = candidate.title[0] if candidate.title else None
            if len(set(hours)) > 1:
                within = hours[offset] <= person.start
            else:
                within = (
                    len(opened) > 1 and title is not None and _column(row, title.start) == _column(row, person.start)
                )
            slot = first + offset if within else slot
        yield Cast(person, slot)


def _column(row: Row, place: int) -> int:
    return row.text.count("\t", 0, place)
