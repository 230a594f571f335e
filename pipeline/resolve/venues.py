"""Venues: printed places gathered by name and town."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.archive import VenueEntity
from pipeline.model import Venue
from pipeline.resolve.addresses import free
from pipeline.resolve.compare import body_key
from pipeline.text import fold, slug


def venues_of(printed: Sequence[Venue]) -> dict[Venue, VenueEntity]:
    """The venue behind each printed place that has a name; a name without town goes to the only town it is known in."""
    towns: dict[str, set[str]] = defaultdict(set)
    for venue in printed:
        if venue.name and venue.city:
            towns[body_key(venue.name)].add(fold(venue.city))
    groups: dict[tuple[str, str], list[Venue]] = defaultdict(list)
    for venue in printed:
        if venue.name:
            groups[_key(venue, towns)].append(venue)
    taken: Counter[str] = Counter()
    entities: dict[Venue, VenueEntity] = {}
    for _, members in sorted(groups.items()):
        entity = _entity(members, taken)
        entities |= dict.fromkeys(members, entity)
    return entities


def _key(venue: Venue, towns: dict[str, set[str]]) -> tuple[str, str]:
    name = body_key(venue.name or "")
    if venue.city:
        return name, fold(venue.city)
    known = towns.get(name, set())
    return name, next(iter(known)) if len(known) == 1 else ""


def _entity(members: Sequence[Venue], taken: Counter[str]) -> VenueEntity:
    """Each field as most papers print it."""
    common = {
        name: _commonest([getattr(venue, name) for venue in members])
        for name in ("name", "address", "postcode", "city")
    }
    wanted = slug(" ".join(part for part in (common["name"], common["city"]) if part)) or "lieu"
    return VenueEntity(free(wanted, taken), common["name"] or "", common["address"], common["postcode"], common["city"])


def _commonest(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: (counted[value], len(value), value)) if counted else None
