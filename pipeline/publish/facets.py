"""What network, map and timeline can be narrowed down to: events of some years, of a town, of a kind, of a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.publish.links import Ref
from pipeline.publish.page import Ask
from pipeline.publish.reader import Reader
from pipeline.publish.words import site_text


@dataclass(frozen=True)
class Facets:
    """Which events are asked for; None: all. `place` and `organisation` are ids, `role` is what someone did there."""

    since: int | None = None
    until: int | None = None
    place: str | None = None
    kind: str | None = None
    organisation: str | None = None
    role: str | None = None

    @property
    def arguments(self) -> dict[str, str]:
        """As they stand in an address; `facets_of` reads them."""
        return {ARGUMENTS[name]: str(value) for name, value in self.values.items() if value is not None}

    @property
    def values(self) -> dict[str, str | int | None]:
        """For the blanks of a query."""
        return {name: getattr(self, name) for name in ARGUMENTS}


EVERYTHING = Facets()

ARGUMENTS = {
    "since": "debut",
    "until": "fin",
    "place": "ville",
    "kind": "genre",
    "organisation": "organisation",
    "role": "role",
}
"""Facet → its name in an address."""


@dataclass(frozen=True)
class Choices:
    """What one can choose from; `asked` is what is chosen, by its name in the address."""

    asked: Mapping[str, str]
    places: tuple[Ref, ...]
    organisations: tuple[Ref, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    first_year: int | None
    last_year: int | None


def facets_of(ask: Ask) -> Facets:
    """What an address asks for; what it cannot mean is passed over."""
    return Facets(
        since=ask.number("debut", 0) or None,
        until=ask.number("fin", 0) or None,
        place=ask.one("ville") or None,
        kind=ask.one("genre") or None,
        organisation=ask.one("organisation") or None,
        role=ask.one("role") or None,
    )


def choices(read: Reader, asked: Mapping[str, str]) -> Choices:
    """The towns and bodies with most events, those asked for among them."""
    years = read.row("facets.years")
    return Choices(
        asked=asked,
        places=_refs(read, "place", asked.get("ville")),
        organisations=_refs(read, "organisation", asked.get("organisation")),
        kinds=tuple(row["kind"] for row in read.rows("facets.kinds")),
        roles=tuple(dict.fromkeys([*site_text("labels")["role"], *site_text("labels")["body_role"]])),
        first_year=years["first"] if years else None,
        last_year=years["last"] if years else None,
    )


def _refs(read: Reader, kind: str, asked: str | None) -> tuple[Ref, ...]:
    return tuple(Ref(kind, row["id"], row["name"]) for row in read.rows(f"facets.{kind}s", asked=asked))
