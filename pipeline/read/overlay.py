"""What was read, drawn over the page: a box per line, numbered in reading order, one colour per paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pipeline.model import Line, Page
from pipeline.read.image import frames

LONG_SIDE = 1600
"""Pixels of the longer side of the pictures drawn."""
CHARACTER = (8, 16)
"""Pixels of one character of a plain text."""
COLOURS = ("#c0392b", "#1f5fbf", "#1e8449", "#a21caf", "#b9770e")
NUMBER = 15
"""Height of the numbers, in pixels."""


def write(path: Path, pages: Sequence[Page], target: Path) -> list[Path]:
    """Write a picture of each page below `target`, named after the document and the page, and tell where."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for page, picture in zip(pages, _pictures(path, pages), strict=False):
        upright = picture.rotate(-page.rotation, expand=True)
        _draw(upright, page)
        written.append(target / f"{path.name}-{page.number}.png")
        upright.save(written[-1])
    return written


def _pictures(path: Path, pages: Sequence[Page]) -> Iterator[Image.Image]:
    """The pages as printed; those of a text as a sheet of characters."""
    unit = pages[0].unit if pages else "char"
    if unit == "char":
        yield from map(_sheet, pages)
    elif unit == "pt":
        with pypdfium2.PdfDocument(path) as pdf:
            for page in pages:
                scale = LONG_SIDE / max(page.width, page.height)
                yield pdf[page.number - 1].render(scale=scale).to_pil().convert("RGB")
    else:
        yield from map(_fitted, frames(path))


def _fitted(picture: Image.Image) -> Image.Image:
    zoom = LONG_SIDE / max(picture.size)
    return picture.resize((max(1, round(picture.width * zoom)), max(1, round(picture.height * zoom))))


def _sheet(page: Page) -> Image.Image:
    """A text, each word at its column and row."""
    width, height = CHARACTER
    picture = Image.new("RGB", (int(page.width + 4) * width, int(page.height + 2) * height), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(NUMBER)
    for line in page.lines:
        for word in line.words:
            draw.text((word.box.x0 * width, word.box.y0 * height), word.text, fill="black", font=font)
    return picture


def _draw(picture: Image.Image, page: Page) -> None:
    across = CHARACTER[0] if page.unit == "char" else picture.width / page.width
    down = CHARACTER[1] if page.unit == "char" else picture.height / page.height
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(NUMBER)
    for number, line in enumerate(page.lines, 1):
        colour = COLOURS[line.block % len(COLOURS)]
        for cell in _cells(line):
            draw.rectangle(
                [cell[0] * across, cell[1] * down, cell[2] * across, cell[3] * down], outline=colour, width=2
            )
        corner = (max(0.0, line.box.x0 * across - 6), max(0.0, line.box.y0 * down - 8))
        draw.text(corner, str(number), fill=colour, font=font, stroke_width=2, stroke_fill="white")


def _cells(line: Line) -> Iterator[tuple[float, float, float, float]]:
    """A box around each cell of a line."""
    starts = [*line.cells, len(line.words)]
    for first, last in pairwise(starts):
        box = line.words[first].box
        for word in line.words[first + 1 : last]:
            box = box.union(word.box)
        yield box
