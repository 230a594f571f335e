"""Words → fragments: words a reader takes in at once because they stand on one baseline without a wide gap.

A gap parts two fragments when it is wide, or when it is a bit of a *gutter*: white space that runs on through many
lines (the tall empty rectangles of Breuel, "Two geometric algorithms for layout analysis", 2002).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from pipeline.model import Box, Word

WIDE_GAP = 1.6
"""White space wider than this many letter heights parts fragments; narrower only parts words, except in a gutter."""
GUTTER_GAP = 0.6
"""White space of a gutter, in letter heights: more than between words, the justified ones apart."""
GUTTER_LINES = 5
"""Lines a gutter runs through, at least: the gaps between words of fewer lines may meet by chance."""
RESIZED = 1.5
"""Letters this much larger than others are not of the same text."""
NEAR = 12
"""Letter heights within which lines count as standing beside a gutter: they may be ragged or centred."""
BULLET = re.compile(r"[^\w\s]")
BULLET_GAP = 4
"""Letter heights a bullet stands before its text, at most."""
CELL_GAP = 0.35
"""White space before a cell that begins below another, in letter heights, at least."""
UNUSUAL = 1.4
"""Such white space is so much wider than between the other words of its line."""
WIDEST_BLANK = 0.9
"""White space of a gutter between words set wide apart, in letter heights, at most."""
FEW_GAPS = 3
"""With fewer gaps none is unusual."""
EXACT = 0.1
"""Letter heights by which cells that begin below each other may be off."""
SAME_LINE = 0.55
"""Share of the lower box two words on one line have in common, and of the letter height their middles may differ."""


@dataclass(frozen=True)
class Glyphs:
    """A word with its looks, before it is put into a line, in page units.

    `size` is the height of its letters, `spacing` the white space set between them where they are spaced out.
    """

    word: Word
    size: float
    bold: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, eq=False)
class Fragment:
    """Some words of one line, from left to right."""

    items: tuple[Glyphs, ...]

    @cached_property
    def box(self) -> Box:
        return around(item.word.box for item in self.items)

    @cached_property
    def size(self) -> float:
        """The mean size of its letters."""
        return sum(item.size * len(item.word.text) for item in self.items) / self.letters

    @cached_property
    def letters(self) -> int:
        return sum(len(item.word.text) for item in self.items)

    @cached_property
    def text(self) -> str:
        return " ".join(item.word.text for item in self.items)

    @cached_property
    def middle(self) -> float:
        return (self.box.y0 + self.box.y1) / 2


@dataclass(frozen=True, eq=False)
class Framed(Fragment):
    """What a frame holds, standing on the page as one thing; `regions` are the rows in it, in reading order."""

    regions: tuple[list[list[list[Fragment]]], ...] = ()


def around(boxes: Iterable[Box]) -> Box:
    """The rectangle around some boxes, at least one."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


