"""Programmes set as a grid: hours at the side, what is on beside them."""

from __future__ import annotations

from pipeline.extract.grids import with_grids
from pipeline.extract.segments import segments_of
from pipeline.model import Box, Document, Line, Page, Word


def _line(text: str, x: float, y: float, block: int) -> Line:
    """A line of ten-point letters, six points wide."""
    words, left = [], x
    for word in text.split():
        words.append(Word(word, Box(left, y, left + 6 * len(word), y + 10)))
        left += 6 * (len(word) + 1)
    return Line(tuple(words), block=block)


def _read(lines: list[tuple[str, float, float]]) -> list[str]:
    page = Page(1, 600, 800, "pt", "text-layer", tuple(_line(*line, block) for block, line in enumerate(lines)))
    document = Document("grille.pdf", "0" * 64, "application/pdf", 1, (page,))
    segments = with_grids(segments_of(document))
    for segment in segments:
        assert len(segment.offsets) == len(segment.text)
    return [segment.text for segment in segments]


HOURS = [("10h", 10.0, 100.0), ("11h30", 10.0, 150.0), ("14h", 10.0, 200.0), ("16h", 10.0, 250.0)]


def test_each_hour_gets_what_stands_at_its_height() -> None:
    found = _read(
        [
            ("SAMEDI", 200, 20),
            *HOURS,
            ("Ouverture", 100, 100),
            ("Contes", 100, 152),
            ("Concert", 100, 200),
            ("Jonglage", 300, 201),
            ("Bal", 300, 250),
        ]
    )
    assert found == ["SAMEDI", "10h\tOuverture", "11h30\tContes", "14h\tConcert\tJonglage", "16h\tBal"]


def test_lines_close_below_one_another_are_one_cell() -> None:
    found = _read([*HOURS, ("Atelier de", 100, 196), ("danse", 100, 207), ("Contes", 100, 150), ("Bal", 100, 250)])
    assert "14h\tAtelier de danse" in found


def test_hours_read_with_their_lines_are_left_alone() -> None:
    lines = [
        line
        for hour, y in (("10h", 100), ("11h", 150), ("14h", 200), ("16h", 250))
        for line in ((hour, 10.0, float(y)), ("Contes", 100.0, float(y)))
    ]
    assert _read(lines) == ["10h", "Contes", "11h", "Contes", "14h", "Contes", "16h", "Contes"]
