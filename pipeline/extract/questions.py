"""What is left to ask the model once the rules have read a text: most texts hold no name that only it could tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.candidates import Named, names_by_rule
from pipeline.extract.names import shape_of

OPEN = re.compile(r"np{0,2}n")
"""Two words of a name with no more than particles between, in the letters of `_kind`."""
START = re.compile(r"\b(?=[^\W\d_])")
END = re.compile(r"(?<=\w)\b|(?<=[^\w\s])")


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


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    """ "n" for a word of which a piece may be the first or last of a name, "p" for a particle, else "-"."""
    ends = [match.start() for match in END.finditer(word)]
    starts = [match.start() for match in START.finditer(word)]
    shapes = {shape_of(word[start:end]) for start in starts for end in ends if start < end}
    return "n" if shapes & set("gwciu") else "p" if "p" in shapes else "-"
