"""Which day a heading inside a programme opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.extract.date_tokens import PartialDate, weekday_names
from pipeline.extract.dates import Period
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.text import fold

MAX_DAYS = 10
"""In a longer period a weekday names no single day."""


def day_of(row: Row, dated: Dated | None, main: Dated | None) -> PartialDate | None:
    """The day a heading opens: its date, or the weekday it names among the event's days."""
    if dated and dated.first.day and not _is_misprint(dated.first):
        return dated.first
    for index, name in enumerate(weekday_names()):
        if main and fold(row.text).strip(" :.").startswith(name):
            found = (day for period in main.periods for day in _days_of(period) if _falls_on(day, index))
            return next(found, dated.first if dated else None)
    return dated.first if dated and dated.first.day else None


def _is_misprint(day: PartialDate) -> bool:
    """Whether no year makes the printed weekday that of the printed day: "Jeudi 21 novembre" of a vendredi."""
    return day.weekday is not None and (day.contradicts_weekday or day.year is None)


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
