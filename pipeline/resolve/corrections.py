"""What people decided about single facts of one paper: another value, nothing of the kind, something unread.

A decision finds its paper by checksum and its fact by what the paper was read to say (`left`): the value itself, for
functions and affiliations the person they are of, for what is added the event, by title or address. Accents, capitals
and blanks do not count, so that it survives a better reading; so does one that by now is read as it was decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pipeline.archive import Decision
from pipeline.model import Appearance, Event, Organisation, Session
from pipeline.resolve.addresses import address
from pipeline.text import fold

VENUE = "venue."
FIELDS = frozenset({"title", "subtitle", "kind", "start", "end", "start_time", "end_time", "price"}) | {
    f"{VENUE}{part}" for part in ("name", "address", "postcode", "city")
}
"""What an event has one of."""
TIES = frozenset({"function", "affiliation"})
"""What people have: it is added to a person, not to an event."""
SURE = 1.0
T = TypeVar("T")


@dataclass(frozen=True)
class Series:
    """A list of an event, which field of its items says what they are, and how to make one."""

    name: str
    field: str
    make: Callable[[str, str | None], Any]


SERIES = {
    "person": Series("appearances", "person", lambda name, role: Appearance(name, role or "speaker")),
    "organisation": Series("organisations", "name", lambda name, role: Organisation(name, None, role or "mentioned")),
    "session": Series("sessions", "title", lambda title, _: Session(None, None, None, title)),
}
"""What an event has several of."""
KINDS = FIELDS | TIES | frozenset(SERIES) | {"event"}


@dataclass(frozen=True)
class Decided:
    """An event as decided; `former`: as it was before each decision that gave it another title or day."""

    event: Event
    former: tuple[Event, ...] = ()


def corrected(
    events: Iterable[Event], decisions: Iterable[Decision]
) -> tuple[tuple[Decided, ...], dict[Decision, str | None]]:
    """The events of one paper as decided; the decisions that found their fact, and what stood there instead."""
    told = tuple(Decided(event) for event in events)
    found: dict[Decision, str | None] = {}
    for decision in decisions:
        changed = _events(told, decision) if decision.kind == "event" else _facts(told, decision)
        if changed is not None:
            stood = (_stood(old.event, decision) for old in told)
            found.setdefault(decision, next((value for value in stood if value), None))
            told = changed
    return told, found


def _events(told: tuple[Decided, ...], decision: Decision) -> tuple[Decided, ...] | None:
    """Whole events: one more, or one less."""
    if decision.action == "add":
        read = any(_same(each.event.title, decision.right) for each in told)
        return told if read else (*told, Decided(Event(decision.right, confidence={"title": SURE})))
    named = _called(told, decision.left)
    return tuple(each for place, each in enumerate(told) if place not in named) if named else None


def _facts(told: tuple[Decided, ...], decision: Decision) -> tuple[Decided, ...] | None:
    """The events with the fact changed wherever it stands; None when it stands nowhere."""
    meant = set(range(len(told)))
    if decision.action == "add" and decision.kind not in TIES and (decision.left or len(told) > 1):
        meant = _called(told, decision.left)
    changed = [_change(each.event, decision) if place in meant else None for place, each in enumerate(told)]
    if not any(changed):
        return None
    return tuple(_after(old, new, decision) if new else old for old, new in zip(told, changed, strict=True))


def _after(old: Decided, new: Event, decision: Decision) -> Decided:
    """The event as changed; what it was is kept where its title or day is another."""
    before = old.event
    if decision.action == "correct" and decision.kind in ("title", "start"):  # by now it may be read as decided
        before = _with(before, {decision.kind: decision.left})
    return Decided(new, (*old.former, before) if address(before) != address(new) else old.former)


def _called(told: Sequence[Decided], name: str | None) -> set[int]:
    """The places of the events that go by a title or an address; of those that did before, if none does now."""
    now = {place for place, each in enumerate(told) if _goes_by(each.event, name)}
    return now or {place for place, each in enumerate(told) if any(_goes_by(event, name) for event in each.former)}


def _goes_by(event: Event, name: str | None) -> bool:
    return _same(event.title, name) or address(event) == name


def _change(event: Event, decision: Decision) -> Event | None:
    """The event as decided, None when it has not the fact."""
    if decision.kind in TIES:
        return _tie(event, decision)
    return _item(event, decision, SERIES[decision.kind]) if decision.kind in SERIES else _field(event, decision)


# ── what an event has one of ─────────────────────────────────────────────────────────────────────────────────────────


def _field(event: Event, decision: Decision) -> Event | None:
    name = decision.kind
    owner, part = (event.venue, name.removeprefix(VENUE)) if name.startswith(VENUE) else (event, name)
    value = getattr(owner, part)
    blank = decision.action == "add" and not value
    if not blank and not _is_meant(value, decision):
        return None
    if owner is event.venue:
        return _sure(_with(event, {"venue": replace(event.venue, **{part: decision.right})}), name)
    return _sure(_moved(event, name, decision.right), name)


def _moved(event: Event, name: str, value: str | None) -> Event:
    """The event with another value; with the first day of an event of one day, its last and its sessions move."""
    if name == "start" and event.end in (None, event.start):
        sessions = tuple(
            replace(session, date=value) if session.date == event.start else session for session in event.sessions
        )
        event = replace(event, end=value, sessions=sessions)
    if name in ("start", "end"):
        event = replace(event, date_note=None)
    return _with(event, {name: value})


# ── what an event has several of ─────────────────────────────────────────────────────────────────────────────────────


def _item(event: Event, decision: Decision, series: Series) -> Event | None:
    items = getattr(event, series.name)
    here = [place for place, item in enumerate(items) if _is_meant(getattr(item, series.field), decision)]
    changed = event
    if decision.action == "add":
        if not here:
            here = [len(items)]
            changed = _with(event, {series.name: (*items, series.make(decision.right or "", decision.role))})
    elif decision.action == "correct":
        renamed = (replace(items[place], **{series.field: decision.right}) for place in here)
        changed = _put(event, series.name, dict(zip(here, renamed, strict=True)))
    else:
        changed = _without(event, series.name, frozenset(here))
        here = []
    affiliated = _affiliated(changed, decision) if decision.kind == "organisation" else None
    if affiliated is None and changed is event and not here:
        return None
    return _sure(affiliated or changed, *(f"{series.name}.{place}" for place in here))


def _put(event: Event, name: str, items: Mapping[int, object]) -> Event:
    """The event with other items at some places of one of its lists."""
    series = enumerate(getattr(event, name))
    return _with(event, {name: tuple(items.get(place, item) for place, item in series)}) if items else event


def _without(event: Event, name: str, dropped: frozenset[int]) -> Event:
    """The event without some items of one of its lists; what speaks of the others by number is renumbered."""
    if not dropped:
        return event
    items = getattr(event, name)
    kept = [place for place in range(len(items)) if place not in dropped]
    numbers = {old: new for new, old in enumerate(kept)}
    if name == "sessions":
        told = (None if each.session is None else numbers.get(each.session) for each in event.appearances)
        people = tuple(replace(each, session=session) for each, session in zip(event.appearances, told, strict=True))
        event = replace(event, appearances=people)
    evidence = _renumbered(event.evidence, name, numbers)
    confidence = _renumbered(event.confidence, name, numbers)
    left = {name: tuple(items[place] for place in kept)}
    return _with(event, {**left, "evidence": evidence, "confidence": confidence})


def _renumbered(told: Mapping[str, T], name: str, numbers: Mapping[int, int]) -> dict[str, T]:
    found: dict[str, T] = {}
    for key, value in told.items():
        series, _, place = key.partition(".")
        if series != name:
            found[key] = value
        elif int(place) in numbers:
            found[f"{name}.{numbers[int(place)]}"] = value
    return found


# ── what people have ─────────────────────────────────────────────────────────────────────────────────────────────────


def _tie(event: Event, decision: Decision) -> Event | None:
    """Another function or body of a person, none, or one where none was read."""
    held: dict[int, object] = {}
    for place, each in enumerate(event.appearances):
        value = _held(each, decision)
        fits = bool(value) != (decision.action == "add") or _same(value, decision.right)
        if fits and _same(each.person, decision.left):
            held[place] = _holding(each, decision)
    return _sure(_put(event, "appearances", held), *(f"appearances.{place}" for place in held)) if held else None


def _held(person: Appearance, decision: Decision) -> str | None:
    body = person.organisation.name if person.organisation else None
    return person.function if decision.kind == "function" else body


def _holding(person: Appearance, decision: Decision) -> Appearance:
    if decision.kind == "function":
        return replace(person, function=decision.right)
    return replace(person, organisation=Organisation(decision.right) if decision.right else None)


def _affiliated(event: Event, decision: Decision) -> Event | None:
    """A body by its right name, or not at all, where people are said to be of it."""
    if decision.action == "add":
        return None
    held: dict[int, object] = {
        place: replace(each, organisation=replace(each.organisation, name=decision.right) if decision.right else None)
        for place, each in enumerate(event.appearances)
        if each.organisation and _is_meant(each.organisation.name, decision)
    }
    return _put(event, "appearances", held) if held else None


# ── what stood there ─────────────────────────────────────────────────────────────────────────────────────────────────


def _stood(event: Event, decision: Decision) -> str | None:
    """What the event says where the decision puts another value or none; None where it says nothing else."""
    if decision.action == "add":
        return None
    if decision.kind in TIES:
        values = [_held(each, decision) for each in event.appearances if _same(each.person, decision.left)]
    elif decision.kind == "event":
        values = [event.title or address(event)] if _goes_by(event, decision.left) else []
    else:
        values = [value for value in _values(event, decision.kind) if _same(value, decision.left)]
    return next((value for value in values if value and not _same(value, decision.right)), None)


def _values(event: Event, kind: str) -> list[str | None]:
    """All that an event says of a kind."""
    if kind.startswith(VENUE):
        return [getattr(event.venue, kind.removeprefix(VENUE))]
    if kind not in SERIES:
        return [getattr(event, kind)]
    values = [getattr(item, SERIES[kind].field) for item in getattr(event, SERIES[kind].name)]
    bodies = [each.organisation.name for each in event.appearances if each.organisation and kind == "organisation"]
    return values + bodies


# ── comparing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_meant(value: str | None, decision: Decision) -> bool:
    """Whether a decision speaks of this value, or it is by now what was decided."""
    told = (decision.right,) if decision.action == "add" else (decision.left, decision.right)
    return any(_same(value, name) for name in told)


def _same(value: str | None, name: str | None) -> bool:
    return bool(value and name) and fold(value or "").split() == fold(name or "").split()


def _with(event: Event, values: Mapping[str, Any]) -> Event:
    return replace(event, **values)


def _sure(event: Event, *fields: str) -> Event:
    """The event, certain of what a person decided."""
    return replace(event, confidence={**event.confidence, **dict.fromkeys(fields, SURE)})
