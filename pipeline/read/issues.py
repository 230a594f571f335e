"""What the archivist is told of a page: nothing is passed over in silence."""

from __future__ import annotations

from pipeline.messages import say
from pipeline.model import Issue


def of_page(code: str, page: int, **blanks: object) -> Issue:
    """The issue of one page, its sentence named like its code."""
    return Issue("read", code, say(code, page=page, **blanks), page)


def unread(page: int) -> Issue:
    """A page without words, since OCR is not wanted."""
    return Issue("read", "ocr-unwanted", say("page-unread", page=page), page)
