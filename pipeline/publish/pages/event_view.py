"""What the page of an event shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.publish.links import Ref
from pipeline.publish.page import Head


@dataclass(frozen=True)
class Speaker:
    """Someone as introduced that day."""

    ref: Ref
    printed: str
    role: str
    function: str | None
    organisation: Ref | None
    organisation_printed: str | None


@dataclass(frozen=True)
class Slot:
    """A session of the programme."""

    start_time: str | None
    end_time: str | None
    title: str | None
    kind: str | None
    place: str | None
    people: tuple[Speaker, ...]


@dataclass(frozen=True)
class ProgrammeDay:
    """The slots of one day; `date` null where the paper does not say."""

    date: str | None
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Body:
    """What an organisation does for the event."""

    ref: Ref
    role: str
    printed: str


@dataclass(frozen=True)
class Paper:
    """A document that announces the event, and what it says: field → value."""

    document: Ref
    said: Mapping[str, str | None]


@dataclass(frozen=True)
class Said:
    """A value and the documents that give it."""

    value: str
    documents: tuple[Ref, ...]


@dataclass(frozen=True)
class Disagreement:
    """A field that papers give differently."""

    field: str
    values: tuple[Said, ...]


@dataclass(frozen=True)
class Event:
    """An event once, whatever the number of papers. `people` are those of no session in particular."""

    head: Head
    ref: Ref
    subtitle: str | None
    kind: str | None
    status: str
    start: str | None
    end: str | None
    start_time: str | None
    end_time: str | None
    date_note: str | None
    price: str | None
    confidence: float | None
    venue: Ref | None
    address: str | None
    postcode: str | None
    city: str | None
    place: Ref | None
    bodies: tuple[Body, ...]
    programme: tuple[ProgrammeDay, ...]
    people: tuple[Speaker, ...]
    papers: tuple[Paper, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def is_dated(self) -> bool:
        """Whether the day is known, so that it can stand in a calendar."""
        return bool(self.start and len(self.start) == 10)

    @property
    def everyone(self) -> tuple[Speaker, ...]:
        """Everyone once, in the order of the programme."""
        slots = (slot.people for day in self.programme for slot in day.slots)
        speakers = (speaker for group in (*slots, self.people) for speaker in group)
        return tuple({speaker.ref.id: speaker for speaker in speakers}.values())
