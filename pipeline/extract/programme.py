"""A programme: its slots by day and hour, and who takes part in which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.dates import Period
from pipeline.extract.kinds import kind_of, opens_with_kind
from pipeline.extract.layouts import hours_first, names_halls
from pipeline.extract.people import Person
from pipeline.extract.roles import role_of_label
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slot_titles import UNFINISHED, title_of_row
from pipeline.extract.slots import Slot, is_break, rest_of_row, slots_in
from pipeline.lexicon import lexicon
from pipeline.text import fold

LISTS = re.compile(r"\W*(?:[^\W\d]|[ '’]){3,50}\s?:")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WHOLE_EVENT_ROLES = frozenset({"organiser", "contact", "signatory"})
CLOSING_FIELDS = frozenset({"organiser", "venue", "address", "price", "date", "ignored"})
LARGER = 0.12
MAX_TITLE_WORDS = 45
MAX_CONTINUED_WORDS = 32
MAX_DAYS = 10
"""In a longer period a weekday names no single day."""


@dataclass(frozen=True)
class Cast:
    """A person and the slot they belong to, None for the event as a whole."""

    person: Person
    slot: int | None


@dataclass(frozen=True)
class Programme:
    """The slots in order and everybody who takes part."""

    slots: tuple[Slot, ...]
    cast: tuple[Cast, ...]


def programme_of(rows: Sequence[Row], dates: Sequence[Dated], main: Dated | None) -> Programme:
    """Read rows from top to bottom: a day heading sets the day, an hour opens a slot, names belong to the open slot."""
    by_row = {dated.row.index: dated for dated in dates if dated.weight > 0}
    rows = hours_first(rows)
    reader = _Reader(main, day=main.first if main else None, last=_last_slot(rows), in_halls=names_halls(rows))
    for row in rows:
        reader.read(row, by_row.get(row.index))
    by_index = {row.index: row for row in rows}
    slots = tuple(slot if slot.text else replace(slot, title=rest_of_row(by_index[slot.row])) for slot in reader.slots)
    return Programme(slots, tuple(reader.cast))


def everywhere(rows: Sequence[Row]) -> Iterator[Cast]:
    """Who is named for all events of a paper: the organisers of a cycle, whom to write to, "Direction : …"."""
    for row in rows:
        for person in row.people:
            if person.role in WHOLE_EVENT_ROLES or row.text[: person.start].rstrip().endswith(":"):
                yield Cast(person, None)


def _last_slot(rows: Sequence[Row]) -> Row | None:
    return next((row for row in reversed(rows) if row.kind == "slot"), None)


@dataclass
class _Reader:
    """Where reading has got to: the day, the open slot, the role a heading announced."""

    main: Dated | None
    day: PartialDate | None
    last: Row | None
    in_halls: bool = False
    slots: list[Slot] = field(default_factory=list)
    cast: list[Cast] = field(default_factory=list)
    current: int | None = None
    listed: str | None = None
    titled: Row | None = None

    def read(self, row: Row, dated: Dated | None) -> None:
        if role_of_label(row.text) or row.label:
            self.listed = role_of_label(row.text)
        if row.kind in ("day", "date") and (found := _day(row, dated, self.main)):
            self.day, self.current = found, None
        if row.kind == "slot":
            self._open(row, dated)
            return
        leaves_list = row.kind == "prose" and not row.segment.bullet and self._in_list(row)
        if leaves_list or (_closes(row, self.last) and not self._awaits(row)):
            self.current = None
        if self._begins_list(row):
            self.current = self._named_in(row)
        if self.current is not None:
            self._title(row)
        for person in row.people:
            if person.role and not (self.current is not None and row.kind == "prose" and self._is_biography(row)):
                self._place(person, row)

    def _open(self, row: Row, dated: Dated | None) -> None:
        day = dated.first if dated and dated.first.day else self.day
        opened = list(slots_in(row, day, in_halls=self.in_halls))
        first = len(self.slots)
        self.slots.extend(opened)
        self.current = first if len(opened) == 1 else None
        self.titled = row
        self.cast.extend(_slot_cast(row, opened, first))

    def _title(self, row: Row) -> None:
        """Take the row for the open slot's title, or for more of it."""
        slot = self.slots[self.current or 0]
        if slot.text and self._is_headed(row):
            slot = replace(slot, title=())
        elif slot.text and not self._goes_on(slot, row):
            return
        if not _can_name(row) or (title := title_of_row(row)) is None:
            return
        self.slots[self.current or 0] = replace(
            slot, title=(*slot.title, title), open_title=UNFINISHED.search(row.text) is not None
        )
        self.titled = row

    def _is_headed(self, row: Row) -> bool:
        """Whether the row just below an hour and its hall is set larger: what is on there."""
        before = self.titled
        if before is None or before.kind != "slot" or row.index != before.index + 1 or row.kind != "heading":
            return False
        return row.segment.block == before.segment.block and row.segment.size > before.segment.size + LARGER

    def _goes_on(self, slot: Slot, row: Row) -> bool:
        """Whether a heading carries on the title above it: behind a colon, or in the same capitals or bold."""
        before = self.titled
        if before is None or row.index != before.index + 1 or row.kind != "heading" or row.people or row.segment.bullet:
            return False
        if slot.open_title:
            return True
        a, b = before.segment, row.segment
        same = a.block == b.block and a.page == b.page and abs(a.size - b.size) < 0.1
        looks = (a.bold and b.bold) or (a.caps and b.caps)
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
        below = self.current is not None and self.titled is not None and row.index == self.titled.index + 1
        return below and is_break(row.text) and self.slots[self.current or 0].text is None

    def _begins_list(self, row: Row) -> bool:
        """Whether a row below the last slot opens with a colon a list in a paragraph of its own: "Jury : …"."""
        below = self.titled is not None and not self._more(row) and row.segment.block != self.titled.segment.block
        return below and LISTS.match(row.text) is not None and row.kind != "slot"

    def _more(self, row: Row) -> bool:
        return self.last is not None and row.index < self.last.index

    def _named_in(self, row: Row) -> int | None:
        """The one slot whose kind a list names: "Participants à la table ronde : …"."""
        kind = kind_of(row.text[: row.text.index(":")])
        named = [place for place, slot in enumerate(self.slots) if kind and slot.text and kind_of(slot.text) == kind]
        return named[0] if len(named) == 1 else None

    def _is_biography(self, row: Row) -> bool:
        """A paragraph that begins with the name of someone who has spoken already."""
        names = {fold(cast.person.name) for cast in self.cast}
        return row.people[0].start <= 3 and fold(row.people[0].name) in names


