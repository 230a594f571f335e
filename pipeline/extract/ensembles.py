"""Bands and ensembles no kind of body announces: told by the bracket behind their name or by the word that ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.letterheads import SMALL_WORDS
from pipeline.extract.names import find_names
from pipeline.lexicon import lexicon
from pipeline.text import fold

BRACKET = re.compile(r"\s*\((?P<genre>[^\W\d_]+(?:-[^\W\d_]+)*)[^()]*\)")
WORD = r"[A-ZÀ-Þ0-9][\w'’.-]*"
SMALL = rf"(?:de|du|des|la|les?|et|à|aux?|en)(?=\s)|[ld]['’]{WORD}"
NAME = re.compile(rf"(?<![\w'’.-])[A-ZÀ-Þ][\w'’.-]*(?:\s(?:{WORD}|&|{SMALL}))*")
"""Words with a capital and the small words between them."""
PLAYED_BY = re.compile(r"\bpar\sles\s(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{3,}s(?:\s(?:du|de|des|de la)\s[^\W\d_][\w'’-]+)+)")
"""Who plays or reads: "par les | Liseurs du jeudi"."""
MAX_WORDS = 6


def ensembles_in(text: str) -> Iterator[tuple[int, int]]:
    """Where bands are named: "La Rouille (chanson, Brest)", "le Trémoy Brass Band".

    >>> text = "20h La Rouille (rock) et le Trémoy Brass Band"
    >>> [text[start:end] for start, end in ensembles_in(text)]
    ['La Rouille', 'Trémoy Brass Band']
    """
    for pattern in (_shouted(), _labelled(), PLAYED_BY):
        yield from (match.span("name") for match in pattern.finditer(text) if len(match["name"].split()) <= MAX_WORDS)
    for name in NAME.finditer(text):
        if len(name[0].split()) > MAX_WORDS:
            continue
        bracket = BRACKET.match(text, name.end())
        plays = bracket is not None and fold(bracket["genre"]) in _words("genres") and not _is_person(name[0])
        if plays or _ends_as_ensemble(name[0]):
            yield name.span()


@cache
def _shouted() -> re.Pattern[str]:
    """An ensemble in capitals: "TRIO AMARANTE", "BIG BAND DE LA SARTE"."""
    kinds = "|".join(re.escape(kind.upper()) for kind in lexicon("organisations")["ensembles"]["kinds"])
    return re.compile(rf"(?<![\w'’-])(?P<name>(?:{kinds})(?:\s(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+|&))+)(?![a-zà-ÿ])")


@cache
def _labelled() -> re.Pattern[str]:
    """What a label says plays: "Chorale : Les Rieuses"."""
    labels = "|".join(lexicon("organisations")["ensembles"]["labels"])
    return re.compile(
        rf"(?:^|[.;(,]\s?)(?i:{labels})\s:\s(?P<name>[A-ZÀ-Þ][^\s.;,:()]*(?:\s[^\s.;,:()]+){{0,4}})(?=\s*(?:[.;,()]|$))"
    )


def _ends_as_ensemble(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and fold(words[-1]) in _words("endings") and fold(words[0]) not in SMALL_WORDS


def _is_person(name: str) -> bool:
    return any(found.text == name for found in find_names(name))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon("organisations")["ensembles"][key])
