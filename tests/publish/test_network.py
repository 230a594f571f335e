"""The network, the map and the timeline over the sample archive: what is shown, narrowed down, and taken away."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Literal

import networkx as nx
import pytest

from pipeline.database import opened
from pipeline.network import Tie
from pipeline.publish.facets import EVERYTHING, Facets
from pipeline.publish.links import Ref
from pipeline.publish.page import Ask, Shelf
from pipeline.publish.pages import geography, network, timeline
from pipeline.publish.reader import Reader
from pipeline.publish.site import site
from pipeline.publish.ties import Around, Drawn, Picture, Sliders, Wanted, left, picture, sliders_of, wanted_of

Get = Callable[[str], str]


@pytest.fixture
def read(sample: Path) -> Iterator[Reader]:
    with opened(sample) as connection:
        yield Reader(connection)


@pytest.fixture
def get(sample: Path) -> Get:
    """The text the site answers with."""

    def ask(path: str) -> str:
        response = asyncio.run(site(sample).client.get(path))
        assert response.status_code == 200, response.text
        return str(response.text)

    return ask


def ask(**arguments: str) -> Ask:
    return Ask({}, {name: [value] for name, value in arguments.items()}, Shelf(Path()))


def best_known(read: Reader, kind: Literal["person", "organisation"]) -> Around:
    ref = next(node.ref for node in picture(read, Wanted()).nodes if node.ref.kind == kind)
    return Around(kind, ref.id)


WANTED = Wanted(Facets(2001, 2009, "nantes", "colloque", "ville-de-nantes", "chair"), Around("person", "a-b"), 3)


@pytest.mark.parametrize("wanted", [Wanted(), WANTED, Wanted(least=2)])
def test_what_is_wanted_stands_in_the_address(wanted: Wanted) -> None:
    assert wanted_of(ask(**wanted.arguments)) == wanted


@pytest.mark.parametrize("nonsense", [{"debut": "hier"}, {"poids": "-3"}, {"autour": "venue/x"}, {"autour": "person"}])
def test_what_an_address_cannot_mean_is_passed_over(nonsense: dict[str, str]) -> None:
    assert wanted_of(ask(**nonsense)) == Wanted()


def test_the_whole_network_is_the_same_stored_and_made_anew(read: Reader) -> None:
    stored = picture(read, Wanted())
    anew = picture(read, Wanted(Facets(since=1900)))
    assert [node.ref for node in anew.nodes] == [node.ref for node in stored.nodes]
    assert sum(tie.events for tie in anew.ties) <= sum(tie.events for tie in stored.ties)


@pytest.mark.parametrize(
    "facets",
    [Facets(since=2003, until=2005), Facets(role="speaker"), Facets(place="nantes"), Facets(kind="colloque")],
    ids=str,
)
def test_a_facet_leaves_some_of_the_network(read: Reader, facets: Facets) -> None:
    assert 0 < len(picture(read, Wanted(facets)).ties) < len(picture(read, Wanted()).ties)


def test_years_bound_the_ties(read: Reader) -> None:
    years = {year for tie in picture(read, Wanted(Facets(since=2003, until=2005))).ties for year in tie.years}
    assert years <= {2003, 2004, 2005}


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_around_someone_are_those_tied_to_them(read: Reader, kind: Literal["person", "organisation"]) -> None:
    middle = best_known(read, kind)
    shown = picture(read, Wanted(around=middle))
    place = next(number for number, node in enumerate(shown.nodes) if node.ref.id == middle.id)
    tied = {end for tie in shown.ties if place in (tie.source, tie.target) for end in (tie.source, tie.target)}
    assert tied == set(range(len(shown.nodes)))


def test_around_nobody_there_is_nothing(read: Reader) -> None:
    assert picture(read, Wanted(around=Around("person", "nobody"))).nodes == ()


def test_weak_ties_can_be_left_out(read: Reader) -> None:
    assert min(tie.events for tie in picture(read, Wanted(least=3)).ties) >= 3


def test_places_do_not_move_when_the_network_is_narrowed_down(read: Reader) -> None:
    whole = {node.ref: (node.x, node.y) for node in picture(read, Wanted()).nodes}
    part = picture(read, Wanted(Facets(since=2003, until=2005))).nodes
    assert part
    assert all(whole[node.ref] == (node.x, node.y) for node in part)


def test_the_table_of_the_page_begins_with_the_strongest_tie(read: Reader) -> None:
    view = network.build(read, ask())
    assert view.strongest[0].events == view.size.heaviest
    assert [tied.events for tied in view.strongest] == sorted((tied.events for tied in view.strongest), reverse=True)


def test_the_page_counts_what_the_picture_shows(read: Reader) -> None:
    for arguments in ({}, {"debut": "2003"}, {"poids": "2"}):
        view, shown = network.build(read, ask(**arguments)), picture(read, wanted_of(ask(**arguments)))
        assert view.size.ties == len(shown.ties)


def test_gexf_says_what_the_picture_shows(get: Get, read: Reader) -> None:
    shown = picture(read, Wanted(Facets(since=2003)))
    graph = nx.read_gexf(BytesIO(get("/reseau/reseau.gexf?debut=2003").encode()))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(shown.nodes), len(shown.ties))
    first = shown.nodes[0]
    assert graph.nodes[first.ref.path]["label"] == first.ref.name
    assert graph.nodes[first.ref.path]["viz"]["position"] == {"x": first.x, "y": first.y, "z": 0.0}
    assert sorted(data["weight"] for *_, data in graph.edges(data=True)) == sorted(tie.events for tie in shown.ties)


def test_the_two_tables_for_gephi_belong_together(get: Get) -> None:
    nodes = {row["Id"] for row in csv.DictReader(StringIO(get("/reseau/noeuds.csv")))}
    ties = list(csv.DictReader(StringIO(get("/reseau/liens.csv"))))
    assert {tie[end] for tie in ties for end in ("Source", "Target")} == nodes
    assert all(int(tie["Weight"]) >= 1 for tie in ties)


def test_the_browser_is_told_of_every_node_and_tie(get: Get, read: Reader) -> None:
    shown = picture(read, Wanted())
    told = json.loads(get("/reseau/image.json"))
    assert (len(told["nodes"]), len(told["ties"])) == (len(shown.nodes), len(shown.ties))


def test_the_browser_is_told_a_ties_events_by_year(get: Get, read: Reader) -> None:
    tie = picture(read, Wanted()).ties[0]
    told = json.loads(get("/reseau/image.json"))["ties"][0]
    assert told[:2] == [tie.source, tie.target]
    assert dict(zip(told[3][0::2], told[3][1::2], strict=True)) == tie.years


# ── what the sliders leave ───────────────────────────────────────────────────────────────────────────────────────────

ANN, BEN, CID = (Drawn(Ref("person", name, name), 9, 0.0, 0.0) for name in ("ann", "ben", "cid"))
SHOWN = Picture((ANN, BEN, CID), (Tie(0, 1, "stage", {2001: 2, 2003: 1}), Tie(1, 2, "stage", {0: 1, 2009: 1})))


@pytest.mark.parametrize(
    ("sliders", "remaining"),
    [
        (Sliders(), [("ann", "ben", 3), ("ben", "cid", 2)]),
        (Sliders(least=3), [("ann", "ben", 3)]),
        (Sliders(since=2003), [("ann", "ben", 1), ("ben", "cid", 1)]),
        (Sliders(until=2003), [("ann", "ben", 3)]),
        (Sliders(since=2004), [("ben", "cid", 1)]),
        (Sliders(since=2002, until=2002), []),
        (Sliders(since=2003, least=2), []),
    ],
    ids=str,
)
def test_sliders_leave_the_ties_of_their_years_and_weight(
    sliders: Sliders, remaining: list[tuple[str, str, int]]
) -> None:
    kept = left(SHOWN, sliders)
    assert [(kept.nodes[a].ref.id, kept.nodes[b].ref.id, tie.events) for tie in kept.ties for a, b in [tie[:2]]] == (
        remaining
    )
    assert {node.ref.id for node in kept.nodes} == {name for *ends, _ in remaining for name in ends}


@pytest.mark.parametrize("nonsense", [{"depuis": "hier"}, {"jusque": "-1"}, {"au-moins": "0"}, {}])
def test_sliders_that_stand_nowhere_leave_everything(nonsense: dict[str, str]) -> None:
    assert left(SHOWN, sliders_of(ask(**nonsense))) == SHOWN


def test_the_files_hold_what_the_sliders_leave(get: Get, read: Reader) -> None:
    shown = left(picture(read, Wanted()), Sliders(2003, 2008, 2))
    sliders = "?depuis=2003&jusque=2008&au-moins=2"
    ties = list(csv.DictReader(StringIO(get(f"/reseau/liens.csv{sliders}"))))
    nodes = list(csv.DictReader(StringIO(get(f"/reseau/noeuds.csv{sliders}"))))
    graph = nx.read_gexf(BytesIO(get(f"/reseau/reseau.gexf{sliders}").encode()))
    assert 0 < len(ties) == len(shown.ties) == graph.number_of_edges()
    assert len(nodes) == len(shown.nodes) == graph.number_of_nodes()
    assert all(int(tie["Weight"]) >= 2 and int(tie["De"]) >= 2003 and int(tie["A"]) <= 2008 for tie in ties)


def test_every_event_is_on_the_map_or_counted_as_missing(read: Reader) -> None:
    view = geography.build(read, ask())
    marked = sum(int(str(spot["events"])) for spot in geography.spots(read, EVERYTHING))
    assert marked + view.unplaced == view.events


def test_the_map_is_the_same_counted_at_load_and_on_the_spot(read: Reader) -> None:
    assert geography.spots(read, Facets(since=1900)) == geography.spots(read, EVERYTHING)


def test_a_town_of_the_map_names_its_venues(read: Reader) -> None:
    assert any(spot["venues"] for spot in geography.spots(read, EVERYTHING))


def test_every_event_is_in_a_bar_or_counted_as_undated(read: Reader) -> None:
    view = timeline.build(read, ask())
    assert sum(bar.events for bar in view.years) + view.undated == view.count


def test_a_bar_leads_to_the_events_it_counts(read: Reader) -> None:
    for bar in timeline.build(read, ask()).years:
        year = bar.name
        assert len(timeline.build(read, ask(debut=year, fin=year)).events) == bar.events


def test_years_without_events_keep_their_place(read: Reader) -> None:
    years = [int(bar.name) for bar in timeline.build(read, ask()).years]
    assert years == list(range(years[0], years[-1] + 1))


@pytest.mark.parametrize("path", ["/reseau", "/carte", "/chronologie"])
def test_nothing_found_is_said_and_no_error(get: Get, path: str) -> None:
    assert "ne répond à ces critères" in get(f"{path}?debut=1200&fin=1201")


@pytest.mark.parametrize("path", ["/reseau", "/carte"])
def test_without_what_draws_the_page_says_how_to_get_it(get: Get, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in (network, geography):
        monkeypatch.setattr(page, "drawn", lambda _: None)
    text = get(path)
    assert "make install" in text
    assert "<figure" not in text
    assert "<table" in text
