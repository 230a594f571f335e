"""What typesetting does to words is undone: spaced-out capitals, drop caps, hyphens at line ends.

Words keep their boxes, and nothing printed is altered: a hyphen stays where it stands, and `Line.broken` tells that it
is none of the word's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.model import Line, Word
from pipeline.read.fragments import Glyphs, around, fragments_of
from pipeline.read.vocabulary import is_french

SPACED = 4
"""Single letters in a row that make a spaced-out word; fewer are initials or a list."""
LONE_WORDS = frozenset("ày")
"""Words of one letter: after spaced-out capitals they stand for themselves."""
WIDE = 1.6
"""White space wider than this many of the usual gaps between spaced-out letters parts words."""
DROP_CAP = 1.8
"""A capital this many times as high as the text beside it is a drop cap."""
TAIL = re.compile(r"(?:[^\W\d_]|-)*$")
HEAD = re.compile(r"^(?:[^\W\d_]|-)*")
"""The letters a word ends and begins with: "l'instal" gives "instal"."""
HYPHENS = "-\u00ad\u2010"

Known = Callable[[str], bool]


# ── spaced-out letters ───────────────────────────────────────────────────────────────────────────────────────────────


def closed_up(words: Sequence[Glyphs]) -> list[Glyphs]:
    """Words whose letters are set apart, "P R O G R A M M E", put together."""
    singles = [item for item in words if len(item.word.text) == 1]
    if len(singles) < SPACED:
        return list(words)
    longer = [item for item in words if len(item.word.text) > 1]
    return longer + [item for fragment in fragments_of(singles) for item in _closed(fragment.items)]


def _closed(items: Sequence[Glyphs]) -> Sequence[Glyphs]:
    """Single letters in a row, put together but for marks before them and a word of one letter after them."""
    start = next((index for index, item in enumerate(items) if item.word.text.isalnum()), 0)
    end = len(items) - (items[-1].word.text in LONE_WORDS and items[0].word.text.isupper())
    return [*items[:start], *_words_of(items[start:end]), *items[end:]]


def _words_of(run: Sequence[Glyphs]) -> list[Glyphs]:
    """Single letters in a row as words, parted where the gap is wide among their gaps."""
    letters = sum(item.word.text.isalpha() for item in run)
    if letters < SPACED or 2 * letters <= len(run):
        return list(run)
    gaps = [b.word.box.x0 - a.word.box.x1 for a, b in pairwise(run)]
    usual = median(gaps)
    words = [[run[0]]]
    for item, gap in zip(run[1:], gaps, strict=True):
        if gap > WIDE * usual:
            words.append([])
        words[-1].append(item)
    return [_joined(word, usual) for word in words]


def _joined(items: Sequence[Glyphs], spacing: float = 0.0) -> Glyphs:
    """Several words as one."""
    text = "".join(item.word.text for item in items)
    confidence = sum(item.word.confidence for item in items) / len(items)
    word = Word(text, around(item.word.box for item in items), round(confidence, 3))
    return Glyphs(word, max(item.size for item in items), all(item.bold for item in items), spacing)


# ── drop caps ────────────────────────────────────────────────────────────────────────────────────────────────────────


def with_drop_caps(words: Sequence[Glyphs]) -> list[Glyphs]:
    """Large capitals that begin a paragraph, put before the word they belong to."""
    caps = [item for item in words if len(item.word.text) == 1 and item.word.text.isupper()]
    heads = {id(cap): head for cap in caps if (head := _head(cap, words)) is not None}
    joined = {id(head): cap for cap in caps if (head := heads.get(id(cap))) is not None}
    return [_capped(joined[id(item)], item) if id(item) in joined else item for item in words if id(item) not in heads]


def _head(cap: Glyphs, words: Sequence[Glyphs]) -> Glyphs | None:
    """The word a drop cap begins: right beside its upper part, in small letters, more lines following below it."""
    box = cap.word.box
    beside = [
        item
        for item in words
        if DROP_CAP * item.size <= cap.size
        and 0 <= item.word.box.x0 - box.x1 + 0.1 * cap.size <= 0.5 * cap.size
        and box.y0 - item.size <= item.word.box.y0 <= box.y1 - 0.5 * item.size
    ]
    first = min(beside, key=lambda item: item.word.box.y0, default=None)
    if first is None or len(beside) < 2 or not first.word.text[0].islower():
        return None
    return first


def _capped(cap: Glyphs, head: Glyphs) -> Glyphs:
    """The word with its capital; its box reaches to the capital's left, and no lower than its line."""
    box = head.word.box._replace(x0=min(cap.word.box.x0, head.word.box.x0))
    return replace(head, word=head.word._replace(text=cap.word.text + head.word.text, box=box))


# ── hyphens at line ends ─────────────────────────────────────────────────────────────────────────────────────────────


def with_broken_words(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines marked `broken` whose last word goes on in the next without its hyphen ("presta-", "tions").

    A hyphen stays part of its word where the whole is a compound ("Midi-", "Pyrénées"; "peut-", "être").
    """
    own = {word.text.strip(".,;:!?()«»\"'").lower() for line in lines for word in line.words}

    def known(word: str) -> bool:
        return word.lower() in own or is_french(word)

    marked = [replace(line, broken=_is_broken(line, after, known)) for line, after in pairwise(lines)]
    return (*marked, *lines[-1:])


def _is_broken(line: Line, after: Line, known: Known) -> bool:
    head, tail = line.words[-1].text, after.words[0].text
    if len(head) < 2 or head[-1] not in HYPHENS or not head[-2].isalpha() or not tail[0].isalpha():
        return False
    if head[-1] == "\u00ad":
        return True
    start, end = "".join(TAIL.findall(head[:-1])), "".join(HEAD.findall(tail))
    if tail[0].isupper() and not start.isupper():
        return False
    if known(start + end):
        return True
    return not known(f"{start}-{end}") and not (known(start) and known(end))
