"""Which reader reads what: the table of formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.model import Issue, OcrMode, Page
from pipeline.read import containers, html, image, mail, odt, pdf, rtf, text, word
from pipeline.read.media import DOCX, MAIL, ODT, ZIP

Reading = tuple[tuple[Page, ...], tuple[Issue, ...]]
PageRead = tuple[Page, tuple[Issue, ...]]
Reader = Callable[[Path], Reading]

READERS: Mapping[str, Reader] = {
    "text/plain": text.read_text,
    "text/markdown": text.read_text,
    "text/html": html.read_html,
    "application/rtf": rtf.read_rtf,
    DOCX: word.read_docx,
    ODT: odt.read_odt,
    MAIL: mail.read_mail,
    ZIP: containers.read_zip,
}

PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp", "image/heic")
PDF = "application/pdf"


class FirstLook(NamedTuple):
    """What is read of a document without OCR, and the numbers of the pages left for it."""

    pages: tuple[Page, ...]
    issues: tuple[Issue, ...] = ()
    left: tuple[int, ...] = ()


def is_readable(media_type: str) -> bool:
    """Whether there is a reader for files of that kind."""
    return media_type in READERS or media_type in PICTURES or media_type == PDF


def first_look(path: Path, media_type: str, mode: OcrMode) -> FirstLook:
    """Read what needs no OCR. Raises an `UnreadableDocument`."""
    if media_type in PICTURES:
        return FirstLook((), (), tuple(range(1, image.count(path) + 1)))
    if media_type != PDF:
        return FirstLook(*READERS[media_type](path))
    layers = pdf.read_layers(path, mode)
    read = [page for page in layers.values() if page]
    left = tuple(number for number, page in layers.items() if page is None)
    return FirstLook(tuple(page for page, _ in read), tuple(issue for _, some in read for issue in some), left)


def read_page(path: Path, media_type: str, number: int, mode: OcrMode, image_to: Path | None) -> PageRead:
    """Read a page that was left for OCR; its picture is written to `image_to`. Raises an `UnreadableDocument`."""
    read = pdf.read_page if media_type == PDF else image.read_page
    return read(path, number, mode, image_to)


def draw_page(path: Path, media_type: str, page: Page, image_to: Path) -> None:
    """Write the picture of a page that is not drawn to be read. Raises an `UnreadableDocument`."""
    draw = pdf.draw if media_type == PDF else image.draw
    draw(path, page.number, page.rotation, image_to)
