"""The timeline: events by year, by month of a year; every bar leads to what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from pipeline.publish.facets import EVERYTHING, Choices, Facets, choices, facets_of
from pipeline.publish.french import day
from pipeline.publish.links import Ref
from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import word

MOST_ROWS = 300


@dataclass(frozen=True)
class Bar:
    """A year or a month, its events, and where they are listed."""

    name: str
    events: int
    path: str


@dataclass(frozen=True)
class Held:
    """An event in the list."""

    ref: Ref
    kind: str | None
    start: str | None
    end: str | None
    city: str | None


@dataclass(frozen=True)
class TimelineView:
    """`years`, or the `months` of the one year asked for with its `events`; `tallest` is the highest count of a bar."""

    head: Head
    year: int | None
    years: tuple[Bar, ...]
    months: tuple[Bar, ...]
    tallest: int
    count: int
    undated: int
    events: tuple[Held, ...]
    choices: Choices


def build(read: Reader, ask: Ask) -> TimelineView:
    """All years of the events asked for; of a single year its months and its events."""
    facets = facets_of(ask)
    year = facets.since if facets.since and facets.since == facets.until else None
    rows = read.rows("facets.events", **facets.values) if facets != EVERYTHING else ()
    counts = _counts(read, rows, facets)
    years = _years(counts, facets)
    months = _months(rows, year) if year else ()
    bars = months or years
    total = sum(counts.values())
    return TimelineView(
        head=Head(word("timeline.title"), word("timeline.description"), "/chronologie"),
        year=year,
        years=() if year else years,
        months=months,
        tallest=max((bar.events for bar in bars), default=0),
        count=total,
        undated=counts[None],
        events=tuple(map(_held, rows[:MOST_ROWS])) if year else (),
        choices=choices(read, facets.arguments),
    )


def _counts(read: Reader, rows: Sequence[Row], facets: Facets) -> Counter[int | None]:
    """Events by year; under None those without a year."""
    if facets != EVERYTHING:
        return Counter(row["year"] for row in rows)
    found: Counter[int | None] = Counter({row["id"]: row["events"] for row in read.rows("timeline.years")})
    total = read.row("map.events")
    found[None] = (total["count"] if total else 0) - sum(found.values())
    return found


def _years(counts: Mapping[int | None, int], facets: Facets) -> tuple[Bar, ...]:
    """Every year from the first to the last, those without events as well."""
    known = [year for year, events in counts.items() if year and events]
    if not known:
        return ()
    return tuple(
        Bar(str(year), counts.get(year, 0), _path(replace(facets, since=year, until=year)))
        for year in range(min(known), max(known) + 1)
    )


def _months(rows: Sequence[Row], year: int) -> tuple[Bar, ...]:
    """The twelve months; a bar leads down the page to the first event of its month."""
    counts = Counter(str(row["start"])[:7] for row in rows if row["start"] and len(row["start"]) >= len("2007-03"))
    names = [f"{year}-{month:02}" for month in range(1, 13)]
    return tuple(Bar(day(name).rpartition(" ")[0], counts[name], f"#m-{name}") for name in names)


def _path(facets: Facets) -> str:
    return f"/chronologie?{urlencode(facets.arguments)}"


def _held(row: Row) -> Held:
    ref = Ref("event", row["id"], row["title"] or row["id"])
    return Held(ref, row["kind"], row["start"], row["end"], row["city"])


PAGE = Page(r"/chronologie", "timeline.html", build)
