"""read(path) → Document: the words of a file, in the order a person reads them, each with its box and confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path

from pipeline.errors import EmptyFile, UnsupportedKind
from pipeline.messages import say
from pipeline.model import Document, Issue, OcrMode, Page
from pipeline.read.media import CONTAINERS, HEAD, media_type_of

VERSION = "3"
"""Raised whenever the same file may be read differently: documents read by another version are read again."""

OCR = "PP-OCRv6"
"""What reads pictures; see `networks.py`."""
ASKED = "+ocr-"
"""Stands before how OCR was asked for, in the version of a reading."""
IN_FLIGHT = 16
"""Documents handed to the workers at a time: enough to keep them busy, few enough to fit in memory."""


def read(path: Path, document_id: str, mode: OcrMode = "auto") -> Document:
    """Read one file of the archive, its pages by OCR as `mode` says.

    Raises an `UnreadableDocument` when nothing can be read of it; what went wrong with single pages stands in the
    document's issues.
    """
    from pipeline.read.readers import READERS, SCANNERS  # noqa: PLC0415 - where nothing is to be read, no parser is loaded

    content = path.read_bytes()
    if not content.strip():
        raise EmptyFile(file=document_id)
    media_type = media_type_of(path.name, content)
    if media_type in SCANNERS:
        pages, issues = SCANNERS[media_type](path, mode)
    elif media_type in READERS:
        pages, issues = READERS[media_type](path)
    else:
        raise UnsupportedKind(file=document_id, kind=media_type)
    if pages and not issues and not any(page.lines for page in pages):
        issues = (Issue("read", "page-blank", say("page-blank", page=1), 1),)
    return Document(document_id, hashlib.sha256(content).hexdigest(), media_type, len(content), pages, issues)


def read_all(
    files: Iterable[tuple[str, Path]], executor: Executor, mode: OcrMode = "auto"
) -> Iterator[tuple[str, Future[Document]]]:
    """Read many files at once: each document id with its finished reading, in the order they finish."""
    pending: dict[Future[Document], str] = {}
    for document_id, path in files:
        pending[executor.submit(read, path, document_id, mode)] = document_id
        if len(pending) >= IN_FLIGHT:
            yield from _finished(pending)
    while pending:
        yield from _finished(pending)


def _finished(pending: dict[Future[Document], str]) -> Iterator[tuple[str, Future[Document]]]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future


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
