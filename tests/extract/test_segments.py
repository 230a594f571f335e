"""Which printed lines run on: what a person reads in one go."""

from __future__ import annotations

import pytest

from pipeline.extract.segments import segments_of
from pipeline.model import Box, Document, Line, Page, Word
from tests.extract.papers import poster, segments

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
        ("Cie Les Ombres portées", "mar. 15 mars › 20h30", "mer. 16 mars › 19h30"),
        ("Je 16 nov. Lecture, par Étienne Monnard, historien", "Sa 25 nov. Vente de livres"),
        ("Entrée libre dans la limite des places disponibles.", "Renseignements : accueil"),
        ("Ferme de la Chanoinesse", "route de Colombey"),
        ("Auditorium de la médiathèque", "12 allée des Saules, Orthez"),
        ("Lycée agricole des Vergers", "Route de Marmande"),
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


@pytest.mark.parametrize("lead", ["9h15", "Dimanche 2 avril"])
def test_below_a_row_of_an_hour_or_day_and_one_cell_a_new_entry_begins(lead: str) -> None:
    hour = tuple(Word(word, Box(7 * x, 0, 7 * x + 6, 1)) for x, word in enumerate(lead.split()))
    title = Word("Crues", Box(25, 0, 30, 1))
    speaker = (Word("Jeanne", Box(25, 1, 31, 2)), Word("Kervella", Box(32, 1, 40, 2)))
    lines = (Line((*hour, title), cells=(0, len(hour))), Line(speaker))
    page = Page(1, 80, 2, "char", "text", lines)
    found = segments_of(Document("a.txt", "0", "text/plain", 1, (page,)))
    assert [segment.text for segment in found] == [f"{lead}\tCrues", "Jeanne Kervella"]


def test_keys_and_values_are_a_line_each() -> None:
    text = "titre: Forum des clubs\nquand: samedi 4 mai 2019\noù: Halle aux grains\npublic: tout public\ntarif: libre"
    assert [segment.text for segment in segments(text)] == text.split("\n")


def test_emoji_part_the_lines_of_a_flyer() -> None:
    found = [segment.text for segment in segments("🎉 Fête du lac,\n📅 samedi 3 juin,\n📍 place du Port")]
    assert found == ["Fête du lac,", "samedi 3 juin,", "place du Port"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("9 h – 16 h 30\nLycée agricole des Vergers", 2),
        ("le samedi 24 septembre 2016 à 11 heures\n3, venelle du Four à Montfort", 2),
        ("Le nombre de places dans la grande salle est limité, merci de\nréserver", 1),
    ],
)
def test_a_short_centred_line_was_ended_on_purpose(lines: str, found: int) -> None:
    assert len(segments_of(poster(lines))) == found
