"""Dates in French: "samedi 31 mars 2007", "du 3 au 5 mai", "30 septembre – 2 octobre", "mardi 5 et mercredi 6 nov.".

A small grammar in two steps. `date_tokens` finds the pieces a date is made of (weekdays, days, months, years, numeric
dates, links); runs of pieces that stand side by side are then read from left to right. A day without month takes the
month of the days after it, as in "5 et 6 nov."; the same holds for years. What is not printed stays unknown: the
missing year is the business of `years.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.extract.date_tokens import PartialDate, Token, month_names, tokens_of
from pipeline.extract.misread import legible
from pipeline.extract.times import TimeSpan
from pipeline.lexicon import lexicon
from pipeline.text import fold_in_place

FIGURE = re.compile(r"\d|[li]\s?er")
"""Without one there is no date: "1er" may have been read as "ler"."""
GAP = re.compile(r"[\s,.:;()|•·*]*")
"""What may stand between two pieces of one date."""


@dataclass(frozen=True)
class Period:
    """One day, or a range from `first` to `last`, with the hours printed beside it."""

    first: PartialDate
    last: PartialDate
    times: tuple[TimeSpan, ...] = ()


@dataclass(frozen=True)
class DateSpan:
    """The characters `start` to `end` of a text and the periods they name."""

    start: int
    end: int
    periods: tuple[Period, ...]

    @property
    def first(self) -> PartialDate:
        return self.periods[0].first

    @property
    def last(self) -> PartialDate:
        return self.periods[-1].last


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Every date expression, in order.

    >>> [period.last.iso for period in find_dates("du 28 décembre 2019 au 3 janvier 2020 ; le 08/03/2022")[0].periods]
    ['2020-01-03', '2022-03-08']
    """
    if not FIGURE.search(fold_in_place(legible(text))):
        return ()
    spans = [span for run in _runs(text) if (span := _read(run)) is not None]
    return tuple(span for span in spans if not _is_address(text, span.start) and not _is_page_number(text, span))


def month_in(text: str) -> PartialDate | None:
    """The one month a heading names without a day, with its year if it stands there.

    >>> month_in("PROGRAMME FÉVRIER 2007").iso
    '2007-02'
    """
    if not any(name in fold_in_place(legible(text)) for name in month_names()):
        return None
    tokens = [token for token in tokens_of(text) if token.kind in ("day", "numeric", "month", "year", "weekday")]
    months = [token for token in tokens if token.kind == "month"]
    if len(months) != 1 or any(token.kind in ("day", "numeric", "weekday") for token in tokens):
        return None
    years = [token.value for token in tokens if token.kind == "year"]
    return PartialDate(years[0] if len(years) == 1 else None, months[0].value)


def _is_page_number(text: str, span: DateSpan) -> bool:
    """Two figures and a stroke, alone on their line: "2/2"."""
    return re.fullmatch(r"\W*\d{1,2}/\d{1,2}\W*", text) is not None and span.first.year is None


def _is_address(text: str, start: int) -> bool:
    """Whether a street bears the date, "rue du 8 Mai 1945", or a number stands before it that is no day: "32 mai"."""
    return _street().search(fold_in_place(text[:start])) is not None


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(lexicon("calendar")["streets"])
    return re.compile(rf"(?:\b(?:{streets})\s+(?:du|de la|le|des)|\d)\s*$")


# ── runs of pieces → dates ───────────────────────────────────────────────────────────────────────────────────────────


def _runs(text: str) -> list[list[Token]]:
    """Pieces with nothing but blanks and commas between them."""
    runs: list[list[Token]] = []
    end = -1
    for token in tokens_of(text):
        if token.kind == "other" or end < 0 or not GAP.fullmatch(text[end : token.start]):
            runs.append([])
        if token.kind != "other":
            if not runs:
                runs.append([])
            runs[-1].append(token)
        end = token.end
    return [run for run in runs if run]


@dataclass
class _Item:
    """A date being read: what stands before it, what it names, the hours after it."""

    link: str
    date: PartialDate
    start: int
    end: int
    times: tuple[TimeSpan, ...] = ()


def _read(run: list[Token]) -> DateSpan | None:
    """The date expression a run of pieces makes, or None when there is no day with a month in it."""
    items = _items(run)
    _inherit(items)
    items = [item for item in items if _is_date(item.date)]
    if not items:
        return None
    periods: list[Period] = []
    for item in items:
        if periods and item.link == "range" and periods[-1].first == periods[-1].last:
            first = _not_after(periods[-1].first, item.date)
            periods[-1] = Period(first, item.date, periods[-1].times + item.times)
        else:
            periods.append(Period(item.date, item.date, item.times))
    return DateSpan(items[0].start, max(item.end for item in items), tuple(periods))


def _items(run: list[Token]) -> list[_Item]:
    """The days of a run in order, each with what is printed of it."""
    items: list[_Item] = []
    link = ""
    for token in run:
        current = items[-1] if items else None
        if token.kind in ("range", "join"):
            link = token.kind
        elif token.kind == "time" and current and token.time:
            current.times += (token.time,)
        elif token.kind == "numeric" and token.numeric:
            weekday = _waiting_weekday(current)
            if current and weekday is not None:
                current.date, current.end = replace(token.numeric, weekday=weekday), token.end
            else:
                items.append(_Item(link, token.numeric, token.start, token.end))
            link = ""
        elif token.kind in ("weekday", "day", "month", "season", "year"):
            if current and not link and (merged := _merged(current.date, token)):
                current.date, current.end = merged, token.end
            elif started := _merged(PartialDate(), token):
                items.append(_Item(link, started, token.start, token.end))
            link = ""
    return items


def _waiting_weekday(item: _Item | None) -> int | None:
    """The weekday of an item that is only a weekday so far."""
    return item.date.weekday if item and item.date == PartialDate(weekday=item.date.weekday) else None


def _merged(found: PartialDate, token: Token) -> PartialDate | None:
    """The date with one more piece, or None when the piece begins another date."""
    match token.kind:
        case "weekday" if found == PartialDate():
            return replace(found, weekday=token.value)
        case "day" if found.day is None and found.month is None and found.year is None:
            return replace(found, day=token.value)
        case "month" if found.month is None and found.year is None:
            return replace(found, month=token.value)
        case "year" if found.year is None:
            return replace(found, year=token.value)
        case "season" if found == PartialDate():
            return found
    return None


def _inherit(items: list[_Item]) -> None:
    """ "5 et 6 novembre 2024": days take month and year from the first later one that has them."""
    month, year = None, None
    for item in reversed(items):
        if item.date.day and not item.date.month and month:
            item.date = replace(item.date, month=month)
        if not item.date.year and year and (item.date.day or item.date.month):
            item.date = replace(item.date, year=year)
        month, year = item.date.month or month, item.date.year or year
    for before, item in pairwise(items):
        if before.date.year and not item.date.year and item.date.month:
            item.date = replace(item.date, year=before.date.year)


def _is_date(found: PartialDate) -> bool:
    """A day of a month, a month of a year, or a numbered weekday ("jeudi 6"); never a bare number."""
    if found.day:
        return found.month is not None or found.weekday is not None
    return found.month is not None and found.year is not None


def _not_after(first: PartialDate, last: PartialDate) -> PartialDate:
    """ "du 28 décembre au 3 janvier 2020": the first day is of the year before."""
    if first.year and first.year == last.year and (first.month or 0) > (last.month or 12):
        return replace(first, year=first.year - 1)
    return first
