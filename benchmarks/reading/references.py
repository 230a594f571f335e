"""The programs Carton's reading is compared with, each run as its manual says."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps, ImageSequence

ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}
"""Two threads make Tesseract four times slower."""


def drawn(path: Path, resolution: float) -> Iterator[Image.Image]:
    """The pages of a PDF drawn at so many dots per inch; the frames of a picture as they are."""
    if path.suffix.lower() == ".pdf":
        for page in pypdfium2.PdfDocument(path):
            yield page.render(scale=resolution / 72).to_pil().convert("RGB")
    else:
        with Image.open(path) as picture:
            for frame in ImageSequence.Iterator(picture):
                yield ImageOps.exif_transpose(frame).convert("RGB")


def tesseract(picture: Image.Image, resolution: int = 300) -> str:
    """What Tesseract reads on a page; pictures smaller than a printed page are enlarged first, as its manual asks."""
    if max(picture.size) < 1500:
        picture = ImageOps.contain(picture, (1500, 1500), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "-l", "fra", "--psm", "1", "--dpi", str(resolution)]
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, env=ONE_THREAD)
    return done.stdout.decode("utf-8", "replace")
