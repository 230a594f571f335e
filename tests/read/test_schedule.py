"""Pages are read side by side: text layers first, and one that fails spoils no other."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model import Document, OcrMode, Page
from pipeline.read.schedule import Opened, PageRead, Reader, Schedule, whole

DOCUMENT = Document("", "00ff", "application/pdf", 1)


def _page(number: int) -> Page:
    return Page(number, 10, 10, "pt", "ocr", ())


class Desk:
    """Opens files named after how many pages are read at once and how many are left, "2-3"; remembers the order.

    Page 99 cannot be read.
    """

    def __init__(self) -> None:
        self.done: list[str] = []

    def open(self, path: Path, document_id: str, _: OcrMode) -> Opened:
        now, later = map(int, path.name.split("-"))
        self.done.append(document_id)
        left = (99,) if later == 99 else tuple(range(now + 1, now + later + 1))
        return Opened(replace(DOCUMENT, id=document_id, pages=tuple(map(_page, range(1, now + 1)))), left)

    def read_page(self, _: Path, document: Document, number: int, __: OcrMode) -> PageRead:
        if number == 99:
            raise ValueError("torn")
        self.done.append(f"{document.id} page {number}")
        return _page(number), ()

    def read(self, *names: str) -> Iterator[Document]:
        files = [(name, Path(name)) for name in names]
        with ThreadPoolExecutor(1) as executor:
            for _, outcome in Schedule(files, "auto", Reader(self.open, self.read_page), executor).outcomes():
                yield outcome()


def test_a_document_comes_back_whole_with_its_pages_in_order() -> None:
    (document,) = Desk().read("2-3")
    assert [page.number for page in document.pages] == [1, 2, 3, 4, 5]


def test_text_layers_never_wait_behind_ocr() -> None:
    desk = Desk()
    documents = list(desk.read("0-40", *["1-0"] * 40))
    assert documents[-1].id == "0-40"
    assert desk.done.index("0-40 page 1") > 40


def test_a_page_that_fails_is_an_issue_and_the_others_are_kept() -> None:
    (document,) = Desk().read("1-99")
    assert [page.number for page in document.pages] == [1, 99]
    assert [(issue.code, issue.page) for issue in document.issues] == [("page-failed", 99)]
    assert "torn" in document.issues[0].message


def test_a_document_of_which_nothing_can_be_read_fails_as_its_page_did() -> None:
    with pytest.raises(ValueError, match="torn"):
        list(Desk().read("0-99"))


def test_issues_stand_in_the_order_of_the_pages() -> None:
    (first,), (last,) = (Desk().read(name) for name in ("0-1", "0-2"))
    assert [page.number for page in whole(replace(DOCUMENT, pages=last.pages[1:]), [(first.pages[0], ())]).pages] == [
        1,
        2,
    ]
