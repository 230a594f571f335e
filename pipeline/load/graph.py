"""The network as rows: the best connected people and bodies with their places on the picture, and their ties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from pipeline.network import Network, Node, Presence, lay_out, project

Row = dict[str, object]

MOST_NODES, MOST_TIES = 5_000, 20_000
"""What a browser draws in under two seconds, and more than an eye takes in."""


def network_of(rows: Mapping[str, Iterable[Row]]) -> tuple[list[Row], list[Row]]:
    """Rows of `network_nodes` and `network_ties`, from those of people, organisations, events and who was there."""
    network = project(_presences(rows), MOST_NODES, MOST_TIES)
    names = {Node("person", str(row["id"])): row["name"] for row in rows["people"]}
    names |= {Node("organisation", str(row["id"])): row["name"] for row in rows["organisations"]}
    return list(_nodes(network, names)), list(_ties(network))


def _presences(rows: Mapping[str, Iterable[Row]]) -> Iterator[Presence]:
    years = {row["id"]: row["year"] for row in rows["events"]}
    for table in ("appearances", "event_organisations"):
        for row in rows[table]:
            yield Presence(
                str(row["event"]),
                _text(row.get("person")),
                _text(row["organisation"]),
                str(row["role"]),
                _number(years[row["event"]]),
            )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _nodes(network: Network, names: Mapping[Node, object]) -> Iterator[Row]:
    neighbours = [0] * len(network.nodes)
    for tie in network.ties:
        neighbours[tie.source] += 1
        neighbours[tie.target] += 1
    placed = zip(network.nodes, network.events, neighbours, lay_out(network), strict=True)
    for number, (node, events, tied, (x, y)) in enumerate(placed, 1):
        yield {
            "id": number,
            "kind": node.kind,
            node.kind: node.id,
            "name": names[node],
            "events": events,
            "neighbours": tied,
            "x": x,
            "y": y,
        }


def _ties(network: Network) -> Iterator[Row]:
    for number, tie in enumerate(network.ties, 1):
        known = [year for year in tie.years if year]
        yield {
            "id": number,
            "source": tie.source + 1,
            "target": tie.target + 1,
            "kind": tie.kind,
            "events": tie.events,
            "first_year": min(known, default=None),
            "last_year": max(known, default=None),
            "years": json.dumps(tie.years),
        }
