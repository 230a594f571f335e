"""Pictures: PNG, JPEG, TIFF (all its pages), GIF, WebP, HEIC; turned upright as their camera says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path

import numpy as np
import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import BrokenFile, PictureTooLarge
from pipeline.messages import say
from pipeline.model import Issue, OcrMode, Page
from pipeline.read.drawing import keep
from pipeline.read.issues import unread
from pipeline.read.ocr import Sheet, fit, fitting, read_sheet

pi_heif.register_heif_opener()

LARGEST = 75_000_000
"""Pixels from which on a picture does not fit into memory; JPEGs are made smaller while they are opened."""
Image.MAX_IMAGE_PIXELS = None  # LARGEST is the limit here
BAND = 256
"""Rows of a transparent picture that are laid on paper at a time."""
ORIENTATION = 0x0112
"""The EXIF tag that tells how the camera was held; from 5 on, on its side."""


def count(path: Path) -> int:
    """How many pages a picture has: the frames of a TIFF; an animated GIF is no document."""
    with _opened(path) as picture:
        return getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1


def read_page(path: Path, number: int, mode: OcrMode, image: Path | None) -> tuple[Page, tuple[Issue, ...]]:
    """One page, read by OCR unless that is excluded; its picture is written to `image`.

    Raises `BrokenFile` when the picture is damaged, `PictureTooLarge` when it cannot be opened in bounded memory.
    """
    picture, (width, height) = _frame(path, number)
    sheet = Sheet(number, width, height, "px", say("is-a-picture" if mode != "never" else "ocr-unwanted"))
    page, issues = _unread(sheet) if mode == "never" else read_sheet(picture, sheet, width / picture.width)
    if image:
        keep(picture, page.rotation, image)
    return page, issues


def draw(path: Path, number: int, rotation: int, image: Path) -> None:
    """Write the picture of a page already read. Raises as `read_page` does."""
    keep(_frame(path, number)[0], rotation, image)


def _unread(sheet: Sheet) -> tuple[Page, tuple[Issue, ...]]:
    """The page without its words, and the issue that says so."""
    page = Page(sheet.number, sheet.width, sheet.height, sheet.unit, "ocr", (), 0, 0.0, sheet.reason)
    return page, (unread(sheet.number),)


def frames(path: Path) -> Iterator[Image.Image]:
    """The pages of a picture, one after the other, no larger than OCR sees them."""
    for number in range(1, count(path) + 1):
        yield _frame(path, number)[0]


def _frame(path: Path, number: int) -> tuple[Image.Image, tuple[int, int]]:
    """A page as the eye sees it, scaled down where it is large, and its size in the file."""
    with _opened(path) as picture:
        if number > 1:
            picture.seek(number - 1)
        size = picture.size
        picture.draft("RGB", fitting(picture.size)[0])
        if picture.width * picture.height > LARGEST:
            raise PictureTooLarge(file=path.name, megapixels=round(size[0] * size[1] / 1_000_000))
        orientation = picture.getexif().get(ORIENTATION, 1)
        upright = ImageOps.exif_transpose(fit(_on_paper(picture))[0])
        return upright, size if orientation < 5 else (size[1], size[0])


def _on_paper(picture: Image.Image) -> Image.Image:
    """The picture in grey or in colours; what is transparent shows white paper."""
    if picture.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if "transparency" not in picture.info and picture.mode not in ("RGBA", "LA", "PA"):
        return picture.convert("RGB") if picture.mode != "RGB" else picture
    return _opaque(picture)


def _opaque(picture: Image.Image) -> Image.Image:
    """A transparent picture on white paper, band by band: several copies of a large one would fill the memory."""
    step = int(1 / fitting(picture.size)[1])
    paper = Image.new("RGB", (ceil(picture.width / step), ceil(picture.height / step)))
    for top in range(0, picture.height, BAND * step):
        band = picture.crop((0, top, picture.width, min(picture.height, top + BAND * step))).convert("RGBA")
        flat = Image.alpha_composite(Image.new("RGBA", band.size, "white"), band).convert("RGB")
        paper.paste(flat.reduce(step), (0, top // step))
    return paper


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(path) as picture:
            yield picture
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BrokenFile(file=path.name) from error
