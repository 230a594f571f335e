"""Is the text layer of a PDF page to be believed? Told by its letters and by what else is drawn on the page.

A page whose layer is in doubt is read by OCR as well, and the better reading kept: a layer is never thrown away unread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pipeline.model import Box, Page, Word
from pipeline.read.fragments import Glyphs
from pipeline.read.vocabulary import common_share, known_letters, known_share, speakable_share

Doubt = Literal["missing", "garbled", "scan", "partial"]

REASONS: Mapping[Doubt, str] = {
    "missing": "no-text-layer",
    "garbled": "text-layer-garbled",
    "scan": "text-layer-scan",
    "partial": "text-layer-partial",
}
"""What is said of a page that was read by OCR for that doubt."""
MIN_LETTERS = 12
"""A page whose text layer holds fewer letters than this has none."""
FEW_LETTERS = 600
"""A page with more letters than this beside its pictures is taken to say all it shows."""
PICTURES = 0.4
"""Share of the page pictures cover, from which on they may hold text that is not in the layer."""
WHOLE_PAGE = 0.85
"""A picture covering this much of a page is a scan, and the text over it what some OCR has read."""
OUTLINES = 100
"""This many curves, and more than half as many as letters, may be letters drawn as shapes."""
MEANINGLESS = 0.1
"""Share of letters without meaning (unknown to their font, private, or replaced) that makes a layer garbage."""
COMMON = 0.08
"""Share of small words like "de" and "la", from which on a text is no garbage; lists of names have fewer."""
SPEAKABLE = 0.7
"""Less than this share of words one could say: neither French nor a list of names."""
KNOWN_IN_GARBAGE = 0.35
"""Less than this share of known words: no French."""
KNOWN_IN_OCR = 0.8
"""Less than this share of known words: a text layer read badly."""
BETTER = 1.2
"""OCR replaces a layer when it reads this many times the letters in known words."""
SURE = 0.6
"""Words OCR gives less than this are not counted for it."""
MORE = 30
"""Letters of known words OCR must find outside the layer for it to be completed."""


def doubt(page: Any, words: Sequence[Glyphs]) -> Doubt | None:  # noqa: ANN401 - pdfplumber's Page has no public type
    """Why a page's text layer may not be what is printed, None when it is trusted. Cheap checks come first."""
    texts = [item.word.text for item in words]
    letters = sum(map(len, texts))
    if letters < MIN_LETTERS:
        return "missing"
    if sum(map(_meaningless, "".join(texts))) > MEANINGLESS * letters:
        return "garbled"
    if common_share(texts) < COMMON and speakable_share(texts) < SPEAKABLE and known_share(texts) < KNOWN_IN_GARBAGE:
        return "garbled"
    covered = _covered(page)
    if covered >= WHOLE_PAGE and known_share(texts) < KNOWN_IN_OCR:
        return "scan"
    if letters < FEW_LETTERS and (covered >= PICTURES or len(page.curves) > max(OUTLINES, letters / 2)):
        return "partial"
    return None


def _meaningless(letter: str) -> bool:
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or (letter < " " and not letter.isspace())


def _covered(page: Any) -> float:  # noqa: ANN401
    """Share of the page its pictures cover, overlaps counted twice."""
    areas = (
        max(0.0, min(picture["x1"], page.width) - max(picture["x0"], 0.0))
        * max(0.0, min(picture["bottom"], page.height) - max(picture["top"], 0.0))
        for picture in page.images
    )
    return float(sum(areas) / (page.width * page.height))


def is_better(ocr: Page, layer: Sequence[Glyphs]) -> bool:
    """Whether OCR reads clearly more French than a doubtful layer says."""
    return known_letters(_sure(ocr)) > BETTER * known_letters(item.word.text for item in layer) + MIN_LETTERS


def missing_from(layer: Sequence[Glyphs], ocr: Page) -> list[Glyphs]:
    """The words OCR reads where the layer has none; none at all when they are not mostly French."""
    boxes = [item.word.box for item in layer]
    more = [
        Glyphs(word, word.box.height)
        for line in ocr.lines
        for word in line.words
        if word.confidence >= SURE and not any(_overlap(word.box, box) for box in boxes)
    ]
    texts = [item.word.text for item in more]
    return more if known_letters(texts) >= MORE and known_share(texts) > KNOWN_IN_GARBAGE else []


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.y1, b.y1) > max(a.y0, b.y0)


def _sure(page: Page) -> list[str]:
    words: list[Word] = [word for line in page.lines for word in line.words]
    return [word.text for word in words if word.confidence >= SURE]
