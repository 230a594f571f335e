"""Documents made of typed lines, for tests: a tab parts cells, an empty line parts blocks."""

from __future__ import annotations

from pipeline.extract.segments import Segment, segments_of
from pipeline.model import Box, Document, Line, Page, Word


def segments(text: str) -> list[Segment]:
    """The segments of a paper with these lines."""
    return segments_of(document(text))


def document(text: str) -> Document:
    """A paper with these lines, on one page."""
    lines = tuple(_lines(text))
    page = Page(1, 200, len(lines) + 1, "char", "text", lines)
    return Document("a.txt", "0", "text/plain", 1, (page,))


def _lines(text: str) -> list[Line]:
    lines, block = [], 0
    for row, line in enumerate(text.split("\n")):
        if line.strip():
            lines.append(_line(line, row, block))
        else:
            block += 1
    return lines


def _line(text: str, row: int, block: int) -> Line:
    words: list[Word] = []
    cells: list[int] = []
    left = 0
    for cell in text.split("\t"):
        cells.append(len(words))
        for word in cell.split():
            words.append(Word(word, Box(left, row, left + len(word), row + 1)))
            left += len(word) + 1
        left += 8
    return Line(tuple(words), block, cells=tuple(cells))
