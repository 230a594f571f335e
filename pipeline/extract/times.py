"""Hours of the day in French: "de 9h à 17h30", "9 h 15 – 10 h", "à partir de 20 heures", "14:00-15:30", "midi"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.extract.dotted import with_colons
from pipeline.extract.misread import legible
from pipeline.lexicon import lexicon
from pipeline.text import fold

HOUR = r"(?:[01]?[0-9]|2[0-4]|S(?=\s?[Hh](?:\d|\s|$)))"
"""A lone S is a 9 read badly: no other figure was, on clean scans. See `misread.py` for the other slips."""
MINUTE = r"(?:[0-5][0-9])"

ATTACHED = (
    r"(?:(?<=\b[dD]e)|(?<=\b[dD]ès)|(?<=\bvers)|(?<=\bentre)|(?<=\bet)|(?<=\b[àA])|(?<=[\dhH]à)"
    r"|(?<=[^\W\d_][,:])|(?<=\d{4},))"
)
"""The word or mark an hour stands by where the blank between them was lost: "dès19h", "12 mai,20h"."""
NO_NAME = r"(?:^|(?<=\t)|(?<=[àÀA-][ ])|(?<=[–—•][ ])|(?!M[a-z]+[ ][A-ZÀ-Þ]))"
"""Noon and midnight with a capital before another are a name: "Midi Libre"; not where an hour stands."""
SPELLED_HOURS, SPELLED_MINUTES = (
    "|".join(word.replace(" ", r"\s+") for word in sorted(lexicon("calendar")[key], key=len, reverse=True))
    for key in ("spelled_hours", "spelled_minutes")
)
CLOCK = rf"""
    (?:(?<![\w.,:+])|{ATTACHED}) (?!24\s?h\s?(?:/|sur)\s?24) (?:
        (?P<h1>{HOUR}) \s? (?:[hH]eures?|HEURES?|hrs?|[hH]) \.?
            (?: (?:\s?|-(?=30|45)) (?P<m1>{MINUTE}) (?!\d) (?:\s?(?:mn|min|MN)\b)? )? (?!\d|[a-zà-ÿ]{{2}})
      | (?P<h2>[01]?\d|2[0-3]) : (?P<m2>[0-5]\d) (?::[0-5]\d)? (?![\d:])
      | (?<!-)(?<!\b[Ll]e[ ])(?<!\b[Dd]u[ ]){NO_NAME}(?P<word>[Mm]idi|[Mm]inuit|MIDI|MINUIT)(?![\s-]+[Pp][Yy][Rr])
            (?P<half>\s+et\s+(?:demie?|quart))? \b
      | (?<!-)\b(?P<hours>(?i:{SPELLED_HOURS})) \s+ (?i:heures) (?: \s+ (?P<minutes>(?i:{SPELLED_MINUTES})) )? \b
    )
"""
LINK = r"\s*(?:-{1,2}|–|—|−|>|→|➡|/|à|a|au|jusqu['’]à|jusque|et)\s*"
SINGLE = re.compile(CLOCK, re.VERBOSE)
BARE_START = re.compile(
    rf"(?:\b(?:de|entre)\s+|(?<![\w/.:,-]))(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?(?P<link>{LINK})$",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(r"(?:di|dimanche|\ble|\bau|\bdu|\bet)\s+$", re.IGNORECASE)
"""What makes the figure behind it a day: "vendredi 2 - 21h"."""
HALVES = {"demi": 30, "demie": 30, "quart": 15}
LASTING = re.compile(r"\s+(?:de\s+(?!\d)|d['’]|par\s+(?:jour|mois|semaine|an)\b)", re.IGNORECASE)
"""What follows a length of time, not an hour."""
BEFORE = 24
"""Characters looked back for what precedes an hour."""


@dataclass(frozen=True)
class TimeSpan:
    """An hour or a range of hours: characters `start` to `end` of the text, values as HH:MM."""

    start: int
    end: int
    begins: str | None
    ends: str | None = None


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[TimeSpan, ...]:
    """Every hour or range of hours, in order.

    >>> [(span.begins, span.ends) for span in find_times("samedi de 9h à 17h30, accueil dès 8 h 45")]
    [('09:00', '17:30'), ('08:45', None)]
    """
    text = with_colons(legible(text))
    singles = [match for match in SINGLE.finditer(text) if not _is_duration(text, match)]
    spans: list[TimeSpan] = []
    index = 0
    while index < len(singles):
        first = singles[index]
        second = singles[index + 1] if index + 1 < len(singles) else None
        if second and _are_range(text, first, second):
            spans.append(TimeSpan(first.start(), second.end(), _value(first), _value(second)))
            index += 2
            continue
        spans.append(_with_bare_start(text, first))
        index += 1
    return tuple(spans)


def _are_range(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """ "9h - 12h", "entre 10h et 13h"; but "9h et 14h" are two hours."""
    between = text[first.end() : second.start()]
    if between.strip() in ("et", "au"):
        return re.search(r"\bentre\s*$", text[: first.start()], re.IGNORECASE) is not None
    return re.fullmatch(LINK, between, re.IGNORECASE) is not None


def _with_bare_start(text: str, match: re.Match[str]) -> TimeSpan:
    """ "14-16h", "de 19 à 21h": the first hour borrows the h of the second; "jusqu'à 18h" has only an end."""
    before = text[max(0, match.start() - BEFORE) : match.start()]
    bare = BARE_START.search(before)
    if (
        bare
        and not DAY_BEFORE.search(before[: bare.start("hour")])
        and (bare[0].lower().startswith(("de", "entre")) or bare["link"].strip() in "-–—/")
    ):
        begins = f"{int(bare['hour']):02}:{bare['minute'] or '00'}"
        ends = _value(match)
        if begins < ends:
            start = match.start() - len(before) + bare.start("hour")
            return TimeSpan(start, match.end(), begins, ends)
    if re.search(r"jusqu['’]à\s*$", before, re.IGNORECASE):
        return TimeSpan(match.start(), match.end(), None, _value(match))
    return TimeSpan(match.start(), match.end(), _value(match))


def _value(match: re.Match[str]) -> str:
    if match["hours"]:
        hour, past = (" ".join((match[key] or "").lower().split()) for key in ("hours", "minutes"))
        calendar = lexicon("calendar")
        return f"{calendar['spelled_hours'][hour]:02}:{calendar['spelled_minutes'].get(past, 0):02}"
    if match["word"]:
        hours, minutes = (int(part) for part in lexicon("calendar")["hours"][match["word"].lower()].split(":"))
        half = (match["half"] or "").split()
        return f"{hours:02}:{minutes + (HALVES[half[-1].lower()] if half else 0):02}"
    hour = (match["h1"] or match["h2"]).replace("S", "9")
    minute = match["m1"] or match["m2"] or "00"
    return f"{int(hour) % 24:02}:{minute}"


def _is_duration(text: str, hour: re.Match[str]) -> bool:
    """Whether the words around make it a length of time: "durée 1h30", "2h de débat"."""
    words = fold(text[max(0, hour.start() - BEFORE) : hour.start()]).replace(":", " ").split()
    return any(word in _durations() for word in words[-2:]) or LASTING.match(text, hour.end()) is not None


@cache
def _durations() -> frozenset[str]:
    return frozenset(lexicon("calendar")["durations"])
