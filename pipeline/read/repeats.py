"""The same flyer printed twice or four times on one sheet, to be cut apart: it is read once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from statistics import median
from typing import NamedTuple

from pipeline.model import Box
from pipeline.read.fragments import Glyphs, around, holds

MIN_WORDS = 8
"""A sheet with fewer words is no flyer printed twice."""
SAME = 0.7
"""Share of a sheet's letters that stand on it twice, at one distance: less would be two sheets alike, not the same."""
NEAR = 0.6
"""Letter heights by which the second print of a word may be off its place."""
MANY = 4
"""Words that stand on the sheet more often than this say nothing of where a copy lies."""


class Shift(NamedTuple):
    """Where a copy lies: right of the first, or below it."""

    dx: float
    dy: float


def once(words: Sequence[Glyphs]) -> list[Glyphs]:
    """The words of one copy, where a sheet holds two or four; all words of any other sheet.

    A word of a later copy is dropped when the first has a word in its place; what only a later copy holds is kept.
    """
    kept = list(words)
    for _ in range(2):
        shift = _shift(kept)
        if shift is None:
            break
        kept = _without_copy(kept, shift)
    return kept


def is_repeated(words: Sequence[Glyphs]) -> bool:
    """Whether a sheet holds the same flyer more than once."""
    return _shift(words) is not None


def _shift(words: Sequence[Glyphs]) -> Shift | None:
    """The distance at which nearly all words stand again, beyond the first copy itself."""
    if len(words) < MIN_WORDS:
        return None
    places: dict[str, list[Glyphs]] = defaultdict(list)
    for item in words:
        places[item.word.text].append(item)
    votes: Counter[Shift] = Counter()
    for items in places.values():
        if 1 < len(items) <= MANY:
            for a, b in combinations(items, 2):
                votes[_distance(a, b)] += len(a.word.text)
    for shift, _ in votes.most_common(MANY):
        if measured := _measured(words, places, shift):
            return measured
    return None


def _distance(a: Glyphs, b: Glyphs) -> Shift:
    """From one word to the other, straight right or down, in steps of a letter's height."""
    step = max(a.size, b.size, 1.0)
    dx, dy = b.word.box.x0 - a.word.box.x0, b.word.box.y0 - a.word.box.y0
    if abs(dx) >= abs(dy):
        return Shift(round(abs(dx) / step) * step, 0.0)
    return Shift(0.0, round(abs(dy) / step) * step)


def _measured(words: Sequence[Glyphs], places: dict[str, list[Glyphs]], shift: Shift) -> Shift | None:
    """How far the copies truly are apart; nothing when few letters stand twice so or the copies overlap."""
    pairs = [(item, twin) for item in words if (twin := _twin(item, places[item.word.text], shift))]
    paired = {id(item) for pair in pairs for item in pair}
    letters = sum(len(item.word.text) for item in words)
    if sum(len(item.word.text) for item in words if id(item) in paired) < SAME * letters:
        return None
    first, second = (around(pair[side].word.box for pair in pairs) for side in (0, 1))
    if (first.x1 > second.x0) if shift.dx else (first.y1 > second.y0):
        return None
    boxes = [(item.word.box, twin.word.box) for item, twin in pairs]
    if shift.dx:
        return Shift(median(b.x0 - a.x0 for a, b in boxes), 0.0)
    return Shift(0.0, median(b.y0 - a.y0 for a, b in boxes))


def _twin(item: Glyphs, same: Sequence[Glyphs], shift: Shift) -> Glyphs | None:
    box = item.word.box
    slack = NEAR * item.size + 0.5 * max(item.size, 1.0)
    for other in same:
        dx, dy = other.word.box.x0 - box.x0, other.word.box.y0 - box.y0
        if other is not item and abs(dx - shift.dx) <= slack and abs(dy - shift.dy) <= slack:
            return other
    return None


def _without_copy(words: Sequence[Glyphs], shift: Shift) -> list[Glyphs]:
    boxes = [item.word.box for item in words]
    return [item for item in words if not any(holds(_moved(item.word.box, shift), box) for box in boxes)]


def _moved(box: Box, shift: Shift) -> Box:
    return Box(box.x0 - shift.dx, box.y0 - shift.dy, box.x1 - shift.dx, box.y1 - shift.dy)
