"""How much memory a reader process takes at its peak, and whether one long file keeps every core busy.

    python -m benchmarks.reading.memory [CASE...]

Reads, each with fresh processes: a scan of forty A4 pages at 300 dots per inch in one PDF; pictures nearly as large as
Carton opens, in each way of storing colours; a photo whose lines run from edge to edge.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from PIL import Image, ImageDraw, ImageFont

from pipeline.read import read_all
from pipeline.read.image import LARGEST

CORES = os.cpu_count() or 1
A4 = (2480, 3508)
PAGES = 40
WORDS = "Les rencontres de la coopérative se tiennent chaque année au printemps, avec les associations du quartier."


def page(size: tuple[int, int], letters: int) -> Image.Image:
    """A page full of lines of text with letters so many pixels high."""
    picture = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(letters)
    line = " ".join([WORDS] * (1 + size[0] // (letters * len(WORDS) // 3)))
    for top in range(letters, size[1] - 2 * letters, 2 * letters):
        pen.text((letters, top), line, 0, font)
    return picture


def scan(target: Path) -> None:
    sheet = page(A4, 40)
    sheet.save(target, save_all=True, append_images=[sheet] * (PAGES - 1), resolution=300)


def huge(mode: str) -> Callable[[Path], None]:
    side = int(LARGEST**0.5) - 1
    return lambda target: page((side, side), 100).convert(mode).save(target, compress_level=1)


CASES: dict[str, Callable[[Path], None]] = {
    "forty-pages.pdf": scan,
    "huge-grey.png": huge("L"),
    "huge-colours.png": huge("RGB"),
    "huge-transparent.png": huge("RGBA"),
    "wide.png": lambda target: page((9000, 1300), 20).save(target),
}


def peak() -> tuple[int, float]:
    """This process and the megabytes it has taken at most; waits, so that others are asked as well."""
    sleep(0.2)
    return os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path, images: Path) -> None:
    # fresh processes: those forked from this one would count its memory as theirs
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as workers:
        start = perf_counter()
        [(_, outcome)] = read_all([(path.name, path)], workers, images=images)
        lines = sum(len(page.lines) for page in outcome().pages)
        seconds = perf_counter() - start
        peaks = dict(task.result() for task in [workers.submit(peak) for _ in range(4 * CORES)])
    print(f"{path.name:22} {lines:5} lines, {seconds:6.1f} s, {len(peaks)} processes of at most", end=" ")
    print(f"{max(peaks.values()):.0f} MB", flush=True)


def main() -> None:
    with TemporaryDirectory() as place:
        for name in sys.argv[1:] or CASES:
            path = Path(place) / name
            CASES[name](path)
            measure(path, Path(place) / "images")


if __name__ == "__main__":
    main()
