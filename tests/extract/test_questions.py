"""What the model is asked: texts that may hold a name which no rule has found, whole; nothing else."""

from __future__ import annotations

import pytest

from pipeline.extract.questions import question


@pytest.mark.parametrize(
    "text",
    [
        "Sjorem Kervella",
        "avec Wim de La Tour",
        "W. Kervella-Le Goazig, (Wim Ottoman)",
        "Wim d'Aubigny",
        "WIM KERVELLA",
        "Wim van der Meer",
        "Mme Claire Bonnet présente Wim Ottoman",
        "Visite avec Wim/Sjorem Kervella",
    ],
)
def test_a_text_that_may_hold_an_unknown_name_is_asked_about(text: str) -> None:
    assert question(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9h30",
        "Accueil et café",
        "Lundi nous irons tous ensemble à Nantes",
        "Le Président de l'Université",
        "Avec Claire Bonnet et Mme Kervella",
        "Mmes Ottoman et Kervella",
    ],
)
def test_a_text_that_the_rules_have_read_is_not(text: str) -> None:
    assert not question(text)
