"""Names of those whose works are shown, played or read: they take no part, unless the paper says that they come."""

from __future__ import annotations

import pytest

from pipeline.extract.credits import is_reference
from pipeline.extract.people import people_of
from tests.extract.papers import segments


def _taking_part(text: str) -> list[str]:
    paper = segments(text)
    return [person.name for person in people_of(paper, [()] * len(paper)) if person.role]


@pytest.mark.parametrize(
    "text",
    [
        "LA DIGUE - Luc Verrin, France, 1939",
        "LA DIGUE – Luc Verrin (1939)",
        "de Luc Verrin (France, 1974, 88 min)",
        "La Digue, de Luc Verrin (Finlande, 2003, 102 min, v.o. s.-t. f.)",
        "La Digue de Luc Verrin (France-Italie, 1h52, VOSTFR)",
        "Luc Verrin (1685-1750)",
        "Luc Verrin (1890 – 1974), sonate en la",
        "Œuvres d'Ellmer, Basquin, Odile Fargues",
        "Lecture de textes d'Ellmer et de Luc Verrin",
        "Exposition « Sur les pas de Mme Verrin »",
        "« La Maison de M. Le Blond »",
        "film de Luc Verrin, en collaboration avec Odile Fargues",
        "film de Luc Verrin, avec la collaboration de Jeanne Kervella",
        "4 pièces courtes de Luc Verrin",
        "Dévoilement du nom de Luc Verrin",
        "L. Verrin, La Digue et la mer, Éd. du Bocage, 1998.",
        "Verrin, L., La Digue, Dijon, 2004, 212 p.",
    ],
)
def test_makers_and_subjects_of_works_take_no_part(text: str) -> None:
    assert _taking_part(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Digue, film de Luc Verrin (1989), en présence du réalisateur", ["Luc Verrin"]),
        ("de Jeanne Kervella (Québec, 2007, 75 min)\nEn présence de la réalisatrice", ["Jeanne Kervella"]),
        ("film de Luc Verrin, suivi d'un débat avec l'auteur", ["Luc Verrin"]),
        ("Jeanne Kervella – Débattre d'un conte : lectures de Luc Verrin", ["Jeanne Kervella"]),
        ("Jeanne Kervella, historienne : « Les digues du temps de Luc Verrin »", ["Jeanne Kervella"]),
        ("14h20 : D'un monde à l'autre : Luc Verrin et la digue\nJeanne Kervella, RIVOL", ["Jeanne Kervella"]),
        ("Luc Verrin : rapport moral, Jeanne Kervella : rapport financier", ["Luc Verrin", "Jeanne Kervella"]),
        ("Témoignage de Luc Verrin (déporté en 1943)", ["Luc Verrin"]),
        ("Odile Fargues (promotion 2011)", ["Odile Fargues"]),
        ("« La digue et la mer », conférence de Luc Verrin", ["Luc Verrin"]),
        ("« Table ronde animée par Luc Verrin »", ["Luc Verrin"]),
        ("Luc Verrin, maire, le 3 mai 2004", ["Luc Verrin"]),
        ("Jean-Marc Tuffeau, Lyon, 12 mai", ["Jean-Marc Tuffeau"]),
    ],
)
def test_those_who_come_take_part(text: str, expected: list[str]) -> None:
    assert _taking_part(text) == expected


@pytest.mark.parametrize(
    "text", ["L. Verrin, maire, présente le budget", "J. Kervella : La digue, 1998", "9 h, accueil"]
)
def test_a_line_of_a_programme_is_no_entry_of_a_list_of_books(text: str) -> None:
    assert not is_reference(text)