def _closes(row: Row, last: Row | None) -> bool:
    """Whether what follows belongs to no slot: committees, practical matters, a further page without hours."""
    if row.kind == "label":
        return role_of_label(row.text) in WHOLE_EVENT_ROLES
    if row.kind == "field":
        return row.label is not None and row.label.field in CLOSING_FIELDS
    if row.kind in ("boilerplate", "heading", "people") and row.is_short:
        text = " ".join(fold(row.text).replace(":", " ").split())
        if any(text == phrase or text.startswith(phrase + " ") for phrase in _after_programme()) or is_break(row.text):
            return True
    return last is not None and row.index > last.index and row.segment.page > last.segment.page


@cache
def _after_programme() -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in lexicon("kinds")["after_programme"])


def _day(row: Row, dated: Dated | None, main: Dated | None) -> PartialDate | None:
    """The day a heading opens: its date, or the weekday it names among the event's days."""
    if dated and dated.first.day:
        return dated.first
    if main:
        for index, name in enumerate(WEEKDAYS):
            if fold(row.text).strip(" :.").startswith(name):
                return next((day for period in main.periods for day in _days_of(period) if _falls_on(day, index)), None)
    return None


def _days_of(period: Period) -> Iterator[PartialDate]:
    """The days of a period, of a long one its first and last."""
    first, last = period.first.calendar_day, period.last.calendar_day
    yield period.first
    if first and last and (last - first).days <= MAX_DAYS:
        for place in range(1, (last - first).days):
            day = first + timedelta(days=place)
            yield PartialDate(day.year, day.month, day.day)
    yield period.last


def _falls_on(day: PartialDate, weekday: int) -> bool:
    return day.calendar_day is not None and day.calendar_day.weekday() == weekday


def _can_name(row: Row) -> bool:
    """Whether a row can be the title of the slot opened before it."""
    if row.kind == "label":
        return ":" not in row.text
    if row.kind in ("boilerplate", "contact", "day", "date", "field", "hours"):
        return False
    if row.segment.words > MAX_TITLE_WORDS or (is_evident_body(row.text) and not opens_with_kind(row.text)):
        return False
    return not (row.people and row.people[0].told and 2 < row.people[0].start < 40)


def _slot_cast(row: Row, opened: list[Slot], first: int) -> Iterator[Cast]:
    """The people named in a slot's own row; in a grid, each in their cell."""
    for person in row.people:
        if not person.role:
            continue
        slot = first
        for offset, candidate in enumerate(opened):
            if (
                len(opened) > 1
                and candidate.title
                and candidate.title[0].start <= person.start <= candidate.title[0].end + 60
            ):
                slot = first + offset
        yield Cast(person, slot)
