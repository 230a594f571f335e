"""From who was where to a network: ties, weights, what is cut away, places on the picture."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import network
from pipeline.network import Network, Node, Presences, Tie, lay_out

PEOPLE = {"ann": 1, "ben": 2, "cid": 3, "dan": 4}
BODIES = {"club": 5, "lab": 6, "town": 7}
NAMES = {number: name for name, number in (PEOPLE | BODIES).items()}


Presence = tuple[int, int, int, int]
"""Event, person, body, year."""


def at(event: int, person: str | None, organisation: str | None = None) -> Presence:
    """Someone at an event of the year 2000 + its number."""
    return event, PEOPLE.get(person or "", 0), BODIES.get(organisation or "", 0), 2000 + event


def project(presences: list[Presence], most_nodes: int, most_ties: int) -> Network:
    """The same of rows, not of columns."""
    return network.project(Presences(*np.array(presences, np.int64).reshape(-1, 4).T), most_nodes, most_ties)


def ties(network: Network) -> dict[frozenset[str], tuple[str, int]]:
    """Names of both ends → kind and weight."""
    names = [NAMES[node.key] for node in network.nodes]
    return {frozenset({names[tie.source], names[tie.target]}): (tie.kind, tie.events) for tie in network.ties}


presences = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from([0, *PEOPLE.values()]),
        st.sampled_from([0, *BODIES.values()]),
        st.just(0) | st.integers(1990, 1994),
    ),
    max_size=30,
)


def test_people_at_one_event_share_a_stage() -> None:
    network = project([at(1, "ann"), at(1, "ben"), at(2, "cid")], 10, 10)
    assert ties(network) == {frozenset({"ann", "ben"}): ("stage", 1)}


def test_a_tie_weighs_as_many_events_as_speak_for_it() -> None:
    network = project([at(1, "ann"), at(1, "ben"), at(2, "ben"), at(2, "ann")], 10, 10)
    assert network.ties == (Tie(0, 1, "stage", {2001: 1, 2002: 1}),)


def test_two_parts_at_one_event_count_once() -> None:
    network = project([at(1, "ann"), at(1, "ann"), at(1, "ben")], 10, 10)
    assert ties(network) == {frozenset({"ann", "ben"}): ("stage", 1)}


def test_speaking_for_a_body_ties_to_it_and_not_to_those_that_hold_the_event() -> None:
    network = project([at(1, "ann", "lab"), at(1, None, "club"), at(1, None, "town")], 10, 10)
    assert ties(network) == {
        frozenset({"ann", "lab"}): ("affiliation", 1),
        frozenset({"club", "town"}): ("hosting", 1),
    }


def test_whoever_is_tied_to_nobody_is_left_out() -> None:
    assert project([at(1, "ann")], 10, 10) == Network((), (), ())


def test_those_with_most_events_come_first_and_the_others_are_cut() -> None:
    network = project([at(event, person) for event in (1, 2) for person in ("ann", "ben")] + [at(1, "cid")], 2, 10)
    assert (network.nodes, network.events) == ((Node("person", 1), Node("person", 2)), (2, 2))


def test_when_ties_are_cut_everyone_keeps_the_strongest() -> None:
    everyone = [at(event, person) for event in (1, 2, 3) for person in ("ann", "ben", "cid")]
    assert {name for pair in ties(project([*everyone, at(1, "dan")], 10, 3)) for name in pair} == {
        "ann",
        "ben",
        "cid",
        "dan",
    }


def test_an_event_without_a_year_counts_under_zero() -> None:
    network = project([(1, person, 0, 0) for person in (1, 2)], 10, 10)
    assert network.ties[0].years == {0: 1}


@given(presences)
def test_the_order_of_the_papers_does_not_matter(found: list[Presence]) -> None:
    assert ties(project(found, 10, 100)) == ties(project(found[::-1], 10, 100))


@given(presences)
def test_no_tie_weighs_more_than_either_end_has_events(found: list[Presence]) -> None:
    network = project(found, 10, 100)
    assert all(tie.events <= min(network.events[tie.source], network.events[tie.target]) for tie in network.ties)


@given(presences)
def test_a_tie_is_told_once_and_never_leads_back_to_its_start(found: list[Presence]) -> None:
    network = project(found, 10, 100)
    assert len(ties(network)) == len(network.ties)
    assert all(tie.source < tie.target < len(network.nodes) for tie in network.ties)


@given(presences)
@settings(max_examples=30)
def test_everyone_has_the_same_place_every_time(found: list[Presence]) -> None:
    network = project(found, 10, 100)
    places = lay_out(network)
    assert places == lay_out(network)
    assert len(set(places)) == len(network.nodes)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places)


def test_parts_that_nothing_ties_together_do_not_overlap() -> None:
    pairs = [(number, 2 * number + one, 0, 0) for number in range(1, 41) for one in (0, 1)]
    network = project(pairs, 100, 100)
    places = lay_out(network)
    middles = [
        ((places[tie.source][0] + places[tie.target][0]) / 2, (places[tie.source][1] + places[tie.target][1]) / 2)
        for tie in network.ties
    ]
    longest = max(math.dist(places[tie.source], places[tie.target]) for tie in network.ties)
    assert min(math.dist(one, other) for one in middles for other in middles if one != other) > longest / 2
