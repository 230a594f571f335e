"""What stands around the words of a line for looks only."""

from __future__ import annotations

import pytest

from pipeline.extract.ornaments import begins_with_ornament, words_of_line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # emoji lead and close the lines of a flyer
        ("🎪 Cirque Pimprenelle 🎪", ("Cirque Pimprenelle", False)),
        ("📍 Salle des fêtes", ("Salle des fêtes", False)),
        ("☎️ 03 21 00 00 00", ("03 21 00 00 00", False)),
        # marks on both sides are no bullet
        ("* VISITES GUIDÉES *", ("VISITES GUIDÉES", False)),
        ("*** LOTO ***", ("LOTO", False)),
        ("!!! Réunion reportée !!!", ("Réunion reportée", False)),
        ("~ Au programme ~", ("Au programme", False)),
        ("– Pause –", ("Pause", False)),
        # a bullet is
        ("• Bal", ("Bal", True)),
        ("- Vote des statuts", ("Vote des statuts", True)),
        ("3) Questions diverses", ("Questions diverses", True)),
        # what belongs to the words stays
        ("(sous réserve)", ("(sous réserve)", False)),
        ("Qui vient ?!", ("Qui vient ?!", False)),
        ("18/02/2016 *", ("18/02/2016 *", False)),
        ("🎪", ("🎪", False)),
    ],
)
def test_the_words_of_a_line_stand_between_its_ornaments(line: str, expected: tuple[str, bool]) -> None:
    start, end, bullet = words_of_line(line)
    assert (line[start:end], bullet) == expected


@pytest.mark.parametrize("line", ["🕒 de 14h à 19h", "• Bal", "a) Bal"])
def test_a_picture_opens_a_line_as_a_bullet_does(line: str) -> None:
    assert begins_with_ornament(line)


def test_words_open_a_line_without_ornament() -> None:
    assert not begins_with_ornament("Bal des pompiers")
