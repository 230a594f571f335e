"""People and bodies: every printed form kept, one readable address each, the same whatever the order."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.resolve.entities import organisations_of, people_of


def test_every_form_of_a_name_is_kept_with_its_count() -> None:
    forms = Counter({"Jeanne Kervella": 3, "KERVELLA Jeanne": 1, "J. Kervella": 2})
    assert people_of(forms, ())["J. Kervella"].forms == forms


def test_an_entity_goes_by_its_fullest_form() -> None:
    people = people_of(Counter({"J. KERVELLA": 9, "KERVELLA Jeanne": 1}), ())
    assert people["J. KERVELLA"].name == "Jeanne Kervella"


def test_initials_that_fit_two_people_are_nobodys() -> None:
    people = people_of(Counter(["J. Kervella", "Jeanne Kervella", "Joël Kervella"]), ())
    assert len({person.id for person in people.values()}) == 3


def test_namesakes_in_slug_get_numbered_addresses() -> None:
    people = people_of(Counter(["Ana Öz", "Ana Oz-"]), ())
    assert len({person.id for person in people.values()}) == len({person.name for person in people.values()})


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_names_does_not_matter(order: int) -> None:
    names = ["Jeanne Kervella", "J. Kervella", "Karim Boussaïd", "BOUSSAID Karim"][::order]
    ids = {name: person.id for name, person in people_of(Counter(names), ()).items()}
    assert ids == {
        "Jeanne Kervella": "jeanne-kervella",
        "J. Kervella": "jeanne-kervella",
        "Karim Boussaïd": "karim-boussaid",
        "BOUSSAID Karim": "karim-boussaid",
    }


def test_an_acronym_is_the_body_it_was_printed_beside() -> None:
    bodies = organisations_of(Counter(["Amis du canal", "ADC"]), {"Amis du canal": "ADC"}, ())
    assert bodies["ADC"].name == "Amis du canal"
    assert bodies["ADC"].acronym == "ADC"


def test_an_acronym_of_two_bodies_joins_none() -> None:
    names = Counter(["Amis du canal", "Aide aux chômeurs", "ADC"])
    bodies = organisations_of(names, {"Amis du canal": "ADC", "Aide aux chômeurs": "ADC"}, ())
    assert len({body.id for body in bodies.values()}) == 3
