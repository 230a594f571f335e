"""Labelled lines: "Lieu : Bourse du travail", "date_start : 2019-03-13"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import lexicon
from pipeline.text import fold

LABEL = re.compile(r"^\W{0,3}(?P<label>[^\W\d][\w '’&()-]{0,30}?)\s*:\s*")


@dataclass(frozen=True)
class Labelled:
    """A line's field and where the text after its label begins."""

    field: str
    start: int


def label_of(text: str) -> Labelled | None:
    """The field a line's label names, None for a line without one.

    >>> label_of("Lieu : Bourse du travail")
    Labelled(field='venue', start=7)
    """
    match = LABEL.match(text)
    if not match:
        return None
    label = re.sub(r"\s+", " ", match["label"]).strip()
    field = _keys().get(label) or _fields().get(fold(label))
    return Labelled(field, match.end()) if field else None


@cache
def _fields() -> dict[str, str]:
    return {label: field for field, labels in lexicon("fields").items() for label in labels}


@cache
def _keys() -> dict[str, str]:
    return {label: field for field, labels in lexicon("keys").items() for label in labels}
