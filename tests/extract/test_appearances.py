"""Namings of one person put together."""

from __future__ import annotations

import pytest

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.appearances import parts_of
from pipeline.extract.casting import Cast
from pipeline.extract.people import Person


def _person(name: str, *affiliations: Affiliation) -> Person:
    return Person(0, 0, len(name), name, "rule:name-given", 0.9, "speaker", affiliations=affiliations)


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("J. Kervella", "Jeanne Kervella"),
        ("A.-L. Marsac", "Anne-Lise Marsac"),
        ("A. Marsac", "A. Marsac"),
        ("P. Kervella", "P. Kervella"),
        ("H. Roux", "H. Roux"),
    ],
)
def test_initials_stand_for_the_one_full_name_of_the_paper(short: str, expected: str) -> None:
    others = [_person(name) for name in ("Jeanne Kervella", "Anne-Lise Marsac", "Hélène Roux", "Hubert Roux")]
    assert [part.name for part in parts_of([Cast(_person(short), 0)], others)] == [expected]


def test_who_is_named_in_initials_has_the_office_told_beside_the_full_name() -> None:
    full = _person("Jeanne Kervella", Affiliation("historienne", None))
    (part,) = parts_of([Cast(_person("J. Kervella"), 0)], [full])
    assert part.affiliations == ((full, Affiliation("historienne", None)),)
