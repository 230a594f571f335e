"""Programmes set as tables: which cell says what is on, who appears, where and for whom."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.model import Event
from tests.extract.papers import document


def table(*rows: str, heads: str = "") -> Event:
    """The one event of a paper that sets its programme as a table."""
    lines = "\n".join([heads, *rows] if heads else rows).replace(" | ", "\t")
    (event,) = extract(document(f"Colloque des rivières\n\n14 mars 2019\n\n{lines}")).events
    return event


def titles(event: Event) -> list[str | None]:
    return [session.title for session in event.sessions]


def cast(event: Event) -> set[tuple[str, str | None]]:
    return {
        (part.person, event.sessions[part.session].title if part.session is not None else None)
        for part in event.appearances
    }


ROWS = (
    "9h15 | Mot d'accueil | Salle polyvalente | Mme Ardant ; M. Roux, proviseur adjoint",
    "10h | Les crues vues du pont | Labo 4 | Anne Masson (université de Tours)",
    "11h30 | Mini-concert de l'atelier musique | Préau | direction : M. Picot",
)
TITLES = ["Mot d'accueil", "Les crues vues du pont", "Mini-concert de l'atelier musique"]


@pytest.mark.parametrize(
    "heads",
    [
        "Horaire | Quoi | Où | Qui",
        "Heure | Intitulé | Lieu | Intervenants",
        "Heures | Événement | Salle | Animation par",
        "",
    ],
)
def test_a_row_has_the_title_of_one_cell(heads: str) -> None:
    assert titles(table(*ROWS, heads=heads)) == TITLES


def test_those_in_the_other_cells_take_part_in_it() -> None:
    assert cast(table(*ROWS)) == {
        ("Ardant", "Mot d'accueil"),
        ("Roux", "Mot d'accueil"),
        ("Anne Masson", "Les crues vues du pont"),
        ("Picot", "Mini-concert de l'atelier musique"),
    }


def test_the_column_of_places_says_where() -> None:
    event = table(*ROWS, heads="Horaire | Quoi | Où | Qui")
    assert [session.place for session in event.sessions] == ["Salle polyvalente", "Labo 4", "Préau"]


TOLD = (
    "9h30 | Ouverture – Pr. Lise Ardant, directrice de l'institut | Université de Tours",
    "10h | Anne Masson : « Le fleuve et la ville » | INRAE",
    "11h | Paul Roux : « Lire un estuaire » | interprète, compagnie Les Marées",
)


@pytest.mark.parametrize("heads", ["Heure | Intervention | Affiliation", ""])
def test_bodies_and_offices_beside_a_talk_are_no_talks(heads: str) -> None:
    assert titles(table(*TOLD, heads=heads)) == ["Ouverture", "Le fleuve et la ville", "Lire un estuaire"]


GRID = (
    "11h | Paul Roux (IRSTEA) Atelier « Estuaire » | Lise Ardant, Anne Masson (BRGM) Atelier « Nappe »",
    "14h | Atelier de tissage avec Marina | Présentation de la ruche",
    "16h | Université populaire des rivières | Projection du film Amont",
)


def test_several_things_at_one_hour_are_slots_of_their_own() -> None:
    assert [(session.start_time, session.title) for session in table(*GRID).sessions] == [
        ("11:00", "Atelier « Estuaire »"),
        ("11:00", "Atelier « Nappe »"),
        ("14:00", "Atelier de tissage"),
        ("14:00", "Présentation de la ruche"),
        ("16:00", "Université populaire des rivières"),
        ("16:00", "Projection du film Amont"),
    ]


def test_who_stands_in_a_cell_of_a_grid_takes_part_in_that() -> None:
    assert cast(table(*GRID)) >= {
        ("Paul Roux", "Atelier « Estuaire »"),
        ("Lise Ardant", "Atelier « Nappe »"),
        ("Anne Masson", "Atelier « Nappe »"),
    }


def test_a_title_behind_its_hour_ends_with_its_cell() -> None:
    event = table(
        "18h00 Pot d'ouverture | Pélican",
        "20h30 La Transhumance des ombres, de Paul Roux | Ubaye",
        "22h00 Courts métrages des collégiens | Ubaye",
    )
    assert titles(event) == [
        "Pot d'ouverture",
        "La Transhumance des ombres, de Paul Roux",
        "Courts métrages des collégiens",
    ]
