"""The words venues begin with, the words that tell an address one writes to, the ways to take part from afar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.extract.kinds import kind_of
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

ON_DEMAND = re.compile(r"\bsur\s+(?:pre-?)?(?:inscription|reservation)s?\b")
"""What tells how to take part, not where to write."""
MAX_TOWN_WORDS = 5
"""A house and its town; more words are a list of things."""


def is_venue_word(word: str) -> bool:
    """Whether a word is one a venue's name begins with."""
    return fold(word).strip(".,;'’") in _kinds()


def is_room(text: str) -> bool:
    """Whether a phrase begins with a word for a part of a house: "amphi B", "salle des actes"."""
    first = fold(text).split(maxsplit=1)[0:1]
    return bool(first) and first[0].strip(".'’") in lexicon("venues")["rooms"]


def is_open_word(word: str) -> bool:
    """Whether a word names a place out of doors, on which things take place: "sur la place", "sur le port"."""
    return fold(word).strip(".'’") in lexicon("venues")["open"] or is_street_word(word)


@lru_cache(maxsize=4096)
def is_street_word(word: str) -> bool:
    """Whether a word names a square or a street, which may only say where a house stands."""
    return fold(word).strip(".'’") in lexicon("venues")["streets"]


def begins_as_place(text: str) -> bool:
    """Whether a line begins with a word for a place: "Salle des fêtes", but neither "Atelier d'écriture" nor "Le"."""
    words = text.split()
    if len(words) > 1 and fold(words[0]) in lexicon("venues")["qualities"]:
        words = words[1:]
    if not words or not is_venue_word(words[0]) or is_article(words[0]) or words[1:2] == [":"]:
        return False
    if words[0].endswith(",") and words[1:] and not _leads_to_town(words):
        return False
    return _events().match(fold(text)) is None


def _leads_to_town(words: Sequence[str]) -> bool:
    """Whether a house and a comma stand before a town: "Temple, Aubray", but neither "Théâtre, cirque" nor a list."""
    capitals = words[0][0].isupper() and words[1][0].isupper()
    return capitals and len(words) <= MAX_TOWN_WORDS and kind_of(" ".join(words[1:])) is None


@cache
def _events() -> re.Pattern[str]:
    words = "|".join(re.escape(fold(event)) for event in lexicon("venues")["events"])
    return re.compile(rf"(?:{words})\b")


@lru_cache(maxsize=4096)
def is_elsewhere(text: str) -> bool:
    """Whether a line's address is one to write to rather than to go to."""
    return _elsewhere().search(ON_DEMAND.sub(" ", fold(text))) is not None


@cache
def _elsewhere() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in lexicon("venues")["elsewhere"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def online_in(text: str) -> tuple[int, int] | None:
    """Where a phrase says that one takes part from a distance: "en ligne (Zoom)"."""
    match = _online().search(fold_in_place(text))
    return match.span() if match else None


@cache
def _online() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in lexicon("venues")["online"])
    return re.compile(rf"\b(?:{words})\b(?:\s?\((?:{words})\))?")


def is_article(word: str) -> bool:
    """Whether a venue word says nothing by itself: "Le", "Grand"."""
    return fold(word) in ("la", "le", "les", "grand", "petit")


@cache
def _kinds() -> frozenset[str]:
    venues = lexicon("venues")
    return frozenset(fold(word) for key in ("buildings", "rooms", "open") for word in venues[key])
