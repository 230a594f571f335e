"""Twin test: born-digital PDFs are drawn, spoilt as a scanner would, read by OCR and compared with their text layer.

    python -m benchmarks.reading.twins PDF... [--pages N]

Prints precision, recall, F1 and order (see `words.compare`) per document and condition, then the means. Words the
text layer does not hold but the page shows (in logos and pictures) count against precision.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from statistics import fmean

import numpy as np
from PIL import Image

from benchmarks.reading.references import drawn
from benchmarks.reading.words import Score, compare, words_of
from pipeline.model import Page
from pipeline.read import read
from pipeline.read.ocr import read_picture

Picture = Image.Image


def clean(picture: Picture) -> Picture:
    return picture


def scanned(picture: Picture) -> Picture:
    """Grey paper lit from one side, 1.7° askew, noise, JPEG artefacts."""
    return _spoilt(picture, angle=1.7, contrast=0.7, noise=10, quality=40)


def copied(picture: Picture) -> Picture:
    """A poor photocopy: 3° askew, half the contrast, more noise and artefacts."""
    return _spoilt(picture, angle=-3.0, contrast=0.5, noise=14, quality=25)


def _spoilt(picture: Picture, angle: float, contrast: float, noise: float, quality: int) -> Picture:
    grey = picture.convert("L").rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    light = np.linspace(0.85, 1.1, grey.width)[None]
    ink = np.asarray(grey).astype(float) * contrast + 50
    spoilt = ink * light + np.random.default_rng(7).normal(0, noise, ink.shape)
    stream = io.BytesIO()
    Image.fromarray(np.clip(spoilt, 0, 255).astype(np.uint8)).save(stream, "JPEG", quality=quality)
    return Image.open(stream).convert("RGB")


CONDITIONS: dict[str, tuple[int, Callable[[Picture], Picture]]] = {
    "clean 300": (300, clean),
    "clean 200": (200, clean),
    "clean 150": (150, clean),
    "scanned 300": (300, scanned),
    "scanned 200": (200, scanned),
    "copied 150": (150, copied),
}


def text_layers(path: Path, pages: int) -> Iterator[Page | None]:
    """The pages Carton reads by their text layer; none where it does not."""
    for page in islice(read(path, path.name).pages, pages):
        yield page if page.source == "text-layer" else None


def scores(path: Path, pages: int) -> dict[str, list[Score]]:
    layers = list(text_layers(path, pages))
    found: dict[str, list[Score]] = {}
    for condition, (resolution, spoil) in CONDITIONS.items():
        for layer, picture in zip(layers, drawn(path, resolution), strict=False):
            if layer:
                reading = read_picture(spoil(picture))
                text = " ".join(line.text for line in reading.lines)
                found.setdefault(condition, []).append(compare(words_of(layer.text), words_of(text)))
    return found


def mean(some: list[Score]) -> Score:
    return Score(*(fmean(getattr(each, field) for each in some) for field in ("precision", "recall", "order")))


def line(condition: str, score: Score) -> str:
    return f"  {condition:14} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  order {score.order:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("pdfs", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=2)
    options = parser.parse_args()
    everything: dict[str, list[Score]] = {}
    with ProcessPoolExecutor() as workers:
        for path, found in zip(
            options.pdfs, workers.map(scores, options.pdfs, [options.pages] * len(options.pdfs)), strict=True
        ):
            print(path.name)
            for condition, some in found.items():
                print(line(condition, mean(some)), flush=True)
                everything.setdefault(condition, []).extend(some)
    print("mean over pages")
    for condition, some in everything.items():
        print(line(condition, mean(some)))


if __name__ == "__main__":
    main()
