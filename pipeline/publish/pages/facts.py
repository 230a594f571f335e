"""The facts of a document, and what people decided about each: corrected, added by hand, taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.publish.links import Ref, ref
from pipeline.publish.pages.marks import Mark
from pipeline.publish.reader import Reader, Row
from pipeline.text import fold

TIES = {"function": "function", "affiliation": "organisation"}
"""What is decided of a person → where the person's fact has it."""
FIELDS = {"start": "date", "end": "date", "start_time": "time", "end_time": "time", "person": "appearance"}
FIELDS |= {f"venue.{part}": "venue" for part in ("name", "address", "postcode", "city")}
FIELDS |= dict.fromkeys(TIES, "appearance")
"""What a decision is about → the field of the fact that shows it, where that is called otherwise."""
PARTS = frozenset({"date", "time", "venue"})
"""Fields whose facts show several values together."""
Marks = Mapping[int, tuple[Mark, int]]
"""The marks of a document by their number, each with its page."""


@dataclass(frozen=True)
class Decided:
    """That a person decided something: what and about what, who, when and why; `replaced` is what stood there."""

    action: str
    by: str
    at: str
    why: str | None
    kind: str | None = None
    replaced: str | None = None

    @property
    def part(self) -> str | None:
        """What was decided on, where the fact shows more than that."""
        return self.kind if FIELDS.get(self.kind or "") in PARTS or self.kind in TIES else None


@dataclass(frozen=True)
class Fact:
    """Something the paper says. `mentions` are the marks it was read from, `sources` the rules or models that did."""

    field: str
    value: str
    role: str | None = None
    ref: Ref | None = None
    function: str | None = None
    organisation: Ref | None = None
    organisation_printed: str | None = None
    when: str | None = None
    session: int | None = None
    mentions: tuple[int, ...] = ()
    page: int | None = None
    sources: tuple[str, ...] = ()
    confidence: float | None = None
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True)
class Decisions:
    """What people decided: of names, by each of the two; on this paper, in the order it took effect."""

    on_names: Mapping[str, tuple[Decided, ...]]
    on_facts: tuple[Row, ...]


def decisions_on(read: Reader, document: str) -> Decisions:
    """All that was decided about anything a document names or says."""
    named: dict[str, list[Decided]] = defaultdict(list)
    for row in read.rows("document.decided", id=document):
        named[row["name"]].append(Decided(row["action"], row["by"], row["at"], row["why"]))
    on_names = {name: tuple(decisions) for name, decisions in named.items()}
    return Decisions(on_names, tuple(read.rows("document.corrected", id=document)))


def fact_of(told: Mapping[str, Any], marks: Marks, decisions: Decisions) -> Fact:
    """A fact as `archive.db` keeps it, with its marks and what was decided about it."""
    mentions = tuple(number for number in told["mentions"] if number in marks)
    names = sorted({told[key] for key in ("value", "organisation") if told.get(key)})
    return Fact(
        field=told["field"],
        value=told.get("value", ""),
        role=told.get("role"),
        ref=ref(told.get("kind", ""), told.get("ref"), told.get("value")),
        function=told.get("function"),
        organisation=ref("organisation", told.get("body"), told.get("organisation")),
        organisation_printed=told.get("organisation"),
        when=told.get("time"),
        session=told.get("session"),
        mentions=mentions,
        page=_first_page(mentions, marks),
        sources=tuple(sorted({marks[number][0].source for number in mentions})),
        confidence=told.get("confidence"),
        decided=(
            *(decision for name in names for decision in decisions.on_names.get(name, ())),
            *(_decided(row) for row in _about(told, decisions.on_facts)),
        ),
    )


def undone_by(decisions: Decisions, facts: Sequence[Fact], marks: Marks) -> tuple[Fact, ...]:
    """What was decided on this paper and is shown beside no fact: what was taken away above all."""
    shown = {decision for fact in facts for decision in fact.decided}
    used = {number for fact in facts for number in fact.mentions}
    return tuple(
        _undone(row, {number: mark for number, mark in marks.items() if number not in used})
        for row in decisions.on_facts
        if _decided(row) not in shown
    )


def _undone(row: Row, marks: Marks) -> Fact:
    """What a decision took away or put there, with the marks that say so."""
    value = row["replaced"] if row["action"] == "reject" else row["right"]
    mentions = tuple(number for number, (mark, _) in marks.items() if fold(mark.value) == fold(value))
    field = FIELDS.get(row["kind"], row["kind"])
    if row["kind"] in TIES:
        field, value = row["kind"], f"{value} ({row['left']})"
    return Fact(field, value, mentions=mentions, page=_first_page(mentions, marks), decided=(_decided(row),))


def _first_page(mentions: Iterable[int], marks: Marks) -> int | None:
    return min((marks[number][1] for number in mentions), default=None)


def _decided(row: Row) -> Decided:
    named = row["kind"] in TIES or row["action"] == "add"
    stood = row["replaced"] or (None if named else row["left"])
    return Decided(row["action"], row["by"], row["at"], row["why"], row["kind"], stood)


# ── which decisions a fact comes from ────────────────────────────────────────────────────────────────────────────────


def _about(told: Mapping[str, Any], decisions: Sequence[Row]) -> list[Row]:
    """The decisions that made this very fact, and those that made what it said before; in the order taken."""
    found: list[Row] = []
    before: dict[str, list[str]] = defaultdict(list)
    for row in reversed(decisions):
        if FIELDS.get(row["kind"], row["kind"]) == told["field"] and _has_made(row, told, before[row["kind"]]):
            found.insert(0, row)
            if stood := _decided(row).replaced:
                before[row["kind"]].append(stood)
    return found


def _has_made(decision: Row, told: Mapping[str, Any], before: Iterable[str]) -> bool:
    """Whether a decision made what the fact says or said: one day of several, a venue's town, what a person has."""
    made, shown = fold(decision["right"] or ""), fold(told.get("value", ""))
    if decision["kind"] in TIES:
        if fold(decision["left"]) != shown:
            return False
        shown = fold(told.get(TIES[decision["kind"]]) or "")
    is_part = told["field"] in PARTS and bool(made) and made in shown
    return made == shown or is_part or made in {fold(value) for value in before}
