"""When: the dates of an event, chosen among all that stand on its paper, with the year made up where it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.dates import DateSpan, Period, month_in
from pipeline.extract.mailheads import sent_rows
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.times import TimeSpan
from pipeline.extract.years import YearClues, with_year
from pipeline.text import fold, fold_in_place

DEADLINE = re.compile(
    r"(?:avant le|au plus tard(?: le)?|limite|jusqu'au|cloture|inscriptions?(?: [^.]{0,40})?|reponse souhaitee|"
    r"retourner[^.]{0,40}|fait a [^,]+,?(?: le)?|compte[ -]rendu[^.]{0,60}|proces[ -]verbal[^.]{0,40}|"
    r"nee? le|depuis(?: le)?|loi du|decret du|arrete du|en date du|paru le|publie le|bulletin[^.]{0,30}|"
    r"mis(?:e)? (?:a jour|en ligne)(?: le)?\W*|modifie le)\s*$"
)
DUE = re.compile(
    r"\s*[:–—-]\s*(?:date limite|notification|envoi des|remise des|retour des|reponse aux|cloture des|"
    r"ouverture des inscriptions|fin des inscriptions|limite d|publication)"
)
"""What follows a day of a calendar of deadlines."""
PUBLISHED = re.compile(r"date\s*:\s*\d{4}-\d\d-\d\d\W*$")
"""A key of a text for a web site: it may be the day it was put on line."""
SOON = timedelta(days=200)
USUAL = re.compile(
    r"\b(?:seances|conferences|rencontres|cours|ateliers|reunions|concerts|tous|toutes|chaque|ont lieu|"
    r"se tient|se tiennent|par mois|par semaine|mensuel\w*|hebdomadaires?|seances? le|les \w+dis)\b"
    r"|\ble (?:\w{3,6}di|dimanche)\b(?!\s+\d)"
)
BESIDES = re.compile(r"\W*(?:vernissage|finissage|inauguration|visite|report|repli|reprise)\b")
"""What goes with an event without being it."""
NEXT = re.compile(r"\W*prochaine?s?\b")
"""What points to what comes later: "Prochaine séance : mardi 3 mars"."""
TAKES_PLACE = re.compile(
    r"\b(?:se tiendra|se deroulera|aura lieu|auront lieu|se reunira|vous (?:invite|convie|attend)\w*)\b"
)
PUT_OFF_TO = re.compile(r"\breport\w+ (?:au|a ce|pour le)\s*$")
"""What leads to the day an event was put off to …"""
CALLED_OFF = re.compile(r"\bn'(?:aura|auront) pas lieu|\b(?:est|sont|a ete|ont ete) (?:\w+ )?(?:annul|report)\w+")
"""… and what a sentence says behind the day on which it should have been."""
DEADLINE_AFTER = re.compile(
    r"\W*(?:date limite|limite|dernier delai|notification|reception des|envoi des|cloture des|remise des)\b"
)
LETTER_DATE = re.compile(
    r"^[A-ZÀ-Þ][\w'’]{2,}(?:[ -](?:[A-ZÀ-Þ][\w'’]*|sur|sous|en|l[eè]s?|la|aux?|de|du|des)){0,4},?\s+le\s*$"
)
"""What stands before the date of a letter: "Paris, le"."""
WEIGHTS = {
    "field": 9.0,
    "date": 5.0,
    "day": 5.0,
    "heading": 4.0,
    "slot": 2.5,
    "people": 3.0,
    "place": 4.0,
    "prose": 1.5,
}


YEARLESS = 1.5
"""How much less a date weighs whose year no other on the paper tells."""
MAX_HEADING_WORDS = 8
FEW_WORDS = 8
NEAR = 40
"""Letters before a date within which an hour is its own."""


@dataclass(frozen=True)
class Dated:
    """A date expression on the paper, its years made up, and how much it looks like the event's own."""

    row: Row
    span: DateSpan
    periods: tuple[Period, ...]
    weight: float
    note: str | None

    @property
    def first(self) -> PartialDate:
        return self.periods[0].first

    @property
    def last(self) -> PartialDate:
        return self.periods[-1].last

    @property
    def place(self) -> Span:
        return Span(self.row.segment, self.span.start, self.span.end)


