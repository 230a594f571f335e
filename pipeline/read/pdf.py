"""PDF: the text layer where there is one (pdfplumber), a picture read by OCR where there is none, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import BrokenFile, EncryptedFile
from pipeline.messages import say
from pipeline.model import Issue, Line, Page
from pipeline.read.layout import Glyphs, arrange, ordinary_size
from pipeline.read.letters import turned, words_by_angle
from pipeline.read.ocr import Sheet, read_sheet, resolution_for

MIN_LETTERS = 12
"""A page whose text layer holds fewer letters than this is taken for a picture."""


def read_pdf(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Every page by the way that suits it.

    Raises `EncryptedFile` when a password is needed, `BrokenFile` when the file is damaged.
    """
    try:
        with pdfplumber.open(path) as pdf:
            read = [_read_page(page) for page in pdf.pages]
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise EncryptedFile(file=path.name) from error
        raise BrokenFile(file=path.name, detail=type(error.args[0]).__name__) from error
    except (PDFException, ValueError, TypeError, KeyError) as error:
        raise BrokenFile(file=path.name, detail=type(error).__name__) from error
    if not read:
        raise BrokenFile(file=path.name, detail="0 page")
    return tuple(page for page, _ in read), tuple(issue for _, issues in read for issue in issues)


def _read_page(page: Any) -> tuple[Page, tuple[Issue, ...]]:  # noqa: ANN401 - pdfplumber's Page has no public type
    """One page; it is closed afterwards, so that a long document needs no more memory than a short one."""
    try:
        angles = words_by_angle(page.chars)
        if sum(len(item.word.text) for words in angles.values() for item in words) >= MIN_LETTERS:
            return _text_page(page, angles), ()
        resolution = resolution_for(page.width, page.height)
        picture = page.to_image(resolution=resolution, antialias=True).original
        sheet = Sheet(page.page_number, page.width, page.height, "pt", say("no-text-layer"))
        return read_sheet(picture, sheet, scale=72 / resolution)
    finally:
        page.close()


def _text_page(page: Any, angles: Mapping[int, Sequence[Glyphs]]) -> Page:  # noqa: ANN401
    """The page by its text layer: what is printed at its chief angle first, then what is printed across it."""
    lines: list[Line] = []
    ordinary = ordinary_size([item for words in angles.values() for item in words])
    for angle, words in angles.items():
        last = lines[-1].block + 1 if lines else 0
        lines += [_turned_back(line, angle, last) for line in arrange(words, ordinary)]
    chief = next(iter(angles)) if angles else 0
    rotation = chief if chief % 90 == 0 else 0
    return Page(page.page_number, page.width, page.height, "pt", "text-layer", tuple(lines), rotation)


def _turned_back(line: Line, angle: int, last: int) -> Line:
    """A line with its boxes as they stand on the page."""
    words = line.words if not angle else tuple(word._replace(box=turned(word.box, -angle)) for word in line.words)
    return replace(line, words=words, block=line.block + last)
