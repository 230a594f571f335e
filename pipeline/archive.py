"""The archive's nouns: entities derived from all records together. What `resolve` makes and `load` writes.

Ids are slugs one can read in an address: `jean-philippe-milesy`, `2007-03-31-marges-de-manoeuvre`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.model import Event, Record


@dataclass(frozen=True)
class Entity:
    """A person or a body: its name, every form it was printed in with how often, slugs that lead to it."""

    id: str
    name: str
    forms: Mapping[str, int]
    acronym: str | None = None
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True)
class VenueEntity:
    """A place where events were held."""

    id: str
    name: str
    address: str | None
    postcode: str | None
    city: str | None


@dataclass(frozen=True)
class Source:
    """One paper an event was read from: the record's document, and the event as that paper has it.

    `former` is the event before each decision that gave it another title or day, the first reading first.
    """

    document: str
    position: int
    event: Event
    former: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Attendance:
    """An appearance resolved: ids in place of names; what was printed is kept beside them."""

    person: str
    printed: str
    role: str
    function: str | None
    organisation: str | None
    organisation_printed: str | None
    session: int | None
    document: str
    mentions: tuple[int, ...]
    confidence: float | None


@dataclass(frozen=True)
class Hosting:
    """What a body does for an event."""

    organisation: str
    printed: str
    role: str
    document: str


@dataclass(frozen=True)
class EventEntity:
    """An event once, whatever the number of papers that announce it. `event` is the fullest reading of it.

    `redirects` are the addresses it had before people corrected it, or would have by one of its papers alone.
    """

    id: str
    event: Event
    venue: str | None
    sources: tuple[Source, ...]
    attendances: tuple[Attendance, ...]
    hostings: tuple[Hosting, ...]
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What a person decided, as recorded in decisions.jsonl. `left` and `right` name what it is about.

    `sha256` is the checksum of the paper a decision on a fact is about, `role` what someone added does there.
    """

    action: str
    kind: str
    left: str | None
    right: str | None
    at: str
    by: str
    why: str | None = None
    sha256: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Archive:
    """Everything that goes into archive.db. `records` can be gone through more than once, and need not be in memory.

    `replaced`: what the paper was read to say where a decision on a fact took effect; None where it said nothing else.
    """

    records: Iterable[Record]
    events: tuple[EventEntity, ...]
    people: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    venues: tuple[VenueEntity, ...]
    decisions: tuple[Decision, ...] = ()
    unmatched: tuple[Decision, ...] = ()
    replaced: Mapping[Decision, str | None] = field(default_factory=dict)
