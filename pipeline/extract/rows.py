"""Segments sorted by what they are: a slot of a programme, a day heading, a place, an entry naming people, prose.

The later stages read a document as a list of rows, in the manner of a cascade: first what each line is, then what the
lines are together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pipeline.extract.addresses import has_postcode, has_street
from pipeline.extract.contacts import Contact, find_contacts
from pipeline.extract.continuations import in_capitals
from pipeline.extract.date_tokens import weekday_names
from pipeline.extract.dates import DateSpan, find_dates
from pipeline.extract.enumerations import Body
from pipeline.extract.fields import Labelled, label_of
from pipeline.extract.people import Person
from pipeline.extract.places import leads_to_place
from pipeline.extract.roles import role_of_label
from pipeline.extract.segments import Segment
from pipeline.extract.times import TimeSpan, find_times
from pipeline.extract.venuewords import begins_as_place
from pipeline.lexicon import lexicon
from pipeline.text import fold

Kind = Literal[
    "boilerplate", "field", "slot", "hours", "day", "date", "label", "people", "place", "contact", "prose", "heading"
]
SLOT_LEAD = re.compile(r"^\W*(?:(?:de|dès|à|à partir de|vers|entre|a|accueil)\s+)?$", re.IGNORECASE)
SLOT_TAIL = re.compile(r"\((?:à|de|dès)?\s*$")
LEADER = re.compile(r"\s*(?:\.{3,}|(?:…|_{2,}|\s\.){2,}|…\s)\s*(?:à|de|dès)?\s*$")
"""What leads from what is on to an hour at the end of the line: "Ouverture ........ 9h"."""
BREADCRUMB = re.compile(r"\W*(?:accueil|home|vous etes ici)\s*[>»›/|→:]")
"""The way to a page of a web site."""
FILLER = frozenset(
    "le la les du de des au a et l d en ce jour journee matin apres midi soir apres-midi date dates".split()
)


MIN_ENTRIES = 2
MAX_TAILED_WORDS = 14
BULLET_WIDTH = 3
MAX_DATED = 24
"""A dated line of more words is a sentence."""
MAX_LEAD = 12


@dataclass(frozen=True)
class Row:
    """One segment and everything found in it."""

    index: int
    segment: Segment
    kind: Kind
    dates: tuple[DateSpan, ...]
    times: tuple[TimeSpan, ...]
    contacts: tuple[Contact, ...]
    label: Labelled | None
    people: tuple[Person, ...]
    bodies: tuple[Body, ...]

    @property
    def text(self) -> str:
        return self.segment.text

    @property
    def is_short(self) -> bool:
        """Neither prose nor long: what can be a title."""
        return not self.segment.is_prose and self.segment.words <= 30


def rows_of(segments: Sequence[Segment], people: Sequence[Person], bodies: Sequence[Body]) -> list[Row]:
    """The rows of a document, in reading order."""
    rows = [
        _row(
            index,
            segment,
            tuple(person for person in people if person.segment == index),
            tuple(body for body in bodies if body.segment == index),
        )
        for index, segment in enumerate(segments)
    ]
    entries = [row.index for row in rows if _is_entry(row)]
    if len(entries) >= MIN_ENTRIES:
        rows = [replace(row, kind="slot") if row.index in entries else row for row in rows]
    begins = [row.times[0].begins or "" for row in rows if row.kind == "slot"]
    return [
        replace(row, kind="hours") if before and _are_hours(row, before, begins) else row
        for before, row in zip([None, *rows], rows, strict=False)
    ]


def _is_entry(row: Row) -> bool:
    """A sentence of a list that tells its hour: "– La projection du film, vendredi 8 à 20h15"."""
    starts_otherwise = not row.dates or row.dates[0].start > BULLET_WIDTH
    return (
        row.segment.bullet and bool(row.times) and starts_otherwise and row.kind in ("prose", "date", "heading", "slot")
    )


def _are_hours(row: Row, before: Row, begins: Sequence[str]) -> bool:
    """Whether a row of hours alone below a date says when the whole event opens and closes: no slot begins later."""
    if row.kind != "slot" or before.kind not in ("day", "date", "field"):
        return False
    time = row.times[0]
    is_bare = _bare(row.text[: time.start] + row.text[time.end :]) in ("", "de")
    return is_bare and (len(begins) == 1 or max(begins) <= (time.ends or ""))


def _row(index: int, segment: Segment, people: tuple[Person, ...], bodies: tuple[Body, ...]) -> Row:
    text = segment.text
    row = Row(
        index=index,
        segment=segment,
        kind="heading",
        dates=tuple(find_dates(text)),
        times=tuple(find_times(text)),
        contacts=tuple(find_contacts(text)),
        label=label_of(text),
        people=people,
        bodies=bodies,
    )
    return replace(row, kind=_timed_kind(row) or _worded_kind(row))


def _timed_kind(row: Row) -> Kind | None:
    """What a row is by its label, date or hour, if by any."""
    segment, text, dates, times = row.segment, row.text, row.dates, row.times
    if _bare(text) in boilerplate() or BREADCRUMB.match(segment.folded):
        return "boilerplate"
    if row.label:
        opens_list = (
            row.label.field == "schedule" and times and not text[row.label.start : times[0].start].strip(" *•-–")
        )
        return "slot" if opens_list else "field"
    if _weekday_only().match(segment.folded):
        return "day"
    if times and _is_slot(text, times, dates):
        return "slot"
    if dates and (not segment.is_prose or (segment.words <= MAX_DATED and _leads_to_date(text[: dates[0].start]))):
        return "day" if _is_day(text, dates, times) else "date"
    return None


def _leads_to_date(before: str) -> bool:
    """Whether hardly anything, or a title in capitals, stands before the date of a line."""
    return len(before) < MAX_LEAD or in_capitals(before)


def _worded_kind(row: Row) -> Kind:
    """What a row is by its words."""
    segment, text, contacts, people = row.segment, row.text, row.contacts, row.people
    if role_of_label(text):
        return "label"
    is_placed = begins_as_place(text.lstrip("( ")) or (_opens_without_name(people) and leads_to_place(text))
    has_address = has_street(text) or has_postcode(text)
    if segment.is_prose:
        return "place" if is_placed and has_address and not text.endswith(".") else "prose"
    if (is_placed and not segment.bullet) or (has_street(text) and has_postcode(text)):
        return "place"
    if people and people[0].start <= 12:
        return "people"
    if has_address:
        return "place"
    if contacts and sum(contact.end - contact.start for contact in contacts) * 2 > len(text):
        return "contact"
    return "heading"


def _opens_without_name(people: Sequence[Person]) -> bool:
    """Whether nobody's name begins the line."""
    return not people or people[0].start > 0