def dated_of(rows: Sequence[Row], clues: YearClues) -> list[Dated]:
    """Every date of the rows, in reading order, with its weight."""
    found: list[Dated] = []
    heading = PartialDate()
    sent = sent_rows(rows)
    for row in rows:
        heading = month_heading(row) or heading
        for span in row.dates:
            dated = _dated(row, _in_month(span, heading), clues)
            found.append(replace(dated, weight=0.0) if row.index in sent else dated)
            heading = PartialDate(span.last.year or heading.year, span.last.month or heading.month)
    return _with_ends(found)


def _with_ends(dates: Sequence[Dated]) -> list[Dated]:
    """ "Début : 3 mai", "Fin : 5 mai": the first of two labelled dates runs to the second."""
    ends = {_labelled(dated): dated for dated in reversed(dates)}
    start, end = ends.get("date"), ends.get("date_end")
    if not start or not end or start.first != start.last or (start.last.iso or "") >= (end.first.iso or ""):
        return list(dates)
    period = replace(start.periods[0], last=end.last)
    joined = replace(start, periods=(period,), weight=start.weight + 1.0)
    return [joined if dated is start else replace(dated, weight=0.0) if dated is end else dated for dated in dates]


def _labelled(dated: Dated) -> str | None:
    return dated.row.label.field if dated.row.label else None


def month_heading(row: Row) -> PartialDate | None:
    """The month that a heading puts over the days below it: "FÉVRIER", "Programme de mars 2007"."""
    if not row.is_short or row.segment.words > MAX_HEADING_WORDS:
        return None
    return month_in(row.text)


def _in_month(span: DateSpan, heading: PartialDate) -> DateSpan:
    """ "Vendredi 2" below "FÉVRIER 2007": the days that name no month are of the one above them."""
    periods = tuple(
        replace(period, first=_completed(period.first, heading), last=_completed(period.last, heading))
        for period in span.periods
    )
    return replace(span, periods=periods)


def _completed(day: PartialDate, heading: PartialDate) -> PartialDate:
    if day.month or not day.day or not heading.month:
        return day
    found = replace(day, month=heading.month, year=day.year or heading.year)
    return day if found.contradicts_weekday else found


def main_date(dates: Sequence[Dated]) -> Dated | None:
    """The event's own date: the heaviest; the first of equals."""
    usable = [dated for dated in dates if dated.weight > 0 and dated.first.month]
    best = max(usable, key=lambda dated: dated.weight - YEARLESS * (dated.first.iso is None), default=None)
    if best and PUBLISHED.match(best.row.text):
        return max(_announced_after(best, usable), key=lambda dated: dated.weight, default=best)
    return best


def _announced_after(published: Dated, dates: Sequence[Dated]) -> Iterator[Dated]:
    """The later days a text announces below the date it was put on line: "qui aura lieu le vendredi 3 décembre"."""
    day = published.first.calendar_day
    for dated in dates:
        announced = dated.first.weekday is not None or TAKES_PLACE.search(dated.row.segment.folded)
        if announced and day and (then := dated.first.calendar_day) and day < then < day + SOON:
            yield dated


def _dated(row: Row, span: DateSpan, clues: YearClues) -> Dated:
    periods, notes = [], []
    for period in span.periods:
        first, first_note = with_year(period.first, clues)
        last, last_note = with_year(period.last, clues)
        if first.year and last.year == first.year and (first.month or 0) > (last.month or 12):
            last = PartialDate(last.year + 1, last.month, last.day, last.weekday)
        periods.append(Period(first, last, period.times))
        notes += [note for note in (first_note, last_note) if note]
    return Dated(row, span, tuple(periods), _weight(row, span), notes[0] if notes else None)


