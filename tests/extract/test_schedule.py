"""When an event takes place, told from all the dates on its paper."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.extract.dates import find_dates
from pipeline.model import Event
from tests.extract.papers import document, poster


def only_event(text: str) -> Event:
    """The one event a paper announces."""
    (event,) = extract(document(text)).events
    return event


def days(event: Event) -> tuple[str | None, str | None]:
    """First and last day."""
    return event.start, event.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title : Foire du livre\ndate_start : 2019-11-15\ndate_stop : 2019-11-16", ("2019-11-15", "2019-11-16")),
        ("title : Foire du livre\ndate_start : 2019-11-15\ndate_stop : 2019-11-15", ("2019-11-15", "2019-11-15")),
    ],
)
def test_a_labelled_end_closes_the_labelled_start(text: str, expected: tuple[str, str]) -> None:
    assert days(only_event(text)) == expected


def test_a_sentence_that_says_when_is_no_date_of_a_letter() -> None:
    event = only_event(
        "PRIX DU PREMIER ROMAN\n\nLa remise du prix aura lieu le samedi 25 mai 2013 à 17 h à la médiathèque."
    )
    assert days(event) == ("2013-05-25", "2013-05-25")


def test_lines_of_dates_one_below_the_other_are_the_days_of_one_event() -> None:
    event = only_event(
        "CARMEN\nOpéra\n\nVendredi 30 mars 2007, 20h\nDimanche 1er avril 2007, 15h\nMardi 3 avril 2007, 20h"
    )
    assert days(event) == ("2007-03-30", "2007-04-03")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Organisé dans le cadre des Journées du patrimoine de pays 2019, avec l'aide du parc.", "2019-06-16"),
        (
            "C'est le temps fort de la Semaine des rivières 2019, que toute la vallée attendait depuis l'hiver.",
            "2019-06-16",
        ),
        # no weekday agrees, a later year stands there, or the year is when something was
        ("Organisé dans le cadre des Journées du patrimoine de pays 2018, avec l'aide du parc.", None),
        ("Les Journées du patrimoine de pays 2019 et celles de 2020 seront menées avec l'aide du parc.", None),
        ("Le sentier a été rouvert pour les journées vertes en 2019, grâce aux bénévoles du village.", None),
    ],
)
def test_a_year_in_the_name_of_what_is_held_every_year(sentence: str, start: str | None) -> None:
    assert only_event(f"BALADE DES LAVOIRS\n\nRendez-vous dimanche 16 juin à 9h15.\n\n{sentence}").start == start


def test_a_heading_whose_date_no_year_fits_opens_the_weekday_among_the_days_of_the_event() -> None:
    event = only_event(
        "Colloque des états anciens\n20 et 21 novembre 2014\n\nJeudi 21 novembre\n14h Ouverture\n15h Lexiques\n\n"
        "Vendredi 21 novembre\n9h Corpus"
    )
    assert [slot.date for slot in event.sessions] == ["2014-11-20", "2014-11-20", "2014-11-21"]


def test_a_date_whose_year_is_told_is_rather_the_event_s_own() -> None:
    event = only_event("Colloque des états anciens\n20 novembre 2014\n\nJeudi 21 novembre\n14h Ouverture\n15h Lexiques")
    assert event.start == "2014-11-20"


def test_the_number_of_a_department_is_no_day() -> None:
    (found,) = find_dates("Barcelonnette (04) ven. 19 mars 2010")
    assert found.first.iso == "2010-03-19"


def test_the_longest_entry_of_a_list_of_dates_is_an_event_too() -> None:
    events = extract(
        document(
            "SÉMINAIRE 2011\nMesurer, compter, peser\n\n12 janvier 2011 : Paul Roux, « Les jauges »\n\n"
            "9 mars 2011 : Lise Ardant, « Peser l'or »\n\n"
            "6 avril 2011 : table ronde de clôture, « Qu'est-ce qu'une bonne mesure ? », avec Paul Roux, Lise Ardant, "
            "Anne Masson (musée des Arts et Métiers), suivie d'un verre."
        )
    ).events
    assert [event.start for event in events] == ["2011-01-12", "2011-03-09", "2011-04-06"]


MAIL = """\
De : Comité du lac
{sent}
À : tous les membres
Objet : Assemblée générale

Rendez-vous {day} à 14 h, salle Pasteur.
"""


@pytest.mark.parametrize(
    "sent",
    ["Date : 2 mai 2017", "Date : mar. 2 mai 2017 09:12", "Envoyé : mardi 2 mai 2017 14:05", "Date: Tue, 2 May 2017"],
)
def test_the_day_a_letter_was_sent_is_not_its_event_s(sent: str) -> None:
    event = only_event(MAIL.format(sent=sent, day="samedi 20 mai 2017"))
    assert (event.start, event.start_time) == ("2017-05-20", "14:00")


def test_the_day_a_letter_was_sent_tells_the_year() -> None:
    assert only_event(MAIL.format(sent="Date : 2 mai 2017", day="samedi 20 mai")).start == "2017-05-20"


def test_a_flyer_with_day_and_hour_behind_labels_is_no_letter() -> None:
    event = only_event("BAL DES POMPIERS\nDate : 13 juillet 2011\nÀ : 21h\nLieu : caserne")
    assert (event.start, event.start_time) == ("2011-07-13", "21:00")


@pytest.mark.parametrize(
    "text",
    [
        "La réunion prévue vendredi 20 mars 2020 n'aura pas lieu.\nElle est reportée au vendredi 18 septembre 2020.",
        "La réunion du vendredi 20 mars 2020 est reportée au vendredi 18 septembre 2020.",
        "Le concert du 20 mars 2020 est annulé. Il est reporté au 18 septembre 2020.",
    ],
)
def test_an_event_put_off_takes_place_on_the_new_day(text: str) -> None:
    assert only_event(f"REPORT\n\n{text}").start == "2020-09-18"


def test_a_day_in_figures_beside_ways_to_write_is_the_letter_s() -> None:
    letter = "Chers amis,\n\nNous nous réunirons mardi 8 septembre 2020 chez Paule."
    assert only_event(f"{letter}\n\nL. Roux\n17/03/2020 – lac@post.example").start == "2020-09-08"


@pytest.mark.parametrize("note", ["Mis à jour le 03/03/14", "mis en ligne le : 03/03/2014", "Modifié le 3 mars 2014"])
def test_the_day_a_page_was_changed_is_not_its_event_s(note: str) -> None:
    assert only_event(f"BAL DU LAC\n{note}\n\nRendez-vous le 14 mars 2014 au port.").start == "2014-03-14"


@pytest.mark.parametrize(
    "text",
    [
        "2| L'EAU DES AUTRES\n\njeudi 19 octobre 1995\n\n20 h 30 – Bourse du travail",
        "2| L'EAU DES AUTRES\n\njeudi 19 octobre 1995\nBourse du travail\nde 20 h 30 à 23 h",
    ],
)
def test_the_one_hour_below_the_date_is_when_the_event_begins(text: str) -> None:
    (event,) = extract(poster(text)).events
    assert event.start_time == "20:30"


def test_the_hours_of_several_slots_are_not_the_opening_of_the_event() -> None:
    event = only_event("FOIRE\n\nsamedi 4 mai 2019\n\n10 h Café d'accueil\n11 h Discours\n15 h Bal")
    assert event.start_time == "11:00"
