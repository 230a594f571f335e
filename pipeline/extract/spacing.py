"""Letters set apart for looks, "C O N C E R T", read as the words they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.model import Line

MIN_LETTERS = 5
MOST = 0.7
"""The share of lone letters that makes a line a spaced one."""
WIDER = 1.6
"""A gap so many times the usual one parts two words."""


def spelled(line: Line) -> tuple[str, Sequence[int]]:
    """A line's text, a tab before each further cell, and where each character stands in the line as printed.

    Letters set apart close up; the wider gaps between them part words.
    """
    if not _is_spaced(line):
        words = [("\t" if index in line.cells else " ") + word.text for index, word in enumerate(line.words)]
        text = "".join(words)[1:]
        return text, range(len(text))
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(line.words)]
    usual = median(gaps)
    letters, places, position = "", [], 0
    for word, gap in zip(line.words, [0.0, *gaps], strict=True):
        if gap > WIDER * usual:
            letters += " "
            places.append(position - 1)
        letters += word.text
        places.extend(range(position, position + len(word.text)))
        position += len(word.text) + 1
    return letters, places


def _is_spaced(line: Line) -> bool:
    lone = sum(len(word.text) == 1 and word.text.isalpha() for word in line.words)
    return lone >= max(MIN_LETTERS, MOST * len(line.words))
