"""Letters: folding compares, and folding in place keeps every offset."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, fold_in_place

FOLDED = [
    ("L’Œuvre d'ÉLUS", "l'oeuvre d'elus"),
    ("Kévin", "kevin"),
    ("ﬁn", "fin"),
    ("N° 1ᵉʳ", "n° 1er"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folding_in_place_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)
