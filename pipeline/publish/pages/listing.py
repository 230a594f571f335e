"""Lists of events, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.publish.links import Ref
from pipeline.publish.page import Ask
from pipeline.publish.reader import Reader, Row

AT_ONCE = 100


@dataclass(frozen=True)
class Announced:
    """An event in a list; `role` is what an organisation does for it, where the list is one of an organisation."""

    ref: Ref
    kind: str | None
    start: str | None
    end: str | None
    city: str | None
    role: str | None = None


@dataclass(frozen=True)
class Turn:
    """Which page of a list this is, from 1, and whether another follows; `argument` is its name in the address."""

    page: int
    has_more: bool
    argument: str = "page"


def announced(row: Row) -> Announced:
    """An event by its title; one that has none by its id."""
    role = row["role"] if "role" in row.keys() else None  # noqa: SIM118 - a row iterates over its values
    ref = Ref("event", row["id"], row["title"] or row["id"])
    return Announced(ref, row["kind"], row["start"], row["end"], row["city"], role)


def page_of(ask: Ask, argument: str = "page") -> int:
    """The page of a list that an argument asks for, from 1."""
    return max(1, min(ask.number(argument, 1), 10_000))


def turned(
    read: Reader, ask: Ask, query: str, argument: str = "page", **values: str | int
) -> tuple[tuple[Row, ...], Turn]:
    """One page of a query that takes :limit and :offset: the one the argument asks for."""
    page = page_of(ask, argument)
    rows = read.rows(query, limit=AT_ONCE + 1, offset=AT_ONCE * (page - 1), **values)
    return tuple(rows[:AT_ONCE]), Turn(page, len(rows) > AT_ONCE, argument)


def events(read: Reader, ask: Ask, query: str, **values: str | int) -> tuple[tuple[Announced, ...], Turn]:
    """One page of a list of events."""
    rows, turn = turned(read, ask, query, "page", **values)
    return tuple(announced(row) for row in rows), turn
