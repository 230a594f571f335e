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
from pipeline.model import Issue, Line, OcrMode, Page
from pipeline.read.evidence import Doubt, doubt, is_better, missing_from
from pipeline.read.layout import Glyphs, arrange, ordinary_size
from pipeline.read.letters import turned, words_by_angle
from pipeline.read.ocr import Sheet, read_sheet, resolution_for

Layer = Mapping[int, Sequence[Glyphs]]
"""The words of a text layer by the angle they are printed at."""
PageRead = tuple[Page, tuple[Issue, ...]]


def read_pdf(path: Path, mode: OcrMode = "auto") -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Every page by the way that suits it, or by the one asked for.

    Raises `EncryptedFile` when a password is needed, `BrokenFile` when the file is damaged.
    """
    try:
        with pdfplumber.open(path) as pdf:
            read = [_read_page(page, mode) for page in pdf.pages]
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise EncryptedFile(file=path.name) from error
        raise BrokenFile(file=path.name, detail=type(error.args[0]).__name__) from error
    except (PDFException, ValueError, TypeError, KeyError) as error:
        raise BrokenFile(file=path.name, detail=type(error).__name__) from error
    if not read:
        raise BrokenFile(file=path.name, detail="0 page")
    return tuple(page for page, _ in read), tuple(issue for _, issues in read for issue in issues)


def _read_page(page: Any, mode: OcrMode) -> PageRead:  # noqa: ANN401 - pdfplumber's Page has no public type
    """One page; it is closed afterwards, so that a long document needs no more memory than a short one."""
    try:
        if mode == "always":
            return _by_ocr(page, "ocr-wanted")
        layer = words_by_angle(page.chars)
        words = [item for some in layer.values() for item in some]
        if mode == "never":
            return _by_layer(page, layer, "ocr-unwanted"), _silence(page, words)
        why = doubt(page, words)
        if why is None:
            return _by_layer(page, layer, "text-layer-good"), ()
        if why == "missing":
            return _by_ocr(page, "no-text-layer")
        return _better(page, layer, why)
    finally:
        page.close()


def _silence(page: Any, words: Sequence[Glyphs]) -> tuple[Issue, ...]:  # noqa: ANN401
    """Where OCR is not wanted, a page without words is an issue."""
    number = page.page_number
    return () if words else (Issue("read", "ocr-unwanted", say("page-unread", page=number), number),)


def _better(page: Any, layer: Layer, why: Doubt) -> PageRead:  # noqa: ANN401
    """A page whose layer is in doubt, by the better of both readings."""
    words = [item for some in layer.values() for item in some]
    ocr, issues = _by_ocr(page, f"text-layer-{why}")
    if why != "partial":
        return (ocr, issues) if is_better(ocr, words) else (_by_layer(page, layer, "text-layer-kept"), ())
    more = missing_from(words, ocr)
    if not more:
        return _by_layer(page, layer, "text-layer-kept"), ()
    completed = {**layer, 0: [*layer.get(0, ()), *more]}
    return replace(_by_layer(page, completed, "text-layer-partial"), source="ocr", confidence=ocr.confidence), issues


def _by_ocr(page: Any, reason: str) -> PageRead:  # noqa: ANN401
    resolution = resolution_for(page.width, page.height)
    picture = page.to_image(resolution=resolution, antialias=True).original
    sheet = Sheet(page.page_number, page.width, page.height, "pt", say(reason))
    return read_sheet(picture, sheet, scale=72 / resolution)


def _by_layer(page: Any, layer: Layer, reason: str) -> Page:  # noqa: ANN401
    """The page by its text layer: what is printed at its chief angle first, then what is printed across it."""
    lines: list[Line] = []
    ordinary = ordinary_size([item for words in layer.values() for item in words])
    for angle, words in layer.items():
        last = lines[-1].block + 1 if lines else 0
        lines += [_turned_back(line, angle, last) for line in arrange(words, ordinary)]
    return Page(page.page_number, page.width, page.height, "pt", "text-layer", tuple(lines), reason=say(reason))


def _turned_back(line: Line, angle: int, last: int) -> Line:
    """A line with its boxes as they stand on the page."""
    words = line.words if not angle else tuple(word._replace(box=turned(word.box, -angle)) for word in line.words)
    return replace(line, words=words, block=line.block + last)
