"""Tesseract, as a program: picture → words with confidence. All that is known of its oddities stands here."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PIL import Image

from pipeline.errors import NoOcr
from pipeline.messages import say
from pipeline.model import Box, Issue, Line, Page, Word
from pipeline.read.layout import Glyphs, arrange

LANGUAGE = "fra"
RESOLUTION = 300
"""Dots per inch at which pages without text layer are drawn."""
MIN_SIDE = 1500
"""Pictures whose longer side has fewer pixels are enlarged to it: Tesseract wants letters of 20 pixels and more."""
MAX_PIXELS = 40_000_000
TIMEOUT = 180
"""Seconds after which Tesseract is stopped on one page (the limit OCRmyPDF uses)."""
MIN_CONFIDENCE = 25
"""Words Tesseract itself gives less than this (of 100) are specks and drawings."""


@dataclass(frozen=True)
class Sheet:
    """The page a picture becomes: its number, its size in its own unit and why it goes through OCR."""

    number: int
    width: float
    height: float
    unit: Literal["pt", "px"]
    reason: str


def read_sheet(picture: Image.Image, sheet: Sheet, scale: float = 1.0) -> tuple[Page, tuple[Issue, ...]]:
    """The page with what OCR reads on it, boxes in pixels times `scale`; what went wrong stands in the issues."""
    try:
        lines, confidence = read_picture(picture, scale)
        issue = None if lines else Issue("read", "page-blank", say("page-blank", page=sheet.number), sheet.number)
    except NoOcr as error:
        lines, confidence, issue = (), 0.0, Issue("read", error.code, str(error), sheet.number)
    except subprocess.TimeoutExpired:
        message = say("ocr-timeout", page=sheet.number, seconds=TIMEOUT)
        lines, confidence, issue = (), 0.0, Issue("read", "ocr-timeout", message, sheet.number)
    except subprocess.CalledProcessError as error:
        message = say("ocr-failed", page=sheet.number, detail=error.stderr.decode("utf-8", "replace").strip()[:200])
        lines, confidence, issue = (), 0.0, Issue("read", "ocr-failed", message, sheet.number)
    page = Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        unit=sheet.unit,
        source="ocr",
        lines=lines,
        confidence=confidence,
        reason=sheet.reason,
    )
    return page, (issue,) if issue else ()


def read_picture(picture: Image.Image, scale: float = 1.0) -> tuple[tuple[Line, ...], float]:
    """The lines of a picture and their mean confidence; boxes are in pixels times `scale`.

    Raises `NoOcr` when Tesseract or its French model is missing, `subprocess.TimeoutExpired` on a page that never ends.
    """
    picture, zoom = _fit(picture.convert("RGB"))
    words = [_glyphs(row, scale / zoom) for row in _tesseract(picture) if _is_word(row)]
    if not words:
        return (), 0.0
    letters = sum(len(item.word.text) for item in words)
    confidence = sum(item.word.confidence * len(item.word.text) for item in words) / letters
    return arrange(words), round(confidence, 3)


def version() -> str:
    """Tesseract's version, "" where it is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    output = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return output.split("\n", 1)[0].removeprefix("tesseract").strip()


@cache
def has_french() -> bool:
    """Whether Tesseract is installed with its French model."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    output = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout
    return LANGUAGE in output.split()


def _fit(picture: Image.Image) -> tuple[Image.Image, float]:
    """The picture in a size Tesseract reads well, and by how much it was enlarged."""
    zoom = max(1.0, MIN_SIDE / max(picture.size))
    zoom *= min(1.0, (MAX_PIXELS / (picture.width * picture.height * zoom**2)) ** 0.5)
    if zoom == 1:
        return picture, 1.0
    size = (round(picture.width * zoom), round(picture.height * zoom))
    return picture.resize(size, Image.Resampling.LANCZOS), zoom


def _tesseract(picture: Image.Image) -> list[dict[str, str]]:
    """Tesseract's TSV rows. One thread per process: two are four times slower (measured)."""
    if not has_french():
        raise NoOcr
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--psm", "1", "--dpi", str(RESOLUTION), "tsv"],
        input=stream.getvalue(),
        capture_output=True,
        check=True,
        timeout=TIMEOUT,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    table = io.StringIO(done.stdout.decode("utf-8", errors="replace"))
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _is_word(row: dict[str, str]) -> bool:
    """Level 5 is a word; a row of blanks or of specks is none."""
    if row["level"] != "5" or not row["text"].strip():
        return False
    return (float(row["conf"]) >= MIN_CONFIDENCE and any(letter.isalnum() for letter in row["text"])) or row[
        "text"
    ] in "-–—&:"


def _glyphs(row: dict[str, str], scale: float) -> Glyphs:
    left, top, width, height = (int(row[key]) * scale for key in ("left", "top", "width", "height"))
    word = Word(row["text"].strip(), Box(left, top, left + width, top + height), round(float(row["conf"]) / 100, 3))
    return Glyphs(word, height)