def _is_slot(text: str, times: tuple[TimeSpan, ...], dates: tuple[DateSpan, ...]) -> bool:
    """An hour opens the row, fills its first cell, or closes it in brackets; no date comes first."""
    first = times[0]
    told = first.ends is None and re.match(r"\s*[:–—,-]?\s*[^\W\d]{4}", text[first.end :]) is not None
    if SLOT_LEAD.match(text[: first.start]) or (told and _weekday_lead().match(fold(text[: first.start]))):
        return not any(date.start <= first.end + 3 for date in dates)
    if dates or len(text.split()) > MAX_TAILED_WORDS:
        return False
    before = text[: first.start]
    return SLOT_TAIL.search(before) is not None or (before[:1].isalpha() and LEADER.search(before) is not None)


@cache
def _weekday_lead() -> re.Pattern[str]:
    """What stands before the hour of a slot that names its weekday."""
    names = "|".join(weekday_names())
    return re.compile(
        rf"^\W*(?:{names})(?:\s+(?:matin|apres-midi|soir))?\s*[:,–-]?\s*(?:(?:de|a|des|a partir de)\s+)?$"
    )


@cache
def _weekday_only() -> re.Pattern[str]:
    """A row that only names a weekday, or a part of it."""
    return re.compile(rf"^\W*(?:{'|'.join(weekday_names())})\W*(?:matin|apres-midi|soir)?\W*$")


def _is_day(text: str, dates: tuple[DateSpan, ...], times: tuple[TimeSpan, ...]) -> bool:
    """Hardly anything besides the date."""
    left = text
    spans = [(span.start, span.end) for span in dates] + [(span.start, span.end) for span in times]
    for start, end in sorted(spans, reverse=True):
        left = left[:start] + " " + left[end:]
    words = [word for word in re.findall(r"[^\W\d_]+", fold(left)) if word not in FILLER and len(word) > 1]
    return len(words) <= 2


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w' ]+", " ", fold(text))).strip()


@cache
def boilerplate() -> frozenset[str]:
    """Lines that belong to no event, folded and without punctuation."""
    return frozenset(_bare(line) for line in lexicon("kinds")["boilerplate"])
