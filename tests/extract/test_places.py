"""Venues: name, room, street, postcode and city."""

from __future__ import annotations

import pytest

from pipeline.extract.addresses import has_postcode
from pipeline.extract.places import leading_town, parse_place, places_in
from pipeline.extract.venuewords import begins_as_place, online_in

FIELDS = ("name", "address", "postcode", "city")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maison des associations, 12 rue des Tanneurs, 89000 Auxerre",
            ("Maison des associations", "12 rue des Tanneurs", "89000", "Auxerre"),
        ),
        (
            "Salle Jean Vilar, Auxerre",
            ("Salle Jean Vilar", None, None, "Auxerre"),
        ),
        ("Théâtre des Carmes, Avignon", ("Théâtre des Carmes", None, None, "Avignon")),
        ("3 bis, avenue de la Gare - 44000 NANTES", (None, "3 bis, avenue de la Gare", "44000", "NANTES")),
        # the town leads
        ("AUBRAY — Médiathèque", ("Médiathèque", None, None, "AUBRAY")),
        ("Merlieu (Cantal), Chapelle Sainte-Foy", ("Chapelle Sainte-Foy", None, None, "Merlieu")),
        ("69003 LYON – Salle Garcin", ("Salle Garcin", None, "69003", "LYON")),
        ("Aubray-le-Bas 54116", (None, None, "54116", "Aubray-le-Bas")),
        # what a colon parts from a place is no town
        ("Parc des Thermes : Le Cyrano", ("Parc des Thermes", None, None, None)),
        ("Temple, Merlieu-le-Haut", ("Temple", None, None, "Merlieu-le-Haut")),
        # the town stands in the house's name, behind the room
        ("Célestins, Théâtre de Lyon", ("Célestins", None, None, "Lyon")),
        ("Salle des mariages, mairie d'Aubray-le-Bas", ("Salle des mariages", None, None, "Aubray-le-Bas")),
        (
            "parking de l'église de Merlieu-le-Haut",
            ("parking de l'église de Merlieu-le-Haut", None, None, "Merlieu-le-Haut"),
        ),
        # no house number
        ("Gymnase Ravel, rue du Stade, Merlieu-le-Haut", ("Gymnase Ravel", "rue du Stade", None, "Merlieu-le-Haut")),
        ("Foyer rural, place de la Mairie, Aubray", ("Foyer rural", "place de la Mairie", None, "Aubray")),
        ("Salle de la rue Verte, Lyon", ("Salle de la rue Verte", None, None, "Lyon")),
        # a street called by a day
        ("3 place du 8 mai 1945, 38000 Grenoble", (None, "3 place du 8 mai 1945", "38000", "Grenoble")),
        ("ENSSIB – 17 bd du 11 novembre 1918, Lyon", ("ENSSIB", "17 bd du 11 novembre 1918", None, "Lyon")),
        (
            "Bar, 32 avenue du 19 mars 1962 69100 Villeurbanne",
            ("Bar", "32 avenue du 19 mars 1962", "69100", "Villeurbanne"),
        ),
        # the town behind its street
        ("Le Rex, 2 allée des Tilleuls à Aubray-Bourg.", ("Le Rex", "2 allée des Tilleuls", None, "Aubray-Bourg")),
        # a postcode the scanner misread
        ("SALLE RAVEL 38 RUE VERTE 3IO00 TOULOUSE", ("SALLE RAVEL", "38 RUE VERTE", None, "TOULOUSE")),
        ("Petit Théâtre d'Auray", ("Petit Théâtre d'Auray", None, None, "Auray")),
    ],
)
def test_a_place_is_taken_apart(text: str, expected: tuple[str | None, ...]) -> None:
    place = parse_place(text)
    assert place is not None
    assert tuple(getattr(place.venue, field) for field in FIELDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en visioconférence", "visioconférence"),
        ("Mardi 12 mars | en ligne (Zoom)", "en ligne (Zoom)"),
        ("sur Zoom", "Zoom"),
    ],
)
def test_an_event_held_online_is_known(text: str, expected: str) -> None:
    span = online_in(text)
    assert span
    assert text[slice(*span)] == expected


@pytest.mark.parametrize("text", ["Salle des fêtes", "MAIRIE", "Théâtre La Ruche", "salle polyvalente du collège"])
def test_a_line_that_begins_with_a_word_for_a_place_is_told(text: str) -> None:
    assert begins_as_place(text)


@pytest.mark.parametrize(
    "text",
    ["Atelier d'écriture", "ASSEMBLÉE GÉNÉRALE", "Conseil municipal", "Salon des vins", "Théâtre : Le grand soir", ""],
)
def test_an_event_that_begins_like_a_place_is_none(text: str) -> None:
    assert not begins_as_place(text)


@pytest.mark.parametrize("text", ["Tél. 04 92 132 70 62", "du 10 000 au 12 000", "02 48 00 00 00"])
def test_a_telephone_number_is_no_postcode(text: str) -> None:
    assert not has_postcode(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à 18h à l'amphithéâtre Roux - 35 rue Pasteur 69007 LYON", "amphithéâtre Roux"),
        ("Les séances se tiennent à 11h en salle B204", "salle B204"),
        ("au cinéma Le Rex", "cinéma Le Rex"),
        ("dans la salle polyvalente du collège", "salle polyvalente du collège"),
        ("en l'église Saint-Roch de Lautrec", "église Saint-Roch de Lautrec"),
        ("devant le gymnase Ravel", "gymnase Ravel"),
        ("sur la place Ravel", "place Ravel"),
        ("au gymnase Ravel aura lieu le bal", "gymnase Ravel"),
        ("vendredi 18 mars 20h30 au Pendora", "Pendora"),
        ("dans la grande salle du Foyer rural", "grande salle du Foyer rural"),
    ],
)
def test_a_place_is_told_by_its_preposition(text: str, expected: str) -> None:
    assert [place.venue.name for place in places_in(text, plain=True)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "un retour d'expérience autour du projet",
        "en salles depuis mercredi",
        "vendredi 18 mars au Mans",
        "une réunion sur la cantine du lycée Ravel",
    ],
)
def test_words_that_only_look_like_a_place_are_none(text: str) -> None:
    assert not list(places_in(text))


@pytest.mark.parametrize("text", ["Concert, Salle Ravel", "Coproduction : Théâtre Ravel", "MARCHENKO (ENS CAEN)"])
def test_a_word_before_a_place_is_not_always_its_town(text: str) -> None:
    assert leading_town(text) is None
