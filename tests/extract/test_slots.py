"""Slots of a programme: whose title ends where, and who belongs to which."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Document, Event
from pipeline.read.text import read_text
from tests.extract.papers import document, segments


def only_event(text: str) -> Event:
    """The one event a paper announces."""
    (event,) = extract(document(text)).events
    return event


def cast(event: Event) -> dict[str, str | None]:
    """Who appears in which slot; None for the whole event."""
    return {
        part.person: event.sessions[part.session].title if part.session is not None else None
        for part in event.appearances
    }


MEETING = """\
Rencontres du logiciel libre
Samedi 12 octobre 2024

14h00 Table ronde « Sortir des grands nuages », animée par Lise Ardant
16h00 Concert de clôture
17h30 Clôture

{list}
"""


def test_a_list_below_the_programme_belongs_to_the_slot_it_names() -> None:
    event = only_event(MEETING.format(list="Participants à la table ronde : Paul Roux ; Anne Masson (Département)"))
    assert "Sortir des grands nuages" in str(cast(event)["Anne Masson"])


def test_a_list_below_the_programme_that_names_no_slot_belongs_to_the_event() -> None:
    event = only_event(MEETING.format(list="Jury : Paul Roux (président), Anne Masson"))
    assert cast(event)["Anne Masson"] is None


def test_a_title_behind_its_chair_and_a_colon_is_the_title() -> None:
    event = only_event(
        "Colloque des douaniers\nVendredi 25 septembre 2009\n\n9 h 30 Ouverture\n"
        "11 h 15 Table ronde animée par Anne Masson : La contrebande au musée\n12 h 30 Déjeuner"
    )
    assert event.sessions[1].title == "La contrebande au musée"


def test_a_speaker_below_a_slot_as_wide_as_the_page_is_a_line_of_its_own() -> None:
    found = segments(
        "9h45 Nourrir l'ouvrier, surveiller l'ouvrier : les réfectoires de la vallée, 1880-1936\n"
        "Paul Roux (université de Merlieu)\n"
        "10h30 Manger debout, manger assis : les cantines des chantiers navals d'hier, 1936-1970"
    )
    assert found[1].text == "Paul Roux (université de Merlieu)"


def test_a_speaker_below_a_title_below_its_hour_is_a_line_of_its_own() -> None:
    found = segments(
        "10h15-10h45\nLe type et la variante : un siècle de plans de la Compagnie de la Vouse\n"
        "Solène Roux, Inventaire général de la région et du département de la Vouse"
    )
    assert found[1].text.endswith("Compagnie de la Vouse")


def test_an_event_opens_with_its_first_slot_that_is_no_welcome() -> None:
    event = only_event(
        "JOURNÉE D'ÉTUDE\nÀ table !\nVendredi 18 novembre 2016\n\n9h00 Accueil des participants\n9h15 Bienvenue\n"
        "9h45 Nourrir l'ouvrier"
    )
    assert event.start_time == "09:15"


@pytest.mark.parametrize(
    ("last", "end"), [("Départ des participants", "17:00"), ("Départ en autorail pour Merlieu", None)]
)
def test_a_day_ends_when_all_leave_not_when_a_trip_begins(last: str, end: str | None) -> None:
    event = only_event(
        f"Colloque des gares\nVendredi 18 novembre 2016\n\n9h15 Bienvenue\n9h45 La petite gare\n17h00 {last}"
    )
    assert event.end_time == end


def test_the_day_a_page_was_put_on_line_is_not_the_day_it_announces() -> None:
    event = only_event(
        "title: Soutenance de Lise Ardant\ndate: 2021-11-02\n\n"
        "Lise Ardant soutiendra sa thèse, qui aura lieu le vendredi 3 décembre à 14h dans l'amphithéâtre."
    )
    assert event.start == "2021-12-03"


def test_a_date_beside_the_key_stands_where_the_text_announces_no_later_day() -> None:
    event = only_event("title: Soutenance de Lise Ardant\ndate: 2021-11-02\n\nLise Ardant soutiendra sa thèse.")
    assert event.start == "2021-11-02"


def test_a_season_of_two_short_years_dates_its_evenings() -> None:
    event = only_event("SAISON 97 / 98\n\nLE GRAND LIVRE\nmercredi 7 janvier à 20h30 - Grande Salle")
    assert event.start == "1998-01-07"


TITLES = [
    ("11h Messe des fous, par Nono et Dédé", "Messe des fous"),
    ("11h Projeter l'ordinaire (Chr. Roux)", "Projeter l'ordinaire"),
    ("11h Synthèse du cycle (P. Roux, J.-M. Ardant)", "Synthèse du cycle"),
    ("11h Repas champêtre (12 € - sur réservation)", "Repas champêtre"),
    (
        "11h Balade contée « Les fantômes du moulin », avec la conteuse du village",
        "Balade contée « Les fantômes du moulin »",
    ),
    ("11h Écrire le Nord (prés. : Paul Roux)", "Écrire le Nord"),
    ("11h\tPaul Roux\tUniversité de Merlieu\tDessiner la Vouse", "Dessiner la Vouse"),
    ("11h « On m'a dit » : le témoignage indirect, Paul Roux (CNRS)", "« On m'a dit » : le témoignage indirect"),
    ("11h Table ronde : Cheminots et mémoire, avec Paul Roux et Anne Masson", "Table ronde : Cheminots et mémoire"),
    ("11h\nAtelier « Osez chanter ! »", "Atelier « Osez chanter ! »"),
    ("11h\nDépart en autorail pour Merlieu", "Départ en autorail pour Merlieu"),
    # what belongs to a title stays in it
    ("11h Les grèves de la laine (1906-1936)", "Les grèves de la laine (1906-1936)"),
    ("11h Vivre avec la mer", "Vivre avec la mer"),
]


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_by_whom_and_for_how_much_is_no_part_of_a_title(line: str, title: str) -> None:
    event = only_event(f"Fête du moulin\nDimanche 6 juillet 2014\n\n9h30 Ouverture\n{line}\n18h Bal")
    assert event.sessions[1].title == title


def test_who_presides_over_several_slots_belongs_to_none_of_them() -> None:
    event = only_event(
        "Colloque des frontières\nVendredi 25 septembre 2009\n\n9 h 30 Introduction\n\n"
        "Session 2. Passer - Présidence : Anne Masson\n10 h Paul Roux : Sel et tabac\n11 h Lise Ardant : La brigade\n"
    )
    assert cast(event)["Anne Masson"] is None
    assert cast(event)["Paul Roux"] == "Sel et tabac"


def test_a_line_of_day_and_hour_is_not_carried_on_by_what_begins_with_a_capital() -> None:
    found = segments(
        "Vendredi 12 mars à 20h15, salle paroissiale de Marquelieu-le-Haut\n"
        "Témoignages de chômeurs de la vallée, avec leurs associations\n"
        "Vendredi 19 mars à 20h15, salle paroissiale de Marquelieu-le-Bas\n"
        "Témoignages de retraités de la vallée, avec leurs associations"
    )
    assert found[1].text.startswith("Témoignages")


def test_a_line_that_only_says_who_presides_belongs_to_no_slot_before_it() -> None:
    event = only_event(
        "Colloque des frontières\nVendredi 25 septembre 2009\n\n9 h 30 Introduction\n\n"
        "Matin : Passer\nPrésidence : Anne Masson\n\n10 h Paul Roux : Sel et tabac\n11 h Lise Ardant : La brigade\n"
    )
    assert cast(event)["Anne Masson"] is None


def test_a_larger_line_below_an_hour_and_its_hall_is_what_is_on(tmp_path: Path) -> None:
    path = tmp_path / "festival.md"
    path.write_text(
        "# Les Voix du Canal\n### 1er – 3 juillet 2022\n\n## Vendredi 1er juillet\n\n"
        "**20h30 — Collégiale Saint-Michel**\n### Requiem pour les vivants\n\n## Samedi 2 juillet\n\n"
        "**17h — Halle aux Grains**\n### Nuit des marins\n",
        encoding="utf-8",
    )
    pages, _ = read_text(path)
    (event,) = extract(Document(path.name, "0" * 64, "text/markdown", 1, pages)).events
    assert [slot.title for slot in event.sessions] == ["Requiem pour les vivants", "Nuit des marins"]


def test_dots_lead_from_what_is_on_to_its_hour() -> None:
    event = only_event(
        "Fête de la Saint-Roch\nDimanche 16 août 2015\n\n"
        "Messe ........ 10 h 30\nRepas champêtre ...... 12h30\nConcours de boules . . . . . à 14h"
    )
    assert [(slot.title, slot.start_time) for slot in event.sessions] == [
        ("Messe", "10:30"),
        ("Repas champêtre", "12:30"),
        ("Concours de boules", "14:00"),
    ]


def test_a_line_that_opens_with_two_hours_of_one_mark_is_a_line_of_its_own() -> None:
    assert [segment.text for segment in segments("11h Pause\nde 11 à 12h Table ronde")] == [
        "11h Pause",
        "de 11 à 12h Table ronde",
    ]


def test_sentences_tell_what_is_on_at_which_hour() -> None:
    event = only_event(
        "Commémoration de l'armistice\nSamedi 11 novembre 2017\n\n"
        "Le matin, à 10 h 30, rassemblement devant le monument. À 15 heures, l'historien Paul Roux parlera "
        "des « Ouvrières de la laine » dans la salle des fêtes, puis à 16h30 la chorale chantera des airs d'époque."
    )
    assert [(slot.title, slot.start_time) for slot in event.sessions] == [
        ("rassemblement devant le monument", "10:30"),
        ("Ouvrières de la laine", "15:00"),
        ("la chorale chantera des airs d'époque", "16:30"),
    ]
    assert cast(event)["Paul Roux"] == "Ouvrières de la laine"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le musée est ouvert de 10h à 18h et les caisses ferment à 17h30 tous les jours de la semaine.",
        "Le car part à 8 h de la gare, revient à 19 h et ne passe pas par le centre.",
    ],
)
def test_hours_that_begin_no_part_of_a_sentence_are_no_slots(sentence: str) -> None:
    assert only_event(f"Visite du musée\nSamedi 11 novembre 2017\n\n{sentence}").sessions == ()
