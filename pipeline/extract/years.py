"""The year a date leaves out, inferred from the rest of the paper; never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.date_tokens import FIRST_YEAR, LAST_YEAR, PartialDate
from pipeline.extract.kinds import kind_of
from pipeline.extract.rows import Row
from pipeline.lexicon import lexicon
from pipeline.messages import say
from pipeline.text import fold

YEAR = re.compile(r"(?<![\d/.,-])(?:19[5-9]\d|20\d\d)(?![\d/]|[.,]\d)")
SEASON = re.compile(r"(?<!\d)(?P<first>19[5-9]\d|20\d\d)\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)(?!\d)")
SHORT_SEASON = re.compile(
    r"\b(?:saison|ann[ée]e|cycle|programme)\s+(?P<first>\d\d)\s?[-–/]\s?(?P<last>\d\d)(?!\d)", re.IGNORECASE
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|d[ée]p[ôo]t l[ée]gal|imprim\w+)\D{0,20}(?P<year>19[5-9]\d|20\d\d)", re.IGNORECASE
)
FILED = re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
CLAUSE = re.compile(r"[,;:.!?()–—]|\s-\s")
MAX_NAME_WORDS = 8
SHORT_YEAR = 2
AUTUMN = 8
"""From this month on a date belongs to the first year of a season "2012-2013"."""


@dataclass(frozen=True)
class YearClues:
    """Years found on a paper, by how much they say about its events: each tier is a tuple of (source, year)."""

    tiers: tuple[tuple[str, tuple[int, ...]], ...]
    season: tuple[int, int] | None


def clues_of(rows: Sequence[Row], document_id: str) -> YearClues:
    """Years in dates first, then in headings, in prose, in a copyright mark, in the folder it was filed in.

    An invitation announces what is to come: a year in its text counts only when no later one is printed and every
    weekday on the paper agrees with it.
    """
    heads = [row for row in rows if row.kind != "prose"]
    season = next((_season(match) for row in heads for match in _seasons(row.text)), None)
    latest = max((int(year) for row in rows for year in YEAR.findall(row.text)), default=0)
    headings = tuple(int(year) for row in heads for year in YEAR.findall(row.text))
    prose = [row for row in rows if row.kind == "prose"]
    in_text = (*_years_of_dates(prose), *_years_of_names(prose))
    copyrights = tuple(int(match["year"]) for row in rows for match in COPYRIGHT.finditer(row.text))
    yearless = [part for row in heads for part in _parts(row) if part.month and part.day and part.year is None]
    good = {year for year in (latest, *copyrights) if all(_fits(part, year) for part in yearless)}
    return YearClues(
        tiers=(
            ("year-from-dates", _years_of_dates(heads)),
            ("year-from-heading", tuple(year for year in headings if year == latest and year in good)),
            ("year-from-text", tuple(year for year in in_text if year == latest and year in good)),
            ("year-from-copyright", tuple(year for year in copyrights if year in good)),
            ("year-from-file", _years_of_file(document_id)),
        ),
        season=season,
    )


def _years_of_file(document_id: str) -> tuple[int, ...]:
    """Years a document was filed under: its folders, or what its name begins with; other figures may mean anything."""
    *folders, name = document_id.split("/")
    found = [match[0] for folder in folders for match in FILED.finditer(folder)]
    found += [match[0] for match in [FILED.match(name)] if match]
    return tuple(int(year) for year in found)


def with_year(found: PartialDate, clues: YearClues) -> tuple[PartialDate, str | None]:
    """The date with its year and, when that was inferred, the sentence that says from what."""
    if found.year is not None or not found.month:
        return found, None
    if clues.season and found.month:
        year = clues.season[0] if found.month >= AUTUMN else clues.season[1]
        if _fits(found, year):
            return replace(found, year=year), say("year-from-season", year=year)
    for source, years in clues.tiers:
        fitting = Counter(year for year in years if FIRST_YEAR <= year <= LAST_YEAR and _fits(found, year))
        if fitting:
            year = max(fitting, key=lambda year: (fitting[year], year))
            return replace(found, year=year), say(source, year=year)
    return found, None


def _fits(found: PartialDate, year: int) -> bool:
    """Whether that year gives the day its printed weekday."""
    dated = replace(found, year=year)
    return not dated.contradicts_weekday and (dated.day is None or dated.calendar_day is not None)


def _seasons(text: str) -> Iterator[re.Match[str]]:
    yield from SEASON.finditer(text)
    yield from SHORT_SEASON.finditer(text)


def _season(match: re.Match[str]) -> tuple[int, int] | None:
    first = int(match["first"])
    if len(match["first"]) == SHORT_YEAR:
        first += 1900 if first >= FIRST_YEAR % 100 else 2000
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    return (first, last) if last == first + 1 else None


def _years_of_dates(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(part.year for row in rows for part in _parts(row) if part.year is not None)


def _years_of_names(rows: Sequence[Row]) -> tuple[int, ...]:
    """Years that belong to the name of what comes: "dans le cadre de la Fête de la science 2012", "édition 2009"."""
    return tuple(
        int(year[0])
        for row in rows
        for year in YEAR.finditer(row.text)
        if (clause := CLAUSE.split(fold(row.text[: year.start()]))[-1].split()) and _names_what_comes(clause)
    )


def _names_what_comes(clause: Sequence[str]) -> bool:
    """Whether the words before a year are a name, no time: an event's kind or a season's, and no small word last."""
    name = [word.split("'")[-1] for word in clause[-MAX_NAME_WORDS:]]
    named = kind_of(" ".join(name)) is not None or bool(set(name) & set(lexicon("calendar")["yearly"]))
    return named and name[-1].isalpha() and name[-1] not in lexicon("calendar")["before_years"]


def _parts(row: Row) -> Iterator[PartialDate]:
    """The first and last day of every period a row names."""
    for span in row.dates:
        for period in span.periods:
            yield from (period.first, period.last)
