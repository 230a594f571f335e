"""The slips of OCR in dates and hours, and what looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dates import find_dates
from pipeline.extract.misread import legible
from pipeline.extract.times import find_times

DATES = {
    "le 4/O6/2010": "2010-06-04",
    "le 1O/1O/2O1O": "2010-10-10",
    "I3 mai 2010": "2010-05-13",
    "Jeudi Il mai 2011": "2011-05-11",
    "SAMEDI I0 JUILLET 2010": "2010-07-10",
    "10 JU1LLET 2010": "2010-07-10",
    "12 0CTOBRE 2010": "2010-10-12",
    "3 juiIlet 2O11": "2011-07-03",
    "MERCRED1 27 JU1N l998": "1998-06-27",
    "dimanche 27 septembre I998": "1998-09-27",
    "samedi5 juin 2010": "2010-06-05",
    "samedi 12juin2010": "2010-06-12",
}
HOURS = {
    "l0 h 00": "10:00",
    "llh30 : accueil": "11:30",
    "ll h 30": "11:30",
    "2Oh3O": "20:30",
    "20hoo": "20:00",
    "2I h": "21:00",
    "SH30": "09:30",
    "Oh30": "00:30",
}
LOST_BLANKS = {
    "samedi 12 mai,20h30": [("20:30", None)],
    "3 mai 2010,20h": [("20:00", None)],
    "dès19h30": [("19:30", None)],
    "entre9h et12h": [("09:00", "12:00")],
    "19h00à21h00": [("19:00", "21:00")],
    "Rendez-vous:18h30": [("18:30", None)],
    "prix 1,20h": [],
    "formule C14H30": [],
}
NO_SLIPS = [
    "Illh",
    "Bill h",
    "Il h",
    "Oh 30 ans !",
    "l'Olh",
    "Il mange 10 olives",
    "SOlO 1O",
    "Louis II Ollivier",
    "Salle O10",
    "Iliade l.Il",
    "ma1",
]


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_a_date_read_badly_is_understood(text: str, day: str) -> None:
    assert [period.first.iso for span in find_dates(text) for period in span.periods] == [day]


@pytest.mark.parametrize(("text", "hour"), HOURS.items())
def test_an_hour_read_badly_is_understood(text: str, hour: str) -> None:
    assert [span.begins for span in find_times(text)] == [hour]


@pytest.mark.parametrize(("text", "hours"), LOST_BLANKS.items())
def test_an_hour_is_found_though_the_blank_before_it_was_lost(text: str, hours: list[tuple[str, str | None]]) -> None:
    assert [(span.begins, span.ends) for span in find_times(text)] == hours


@pytest.mark.parametrize("text", NO_SLIPS)
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert legible(text) == text


@given(st.text(alphabet="0123456789OoIlSshHmairentju /.-':àé", max_size=40))
def test_letters_stay_where_they_stand(text: str) -> None:
    assert len(legible(text)) == len(text)
