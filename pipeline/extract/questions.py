"""What is left to ask the model once the rules have read a text: most texts hold no name that only it could tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.candidates import names_by_rule
from pipeline.extract.namelists import Named
from pipeline.extract.names import shape_of

OPEN = re.compile(r"np{0,2}n")
"""Two words of a name with no more than particles between, in the letters of `_kind`."""
START = re.compile(r"\b(?=[A-ZÀ-Þ])")
"""Where in a word a piece of a name may begin: behind an apostrophe, a bracket, a stroke."""
END = re.compile(r"(?<=\w)\b|(?<=[^\w\s])")
PIECES = frozenset("gwciu")


def question(text: str) -> str:
    """The text where the model may know a name that no rule has found, else nothing.

    >>> question("Avec Jean Dupont et les élèves du lycée"), question("Avec Wim Ottoman")
    ('', 'Avec Wim Ottoman')
    """
    kinds = "".join(_kind(word) for word in _without(text, names_by_rule(text)).split())
    return text if OPEN.search(kinds) else ""


def _without(text: str, names: Sequence[Named]) -> str:
    """The text with figures in place of the names: what overlaps one of them is not asked for."""
    for name in names:
        text = text[: name.start] + "0" * (name.end - name.start) + text[name.end :]
    return text


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> str:
    """ "n" for a word of which a piece may begin or end a name, "p" for a particle, else "-"."""
    for start in START.finditer(word):
        if any(shape_of(word[start.start() : end.start()]) in PIECES for end in END.finditer(word, start.start() + 1)):
            return "n"
    return "p" if shape_of(word) == "p" else "-"
