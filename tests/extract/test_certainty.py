"""How sure it is who takes part, as what and for whom."""

from __future__ import annotations

import pytest

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.certainty import LIKELY, SURE, Place, place_after, sure_of_body, sure_of_function, sure_of_name


@pytest.mark.parametrize(
    ("between", "place"),
    [
        (" (", "bracket"),
        (" (Vexin), ", "elsewhere"),
        (", ", "comma"),
        (" – ", "dash"),
        (" ", "elsewhere"),
    ],
)
def test_a_place_is_told_by_what_parts_it_from_the_name(between: str, place: Place) -> None:
    assert place_after(between) == place


def test_a_name_of_which_nothing_is_said_is_less_sure() -> None:
    assert sure_of_name(0.95, told=False, affiliated=False) < sure_of_name(0.95, told=True, affiliated=False) == 0.95


@pytest.mark.parametrize(
    ("function", "place", "alone", "sure"),
    [
        ("maire", "comma", True, SURE),
        ("maire", "bracket", False, SURE),
        ("maire", "comma", False, LIKELY),
        ("maire", "elsewhere", True, LIKELY),
        ("lavandière émérite", "comma", True, LIKELY),
        ("maire honoraire de tous les bourgs du Vexin", "comma", True, LIKELY),
    ],
)
def test_an_office_said_alone_or_in_a_bracket_is_sure(function: str, place: Place, *, alone: bool, sure: float) -> None:
    assert sure_of_function(function, place, alone=alone) == sure


@pytest.mark.parametrize(
    ("body", "place", "sure"),
    [
        ("RIVOL", "bracket", SURE),
        ("Université de Kerbihan", "dash", SURE),
        ("Vexin", "bracket", LIKELY),
        ("association Les Toits", "comma", LIKELY),
        (None, "comma", LIKELY),
    ],
)
def test_a_body_on_its_face_is_sure(body: str | None, place: Place, sure: float) -> None:
    assert sure_of_body(Affiliation(None, body), place, alone=False) == sure
