"""Words that say what the bodies after or below them do for an event: "organisé par", "Partenaires :"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon import lexicon
from pipeline.text import fold

PARTNERS = re.compile(r"^\W*(?:[^.:]{2,40}\s)?(?:partenaires|sponsors|mecenes|financeurs)(?:\s[^.:,]{2,40})?\s*:\s*$")
"""A line that speaks of partners, whatever its words, and ends with a colon."""


def role_announced(text: str) -> str | None:
    """The role a line announces for the bodies below it: "Partenaires :"."""
    label = re.sub(r"[^\w' ]+", " ", fold(text)).strip()
    known = _phrases().get(re.sub(r"^(?:nos|les|avec nos)\s+", "", label))
    return known or ("partner" if PARTNERS.search(fold(text)) else None)


@cache
def _phrases() -> dict[str, str]:
    roles = lexicon("organisations")["roles"]
    return {fold(phrase).removesuffix(" de"): role for role, phrases in roles.items() for phrase in phrases}


@cache
def _with_de() -> frozenset[str]:
    """Phrases that "de", "du" or "des" must follow: "avec le soutien de"."""
    roles = lexicon("organisations")["roles"]
    phrases = (fold(phrase) for phrases in roles.values() for phrase in phrases)
    return frozenset(phrase.removesuffix(" de") for phrase in phrases if phrase.endswith(" de"))


@cache
def role_pattern() -> re.Pattern[str]:
    """Finds the phrases in folded text; group `phrase`."""
    longest_first = sorted(_phrases(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?P<phrase>{'|'.join(_phrase_pattern(phrase) for phrase in longest_first)})\s*:?\s*")


def _phrase_pattern(phrase: str) -> str:
    """A phrase with what must follow it: its "de", for a single word a colon."""
    words = re.escape(phrase).replace(r"\ ", r"\s+")
    if phrase in _with_de():
        return words + r"(?=\s+(?:de|du|des)\s|\s+d')"
    return words if " " in phrase else words + r"(?=\s*:)"


def role_of(phrase: str) -> str:
    """The role a phrase found by `role_pattern` tells."""
    return _phrases()[re.sub(r"\s+", " ", phrase)]
