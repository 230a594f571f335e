"""Mentions: every value an event holds is tied to the characters and the boxes on the page it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from pipeline.extract.segments import Segment
from pipeline.model import Box, Document, Mention, MentionKind, Page


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` of a segment."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        """Those characters."""
        return self.segment.text[self.start : self.end]


@dataclass
class MentionBook:
    """Collects a document's mentions; the same thing at the same place is one mention, as sure as its surest."""

    document: Document
    _mentions: dict[tuple[str, int, int, int], Mention] = field(default_factory=dict)

    def note(self, kind: MentionKind, span: Span, *, source: str, confidence: float, value: str | None = None) -> int:
        """The id of the mention at that span; `value` defaults to the text as read."""
        start, end = span.segment.place(span.start, span.end)
        key = (kind, span.segment.page, start, end)
        known = self._mentions.get(key)
        if known and known.confidence < confidence:
            self._mentions[key] = replace(known, source=source, confidence=confidence)
        if known is None:
            page = self._page(span.segment.page)
            self._mentions[key] = Mention(
                id=len(self._mentions) + 1,
                kind=kind,
                raw=page.text[start:end],
                value=value or span.text,
                page=page.number,
                start=start,
                end=end,
                boxes=boxes_of(page, start, end),
                source=source,
                confidence=confidence,
            )
        return self._mentions[key].id

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self._mentions.values())

    def _page(self, number: int) -> Page:
        return next(page for page in self.document.pages if page.number == number)


def boxes_of(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """The boxes of characters `start` to `end` of a page's text, one per printed line, whole words."""
    starts = page.line_starts
    boxes: list[Box] = []
    for index in range(max(0, bisect_right(starts, start) - 1), len(page.lines)):
        if starts[index] >= end:
            break
        position = starts[index]
        touched: list[Box] = []
        for word in page.lines[index].words:
            if position < end and start < position + len(word.text):
                touched.append(word.box)
            position += len(word.text) + 1
        if touched:
            boxes.append(_union(touched))
    return tuple(boxes)


def _union(boxes: list[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
