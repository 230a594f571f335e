"""Towns: told from regions and words of the language; towns no list has, told by where they are printed."""

from __future__ import annotations

import pytest

from pipeline.extract.places import parse_place
from pipeline.extract.towns import is_town, town_of_building

PLACES = [
    # a list has them
    ("Esplanade Érasme, Dijon", "Dijon"),
    ("SALLE DES FETES DE DENAIN", "DENAIN"),
    ("Salle du Canal - Redon (35)", "Redon"),
    ("Maison des sciences de l'homme de Dijon", "Dijon"),
    # no list has them
    ("Maison des associations, Merlieu-les-Saules", "Merlieu-les-Saules"),
    ("église Saint-Cernin, SAINT-CERNIN-DU-VAL (Tarn)", "SAINT-CERNIN-DU-VAL"),
    ("555, boulevard des Bâtisseurs, Saguenet (Québec)", "Saguenet"),
    ("Salle polyvalente, 12 rue Haute, Aubray-sur-Vouse", "Aubray-sur-Vouse"),
    ("salle paroissiale de Marquelieu", "Marquelieu"),
    ("mairie d'Herlivieux", "Herlivieux"),
    # neither region, room nor building is a town
    ("Maison des sciences de l'homme de Bourgogne", None),
    ("Maison de la Recherche, Salle D12", None),
    ("Théâtre de la Comédie, Grande Salle", None),
    ("Musée des Tissus, Pavillon Est", None),
]


@pytest.mark.parametrize(("text", "town"), PLACES)
def test_the_town_of_a_place_is_told_by_where_it_stands(text: str, town: str | None) -> None:
    place = parse_place(text)
    assert place is not None
    assert place.venue.city == town


@pytest.mark.parametrize("word", ["Bourgogne", "Ville", "Vers", "Québec"])
def test_regions_and_words_of_the_language_are_no_towns(word: str) -> None:
    assert not is_town(word)


def test_a_theatre_of_an_unknown_name_tells_no_town() -> None:
    assert town_of_building("Théâtre de l'Escarlotte") is None
