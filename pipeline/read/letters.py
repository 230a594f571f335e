"""The letters of a PDF page → words with their looks, in a frame where they stand upright.

Producers of PDF place letters one by one: accents apart from their letters, bold by printing twice, capitals small and
large, words spaced out or drawn together. All this is put right here, by where the letters stand, before lines are
made.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from pipeline.model import Box, Word
from pipeline.read.fragments import WIDE_GAP, Glyphs, around

WORD_GAP = 0.14
"""White space wider than this share of the letter height parts words, where letters are not spaced out."""
SPACED_OUT = 1.6
"""In spaced-out lines, white space wider than this many of their usual gaps parts words."""
STRAIGHT = 3
"""Degrees by which a line may lean and still be taken for upright, or for turned by a quarter."""
OVERPRINT = 0.4
"""A letter printed again within this share of its width makes it bold."""
FEW = 3
"""Fewer letters at one angle are ornaments or text along a curve: they are left as they stand."""
ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "¨": "\u0308",
    "¸": "\u0327",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "˚": "\u030a",
}
LIGATURES = {ord(letter): unicodedata.normalize("NFKC", letter) for letter in "ﬀﬁﬂﬃﬄﬅﬆ"}
BOLD = re.compile(r"bold|black|heavy|extrab|,b(?![a-z])", re.IGNORECASE)
MEANINGLESS = "\ufffd"
"""A letter whose font does not tell what it is; standing alone it is a bullet."""
UNKNOWN = re.compile(r"\(cid:\d+\)")

Char = Mapping[str, Any]
"""A letter as pdfplumber gives it."""


@dataclass(frozen=True)
class Letter:
    """One letter, upright."""

    text: str
    box: Box
    size: float
    bold: bool


def words_by_angle(chars: Sequence[Char]) -> dict[int, list[Glyphs]]:
    """The words of a page by the angle they are printed at (degrees counter-clockwise), each angle in its own frame."""
    angles: dict[int, list[Char]] = defaultdict(list)
    for char in chars:
        angles[_angle(char)].append(char)
    for angle in [angle for angle, few in angles.items() if angle and len(few) < FEW]:
        angles[0] += angles.pop(angle)
    return {
        angle: words
        for angle, some in sorted(angles.items(), key=lambda pair: -len(pair[1]))
        if (words := words_of([_letter(char, angle) for char in some]))
    }


def turned(box: Box, angle: float) -> Box:
    """A box of the page in the frame where text printed at that angle is upright; `-angle` leads back."""
    if not angle:
        return box
    cos, sin = _direction(angle)
    corners = [(x * cos - y * sin, x * sin + y * cos) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    return around(Box(x, y, x, y) for x, y in corners)


def _direction(angle: float) -> tuple[float, float]:
    """Cosine and sine, exact for quarter turns."""
    if angle % 90 == 0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(angle) // 90 % 4]
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))


def _angle(char: Char) -> int:
    a, b = char["matrix"][:2]
    if not b and a > 0:
        return 0
    angle = round(math.degrees(math.atan2(b, a)))
    quarter = round(angle / 90) * 90
    return (quarter if abs(angle - quarter) <= STRAIGHT else angle) % 360


def _letter(char: Char, angle: int) -> Letter:
    """A char upright: as wide as it advances, as high as its font, around the middle of its box on the page."""
    box = Box(char["x0"], char["top"], char["x1"], char["bottom"])
    bold = BOLD.search(char["fontname"]) is not None
    if not angle:
        return Letter(char["text"], box, char["size"], bold)
    if angle % 90 == 0:
        upright = turned(box, angle)
        return Letter(char["text"], upright, upright.height, bold)
    cos, sin = (abs(part) for part in _direction(angle))
    width = char["adv"] * math.hypot(*char["matrix"][:2])
    height = (box.width - width * cos) / sin if sin > cos else (box.height - width * sin) / cos
    middle = turned(Box(*((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) * 2), angle)
    upright = Box(middle.x0 - width / 2, middle.y0 - height / 2, middle.x0 + width / 2, middle.y0 + height / 2)
    return Letter(char["text"], upright, height, bold)


# ── letters → words ──────────────────────────────────────────────────────────────────────────────────────────────────


def words_of(letters: Iterable[Letter]) -> list[Glyphs]:
    """Words of upright letters, given in the order of the file."""
    pieces = [piece for line in _stretches(_composed(_once(letters))) for piece in _pieces(line)]
    return [_word(piece, spacing) for piece, spacing in _rejoined(pieces)]


def _once(letters: Iterable[Letter]) -> list[Letter]:
    """Letters printed twice in one place become one bold letter."""
    seen: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    kept: list[Letter] = []
    for letter in letters:
        step = max(letter.size, 1.0)
        column, row = int(letter.box.x0 / step), int(letter.box.y0 / step)
        places = ((letter.text, column + dx, row + dy) for dx in (0, -1, 1) for dy in (0, -1, 1))
        near = (index for place in places for index in seen.get(place, ()))
        twin = next((index for index in near if _is_twin(kept[index], letter)), None)
        if twin is not None:
            kept[twin] = replace(kept[twin], bold=True)
            continue
        seen[letter.text, column, row].append(len(kept))
        kept.append(letter)
    return kept


def _is_twin(a: Letter, b: Letter) -> bool:
    near = OVERPRINT * min(a.size, a.box.width)
    return abs(a.box.x0 - b.box.x0) < near and abs(a.box.y0 - b.box.y0) < near and not a.text.isspace()


def _composed(letters: Sequence[Letter]) -> list[Letter]:
    """Accents drawn apart are set on the letter they stand above or below."""
    done: list[Letter] = []
    for letter in letters:
        before = done[-1] if done else None
        if before and before.text in ACCENTS and _covers(letter, before) and letter.text.isalpha():
            done[-1] = _accented(letter, before)
        elif before and letter.text in ACCENTS and _covers(before, letter) and before.text.isalpha():
            done[-1] = _accented(before, letter)
        else:
            done.append(letter)
    return done


def _covers(base: Letter, accent: Letter) -> bool:
    middle = (accent.box.x0 + accent.box.x1) / 2
    return base.box.x0 < middle < base.box.x1 and abs(base.box.y1 - accent.box.y1) < base.size


def _accented(base: Letter, accent: Letter) -> Letter:
    text = base.text.translate({ord("ı"): "i", ord("ȷ"): "j"})
    return replace(base, text=unicodedata.normalize("NFC", text + ACCENTS[accent.text]))


def _stretches(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow each other in the file and on the page."""
    stretch: list[Letter] = []
    for letter in letters:
        if stretch and not _continues(stretch[-1], letter):
            yield stretch
            stretch = []
        stretch.append(letter)
    if stretch:
        yield stretch


