"""The network: people and bodies and what ties them. The picture is drawn in the browser; the table says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pipeline.network import Network, Tie
from pipeline.publish.assets import drawn
from pipeline.publish.facets import Choices, choices
from pipeline.publish.links import Ref
from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.reader import Reader, Row
from pipeline.publish.ties import Wanted, network, node_of, refs_of, wanted_of
from pipeline.publish.words import word

MOST_ROWS = 200
FILES = ("image.json", "noeuds.csv", "liens.csv", "reseau.gexf")


@dataclass(frozen=True)
class Size:
    """How many nodes and ties, the heaviest tie, the years it all spans."""

    nodes: int = 0
    ties: int = 0
    heaviest: int = 0
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True)
class Tied:
    """Two who have to do with each other: how, at how many events, between which years."""

    source: Ref
    target: Ref
    kind: str
    events: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True)
class NetworkView:
    """The part of the network that is asked for: its size, the strongest ties, where all of it can be had."""

    head: Head
    around: Ref | None
    size: Size
    strongest: tuple[Tied, ...]
    choices: Choices
    files: Mapping[str, str]
    script: str | None


def build(read: Reader, ask: Ask) -> NetworkView:
    """What is asked for, or everything."""
    wanted = wanted_of(ask)
    size, strongest = _everything(read, wanted) if wanted.is_everything else _found(read, wanted)
    middle = next(iter(refs_of(read, [node_of(read, wanted.around)]).values()), None) if wanted.around else None
    title = word("network.around", name=middle.name) if middle else word("network.title")
    query = f"?{urlencode(wanted.arguments)}" if wanted.arguments else ""
    return NetworkView(
        head=Head(title, word("network.description"), "/reseau"),
        around=middle,
        size=size,
        strongest=strongest,
        choices=choices(read, wanted.arguments),
        files={name: f"/reseau/{name}{query}" for name in FILES},
        script=drawn("network.js"),
    )


def _everything(read: Reader, wanted: Wanted) -> tuple[Size, tuple[Tied, ...]]:
    """The stored network, of which only the strongest ties are read."""
    size = read.row("network.size", least=wanted.least)
    rows = read.rows("network.strongest", least=wanted.least, most=MOST_ROWS)
    return (Size(*size) if size and size["ties"] else Size()), tuple(map(_stored, rows))


def _stored(row: Row) -> Tied:
    source, target = (Ref(row[f"{end}_kind"], row[f"{end}_ref"], row[f"{end}_name"]) for end in ("source", "target"))
    return Tied(source, target, row["kind"], row["events"], row["first_year"], row["last_year"])


def _found(read: Reader, wanted: Wanted) -> tuple[Size, tuple[Tied, ...]]:
    found = network(read, wanted)
    if not found.ties:
        return Size(), ()
    years = [year for tie in found.ties for year in tie.years if year]
    heaviest = max(tie.events for tie in found.ties)
    size = Size(len(found.nodes), len(found.ties), heaviest, min(years, default=None), max(years, default=None))
    return size, _strongest(read, found)


def _strongest(read: Reader, found: Network) -> tuple[Tied, ...]:
    ties = found.ties[:MOST_ROWS]
    refs = refs_of(read, {found.nodes[end] for tie in ties for end in (tie.source, tie.target)})

    def told(tie: Tie) -> Tied:
        source, target = refs[found.nodes[tie.source]], refs[found.nodes[tie.target]]
        return Tied(source, target, tie.kind, tie.events, *tie.span)

    return tuple(map(told, ties))


PAGE = Page(r"/reseau", "network.html", build)
