"""The network as asked for: the whole one as it was stored at load, or that of some events, made on the spot."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from pipeline import network as graph
from pipeline.network import Network, Node, NodeKind, Tie
from pipeline.packed import unpack
from pipeline.publish.facets import EVERYTHING, Facets, facets_of
from pipeline.publish.links import Ref
from pipeline.publish.page import Ask
from pipeline.publish.reader import Reader, Row, key_of

MOST, MOST_AROUND = (2_000, 8_000), (200, 4_000)
"""Nodes and ties made on the spot, of some events and around someone: what is ready before anyone gets impatient."""
MOST_ANEW = 800
"""Of nodes without a stored place, as many as can be laid out while someone waits."""


class Around(NamedTuple):
    """Whom the network is to be around: a person or a body, by id."""

    kind: NodeKind
    id: str


@dataclass(frozen=True)
class Wanted:
    """Which part of the network: of which events, around whom, ties of which weight at least."""

    facets: Facets = EVERYTHING
    around: Around | None = None
    least: int = 1

    @property
    def is_everything(self) -> bool:
        """Nothing left out but weak ties."""
        return self.facets == EVERYTHING and self.around is None

    @property
    def arguments(self) -> dict[str, str]:
        """As they stand in an address; `wanted_of` reads them."""
        told = self.facets.arguments
        if self.around:
            told["autour"] = f"{self.around.kind}/{self.around.id}"
        if self.least > 1:
            told["poids"] = str(self.least)
        return told


class Drawn(NamedTuple):
    """A node on the picture: what it stands for, at how many events it was, where it is drawn."""

    ref: Ref
    events: int
    x: float
    y: float


class Picture(NamedTuple):
    """Nodes and the ties among them, which count nodes from 0."""

    nodes: tuple[Drawn, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Sliders:
    """What is left of a picture by the sliders below it: ties of so many events at least in these years."""

    since: int | None = None
    until: int | None = None
    least: int = 1

    def __contains__(self, year: int) -> bool:
        """Events of unknown year, 0, count as long as no year is left out."""
        if not year:
            return self.since is None and self.until is None
        return (self.since or year) <= year <= (self.until or year)


def sliders_of(ask: Ask) -> Sliders:
    """Where an address says the sliders stand; what it cannot mean is passed over."""
    return Sliders(ask.number("depuis", 0) or None, ask.number("jusque", 0) or None, max(1, ask.number("au-moins", 1)))


def left(shown: Picture, sliders: Sliders) -> Picture:
    """What the sliders leave: nodes keep their places, those without ties go."""
    counted = (
        tie._replace(years={year: events for year, events in tie.years.items() if year in sliders})
        for tie in shown.ties
    )
    tied, kept = graph.renumbered([tie for tie in counted if tie.events >= sliders.least])
    return Picture(tuple(shown.nodes[rank] for rank in tied), kept)


def wanted_of(ask: Ask) -> Wanted:
    """What an address asks for; what it cannot mean is passed over."""
    kind, _, node = ask.one("autour").partition("/")
    around = Around(cast(NodeKind, kind), node) if kind in ("person", "organisation") and node else None
    return Wanted(facets_of(ask), around, max(1, ask.number("poids", 1)))


def network(read: Reader, wanted: Wanted) -> Network:
    """The network of what is asked for."""
    if wanted.is_everything:
        return _stored(read, wanted.least)
    role = key_of(read, "role", wanted.facets.role) if wanted.facets.role else None
    gatherings = map(tuple, read.rows("network.gatherings", **_numbers(read, wanted)))
    found = graph.project(unpack(gatherings, role), *(MOST_AROUND if wanted.around else MOST))
    middle = node_of(read, wanted.around) if wanted.around else None
    return graph.at_least(graph.around(found, middle) if middle else found, wanted.least)


def picture(read: Reader, wanted: Wanted) -> Picture:
    """The network with a place for every node.

    Stored places are kept, so that a picture stays recognisable. What is around a node is laid out anew, as is
    what has no stored places, and then the most present only.
    """
    found = network(read, wanted)
    stored = {Node(row["kind"], row["key"]): (row["x"], row["y"]) for row in read.rows("network.nodes")}
    if wanted.around or not stored.keys() >= set(found.nodes):
        found = graph.first(found, MOST_ANEW)
        places = graph.lay_out(found)
    else:
        places = tuple(stored[node] for node in found.nodes)
    refs = refs_of(read, found.nodes)
    nodes = zip(found.nodes, found.events, places, strict=True)
    return Picture(tuple(Drawn(refs[node], events, x, y) for node, events, (x, y) in nodes), found.ties)


def refs_of(read: Reader, nodes: Iterable[Node]) -> Mapping[Node, Ref]:
    """Nodes with their names."""
    rows = read.rows("network.names", keys=json.dumps([node.key for node in nodes]))
    return {Node(row["kind"], row["key"]): Ref(row["kind"], row["ref"], row["name"]) for row in rows}


def node_of(read: Reader, around: Around) -> Node:
    """The node of someone; of one who is not in the archive, a node nothing is tied to."""
    return Node(around.kind, key_of(read, around.kind, around.id))


def _stored(read: Reader, least: int) -> Network:
    nodes = read.rows("network.nodes")
    ties = tuple(_tie(row) for row in read.rows("network.ties"))
    everyone = Network(
        tuple(Node(row["kind"], row["key"]) for row in nodes), tuple(row["events"] for row in nodes), ties
    )
    return graph.at_least(everyone, least) if least > 1 else everyone


def _tie(row: Row) -> Tie:
    years = {int(year): events for year, events in json.loads(row["years"]).items()}
    return Tie(row["source"], row["target"], row["kind"], years)


def _numbers(read: Reader, wanted: Wanted) -> Mapping[str, str | int | None]:
    """For the blanks of the query: what is asked for by its number among the `keys`."""
    asked = wanted.facets.values
    keys = {kind: key_of(read, kind, str(asked[kind])) for kind in ("place", "kind", "organisation") if asked[kind]}
    return asked | keys | {"node": node_of(read, wanted.around).key if wanted.around else None}
