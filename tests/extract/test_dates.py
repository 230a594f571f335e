"""French programme dates, as they are printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.dates import find_dates

WEEKDAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")


def _said(found: PartialDate) -> str:
    """A date as far as it is known: "sam 2008-05-17", "?-05-17", "2008-05"."""
    weekday = "" if found.weekday is None else WEEKDAYS[found.weekday] + " "
    parts = [str(found.year or "?"), *(f"{part:02}" for part in (found.month, found.day) if part)]
    return weekday + "-".join(parts)


def _found(text: str) -> list[str]:
    """Every period of a text, in reading order."""
    periods = [period for span in find_dates(text) for period in span.periods]
    return [_said(p.first) if p.first == p.last else f"{_said(p.first)} .. {_said(p.last)}" for p in periods]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("samedi 17 mai 2008", ["sam 2008-05-17"]),
        ("SAMEDI 17 MAI 2008", ["sam 2008-05-17"]),
        ("le 1er mars 1994", ["1994-03-01"]),
        ("Mardi 1er décembre", ["mar ?-12-01"]),
        ("jeudi 3 février", ["jeu ?-02-03"]),
        ("le 12 fevrier 2004", ["2004-02-12"]),
        ("Lundi, 7 août 1999", ["lun 1999-08-07"]),
        ("03/03/1994", ["1994-03-03"]),
        ("le 03.11.2009", ["2009-11-03"]),
        ("2013-06-14", ["2013-06-14"]),
        ("du 3 au 5 octobre 2002", ["2002-10-03 .. 2002-10-05"]),
        ("Atelier 1 – 13 nov. 2020 (9h-13h)", ["2020-11-13"]),
        ("Séance 2 : 12 février 2021", ["2021-02-12"]),
        ("Session n° 3 - 4 mars 2021", ["2021-03-04"]),
        ("du jeudi 12 au samedi 14 juin 1997", ["jeu 1997-06-12 .. sam 1997-06-14"]),
        ("30 septembre – 2 octobre 2010", ["2010-09-30 .. 2010-10-02"]),
        ("du 28 décembre 2009 au 3 janvier 2010", ["2009-12-28 .. 2010-01-03"]),
        ("3-5 octobre 2002", ["2002-10-03 .. 2002-10-05"]),
        ("1er et 2 juin 2006", ["2006-06-01", "2006-06-02"]),
        ("mardi 5 et mercredi 6 nov. 2013", ["mar 2013-11-05", "mer 2013-11-06"]),
        ("les 4, 11 et 25 mars 1999", ["1999-03-04", "1999-03-11", "1999-03-25"]),
        ("en juin 2006", ["2006-06"]),
        ("Octobre 1998", ["1998-10"]),
    ],
)
def test_a_date_is_read_as_printed(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tél. 03 53 01 12 34",
        "article 12 de la loi du sol",
        "12 rue du 8 Mai 1945",
        "place du 11 novembre",
        "89000 Auxerre",
        "la loi de 1901",
        "32 mai 2008",
        "31/02/2008 est une référence",
        "page 12/15",
        "Mars et Vénus",
        "",
    ],
)
def test_what_is_no_date_of_an_event_is_not_read_as_one(text: str) -> None:
    assert _found(text) == []


@given(st.text(alphabet="0123456789/.-–— duaetmarsjni1er2008", max_size=60))
def test_any_text_is_survived_and_spans_lie_inside_it(text: str) -> None:
    for span in find_dates(text):
        assert 0 <= span.start < span.end <= len(text)
        assert span.periods


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_every_day_written_in_full_is_found(day: date) -> None:
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    written = f"{day.day} {months[day.month - 1]} {day.year}"
    assert _found(f"Réunion le {written} à Auxerre") == [day.isoformat()]
