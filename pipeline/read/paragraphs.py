"""Documents that know their own structure (DOCX, ODT, HTML, RTF, e-mail): paragraphs → pages of characters.

Such a document has no printed lines: a paragraph is one line, and so is a row of a table with its cells. Headings keep
their rank as size and weight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Box, Line, Page, Word
from pipeline.read.blanks import cells_of

SIZES = {1: 2.0, 2: 1.6, 3: 1.3}
SMALL_HEADING = 1.15
"""The size of headings below the third rank."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, or one row of a table: the texts of its cells.

    `rank` is a heading's, 1 the highest; 0 is ordinary text. `size` is relative to ordinary text where the document
    sets one itself. `block` numbers what belongs together: a list, a table, the lines of one paragraph.
    """

    cells: tuple[str, ...]
    block: int = 0
    rank: int = 0
    size: float = 1.0
    bold: bool = False


def page_of(paragraphs: Iterable[Paragraph], number: int = 1) -> Page:
    """The paragraphs as a sheet of characters, one row each; empty ones are passed over.

    Tabs and aligned blanks in a paragraph part cells as well.
    """
    lines: list[Line] = []
    blocks: dict[int, int] = {}
    paragraphs = list(paragraphs)
    parted = cells_of([paragraph.cells[0] if len(paragraph.cells) == 1 else "" for paragraph in paragraphs])
    for paragraph, cells in zip(paragraphs, parted, strict=True):
        words, starts = _words(paragraph.cells if len(paragraph.cells) > 1 else cells, len(lines))
        if words:
            block = blocks.setdefault(paragraph.block, len(blocks))
            size = size_of_heading(paragraph.rank) if paragraph.rank else paragraph.size
            lines.append(Line(words, block, size, paragraph.bold or paragraph.rank > 0, starts))
    width = max((line.box.x1 for line in lines), default=0)
    return Page(number, width, len(lines), "char", "text", tuple(lines))


def size_of_heading(rank: int) -> float:
    """The size of a heading of that rank, 1 the highest, relative to ordinary text."""
    return SIZES.get(rank, SMALL_HEADING)


def _words(cells: tuple[str, ...], y: int) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """The words of a row at the columns they stand in, and which of them begin a cell."""
    words: list[Word] = []
    starts: list[int] = []
    x = 0
    for cell in cells:
        found = cell.split()
        if found:
            starts.append(len(words))
        for text in found:
            words.append(Word(text, Box(x, y, x + len(text), y + 1)))
            x += len(text) + 1
        x += 1
    return tuple(words), tuple(starts)
