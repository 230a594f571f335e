"""The language model: asked about texts that are not empty, and nothing else."""

from __future__ import annotations

from pipeline.extract.language import entities


def test_every_text_has_its_entities_in_order() -> None:
    texts = ["", "Jeanne Kervella habite à Nantes.", "", "Jeanne Kervella habite à Nantes."]
    found = list(entities(texts))
    assert [bool(each) for each in found] == [False, True, False, True]
    assert texts[1][found[1][0].start : found[1][0].end] == "Jeanne Kervella"


def test_nothing_to_show_needs_no_model() -> None:
    assert list(entities([])) == []
