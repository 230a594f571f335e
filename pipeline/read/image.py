"""Pictures: PNG, JPEG, TIFF (all its pages), GIF, WebP, HEIC; turned upright as their camera says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pi_heif
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from pipeline.errors import BrokenFile
from pipeline.messages import say
from pipeline.model import Issue, OcrMode, Page
from pipeline.read.ocr import Sheet, read_sheet

pi_heif.register_heif_opener()


def read_image(path: Path, mode: OcrMode = "auto") -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """One page per frame, read by OCR unless that is excluded. Raises `BrokenFile` when the picture is damaged."""
    read_page = _unread if mode == "never" else read_sheet
    try:
        read = [
            read_page(frame, Sheet(number, frame.width, frame.height, "px", say("is-a-picture")))
            for number, frame in enumerate(frames(path), 1)
        ]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BrokenFile(file=path.name, detail=type(error).__name__) from error
    return tuple(page for page, _ in read), tuple(issue for _, issues in read for issue in issues)


def _unread(_: Image.Image, sheet: Sheet) -> tuple[Page, tuple[Issue, ...]]:
    """The page without its words, and the issue that says so."""
    page = Page(sheet.number, sheet.width, sheet.height, sheet.unit, "ocr", (), 0, 0.0, say("ocr-unwanted"))
    return page, (Issue("read", "ocr-unwanted", say("page-unread", page=sheet.number), sheet.number),)


def frames(path: Path) -> Iterator[Image.Image]:
    """The pages of a TIFF; of anything else, the first picture (an animated GIF is no document)."""
    with Image.open(path) as picture:
        frames = ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]
        for frame in frames:
            yield ImageOps.exif_transpose(frame).convert("RGB")
