"""The map: where events were held, a mark for every spot, as a table as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from pipeline.gazetteer import towns
from pipeline.publish.assets import drawn
from pipeline.publish.facets import EVERYTHING, Choices, Facets, choices, facets_of
from pipeline.publish.links import Ref, path_of
from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import word

MOST_ROWS, MOST_VENUES = 300, 8


@dataclass(frozen=True)
class Town:
    """A town and how many of the events asked for were held there."""

    ref: Ref
    events: int
    placed: bool


@dataclass(frozen=True)
class MapView:
    """Towns with the most events first, `unplaced` events without a town that is known, addresses for the drawing."""

    head: Head
    towns: tuple[Town, ...]
    places: int
    events: int
    unplaced: int
    choices: Choices
    source: str
    background: str
    script: str | None
    style: str | None


def build(read: Reader, ask: Ask) -> MapView:
    """The towns of the events asked for, or of all."""
    facets = facets_of(ask)
    counts, total = _towns(read, facets)
    known = {row["id"]: row for row in read.rows("map.places")}
    found = [_town(known[place], events) for place, events in counts.most_common() if place in known]
    query = f"?{urlencode(facets.arguments)}" if facets.arguments else ""
    return MapView(
        head=Head(word("map.title"), word("map.description"), "/carte"),
        towns=tuple(found[:MOST_ROWS]),
        places=len(found),
        events=total,
        unplaced=total - sum(town.events for town in found if town.placed),
        choices=choices(read, facets.arguments),
        source=f"/carte/lieux.json{query}",
        background="/carte/fond.json",
        script=drawn("map.js"),
        style=drawn("map.css"),
    )


def _towns(read: Reader, facets: Facets) -> tuple[Counter[str], int]:
    """How many events each town has, and how many there are in all."""
    if facets == EVERYTHING:
        total = read.row("map.events")
        return Counter({row["id"]: row["events"] for row in read.rows("map.places")}), total["count"] if total else 0
    places = [row["place"] for row in read.rows("facets.events", **facets.values)]
    return Counter(place for place in places if place), len(places)


def _town(row: Row, events: int) -> Town:
    return Town(Ref("place", row["id"], row["name"]), events, row["latitude"] is not None)


def spots(read: Reader, facets: Facets) -> list[dict[str, object]]:
    """For the drawing: every town with a place on the earth, its events and the venues where most of them were held."""
    events, _ = _towns(read, facets)
    venues = _venues(read, facets)
    return [
        {
            "name": row["name"],
            "path": path_of("place", row["id"]),
            "latitude": row["latitude"],
            "longitude": row["longitude"],
            "events": events[row["id"]],
            "venues": venues.get(row["id"], [])[:MOST_VENUES],
            "more": max(0, len(venues.get(row["id"], [])) - MOST_VENUES),
        }
        for row in read.rows("map.places")
        if row["latitude"] is not None and events[row["id"]]
    ]


def _venues(read: Reader, facets: Facets) -> dict[str, list[tuple[str, str, int]]]:
    """Address, name and number of events of a town's venues, the most used first."""
    rows: Iterable[Row] = read.rows("map.venues")
    counts = {row["id"]: row["events"] for row in rows}
    if facets != EVERYTHING:
        counts = Counter(row["venue"] for row in read.rows("facets.events", **facets.values) if row["venue"])
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in sorted(rows, key=lambda row: (-counts.get(row["id"], 0), row["name"] or "")):
        if counts.get(row["id"]):
            found.setdefault(row["place"], []).append((path_of("venue", row["id"]), row["name"], counts[row["id"]]))
    return found


def background() -> list[tuple[float, float]]:
    """Every French town, as latitude and longitude: they draw the country."""
    return [(round(town.latitude, 3), round(town.longitude, 3)) for town in towns() if town.country == "FR"]


PAGE = Page(r"/carte", "map.html", build)
