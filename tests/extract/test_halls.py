"""Where each session takes place."""

from __future__ import annotations

from pipeline.extract import extract
from tests.extract.papers import document


def places(text: str) -> list[str | None]:
    """The places of the sessions of a paper's one event."""
    (event,) = extract(document(text)).events
    return [session.place for session in event.sessions]


def test_each_day_of_a_congress_has_its_hall() -> None:
    paper = (
        "COLLOQUE\nLA RUINE ET LE CHANTIER\n15 et 16 novembre 2012\n\n"
        "JEUDI 15 NOVEMBRE\nAmiens, Logis du Roy\n\n9 h Ouverture\n10 h Les entrepreneurs\n\n"
        "VENDREDI 16 NOVEMBRE\nSaint-Quentin, Palais de Fervaques\n\n9 h Le banco et le béton\n10 h Les toits"
    )
    assert places(paper) == ["Logis du Roy", "Logis du Roy", "Palais de Fervaques", "Palais de Fervaques"]


def test_a_room_in_brackets_is_where_a_session_takes_place() -> None:
    paper = (
        "LA FABRIQUE DES CARTES\njeudi 21 novembre 2019\n\n9 h Ouverture (amphi B)\n"
        "10 h Lire les cartes (salle des actes)\n11 h Dessiner la côte - Marie Clerc (Université de Dornes)"
    )
    assert places(paper) == ["amphi B", "salle des actes", None]
