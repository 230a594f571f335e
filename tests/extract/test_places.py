"""Venues: name, room, street, postcode and city."""

from __future__ import annotations

import pytest

from pipeline.extract.places import is_online, parse_place

FIELDS = ("name", "address", "postcode", "city")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maison des associations, 12 rue des Tanneurs, 89000 Auxerre",
            ("Maison des associations", "12 rue des Tanneurs", "89000", "Auxerre"),
        ),
        (
            "Salle Jean Vilar, Auxerre",
            ("Salle Jean Vilar", None, None, "Auxerre"),
        ),
        ("Théâtre des Carmes, Avignon", ("Théâtre des Carmes", None, None, "Avignon")),
        ("3 bis, avenue de la Gare - 44000 NANTES", (None, "3 bis, avenue de la Gare", "44000", "NANTES")),
    ],
)
def test_a_place_is_taken_apart(text: str, expected: tuple[str | None, ...]) -> None:
    place = parse_place(text)
    assert place is not None
    assert tuple(getattr(place.venue, field) for field in FIELDS) == expected


@pytest.mark.parametrize("text", ["en visioconférence", "sur Zoom", "Webinaire en ligne"])
def test_an_event_held_online_is_known(text: str) -> None:
    assert is_online(text)
