"""Pictures of pages at reading size, for the screen."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

LONG_SIDE = 1800
"""Pixels of a picture's longer side: an A4 page at 154 dots per inch."""
QUALITY = 75
EFFORT = 2
"""Of WebP's 0 to 6: more takes twice the time and saves a tenth of the size."""


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
    unfinished = target.with_suffix(".new")
    upright.convert("RGB").save(unfinished, "WEBP", quality=QUALITY, method=EFFORT)
    unfinished.replace(target)
