"""Numbers, dates, times and spaces as French readers write them. Month and day names stand in the lexicon."""

from __future__ import annotations

import re
from datetime import date

from pipeline.lexicon import lexicon
from pipeline.messages import LANGUAGE

NARROW, WIDE = "\u202f", "\u00a0"
"""The two spaces that do not break: before ; ? ! and in numbers; before : » % and in dates."""


def number(value: float | None) -> str:
    r"""A number in groups of three, a decimal comma.

    >>> number(12345.5)
    '12\u202f345,5'
    """
    if value is None:
        return ""
    return f"{value:,}".replace(",", NARROW).replace(".", ",")


def percent(value: float | None) -> str:
    r"""A share of one as a whole percentage.

    >>> percent(0.946)
    '95\xa0%'
    """
    return "" if value is None else f"{round(value * 100)}{WIDE}%"


def size(count: int | None) -> str:
    r"""A number of bytes in the unit one says it in.

    >>> size(1_540_000)
    '1,5\xa0Mo'
    """
    if count is None:
        return ""
    for unit, name in ((1_000_000, "Mo"), (1_000, "Ko")):
        if count >= unit:
            amount = count / unit
            return f"{number(round(amount) if amount >= 10 else round(amount, 1))}{WIDE}{name}"
    return f"{number(count)}{WIDE}o"


def day(iso: str | None, *, weekday: bool = False) -> str:
    r"""A date with the precision it has; what someone wrote otherwise as it is.

    >>> day("2007-03-01", weekday=True), day("2007-03"), day("2007"), day("au printemps")
    ('jeudi 1er\xa0mars 2007', 'mars 2007', '2007', 'au printemps')
    """
    if not iso or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", iso):
        return iso or ""
    year, month, number_of_day = _parts(iso)
    if month is None:
        return year
    name = _names("months")[month - 1]
    if number_of_day is None:
        return f"{name} {year}"
    told = f"{_ordinal(number_of_day)}{WIDE}{name} {year}"
    when = _date(iso)
    return f"{_names('weekdays')[when.weekday()]} {told}" if weekday and when else told


def span(start: str | None, end: str | None) -> str:
    r"""First and last day, what they share said once.

    >>> span("2003-06-05", "2003-06-06")
    'du 5 au 6\xa0juin 2003'
    >>> span("2003-06-30", "2003-07-02")
    'du 30\xa0juin au 2\xa0juillet 2003'
    """
    if not start or not end or start == end:
        return day(start or end, weekday=True)
    (year, month, first), (last_year, last_month, _) = _parts(start), _parts(end)
    if first is None or month is None or last_month is None:
        return f"{day(start)} – {day(end)}"
    if year != last_year:
        return f"du {day(start)} au {day(end)}"
    if month != last_month:
        return f"du {_ordinal(first)}{WIDE}{_names('months')[month - 1]} au {day(end)}"
    return f"du {_ordinal(first)} au {day(end)}"


def years(first: str | None, last: str | None) -> str:
    """The years between two dates.

    >>> years("1996-05-02", "2004"), years("1996", "1996-12-01")
    ('1996–2004', '1996')
    """
    if not first or not last:
        return (first or last or "")[:4]
    return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"


def hour(time: str | None) -> str:
    r"""A time of day; what someone wrote otherwise as it is.

    >>> hour("09:30"), hour("14:00"), hour("à l'aube")
    ('9\xa0h\xa030', '14\xa0h', "à l'aube")
    """
    if not time or not re.fullmatch(r"\d\d:\d\d", time):
        return time or ""
    hours, _, minutes = time.partition(":")
    return f"{int(hours)}{WIDE}h" + (f"{WIDE}{minutes}" if minutes not in ("", "00") else "")


def hours(start: str | None, end: str | None) -> str:
    r"""From when to when.

    >>> hours("09:30", "17:00"), hours("09:30", None)
    ('9\xa0h\xa030 – 17\xa0h', '9\xa0h\xa030')
    """
    return " – ".join(told for told in (hour(start), hour(end)) if told)


def typo(text: str | None) -> str:
    r"""Spaces that must not break, where French puts them; no other letter is touched.

    >>> typo("Coopérer, oui mais comment ?")
    'Coopérer, oui mais comment\u202f?'
    """
    if not text:
        return ""
    text = re.sub(r" (?=[;?!])", NARROW, text)
    text = re.sub(r" (?=[:»%€])", WIDE, text)
    return re.sub(r"« ", f"«{WIDE}", text)


def _parts(iso: str) -> tuple[str, int | None, int | None]:
    year, *rest = iso.split("-")
    numbers = [int(part) for part in rest]
    return year, numbers[0] if numbers else None, numbers[1] if len(numbers) > 1 else None


def _ordinal(number_of_day: int) -> str:
    return "1er" if number_of_day == 1 else str(number_of_day)


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _names(what: str) -> list[str]:
    return list(lexicon(f"site.{LANGUAGE}")["calendar"][what])


FILTERS = {function.__name__: function for function in (number, percent, size, day, span, years, hour, hours, typo)}
"""What templates call them by."""
