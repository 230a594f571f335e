"""A programme: its slots by day and hour, and who takes part in which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.boundaries import (
    WHOLE_EVENT_ROLES,
    can_name,
    closes,
    is_long,
    is_talk,
    is_told,
    leads_to,
    opens_part,
    presides,
)
from pipeline.extract.bylines import PRESIDES
from pipeline.extract.casting import Cast, cast_of
from pipeline.extract.cells import Layout
from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.days import day_of
from pipeline.extract.kinds import is_only_kind, kind_of, opens_with_kind
from pipeline.extract.layouts import hours_first, layout_of, with_dated_slots
from pipeline.extract.mentions import Span
from pipeline.extract.people import Person
from pipeline.extract.roles import role_of_label
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slot_titles import UNFINISHED, cleaned, names_only_kind, title_of_row
from pipeline.extract.slots import Slot, is_break, rest_of_row, slots_in
from pipeline.extract.told import told_slots
from pipeline.text import fold

LISTS = re.compile(r"\W*(?:[^\W\d]|[ '’]){3,50}\s?:")
THE = re.compile(r"(?:l[ea]s?\s|l['’]|cette\s|ce\s)", re.IGNORECASE)
LARGER = 0.12
MAX_CONTINUED_WORDS = 32


@dataclass(frozen=True)
class Programme:
    """The slots in order and everybody who takes part."""

    slots: tuple[Slot, ...]
    cast: tuple[Cast, ...]

    @property
    def tells(self) -> bool:
        """Whether it says of any slot what is on or who takes part."""
        return any(slot.text for slot in self.slots) or any(member.slot is not None for member in self.cast)


def programme_of(rows: Sequence[Row], dates: Sequence[Dated], main: Dated | None) -> Programme:
    """Read rows from top to bottom: a day heading sets the day, an hour opens a slot, names belong to the open slot."""
    by_row = {dated.row.index: dated for dated in dates if dated.weight > 0}
    if told := told_slots(rows):
        by_row = {index: dated for index, dated in by_row.items() if index in told}
    rows = [told.get(row.index, row) for row in rows]
    rows = hours_first(with_dated_slots(rows, by_row, main))
    reader = _Reader(
        main,
        day=main.first if main else None,
        last=_last_slot(rows),
        layout=layout_of(rows),
    )
    for row in rows:
        reader.read(row, by_row.get(row.index))
    by_index = {row.index: row for row in rows}
    slots = [
        slot if slot.text else replace(slot, title=_rest(slot, by_index[slot.row], reader.below.get(place)))
        for place, slot in enumerate(reader.slots)
    ]
    return Programme(tuple(slots), tuple(reader.cast))


def _rest(slot: Slot, row: Row, below: Row | None) -> tuple[Span, ...]:
    """Who appears or where, beside an hour or below it, for a slot nothing else gives a title."""
    rest = rest_of_row(row, slot.place) or ((cleaned(below, 0, len(below.text)),) if below else ())
    return () if rest and PRESIDES.match(fold(rest[0].text)) else rest


def _last_slot(rows: Sequence[Row]) -> Row | None:
    return next((row for row in reversed(rows) if row.kind == "slot"), None)


@dataclass
class _Reader:
    """Where reading has got to: the day, the open slot, the role a heading announced."""

    main: Dated | None
    day: PartialDate | None
    last: Row | None
    layout: Layout
    slots: list[Slot] = field(default_factory=list)
    cast: list[Cast] = field(default_factory=list)
    current: int | None = None
    listed: str | None = None
    titled: Row | None = None
    talk: Row | None = None
    """The talk whose title the open slot has."""
    panels: set[int] = field(default_factory=set)
    """The slots of several talks, by their places."""
    below: dict[int, Row] = field(default_factory=dict)
    """Who appears in a slot, by its place, where that is all that is told."""

    def read(self, row: Row, dated: Dated | None) -> None:
        role = role_of_label(row.text)
        if role or row.label or row.kind in ("slot", "day"):
            self.listed = role
        if row.kind in ("day", "date") and (found := day_of(row, dated, self.main)):
            self.day, self.current = found, None
        if row.kind == "slot":
            self._open(row, dated)
            return
        if self._is_done() and self._more(row) and (opens_part(row) or presides(row)):
            self.current = None
        leaves_list = row.kind == "prose" and not row.segment.bullet and self._in_list(row)
        if leaves_list or (closes(row, self.last) and not self._awaits(row)):
            self.current = None
        self._turn_to_list(row)
        if self.current is not None:
            self._title(row)
        for person in row.people:
            if person.role and not (self.current is not None and row.kind == "prose" and self._is_biography(row)):
                self._place(person, row)

    def _open(self, row: Row, dated: Dated | None) -> None:
        day = day_of(row, dated, self.main) or self.day
        opened = list(slots_in(row, day, self.layout))
        first = len(self.slots)
        self.slots.extend(opened)
        self.current = first if len(opened) == 1 else None
        self.titled, self.talk = row, None
        self.cast.extend(cast_of(row, opened, first))

    def _title(self, row: Row) -> None:
        """Take the row for the open slot's title, or for more of it."""
        place = self.current or 0
        slot = self.slots[place]
        if slot.text and (self._is_headed(row) or self._names(slot, row)):
            slot = replace(slot, title=())
        elif (slot.text and not self._goes_on(slot, row)) or self._is_beneath(slot, row):
            self._note_talk(row)
            return
        title = title_of_row(row) if can_name(row) else None
        if title and place not in self.panels:
            going_on = UNFINISHED.search(row.text) is not None
            self.slots[place] = replace(slot, title=(*slot.title, title), open_title=going_on)
            self.titled = row
            self.talk = row if is_talk(row) else None
        elif row.people and not slot.text:
            self.below.setdefault(place, row)

    def _note_talk(self, row: Row) -> None:
        """Of several talks below one hour none gives the slot its title."""
        first = self.talk
        if first and is_talk(row) and fold(first.people[0].name) != fold(row.people[0].name):
            place = self.current or 0
            self.slots[place] = replace(self.slots[place], title=(), open_title=False)
            self.panels.add(place)
            self.talk = None

    def _is_beneath(self, slot: Slot, row: Row) -> bool:
        """Whether a row below those who appear only says what kind of thing it is, or tells of it in sentences.

        Who speaks for a body gives a paper, whose title may end with a full stop.
        """
        present = self._present()
        told = is_told(row) and (is_long(row) or not any(person.affiliations for person in present))
        return not slot.text and bool(present) and (told or is_only_kind(row.text))

    def _present(self) -> list[Person]:
        """Who takes part in the open slot, as far as read."""
        return [member.person for member in self.cast if member.slot == self.current]

    def _is_done(self) -> bool:
        """Whether the open slot has its speakers, or is one of a pause or of questions."""
        if self.current is None:
            return False
        slot = self.slots[self.current]
        return bool(self._present()) or slot.is_break or slot.is_discussion

    def _hour_above(self, row: Row) -> Row | None:
        """The row of an hour just above a heading, in the same block."""
        before = self.titled
        if before is None or before.kind != "slot" or row.index != before.index + 1 or row.kind != "heading":
            return None
        return before if before.segment.block == row.segment.block else None

    def _is_headed(self, row: Row) -> bool:
        """Whether the row just below an hour and its hall is set larger: what is on there."""
        hour = self._hour_above(row)
        return hour is not None and row.segment.size > hour.segment.size + LARGER

    def _names(self, slot: Slot, row: Row) -> bool:
        """Whether the heading below an hour gives the name of what stands beside it only by its kind and speaker."""
        if self._hour_above(row) is None or row.people or row.contacts or row.segment.bullet or row.text[:1] in "([":
            return False
        opened = slot.open_title and leads_to(slot.text, row)
        return not slot.is_break and (opened or names_only_kind(slot.text or ""))

    def _goes_on(self, slot: Slot, row: Row) -> bool:
        """Whether a heading carries on the title above it: behind a colon, or in the same capitals or bold."""
        before = self.titled
        if before is None or row.index != before.index + 1 or row.kind != "heading" or row.people or row.segment.bullet:
            return False
        if slot.open_title:
            return True
        a, b = before.segment, row.segment
        same = a.paragraph == b.paragraph and abs(a.size - b.size) < 0.1
        looks = ((a.bold and b.bold) or (a.caps and b.caps)) and not is_only_kind(row.text)
        return same and looks and before.kind != "slot" and a.words + b.words <= MAX_CONTINUED_WORDS

    def _place(self, person: Person, row: Row) -> None:
        """Into the open slot; who presides over several, and who is named during a break, belongs to none."""
        whole = person.role in WHOLE_EVENT_ROLES or self.listed in WHOLE_EVENT_ROLES
        waits = self.current is None or self.slots[self.current].is_break or self._presides(person, row)
        self.cast.append(Cast(person, None if whole or waits else self.current))

    def _presides(self, person: Person, row: Row) -> bool:
        """Whether a heading between two slots names who leads those that follow: "Session 2 – Présidence : Ida Roy"."""
        apart = self.titled is not None and self.titled.segment.block != row.segment.block
        told = ":" in row.text[: person.start] and row.kind != "prose"
        chairs = person.role == "chair" or role_of_label(row.text[: person.start]) == "chair"
        return apart and told and chairs and self._more(row)

    def _in_list(self, row: Row) -> bool:
        """Whether the open slot is an entry of a list in a paragraph before this row's."""
        last = self.titled
        return (
            last is not None and last.kind == "slot" and last.segment.bullet and last.segment.block != row.segment.block
        )

    def _awaits(self, row: Row) -> bool:
        """Whether the row just below an hour says that it is one of a pause, a meal, the welcome."""
        return self._is_below_hour(row) and is_break(row.text)

    def _is_below_hour(self, row: Row) -> bool:
        """Whether a row stands just below an hour that nothing stands beside."""
        below = self.current is not None and self.titled is not None and row.index == self.titled.index + 1
        return below and self.slots[self.current or 0].text is None

    def _begins_list(self, row: Row) -> bool:
        """Whether a row below the last slot opens with a colon a list in a paragraph of its own: "Jury : …"."""
        below = self.titled is not None and not self._more(row) and row.segment.block != self.titled.segment.block
        leads_it = row.is_short and role_of_label(row.text.partition(":")[0]) == "chair"
        return below and LISTS.match(row.text) is not None and not leads_it and row.kind != "slot"

    def _more(self, row: Row) -> bool:
        return self.last is not None and row.index < self.last.index

    def _turn_to_list(self, row: Row) -> None:
        """Go on with the slot a list is of, where one begins."""
        if (named := self._named_by(row)) is not None:
            self.current = named
        elif self._begins_list(row) and not self._is_below_hour(row):
            self.current = self._named_in(row.text[: row.text.index(":")])

    def _named_by(self, row: Row) -> int | None:
        """The one slot a line speaks of that leads to a list: "La table ronde, animée par Ida Roy, réunira :"."""
        lead = THE.match(row.text)
        leads = lead and row.text.rstrip().endswith(":") and opens_with_kind(row.text[lead.end() :])
        return self._named_in(row.text) if leads else None

    def _named_in(self, text: str) -> int | None:
        """The one slot whose kind a list names: "Participants à la table ronde : …"."""
        kind = kind_of(text)
        named = [place for place, slot in enumerate(self.slots) if kind and slot.text and kind_of(slot.text) == kind]
        return named[0] if len(named) == 1 else None

    def _is_biography(self, row: Row) -> bool:
        """A paragraph that begins with the name of someone who has spoken already."""
        names = {fold(cast.person.name) for cast in self.cast}
        return row.people[0].start <= 3 and fold(row.people[0].name) in names
