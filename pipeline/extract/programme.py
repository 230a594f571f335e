"""A programme: its slots by day and hour, and who takes part in which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.mentions import Span
from pipeline.extract.people import Person
from pipeline.extract.roles import role_of_label
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.times import TimeSpan
from pipeline.extract.titles import is_only_kind
from pipeline.text import fold

LEAD = re.compile(r"^[\s:–—\-|\t•.,;/)>=]+")
BY = re.compile(r"[\s,]*(?:\(|\b(?:de|d['’]|par|avec|animée? par|présentée? par|du|des)\s*)?$", re.IGNORECASE)
AFTER_PEOPLE = re.compile(r"\s*(?:[:–—«“\"]|\s-\s|\))\s*")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WHOLE_EVENT_ROLES = frozenset({"organiser", "contact", "signatory"})
MAX_TITLE_WORDS = 45


@dataclass(frozen=True)
class Slot:
    """A session on paper: where its hour and its title stand."""

    row: int
    day: PartialDate | None
    time: TimeSpan | None
    time_span: Span | None
    title: tuple[Span, ...]

    @property
    def text(self) -> str | None:
        words = " ".join(span.segment.text[span.start : span.end] for span in self.title).replace("\t", " ")
        return words.strip(' «»“”"_*') or None


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
    day = main.first if main else None
    slots: list[Slot] = []
    cast: list[Cast] = []
    current: int | None = None
    listed: str | None = None
    for row in rows:
        if role_of_label(row.text) or row.label:
            listed = role_of_label(row.text)
        if row.kind in ("day", "date") and (found := _day(row, by_row.get(row.index), main)):
            day, current = found, None
        if row.kind == "slot":
            opened = list(_slots(row, day))
            first = len(slots)
            slots.extend(opened)
            current = len(slots) - 1 if len(opened) == 1 else None
            cast.extend(_slot_cast(row, opened, first))
            continue
        if current is not None and not slots[current].text and _can_name(row):
            slots[current] = replace(slots[current], title=_title_after_people(row))
        cast.extend(_cast(person, current, listed) for person in row.people if person.role)
    return Programme(tuple(slots), tuple(cast))


def _cast(person: Person, current: int | None, listed: str | None) -> Cast:
    whole = person.role in WHOLE_EVENT_ROLES or listed in WHOLE_EVENT_ROLES
    return Cast(person, None if whole else current)


def _day(row: Row, dated: Dated | None, main: Dated | None) -> PartialDate | None:
    """The day a heading opens: its date, or the weekday it names among the event's days."""
    if dated and dated.first.day:
        return dated.first
    if main:
        for index, name in enumerate(WEEKDAYS):
            if fold(row.text).strip(" :.").startswith(name):
                for period in main.periods:
                    for day in (period.first, period.last):
                        if day.calendar_day and day.calendar_day.weekday() == index:
                            return day
    return None


# ── slots ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _slots(row: Row, day: PartialDate | None) -> Iterator[Slot]:
    """The slot a row opens; in a grid, one per cell."""
    time = row.times[0]
    where = Span(row.segment, time.start, time.end)
    cells = _cells(row, time)
    if len(cells) > 1 and _is_grid(row, cells):
        for first, last in cells:
            yield Slot(row.index, day, time, where, (_clean(row, first, last),))
        return
    yield Slot(row.index, day, time, where, _slot_title(row, time))


def _cells(row: Row, time: TimeSpan) -> list[tuple[int, int]]:
    """The cells after the hour."""
    cells, position = [], 0
    for cell in row.text.split("\t"):
        if position > time.start and cell.strip():
            cells.append((position, position + len(cell)))
        position += len(cell) + 1
    return cells


def _is_grid(row: Row, cells: list[tuple[int, int]]) -> bool:
    """Several things at one hour, rather than title, speaker and room of one thing."""
    if len(row.text.split("\t")[0].strip()) > row.times[0].end + 2:
        return False
    starts = {person.start for person in row.people}
    return not any(first <= start <= first + 3 for first, _ in cells for start in starts) and all(
        last - first > 8 for first, last in cells
    )


def _slot_title(row: Row, time: TimeSpan) -> tuple[Span, ...]:
    """What a slot is about: the rest of its row, without the people it begins with."""
    text = row.text
    if time.start > 3 and "(" in text[max(0, time.start - 6) : time.start]:
        return (_clean(row, 0, text.rindex("(", 0, time.start)),)
    start = time.end
    lead = LEAD.match(text[start:])
    start += lead.end() if lead else 0
    people = [person for person in row.people if person.start >= start]
    if people and people[0].start <= start + 2:
        after = _after_people(text, people)
        return (_clean(row, after, len(text)),) if after else ()
    if people:
        return (_clean(row, *_around_people(text, start, people)),)
    return (_clean(row, start, len(text)),)


def _after_people(text: str, people: list[Person]) -> int | None:
    """Where the title begins after the speakers: behind a colon, a dash, a quotation mark."""
    last = people[0]
    for person in people[1:]:
        if person.start - last.end > 120:
            break
        last = person
    tail = text[last.end :]
    if tail.lstrip().startswith("("):
        closing = tail.find(")")
        rest = tail[closing + 1 :] if closing >= 0 else ""
        offset = last.end + closing + 1
    else:
        rest, offset = tail, last.end
    match = re.search(r"\s*(?:\s[–—-]\s|:\s|[«“\"]|\t|\s[–—]|–)\s*", rest)
    if match and rest[match.end() :].strip():
        return offset + match.end()
    if tail is not rest and rest.strip() and not rest.lstrip().startswith((",", ";", "et ", "&")):
        return offset
    return None


def _around_people(text: str, start: int, people: list[Person]) -> tuple[int, int]:
    """A title with its speaker inside: "Conférence de X, Paris 3 : TikTok …" → "TikTok …"; "Mot d'accueil de X"."""
    colon = re.search(r"\s:\s|\s[–—]\s", text[people[-1].end :])
    before = text[start : people[0].start]
    if colon and is_only_kind(before):
        return people[-1].end + colon.end(), len(text)
    if not is_only_kind(before) and len(before.split()) >= 3 and people[-1].affiliations:
        return start, start + len(BY.sub("", before))
    if re.search(r"(?:mots?|discours|allocutions?|ouverture|introduction|accueil|conclusions?)\b.*$", fold(before)):
        return start, start + len(BY.sub("", before))
    return start, len(text)


def _clean(row: Row, start: int, end: int) -> Span:
    text = row.text
    lead = LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    return Span(row.segment, start, max(start, len(text[:end].rstrip(" \t,;:–—-(."))))


def _can_name(row: Row) -> bool:
    """Whether a row can be the title of the slot opened before it."""
    if row.kind in ("label", "boilerplate", "contact", "day", "date", "field"):
        return False
    if row.segment.words > MAX_TITLE_WORDS:
        return False
    if row.people and row.people[0].start <= 2:
        return bool(_after_people(row.text, list(row.people)))
    return not (row.people and row.people[0].told and row.people[0].start < 40)


def _title_after_people(row: Row) -> tuple[Span, ...]:
    if row.people and row.people[0].start <= 2:
        after = _after_people(row.text, list(row.people))
        return (_clean(row, after or 0, len(row.text)),)
    return (_clean(row, 0, len(row.text)),)


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
