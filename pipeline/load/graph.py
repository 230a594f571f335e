"""The network as rows: the best connected people and bodies with their places on the picture, and their ties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.load.building import Row
from pipeline.network import Network, Node, lay_out, project
from pipeline.packed import unpack

Named = Mapping[Node, tuple[str, str]]
"""Node → id and name."""

MOST_NODES, MOST_TIES = 5_000, 20_000
"""What a browser draws in under two seconds, and more than an eye takes in."""


def network_of(gatherings: Iterable[tuple[Any, ...]]) -> Network:
    """The network of all there are: event, year, who was present."""
    return project(unpack(gatherings), MOST_NODES, MOST_TIES)


def node_rows(network: Network, named: Named) -> Iterator[Row]:
    """Rows of `network_nodes`."""
    neighbours = [0] * len(network.nodes)
    for tie in network.ties:
        neighbours[tie.source] += 1
        neighbours[tie.target] += 1
    placed = zip(network.nodes, network.events, neighbours, lay_out(network), strict=True)
    for number, (node, events, tied, (x, y)) in enumerate(placed, 1):
        ref, name = named[node]
        yield {
            "id": number,
            "key": node.key,
            "kind": node.kind,
            node.kind: ref,
            "name": name,
            "events": events,
            "neighbours": tied,
            "x": x,
            "y": y,
        }


def tie_rows(network: Network) -> Iterator[Row]:
    """Rows of `network_ties`."""
    for number, tie in enumerate(network.ties, 1):
        first, last = tie.span
        yield {
            "id": number,
            "source": tie.source + 1,
            "target": tie.target + 1,
            "kind": tie.kind,
            "events": tie.events,
            "first_year": first,
            "last_year": last,
            "years": json.dumps(tie.years),
        }
