"""Clusters: pairs join, what must stay apart stays apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.clusters import cluster

ITEMS = range(8)
PAIRS = st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)), max_size=12)


def test_pairs_join_into_chains() -> None:
    assert cluster("abcd", [("a", "b"), ("b", "c")], []) == [["a", "b", "c"], ["d"]]


def test_what_must_stay_apart_is_not_joined_through_a_third() -> None:
    assert cluster("abc", [("a", "b"), ("b", "c")], [("a", "c")]) == [["a", "b"], ["c"]]


def test_a_pair_of_something_unknown_is_passed_over() -> None:
    assert cluster("ab", [("a", "z")], [("b", "z")]) == [["a"], ["b"]]


@given(PAIRS, PAIRS)
def test_every_item_is_in_one_cluster(same: list[tuple[int, int]], different: list[tuple[int, int]]) -> None:
    assert sorted(item for group in cluster(ITEMS, same, different) for item in group) == list(ITEMS)


@given(PAIRS, PAIRS)
def test_no_cluster_holds_two_that_must_stay_apart(
    same: list[tuple[int, int]], different: list[tuple[int, int]]
) -> None:
    groups = cluster(ITEMS, same, different)
    assert not [pair for pair in different for group in groups if pair[0] != pair[1] and {*pair} <= {*group}]
