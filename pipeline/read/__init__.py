"""read(path) → Document: the words of a file, in the order a person reads them, each with its box and confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from pathlib import Path

from pipeline.errors import EmptyFile, UnsupportedKind
from pipeline.messages import say
from pipeline.model import Document, Issue
from pipeline.read.media import CONTAINERS, HEAD, media_type_of

VERSION = "2"
"""Raised whenever the same file may be read differently: documents read by another version are read again."""

OCR = "PP-OCRv6"
"""What reads pictures; see `networks.py`."""

IN_FLIGHT = 16
"""Documents handed to the workers at a time: enough to keep them busy, few enough to fit in memory."""


def read(path: Path, document_id: str) -> Document:
    """Read one file of the archive.

    Raises an `UnreadableDocument` when nothing can be read of it; what went wrong with single pages stands in the
    document's issues.
    """
    from pipeline.read.readers import READERS  # noqa: PLC0415 - where nothing is to be read, no parser is loaded

    content = path.read_bytes()
    if not content.strip():
        raise EmptyFile(file=document_id)
    media_type = media_type_of(path.name, content)
    if media_type not in READERS:
        raise UnsupportedKind(file=document_id, kind=media_type)
    pages, issues = READERS[media_type](path)
    if pages and not issues and not any(page.lines for page in pages):
        issues = (Issue("read", "page-blank", say("page-blank", page=1), 1),)
    return Document(document_id, hashlib.sha256(content).hexdigest(), media_type, len(content), pages, issues)


def read_all(files: Iterable[tuple[str, Path]], executor: Executor) -> Iterator[tuple[str, Future[Document]]]:
    """Read many files at once: each document id with its finished reading, in the order they finish."""
    pending: dict[Future[Document], str] = {}
    for document_id, path in files:
        pending[executor.submit(read, path, document_id)] = document_id
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


def version_of(document: Document) -> str:
    """What read this document: our version and, where pages went through OCR, the networks that read them."""
    return f"{VERSION}+{OCR}" if any(page.source == "ocr" for page in document.pages) else VERSION


def is_current(version: str) -> bool:
    """Whether a document read by that version need not be read again."""
    return version.partition("+")[0] == VERSION
