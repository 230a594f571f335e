"""Pictures of pages at reading size, for the screen."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw

LONG_SIDE = 1800
"""Pixels of a picture's longer side: an A4 page at 154 dots per inch."""
QUALITY = 75
EFFORT = 2
"""Of WebP's 0 to 6: more takes twice the time and saves a tenth of the size."""

MARGIN = 0.2
"""What is blacked out around a box, as a share of its shorter side: OCR draws boxes close to the letters."""


def resolution_for(width: float, height: float) -> float:
    """Dots per inch at which to draw a page of that many points."""
    return 72 * LONG_SIDE / max(width, height)


def keep(picture: Image.Image, rotation: int, target: Path) -> None:
    """Write a page's picture, turned clockwise by so many degrees; a file is complete or not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    zoom = min(1.0, LONG_SIDE / max(picture.size))
    size = (max(1, round(picture.width * zoom)), max(1, round(picture.height * zoom)))
    small = picture if zoom == 1 else picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    upright = small.rotate(-rotation, expand=True) if rotation else small
    _save(upright, target)


def blacken(picture: Path, spots: Iterable[tuple[float, float, float, float]], target: Path) -> None:
    """Write a copy of a page's picture with boxes blacked out, each in shares of the picture's width and height."""
    with Image.open(picture) as opened:
        copy = opened.convert("RGB")
    pen = ImageDraw.Draw(copy)
    for x0, y0, x1, y1 in spots:
        left, right, top, bottom = x0 * copy.width, x1 * copy.width, y0 * copy.height, y1 * copy.height
        margin = 1 + MARGIN * min(right - left, bottom - top)
        pen.rectangle((left - margin, top - margin, right + margin, bottom + margin), fill="black")
    _save(copy, target)


def _save(picture: Image.Image, target: Path) -> None:
    unfinished = target.with_suffix(".new")
    picture.convert("RGB").save(unfinished, "WEBP", quality=QUALITY, method=EFFORT)
    unfinished.replace(target)
