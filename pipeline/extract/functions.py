"""Functions people have: "Vice-présidente", "ancien maire", "maître de conférences"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon import lexicon
from pipeline.text import fold

ARTICLE = re.compile(r"^(?:(?:le|la|les|un|une|notre|nos)\s+|l['’])")
HELD = re.compile(r"(?:de|du|des|à|au|aux|en)$|(?:d|l)['’]")
"""The word behind an office that says at what it is held."""
CRAFT = re.compile(r"\w{3,}(?:olog(?:ue|iste)|therapeute|ographe|iatre|icien(?:ne)?|aturge)s?")
"""Endings of professions, folded."""


def starts_with_function(text: str) -> bool:
    """Whether a phrase begins with a function: "Vice-présidente", "ancien maire", "le critique d'art"."""
    words = fold(ARTICLE.sub("", text.strip())).replace("·", "").split()
    if not words:
        return False
    heads = _heads()
    first = _bare(words[0])
    parts = first.split("-")
    if (
        first in heads
        or parts[0] in heads
        or CRAFT.fullmatch(first)
        or (parts[0] in _words("prefixes") and parts[-1] in heads)
    ):
        return True
    return first in _words("prefixes") and len(words) > 1 and _bare(words[1]) in heads


def is_maker(phrase: str) -> bool:
    """ "auteur de …": the words after it name a work."""
    return fold(ARTICLE.sub("", phrase)).split()[0] in _words("makers")


def is_office(word: str) -> bool:
    """Whether a word with a capital opens the next column of a row: "Rapporteure" behind a university."""
    return word[:1].isupper() and not word.isupper() and fold(word).strip(",;:.") in _words("offices")


def opens_office(words: list[str]) -> bool:
    """Whether words behind a body are an office: "Rapporteure", "rapporteuse"; not "ouvrière", which tells its kind."""
    first = fold(words[0])
    is_small = " ".join(words).islower() and first not in _words("adjectives")
    is_titled = len(words) > 1 and words[0].istitle() and HELD.match(words[1]) and _bare(first) in _words("titles")
    return is_office(words[0]) or bool(is_titled) or (is_small and starts_with_function(words[0]))


def _bare(word: str) -> str:
    """A word without inclusive endings and brackets: "président(e)", "doctorant·e", "élu-e-s"."""
    return re.sub(r"\((?:e|ne|trice|se)?s?\)?$|-(?:e|ne|trice)(?:-s)?$", "", word.strip(",;:.")).strip("()")


@cache
def _heads() -> frozenset[str]:
    """The words functions begin with, folded."""
    return frozenset(
        form for entry in lexicon("functions")["heads"] for form in fold(entry).replace("·", "").split("|")
    )


def is_undivided(phrase: str) -> bool:
    """ "ministre de la Culture": what follows names a field, not a body."""
    return fold(phrase.split(maxsplit=1)[0]) in _words("undivided")


def is_of_jury(function: str) -> bool:
    """ "rapporteuse": an office held for one afternoon, not at the body named beside it."""
    return fold(function.split(maxsplit=1)[0]).strip(".,") in _words("jury")


def has_field(phrase: str) -> bool:
    """ "adjointe aux Sports", "délégué à la Jeunesse": what follows "à" names a field, not a body."""
    return fold(phrase.split(maxsplit=1)[0]).split("-")[0].strip(",") in _words("deputies")


@cache
def _words(key: str) -> frozenset[str]:
    """The words of one of the lexicon's lists, folded."""
    return frozenset(fold(word) for word in lexicon("functions")[key])