def _continues(before: Letter, letter: Letter) -> bool:
    gap = letter.box.x0 - before.box.x1
    size = max(before.size, letter.size)
    overlap = min(before.box.y1, letter.box.y1) - max(before.box.y0, letter.box.y0)
    return letter.box.x0 >= before.box.x0 and gap < WIDE_GAP * size and overlap > 0.5 * min(before.size, letter.size)


Piece = tuple[list[Letter], float]
"""The letters of a word, and the white space between them."""


def _pieces(stretch: Sequence[Letter]) -> Iterator[Piece]:
    """A stretch broken into words: at blanks, and where the gap is wide among its gaps."""
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(stretch) if not (a.text.isspace() or b.text.isspace())]
    size = max(letter.size for letter in stretch)
    usual = median(gaps) if len(gaps) > FEW else 0.0
    spacing = usual if usual > WORD_GAP * size / 2 else 0.0
    least = max(WORD_GAP * size, SPACED_OUT * spacing)
    word: list[Letter] = []
    for letter in stretch:
        if word and (letter.text.isspace() or letter.box.x0 - word[-1].box.x1 > least):
            yield word, spacing
            word = []
        if not letter.text.isspace():
            word.append(letter)
    if word:
        yield word, spacing


def _rejoined(pieces: list[Piece]) -> list[Piece]:
    """Pieces drawn apart, though they touch on one line, become one word: small capitals, letters in any order."""
    done: list[Piece] = []
    order = sorted(pieces, key=lambda piece: piece[0][0].box.x0)
    ends: list[int] = []
    for letters, spacing in order:
        first = letters[0]
        ends = [i for i in ends if first.box.x0 - done[i][0][-1].box.x1 < first.size]
        touching = next((i for i in ends if _touches(done[i][0][-1], first)), None)
        if touching is None:
            ends.append(len(done))
            done.append((list(letters), spacing))
        else:
            done[touching][0].extend(letters)
    return done


def _touches(before: Letter, letter: Letter) -> bool:
    """Whether a letter begins where another ends, with less white space than parts words."""
    gap = letter.box.x0 - before.box.x1
    size = max(before.size, letter.size)
    overlap = min(before.box.y1, letter.box.y1) - max(before.box.y0, letter.box.y0)
    return -0.3 * size < gap < WORD_GAP * size / 2 and overlap > 0.6 * min(before.size, letter.size)


def _word(piece: Sequence[Letter], spacing: float) -> Glyphs:
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in piece))
    text = UNKNOWN.sub(MEANINGLESS, text.translate(LIGATURES))
    text = "•" if text == MEANINGLESS else text
    box = around(letter.box for letter in piece)
    bold = 2 * sum(letter.bold for letter in piece) > len(piece)
    return Glyphs(Word(text, box), max(letter.size for letter in piece), bold, spacing)
