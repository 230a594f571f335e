"""Bodies: told by words, listed below a heading, paired with their acronym, alone on a letter head."""

from __future__ import annotations

import pytest

from pipeline.extract.enumerations import Body
from pipeline.extract.organisations import bodies_of
from tests.extract.papers import segments


def _bodies(text: str) -> list[Body]:
    return bodies_of(segments(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amicale laïque de Kerbihan", ["Amicale laïque de Kerbihan"]),
        ("Laboratoire ERMINE", ["Laboratoire ERMINE"]),
        ("Les Amis de l'orgue de Kerbihan", ["Les Amis de l'orgue de Kerbihan"]),
        ("Amicale du Vexin, Nantes", ["Amicale du Vexin"]),
        ("Amicale du Vexin, 12 rue du Lavoir", ["Amicale du Vexin"]),
        ("UTR, Amicale du Vexin, Club Lavoir", ["UTR", "Amicale du Vexin", "Club Lavoir"]),
        ("VILLE DE KERBIHAN", ["VILLE DE KERBIHAN"]),
        ("QUATUOR TRÉMOY", ["QUATUOR TRÉMOY"]),
        ("École normale supérieure", ["École normale supérieure"]),
        ("CGT Abattoirs", ["CGT Abattoirs"]),
        ("🎪 MÉDIATHÈQUE ODILE-FARGUES 🎪", ["MÉDIATHÈQUE ODILE-FARGUES"]),
        ("UNIVERSITÉ DU VEXIN\tINSTITUT DES LAVOIRS", ["UNIVERSITÉ DU VEXIN", "INSTITUT DES LAVOIRS"]),
        (
            "Association sportive et culturelle des tuiliers du Vexin - 12 rue Haute",
            ["Association sportive et culturelle des tuiliers du Vexin"],
        ),
        ("Secteur pastoral de Kerbihan", ["Secteur pastoral de Kerbihan"]),
        ("L'Harmonie vexinoise jouera des marches", ["L'Harmonie vexinoise"]),
    ],
)
def test_a_letter_head_names_a_body(text: str, expected: list[str]) -> None:
    assert [body.name for body in _bodies(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "PARADE",
        "MIDI",
        "R.S.V.P. avant le 7 janvier",
        "Théâtre de marionnettes brésiliennes",
        "SAM3 3=SILL= fete",
        "Maison des associations, salle Gaston-Turmel",
        "Maison des associations, 12 rue du Lavoir, 89000 Auxerre",
        "Théâtre du Lavoir, Nantes",
        "INAUGURATION",
        "MAIRIE DE",
        "Jean-Loup DARRIEUTORT",
        "MARTIN Sylvie",
        "Concert de printemps",
        "Présidente du Comité des fêtes",
        "Quel Conseil pour la ville ?",
        "Lieux : Cour de l'école et préau",
        "Gil Charbonnel, FDSV, CIELAV, AMV",
    ],
)
def test_a_heading_or_a_person_alone_on_a_line_is_no_body(text: str) -> None:
    assert _bodies(text) == []


def test_capitals_that_stand_elsewhere_in_small_letters_are_a_word() -> None:
    assert _bodies("FETE\nLa fete commence\nFETE") == []


def test_capitals_repeated_and_never_said_in_small_letters_are_an_acronym() -> None:
    assert {body.name for body in _bodies("UDAG\nVenez nombreux\nUDAG")} == {"UDAG"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Organisé par les Amis du Four et la MJC", [("Amis du Four", "organiser"), ("MJC", "organiser")]),
        (
            "avec le soutien du Crédit Vert et de la Ville d'Auch",
            [("Crédit Vert", "funder"), ("Ville d'Auch", "funder")],
        ),
        ("en partenariat avec Biocoop", [("Biocoop", "partner")]),
        (
            "En partenariat avec : le Club alpin ; la Maison du Vexin",
            [("Club alpin", "partner"), ("Maison du Vexin", "partner")],
        ),
        ("Partenaire média : Le Courrier du Vexin", [("Le Courrier du Vexin", "partner")]),
        ("Avec la participation du Club alpin", [("Club alpin", "partner")]),
        ("L'association « Les Mains » vous invite", [("association « Les Mains »", "organiser")]),
        ("Le Secours populaire organise un loto", [("Secours populaire", "organiser")]),
        ("Partenaires\nVille de Kerbihan\nBiocoop", [("Ville de Kerbihan", "partner"), ("Biocoop", "partner")]),
        ("À l'appel de la CGT 95, FO 95", [("CGT 95", "organiser"), ("FO 95", "organiser")]),
        ("Partenaires : EuraLav · Lavoir Fertile", [("EuraLav", "partner"), ("Lavoir Fertile", "partner")]),
        (
            "Merci à Radio Vexin, à Hyper Lavoir et aux Brasseurs du Four.",
            [("Radio Vexin", "partner"), ("Hyper Lavoir", "partner"), ("Brasseurs du Four", "partner")],
        ),
        (
            "Le club remercie ses partenaires :\nGARAGE VEXIN - Tuiles 2000 Ville de Kerbihan\n\nEngagements : 60 F",
            [("GARAGE VEXIN", "partner"), ("Tuiles 2000", "partner"), ("Ville de Kerbihan", "partner")],
        ),
        (
            "avec l'aide du Fonds national pour le développement du lavoir",
            [("Fonds national pour le développement du lavoir", "funder")],
        ),
        ("organisé par le laboratoire LMV (Langues, Mondes, Vexin, EA 9981)", [("laboratoire LMV", "organiser")]),
        ("avec le soutien de la Ville d'Auch Licence 2-0199", [("Ville d'Auch", "funder")]),
        ("organisé par l'association Les Toits pour les enfants", [("association Les Toits", "organiser")]),
        (
            "avec le concours du Centre d'Archives et de Botanique",
            [("Centre d'Archives et de Botanique", "partner")],
        ),
    ],
)
def test_words_before_a_body_tell_its_role(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(body.name, body.role) for body in _bodies(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("Cercle Généalogique du Vexin (CGV)", "Cercle Généalogique du Vexin", "CGV"),
        ("Une idée de l'Association pour l'histoire du lavoir (AHL)", "Association pour l'histoire du lavoir", "AHL"),
        ("la MTA (Mouvement pour les Toits, l'Ardoise)", "Mouvement pour les Toits, l'Ardoise", "MTA"),
        ("UTR, Union des Toits Ruraux", "Union des Toits Ruraux", "UTR"),
        ("Comité de spéléologie du Vexin (CSV 95)", "Comité de spéléologie du Vexin", "CSV 95"),
    ],
)
def test_a_name_and_its_acronym_are_one_body(text: str, name: str, acronym: str) -> None:
    assert [(body.name, body.acronym) for body in _bodies(text)] == [(name, acronym)]


@pytest.mark.parametrize(
    "text",
    [
        "présenté par Mme Girard",
        "Dictionnaire Vexin Ancien (DVA)",
        "organisé par SAM3 3=SILL= fete",
        "M. et Mme Bertin vous invitent",
    ],
)
def test_a_person_or_a_work_is_no_body(text: str) -> None:
    assert _bodies(text) == []
