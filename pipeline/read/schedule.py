"""Which page is read when: whatever has a text layer first, then the pages left for OCR, side by side."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.model import Document, Issue, OcrMode, Page
from pipeline.read.issues import of_page

IN_FLIGHT = 16
"""Tasks handed to the workers at a time: enough to keep them busy, few enough to fit in memory."""

PageRead = tuple[Page, tuple[Issue, ...]]
Outcome = Callable[[], Document]
"""Gives the document, or raises what went wrong."""


class Opened(NamedTuple):
    """A document as far as it is read without OCR, and the numbers of the pages left for it."""

    document: Document
    left: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reader:
    """How files are opened and the pages left are read: functions that can be sent to a worker process."""

    open: Callable[[Path, str, OcrMode], Opened]
    read_page: Callable[[Path, Document, int, OcrMode], PageRead]


@dataclass
class _Unfinished:
    """A document some of whose pages are still being read."""

    path: Path
    opened: Opened
    read: dict[int, Future[PageRead]] = field(default_factory=dict)


class Schedule:
    """Reads files side by side.

    Pages wait for OCR until every file has been opened: a page with a text layer never waits behind one without, and
    a scan of forty pages keeps every core busy.
    """

    def __init__(self, files: Iterable[tuple[str, Path]], mode: OcrMode, reader: Reader, executor: Executor) -> None:
        self.files, self.mode, self.reader, self.executor = iter(files), mode, reader, executor
        self.opening: dict[Future[Opened], tuple[str, Path]] = {}
        self.reading: dict[Future[PageRead], tuple[str, int]] = {}
        self.waiting: deque[tuple[str, int]] = deque()
        self.unfinished: dict[str, _Unfinished] = {}

    def outcomes(self) -> Iterator[tuple[str, Outcome]]:
        """Each document id with its outcome, in the order they finish."""
        self._hand_out()
        while self.opening or self.reading:
            tasks: list[Future[Any]] = [*self.opening, *self.reading]
            wait(tasks, return_when=FIRST_COMPLETED)
            for opened in [task for task in self.opening if task.done()]:
                yield from self._opened(opened)
            for read in [task for task in self.reading if task.done()]:
                yield from self._page_read(read)
            self._hand_out()

    def _hand_out(self) -> None:
        """Give the workers the next tasks."""
        while len(self.opening) + len(self.reading) < IN_FLIGHT:
            entry = next(self.files, None)
            if entry:
                document_id, path = entry
                self.opening[self.executor.submit(self.reader.open, path, document_id, self.mode)] = entry
            elif self.waiting:
                document_id, number = self.waiting.popleft()
                unfinished = self.unfinished[document_id]
                task = self.executor.submit(
                    self.reader.read_page, unfinished.path, unfinished.opened.document, number, self.mode
                )
                self.reading[task] = (document_id, number)
            else:
                return

    def _opened(self, task: Future[Opened]) -> Iterator[tuple[str, Outcome]]:
        document_id, path = self.opening.pop(task)
        if task.exception() or not task.result().left:
            yield document_id, lambda: task.result().document
            return
        opened = task.result()
        self.unfinished[document_id] = _Unfinished(path, opened)
        self.waiting.extend((document_id, number) for number in opened.left)

    def _page_read(self, task: Future[PageRead]) -> Iterator[tuple[str, Outcome]]:
        document_id, number = self.reading.pop(task)
        unfinished = self.unfinished[document_id]
        unfinished.read[number] = task
        if len(unfinished.read) == len(unfinished.opened.left):
            del self.unfinished[document_id]
            yield document_id, partial(_assembled, unfinished.opened.document, unfinished.read)


def _assembled(document: Document, tasks: Mapping[int, Future[PageRead]]) -> Document:
    """A document with the pages that were left. Raises what went wrong where not one page could be read."""
    failed = {number: error for number, task in tasks.items() if (error := task.exception())}
    if len(failed) == len(tasks) and not document.pages:
        raise next(iter(failed.values()))
    read = [_failed(number, failed[number]) if number in failed else task.result() for number, task in tasks.items()]
    return whole(document, read)


def whole(document: Document, read: Iterable[PageRead]) -> Document:
    """A document with the pages that were left, in their places."""
    read = list(read)
    pages = sorted([*document.pages, *(page for page, _ in read)], key=lambda page: page.number)
    issues = [*document.issues, *(issue for _, some in read for issue in some)]
    return replace(document, pages=tuple(pages), issues=tuple(sorted(issues, key=lambda issue: issue.page or 0)))


def _failed(number: int, error: BaseException) -> PageRead:
    """A page that could not be read, and the issue that says so: the others of its document are kept."""
    issue = of_page("page-failed", number, detail=str(error) or type(error).__name__)
    return Page(number, 1, 1, "px", "ocr", (), 0, 0.0), (issue,)
