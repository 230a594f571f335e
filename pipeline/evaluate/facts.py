"""Facts: the events of a document as single statements that are right or wrong, made alike from gold and from found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple

from pipeline.evaluate.gold import GoldEvents
from pipeline.model import MentionKind, Record

Confidence = Callable[[str], float | None]


class Value(NamedTuple):
    """What stands in one place of a fact: every right reading, and those that are its own name."""

    readings: tuple[str, ...] = ()
    main: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One statement about a document: "functions: Solange Ouedraogo, avocate".

    `optional` facts a careful archivist could leave out. `confidence` is None for gold and where none was given.
    """

    field: str
    values: tuple[Value, ...]
    optional: bool = False
    confidence: float | None = None

    @property
    def main(self) -> Fact:
        """The fact reduced to its own names: alternatives say what is right, not what it is."""
        return replace(self, values=tuple(Value(value.main, value.main) for value in self.values))

    def __str__(self) -> str:
        return " · ".join(value.main[0] if value.main else "–" for value in self.values)


def facts_of_gold(events: GoldEvents) -> list[Fact]:
    """The facts of a gold document."""
    return [fact for event in events for fact in _facts(event, lambda _: None)]


def facts_of_record(record: Record) -> list[Fact]:
    """The facts of an extracted document, each with the confidence Carton gives it."""
    kinds = {mention.id: (mention.kind, mention.confidence) for mention in record.mentions}
    return [
        fact
        for event in record.events
        for fact in _facts(asdict(event), _confidence_of(event.confidence, event.evidence, kinds))
    ]


def inferred_freely(events: GoldEvents, field: str) -> int:
    """In how many events the paper prints no venue or town: one that was inferred there is no error."""
    part = {"city": "city", "venue": "name"}.get(field)
    if part is None:
        return 0
    return sum(not _texts((event.get("venue") or {}).get(part)) for event in events)


# ── confidence ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _confidence_of(
    given: Mapping[str, float],
    evidence: Mapping[str, Iterable[int]],
    mentions: Mapping[int, tuple[MentionKind, float]],
) -> Confidence:
    """Looks up the confidence of `appearances.0` as given, of `appearances.0.function` as that of its mention.

    What is said of someone cannot be surer than that it is they.
    """

    def confidence(key: str) -> float | None:
        if key in given:
            return given[key]
        whole, _, part = key.rpartition(".")
        if whole not in given:
            return None
        told = [sure for mention in evidence.get(whole, ()) for kind, sure in [mentions[mention]] if kind == part]
        return min([given[whole], *told])

    return confidence


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _facts(event: Mapping[str, Any], sure: Confidence) -> Iterator[Fact]:
    """The facts of one event, gold or found: both have the same fields."""
    optional = bool(event.get("optional"))
    start = event.get("start")
    if start:
        yield Fact("dates", (_text(start), _text(event.get("end") or start)), optional, sure("start"))
    if event.get("start_time"):
        hours = (_text(start), _text(event["start_time"]), _text(event.get("end_time")))
        yield Fact("times", hours, optional or bool(event.get("times_optional")), sure("start_time"))
    if _texts(event.get("title")):
        yield Fact("title", (_text(event["title"]),), optional, sure("title"))
    yield from _place(event.get("venue") or {}, sure, optional=optional)
    for number, body in enumerate(event.get("organisations") or []):
        is_optional = isinstance(body, dict) and bool(body.get("optional"))
        yield Fact("organisations", (_body(body),), is_optional, sure(f"organisations.{number}"))
    for number, session in enumerate(event.get("sessions") or []):
        if _texts(session.get("title")) or session.get("start_time"):
            slot = (_text(session.get("date") or start), _text(session.get("start_time")), _text(session.get("title")))
            is_optional = optional or bool(session.get("optional"))
            yield Fact("sessions", slot, is_optional, sure(f"sessions.{number}"))
    for number, appearance in enumerate(event.get("appearances") or []):
        if _texts(appearance.get("person")):
            yield from _of_person(appearance, event.get("sessions") or [], number, sure, optional=optional)


def _place(venue: Mapping[str, Any], sure: Confidence, *, optional: bool) -> Iterator[Fact]:
    is_optional = optional or bool(venue.get("optional"))
    if _texts(venue.get("name")):
        yield Fact("venue", (_text(venue["name"]),), is_optional, sure("venue.name"))
    if _texts(venue.get("city")):
        yield Fact("city", (_text(venue["city"]),), is_optional or bool(venue.get("city_optional")), sure("venue.city"))


def _of_person(
    appearance: Mapping[str, Any], sessions: list[Mapping[str, Any]], number: int, sure: Confidence, *, optional: bool
) -> Iterator[Fact]:
    """That someone takes part, as what, for whom, and in which slot of the programme."""
    key = f"appearances.{number}"
    person = _text(appearance["person"])
    is_optional = optional or bool(appearance.get("optional"))
    yield Fact("people", (person,), is_optional, sure(key))
    if _texts(appearance.get("function")):
        may_lack = is_optional or bool(appearance.get("function_optional"))
        yield Fact("functions", (person, _text(appearance["function"])), may_lack, sure(f"{key}.function"))
    body = _body(appearance.get("organisation"))
    if body.readings:
        confidence = sure(f"{key}.organisation")
        may_lack = is_optional or bool(appearance.get("organisation_optional"))
        yield Fact("affiliations", (person, body), may_lack, confidence)
        yield Fact("organisations", (body,), optional=True, confidence=confidence)
    place = appearance.get("session")
    if place is not None:
        slot = sessions[place]
        may_lack = is_optional or bool(slot.get("optional"))
        values = (person, _text(slot.get("start_time")), _text(slot.get("title")))
        yield Fact("session_people", values, may_lack, _least(sure(key), sure(f"sessions.{place}")))


def _least(*confidences: float | None) -> float | None:
    return min((sure for sure in confidences if sure is not None), default=None)


def _texts(value: object) -> tuple[str, ...]:
    """A text or a list of alternatives, as a tuple."""
    given = value if isinstance(value, list | tuple) else [value]
    return tuple(str(text) for text in given if text)


def _text(value: object) -> Value:
    readings = _texts(value)
    return Value(readings, readings[:1])


def _body(value: object) -> Value:
    """A body: its name, acronym and aliases are all right; its name and acronym are its own."""
    if not isinstance(value, dict):
        return _text(value)
    names, acronyms = _texts(value.get("name")), _texts(value.get("acronym"))
    return Value((*names, *acronyms, *_texts(value.get("aliases"))), (*names[:1], *acronyms))
