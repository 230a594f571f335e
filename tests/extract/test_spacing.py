"""Letters set apart for looks."""

from __future__ import annotations

import pytest

from pipeline.extract.segments import segments_of
from pipeline.extract.spacing import spelled
from pipeline.model import Box, Document, Line, Page, Word


def line(text: str) -> Line:
    """A typed line, every blank as wide as a letter."""
    words, left = [], 0
    for part in text.split(" "):
        if part:
            words.append(Word(part, Box(left, 0, left + len(part), 1)))
        left += len(part) + 1
    return Line(tuple(words), 0)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("C O N C E R T", "CONCERT"),
        ("p e i n t u r e s   r é c e n t e s", "peintures récentes"),
        ("A S S E M B L É E   G É N É R A L E", "ASSEMBLÉE GÉNÉRALE"),
        ("C O N C E R T !", "CONCERT!"),
        # nothing is closed up where words stand
        ("à la mairie", "à la mairie"),
        ("A B C", "A B C"),
        ("1 2 3 4 5 6", "1 2 3 4 5 6"),
    ],
)
def test_letters_set_apart_are_read_as_words(printed: str, read: str) -> None:
    assert spelled(line(printed))[0] == read


def test_every_letter_still_leads_to_its_place_on_the_page() -> None:
    page = Page(1, 200, 2, "char", "text", (line("V u   l e   3   m a i"),))
    (segment,) = segments_of(Document("a.txt", "0", "text/plain", 1, (page,)))
    printed = page.lines[0].text
    assert segment.text == "Vu le 3 mai"
    assert [printed[offset] for offset, letter in zip(segment.offsets, segment.text, strict=True) if letter != " "] == [
        letter for letter in segment.text if letter != " "
    ]
