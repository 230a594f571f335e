"""The language model: shown what can hold a name, and nothing else."""

from __future__ import annotations

import pytest

from pipeline.extract.language import TWO_CAPITALS, entities


def test_every_text_has_its_entities_in_order() -> None:
    texts = ["9h30", "Jeanne Kervella habite à Nantes.", "accueil et café", "Jeanne Kervella habite à Nantes."]
    found = list(entities(texts))
    assert [bool(each) for each in found] == [False, True, False, True]
    assert texts[1][found[1][0].start : found[1][0].end] == "Jeanne Kervella"


def test_nothing_to_show_needs_no_model() -> None:
    assert list(entities([])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Kervella",
        "avec Jean de La Tour",
        "J. Kervella",
        "Marie d'Aubigny",
        "JEANNE KERVELLA",
        "Jean van der Meer",
    ],
)
def test_what_may_be_a_name_is_shown_to_the_model(text: str) -> None:
    assert TWO_CAPITALS.search(text)


@pytest.mark.parametrize("text", ["Accueil et café", "9h30", "", "Pause", "Lundi nous irons tous ensemble à Nantes"])
def test_what_cannot_be_a_name_of_two_words_is_not(text: str) -> None:
    assert not TWO_CAPITALS.search(text)
