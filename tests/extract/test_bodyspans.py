"""Bodies and the people named beside them."""

from __future__ import annotations

import pytest

from pipeline.extract.bodyspans import apart
from pipeline.extract.organisations import bodies_of
from pipeline.extract.people import people_of
from tests.extract.papers import segments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Organisé par Jeanne Kervella", []),
        ("Organisé par l'Amicale du Vexin", ["Amicale du Vexin"]),
        ("Organisé par l'Amicale du Vexin et Jeanne Kervella", ["Amicale du Vexin"]),
        ("Organisé par le Cercle du Lavoir – Jeanne Kervella", ["Cercle du Lavoir"]),
        ("En partenariat avec le Lycée Jean Moulin", ["Lycée Jean Moulin"]),
    ],
)
def test_a_person_is_no_body_nor_part_of_one(text: str, expected: list[str]) -> None:
    paper = segments(text)
    people = people_of(paper, [()] * len(paper))
    assert [body.name for body in apart(bodies_of(paper), people)] == expected
