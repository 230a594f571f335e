"""What stands after a name: function and body, split at the right place."""

from __future__ import annotations

import pytest

from pipeline.extract.acronyms import is_acronym_of
from pipeline.extract.affiliation import parse_affiliation


def _parsed(text: str) -> list[tuple[str | None, str | None]]:
    return [(found.function, found.body) for found in parse_affiliation(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Président de RIVOL", [("Président", "RIVOL")]),
        ("présidente des Amis du canal", [("présidente", "Amis du canal")]),
        ("historien", [("historien", None)]),
        ("maire de Nantes", [("maire", "Nantes")]),
        (
            "responsable service bateaux – Communauté urbaine de Brest",
            [("responsable service bateaux", "Communauté urbaine de Brest")],
        ),
        ("directeur, Université Rennes 2", [("directeur", "Université Rennes 2")]),
        ("CNRS", [(None, "CNRS")]),
        ("Université de Caen", [(None, "Université de Caen")]),
        ("maître de conférences à l'université de Brest", [("maître de conférences", "université de Brest")]),
        ("secrétaire général de la CGT", [("secrétaire général", "CGT")]),
        ("Musée du Lavoir En partenariat avec la Société du Vexin", [(None, "Musée du Lavoir")]),
        ("Amicale du Vexin avec Jeanne Kervella", [(None, "Amicale du Vexin")]),
        ("adjointe au maire de Kerbihan Une famille raconte", [("adjointe au maire", "Kerbihan")]),
        ("Observatoire du lavoir Table ronde : qui paie ?", [(None, "Observatoire du lavoir")]),
        ("CHU de Kerbihan\tRéparer le lavoir", [(None, "CHU de Kerbihan")]),
        ("Suisse, 1954", []),
        ("architecte, Nantes", [("architecte", None)]),
        ("Conseil des Lavoirs de Kerbihan Nommer le territoire", [(None, "Conseil des Lavoirs de Kerbihan")]),
        ("membre du Comité permanent V", [("membre", "Comité permanent V")]),
        ("vice-présidente de la Région Occitanie déléguée à l'eau", [("vice-présidente", "Région Occitanie")]),
        ("technicien a la Direction de l'Eau", [("technicien", "Direction de l'Eau")]),
        ("commissaire de la République", [("commissaire de la République", None)]),
        ("RIVOL - Présidente", [("Présidente", "RIVOL")]),
        ("Université de Caen, rapporteuse", [(None, "Université de Caen"), ("rapporteuse", None)]),
        (
            "Université de Kerbihan Membre du Comité des lavoirs",
            [("Membre du Comité des lavoirs", "Université de Kerbihan")],
        ),
        ("adjointe aux Sports et à la Jeunesse", [("adjointe aux Sports et à la Jeunesse", None)]),
        ("adjointe à la Culture de la Ville d'Auch", [("adjointe à la Culture", "Ville d'Auch")]),
        ("délégué à l'Agence du Trégor", [("délégué", "Agence du Trégor")]),
        ("directrice de RIVOL et spécialiste du lavoir", [("directrice", "RIVOL"), ("spécialiste du lavoir", None)]),
        ("historien\tUniversité de Kerbihan", [("historien", "Université de Kerbihan")]),
    ],
)
def test_function_and_body_are_split_as_printed(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert _parsed(text) == expected


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("UPN", "Université populaire de Nemours", True),
        ("CNRS", "Centre national de la recherche scientifique", True),
        ("MJC", "Maison des jeunes et de la culture", True),
        ("UPN", "Les Amis du canal", False),
        ("UPN", "", False),
    ],
)
def test_an_acronym_belongs_to_a_name_whose_initials_it_spells(acronym: str, name: str, *, expected: bool) -> None:
    assert is_acronym_of(acronym, name) is expected
