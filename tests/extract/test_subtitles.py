"""The line below a title that explains it."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.papers import document


@pytest.mark.parametrize(
    ("below", "subtitle"),
    [
        ("Reconstruire après les guerres, de 1870 à nos jours", "Reconstruire après les guerres, de 1870 à nos jours"),
        ("subtitle : Reconstruire après les guerres", "Reconstruire après les guerres"),
        ("avec les élèves du collège", None),
        ("Conférence de clôture du cycle", None),
        ("7e édition du festival", None),
        ("Entrée libre et gratuite", None),
        ("Chers adhérents, chères amies du fleuve", None),
    ],
)
def test_a_subtitle_is_told_from_what_else_stands_below_a_title(below: str, subtitle: str | None) -> None:
    (event,) = extract(document(f"LA RUINE ET LE CHANTIER\n{below}\n\nsamedi 3 mai 2014 à 18 h")).events
    assert (event.title, event.subtitle) == ("LA RUINE ET LE CHANTIER", subtitle)
