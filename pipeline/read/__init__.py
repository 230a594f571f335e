"""read(path) → Document: the words of a file, in the order a person reads them, each with its box and confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pipeline.errors import EmptyFile, UnreadableDocument, UnsupportedKind
from pipeline.folder import page_image
from pipeline.model import Document, Issue, OcrMode, Page
from pipeline.read.issues import of_page
from pipeline.read.media import CONTAINERS, HEAD, media_type_of
from pipeline.read.schedule import Opened, Outcome, PageRead, Reader, Schedule, whole

VERSION = "7"
"""Raised whenever the same file may be read differently: documents read by another version are read again."""

OCR = "PP-OCRv6"
"""What reads pictures; see `networks.py`."""
ASKED = "+ocr-"
"""Stands before how OCR was asked for, in the version of a reading."""


def read(path: Path, document_id: str, mode: OcrMode = "auto") -> Document:
    """Read one file of the archive, its pages by OCR as `mode` says.

    Raises an `UnreadableDocument` when nothing can be read of it; what went wrong with single pages stands in the
    document's issues.
    """
    document, left = _open(path, document_id, mode)
    return whole(document, [_read_page(None, path, document, number, mode) for number in left])


def read_all(
    files: Iterable[tuple[str, Path]], executor: Executor, mode: OcrMode = "auto", images: Path | None = None
) -> Iterator[tuple[str, Outcome]]:
    """Read many files at once: each document id with its outcome, in the order they finish.

    Pictures of the pages drawn for OCR are kept below the folder `images`.
    """
    return Schedule(files, mode, Reader(_open, partial(_read_page, images)), executor).outcomes()


def _open(path: Path, document_id: str, mode: OcrMode) -> Opened:
    """A document as far as it is read without OCR."""
    from pipeline.read import readers  # noqa: PLC0415 - where nothing is to be read, no parser is loaded

    content = path.read_bytes()
    if not content.strip():
        raise EmptyFile(file=document_id)
    media_type = media_type_of(path.name, content)
    if not readers.is_readable(media_type):
        raise UnsupportedKind(file=document_id, kind=path.suffix.lower() or media_type)
    with _named(document_id):
        pages, issues, left = readers.first_look(path, media_type, mode)
    if pages and not issues and not left and not any(page.lines for page in pages):
        issues = (of_page("page-blank", 1),)
    checksum = hashlib.sha256(content).hexdigest()
    return Opened(Document(document_id, checksum, media_type, len(content), pages, issues), left)


def _read_page(images: Path | None, path: Path, document: Document, number: int, mode: OcrMode) -> PageRead:
    """A page left for OCR."""
    from pipeline.read import readers  # noqa: PLC0415 - as above

    image_to = page_image(images, document.sha256, number) if images else None
    with _named(document.id):
        return readers.read_page(path, document.media_type, number, mode, image_to)


@contextmanager
def _named(document_id: str) -> Iterator[None]:
    """An error names the document with its folder, as the archivist knows it."""
    try:
        yield
    except UnreadableDocument as error:
        raise type(error)(**{**error.blanks, "file": document_id}) from error


def has_pictures(media_type: str) -> bool:
    """Whether the pages of such files can be shown as they look."""
    return media_type == "application/pdf" or media_type.startswith("image/")


def draw(path: Path, document: Document, images: Path) -> tuple[Issue, ...]:
    """Write the pictures of a document's pages that are not yet there; the issues of those that cannot be drawn."""
    from pipeline.read import readers  # noqa: PLC0415 - as above

    issues = []
    for page in document.pages:
        image_to = page_image(images, document.sha256, page.number)
        if not image_to.exists():
            try:
                readers.draw_page(path, document.media_type, page, image_to)
            except UnreadableDocument:
                issues.append(of_page("page-undrawn", page.number))
    return tuple(issues)


def blacken(picture: Path, spots: Iterable[tuple[float, float, float, float]], target: Path) -> None:
    """Write a copy of a page's picture with boxes blacked out, each in shares of the picture's width and height."""
    from pipeline.read import drawing  # noqa: PLC0415 - as above

    drawing.blacken(picture, spots, target)


def media_type(path: Path) -> str:
    """The IANA media type of a file, also of one that cannot be read."""
    with path.open("rb") as stream:
        return media_type_of(path.name, stream.read(HEAD))


def holds_others(path: Path) -> bool:
    """Whether a file may hold other documents: a ZIP, an e-mail."""
    return media_type(path) in CONTAINERS


def unpack(path: Path, target: Path) -> None:
    """Write what a file holds below a folder. Raises an `UnreadableDocument` where that cannot be done."""
    from pipeline.read import containers  # noqa: PLC0415 - as above

    containers.unpack(path, media_type(path), target)


def show(path: Path, pages: Sequence[Page], target: Path) -> list[Path]:
    """Draw what was read over each page; the pictures written below `target`."""
    from pipeline.read import overlay  # noqa: PLC0415 - as above

    return overlay.write(path, pages, target)


def version_of(document: Document, mode: OcrMode = "auto") -> str:
    """What read this document: our version, the networks that read its pictures, and how OCR was asked for."""
    tools = f"{VERSION}+{OCR}" if any(page.source == "ocr" for page in document.pages) else VERSION
    return tools + (f"{ASKED}{mode}" if mode != "auto" else "")


def is_current(version: str, mode: OcrMode | None = None) -> bool:
    """Whether a document read by that version need not be read again; `mode` None: however OCR was asked for then."""
    version, _, asked = version.partition(ASKED)
    return version.partition("+")[0] == VERSION and mode in (None, asked or "auto")
