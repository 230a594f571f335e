"""Framed asides: what a border or a ground of its own sets apart on a PDF page is read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from pipeline.model import Box
from pipeline.read.fragments import Glyphs, holds, on_one_line
from pipeline.read.hours import kinds_of

MIN_WIDTH, MIN_HEIGHT = 40, 24
"""Points: smaller boxes hold no two lines."""
MIN_WORDS = 4
"""A box around fewer words, or around one line, is a heading or marks them with colour."""
MIN_POINTS = 4
NEAR = 2.0
"""Points within which two edges are the same line."""
LARGEST = 0.9
"""A box covering more than this share of the page's width and height is the page's own frame."""
MANY_BOXES = 100
"""A page with more boxes than this holds a drawing or a table."""
MANY_RULES = 1000
"""A page with more pairs of rules than this holds a table."""
BESIDE_HOURS = 2
"""So many boxes beside hours are the cells of a timetable."""
WHITE = 0.99
SLIGHT = 0.3
"""Share of a word that may stand outside its box, as the feet of its letters do."""

Shape = Mapping[str, Any]
"""A rectangle or curve as pdfplumber gives it."""


def frames_of(page: Any, words: Sequence[Glyphs]) -> tuple[Box, ...]:  # noqa: ANN401 - pdfplumber's Page has no public type
    """The boxes drawn on a page that set some of its words apart, neither its own frame nor cells of a grid."""
    boxes = _distinct(box for box in _drawn(page) if _is_between(box, page))
    if len(boxes) > MANY_BOXES:
        return ()
    loose = [box for box in boxes if not any(_abut(box, other) for other in boxes if other is not box)]
    frames = [box for box in loose if _holds(box, words)]
    hours = [item.word.box for item in words if "hour" in kinds_of(item.word.text)]
    hours = [hour for hour in hours if not any(holds(box, hour) for box in frames)]
    timed = [box for box in frames if any(_stands_by(hour, box) for hour in hours)]
    return tuple(frames) if len(timed) < BESIDE_HOURS else ()


def _drawn(page: Any) -> Iterator[Box]:  # noqa: ANN401
    """Rectangles, also with round corners, whose border or ground can be seen."""
    for shape in (*page.rects, *filter(_is_round_box, page.curves)):
        if shape["stroke"] or (shape["fill"] and not _is_white(shape["non_stroking_color"])):
            yield _box(shape)
    thin = [shape for shape in (*page.lines, *page.rects) if min(shape["width"], shape["height"]) < NEAR]
    yield from _ruled([_box(shape) for shape in thin])


def _box(shape: Shape) -> Box:
    return Box(shape["x0"], shape["top"], shape["x1"], shape["bottom"])


def _ruled(rules: Sequence[Box]) -> Iterator[Box]:
    """Boxes made of four rules: two across of one length, joined by two that run down at their ends."""
    across = sorted((rule for rule in rules if rule.width > MIN_WIDTH), key=lambda rule: rule.y0)
    down = [rule for rule in rules if rule.height > MIN_HEIGHT]
    if len(across) * len(down) > MANY_RULES:
        return
    for head, foot in combinations(across, 2):
        if abs(head.x0 - foot.x0) <= NEAR and abs(head.x1 - foot.x1) <= NEAR:
            ends = [rule.x0 for rule in down if abs(rule.y0 - head.y0) <= NEAR and abs(rule.y1 - foot.y1) <= NEAR]
            if all(any(abs(end - edge) <= NEAR for end in ends) for edge in (head.x0, head.x1)):
                yield Box(head.x0, head.y0, head.x1, foot.y1)


def _is_round_box(curve: Shape) -> bool:
    """Whether a closed curve keeps to the edges of its box."""
    box = _box(curve)
    points = curve["pts"]
    inner = [
        (x, y)
        for x, y in points
        if min(x - box.x0, box.x1 - x) > NEAR and min(y - box.y0, box.y1 - y) > NEAR and _is_off_corners(x, y, box)
    ]
    return len(points) >= MIN_POINTS and not inner


def _is_off_corners(x: float, y: float, box: Box) -> bool:
    corner = min(box.width, box.height) / 3
    return min(x - box.x0, box.x1 - x) > corner or min(y - box.y0, box.y1 - y) > corner


def _is_white(colour: Any) -> bool:  # noqa: ANN401 - a number, a tuple of numbers, or the name of a pattern
    if isinstance(colour, int | float):
        return colour >= WHITE
    if isinstance(colour, tuple | list) and len(colour) in (1, 3):
        return all(isinstance(part, int | float) and part >= WHITE for part in colour)
    return colour is None or (isinstance(colour, tuple | list) and not any(colour))


def _is_between(box: Box, page: Any) -> bool:  # noqa: ANN401
    """Neither too small to hold a text nor the frame of the whole page."""
    is_page = box.width > LARGEST * page.width and box.height > LARGEST * page.height
    return box.width >= MIN_WIDTH and box.height >= MIN_HEIGHT and not is_page


def _distinct(boxes: Iterable[Box]) -> list[Box]:
    """Each box once: ground and border are often drawn one after the other, a little apart."""
    found: list[Box] = []
    for box in boxes:
        if len(found) <= MANY_BOXES and not any(
            all(abs(a - b) <= NEAR for a, b in zip(box, other, strict=True)) for other in found
        ):
            found.append(box)
    return found


def _abut(a: Box, b: Box) -> bool:
    """Whether two boxes share an edge, as the cells of a grid or the lines of a marked text do."""
    across = min(a.x1, b.x1) - max(a.x0, b.x0) > NEAR
    along = min(a.y1, b.y1) - max(a.y0, b.y0) > NEAR
    meet_below = across and min(abs(a.y1 - b.y0), abs(b.y1 - a.y0)) <= NEAR
    return meet_below or (along and min(abs(a.x1 - b.x0), abs(b.x1 - a.x0)) <= NEAR)


def _holds(frame: Box, words: Sequence[Glyphs]) -> bool:
    """Whether a box holds some lines of the page, not all, and its edges cut through no word."""
    inside = [item for item in words if holds(frame, item.word.box)]
    if not MIN_WORDS <= len(inside) < len(words):
        return False
    if any(_is_cut(frame, item.word.box) for item in words):
        return False
    return any(not on_one_line(inside[0], item) for item in inside)


def _is_cut(frame: Box, box: Box) -> bool:
    """Whether an edge of the frame runs through a word, not merely along its foot or head."""
    overlap = min(frame.x1, box.x1) - max(frame.x0, box.x0), min(frame.y1, box.y1) - max(frame.y0, box.y0)
    share = max(overlap[0], 0) * max(overlap[1], 0) / max(box.width * box.height, NEAR)
    return SLIGHT < share < 1 - SLIGHT


def _stands_by(hour: Box, frame: Box) -> bool:
    """Whether an hour outside a frame stands beside it."""
    middle = (hour.y0 + hour.y1) / 2
    return frame.y0 <= middle <= frame.y1 and (hour.x1 <= frame.x0 or hour.x0 >= frame.x1)
