"""What a line of text says: the picture of a line → its words, with their place on it and confidence.

The network answers for each step of eight pixels which letter it sees, or none; runs of one letter are one letter
(Graves et al., "Connectionist temporal classification", 2006).
"""

from __future__ import annotations

from collections.abc import Iterator
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


class Token(NamedTuple):
    """A word of a line: where it begins and ends, in shares of the line's width."""

    text: str
    start: float
    end: float
    confidence: float


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
    part, whole = end - start, line.shape[1]
    for token in _tokens(answers.argmax(axis=1), answers.max(axis=1)):
        yield token._replace(start=(start + token.start * part) / whole, end=(start + token.end * part) / whole)


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


def _tokens(winners: npt.NDArray[np.intp], likely: npt.NDArray[np.float32]) -> tuple[Token, ...]:
    """The letters the steps spell, parted at the blanks between words."""
    signs = alphabet()
    steps = len(winners)
    words: list[list[tuple[str, int, float]]] = [[]]
    for step, winner in enumerate(winners):
        if winner == 0 or (step and winner == winners[step - 1]):
            continue
        if signs[winner] == " ":
            words.append([])
        else:
            words[-1].append((signs[winner], step, float(likely[step])))
    return tuple(_token(word, steps) for word in words if word)


def _token(word: list[tuple[str, int, float]], steps: int) -> Token:
    start, end = max(0.0, word[0][1] - LEAD) / steps, min(steps, word[-1][1] + 1.5) / steps
    confidence = sum(likely for _, _, likely in word) / len(word)
    return Token("".join(sign for sign, _, _ in word), start, end, round(confidence, 2))
