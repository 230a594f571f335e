"""Which words are French: the word list of pyspellchecker, 140,000 forms with their accents and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spellchecker import SpellChecker

from pipeline.text import fold

WORD = re.compile(r"[^\W\d_]{3,}")
"""Shorter words are too often right by chance."""
UNSPEAKABLE = re.compile(r"^[^aeiouy]+$|^[aeiouy]+$|[^aeiouy]{4}|[aeiouy]{4}|[jqvwxz][b-df-hj-np-tv-xz]")
COMMON = frozenset("de la le les et des du en un une pour par au aux sur avec dans est qui que ou the of and".split())
"""Words that stand in any running text, and in most lists."""


@cache
def _french() -> frozenset[str]:
    return frozenset(SpellChecker(language="fr").word_frequency.words())


def is_french(word: str) -> bool:
    """Whether a word, with its accents, is in the list, in lower case or as written.

    >>> is_french("Prestations"), is_french("midi-pyrénées"), is_french("prestatoins")
    (True, False, False)
    """
    return word.lower() in _french()


def known_letters(texts: Iterable[str]) -> int:
    """How many letters stand in words of the list: what a reading got right at least, names and the like apart."""
    return sum(len(word) for word in _words(texts) if is_french(word))


def known_share(texts: Iterable[str]) -> float:
    """The share of letters that stand in words of the list; 1 where there is no word to judge by."""
    words = list(_words(texts))
    return known_letters(words) / sum(map(len, words)) if words else 1.0


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in WORD.findall(text))


def speakable_share(texts: Iterable[str]) -> float:
    """The share of words one could say, names and foreign words among them: vowels and consonants take turns.

    >>> speakable_share(["Kervella", "Boussaïd"]), speakable_share(["npvmjo", "wjmmft"])
    (1.0, 0.0)
    """
    words = [fold(word) for word in _words(texts)]
    return sum(UNSPEAKABLE.search(word) is None for word in words) / len(words) if words else 1.0


def common_share(words: Iterable[str]) -> float:
    """The share of words that stand in any running text: found without the word list."""
    found = [part for word in words for part in re.findall(r"[^\W\d_]+", word.lower())]
    return sum(part in COMMON for part in found) / len(found) if found else 0.0
