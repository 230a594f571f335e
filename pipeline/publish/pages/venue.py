"""A venue: where it is, what was held in it. And a town: its venues and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.publish import french
from pipeline.publish.links import Ref, ref
from pipeline.publish.locator import Spot, spot
from pipeline.publish.page import Absolute, Ask, Head, Missing, Page, Redirect
from pipeline.publish.pages.entity import Counted, counted, find
from pipeline.publish.pages.listing import Announced, Turn, events
from pipeline.publish.reader import Reader, key_of
from pipeline.publish.words import word


@dataclass(frozen=True)
class Venue:
    """A room or building. Coordinates are its town's, in degrees (WGS 84)."""

    head: Head
    ref: Ref
    address: str | None
    postcode: str | None
    city: str | None
    place: Ref | None
    latitude: float | None
    longitude: float | None
    spot: Spot | None
    count: int
    events: tuple[Announced, ...]
    turn: Turn
    organisations: tuple[Counted, ...]


@dataclass(frozen=True)
class Place:
    """A town, with coordinates in degrees (WGS 84)."""

    head: Head
    ref: Ref
    latitude: float | None
    longitude: float | None
    spot: Spot | None
    count: int
    first_seen: str | None
    last_seen: str | None
    events: tuple[Announced, ...]
    turn: Turn
    venues: tuple[Counted, ...]
    organisations: tuple[Counted, ...]


def build_venue(read: Reader, ask: Ask) -> Venue | Redirect:
    """Raises `Missing`."""
    row = find(read, ask, "venue")
    if isinstance(row, Redirect):
        return row
    me = Ref("venue", row["id"], row["name"])
    told, turn = events(read, ask, "venue.events", id=me.id)
    where = ", ".join(part for part in (row["address"], row["place_name"] or row["city"]) if part)
    name = f"{me.name}, {where}" if where else me.name
    return Venue(
        head=Head(me.name, word("venue.summary", row["events"], name=name), me.path),
        ref=me,
        place=ref("place", row["place"], row["place_name"]),
        spot=spot(row["latitude"], row["longitude"]),
        count=row["events"],
        events=told,
        turn=turn,
        organisations=counted(read, "venue.organisations", "organisation", id=me.id),
        **{name: row[name] for name in ("address", "postcode", "city", "latitude", "longitude")},
    )


def build_place(read: Reader, ask: Ask) -> Place:
    """Raises `Missing`."""
    row = read.row("place", id=ask.path["id"])
    if not row:
        raise Missing
    me = Ref("place", row["id"], row["name"])
    told, turn = events(read, ask, "place.events", id=me.id)
    years = french.years(row["first_seen"], row["last_seen"])
    return Place(
        head=Head(me.name, word("place.summary", row["events"], name=me.name, years=years), me.path),
        ref=me,
        spot=spot(row["latitude"], row["longitude"]),
        count=row["events"],
        events=told,
        turn=turn,
        venues=counted(read, "place.venues", "venue", id=me.id),
        organisations=counted(read, "place.organisations", "organisation", key=key_of(read, "place", me.id)),
        **{name: row[name] for name in ("latitude", "longitude", "first_seen", "last_seen")},
    )


def linked(view: Venue | Place, absolute: Absolute) -> dict[str, Any]:
    """schema.org/Place."""
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place" if isinstance(view, Venue) else "City",
        "@id": absolute(view.ref.path),
        "url": absolute(view.ref.path),
        "name": view.ref.name,
    }
    if isinstance(view, Venue):
        town = view.place.name if view.place else view.city
        address = {"streetAddress": view.address, "postalCode": view.postcode, "addressLocality": town}
        told["address"] = {"@type": "PostalAddress"} | {key: value for key, value in address.items() if value}
    if view.latitude is not None:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": view.latitude, "longitude": view.longitude}
    return told


PAGE = Page(r"/lieu/(?P<id>[^/.]+)", "venue.html", build_venue, linked)
PLACE = Page(r"/ville/(?P<id>[^/.]+)", "place.html", build_place, linked)
