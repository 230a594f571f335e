"""Bands and ensembles told by a genre in brackets, their kind in capitals, a label or the last word of their name."""

from __future__ import annotations

import pytest

from pipeline.extract.ensembles import ensembles_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20h45 LA ROUILLE (chanson énervée - Auch)", ["LA ROUILLE"]),
        ("Les Lavandières du Soir (ska festif, Nantes)", ["Les Lavandières du Soir"]),
        ("Zinc & Cie (électro), Toit d'Ardoise (hip-hop)", ["Zinc & Cie", "Toit d'Ardoise"]),
        ("concert du TRÉMOY BRASS BAND sur la place", ["TRÉMOY BRASS BAND"]),
        ("20h : Yvon Marsac Trio", ["Yvon Marsac Trio"]),
        ("20h00 TRIO ODILE FARGUES", ["TRIO ODILE FARGUES"]),
        ("BIG BAND DE LA SARTE, dir. Yvon Marsac", ["BIG BAND DE LA SARTE"]),
        ("Messe. Chorale : Les Rieuses du Vexin.", ["Les Rieuses du Vexin"]),
        ("(gospel : Sisters of Vexin)", ["Sisters of Vexin"]),
        ("lecture de contes par les Liseurs du jeudi", ["Liseurs du jeudi"]),
    ],
)
def test_a_genre_a_kind_a_label_or_a_last_word_tells_a_band(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in ensembles_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Kervella (chanson)",
        "Jeanne Kervella (guitare)",
        "un trio de cordes",
        "Le Trio",
        "La Semaine du lavoir (10 euros)",
        "Une soirée (rock) au Lavoir",
        "Groupe : complet",
        "un voyage par les Alpes en hiver",
    ],
)
def test_a_person_a_plain_word_or_another_bracket_is_no_band(text: str) -> None:
    assert list(ensembles_in(text)) == []
