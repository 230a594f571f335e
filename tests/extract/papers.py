"""Documents made of typed or of printed lines, for tests: a tab parts cells, an empty line parts blocks."""

from __future__ import annotations

from pipeline.extract.segments import Segment, segments_of
from pipeline.model import Box, Document, Line, Page, Word

SHEET = 600.0
"""Width of a printed sheet, in points."""


def segments(text: str) -> list[Segment]:
    """The segments of a paper with these lines."""
    return segments_of(document(text))


def document(text: str) -> Document:
    """A paper with these lines, on one page."""
    lines = tuple(_lines(text))
    page = Page(1, 200, len(lines) + 1, "char", "text", lines)
    return Document("a.txt", "0", "text/plain", 1, (page,))


def poster(text: str) -> Document:
    """A printed sheet whose centred lines may begin with their size, as a share of the usual one: "2.5| LE FLEUVE"."""
    lines: list[Line] = []
    block, top = 0, 0.0
    for printed in text.split("\n"):
        size, _, told = printed.rpartition("| ")
        height = 10 * float(size or 1)
        if told.strip():
            lines.append(_centred(told.split(), top, height, block))
        block += not told.strip()
        top += 1.5 * height
    page = Page(1, SHEET, top, "pt", "text-layer", tuple(lines))
    return Document("a.pdf", "0", "application/pdf", 1, (page,))


def _centred(texts: list[str], top: float, height: float, block: int) -> Line:
    letter = height / 2
    left = (SHEET - letter * (len(" ".join(texts)))) / 2
    words: list[Word] = []
    for text in texts:
        words.append(Word(text, Box(left, top, left + letter * len(text), top + height)))
        left += letter * (len(text) + 1)
    return Line(tuple(words), block, size=height / 10, centred=True)


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
