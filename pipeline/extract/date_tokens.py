"""The pieces French dates are made of: weekdays, days, months, years, numeric dates and the words that link them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from pipeline.extract.misread import legible
from pipeline.extract.times import TimeSpan, find_times
from pipeline.lexicon import lexicon
from pipeline.text import fold_in_place

FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True)
class PartialDate:
    """A date as far as the paper gives it; `weekday` 0 is Monday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def iso(self) -> str | None:
        """The ISO prefix the paper allows; None without a year.

        >>> PartialDate(2007, 3).iso
        '2007-03'
        """
        if self.year is None:
            return None
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
            if self.day:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def calendar_day(self) -> date | None:
        """The day in the calendar, None when it is incomplete or does not exist."""
        if not (self.year and self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the printed weekday is not that day's."""
        day = self.calendar_day
        return day is not None and self.weekday is not None and day.weekday() != self.weekday


NUMBERED = re.compile(
    r"\b(?:seance|session|atelier|panel|module|axe|volet|acte)\s*(?:n\s?[°o]\s?)?\d{1,2}(?=\s?[:.]|\s[–—-]\s|\s*\()"
    r"|\b(?:conference|rencontre|cours|soiree|concert|jour|etape)\s*(?:n\s?[°o]\s?)?\d{1,2}(?=\s?:|\s*\()"
)
"""The number of a thing, no day: "Atelier 2 – 14 novembre"."""


@dataclass(frozen=True)
class Token:
    """A piece of a date: `value` is its number, for numeric dates the whole date."""

    kind: str
    start: int
    end: int
    value: int = 0
    numeric: PartialDate | None = None
    time: TimeSpan | None = None


@cache
def _pattern() -> re.Pattern[str]:
    """One alternative per kind of piece, over text folded in place."""
    calendar = lexicon("calendar")
    months = "|".join(name for names in calendar["months"].values() for name in sorted(names, key=len, reverse=True))
    days = "|".join(weekday_names())
    short_days = "|".join(name for names in calendar["weekdays"].values() for name in names[1:])
    seasons = "|".join(calendar["seasons"])
    return re.compile(
        rf"""
          (?P<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d))
        | (?P<numeric>(?<![\d/.])[0-3]?\d\s?[/.-]\s?[01]?\d\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/]|\.\d))
        | (?P<short>(?<![\d/.,])[0-3]?\d/[01]?\d(?![\d/]|[.,]\d))
        | (?P<weekday>\b(?:{days})s?\b|\b(?:{short_days})\.?(?=\s*\d))
        | (?P<day>(?<![\d/.,'°])(?!(?<=\()\d\d\))(?:[1li]\s?er|[0-3]?\d)(?:er|e|eme)?
            (?=(?:{months})(?![a-z'])|(?![\d/a-z'%€°]|[.,]\d|\s?(?:euros?|€|%|f\b))))
        | (?P<month>(?<![a-z-])(?:{months})(?![a-z'])\.?)
        | (?P<season>\b(?:{seasons})\b)
        | (?P<year>(?<![\d/.,])(?:19|20)\d\d(?![\d/]|[.,]\d)|(?<=\s)'\d\d\b)
        | (?P<range>\bau\b|\bjusqu'au\b|[-–—−]+>?|→|➡|➞|\ba(?=\s+(?:\d|(?:{months})\b)))
        | (?P<join>\bet\b|&|\bpuis\b|\bou\b|/|\+)
        | (?P<filler>\b(?:le|les|du|de|des|en|soir|matin|apres-midi|week-end|l'annee|la|journee|date|dates)\b)
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The pieces of all dates, in order; hours are pieces too, so that "19 de 10h à 20h et 20 novembre" holds."""
    folded = fold_in_place(legible(text))
    hours = find_times(text)
    covered = [(span.start, span.end) for span in hours] + [match.span() for match in NUMBERED.finditer(folded)]
    pieces = [
        _token(match)
        for match in _pattern().finditer(folded)
        if not any(start < match.end() and match.start() < end for start, end in covered)
    ]
    times = [Token("time", span.start, span.end, time=span) for span in hours]
    return tuple(sorted(times + pieces, key=lambda token: token.start))


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    value, numeric = 0, None
    match kind:
        case "iso" | "numeric" | "short":
            numeric = _numeric_date(kind, match[0])
            kind = "numeric" if numeric else "other"
        case "weekday":
            value = _lookup("weekdays", match[0])
        case "month":
            value = _lookup("months", match[0])
        case "day":
            value = int(re.sub(r"\D", "", re.sub(r"^[li]\s?er", "1", match[0])))
            kind = "day" if 1 <= value <= 31 else "other"
        case "year":
            digits = match[0].lstrip("'")
            value = int(digits) if len(digits) == 4 else _century(int(digits))
    return Token(kind, match.start(), match.end(), value, numeric)


def _numeric_date(kind: str, text: str) -> PartialDate | None:
    parts = [int(part) for part in re.split(r"\D+", text)]
    if kind == "iso":
        parts.reverse()
    day, month = parts[0], parts[1]
    year = parts[2] if len(parts) > 2 else None
    if year is not None and year < 100:
        year = _century(year)
    found = PartialDate(year, month, day)
    exists = replace(found, year=year or 2000).calendar_day is not None
    return found if exists else None


def _century(two_digits: int) -> int:
    """Two digits of a year: flyers are of this century or the last half of the one before."""
    return 2000 + two_digits if two_digits < 50 else 1900 + two_digits


@cache
def weekday_names() -> tuple[str, ...]:
    """The weekdays in full, folded, from Monday on."""
    return tuple(names[0] for names in lexicon("calendar")["weekdays"].values())


def month_names() -> Iterable[str]:
    """The names of the months, folded, long and short."""
    return _names("months")


@cache
def _names(kind: str) -> dict[str, int]:
    return {name: number for number, names in lexicon("calendar")[kind].items() for name in names}


def _lookup(kind: str, text: str) -> int:
    names = _names(kind)
    bare = text.rstrip(".")
    return names[bare] if bare in names else names[bare.rstrip("s")]
