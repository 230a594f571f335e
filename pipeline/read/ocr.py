"""OCR: picture → words with confidence, in reading order.

Lines of text are found, read one by one, and arranged. A page that lies on its side or on its head is turned first; the
slight skew of a scan is taken out of the boxes before they are arranged and put back after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from statistics import fmean
from time import monotonic
from typing import Literal, NamedTuple

import cv2
import numpy as np
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, RuntimeException
from PIL import Image

from pipeline.model import Box, Issue, Line, Page, Word
from pipeline.read.detector import Strip, find_strips
from pipeline.read.issues import of_page
from pipeline.read.layout import Glyphs, arrange, one_after_another
from pipeline.read.networks import Pixels
from pipeline.read.recogniser import Token, read_strip
from pipeline.read.repeats import is_repeated

RESOLUTION = 300
"""Dots per inch at which pages without text layer are drawn."""
MAX_PIXELS = 12_000_000
"""Larger pictures are scaled down to this: an A4 page at 350 dots per inch, 36 MB."""
TIMEOUT = 180
"""Seconds after which a page is given up (the limit OCRmyPDF uses); what was read until then is kept."""
MIN_CONFIDENCE = 0.5
"""Lines read with less are drawings or textures."""
DOUBTFUL = 0.8
"""A page read with less may stand on its head: it is tried the other way round."""
MARGIN = 0.13
"""The share of a strip's height that is white above its letters and below (against the text layers of PDFs)."""


@dataclass(frozen=True)
class Sheet:
    """The page a picture becomes: its number, its size in its own unit and why it goes through OCR."""

    number: int
    width: float
    height: float
    unit: Literal["pt", "px"]
    reason: str


@dataclass(frozen=True)
class Reading:
    """What OCR read: boxes in pixels times the scale asked for, on the picture turned clockwise by `rotation` degrees.

    `complete` is false when the time limit cut it short, `repeated` true when the page holds its text several times.
    """

    lines: tuple[Line, ...] = ()
    confidence: float = 0.0
    rotation: int = 0
    complete: bool = True
    repeated: bool = False


class ReadStrip(NamedTuple):
    """A line of text and what it says."""

    strip: Strip
    tokens: tuple[Token, ...]


def resolution_for(width: float, height: float) -> float:
    """Dots per inch at which to draw a page of that many points, so that the picture is not too large."""
    return min(RESOLUTION, 72 * sqrt(MAX_PIXELS / (width * height)))


def read_sheet(picture: Image.Image, sheet: Sheet, scale: float = 1.0) -> tuple[Page, tuple[Issue, ...]]:
    """The page with what OCR reads on it, boxes in pixels times `scale`; what went wrong stands in the issues."""
    number = sheet.number
    issues: tuple[Issue, ...] = ()
    try:
        reading = read_picture(picture, scale)
    except (cv2.error, Fail, RuntimeException) as error:
        reading = Reading()
        issues = (of_page("ocr-failed", number, detail=str(error)[:200]),)
    else:
        if not reading.complete:
            issues = (of_page("ocr-timeout", number, seconds=TIMEOUT),)
        elif not reading.lines:
            issues = (of_page("page-blank", number),)
        if reading.repeated:
            issues += (of_page("page-repeated", number),)
    size = (sheet.height, sheet.width) if reading.rotation % 180 else (sheet.width, sheet.height)
    page = Page(
        number=number,
        width=size[0],
        height=size[1],
        unit=sheet.unit,
        source="ocr",
        lines=reading.lines,
        rotation=reading.rotation,
        confidence=reading.confidence,
        reason=sheet.reason,
    )
    return page, issues


def read_picture(picture: Image.Image, scale: float = 1.0) -> Reading:
    """The lines of a picture, in reading order."""
    deadline = monotonic() + TIMEOUT
    small, zoom = fit(picture)
    pixels = np.asarray(small.convert("RGB"))
    strips = find_strips(pixels)
    rotation = 0
    if _lies(strips):
        pixels, rotation = _turn(pixels, 1), 270
        strips = find_strips(pixels)
    read = _read(pixels, strips, deadline)
    if read and _confidence(read) < DOUBTFUL and _stands_on_its_head(pixels, strips):
        pixels, rotation = _turn(pixels, 2), (rotation + 180) % 360
        strips = find_strips(pixels)
        read = _read(pixels, strips, deadline)
    kept = [item for item in read if item.tokens and _confidence([item]) >= MIN_CONFIDENCE]
    confidence = round(_confidence(kept), 3) if kept else 0.0
    groups = _groups(kept, scale / zoom)
    lines = one_after_another((arrange(words), _turning_back(lean)) for lean, words in groups)
    is_twice = any(is_repeated(words) for _, words in groups)
    return Reading(lines, confidence, rotation, complete=len(read) == len(strips), repeated=is_twice)


def fit(picture: Image.Image) -> tuple[Image.Image, float]:
    """The picture, scaled down when it is too large, and its scale."""
    size, zoom = fitting(picture.size)
    return (picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0) if zoom < 1 else picture), zoom


