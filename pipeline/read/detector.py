"""Where a picture shows text: one quadrilateral per line, whatever its colour, size, angle and ground.

A network says of each pixel how likely it lies inside a line of text, slimmed so that neighbours do not touch; the
rectangles around what it marks, grown again, are the lines (Liao et al., "Real-time scene text detection with
differentiable binarization", 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import atan2, ceil, degrees, hypot

import cv2
import numpy as np

from pipeline.read.networks import DETECTOR, Floats, Pixels, run

PIXELS = 1_400_000
"""Pixels of the picture the detector sees. On real posters and flyers, share of people found with 0.7, 1.4 and 2.8
million: 0.92, 0.96, 0.96; of titles: 0.91, 0.94, 0.91 (`benchmarks/reading/gold_strings.py`)."""
BAND_PIXELS = 720_000
"""Pixels the network sees at a time: it takes some 290 bytes for each."""
MARGIN = 96
"""Rows above and below a band that the network sees as well, so that no line is cut."""
MAX_ZOOM = 2.0
STEP = 32
"""The network halves a picture five times."""
INSIDE = 0.3
"""How likely a pixel must lie inside a line; this and the next two as PaddleOCR publishes them."""
LIKELY = 0.5
GROWTH = 1.6
UPRIGHT = 1.5
"""Times its width from which a line is taller than wide: it runs up or down the page."""


Point = tuple[float, float]


@dataclass(frozen=True)
class Strip:
    """A line of text in a picture: its corners in pixels, from the top left of its first letter clockwise."""

    corners: tuple[Point, Point, Point, Point]

    @property
    def width(self) -> float:
        return _distance(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        return _distance(self.corners[0], self.corners[3])

    @cached_property
    def angle(self) -> float:
        """Degrees clockwise by which its text leans from the horizontal."""
        (x0, y0), (x1, y1) = self.corners[:2]
        return degrees(atan2(y1 - y0, x1 - x0))

    def reversed(self) -> Strip:
        """The same line read from its other end, upside down."""
        a, b, c, d = self.corners
        return Strip((c, d, a, b))

    def part(self, start: float, end: float, margin: float) -> tuple[Point, Point, Point, Point]:
        """The corners of a stretch of the line, from and to a share of its width, less a margin above and below."""
        (a, b, c, d) = self.corners
        top, foot = [_between(a, b, share) for share in (start, end)], [_between(d, c, share) for share in (start, end)]
        return (
            _between(top[0], foot[0], margin),
            _between(top[1], foot[1], margin),
            _between(foot[1], top[1], margin),
            _between(foot[0], top[0], margin),
        )


def find_strips(picture: Pixels) -> list[Strip]:
    """The lines of text in a picture, from top to bottom."""
    height, width = picture.shape[:2]
    zoom = min(MAX_ZOOM, (PIXELS / (width * height)) ** 0.5)
    seen = cv2.resize(
        picture,
        (_step(width * zoom), _step(height * zoom)),
        interpolation=cv2.INTER_AREA if zoom < 1 else cv2.INTER_CUBIC,
    )
    likely = _likely(np.asarray(seen, dtype=np.uint8))
    inside = cv2.dilate((likely > INSIDE).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(inside, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    scale = np.array([width / seen.shape[1], height / seen.shape[0]], dtype=np.float32)
    found = [box * scale for contour in contours if (box := _line(contour, likely)) is not None]
    return sorted((_strip(box) for box in found), key=lambda strip: (strip.corners[0][1], strip.corners[0][0]))


def _likely(picture: Pixels) -> Floats:
    """How likely each pixel lies inside a line of text, seen band by band from top to bottom."""
    height, width = picture.shape[:2]
    bands_needed = ceil(height * width / BAND_PIXELS)
    rows = ceil(height / bands_needed / STEP) * STEP
    bands = []
    for top in range(0, height, rows):
        above, below = max(0, top - MARGIN), min(height, top + rows + MARGIN)
        bands.append(run(DETECTOR, picture[above:below])[0][top - above : min(top + rows, height) - above])
    return np.vstack(bands)


def _step(length: float) -> int:
    return max(STEP, round(length / STEP) * STEP)


def _line(contour: cv2.typing.MatLike, likely: Floats) -> Floats | None:
    """The corners of the line a contour marks; none when it is a speck or the network is not sure."""
    centre, (width, height), angle = cv2.minAreaRect(contour)
    if min(width, height) < 3 or _mean_inside(likely, cv2.boxPoints((centre, (width, height), angle))) < LIKELY:
        return None
    grown = width * height * GROWTH / (width + height)
    return np.asarray(cv2.boxPoints((centre, (width + grown, height + grown), angle)), dtype=np.float32)


def _mean_inside(likely: Floats, box: cv2.typing.MatLike) -> float:
    corners = box.astype(np.int32)
    left, top = np.maximum(corners.min(axis=0), 0)
    right, bottom = corners.max(axis=0) + 1
    window = likely[top:bottom, left:right]
    mask = np.zeros(window.shape, np.uint8)
    cv2.fillPoly(mask, [corners - [left, top]], 1)
    return float(cv2.mean(window, mask)[0])


def _strip(box: Floats) -> Strip:
    """The corners in the order of reading; a strip taller than wide is read from its foot upwards."""
    by_x = box[np.lexsort((box[:, 1], box[:, 0]))]
    left, right = (side[np.argsort(side[:, 1], kind="stable")] for side in (by_x[:2], by_x[2:]))
    a, b, c, d = ((float(x), float(y)) for x, y in (left[0], right[0], right[1], left[1]))
    strip = Strip((a, b, c, d))
    return strip if strip.height < UPRIGHT * strip.width else Strip((d, a, b, c))


def _distance(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
