"""What a line of text says: the picture of a line → its words, with their place on it and confidence.

The network answers for each step of eight pixels which letter it sees, or none; runs of one letter are one letter
(Graves et al., "Connectionist temporal classification", 2006). That tells a letter's place to a step or two; a word
begins and ends at the white space beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.read.detector import Strip
from pipeline.read.networks import RECOGNISER, Pixels, alphabet, run

HEIGHT = 48
"""Pixels of the line's height the network was trained with."""
NARROWED = 0.85
"""What a line is squeezed to: time grows with its width. Word F1 on ten clean and scanned pages at 1.0, 0.85,
0.75 and 0.65: 0.990, 0.990, 0.972, 0.882."""
LONGEST = 4800
"""Pixels of a line read at once; memory grows with the square of its length."""
LEAD = 0.9
"""Steps by which the network answers after a letter has begun (measured against the text layers of PDFs)."""
TAIL = 1.5
"""Steps by which it answers before the end of a letter."""
EARLY = 0.6
"""Steps by which the network may answer before a letter begins."""
FAINT = 0.4
"""A column of pixels with less contrast than this share of the line's letters shows none."""
RIM = 5
"""Rows at the head and foot of a line's picture that may show parts of its neighbours."""
SLIT = 0.25
"""White space narrower than this many steps tells of no end of a word."""


class Token(NamedTuple):
    """A word of a line: where it begins and ends, in shares of the line's width."""

    text: str
    start: float
    end: float
    confidence: float


class Letter(NamedTuple):
    """A letter, the step at which the network answers it, and how sure it is."""

    sign: str
    step: int
    likely: float


class Span(NamedTuple):
    """A stretch of a line, in steps."""

    start: float
    end: float


def read_strip(picture: Pixels, strip: Strip) -> tuple[Token, ...]:
    """The words of a line, from left to right."""
    line = cut(picture, strip)
    return tuple(token for start, end in pairwise(_edges(line)) for token in _read(line, start, end))


def _edges(line: Pixels) -> list[int]:
    """Where a line begins, is parted if it is too long for the memory, and ends.

    It is parted at the plainest place before each limit, between two words.
    """
    edges, width = [0], line.shape[1]
    while width - edges[-1] > LONGEST:
        window = slice(edges[-1] + LONGEST // 2, edges[-1] + LONGEST)
        ink = cv2.blur(np.ptp(line[:, window], axis=(0, 2)).astype(np.float32)[None], (HEIGHT // 4, 1))[0]
        edges.append(window.start + int(ink.argmin()))
    return [*edges, width]


def _read(line: Pixels, start: int, end: int) -> Iterator[Token]:
    """The words of a part of a line, their places in shares of the whole."""
    answers = run(RECOGNISER, line[:, start:end])
    words = _words(answers.argmax(axis=1), answers.max(axis=1))
    step, whole = (end - start) / len(answers), line.shape[1]
    for word, span in zip(words, _spans(words, len(answers), _white(line[:, start:end], step)), strict=True):
        confidence = sum(letter.likely for letter in word) / len(word)
        text = "".join(letter.sign for letter in word)
        yield Token(text, (start + span.start * step) / whole, (start + span.end * step) / whole, round(confidence, 2))


def cut(picture: Pixels, strip: Strip) -> Pixels:
    """The line straight and upright, 48 pixels high, a little narrowed."""
    width = max(HEIGHT // 3, round(HEIGHT * NARROWED * strip.width / max(strip.height, 1)))
    corners = np.array(strip.corners, dtype=np.float32)
    left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 3
    window: cv2.typing.MatLike = picture[top:bottom, left:right]
    corners = corners - np.array([left, top], dtype=np.float32)
    if strip.height > 2 * HEIGHT:  # shrunk first, so that every pixel counts
        shrink = 2 * HEIGHT / strip.height
        window = cv2.resize(window, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        corners = corners * np.float32(shrink)
    target = np.array([[0, 0], [width, 0], [width, HEIGHT], [0, HEIGHT]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    flat = cv2.warpPerspective(window, matrix, (width, HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, dtype=np.uint8)


def _words(winners: npt.NDArray[np.intp], likely: npt.NDArray[np.float32]) -> list[list[Letter]]:
    """The letters the steps spell, parted at the blanks between words."""
    signs = alphabet()
    words: list[list[Letter]] = [[]]
    for step, winner in enumerate(winners):
        if winner == 0 or (step and winner == winners[step - 1]):
            continue
        if signs[winner] == " ":
            words.append([])
        else:
            words[-1].append(Letter(signs[winner], step, float(likely[step])))
    return [word for word in words if word]


# ── places ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _white(line: Pixels, step: float) -> list[Span]:
    """Where a line shows no letter, by its pixels and how many of them make a step."""
    ink = np.ptp(cv2.blur(line, (3, 1))[RIM:-RIM], axis=0).max(axis=1)
    is_white = np.pad(ink < FAINT * np.percentile(ink, 95), 1)
    edges = np.flatnonzero(np.diff(is_white)) / step
    return [Span(float(start), float(end)) for start, end in edges.reshape(-1, 2)]


def _spans(words: Sequence[Sequence[Letter]], steps: int, white: Sequence[Span]) -> Iterator[Span]:
    """Where each word begins and ends: at the white space on its sides, or about where the network answers."""
    bounds = [0, *(letter.step for word in words for letter in (word[0], word[-1])), steps]
    gaps = [_widest(white, last, first + EARLY) for last, first in zip(bounds[::2], bounds[1::2], strict=True)]
    for word, (before, after) in zip(words, pairwise(gaps), strict=True):
        about = Span(max(0.0, word[0].step - LEAD), min(steps, word[-1].step + TAIL))
        exact = Span(before.end if before else about.start, after.start if after else about.end)
        yield exact if exact.start < exact.end else about


def _widest(white: Sequence[Span], start: float, end: float) -> Span | None:
    """The white space that takes up most of the stretch between two answers of the network."""
    share, widest = max(((min(gap.end, end) - max(gap.start, start), gap) for gap in white), default=(0.0, None))
    return widest if share >= SLIT else None
