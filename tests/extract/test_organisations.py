"""Bodies: told by words, listed below a heading, paired with their acronym, alone on a letter head."""

from __future__ import annotations

import pytest

from pipeline.extract.organisations import Body, bodies_of
from pipeline.extract.segments import segments_of
from pipeline.model import Box, Document, Line, Page, Word


def _bodies(text: str) -> list[Body]:
    lines = tuple(_line(line, row) for row, line in enumerate(text.split("\n")))
    page = Page(1, 200, len(lines), "char", "text", lines)
    return bodies_of(segments_of(Document("a.txt", "0", "text/plain", 1, (page,))))


def _line(text: str, row: int) -> Line:
    words, left = [], 0
    for word in text.split():
        words.append(Word(word, Box(left, row, left + len(word), row + 1)))
        left += len(word) + 1
    return Line(tuple(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amicale laïque de Kerbihan", ["Amicale laïque de Kerbihan"]),
        ("Laboratoire ERMINE", ["Laboratoire ERMINE"]),
        ("CGT Abattoirs", ["CGT Abattoirs"]),
    ],
)
def test_a_letter_head_names_a_body(text: str, expected: list[str]) -> None:
    assert [body.name for body in _bodies(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "PARADE",
        "INAUGURATION",
        "MAIRIE DE",
        "Jean-Loup DARRIEUTORT",
        "MARTIN Sylvie",
        "Concert de printemps",
        "Présidente du Comité des fêtes",
        "Quel Conseil pour la ville ?",
    ],
)
def test_a_heading_or_a_person_alone_on_a_line_is_no_body(text: str) -> None:
    assert _bodies(text) == []


def test_capitals_that_stand_elsewhere_in_small_letters_are_a_word() -> None:
    assert _bodies("FETE\nLa fete commence\nFETE") == []


def test_capitals_repeated_and_never_said_in_small_letters_are_an_acronym() -> None:
    assert {body.name for body in _bodies("UDAG\nVenez nombreux\nUDAG")} == {"UDAG"}
