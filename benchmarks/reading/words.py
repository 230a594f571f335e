"""Comparing readings: words as bags, their order as a longest common subsequence, strings that stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "“": '"', "”": '"', "œ": "oe", "Œ": "OE"})
LOOSE_ACCENT = re.compile(r"\s([\u0300-\u036f])(\w)")
"""Some typesetters print the accent before its letter, as a sign of its own."""


@dataclass(frozen=True)
class Score:
    """How well a reading matches what is printed."""

    precision: float
    recall: float
    order: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words_of(text: str) -> list[str]:
    """The words of a text without the punctuation around them, in one spelling of quotes, dashes and ligatures."""
    plain = unicodedata.normalize("NFKD", text.translate(SAME))
    plain = unicodedata.normalize("NFC", LOOSE_ACCENT.sub(r"\2\1", plain))
    stripped = (word.strip(".,;:!?()[]«»\"'…*•·|/-") for word in plain.split())
    return [word for word in stripped if word]


def compare(printed: Sequence[str], read: Sequence[str]) -> Score:
    """Precision and recall over words counted; order: of the words found, the share that stand in the printed order."""
    found = Counter(printed) & Counter(read)
    common = sum(found.values())
    ours = [word for word in read if word in found]
    theirs = [word for word in printed if word in found]
    in_order = LCSseq.similarity(ours, theirs)
    return Score(common / len(read) if read else 0.0, common / len(printed), in_order / common if common else 0.0)


def fold(text: str) -> str:
    """Lower case without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.translate(SAME))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", plain.casefold()).split())


def stands_in(text: str, forms: Sequence[str]) -> bool:
    """Whether one of the forms stands in a folded text; long ones also with their words run together."""
    padded, joined = f" {text} ", text.replace(" ", "")
    return any(
        f" {form} " in padded or (len(form) > 7 and form.replace(" ", "") in joined) for form in map(fold, forms)
    )
