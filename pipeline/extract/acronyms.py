"""Bodies known by one word, and which acronym belongs to which name."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon import lexicon
from pipeline.text import fold


@cache
def known_bodies() -> frozenset[str]:
    """Bodies everyone knows by one word, folded: "cnrs", "ifremer"."""
    return frozenset(fold(entry) for entry in lexicon("organisations")["known"])


@cache
def legal_forms() -> frozenset[str]:
    """What the name of a firm ends with, as printed: "SARL"."""
    return frozenset(lexicon("organisations")["legal_forms"])


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order.

    >>> is_acronym_of("FAPEL", "Fédération des Associations Pour l'Eau et le Littoral")
    True
    """
    letters = [letter for letter in fold(re.sub(r"\s\d+$", "", acronym)) if letter.isalnum()]
    initials = [word[0] for word in re.findall(r"\w+", fold(name))]
    if len(letters) < 2 or not initials or not acronym[:1].isupper() or not re.fullmatch(r"\S+(?:\s\d+)?", acronym):
        return False
    position = 0
    matched = 0
    for letter in letters:
        if letter in initials[position:]:
            position = initials.index(letter, position) + 1
            matched += 1
    return initials[0] == letters[0] and matched >= max(2, len(letters) - 1)
