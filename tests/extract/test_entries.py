"""The name an agenda's entry gives its event, told from where, by whom and for whom."""

from __future__ import annotations

import pytest

from pipeline.extract.entries import named_in, told_in
from pipeline.extract.mentions import Span
from tests.extract.papers import segments


def whole(text: str) -> Span:
    """All of a line."""
    (segment,) = segments(text)
    return Span(segment, 0, len(segment.text))


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("Thé dansant du Club des aînés, salle polyvalente", "Thé dansant du Club des aînés"),
        ("Thé dansant – au foyer rural", "Thé dansant"),
        ("Cérémonie du Souvenir, monument aux morts", "Cérémonie du Souvenir"),
        ("loto de l'école, organisé par l'Amicale laïque, à partir", "loto de l'école"),
        ("Soirée crêpes proposée par le comité des fêtes", "Soirée crêpes"),
        ("concert de la chorale Do Ré Mi, direction Brigitte Naudin", "concert de la chorale Do Ré Mi"),
        ("sortie annuelle à Dax, rendez-vous", "sortie annuelle à Dax"),
        ("Prisonniers et réfugiés (séance reportée", "Prisonniers et réfugiés"),
        ("Atelier reliure (dès 7 ans)", "Atelier reliure"),
        ("Enfin, la journée portes ouvertes se déroulera", "journée portes ouvertes"),
        ("La conférence « Les ados et les écrans » est fixée", "conférence « Les ados et les écrans »"),
        ("Par ailleurs, notre assemblée générale aura lieu", "assemblée générale"),
        ("Premier tour de l'élection. Bureau de vote ouvert", "Premier tour de l'élection"),
        ("L'Aurore, F. W. Murnau (1927)", "L'Aurore, F. W. Murnau (1927)"),
        ("Pourquoi obéir ? La Boétie et nous", "Pourquoi obéir ? La Boétie et nous"),
        ("Peintres, sculpteurs et graveurs du Léman", "Peintres, sculpteurs et graveurs du Léman"),
        ("Le Tour de France, vu de la place du village", "Le Tour de France, vu de la place du village"),
    ],
)
def test_an_entry_names_its_event_before_it_tells_where_and_by_whom(entry: str, name: str) -> None:
    assert named_in(whole(entry)).text == name


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("« Raconte-moi une histoire » : lectures pour les 3-6 ans, sur inscription.", "Raconte-moi une histoire"),
        ("Soirée poésie roumaine. Ana Munteanu lit des extraits de son recueil.", "Soirée poésie roumaine"),
        (
            "Rencontre avec Delphine Aubrac pour son roman « La Maison des marées » (éditions du Môle) et lecture.",
            "Rencontre avec Delphine Aubrac pour son roman « La Maison des marées »",
        ),
        (
            "Grand nettoyage de la rivière, avec les pêcheurs, les scouts, les élèves et tous ceux qui ont une heure.",
            "Grand nettoyage de la rivière",
        ),
        (
            "Nous irons tous là où nous nous étions vus en mai pour dire ce que nous y avons lu et vu.",
            None,
        ),
    ],
)
def test_a_paragraph_names_its_event_where_it_begins(paragraph: str, name: str | None) -> None:
    told = told_in(whole(paragraph))
    assert (told.text if told else None) == name
