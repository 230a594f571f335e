"""Names of people found by their shape."""

from __future__ import annotations

import pytest

from pipeline.extract.names import find_names


def _found(text: str) -> list[str]:
    return [name.text for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeanne Kervella, historienne", ["Jeanne Kervella"]),
        ("KERVELLA Jeanne", ["KERVELLA Jeanne"]),
        ("Jeanne KERVELLA", ["Jeanne KERVELLA"]),
        ("J. Kervella et M. Boussaïd", ["J. Kervella", "Boussaïd"]),
        ("Jean-Marc Le Goff, maire", ["Jean-Marc Le Goff"]),
        ("Mme Jeanne de La Tour", ["Jeanne de La Tour"]),
        ("M. Boussaïd", ["Boussaïd"]),
        ("avec Mme Jeanne d'Ormeval, maire", ["Jeanne d'Ormeval"]),
        ("Jeanne McKervell", ["Jeanne McKervell"]),
        ("A. Tisserand, Paul Verrier", ["A. Tisserand", "Paul Verrier"]),
        ("M. KERVELLA Jean", ["KERVELLA Jean"]),
        ("M. PETIT Jean-Claude", ["PETIT Jean-Claude"]),
        ("MARIE-JO KERVELLA", ["MARIE-JO KERVELLA"]),
        ("Zsuzsa Tuffeau et Kofi Marsac", ["Zsuzsa Tuffeau", "Kofi Marsac"]),
        ("Pr Abgrall Jeanne, Pr Boussaïd Karim", ["Abgrall Jeanne", "Boussaïd Karim"]),
        ("Dr Minh Nguyen (Brest)", ["Minh Nguyen"]),
        ("Sekou Kourouma Diallo", ["Sekou Kourouma Diallo"]),
        ("Camila Ferreira Cesar (Paris)", ["Camila Ferreira Cesar"]),
        ("Conférence de Jeanne Kervella", ["Jeanne Kervella"]),
        ("Yasmina B., conteuse", ["Yasmina B."]),
        ("avec Karim Boussaïd, Jeanne Kervella et Ali Haddad", ["Karim Boussaïd", "Jeanne Kervella", "Ali Haddad"]),
    ],
)
def test_a_name_is_found_by_its_shape(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 rue Jean Moulin",
        "Tuiles Vexinot CI",
        "Guichet SNCF",
        "Cahiers du LAVET",
        "Noëls de Bretagne",
        "Salle Pierre Mendès-France",
        "Lycée Marie Curie",
        "Place Jean Jaurès",
        "12 rue du Général Moulin",
        "Quintette Bossa",
        "Prix Alfred Dumont",
        "Vice-Présidente",
        "Pré-inscription",
        "Table Ronde",
        "Entrée Libre",
        "Conseil Régional",
        "l'ONG Amrita Serve",
        "Arrondissement de Muret",
        "PÈRE DE LA LIMNOLOGIE",
        "un message lu par Madame le Maire",
        "JEUNES CHERCHEURS L.I.S NANCY",
        "54000 Nancy Salle A104",
    ],
)
def test_what_is_named_after_somebody_or_is_a_heading_is_nobody(text: str) -> None:
    assert _found(text) == []
