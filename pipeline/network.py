"""The network an archive tells of: who shared a stage, who spoke for which body, which bodies held an event together.

Papers give a two-mode network, of people and bodies on one side and events on the other; `project` makes of it ties
between people and bodies (Wasserman & Faust, *Social Network Analysis*, 1994, ch. 8). A tie weighs as many events as
speak for it. `lay_out` gives every node a place, the same place every time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, NamedTuple

import rustworkx

NodeKind = Literal["person", "organisation"]
TieKind = Literal["stage", "affiliation", "hosting"]

OFF_STAGE = frozenset({"contact", "signatory", "mentioned"})
"""Roles of those a paper names who were not there to be met."""


class Node(NamedTuple):
    """A person or a body, by the id it has in the archive."""

    kind: NodeKind
    id: str


class Presence(NamedTuple):
    """A person was at an event, for a body or for none; or a body held it, and `person` is None."""

    event: str
    person: str | None
    organisation: str | None
    role: str
    year: int | None


class Tie(NamedTuple):
    """Two nodes by their rank in the network and the events that tie them, counted by year (0: the year is unknown)."""

    source: int
    target: int
    kind: TieKind
    years: Mapping[int, int]

    @property
    def events(self) -> int:
        return sum(self.years.values())


@dataclass(frozen=True)
class Network:
    """Nodes, the most present first, with the number of their events, and ties among them, the strongest first."""

    nodes: tuple[Node, ...]
    events: tuple[int, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Gathering:
    """One event: who was on stage, which bodies held it, who was there for whom."""

    year: int | None
    people: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    affiliations: set[tuple[str, str]] = field(default_factory=set)

    @property
    def bodies(self) -> set[str]:
        """Hosts and those that someone spoke for."""
        return self.hosts | {body for _, body in self.affiliations}


@dataclass(frozen=True)
class Ranks:
    """The place of everyone who is in the network, the most present first."""

    people: Mapping[str, int]
    bodies: Mapping[str, int]


Pair = tuple[int, int]
"""The ranks of two nodes, the lower first."""


def project(presences: Iterable[Presence], most_nodes: int, most_ties: int) -> Network:
    """The network of those present most often. Whoever is tied to nobody is left out.

    Where there are more ties than wanted, every node keeps its strongest, then the strongest of all are kept.
    """
    gatherings = _gatherings(presences)
    counted = _counted(gatherings)
    chosen = sorted(counted, key=lambda node: (-counted[node], node))[:most_nodes]
    ranks = _ranks(chosen)
    weights: Counter[Pair] = Counter()
    for gathering in gatherings:
        weights.update(_pairs(gathering, ranks))
    years: dict[Pair, Counter[int]] = {pair: Counter() for pair in _strongest(weights, most_ties)}
    for gathering in gatherings:
        for pair in years.keys() & _pairs(gathering, ranks):
            years[pair][gathering.year or 0] += 1
    return _network(chosen, counted, years)


def _gatherings(presences: Iterable[Presence]) -> list[Gathering]:
    events: dict[str, Gathering] = {}
    for event, person, organisation, role, year in presences:
        if role in OFF_STAGE:
            continue
        gathering = events.get(event)
        if gathering is None:
            gathering = events[event] = Gathering(year)
        if person is None:
            gathering.hosts.update((organisation,) if organisation else ())
        else:
            gathering.people.add(person)
            gathering.affiliations.update(((person, organisation),) if organisation else ())
    return list(events.values())


def _counted(gatherings: Iterable[Gathering]) -> dict[Node, int]:
    """At how many events everyone was."""
    people: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for gathering in gatherings:
        people.update(gathering.people)
        bodies.update(gathering.bodies)
    counted = {Node("person", person): events for person, events in people.items()}
    return counted | {Node("organisation", body): events for body, events in bodies.items()}


def _ranks(chosen: Iterable[Node]) -> Ranks:
    ranks: dict[NodeKind, dict[str, int]] = {"person": {}, "organisation": {}}
    for rank, node in enumerate(chosen):
        ranks[node.kind][node.id] = rank
    return Ranks(ranks["person"], ranks["organisation"])


def _pairs(gathering: Gathering, ranks: Ranks) -> set[Pair]:
    """The ties that one event speaks for."""
    people = sorted(ranks.people[person] for person in gathering.people if person in ranks.people)
    hosts = sorted(ranks.bodies[body] for body in gathering.hosts if body in ranks.bodies)
    pairs = {*combinations(people, 2), *combinations(hosts, 2)}
    for person, body in gathering.affiliations:
        one, other = ranks.people.get(person), ranks.bodies.get(body)
        if one is not None and other is not None:
            pairs.add((one, other) if one < other else (other, one))
    return pairs


def _strongest(weights: Mapping[Pair, int], most: int) -> list[Pair]:
    ordered = sorted(weights, key=lambda pair: (-weights[pair], pair))
    if len(ordered) <= most:
        return ordered
    reached: set[int] = set()
    kept: set[Pair] = set()
    for pair in ordered:
        if not reached.issuperset(pair):
            kept.add(pair)
            reached.update(pair)
    kept.update([pair for pair in ordered if pair not in kept][: max(0, most - len(kept))])
    return [pair for pair in ordered if pair in kept]


def _network(chosen: Sequence[Node], counted: Mapping[Node, int], years: Mapping[Pair, Mapping[int, int]]) -> Network:
    ties = [
        Tie(one, other, _kind(chosen[one], chosen[other]), dict(sorted(counts.items())))
        for (one, other), counts in years.items()
    ]
    everyone = Network(tuple(chosen), tuple(counted[node] for node in chosen), ())
    return _only(everyone, ties)


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
        return Network((), (), ())
    ego = network.nodes.index(node)
    near = {end for tie in network.ties if ego in (tie.source, tie.target) for end in (tie.source, tie.target)}
    return _only(network, [tie for tie in network.ties if tie.source in near and tie.target in near])


def first(network: Network, most: int) -> Network:
    """The most present nodes and the ties among them."""
    return _only(network, [tie for tie in network.ties if tie.target < most])


def _only(network: Network, ties: Sequence[Tie]) -> Network:
    """The network of these ties: nodes without any are left out, the others numbered anew."""
    tied = sorted({end for tie in ties for end in (tie.source, tie.target)})
    numbers = {rank: number for number, rank in enumerate(tied)}
    kept = tuple(tie._replace(source=numbers[tie.source], target=numbers[tie.target]) for tie in ties)
    return Network(tuple(network.nodes[rank] for rank in tied), tuple(network.events[rank] for rank in tied), kept)


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
