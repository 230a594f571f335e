"""Comparing facts: what counts as right, what as extra, what as missed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.compare import FIELDS, Verdict, compare
from pipeline.evaluate.facts import Fact, facts_of_gold, inferred_freely

Event = dict[str, Any]


def verdict(field: str, gold: list[Event], found: list[Event]) -> Verdict:
    wanted, got = ([fact for fact in facts_of_gold(events) if fact.field == field] for events in (gold, found))
    return compare(wanted, got, free=inferred_freely(gold, field))


def counts(judged: Verdict) -> tuple[int, int, int]:
    return len(judged.right), len(judged.extra), len(judged.missed)


def of_person(name: str, **said: object) -> Event:
    return {"appearances": [{"person": name, **said}]}


SAME_FACT = [
    ("dates", {"start": "2007-03-31"}, {"start": "2007-03-31", "end": "2007-03-31"}),
    (
        "times",
        {"start": None, "start_time": "20:30", "end_time": None},
        {"start": "2007-03-31", "start_time": "20:30", "end_time": None},
    ),
    ("title", {"title": "L’Œuvre d'ÉLUS"}, {"title": "Oeuvre d'élus"}),
    ("title", {"title": ["A", "Les écluses : une histoire"]}, {"title": "LES ECLUSES, UNE HISTOIRE"}),
    ("venue", {"venue": {"name": ["Salle B", "Médiathèque"]}}, {"venue": {"name": "La Médiathèque"}}),
    ("people", of_person("Mme Jeanne KERVELLA"), of_person("Kervella Jeanne")),
    (
        "functions",
        of_person("Jeanne Kervella", function=["présidente", "maire"]),
        of_person("Jeanne Kervella", function="Maire"),
    ),
    (
        "organisations",
        {"organisations": [{"name": "Laboratoire des canaux", "acronym": "LDC"}]},
        {"organisations": [{"name": "LDC"}]},
    ),
    (
        "organisations",
        {"organisations": ["Université de Bretagne-Sud"]},
        {"organisations": [{"name": "Universite de Bretagne Su"}]},
    ),
    (
        "affiliations",
        of_person("J. Kervella", organisation={"name": "X", "aliases": ["Amis du canal"]}),
        of_person("J. Kervella", organisation={"name": "Les Amis du canal"}),
    ),
    (
        "sessions",
        {"start": "2007-03-31", "sessions": [{"start_time": "09:00"}]},
        {"sessions": [{"date": "2007-03-31", "start_time": "09:00", "title": "Ouverture"}]},
    ),
]


@pytest.mark.parametrize(("field", "gold", "found"), SAME_FACT)
def test_the_same_said_otherwise_is_right(field: str, gold: Event, found: Event) -> None:
    assert counts(verdict(field, [gold], [found])) == (1, 0, 0)


OTHER_FACT = [
    ("dates", {"start": "2007-03-31"}, {"start": "2007-03"}),
    ("dates", {"start": "2007-03-30", "end": "2007-03-31"}, {"start": "2007-03-30"}),
    ("times", {"start": "2007-03-31", "start_time": "20:30"}, {"start": "2007-03-30", "start_time": "20:30"}),
    ("title", {"title": "Les écluses"}, {"title": "Les tanneries"}),
    ("people", of_person("Jeanne Kervella"), of_person("J. Kervella")),
    ("functions", of_person("Jeanne Kervella", function="maire"), of_person("Karim Boussaïd", function="maire")),
    ("organisations", {"organisations": ["Université Paris 3"]}, {"organisations": ["Université Paris 8"]}),
    ("organisations", {"organisations": ["CREP"]}, {"organisations": ["CREPS"]}),
    (
        "sessions",
        {"sessions": [{"start_time": "09:00", "title": "Ouverture"}]},
        {"sessions": [{"start_time": "09:30", "title": "Ouverture"}]},
    ),
]


@pytest.mark.parametrize(("field", "gold", "found"), OTHER_FACT)
def test_something_else_is_extra_and_the_gold_fact_missed(field: str, gold: Event, found: Event) -> None:
    assert counts(verdict(field, [gold], [found])) == (0, 1, 1)


def test_a_fact_one_may_leave_out_costs_nothing_either_way() -> None:
    gold = [of_person("Jeanne Kervella", optional=True)]
    found = verdict("people", gold, [of_person("Jeanne Kervella")])
    assert (counts(verdict("people", gold, [])), counts(found), len(found.also_right)) == ((0, 0, 0), (0, 0, 0), 1)


def test_a_person_found_in_two_slots_is_one_person() -> None:
    found = [of_person("Jeanne Kervella"), of_person("KERVELLA Jeanne")]
    assert counts(verdict("people", [of_person("Jeanne Kervella")], found)) == (1, 0, 0)


def test_a_fact_is_found_once_only() -> None:
    gold = [{"title": ["Atelier", "Atelier danse"]}, {"title": ["Stage", "Atelier"]}]
    assert counts(verdict("title", gold, [{"title": "Atelier"}])) == (1, 0, 1)


def test_a_town_the_paper_does_not_print_may_be_inferred() -> None:
    gold = [{"venue": {"name": "Mairie", "city": None}}]
    found = [{"venue": {"name": "Mairie", "city": "Redon"}}, {"venue": {"city": "Vannes"}}]
    assert counts(verdict("city", gold, found)) == (0, 1, 0)


def test_someone_found_in_the_wrong_slot_is_right_as_a_person_and_wrong_in_the_slot() -> None:
    slots = [{"start_time": "09:00", "title": "Ouverture"}, {"start_time": "10:00", "title": "Débat"}]
    gold = [{"sessions": slots, "appearances": [{"person": "Jeanne Kervella", "session": 0}]}]
    found = [{"sessions": slots, "appearances": [{"person": "Jeanne Kervella", "session": 1}]}]
    assert counts(verdict("people", gold, found)) == (1, 0, 0)
    assert counts(verdict("session_people", gold, found)) == (0, 1, 1)


def test_shares_of_nothing_are_zero() -> None:
    nothing = Verdict()
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


names = st.text("abcdeé ", min_size=1, max_size=6).filter(str.strip)
events = st.lists(
    st.fixed_dictionaries(
        {
            "title": names,
            "start": st.sampled_from(["2007-03-31", "2007-04-01"]),
            "start_time": st.sampled_from(["09:00", None]),
            "venue": st.fixed_dictionaries({"name": names, "city": names}),
            "organisations": st.lists(st.fixed_dictionaries({"name": names}), max_size=3),
            "appearances": st.lists(st.fixed_dictionaries({"person": names, "function": names}), max_size=3),
        }
    ),
    max_size=4,
)


@given(events)
def test_gold_held_against_itself_is_all_right(gold: list[Event]) -> None:
    judged = [verdict(field, gold, gold) for field in FIELDS]
    assert not [fact for found in judged for fact in (*found.extra, *found.missed)]


@given(events, events)
def test_every_gold_fact_is_right_or_missed(gold: list[Event], found: list[Event]) -> None:
    for field in FIELDS:
        wanted, alone = verdict(field, gold, found), verdict(field, gold, [])
        assert len(wanted.right) + len(wanted.missed) == len(alone.missed)


def test_a_fact_reads_as_a_line() -> None:
    fact = next(
        fact
        for fact in facts_of_gold([of_person("J. Kervella", function=["maire", "élue"])])
        if fact.field == "functions"
    )
    assert (str(fact), isinstance(fact, Fact)) == ("J. Kervella · maire", True)
