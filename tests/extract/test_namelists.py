"""Names in lists and tables, where they are written otherwise than in a sentence."""

from __future__ import annotations

import pytest

from pipeline.extract.candidates import names_by_rule


def _found(text: str) -> list[str]:
    return [name.text for name in sorted(names_by_rule(text), key=lambda name: name.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Présents : MM. Roux, Delmas et de Pons", ["Roux", "Delmas", "de Pons"]),
        ("par les PP. Tran Van Lô et Lecoz", ["Tran Van Lô", "Lecoz"]),
        ("Drs Kervella et Tuffeau", ["Kervella", "Tuffeau"]),
        (
            "Escarch (R.), Lafforgues (M.-C.), adjoints ; Sicre-Bonnet (N.)",
            ["R. Escarch", "M.-C. Lafforgues", "N. Sicre-Bonnet"],
        ),
        ("VERREL (F.-A.), père de la science des lacs", []),
        ("conduite : Jean-Luc et Odile Thibaumont", ["Jean-Luc Thibaumont", "Odile Thibaumont"]),
        ("Jeanne & Paul Kervella", ["Jeanne Kervella", "Paul Kervella"]),
        ("Luc Verrin et Odile Fargues", ["Luc Verrin", "Odile Fargues"]),
        ("par le colonel (e.r.) de Brévans", ["de Brévans"]),
        ("le général (2S) Tuffeau", ["Tuffeau"]),
    ],
)
def test_names_are_found_as_lists_write_them(text: str, expected: list[str]) -> None:
    assert _found(text) == expected
