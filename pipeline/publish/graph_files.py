"""Network and map as files: what the browser draws, tables and GEXF for Gephi. Each holds what its page shows.

The sliders of the network's page stand in the address of its files: `depuis`, `jusque`, `au-moins`.
"""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Callable, Iterable
from io import StringIO
from typing import TYPE_CHECKING, Any

import networkx as nx
from datasette import Response

from pipeline.publish.facets import facets_of
from pipeline.publish.metadata import DATABASE
from pipeline.publish.pages.geography import background, spots
from pipeline.publish.reader import Reader
from pipeline.publish.respond import Handler, ask_of
from pipeline.publish.ties import Picture, Sliders, Wanted, left, picture, sliders_of, wanted_of
from pipeline.publish.words import label

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette

JSON, CSV = "application/json; charset=utf-8", "text/csv; charset=utf-8"
NODE_KINDS, TIE_KINDS = ("person", "organisation"), ("stage", "affiliation", "hosting")


def drawing(shown: Picture) -> str:
    """For the browser: nodes as kind, address, name, events, x, y; ties as source, target, kind and years.

    Years are told as one list: a year, its events, the next year, its events. JSON reads it fastest.
    """
    nodes = [[NODE_KINDS.index(ref.kind), ref.path, ref.name, events, x, y] for ref, events, x, y in shown.nodes]
    ties = [
        [source, target, TIE_KINDS.index(kind), [number for counted in years.items() for number in counted]]
        for source, target, kind, years in shown.ties
    ]
    return json.dumps({"nodes": nodes, "ties": ties}, ensure_ascii=False, separators=(",", ":"))


def nodes_csv(shown: Picture) -> str:
    """One row a node, under the headings Gephi knows."""
    rows = ([ref.path, ref.name, label("kind_of_thing", ref.kind), events, x, y] for ref, events, x, y in shown.nodes)
    return _csv(("Id", "Label", "Sorte", "Evenements", "X", "Y"), rows)


def ties_csv(shown: Picture) -> str:
    """One row a tie, under the headings Gephi knows."""
    headings = ("Source", "Target", "Type", "Weight", "Lien", "De", "A")
    rows = (
        [
            shown.nodes[tie.source].ref.path,
            shown.nodes[tie.target].ref.path,
            "Undirected",
            tie.events,
            label("tie", tie.kind),
            *tie.span,
        ]
        for tie in shown.ties
    )
    return _csv(headings, rows)


def gexf(shown: Picture) -> str:
    """GEXF 1.2, with the places of the picture."""
    graph = nx.Graph()
    for ref, events, x, y in shown.nodes:
        position = {"position": {"x": x, "y": y, "z": 0.0}}
        graph.add_node(ref.path, label=ref.name, kind=label("kind_of_thing", ref.kind), events=events, viz=position)
    for tie in shown.ties:
        since, until = tie.span
        ends = shown.nodes[tie.source].ref.path, shown.nodes[tie.target].ref.path
        told = {"since": since, "until": until} if since else {}
        graph.add_edge(*ends, weight=tie.events, kind=label("tie", tie.kind), **told)
    return "\n".join(nx.generate_gexf(graph))


def _csv(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()


def _file(write: Callable[[Picture], str], content_type: str, name: str = "") -> Handler:
    """Answers with what is asked for; the whole network, which most ask for, is written once for each archive."""
    whole: dict[str, str] = {}

    async def handler(datasette: Datasette, request: Any) -> Response:  # noqa: ANN401 - Datasette's own type differs
        ask = ask_of(datasette, request)
        wanted, sliders = wanted_of(ask), sliders_of(ask)
        database = datasette.get_database(DATABASE)
        is_whole = (wanted, sliders) == (Wanted(), Sliders())
        body = whole.get(database.path) if is_whole else None
        if body is None:
            body = await database.execute_fn(
                lambda connection: write(left(picture(Reader(connection), wanted), sliders))
            )
        if is_whole:
            whole[database.path] = body
        headers = {"content-disposition": f'attachment; filename="{name}"'} if name else {}
        return Response(body, content_type=content_type, headers=headers)

    return handler


async def _spots(datasette: Datasette, request: Any) -> Response:  # noqa: ANN401 - Datasette's own type differs
    """What the map marks."""
    facets = facets_of(ask_of(datasette, request))
    found = await datasette.get_database(DATABASE).execute_fn(lambda connection: spots(Reader(connection), facets))
    return Response.json({"spots": found})


async def _background() -> Response:
    """The towns of France; they change with the gazetteer only."""
    towns = await asyncio.to_thread(background)
    return Response.json(towns, headers={"cache-control": "public, max-age=86400"})


ROUTES = (
    (r"^/reseau/image\.json$", _file(drawing, JSON)),
    (r"^/reseau/noeuds\.csv$", _file(nodes_csv, CSV, "noeuds.csv")),
    (r"^/reseau/liens\.csv$", _file(ties_csv, CSV, "liens.csv")),
    (r"^/reseau/reseau\.gexf$", _file(gexf, "application/xml; charset=utf-8", "reseau.gexf")),
    (r"^/carte/lieux\.json$", _spots),
    (r"^/carte/fond\.json$", _background),
)
