"""The title of a slot, told from who speaks, where, for how long and for whom."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.extract.rooms import past_room, without_room
from tests.extract.papers import document

PAPER = "Colloque des rivières oubliées\nSamedi 12 octobre 2024\n\n9h00 Accueil\n{slot}\n18h00 Clôture"
FLEUVE = "Le fleuve et la ville"


def slot_of(lines: str) -> tuple[str | None, list[str]]:
    """The title of the slot these lines are, and who appears in it."""
    (event,) = extract(document(PAPER.format(slot=lines))).events
    place = next(place for place, slot in enumerate(event.sessions) if slot.start_time == "09:30")
    return event.sessions[place].title, [part.person for part in event.appearances if part.session == place]


@pytest.mark.parametrize(
    "lines",
    [
        "9h30 – Ida Roy (université de Tours) : « Le fleuve et la ville »",
        "9h30 – Ida Roy, université de Tours, Le fleuve et la ville",
        "9h30 Ida Roy, Le fleuve et la ville",
        "9h30 Ida Roy – université de Tours : Le fleuve et la ville",
        "9h30 : Le fleuve et la ville, Ida Roy",
        "9h30 : Le fleuve et la ville (Ida Roy, université de Tours)",
        "9h30 : Le fleuve et la ville / Ida Roy",
        "9h30 | Le fleuve et la ville | Ida Roy (Tours)",
        "9h30 Le fleuve et la ville [Ida Roy]",
        "9h30-10h15 > Le fleuve et la ville par Ida Roy, géographe",
        "9 h 30 – 10 h 15 • Conférence d'Ida Roy : Le fleuve et la ville",
        "9h30 Keynote – Ida Roy : Le fleuve et la ville",
        "9h30 Conférence inaugurale : Ida Roy (Tours), « Le fleuve et la ville »",
        "9h30 Conférence inaugurale\nLe fleuve et la ville\nIda Roy, Tours",
        "9h30\nIda Roy, université de Tours\n« Le fleuve et la ville »",
        "9h30 Le fleuve et la ville\nintervenante : Ida Roy",
        "9h30 Grande salle : Le fleuve et la ville (Ida Roy)",
        "9h30 Amphi A – Le fleuve et la ville – Ida Roy",
        "9h30\tAmphi A\tLe fleuve et la ville\tIda Roy",
        "9h30 Le fleuve et la ville. Présidence : Ida Roy",
        "9h30 Le fleuve et la ville, en présence de l'autrice, Ida Roy",
        "à 9h30 : Le fleuve et la ville, Ida Roy",
    ],
)
def test_a_title_and_a_speaker_in_any_order(lines: str) -> None:
    title, cast = slot_of(lines)
    assert (title, cast) == (FLEUVE, ["Ida Roy"])


@pytest.mark.parametrize(
    "lines",
    [
        "9h30-10h15 (45 min) : Le fleuve et la ville",
        "9h30 Le fleuve et la ville (20')",
        "9h30 Le fleuve et la ville (dès 5 ans)",
        "9h30 Le fleuve et la ville (entrée libre)",
        "9h30 Le fleuve et la ville. Entrée libre",
        "9h30 Le fleuve et la ville - 5 €",
        "9h30 Le fleuve et la ville – Salle des fêtes",
        "9h30 Le fleuve et la ville, cinéma Le Rialto",
    ],
)
def test_how_long_for_whom_and_where_are_no_part_of_a_title(lines: str) -> None:
    assert slot_of(lines) == (FLEUVE, [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "9h30 Projection de « Le Fleuve », suivie d'un débat avec la réalisatrice Ida Roy",
            "Projection de « Le Fleuve »",
        ),
        ("9h30 Discours d'ouverture, M. le préfet Jean Delmas", "Discours d'ouverture"),
        ("9h30 Rapport moral présenté par Ida Roy, présidente", "Rapport moral"),
        ("9h30 Mot d'accueil de Mme Ida Roy, maire", "Mot d'accueil"),
        ("9h30 Rencontre avec Ida Roy autour de son roman", "Rencontre avec Ida Roy autour de son roman"),
        ("9h30 Archives d'un quartier, cité ouvrière", "Archives d'un quartier, cité ouvrière"),
    ],
)
def test_a_title_ends_where_its_people_begin_and_no_earlier(lines: str, expected: str) -> None:
    assert slot_of(lines)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Amphi A – Le fleuve", "Le fleuve"), ("Maison de retraite : quel avenir", "Maison de retraite : quel avenir")],
)
def test_only_a_room_in_front_of_a_title_is_passed_over(text: str, expected: str) -> None:
    assert text[past_room(text, 0) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouverture (amphi 2)", "Ouverture"),
        ("Messe, église Saint-Jean", "Messe"),
        ("Bal – Salle des fêtes", "Bal"),
        ("Histoire d'un quartier, cité ouvrière", "Histoire d'un quartier, cité ouvrière"),
        ("Salle des fêtes", "Salle des fêtes"),
    ],
)
def test_a_named_place_behind_a_title_is_left_out(text: str, expected: str) -> None:
    assert without_room(text, 0) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "9h30 Le fleuve et la ville (abbé Jean Roy)",
        "9h30 Le fleuve et la ville (avec Jean Roy ; chorale des Rives)",
        "9h30 Le fleuve et la ville (cabinet Aval & associés, représenté par M. Jean Roy)",
        "9h30 Le fleuve et la ville encadré par Jean Roy",
        "9h30 Le fleuve et la ville, conduite par M. Jean Roy, guide",
        "9h30 Le fleuve et la ville organisé par Monsieur Jean Roy",
        "9h30 Le fleuve et la ville, présidé et animé par Jean Roy",
        "9h30 Le fleuve et la ville, dir. Jean Roy",
        "9h30 Le fleuve et la ville (mod. Jean Roy)",
        "9h30 Le fleuve et la ville – Pr. Jean Roy",
        "9h30 Le fleuve et la ville – Prof. Jean Roy, directeur du laboratoire",
        "9h30 Le fleuve et la ville en présence du réalisateur, Jean Roy",
    ],
)
def test_what_leads_to_a_person_is_no_part_of_the_title(lines: str) -> None:
    assert slot_of(lines) == (FLEUVE, ["Jean Roy"])


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("9h30 Visite guidée par Jean Roy", "Visite guidée"),
        ("9h30 Clôture de la journée par Jean Roy", "Clôture de la journée"),
        ("9h30 Discours de Jean Roy, maire de Tours", "Discours de Jean Roy"),
        ("9h30 Intervention de M. Jean Roy – Président du Conseil", "Intervention de M. Jean Roy"),
        ("À partir de 9h30, accueil des participants", "accueil des participants"),
        ("9h30 La ville (selon Jean Roy) et le fleuve", "La ville (selon Jean Roy) et le fleuve"),
    ],
)
def test_what_only_looks_so_stays(lines: str, title: str) -> None:
    assert slot_of(lines)[0] == title