def holds(frame: Box, box: Box) -> bool:
    """Whether the middle of a box lies in a frame."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return frame.x0 <= x <= frame.x1 and frame.y0 <= y <= frame.y1


def on_one_line(a: Fragment | Glyphs, b: Fragment | Glyphs) -> bool:
    """Whether a reader sees both on one baseline: their boxes overlap and their middles nearly meet."""
    first, second = _box(a), _box(b)
    overlap = min(first.y1, second.y1) - max(first.y0, second.y0)
    if overlap <= SAME_LINE * min(first.height, second.height):
        return False
    apart = abs(first.y0 + first.y1 - second.y0 - second.y1) / 2
    return apart <= SAME_LINE * max(min(a.size, b.size), 0.5 * max(a.size, b.size))


def _box(item: Fragment | Glyphs) -> Box:
    return item.box if isinstance(item, Fragment) else item.word.box


def joined(fragments: Iterable[Fragment]) -> Fragment:
    """Several fragments as one, in the order given."""
    return Fragment(tuple(item for fragment in fragments for item in fragment.items))


def fragments_of(words: Sequence[Glyphs]) -> list[Fragment]:
    """Each word linked with the nearest one before it on its line, if no wide gap or gutter parts them."""
    links = _links(words)
    white = _White(words, _blank(words, links))
    runs: dict[int, list[Glyphs]] = {}
    head: dict[int, int] = {}
    for index, item in sorted(enumerate(words), key=lambda pair: pair[1].word.box.x0):
        before = links.get(index)
        if before is None or white.is_gutter(words[before], item):
            head[index] = index
            runs[index] = [item]
        else:
            head[index] = head[before]
            runs[head[index]].append(item)
    return _with_bullets(_parted_below([Fragment(tuple(run)) for run in runs.values()]))


def _blank(words: Sequence[Glyphs], links: Mapping[int, int]) -> float:
    """The usual white space between two words, in letter heights: twice as wide on a typewriter as in print."""
    gaps = [(words[i].word.box.x0 - words[j].word.box.x1) / _common_size(words[i], words[j]) for i, j in links.items()]
    return median(gaps) if len(gaps) >= FEW_GAPS else 0.0


def _with_bullets(fragments: list[Fragment]) -> list[Fragment]:
    """Bullets set apart from the text they stand before are joined to it."""
    bullets = [item for item in fragments if BULLET.fullmatch(item.text)]
    texts = [item for item in fragments if not BULLET.fullmatch(item.text)]
    for bullet in bullets:
        beside = [
            (text.box.x0, index)
            for index, text in enumerate(texts)
            if 0 < text.box.x0 - bullet.box.x1 < BULLET_GAP * text.size and on_one_line(bullet, text)
        ]
        if beside:
            index = min(beside)[1]
            texts[index] = joined((bullet, texts[index]))
        else:
            texts.append(bullet)
    return texts


def _parted_below(fragments: list[Fragment]) -> list[Fragment]:
    """Fragments parted where the line above or below is, by a cell that begins or ends with the same edge."""
    cells = [
        item
        for item in fragments
        if any(item.box.x0 > other.box.x1 and on_one_line(item, other) for other in fragments)
    ]
    return [part for fragment in fragments for part in _parted(fragment, cells, fragments)]


def _parted(fragment: Fragment, cells: Sequence[Fragment], fragments: Sequence[Fragment]) -> list[Fragment]:
    items = fragment.items
    gaps = [after.word.box.x0 - before.word.box.x1 for before, after in pairwise(items)]
    if len(gaps) < FEW_GAPS:
        return [fragment]
    least = max(CELL_GAP * fragment.size, UNUSUAL * median(gaps))
    for index, gap in enumerate(gaps, 1):
        if gap >= least and any(
            _begins_by(items[index], cell) or _ends_by(items[index - 1 :], cell, fragments) for cell in cells
        ):
            return [Fragment(items[:index]), *_parted(Fragment(items[index:]), cells, fragments)]
    return [fragment]


def _begins_by(item: Glyphs, cell: Fragment) -> bool:
    """Whether a word begins right above or below the beginning of a cell."""
    return abs(item.word.box.x0 - cell.box.x0) <= EXACT * item.size and _stands_by(item, cell)


def _ends_by(items: Sequence[Glyphs], cell: Fragment, fragments: Sequence[Fragment]) -> bool:
    """Whether words end right above or below the end of a cell, the gap after the first with white space before it."""
    first, second, last = items[0], items[1], items[-1]
    if abs(last.word.box.x1 - cell.box.x1) > EXACT * last.size or not _stands_by(last, cell):
        return False
    before = max(other.box.x1 for other in fragments if other.box.x1 < cell.box.x0 and on_one_line(cell, other))
    white = min(second.word.box.x0, cell.box.x0) - max(first.word.box.x1, before)
    return white >= CELL_GAP * last.size


def _stands_by(item: Glyphs, cell: Fragment) -> bool:
    """Whether a word stands on the line right above or below a cell's."""
    apart = max(item.word.box.y0 - cell.box.y1, cell.box.y0 - item.word.box.y1)
    return -0.5 * item.size < apart < item.size


