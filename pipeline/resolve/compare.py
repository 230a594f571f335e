"""Are two names the same person's, the same body's? Pure functions: two names in, a score with its reason out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio, token_sort_ratio

from pipeline.lexicon import lexicon
from pipeline.text import fold

SAME_SURNAME = 92
"""Similarity from which two long surnames are one with a misprint; rapidfuzz, 0 to 100."""
SAME_BODY = 93
LONG = 5
LINKED = 0.8
"""Score from which two names are taken for one entity; below, they stay apart."""


@dataclass(frozen=True)
class Score:
    """How likely two names mean the same, from 0 to 1, and why, as a code of the message catalogue."""

    value: float
    why: str


@dataclass(frozen=True)
class PersonName:
    """A name taken apart, folded: given names, then surname with its particles."""

    given: tuple[str, ...]
    surname: tuple[str, ...]


def person_name(printed: str) -> PersonName:
    """A printed name taken apart; "NOM Prénom" is told by its capitals.

    >>> person_name("MILÉSY Jean-Philippe")
    PersonName(given=('jean', 'philippe'), surname=('milesy',))
    >>> person_name("J.-M. Le Goff")
    PersonName(given=('j', 'm'), surname=('le', 'goff'))
    """
    words = [word for word in re.split(r"\s+", printed.strip()) if fold(word).strip(".") not in _civility()]
    if len(words) > 1 and is_capitals(words[0]) and not is_capitals(words[-1]):
        split = next(index for index, word in enumerate(words) if not is_capitals(word))
        return PersonName(_parts(words[split:]), _parts(words[:split]))
    caps = [index for index, word in enumerate(words) if is_capitals(word)]
    if caps and caps[0] > 0:
        split = caps[0]
        while split > 1 and fold(words[split - 1]) in _particles():
            split -= 1
    else:
        split = max(1, len(words) - 1) if len(words) > 1 else 0
        while split > 1 and fold(words[split - 1]) in _particles():
            split -= 1
    return PersonName(_parts(words[:split]), _parts(words[split:]))


def compare_people(left: PersonName, right: PersonName) -> Score:
    """Whether two names can be one person's, by their form alone."""
    if sorted(left.given + left.surname) == sorted(right.given + right.surname):
        return Score(1.0, "same-words")
    surnames = " ".join(left.surname), " ".join(right.surname)
    if surnames[0] == surnames[1]:
        likeness = 1.0
    elif min(map(len, surnames)) >= LONG and ratio(*surnames) >= SAME_SURNAME:
        likeness = 0.9
    else:
        return Score(0.0, "other-surname")
    if not left.given or not right.given:
        return Score(0.5 * likeness, "surname-only")
    if _compatible(left.given, right.given, whole=True):
        return Score(0.95 * likeness, "same-given-name")
    if _compatible(left.given, right.given, whole=False):
        return Score(0.85 * likeness, "initials")
    return Score(0.0, "other-given-name")


def compare_bodies(left: str, right: str) -> Score:
    """Whether two names can be one body's, by their form alone. Paris 3 is not Paris 8."""
    a, b = body_key(left), body_key(right)
    if a == b:
        return Score(1.0, "same-words")
    if re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return Score(0.0, "other-number")
    if min(len(a), len(b)) > 2 * LONG and token_sort_ratio(a, b) >= SAME_BODY:
        return Score(0.9, "misprint")
    return Score(0.0, "other-name")


def body_key(name: str) -> str:
    """A body's name for comparison: folded, without articles, link words and "association".

    >>> body_key("L'Association des Amis de l'Orgue")
    'amis orgue'
    """
    words = re.findall(r"[a-z0-9]+", fold(name))
    kept = [
        word
        for word in words
        if word not in {"l", "le", "la", "les", "d", "de", "du", "des", "et", "association", "asso"}
    ]
    return " ".join(kept or words)


def _compatible(left: tuple[str, ...], right: tuple[str, ...], *, whole: bool) -> bool:
    """Whether given names go together: the same, one with a second name less, or initials of the other's."""
    if whole:
        short, long = sorted((left, right), key=len)
        return all(_alike(a, b) for a, b in zip(short, long, strict=False)) and (
            len(short) == len(long) or len(short[0]) > 1
        )
    short, long = sorted((left, right), key=len)
    pairs = list(zip(short, long, strict=False))
    return bool(pairs) and all(a[0] == b[0] and (min(len(a), len(b)) == 1 or _alike(a, b)) for a, b in pairs)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > LONG and ratio(a, b) >= SAME_SURNAME)


def is_capitals(word: str) -> bool:
    """Whether a word is shouted: a surname in capitals, no initial."""
    letters = [letter for letter in word if letter.isalpha()]
    return (
        len(letters) > 1
        and all(letter.isupper() for letter in letters)
        and not re.fullmatch(r"(?:[A-ZÀ-Þ]\.-?)+", word)
    )


def _parts(words: list[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in re.findall(r"[a-z]+", fold(word)))


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon("names")["particles"])


@cache
def _civility() -> frozenset[str]:
    return frozenset(lexicon("names")["civility"])
