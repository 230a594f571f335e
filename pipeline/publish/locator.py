"""A small map of France for venues and towns: its larger towns as faint dots, made on the server, no tiles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from datasette import Response

from pipeline.gazetteer import towns

WEST, EAST, SOUTH, NORTH = -5.3, 9.7, 41.2, 51.2
"""Degrees (WGS 84) the map covers: metropolitan France."""
HEIGHT = 1000.0
WIDTH = HEIGHT * (EAST - WEST) * math.cos(math.radians((SOUTH + NORTH) / 2)) / (NORTH - SOUTH)
SMALLEST = 4_000
"""Inhabitants a town has at least to be a dot."""


@dataclass(frozen=True)
class Spot:
    """A point of the map, in the units of its view box."""

    x: float
    y: float


def spot(latitude: float | None, longitude: float | None) -> Spot | None:
    """Where a place is on the map; None off it."""
    if latitude is None or longitude is None or not (WEST < longitude < EAST and SOUTH < latitude < NORTH):
        return None
    x = WIDTH * (longitude - WEST) / (EAST - WEST)
    y = HEIGHT * (NORTH - latitude) / (NORTH - SOUTH)
    return Spot(round(x, 1), round(y, 1))


@cache
def drawing() -> str:
    """The map as SVG; its dots take a colour that reads on light and on dark paper."""
    spots = (
        spot(town.latitude, town.longitude) for town in towns() if town.country == "FR" and town.population >= SMALLEST
    )
    dots = "".join(f"M{dot.x} {dot.y}h0" for dot in spots if dot)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.1f} {HEIGHT:.1f}" width="{WIDTH:.0f}" '
        f'height="{HEIGHT:.0f}"><path d="{dots}" stroke="#8a8477" stroke-width="5" stroke-linecap="round" '
        f'stroke-opacity=".75"/></svg>'
    )


async def picture() -> Any:  # noqa: ANN401 - Datasette's own type
    """The map as a file, which browsers may keep for a day."""
    return Response(drawing(), content_type="image/svg+xml", headers={"cache-control": "public, max-age=86400"})


ROUTES = ((r"^/fond-de-carte\.svg$", picture),)
