"""Cells set apart by runs of blanks, and blanks that part nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.blanks import cells_of
from pipeline.read.html import read_html
from pipeline.read.paragraphs import Paragraph, page_of
from pipeline.read.text import read_text
from tests.read.pages import read

CELLS = {
    "a cast in columns": (
        ["Don José      Sébastien Ménager", "Carmen        Aude Kervella", "Escamillo     chœur d'hommes"],
        ["Don José | Sébastien Ménager", "Carmen | Aude Kervella", "Escamillo | chœur d'hommes"],
    ),
    "a cast whose columns have slipped": (
        ["Don José    Sébastien Ménager", "Carmen   Aude Kervella"],
        ["Don José | Sébastien Ménager", "Carmen | Aude Kervella"],
    ),
    "a cast set right": (
        ["Le roi              Jean Morvan", "La reine     Mathilde Le Gall"],
        ["Le roi | Jean Morvan", "La reine | Mathilde Le Gall"],
    ),
    "hours": (
        ["9h15   accueil du public", "10 h – 11 h   ouverture", "midi et après"],
        ["9h15 | accueil du public", "10 h – 11 h | ouverture", "midi et après"],
    ),
    "an entry that goes on below": (
        ["Samedi soir     Bal du canal avec", "                l'orchestre de Joigny"],
        ["Samedi soir | Bal du canal avec", "l'orchestre de Joigny"],
    ),
    "two who sign": (["Le président            La secrétaire"], ["Le président | La secrétaire"]),
    "three cells": (
        ["9h15    Accueil      Salle 2", "10h     Débat        Salle 1"],
        ["9h15 | Accueil | Salle 2", "10h | Débat | Salle 1"],
    ),
    "tabs": (["Carmen\tAude Kervella"], ["Carmen | Aude Kervella"]),
}
PROSE = [
    ["le développement des   mobilités actives", "de ce nouveau nom   en nous envoyant vos idées"],
    ["Nous irons au canal  avec  vous."],
    ["Vous êtes   invités"],
    ["une phrase assez longue pour être de la prose   Et qui reprend après des blancs de trop"],
]


@pytest.mark.parametrize("case", CELLS)
def test_aligned_blanks_part_cells(case: str, tmp_path: Path) -> None:
    rows, cells = CELLS[case]
    path = tmp_path / "a.txt"
    path.write_text("\n".join(rows), "utf-8")
    assert read(read_text(path)[0][0].lines) == cells


@pytest.mark.parametrize("case", CELLS)
def test_the_same_holds_for_the_paragraphs_of_other_formats(case: str) -> None:
    rows, cells = CELLS[case]
    assert read(page_of(Paragraph((row,)) for row in rows).lines) == cells


@pytest.mark.parametrize("rows", PROSE)
def test_odd_blanks_in_prose_part_nothing(rows: list[str]) -> None:
    assert cells_of(rows) == [(row,) for row in rows]


def test_typed_text_in_a_web_page_keeps_its_lines_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>Bal\n     Masqué</p><pre>Carmen     Aude\nRoméo      Yann\n\nfin</pre>", "utf-8")
    ((page,), _) = read_html(path)
    assert read(page.lines) == ["Bal Masqué", "Carmen | Aude", "Roméo | Yann", "fin"]
    assert [line.block for line in page.lines] == [0, 1, 1, 2]


@given(st.lists(st.text("Ab9h  \t", max_size=30), max_size=6))
def test_no_word_is_lost_between_cells(rows: list[str]) -> None:
    assert [" ".join(cells).split() for cells in cells_of(rows)] == [row.split() for row in rows]
