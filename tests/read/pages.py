"""Pages set in words: what a test says in a few lines of text becomes boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import Box, Line, Word
from pipeline.read.layout import Glyphs

SIZE = 10.0
"""Letters are ten units high and five wide, a blank as wide as a letter less a half; lines stand twelve apart."""


def printed(text: str, x: float, y: float, size: float = SIZE, *, bold: bool = False) -> Iterator[Glyphs]:
    """The words of one line; its top left corner is at (x, y)."""
    for word in text.split():
        width = len(word) * size / 2
        yield Glyphs(Word(word, Box(x, y, x + width, y + size)), size, bold)
        x += width + size / 4


def block(lines: str | Iterable[str], x: float, y: float, size: float = SIZE) -> list[Glyphs]:
    """Lines below one another, flush left; an empty line leaves a white band."""
    rows = lines.split("\n") if isinstance(lines, str) else lines
    return [word for row, line in enumerate(rows) for word in printed(line.strip(), x, y + 1.2 * size * row, size)]


def read(lines: Iterable[Line]) -> list[str]:
    """The lines as text, cells parted by bars."""
    return [
        " ".join(("| " if index in line.cells[1:] else "") + word.text for index, word in enumerate(line.words))
        for line in lines
    ]
