"""Which printed lines run on: what a person reads in one go."""

from __future__ import annotations

import pytest

from pipeline.extract.segments import segments_of
from pipeline.model import Box, Document, Line, Page, Word

LETTER = 5.0
"""Width of a letter, in points."""


def printed(*texts: str) -> list[str]:
    """The segments of a column whose lines say this, one paragraph, set ragged."""
    lines = []
    for y, text in enumerate(texts):
        x, words = 40.0, []
        for word in text.split():
            words.append(Word(word, Box(x, 12.0 * y, x + LETTER * len(word), 12.0 * y + 10)))
            x += LETTER * (len(word) + 1)
        lines.append(Line(tuple(words)))
    page = Page(1, 595, 842, "pt", "text-layer", tuple(lines))
    return [segment.text for segment in segments_of(Document("a.pdf", "0", "application/pdf", 1, (page,)))]


@pytest.mark.parametrize(
    "lines",
    [
        ("Solange Kermorvan, secrétaire générale de la FHX", "Étienne Vasseur, architecte"),
        ("Discutant : Karim Boussaïd, université de Tours", "Jeanne Le Goff (Brest)"),
        ("9h30 Ouverture des rencontres de l'habitat", "14h Les jardins"),
        ("Entrée libre dans la limite des places disponibles.", "Renseignements : accueil"),
    ],
)
def test_a_new_entry_is_a_segment_of_its_own(lines: tuple[str, ...]) -> None:
    assert printed(*lines) == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Paulo Figueira, président de la coopérative Le Grain", "Commun"),
        ("Les villes moyennes inventent à bas bruit des", "façons de faire ensemble"),
        ("Un colloque pour dresser un premier bilan des presta-", "tions"),
    ],
)
def test_a_line_that_was_full_runs_on(lines: tuple[str, ...]) -> None:
    assert len(printed(*lines)) == 1
