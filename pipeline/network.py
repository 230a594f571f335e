"""The network an archive tells of: who shared a stage, who spoke for which body, which bodies held an event together.

Papers give a two-mode network, of people and bodies on one side and events on the other; `project` makes of it ties
between people and bodies (Wasserman & Faust, *Social Network Analysis*, 1994, ch. 8). A tie weighs as many events as
speak for it. `lay_out` gives every node a place, the same place every time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import rustworkx

NodeKind = Literal["person", "organisation"]
TieKind = Literal["stage", "affiliation", "hosting"]
Column = npt.NDArray[np.int64]

OFF_STAGE = frozenset({"contact", "signatory", "mentioned"})
"""Roles of those a paper names who were not there to be met."""
YEARS = 10_000
"""More than any year."""


class Node(NamedTuple):
    """A person or a body, by its number in the archive."""

    kind: NodeKind
    key: int


class Presences(NamedTuple):
    """Columns of numbers: at an event of a year was a person, for a body or for none; or a body held it.

    0 is nobody, no body, no known year.
    """

    events: Column
    people: Column
    bodies: Column
    years: Column


class Tie(NamedTuple):
    """Two nodes by their rank in the network and the events that tie them, counted by year (0: the year is unknown)."""

    source: int
    target: int
    kind: TieKind
    years: Mapping[int, int]

    @property
    def events(self) -> int:
        return sum(self.years.values())

    @property
    def span(self) -> tuple[int | None, int | None]:
        """The first and the last known year."""
        known = [year for year in self.years if year]
        return min(known, default=None), max(known, default=None)


@dataclass(frozen=True)
class Network:
    """Nodes, the most present first, with the number of their events, and ties among them, the strongest first."""

    nodes: tuple[Node, ...]
    events: tuple[int, ...]
    ties: tuple[Tie, ...]


NOTHING = Network((), (), ())


def project(presences: Presences, most_nodes: int, most_ties: int) -> Network:
    """The network of those present most often. Whoever is tied to nobody is left out.

    Where there are more ties than wanted, every node keeps its strongest, then the strongest of all are kept.
    """
    events, people, bodies, years = presences
    if not len(events):
        return NOTHING
    _, first, events = np.unique(events, return_index=True, return_inverse=True)
    gatherings = _gatherings(events, people, bodies)
    codes, counts = np.unique(gatherings.present[1], return_counts=True)
    best = np.lexsort((codes, -counts))[:most_nodes]
    ranks = np.full(gatherings.codes, -1)
    ranks[codes[best]] = np.arange(len(best))
    nodes = tuple(_node(code, gatherings.codes // 2) for code in codes[best].tolist())
    one, other, event = _pairs(gatherings, ranks)
    ties = _ties(one * len(nodes) + other, years[first][event], nodes, most_ties)
    return _only(Network(nodes, tuple(counts[best].tolist()), ()), ties)


# ── columns of numbers, so that a hundred thousand presences take no time ────────────────────────────────────────────


@dataclass(frozen=True)
class Gatherings:
    """Who was at which event, each row once: columns of events, and of people and bodies by codes below `codes`.

    A body's code is its number, a person's their number and half of `codes` more.
    """

    codes: int
    on_stage: tuple[Column, Column]
    hosts: tuple[Column, Column]
    affiliated: tuple[Column, Column, Column]
    present: tuple[Column, Column]


def _gatherings(events: Column, people: Column, bodies: Column) -> Gatherings:
    half = int(max(people.max(), bodies.max())) + 1
    person, body = people > 0, bodies > 0
    on_stage = _distinct(events[person], people[person] + half, 2 * half)
    hosts = _distinct(events[body & ~person], bodies[body & ~person], 2 * half)
    said = body & person
    seen, affiliation = _distinct(events[said], (people[said] + half) * half + bodies[said], 2 * half * half)
    one, other = np.divmod(affiliation, half)
    held, present = _distinct(np.concatenate((hosts[0], seen)), np.concatenate((hosts[1], other)), half)
    everyone = np.concatenate((on_stage[0], held)), np.concatenate((on_stage[1], present))
    return Gatherings(2 * half, on_stage, hosts, (seen, one, other), everyone)


def _distinct(events: Column, others: Column, size: int) -> tuple[Column, Column]:
    """Each pair once, in order; `others` are below `size`."""
    pairs = np.sort(events * size + others)
    event, other = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], size)
    return event, other


def _node(code: int, half: int) -> Node:
    return Node("person", code - half) if code > half else Node("organisation", code)


def _pairs(gatherings: Gatherings, ranks: Column) -> tuple[Column, Column, Column]:
    """The ties each event speaks for: the lower rank, the higher one, the event."""
    events, one, other = gatherings.affiliated
    one, other = ranks[one], ranks[other]
    known = (one >= 0) & (other >= 0)
    affiliated = np.minimum(one, other)[known], np.maximum(one, other)[known], events[known]
    together = (_together(events, ranks[codes]) for events, codes in (gatherings.on_stage, gatherings.hosts))
    one, other, events = (np.concatenate(columns) for columns in zip(affiliated, *together, strict=True))
    return one, other, events


def _together(events: Column, ranks: Column) -> tuple[Column, Column, Column]:
    """All pairs of ranks at one event, the lower one first; a rank below zero is nobody's."""
    events, ranks = events[ranks >= 0], ranks[ranks >= 0]
    order = np.lexsort((ranks, events))
    events, ranks = events[order], ranks[order]
    found = [(ranks[:0], ranks[:0], events[:0])]
    here, step = np.arange(len(events)), 1
    while len(here := here[here + step < len(events)]):
        here = here[events[here] == events[here + step]]
        found.append((ranks[here], ranks[here + step], events[here]))
        step += 1
    one, other, event = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return one, other, event


