"""Are two names one person's, one body's? Tables of names as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.compare import LINKED, compare_bodies, compare_people, person_name

NAMES = st.text("abcdéÉ -.'ABCDMme", min_size=1, max_size=20).filter(str.strip)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jeanne Kervella", "JEANNE KERVELLA"),
        ("Jeanne Kervella", "KERVELLA Jeanne"),
        ("Jeanne Kervella", "Jeanne KERVELLA"),
        ("Mme Jeanne Kervella", "Jeanne Kervella"),
        ("Amélie Ouvrard", "Amelie Ouvrard"),
        ("Jean-Marie Le Goff", "Jean Marie Le Goff"),
        ("J.-M. Le Goff", "Jean-Marie Le Goff"),
        ("J. Kervella", "Jeanne Kervella"),
        ("Jeanne Marie Kervella", "Jeanne Kervella"),
        ("Jeanne Kervelła", "Jeanne Kervella"),
    ],
)
def test_two_spellings_of_one_person(left: str, right: str) -> None:
    assert compare_people(person_name(left), person_name(right)).value >= LINKED


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Jeanne Kervella", "Karim Kervella", "other-given-name"),
        ("Jeanne Kervella", "Jeanne Boussaïd", "other-surname"),
        ("J. Durand", "J. Durant", "other-surname"),
        ("Kervella", "Jeanne Kervella", "surname-only"),
        ("K. Kervella", "Jeanne Kervella", "other-given-name"),
    ],
)
def test_two_people_and_the_reason(left: str, right: str, why: str) -> None:
    score = compare_people(person_name(left), person_name(right))
    assert score.why == why
    assert score.value < LINKED


@given(NAMES, NAMES)
def test_comparing_people_has_no_order(left: str, right: str) -> None:
    a, b = person_name(left), person_name(right)
    assert compare_people(a, b) == compare_people(b, a)


@given(NAMES)
def test_a_name_is_its_own(name: str) -> None:
    assert compare_people(person_name(name), person_name(name)).value == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Les Amis du canal", "Amis du canal"),
        ("Association des Amis de l'Orgue", "Amis de l’Orgue"),
        ("UNIVERSITÉ POPULAIRE DE JOIGNY", "Université populaire de Joigny"),
        ("Université populaire de Joigny", "Universite populaire de Joigny"),
        ("Université populaire de Joigny", "Université populare de Joigny"),
    ],
)
def test_two_spellings_of_one_body(left: str, right: str) -> None:
    assert compare_bodies(left, right).value >= LINKED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Université Paris 3", "Université Paris 8"),
        ("Amis du canal", "Amis du théâtre"),
        ("Ville de Joigny", "Ville de Migennes"),
        ("CGT", "CGC"),
    ],
)
def test_two_bodies(left: str, right: str) -> None:
    assert compare_bodies(left, right).value < LINKED
