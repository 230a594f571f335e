"""What the pages of people, organisations, venues and events have in common."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.publish.links import Ref, path_of
from pipeline.publish.page import Ask, Missing, Redirect
from pipeline.publish.reader import Reader, Row

TABLES = {"person": "people", "organisation": "organisations", "event": "events", "venue": "venues"}


@dataclass(frozen=True)
class Counted:
    """A thing and how many events it has to do with, between which dates."""

    ref: Ref
    count: int
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(frozen=True)
class Form:
    """A form under which a name was printed, and how often."""

    name: str
    count: int


@dataclass(frozen=True)
class Identifier:
    """What another catalogue knows someone by."""

    scheme: str
    value: str


def find(read: Reader, ask: Ask, kind: str) -> Row | Redirect:
    """The row asked for by `id`, or where it went when it was merged. Raises `Missing`."""
    asked = ask.path["id"]
    row = read.row(kind, id=asked)
    if row:
        return row
    moved = read.row("redirect", slug=asked, kind=TABLES[kind])
    if not moved:
        raise Missing
    return Redirect(path_of(kind, moved["target"]))


def counted(read: Reader, query: str, kind: str, **values: str | int) -> tuple[Counted, ...]:
    """Things with their counts, from a query that gives id, name, count and perhaps dates."""
    return tuple(
        Counted(
            Ref(kind, str(row["id"]), row["name"]),
            row["count"],
            row["first_seen"] if "first_seen" in row.keys() else None,  # noqa: SIM118 - a row iterates over its values
            row["last_seen"] if "last_seen" in row.keys() else None,  # noqa: SIM118
        )
        for row in read.rows(query, **values)
    )


def forms(read: Reader, kind: str, identifier: str) -> tuple[Form, ...]:
    """The forms of a name, the most frequent first."""
    return tuple(Form(row["name"], row["count"]) for row in read.rows(f"{kind}.names", id=identifier))


def identifiers(read: Reader, kind: str, identifier: str) -> tuple[Identifier, ...]:
    """What other catalogues know it by."""
    return tuple(Identifier(row["scheme"], row["value"]) for row in read.rows(f"{kind}.identifiers", id=identifier))
