"""Days in the first column of a table, each beside the hours of several rows."""

from __future__ import annotations

import pytest

from pipeline.read.layout import arrange
from tests.read.pages import block, read

HOURS = "9h30 – 10h\n10h – 12h30\n14h – 17h\n9h – 12h\n14h – 16h"
CONTENTS = "Accueil des stagiaires\nLe cadre réglementaire\nTrier et éliminer\nClasser le fonds\nBilan du stage"
ROWS = [
    "Mercredi 8 octobre",
    "9h30 – 10h | Accueil des stagiaires",
    "10h – 12h30 | Le cadre réglementaire",
    "14h – 17h | Trier et éliminer",
    "Jeudi 9 octobre",
    "9h – 12h | Classer le fonds",
    "14h – 16h | Bilan du stage",
]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([("Mercredi 8 octobre", 12), ("Jeudi 9 octobre", 42)], id="in the middle of their rows"),
        pytest.param([("Mercredi\n8 octobre", 6), ("Jeudi\n9 octobre", 36)], id="in the middle, on two lines"),
        pytest.param([("Mercredi 8 octobre", 0), ("Jeudi 9 octobre", 36)], id="level with their first row"),
        pytest.param([("Mercredi\n8 octobre", 0), ("Jeudi\n9 octobre", 36)], id="level, on two lines"),
    ],
)
def test_a_day_is_read_before_the_rows_it_stands_beside(days: list[tuple[str, int]]) -> None:
    words = [*block(HOURS, 120, 0), *block(CONTENTS, 220, 0)]
    words += [word for day, top in days for word in block(day, 0, top)]
    assert read(arrange(words)) == ROWS