def fitting(size: tuple[int, int]) -> tuple[tuple[int, int], float]:
    """The size to which a picture of that size is scaled down when it is too large, and its scale."""
    width, height = size
    zoom = min(1.0, sqrt(MAX_PIXELS / (width * height)))
    return (round(width * zoom), round(height * zoom)), zoom


# ── picture → words ──────────────────────────────────────────────────────────────────────────────────────────────────


def _read(pixels: Pixels, strips: Sequence[Strip], deadline: float) -> list[ReadStrip]:
    """Each strip with what it says; fewer than asked for when time runs out."""
    read: list[ReadStrip] = []
    for strip in strips:
        if monotonic() > deadline:
            break
        read.append(
            _read_either_way(pixels, strip) if _quarter(strip) % 2 else ReadStrip(strip, read_strip(pixels, strip))
        )
    return read


def _read_either_way(pixels: Pixels, strip: Strip) -> ReadStrip:
    """A strip that runs up or down the page, read the way that makes more sense."""
    ways = [ReadStrip(way, read_strip(pixels, way)) for way in (strip, strip.reversed())]
    return max(ways, key=lambda item: _confidence([item]))


def _confidence(read: Iterable[ReadStrip]) -> float:
    """The mean confidence of the letters read."""
    tokens = [token for item in read for token in item.tokens]
    letters = sum(len(token.text) for token in tokens)
    return sum(token.confidence * len(token.text) for token in tokens) / letters if letters else 0.0


# ── orientation ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _quarter(strip: Strip) -> int:
    """Quarter turns clockwise by which a strip's text leans."""
    return round(strip.angle / 90) % 4


def _lies(strips: Sequence[Strip]) -> bool:
    """Whether most of the text runs up or down the page."""
    upright = sum(strip.width for strip in strips if _quarter(strip) % 2 == 0)
    return sum(strip.width for strip in strips if _quarter(strip) % 2) > upright


def _stands_on_its_head(pixels: Pixels, strips: Sequence[Strip]) -> bool:
    """Whether the longest lines make more sense the other way round."""
    sample = sorted(strips, key=lambda strip: strip.width)[-5:]
    ways = [
        [ReadStrip(way, read_strip(pixels, way)) for way in sides] for sides in (sample, [s.reversed() for s in sample])
    ]
    return _confidence(ways[1]) > _confidence(ways[0])


def _turn(pixels: Pixels, quarters: int) -> Pixels:
    """The picture turned counter-clockwise."""
    return np.ascontiguousarray(np.rot90(pixels, quarters))


# ── words → lines ────────────────────────────────────────────────────────────────────────────────────────────────────


def _groups(read: Sequence[ReadStrip], scale: float) -> list[tuple[float, list[Glyphs]]]:
    """The words that stand upright, then those that run down and up the page, set straight; how much they lean."""
    groups: list[tuple[float, list[Glyphs]]] = []
    for quarter in range(4):
        if group := [item for item in read if _quarter(item.strip) == quarter]:
            lean = 90 * quarter + _skew([item.strip for item in group], quarter)
            straight = _turning(-lean)
            words = [_glyphs(item.strip, token, straight, scale) for item in group for token in item.tokens]
            groups.append((lean, words))
    return groups


def _skew(strips: Sequence[Strip], quarter: int) -> float:
    """Degrees by which lines lean from their quarter: the median over their length, of those long enough to tell."""
    leans = sorted(
        ((strip.angle - 90 * quarter + 180) % 360 - 180, strip.width)
        for strip in strips
        if strip.width > 4 * strip.height
    )
    half = sum(width for _, width in leans) / 2
    for lean, width in leans:
        half -= width
        if half <= 0:
            return lean
    return 0.0


Point = tuple[float, float]


def _turning(angle: float) -> Callable[[Point], Point]:
    """A turn clockwise about the origin, in degrees."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return lambda point: (point[0] * c - point[1] * s, point[0] * s + point[1] * c)


def _glyphs(strip: Strip, token: Token, straight: Callable[[Point], Point], scale: float) -> Glyphs:
    """A word in its upright place, in page units."""
    corners = [straight((x * scale, y * scale)) for x, y in strip.part(token.start, token.end, MARGIN)]
    (left, right), (top, bottom) = ((0, 3), (1, 2)), ((0, 1), (2, 3))
    box = Box(
        fmean(corners[i][0] for i in left),
        fmean(corners[i][1] for i in top),
        fmean(corners[i][0] for i in right),
        fmean(corners[i][1] for i in bottom),
    )
    return Glyphs(Word(token.text, box, token.confidence), strip.height * (1 - 2 * MARGIN) * scale)


def _turning_back(lean: float) -> Callable[[Box], Box]:
    """What puts upright boxes where they stand on the page."""
    back = _turning(lean)
    lies = round(lean / 90) % 2

    def placed(box: Box) -> Box:
        x, y = back(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2))
        width, height = (box.height, box.width) if lies else (box.width, box.height)
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    return placed
