"""Home: what is in the archive, and ways in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.publish.page import Absolute, Ask, Head, Page
from pipeline.publish.pages.entity import Counted, counted
from pipeline.publish.pages.listing import Announced, announced
from pipeline.publish.reader import Reader
from pipeline.publish.words import site_text


@dataclass(frozen=True)
class Year:
    """How many events and documents a year has."""

    year: int
    events: int
    documents: int


@dataclass(frozen=True)
class Home:
    """The archive at a glance."""

    head: Head
    counts: Mapping[str, int]
    years: tuple[Year, ...]
    latest: tuple[Announced, ...]
    people: tuple[Counted, ...]
    organisations: tuple[Counted, ...]
    places: tuple[Counted, ...]


def build(read: Reader, _: Ask) -> Home:
    """The whole archive at a glance."""
    return Home(
        head=Head(site_text("title"), site_text("description"), "/"),
        counts={row["name"]: row["count"] for row in read.rows("home.counts")},
        years=_every_year(read),
        latest=tuple(announced(row) for row in read.rows("home.latest")),
        people=counted(read, "home.people", "person"),
        organisations=counted(read, "home.organisations", "organisation"),
        places=counted(read, "home.places", "place"),
    )


def _every_year(read: Reader) -> tuple[Year, ...]:
    """All years between the first and the last, those without events as well."""
    found = {row["year"]: Year(row["year"], row["events"], row["documents"]) for row in read.rows("home.years")}
    if not found:
        return ()
    return tuple(found.get(year, Year(year, 0, 0)) for year in range(min(found), max(found) + 1))


def linked(view: Home, absolute: Absolute) -> dict[str, Any]:
    """The site as schema.org's ArchiveOrganization's collection."""
    return {
        "@context": "https://schema.org",
        "@type": "Collection",
        "@id": absolute("/"),
        "name": view.head.title,
        "description": view.head.description,
        "inLanguage": "fr",
    }


PAGE = Page(r"/(?:index(?=\.json$))?", "home.html", build, linked)