def _ties(pairs: Column, years: Column, nodes: Sequence[Node], most: int) -> list[Tie]:
    """The strongest ties; a pair is the lower rank times the number of nodes plus the higher rank, once an event."""
    pairs, which, weights = np.unique(pairs, return_inverse=True, return_counts=True)
    order = np.lexsort((pairs, -weights))
    order = order[_kept(*np.divmod(pairs[order], len(nodes)), most)]
    place = np.full(len(pairs), -1)
    place[order] = np.arange(len(order))
    told = place[which]
    spoken, counts = np.unique(told[told >= 0] * YEARS + years[told >= 0], return_counts=True)
    by_year: list[dict[int, int]] = [{} for _ in order]
    for code, count in zip(spoken.tolist(), counts.tolist(), strict=True):
        tie, year = divmod(code, YEARS)
        by_year[tie][year] = count
    ends = (divmod(pair, len(nodes)) for pair in pairs[order].tolist())
    return [
        Tie(one, other, _kind(nodes[one], nodes[other]), counted)
        for (one, other), counted in zip(ends, by_year, strict=True)
    ]


def _kept(one: Column, other: Column, most: int) -> Column:
    """Places of the pairs to keep, of pairs in falling order: where someone comes first, then from the top."""
    if len(one) <= most:
        return np.arange(len(one))
    _, first = np.unique(np.stack((one, other), axis=1), return_index=True)
    kept = np.zeros(len(one), dtype=bool)
    kept[first // 2] = True
    kept[np.flatnonzero(~kept)[: max(0, most - int(kept.sum()))]] = True
    return np.flatnonzero(kept)


def _kind(one: Node, other: Node) -> TieKind:
    if one.kind != other.kind:
        return "affiliation"
    return "stage" if one.kind == "person" else "hosting"


# ── parts of a network ───────────────────────────────────────────────────────────────────────────────────────────────


def at_least(network: Network, events: int) -> Network:
    """Only the ties of that weight or more."""
    return _only(network, [tie for tie in network.ties if tie.events >= events])


def around(network: Network, node: Node) -> Network:
    """The ego network of a node: those tied to it, and their ties among each other."""
    if node not in network.nodes:
        return NOTHING
    ego = network.nodes.index(node)
    near = {end for tie in network.ties if ego in (tie.source, tie.target) for end in (tie.source, tie.target)}
    return _only(network, [tie for tie in network.ties if tie.source in near and tie.target in near])


def first(network: Network, most: int) -> Network:
    """The most present nodes and the ties among them."""
    return _only(network, [tie for tie in network.ties if tie.target < most])


def _only(network: Network, ties: Sequence[Tie]) -> Network:
    """The network of these ties."""
    tied, kept = renumbered(ties)
    return Network(tuple(network.nodes[rank] for rank in tied), tuple(network.events[rank] for rank in tied), kept)


def renumbered(ties: Sequence[Tie]) -> tuple[Sequence[int], tuple[Tie, ...]]:
    """The nodes these ties are among, in order, and the ties with those nodes numbered anew, without gaps."""
    tied = sorted({end for tie in ties for end in (tie.source, tie.target)})
    numbers = {rank: number for number, rank in enumerate(tied)}
    return tied, tuple(tie._replace(source=numbers[tie.source], target=numbers[tie.target]) for tie in ties)


# ── places ───────────────────────────────────────────────────────────────────────────────────────────────────────────

Point = tuple[float, float]

SEED = 1
LARGE = 1000
"""From so many nodes on, nodes push each other from further away: circles that meet among themselves come apart."""
SPREAD = 10.0
"""Distance between neighbours on the picture, about."""


def lay_out(network: Network) -> tuple[Point, ...]:
    """A place for every node: springs hold ties, nodes push each other away (Fruchterman & Reingold 1991).

    Parts that nothing ties together are laid out apart, the largest in the middle, the others in rings around it.
    """
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(network.nodes)))
    graph.add_edges_from([(tie.source, tie.target, tie.events) for tie in network.ties])
    connected = [sorted(part) for part in rustworkx.connected_components(graph)]
    parts = sorted(connected, key=lambda part: (-len(part), part))
    points: dict[int, Point] = {}
    for part, (x, y) in zip(parts, _centres([_radius(part) for part in parts]), strict=True):
        points |= {node: (round(x + dx, 1), round(y + dy, 1)) for node, (dx, dy) in _springs(graph, part).items()}
    return tuple(points[node] for node in range(len(network.nodes)))


