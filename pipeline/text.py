"""Letters: folding for comparison, length kept where offsets must survive."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KEPT = 1 << 14
"""How many folded texts are kept: the same words and lines are compared again and again."""
LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}
    | {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"}
)
"""What Unicode does not take apart: ligatures, apostrophes, barred letters of foreign names."""


class _Unaccented(dict[int, str]):
    """A letter's code → the letter without accents, ligatures opened: worked out once for each letter."""

    def __missing__(self, code: int) -> str:
        letter = LIGATURES.get(code, chr(code))
        parts = unicodedata.normalize("NFKD", letter)
        self[code] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[code]


class _InPlace(dict[int, str]):
    """A letter's code → one folded letter."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))[:1] or chr(code)
        return self[code]


_UNACCENTED = _Unaccented()
_IN_PLACE = _InPlace()


@lru_cache(maxsize=KEPT)
def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, straight apostrophes: for comparing.

    >>> fold("L’Œuvre d'ÉLUS")
    "l'oeuvre d'elus"
    >>> fold("Michał Sørensen")
    'michal sorensen'
    """
    return text.translate(_UNACCENTED).lower()


@lru_cache(maxsize=KEPT)
def fold_in_place(text: str) -> str:
    """`fold` letter by letter, so that offsets stay valid: "œ" becomes "o".

    >>> fold_in_place("Le 1ᵉʳ FÉVRIER")
    'le 1er fevrier'
    """
    return text.translate(_IN_PLACE)


def slug(text: str, length: int = 60) -> str:
    """A text as part of an address: folded, hyphens for all else, cut at a word.

    >>> slug("Marges de manœuvre des « Collectivités »")
    'marges-de-manoeuvre-des-collectivites'
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > length:
            break
        kept.append(word)
    return "-".join(kept)
