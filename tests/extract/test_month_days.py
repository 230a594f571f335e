"""Programmes of a month, whose rows open with the mere number of a day."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.papers import document

HEAD = "PROGRAMMATION\n\nFévrier 2007\n\n"


def days(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """First and last day and hour of each event."""
    return [(event.start, event.end, event.start_time) for event in extract(document(text)).events]


def test_an_hour_glued_to_a_day_is_parted_from_it() -> None:
    found = days(HEAD + "317h\nLes ateliers\n\n721h\nGrabinski\n\n2121h\nManu Valure\n\n2821h30\nJazzolino")
    assert found == [
        ("2007-02-03", "2007-02-03", "17:00"),
        ("2007-02-07", "2007-02-07", "21:00"),
        ("2007-02-21", "2007-02-21", "21:00"),
        ("2007-02-28", "2007-02-28", "21:30"),
    ]


def test_numbers_that_rise_below_a_month_are_its_days() -> None:
    found = days(HEAD + "3 Concert de chambre\n\n9 : Bal du comité\n\n16-17 à Pau\nCarnaval\n\n24 - Loto des pompiers")
    assert [found[0][0], found[1][0], found[2][:2]] == ["2007-02-03", "2007-02-09", ("2007-02-16", "2007-02-17")]


@pytest.mark.parametrize(
    "list_",
    [
        "1 Rapport moral\n\n2 Rapport financier\n\n3 Élections",
        "12 Concerts\n\n3 Expositions\n\n7 Conférences",
        "3 Concert de chambre\n\n9 Bal du comité",
    ],
)
def test_other_numbers_below_a_month_are_no_days(list_: str) -> None:
    assert all(start in (None, "2007-02") for start, _, _ in days(HEAD + list_))


def test_a_range_between_the_days_of_a_month_is_of_it() -> None:
    found = days(
        "AGENDA NOVEMBRE 2017\n\nSAMEDI 11\nCommémoration\n\nDU 13 AU 24\nExposition Gueules de paysans\n\n"
        "JEUDI 16\nDon du sang\n\nMARDI 21\nThéâtre au village"
    )
    assert ("2017-11-13", "2017-11-24") in [(start, end) for start, end, _ in found]


def test_few_days_below_each_of_several_months_are_days() -> None:
    found = days(
        "CINÉ-CLUB, janvier - avril 2013\n\nJANVIER\n\n10 L'Aurore\n24 Rome ville ouverte\n\nFÉVRIER\n\n7 Playtime\n"
        "21 Le Trou\n\nMARS\n\n14 Sans soleil"
    )
    assert [start for start, _, _ in found] == ["2013-01-10", "2013-01-24", "2013-02-07", "2013-02-21", "2013-03-14"]


def test_a_sentence_behind_a_range_of_days_and_a_colon_is_dated() -> None:
    found = days(
        "AGENDA NOVEMBRE 2024\n\nVendredi 15 : conseil municipal, 20h, en mairie.\n\n"
        "Du 18 au 29 : enquête publique sur le plan local d'urbanisme de la commune.\n\nSamedi 30 : loto de l'école"
    )
    assert ("2024-11-18", "2024-11-29") in [(start, end) for start, end, _ in found]
