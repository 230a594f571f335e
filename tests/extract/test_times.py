"""French times of day, as they are printed."""

from __future__ import annotations

import pytest

from pipeline.extract.times import find_times


def _found(text: str) -> list[tuple[str | None, str | None]]:
    return [(span.begins, span.ends) for span in find_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20h30", [("20:30", None)]),
        ("à 9 h", [("09:00", None)]),
        ("9 h 15", [("09:15", None)]),
        ("9:15", [("09:15", None)]),
        ("18 heures", [("18:00", None)]),
        ("9.30 Accueil", [("09:30", None)]),
        ("9.45 – 10.15 Ouverture", [("09:45", "10:15")]),
        ("à 20.30", [("20:30", None)]),
        ("de 10.00 à 12.30", [("10:00", "12:30")]),
        ("18h précises", [("18:00", None)]),
        ("à partir de 20h", [("20:00", None)]),
        ("de 9h à 17h30", [("09:00", "17:30")]),
        ("9h30-12h30", [("09:30", "12:30")]),
        ("9 h 15 – 10 h", [("09:15", "10:00")]),
        ("de 14 à 16h", [("14:00", "16:00")]),
        ("14h00 / 15h30", [("14:00", "15:30")]),
        ("10h à midi", [("10:00", "12:00")]),
        ("jusqu'à minuit", [(None, "00:00")]),
        ("à dix-huit heures trente", [("18:30", None)]),
        ("À VINGT HEURES", [("20:00", None)]),
        ("de dix heures à vingt et une heures", [("10:00", "21:00")]),
        ("à onze heures et demie précises", [("11:30", None)]),
        ("dix heures de marche", []),
        ("DE 9H A 17H30", [("09:00", "17:30")]),
        ("vendredi 2 - 21h", [("21:00", None)]),
        ("de19h à Minuit", [("19:00", "00:00")]),
        ("Minuit Bal des lampions", [("00:00", None)]),
        ("de 20h à Minuit Bal", [("20:00", "00:00")]),
        ("14h-30 : Inauguration", [("14:30", None)]),
        ("9H00 - 12H00 et 14H00 - 17H00", [("09:00", "12:00"), ("14:00", "17:00")]),
    ],
)
def test_a_time_is_read_as_printed(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "25h00",
        "9h75",
        "35 heures par semaine",
        "2h de débat",
        "le midi de la France",
        "Paul Roux (Midi Fluvial)",
        "avec les Éditions de Minuit Noir",
        "H1",
        "12.50 €",
        "à 9.50 euros",
        "12.05 Bal",
        "10.3 Outils",
        "version 12.30.1",
    ],
)
def test_what_is_no_time_of_day_is_not_read_as_one(text: str) -> None:
    assert _found(text) == []
