"""Marks on a page: where its mentions stand, as rectangles over its picture and as spans of its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.publish.reader import Row


@dataclass(frozen=True)
class Mark:
    """A mention on a page: its number in the document, its kind, and its rectangles in page units."""

    number: int
    kind: str
    value: str
    boxes: tuple[tuple[float, float, float, float], ...]
    source: str
    confidence: float


@dataclass(frozen=True)
class Stretch:
    """A piece of text that the same mentions cover; `kind` is the innermost's; `begins` are those that begin here."""

    text: str
    mentions: tuple[int, ...] = ()
    kind: str | None = None
    begins: tuple[int, ...] = ()


def number_of(mention: str) -> int:
    """The number of a mention within its document: the end of its id."""
    return int(mention.rsplit("#", 1)[1])


def marks_of(rows: Iterable[Row]) -> tuple[Mark, ...]:
    """The mentions of a page; boxes as left, top, width and height."""
    return tuple(
        Mark(
            number_of(row["id"]),
            row["kind"],
            row["value"] or row["raw"],
            tuple((x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in json.loads(row["boxes"] or "[]")),
            row["source"],
            row["confidence"],
        )
        for row in rows
    )


def stretches(text: str, rows: Sequence[Row]) -> tuple[Stretch, ...]:
    """The text cut wherever a mention begins or ends; mentions may lie within each other."""
    spans = [
        (max(0, row["start"]), min(len(text), row["end"]), number_of(row["id"]), row["kind"])
        for row in rows
        if row["start"] is not None and row["start"] < row["end"]
    ]
    cuts = sorted({0, len(text), *(cut for span in spans for cut in span[:2])})
    found = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span[0] <= start and span[1] >= end]
        innermost = min(over, key=lambda span: span[1] - span[0], default=None)
        found.append(
            Stretch(
                text[start:end],
                tuple(span[2] for span in over),
                innermost[3] if innermost else None,
                tuple(span[2] for span in over if span[0] == start),
            )
        )
    return tuple(found)
