"""PDF: the text layer where there is one (pdfplumber), a picture read by OCR where there is none, page by page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import BrokenFile, EncryptedFile
from pipeline.messages import say
from pipeline.model import Box, Issue, Page, Word
from pipeline.read.layout import Glyphs, arrange
from pipeline.read.ocr import RESOLUTION, Sheet, read_sheet

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
        words = _text_layer(page)
        if sum(len(item.word.text) for item in words) >= MIN_LETTERS:
            return Page(page.page_number, page.width, page.height, "pt", "text-layer", arrange(words)), ()
        picture = page.to_image(resolution=RESOLUTION, antialias=True).original
        sheet = Sheet(page.page_number, page.width, page.height, "pt", say("no-text-layer"))
        return read_sheet(picture, sheet, scale=72 / RESOLUTION)
    finally:
        page.close()


def _text_layer(page: Any) -> list[Glyphs]:  # noqa: ANN401
    """The words pdfplumber finds, with the size and weight of their letters."""
    found = page.dedupe_chars().extract_words(
        extra_attrs=["fontname", "size"], x_tolerance_ratio=0.18, x_tolerance=2, y_tolerance=3, keep_blank_chars=False
    )
    return [
        Glyphs(
            Word(word["text"], Box(word["x0"], word["top"], word["x1"], word["bottom"])),
            word["size"],
            "bold" in word["fontname"].lower() or "black" in word["fontname"].lower(),
        )
        for word in found
        if word["text"].strip()
    ]
