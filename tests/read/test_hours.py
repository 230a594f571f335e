"""Columns of hours and dates: what an entry is, and which lines are one."""

from __future__ import annotations

import pytest

from pipeline.read.hours import kinds_of
from pipeline.read.layout import arrange
from tests.read.pages import block, printed, read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("9h30", "hour"),
        ("09:30 - 10:15", "hour"),
        ("de 14 h à 17 h 30", "hour"),
        ("20 heures", "hour"),
        ("1OH-12H3O", "hour"),
        ("l0h", "hour"),
        ("Samedi 12 mai", "day month weekday"),
        ("Ven. 3", "day weekday"),
        ("5 mars 2021", "day month year"),
        ("mer 4 juil. 18h", "day hour month weekday"),
        ("12/05", "day"),
        ("1er", "day"),
        ("Accueil 9h", ""),
        ("Salle 12", ""),
        ("Marie", ""),
        ("Marseille", ""),
        ("Le soir", ""),
        ("Samedi : concert", ""),
    ],
    ids=str,
)
def test_an_entry_is_nothing_but_hours_and_dates(text: str, kinds: str) -> None:
    assert " ".join(sorted(kinds_of(text))) == kinds


def test_a_date_set_on_three_lines_opens_one_row() -> None:
    words = [
        *block("SAM\n12\nMAI", 0, 0),
        *block("Concert de la fanfare\nau moulin\nentrée libre", 60, 0),
        *block("DIM\n20\nJUIN", 0, 60),
        *block("Bal des vieux métiers\nplace du port\n5 euros", 60, 60),
    ]
    assert read(arrange(words)) == [
        "SAM 12 MAI | Concert de la fanfare",
        "au moulin",
        "entrée libre",
        "DIM 20 JUIN | Bal des vieux métiers",
        "place du port",
        "5 euros",
    ]


@pytest.mark.parametrize(
    "span", [("9h -", "10h30"), ("9h", "> 10h30"), ("de 9h", "à 10h30"), ("de 9h à", "10h30"), ("9h", "–", "10h30")]
)
def test_a_span_of_hours_set_on_several_lines_opens_one_row(span: tuple[str, ...]) -> None:
    words = [
        *block(span, 0, 0),
        *block("Accueil des mariniers\nMarie Le Bihan", 60, 0),
        *block("Salle\nJean Bart", 240, 0),
        *block("11h", 0, 60),
        *block("Les canaux", 60, 60),
        *block("Halle", 240, 60),
    ]
    row = f"{' '.join(span)} | Accueil des mariniers Marie Le Bihan | Salle Jean Bart"
    assert read(arrange(words)) == [row, "11h | Les canaux | Halle"]


def test_days_one_below_the_other_open_a_row_each() -> None:
    words = [
        *block("Samedi 12 mai\nDimanche 13 mai\nLundi 14 mai", 0, 0),
        *block("Concert\nBal\nRepas", 120, 0),
    ]
    assert read(arrange(words)) == ["Samedi 12 mai | Concert", "Dimanche 13 mai | Bal", "Lundi 14 mai | Repas"]


def test_a_date_beside_what_stands_lower_still_opens_its_row() -> None:
    words = [
        *printed("Sam. 3 17h", 0, 0),
        *block("Les ateliers\ndu moulin", 120, 8),
        *printed("Ven. 9 21h", 0, 60),
        *block("Le grand village\nde la rivière", 120, 68),
    ]
    assert read(arrange(words)) == [
        "Sam. 3 17h | Les ateliers",
        "du moulin",
        "Ven. 9 21h | Le grand village",
        "de la rivière",
    ]


@pytest.mark.parametrize("hours", ["10h30 –\n11h00", "9h\nà 10h", "de 14 h à\n15 h 30", "14:00\n- 15:30"])
def test_two_hours_of_one_entry_may_stand_on_two_lines(hours: str) -> None:
    words = [
        *block(hours, 0, 0),
        *block("Les écluses\npar Jeanne Kervella", 100, 0),
        *block("18h\n20h", 0, 60),
        *printed("Repas", 100, 60),
        *printed("Bal", 100, 72),
    ]
    first = hours.replace("\n", " ")
    assert read(arrange(words)) == [f"{first} | Les écluses", "par Jeanne Kervella", "18h | Repas", "20h | Bal"]


def test_a_date_in_letters_of_several_sizes_opens_the_row_of_all_that_stands_beside_it() -> None:
    entries = [
        ("jeudi", "12", "octobre", "Le grain de la voix\nMarie Kervella"),
        ("mardi", "8", "mai", "Bals\nKarim Roy"),
    ]
    words = []
    for place, (weekday, day, month, told) in enumerate(entries):
        top = 100 * place
        words += [*printed(weekday, 10, top), *printed(day, 5, top + 12, 26), *printed(month, 5, top + 38)]
        words += block(told, 100, top + 6)
    assert read(arrange(words)) == [
        "jeudi 12 octobre | Le grain de la voix",
        "Marie Kervella",
        "mardi 8 mai | Bals",
        "Karim Roy",
    ]