def _weight(row: Row, span: DateSpan) -> float:
    """How much a date looks like the event's own, by where and how it stands."""
    before = row.text[: span.start]
    if row.label and row.label.field == "ignored":
        return 0.0
    after = fold(row.text[span.end :])
    if DEADLINE.search(fold(before)[-70:]) or LETTER_DATE.match(before) or DEADLINE_AFTER.match(after):
        return 0.0
    if DUE.match(fold_in_place(row.text), span.end):
        return 0.0
    if span.first.year and span.first.year < 1950:
        return 0.0
    weight = WEIGHTS.get(row.kind, 1.0)
    weight -= 3.0 * (BESIDES.match(row.segment.folded) is not None)
    weight -= 5.0 * (row.is_short and NEXT.match(row.segment.folded) is not None)
    weight += 3.0 * (TAKES_PLACE.search(row.segment.folded) is not None)
    weight += 4.0 * (PUT_OFF_TO.search(fold(before)) is not None) - 4.0 * _is_called_off(after)
    weight -= 4.0 * _is_signed(row, span)
    weight += 1.5 * (span.first.weekday is not None) + 0.8 * bool(span.periods[0].times or row.times)
    weight += 1.0 * (span.first != span.last) + 0.5 * (span.first.year is not None) - 3.0 * (span.first.day is None)
    weight += 1.5 * min(1.5, max(0.0, row.segment.size - 1)) + 0.4 * row.segment.bold
    return max(0.1, weight - 0.04 * row.index)


def _is_called_off(after: str) -> bool:
    """Whether the sentence goes on to say that nothing takes place that day."""
    return CALLED_OFF.search(after.split(". ", maxsplit=1)[0]) is not None


def _is_signed(row: Row, span: DateSpan) -> bool:
    """Whether a day in figures stands with nothing but ways to write: below a letter, the day it was written."""
    others = [contact for contact in row.contacts if contact.kind != "price"]
    return (
        bool(others) and span.first.weekday is None and not row.times and row.text[span.start : span.end].count("/") > 1
    )


Hours = tuple[Row, TimeSpan]
"""A range of hours and the row it stands in."""


def opening_hours(rows: Sequence[Row], date: Dated | None) -> Hours | None:
    """The hours printed for the event as a whole: beside its date, below it where no others are, after "Horaire :"."""
    slots = [row for row in rows if row.kind == "slot"]
    parts = slots if len(slots) > 1 else [row for row in slots if date is None or not _is_below(row, date.row)]
    found = [(row, span) for row, span in _hours(rows, date) if row not in parts and span.begins]
    if not found:
        return None
    first = found[0][1].begins
    return next(((row, span) for row, span in found if span.begins == first and span.ends), found[0])


def usual_hours(rows: Sequence[Row]) -> Hours | None:
    """The hours a paper gives for all its events: "Les séances ont lieu de 18h30 à 20h"."""
    told = (row for row in rows if row.times and _tells_hours(row))
    return next(((row, row.times[0]) for row in told), None)


def _tells_hours(row: Row) -> bool:
    labelled = row.label is not None and row.label.field == "time" and len(row.times) == 1
    return labelled or row.kind == "hours" or USUAL.search(row.segment.folded) is not None


def _is_bare_schedule(row: Row) -> bool:
    """ "Programme : de 11h à 21h": a label of what is on with nothing but hours behind it."""
    if not row.label or row.label.field != "schedule" or len(row.times) != 1 or not row.times[0].ends:
        return False
    return re.search(r"[^\W\d]{3}", row.text[row.times[0].end :]) is None


def _is_below(row: Row, dated: Row) -> bool:
    """Whether a row stands just below the date, or one further down in the same paragraph."""
    return row.index == dated.index + 1 or (
        row.index == dated.index + 2 and row.segment.paragraph == dated.segment.paragraph
    )


def _hours(rows: Sequence[Row], date: Dated | None) -> Iterator[Hours]:
    """Hours that may be the event's, the surest first: labelled, beside its date, below it, on another line with it."""
    sent = sent_rows(rows)
    rows = [row for row in rows if row.index not in sent]
    labelled = [row for row in rows if row.label and row.label.field in ("time", "date") and row.times]
    labelled += [row for row in rows if _is_bare_schedule(row)]
    yield from ((row, row.times[0]) for row in labelled if row.label and row.label.field == "time")
    if date:
        yield from ((date.row, span) for period in date.periods for span in period.times)
        yield from ((date.row, span) for span in date.row.times if span.start >= date.span.start - NEAR)
        below = (row for row in rows if _is_below(row, date.row) and row.times and not row.dates)
        yield from ((row, row.times[0]) for row in below if row.segment.words <= FEW_WORDS or row.kind == "hours")
    yield from ((row, row.times[0]) for row in labelled)
    if date:
        again = (row for row in rows if row.dates and row.times and row.dates[0].first.day == date.first.day)
        yield from ((row, row.times[0]) for row in again)