def _radius(part: Sequence[int]) -> float:
    return SPREAD * (math.sqrt(len(part)) - 0.7)


def _springs(graph: rustworkx.PyGraph, part: Sequence[int]) -> dict[int, Point]:
    """Places around the origin, within the part's radius."""
    reach = 2 if len(part) < LARGE else 1
    placed = rustworkx.spring_layout(graph.subgraph(part), repulsive_exponent=reach, weight_fn=_pull, seed=SEED)
    radius = _radius(part)
    return {node: (radius * placed[number][0], radius * placed[number][1]) for number, node in enumerate(part)}


def _pull(events: int) -> float:
    """How strongly a tie pulls: twenty events together are not twenty times one."""
    return math.sqrt(events)


def _centres(radii: Sequence[float]) -> list[Point]:
    """Centres of circles of falling size: the first in the middle, the others in rings that do not overlap."""
    centres: list[Point] = []
    inner = reach = angle = 0.0
    for number, radius in enumerate(radii):
        if number == 0:
            centres.append((0.0, 0.0))
            inner = radius + SPREAD
            continue
        ring = inner + radius
        width = 2 * math.asin(min(1.0, (radius + SPREAD / 2) / ring))
        if angle + width > 2 * math.pi:
            inner, angle, reach = reach + SPREAD, 0.0, 0.0
            ring = inner + radius
            width = 2 * math.asin(min(1.0, (radius + SPREAD / 2) / ring))
        centres.append((ring * math.cos(angle + width / 2), ring * math.sin(angle + width / 2)))
        angle += width
        reach = max(reach, ring + radius)
    return centres
