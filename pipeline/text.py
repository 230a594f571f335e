"""Letters: folding for comparison, length kept where offsets must survive."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}
    | {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"}
)
"""What Unicode does not take apart: ligatures, apostrophes, barred letters of foreign names."""


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, straight apostrophes: for comparing.

    >>> fold("L’Œuvre d'ÉLUS")
    "l'oeuvre d'elus"
    >>> fold("Michał Sørensen")
    'michal sorensen'
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def fold_in_place(text: str) -> str:
    """`fold` letter by letter, so that offsets stay valid: "œ" becomes "o".

    >>> fold_in_place("Le 1ᵉʳ FÉVRIER")
    'le 1er fevrier'
    """
    return "".join(_fold_letter(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    if letter in "’‘ʼ`´":
        return "'"
    if letter.isascii():
        return letter.lower()
    folded = fold(letter)
    return folded[0] if folded else letter


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
