"""HTML (Beautiful Soup): the visible text, block by block; headings, lists and tables keep their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from pipeline.model import Issue, Page
from pipeline.read.paragraphs import Paragraph, page_of

UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg"})
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt figcaption figure footer form header hr li main nav ol "
    "p pre section table ul".split()
) | frozenset(HEADINGS)
GROUPS = frozenset({"ul", "ol", "table", "dl"})
"""Their items and rows belong together."""
BOLD = frozenset({"b", "strong"})
SPACE = re.compile(r"[ \t\r\n]+")
"""White space that shows as one blank; a blank that does not break is none of it."""


@dataclass(frozen=True)
class Piece:
    """Text in one look. `line` and `block` number where it stands; `cell` its cell of a table row."""

    text: str
    line: int = 0
    block: int = 0
    cell: int = 0
    rank: int = 0
    bold: bool = False
    typed: bool = False
    """Blanks and line ends count, as in `pre`."""


def read_html(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """The page as a browser would show it without its style sheet."""
    return (page_of(paragraphs_of(path.read_bytes())),), ()


def paragraphs_of(content: bytes | str) -> Iterator[Paragraph]:
    """The lines of an HTML text in order; the text itself tells its encoding."""
    pieces = _Walk().through(BeautifulSoup(content, "lxml"), Piece(""))
    for _, line in groupby(pieces, key=lambda piece: piece.line):
        yield _paragraph(list(line))


def _paragraph(pieces: list[Piece]) -> Paragraph:
    cells = ("".join(piece.text for piece in cell) for _, cell in groupby(pieces, key=lambda piece: piece.cell))
    bold = all(piece.bold for piece in pieces if piece.text.strip())
    return Paragraph(tuple(cells), pieces[0].block, pieces[0].rank, bold=bold)


class _Walk:
    """Goes through a tree and counts the lines, blocks and cells it meets."""

    def __init__(self) -> None:
        self.line = self.block = self.cell = 0

    def through(self, tag: Tag, look: Piece) -> Iterator[Piece]:
        """The pieces below a tag, in the look it gives them."""
        for child in tag.children:
            if type(child) is NavigableString:
                yield from self._rows(str(child), look)
            elif isinstance(child, Tag) and child.name not in UNSEEN:
                yield from self._into(child, look)

    def _rows(self, text: str, look: Piece) -> Iterator[Piece]:
        """A text as it is shown: its own line ends count in typed text only."""
        rows = text.split("\n") if look.typed else [SPACE.sub(" ", text)]
        for number, row in enumerate(rows):
            self._part(line=number > 0, block=number > 0 and not row.strip(), cell=False)
            yield replace(look, text=row, line=self.line, block=self.block, cell=self.cell)

    def _into(self, tag: Tag, look: Piece) -> Iterator[Piece]:
        rank, bold = HEADINGS.get(tag.name, look.rank), look.bold or tag.name in BOLD
        parts_line = tag.name in BLOCKS or tag.name in ("tr", "br")
        parts_block = tag.name in BLOCKS and (tag.name in GROUPS or tag.find_parent(GROUPS) is None)
        self._part(line=parts_line, block=parts_block, cell=tag.name in ("td", "th"))
        yield from self.through(tag, replace(look, rank=rank, bold=bold, typed=look.typed or tag.name == "pre"))
        self._part(line=parts_line and tag.name != "br", block=parts_block, cell=False)

    def _part(self, *, line: bool, block: bool, cell: bool) -> None:
        self.line += line
        self.block += block
        self.cell += cell
