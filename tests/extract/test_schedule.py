"""When an event takes place, told from all the dates on its paper."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.extract.dates import find_dates
from pipeline.model import Event
from tests.extract.papers import document


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
