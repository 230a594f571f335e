"""A flyer printed several times on one sheet is read once."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Box
from pipeline.read.fragments import Glyphs
from pipeline.read.layout import arrange
from pipeline.read.repeats import once
from tests.read.pages import block, read

FLYER = """\
Grande fête des écluses
samedi 12 mai à 14 heures
au moulin de la Roche
avec la fanfare du canal
entrée libre et goûter offert"""


def moved(words: list[Glyphs], dx: float, dy: float) -> list[Glyphs]:
    def place(box: Box) -> Box:
        return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)

    return [replace(item, word=item.word._replace(box=place(item.word.box))) for item in words]


def spelled(words: list[Glyphs], wrong: str, right: str) -> list[Glyphs]:
    return [replace(item, word=item.word._replace(text=item.word.text.replace(right, wrong))) for item in words]


def test_two_copies_side_by_side_are_read_once() -> None:
    flyer = block(FLYER, 0, 0)
    assert read(arrange([*flyer, *moved(flyer, 300, 0)])) == FLYER.split("\n")


def test_two_copies_one_above_the_other_are_read_once() -> None:
    flyer = block(FLYER, 0, 0)
    assert read(arrange([*flyer, *moved(flyer, 0, 400)])) == FLYER.split("\n")


def test_four_copies_are_read_once() -> None:
    flyer = block(FLYER, 0, 0)
    sheet = [*flyer, *moved(flyer, 300, 0), *moved(flyer, 0, 400), *moved(flyer, 300, 400)]
    assert read(arrange(sheet)) == FLYER.split("\n")


def test_a_copy_read_a_little_differently_is_still_a_copy() -> None:
    flyer = block(FLYER, 0, 0)
    copy = spelled(moved(flyer, 300.4, 1.2), "moulm", "moulin")
    assert read(arrange([*flyer, *copy])) == FLYER.split("\n")


def test_what_only_the_copy_holds_is_kept() -> None:
    flyer = block(FLYER, 0, 0)
    stamp = block("Mairie", 320, 90)
    assert read(arrange([*flyer, *moved(flyer, 300, 0), *stamp]))[-1] == "Mairie"


def test_two_flyers_for_two_days_are_both_read() -> None:
    flyer = block(FLYER, 0, 0)
    other = block(
        "Concert du soir\ndimanche 13 juin à 20 heures\nà la salle des fêtes\navec un bal\nprix libre", 300, 0
    )
    assert once([*flyer, *other]) == [*flyer, *other]


def test_a_table_that_repeats_itself_is_no_copy() -> None:
    words = [*block("9h\n10h\n11h\n12h", 0, 0), *block("Pause café\nVisite du moulin\nPause café\nRepas", 60, 0)]
    assert len(arrange(words)) == 4
