"""What stands around the words of a line for looks only: emoji, stars, rules, and the bullet of a list."""

from __future__ import annotations

import re

BULLET = re.compile(
    r"^(?:[-–—•·▪◦●■♦►▶✓*»>→❖+~]|[oO](?=\s)|\(?\d{1,2}\s?[.)](?!\d)|\d\s?[–-](?=\s+[A-ZÀ-Þ«])|[a-z]\))\s+"
)
MARKS = r"[*~=#+_!•·|°<>★☆–—-]"
PAIRED = re.compile(rf"(?:{MARKS}+\s+|{MARKS}{{2,}})(?P<words>\w.*?[\w»”\")?!.])\s*{MARKS}+")
"""Words between marks on both sides: "*** LOTO ***", "~ Au programme ~"."""
PICTURE = r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\u200D]"
PICTURES_BEFORE = re.compile(rf"(?:{PICTURE}+\s*)+")
PICTURES_BEHIND = re.compile(rf"(?:\s*{PICTURE}+)+$")


def begins_with_ornament(text: str) -> bool:
    """Whether a bullet or a picture opens a line: it begins something."""
    return BULLET.match(text) is not None or PICTURES_BEFORE.match(text) is not None


def words_of_line(text: str) -> tuple[int, int, bool]:
    """From where to where the words of a line stand between its ornaments, and whether it is an entry of a list.

    >>> words_of_line("* Bal *"), words_of_line("• Bal"), words_of_line("🎪 Bal 🎪")
    ((2, 5, False), (2, 5, True), (2, 5, False))
    """
    if paired := PAIRED.fullmatch(text):
        return *paired.span("words"), False
    bullet = BULLET.match(text) or PICTURES_BEFORE.match(text)
    start = bullet.end() if bullet else 0
    behind = PICTURES_BEHIND.search(text, start)
    end = behind.start() if behind and behind.start() > start else len(text)
    if start >= end:
        return 0, len(text), False
    return start, end, BULLET.match(text) is not None
