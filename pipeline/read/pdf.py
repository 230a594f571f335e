"""PDF: the text layer where there is one (pdfplumber), a picture read by OCR where there is none, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException
from PIL import Image
from pypdfium2 import PdfiumError

from pipeline.errors import BrokenFile, EncryptedFile
from pipeline.messages import say
from pipeline.model import Issue, OcrMode, Page
from pipeline.read import drawing
from pipeline.read.evidence import REASONS, Doubt, doubt, is_better, missing_from
from pipeline.read.frames import frames_of
from pipeline.read.issues import of_page, unread
from pipeline.read.layout import Glyphs, arrange, one_after_another, ordinary_size
from pipeline.read.letters import turned, words_by_angle
from pipeline.read.ocr import Sheet, read_sheet, resolution_for
from pipeline.read.repeats import is_repeated

Layer = Mapping[int, Sequence[Glyphs]]
"""The words of a text layer by the angle they are printed at."""
PageRead = tuple[Page, tuple[Issue, ...]]


def read_layers(path: Path, mode: OcrMode = "auto") -> dict[int, PageRead | None]:
    """Every page whose text layer will do; None for those that must be drawn and read by OCR.

    Raises `EncryptedFile` when a password is needed, `BrokenFile` when the file is damaged.
    """
    with _opened(path) as pages:
        read = {page.page_number: _by_trusted_layer(page, mode) for page in pages}
    if not read:
        raise BrokenFile(file=path.name)
    return read


def read_page(path: Path, number: int, mode: OcrMode, image: Path | None) -> PageRead:
    """One page by OCR, or by the better of both readings; its picture is written to `image`."""
    with _opened(path, number) as pages:
        return _by_evidence(pages[0], mode, image)


def draw(path: Path, number: int, rotation: int, image: Path) -> None:
    """Write the picture of a page that was not drawn to be read."""
    with _opened(path, number) as pages:
        drawing.keep(_picture(pages[0], drawing.resolution_for(pages[0].width, pages[0].height)), rotation, image)


@contextmanager
def _opened(path: Path, number: int | None = None) -> Iterator[Sequence[Any]]:
    """The pages of a file, or one of them."""
    try:
        with pdfplumber.open(path, pages=[number] if number else None) as pdf:
            yield pdf.pages
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise EncryptedFile(file=path.name) from error
        raise BrokenFile(file=path.name) from error
    except (PDFException, PdfiumError, ValueError, TypeError, KeyError) as error:
        raise BrokenFile(file=path.name) from error


def _picture(page: Any, resolution: float) -> Image.Image:  # noqa: ANN401 - pdfplumber's Page has no public type
    """The page drawn at so many dots per inch. Raises `PdfiumError`."""
    picture: Image.Image = page.to_image(resolution=resolution, antialias=True).original
    return picture


def _by_trusted_layer(page: Any, mode: OcrMode) -> PageRead | None:  # noqa: ANN401
    """One page; it is closed afterwards, so that a long document needs no more memory than a short one."""
    if mode == "always":
        return None
    try:
        layer = words_by_angle(page.chars)
        words = [item for some in layer.values() for item in some]
        if mode == "never":
            return _by_layer(page, layer, "ocr-unwanted") if words else _unread(page)
        return _by_layer(page, layer, "text-layer-good") if doubt(page, words) is None else None
    finally:
        page.close()


def _by_evidence(page: Any, mode: OcrMode, image: Path | None) -> PageRead:  # noqa: ANN401
    """A page that goes through OCR, since that is asked for or its layer is missing or in doubt."""
    resolution = resolution_for(page.width, page.height)
    picture = _picture(page, resolution)
    layer = words_by_angle(page.chars)
    why = doubt(page, [item for some in layer.values() for item in some]) or "missing"
    reason = "ocr-wanted" if mode == "always" else REASONS[why]
    sheet = Sheet(page.page_number, page.width, page.height, "pt", say(reason))
    read = read_sheet(picture, sheet, scale=72 / resolution)
    if mode != "always" and why != "missing":
        read = _better(page, layer, why, read)
    if image:
        drawing.keep(picture, read[0].rotation, image)
    return read


def _unread(page: Any) -> PageRead:  # noqa: ANN401
    """Where OCR is not wanted, a page without words is an issue."""
    return _by_layer(page, {}, "ocr-unwanted")[0], (unread(page.page_number),)


def _better(page: Any, layer: Layer, why: Doubt, by_ocr: PageRead) -> PageRead:  # noqa: ANN401
    """A page whose layer is in doubt, by the better of both readings."""
    words = [item for some in layer.values() for item in some]
    ocr, issues = by_ocr
    if why != "partial":
        return (ocr, issues) if is_better(ocr, words) else _by_layer(page, layer, "text-layer-kept")
    more = missing_from(words, ocr)
    if not more:
        return _by_layer(page, layer, "text-layer-kept")
    completed, _ = _by_layer(page, {**layer, 0: [*layer.get(0, ()), *more]}, "text-layer-partial")
    return replace(completed, source="ocr", confidence=ocr.confidence), issues


def _by_layer(page: Any, layer: Layer, reason: str) -> PageRead:  # noqa: ANN401
    """The page by its text layer: what is printed at its chief angle first, then what is printed across it."""
    ordinary = ordinary_size([item for words in layer.values() for item in words])
    lines = one_after_another(
        (arrange(words, ordinary, frames_of(page, words) if not angle else ()), partial(turned, angle=-angle))
        for angle, words in layer.items()
    )
    number = page.page_number
    read = Page(number, page.width, page.height, "pt", "text-layer", lines, reason=say(reason))
    return read, (of_page("page-repeated", number),) if any(map(is_repeated, layer.values())) else ()
