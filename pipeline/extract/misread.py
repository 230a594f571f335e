"""What OCR makes of figures and of the names of months, put right where dates and hours are read: "2O11", "l0 h 00".

The paper's words stay as they were read; only values are made of the text given here, whose letters stand where they
stood.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.lexicon import lexicon
from pipeline.text import fold_in_place

FIGURES = str.maketrans("OoIl", "0011")
LIKE = str.maketrans("1l|05", "iiios")
"""Signs that look alike, each by one of them: "ju1llet" and "juillet" both give "juiiiet"."""
SHORTEST = 4
"""Shorter names are too easily another word: "ma1" may be "mal"."""
F = r"[\dOoIl]"

HOUR = re.compile(
    rf"""(?<![\w.,'’+])  (?P<hour>[0-2OoIl]?{F})  (?P<mark>\s?[hH])  (?P<minute>\s?[0-5Oo]{F})?  (?![\w'’])""",
    re.VERBOSE,
)
NUMERIC = re.compile(rf"(?<![\w/.-]){F}{{1,2}}(?P<by>[/.-]){F}{{1,2}}(?:(?P=by)(?:{F}{{4}}|{F}{{2}}))?(?![\w/-]|\.\w)")
YEAR = re.compile(rf"(?<![\w/.,'’-])(?:[1Il]9|2[0Oo]){F}{{2}}(?![\w/'’]|[.,]\d)")
WORD = re.compile(r"(?<![^\W_])(?=[^\W_]*?(?:\d|[^\W\dA-Z_]I))[^\W_]{4,}")
"""A word in which figures stand for letters, or a capital within small ones."""


@lru_cache(maxsize=4096)
def legible(text: str) -> str:
    """The text with the slips of OCR in its dates and hours put right, as long as it was.

    >>> legible("SAMEDI I0 JU1LLET 2O11, l0 h 00 - llh30, Illh")
    'SAMEDI 10 juillet 2011, 10 h 00 - 11h30, Illh'
    """
    text = WORD.sub(_month, text)
    text = _day().sub(lambda match: match[0].translate(FIGURES), text)
    text = HOUR.sub(_hour, text)
    for pattern in (NUMERIC, YEAR):
        text = pattern.sub(_number, text)
    return text


def _hour(match: re.Match[str]) -> str:
    """An hour in figures; letters alone may be a word, "Oh 30 ans", "Il h", unless all stand close together."""
    hour, mark, minute = match["hour"], match["mark"], match["minute"] or ""
    is_close = not mark[0].isspace() and not minute[:1].isspace()
    is_whole = len(hour) > 1 and (bool(minute) or is_close)
    if any(sign.isdigit() for sign in hour) or is_whole or (is_close and minute[:1].isdigit()):
        return hour.translate(FIGURES) + mark + minute.translate(FIGURES)
    return match[0]


def _number(match: re.Match[str]) -> str:
    """A number most of whose signs are figures."""
    figures = sum(sign.isdigit() for sign in match[0])
    letters = sum(sign.isalpha() for sign in match[0])
    return match[0].translate(FIGURES) if figures >= letters else match[0]


def _month(match: re.Match[str]) -> str:
    """The name of a month or weekday that a word was."""
    return _names().get(_alike(match[0]), match[0])


def _alike(word: str) -> str:
    return fold_in_place(word).translate(LIKE)


@cache
def _names() -> dict[str, str]:
    calendar = lexicon("calendar")
    names = [name for kind in ("months", "weekdays") for some in calendar[kind].values() for name in some]
    return {_alike(name): name for name in names if len(name) >= SHORTEST}


@cache
def _day() -> re.Pattern[str]:
    """A day of two signs before a month, with or without a blank between."""
    names = (name for some in lexicon("calendar")["months"].values() for name in some)
    months = "|".join(sorted(names, key=len, reverse=True))
    accented = re.sub("e", "[eéèEÉÈ]", months).replace("u", "[uûUÛ]")
    return re.compile(rf"(?<![\w/.,'’-])[0-3OoIl]{F}(?=(?:er)?\s*(?:{accented})(?![\w'’]))", re.IGNORECASE)
