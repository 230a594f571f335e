"""DOCX (python-docx): paragraphs, headings, lists, tables and the text boxes flyers are made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsmap, qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import XMLSyntaxError, XPath

from pipeline.model import Issue, Page
from pipeline.read.locked import why_closed
from pipeline.read.paragraphs import Paragraph, page_of

NAMESPACES = {"w": nsmap["w"], "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
BEARERS = XPath(
    ".//*[self::w:p[not(ancestor::w:tbl)] or self::w:tr][not(ancestor::w:tr)][not(ancestor::mc:Fallback)]",
    namespaces=NAMESPACES,
)
"""Paragraphs outside tables, and rows of tables, in order. Word stores a text box twice; the copy for older programs
(`mc:Fallback`) is passed over."""
CELLS = XPath("./w:tc", namespaces=NAMESPACES)
IN_CELL = XPath(".//w:p[not(ancestor::mc:Fallback)]", namespaces=NAMESPACES)
LIST = XPath("./w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMESPACES)
HEADINGS = {"Title": 1, "Subtitle": 2} | {f"Heading {rank}": rank for rank in range(1, 7)}


def read_docx(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Header, body and footer as one page: where Word breaks pages is not stored in the file.

    Raises `EncryptedFile` when a password is needed, `BrokenFile` when it is no Word document.
    """
    try:
        document = docx.Document(str(path))
        section = document.sections[0]
        ordinary = median([size for item in document.paragraphs if (size := _points(item))] or [0])
        paragraphs: list[Paragraph] = []
        for part in (section.header, document, section.footer):
            paragraphs += _paragraphs(part, ordinary, len(paragraphs))
    except (BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, IndexError) as error:
        raise why_closed(path) from error
    return (page_of(paragraphs),), ()


def _paragraphs(part: Any, ordinary: float, block: int) -> Iterator[Paragraph]:  # noqa: ANN401 - three classes of docx
    """What a part of the document says; the items of a list and the rows of a table share a block."""
    group = None
    for bearer in BEARERS(part._element):  # noqa: SLF001 - text boxes have no public way to them
        before, group = group, bearer.getparent() if bearer.tag == qn("w:tr") else next(iter(LIST(bearer)), None)
        block += group is None or group != before
        if bearer.tag == qn("w:tr"):
            cells = ((WordParagraph(item, part).text for item in IN_CELL(cell)) for cell in CELLS(bearer))
            yield Paragraph(tuple(" ".join(texts) for texts in cells), block)
        else:
            yield from _lines(WordParagraph(bearer, part), block, ordinary)


def _lines(paragraph: WordParagraph, block: int, ordinary: float) -> Iterator[Paragraph]:
    """A paragraph, parted at the line breaks set by hand."""
    rank = HEADINGS.get((paragraph.style and paragraph.style.name) or "", 0)
    size = round(_points(paragraph) / ordinary, 2) if ordinary and _points(paragraph) else 1.0
    bold = all(run.bold for run in paragraph.runs if run.text.strip())
    for line in paragraph.text.split("\n"):
        yield Paragraph((line,), block, rank, size, bold)


def _points(paragraph: WordParagraph) -> float:
    """The size of the paragraph's largest letters as set in it or in its style; 0 where nothing sets one."""
    sizes = [run.font.size.pt for run in paragraph.runs if run.text.strip() and run.font.size]
    styled = paragraph.style.font.size if paragraph.style else None
    return max(sizes, default=styled.pt if styled and paragraph.text.strip() else 0.0)