def _links(words: Sequence[Glyphs]) -> dict[int, int]:
    """For each word the one that ends nearest before it on its line, each word being followed by one only."""
    order = sorted(range(len(words)), key=lambda index: words[index].word.box.x0)
    found: list[tuple[float, int, int]] = []
    open_words: list[int] = []
    for index in order:
        item = words[index]
        left = item.word.box.x0
        open_words = [i for i in open_words if left - words[i].word.box.x1 <= _reach(words[i], item)]
        for before in open_words:
            previous = words[before]
            gap = left - previous.word.box.x1 - item.spacing - previous.spacing
            if gap <= WIDE_GAP * _common_size(item, previous) and _follows(previous, item):
                found.append((abs(gap), before, index))
        open_words.append(index)
    links: dict[int, int] = {}
    taken: set[int] = set()
    for _, before, index in sorted(found):
        if index not in links and before not in taken:
            links[index] = before
            taken.add(before)
    return links


def _common_size(a: Glyphs, b: Glyphs) -> float:
    """The larger of two sizes; the smaller one where they differ so much that they are not of one text."""
    small, large = sorted((a.size, b.size))
    return large if large < RESIZED * small else small


def _reach(before: Glyphs, item: Glyphs) -> float:
    return WIDE_GAP * (before.size + item.size) + 4 * before.spacing


def _follows(before: Glyphs, item: Glyphs) -> bool:
    """Whether a word begins right of the middle of the one before it, on the same line."""
    box = before.word.box
    return item.word.box.x0 > (box.x0 + box.x1) / 2 and on_one_line(before, item)


class _White:
    """The white space of a page, asked gap by gap."""

    def __init__(self, words: Sequence[Glyphs], blank: float) -> None:
        self._least = max(GUTTER_GAP, min(UNUSUAL * blank, WIDEST_BLANK))
        self._boxes = sorted((item.word.box for item in words), key=lambda box: box.y0)
        self._tops = [box.y0 for box in self._boxes]
        self._tallest = max((box.height for box in self._boxes), default=0.0)

    def is_gutter(self, left: Glyphs, right: Glyphs) -> bool:
        """Whether the gap between two neighbours goes on above and below them, lines standing on both its sides."""
        size = min(left.size, right.size)
        gap = Box(left.word.box.x1, left.word.box.y0, right.word.box.x0, left.word.box.y1)
        least = self._least * size
        if gap.width < least:
            return False
        reach = GUTTER_LINES * 1.6 * size
        above = self._run(gap, reversed(self._between(gap.y0 - reach - self._tallest, gap.y0)), least)
        below = self._run(above, iter(self._between(gap.y1 - 0.3 * size, gap.y1 + reach)), least)
        return below.height > GUTTER_LINES * size and self._has_lines_beside(below, size)

    def _between(self, top: float, bottom: float) -> list[Box]:
        return self._boxes[bisect_left(self._tops, top) : bisect_right(self._tops, bottom)]

    def _run(self, gap: Box, boxes: Iterator[Box], least: float) -> Box:
        """The gap lengthened over the boxes above or below it, narrowed where they stand into it a little."""
        x0, y0, x1, y1 = gap
        for box in boxes:
            if box.x1 <= x0 or box.x0 >= x1:
                pass
            elif x1 - box.x1 >= least and box.x0 < x0:
                x0 = box.x1
            elif box.x0 - x0 >= least and box.x1 > x1:
                x1 = box.x0
            else:
                break
            y0, y1 = min(y0, box.y0), max(y1, box.y1)
        return Box(x0, y0, x1, y1)

    def _has_lines_beside(self, gutter: Box, size: float) -> bool:
        """Whether lines end before the gutter, and lines begin after it, near it."""
        beside = self._between(gutter.y0, gutter.y1)
        left = [box.y0 for box in beside if gutter.x0 - NEAR * size <= box.x1 <= gutter.x0 + 0.1 * size]
        right = [box.y0 for box in beside if gutter.x1 - 0.1 * size <= box.x0 <= gutter.x1 + NEAR * size]
        return all(_steps(tops, size) >= GUTTER_LINES - 1 for tops in (left, right))


def _steps(tops: list[float], size: float) -> int:
    """How many lines some word tops belong to."""
    return bool(tops) + sum(after - before > 0.5 * size for before, after in pairwise(sorted(tops)))
