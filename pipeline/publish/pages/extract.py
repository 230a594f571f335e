"""Extracts: the words around what was looked for, cut into pieces that are it and pieces that are not."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.search import spans

AROUND = 140
"""Characters shown before the first hit and after it."""


@dataclass(frozen=True)
class Piece:
    """A piece of text; `is_hit` where it is what was looked for."""

    text: str
    is_hit: bool = False


def extract(text: str, typed: str, *, whole: bool = False) -> tuple[Piece, ...]:
    """The part of the text with the most hits, cut at words; all of it when `whole`."""
    hits = spans(text, typed)
    start, end = (0, len(text)) if whole else _window(text, hits)
    pieces, place = [Piece("… ")] if start else [], start
    for first, last in hits:
        if start <= first and last <= end:
            pieces += [Piece(text[place:first]), Piece(text[first:last], is_hit=True)]
            place = last
    pieces.append(Piece(text[place:end] + (" …" if end < len(text) else "")))
    return tuple(piece for piece in pieces if piece.text)


def _window(text: str, hits: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the extract begins and ends."""
    if len(text) <= 2 * AROUND:
        return 0, len(text)
    starts = [first for first, _ in hits] or [0]
    middle = max(starts, key=lambda first: sum(first <= other < first + AROUND for other in starts))
    start = max(0, min(middle - AROUND // 2, len(text) - 2 * AROUND))
    end = min(len(text), start + 2 * AROUND)
    if start:
        start = text.find(" ", start, middle + 1) + 1 or start
    if end < len(text):
        end = text.rfind(" ", middle, end) if " " in text[middle + 1 : end] else end
    return start, end
