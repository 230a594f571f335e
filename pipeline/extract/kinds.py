"""Kinds of event and of session, by the words that name them: "Journée d'étude", "TABLE RONDE INTRODUCTIVE"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

MEETINGS = ("reunion", "seance", "session")
OF = re.compile(r"\s+(?:du|de|de la|de l['’]|d['’]|des)\s*")


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str | None:
    """The kind of event or session a text names, the earliest and longest match.

    >>> kind_of("Journée d'étude du laboratoire"), kind_of("TABLE RONDE INTRODUCTIVE"), kind_of("Divers")
    ("journée d'étude", 'table ronde', None)
    """
    match = _kind_pattern().search(fold(text))
    return _kinds()[match[0]] if match else None


def kind_span(text: str) -> tuple[int, int] | None:
    """Where a text names a kind of event; the longest of several: "la réunion du conseil municipal"."""
    matches = _kind_pattern().finditer(fold_in_place(text))
    return max((match.span() for match in matches), key=lambda span: span[1] - span[0], default=None)


def first_kind_span(text: str) -> tuple[int, int] | None:
    """Where a text first names a kind of event, a meeting's being what meets.

    >>> text = "la réunion du conseil municipal, place du Marché"
    >>> text[slice(*first_kind_span(text))]
    'conseil municipal'
    """
    spans = [match.span() for match in _kind_pattern().finditer(fold_in_place(text))]
    for span, after in pairwise(spans):
        meets = fold(text[slice(*span)]) in MEETINGS and OF.fullmatch(text, span[1], after[0])
        return after if meets else span
    return spans[0] if spans else None


@lru_cache(maxsize=4096)
def is_only_kind(text: str) -> bool:
    """Whether a line says nothing but what kind of thing comes: "Exposition", "Table ronde n° 2"."""
    rest = _kind_pattern().sub(" ", fold(text))
    return rest != fold(text) and not re.findall(
        r"[^\W\d_]{3,}",
        re.sub(
            r"\b(?:publique?|de|du|la|le|les|et|des|une?|nos?|special\w*|exceptionnel\w*|collective|international\w*|national\w*|doctoral|avis|convocations?|invitations?|grande?s?|unitaire|ordinaire|extraordinaire|programme|annuel\w*|illustre\w*|gesticule\w*|introducti\w*|inaugura\w*|participati\w*|invitee?s?|num)\b",
            " ",
            rest,
        ),
    )


def is_nothing_on(text: str) -> bool:
    """Whether an entry of a list of events says that there is none: "Relâche"."""
    return fold(text).strip(" .!()") in _nothings()


def opens_with_kind(text: str) -> bool:
    """Whether a line begins by saying what kind of thing it is about."""
    return _kind_pattern().match(fold(text)) is not None


@cache
def _nothings() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in lexicon("kinds")["nothing_on"])


@cache
def _kinds() -> dict[str, str]:
    return {fold(printed): kind for printed, kind in lexicon("kinds")["events"].items()}


@cache
def _kind_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
