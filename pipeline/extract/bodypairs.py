"""Bodies with their acronym: "Union des Riverains du Golfe (URG)", "FAPEL, Fédération des Associations …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.acronyms import is_acronym_of
from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.enumerations import Body
from pipeline.lexicon import lexicon
from pipeline.text import fold

PAIR = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w'’‘-]*|l['’]?[A-ZÀ-Þ]\w+)(?:[\s,]+(?:[\w'’‘-]+)){1,12}?)\s*\((?P<acronym>[A-ZÀ-Þ][\w.&²-]{1,11}(?:\s\d{1,3})?)(?:,\s[^()]{2,25})?\)"
)
REVERSE_PAIR = re.compile(
    r"\b(?P<acronym>[A-ZÀ-Þ][A-ZÀ-Þ0-9.&-]{1,9})\s*[,(:–-]\s*"
    r"(?P<name>(?<=\()[A-ZÀ-Þ][^()\n;:.]{8,120}(?=\))|[A-ZÀ-Þ][^()\n,;:.]{8,90})"
)
"""An acronym, then the name; inside a bracket the name may hold commas."""


def pairs_in(index: int, text: str) -> Iterator[Body]:
    """ "Union des Riverains du Golfe des Hêtres (URGH)", "FAPEL, Fédération des Associations …"."""
    for match in PAIR.finditer(text):
        name, acronym = match["name"], match["acronym"]
        start = _start_of_name(name, acronym)
        if start is not None and fold(name[start:].split(maxsplit=1)[0]) not in _things():
            yield _pair(index, match.start("name") + start, name[start:], acronym)
    for match in REVERSE_PAIR.finditer(text):
        name = match["name"].strip()
        if is_acronym_of(match["acronym"], name) and is_evident_body(name):
            yield _pair(index, match.start("name"), name, match["acronym"])


def _pair(index: int, start: int, name: str, acronym: str) -> Body:
    return Body(index, start, start + len(name), name, acronym, "mentioned", "rule:body-pair", 0.95)


@cache
def _things() -> frozenset[str]:
    """First words of what has an acronym and is no body: "dictionnaire", "revenu"."""
    return frozenset(fold(word) for word in lexicon("organisations")["things"])


def _start_of_name(name: str, acronym: str) -> int | None:
    """Where the full name begins in the words before a bracketed acronym: the shortest tail it abbreviates."""
    starts = [match.start() for match in re.finditer(r"(?:(?<![\w'’-])|(?<=\b[lLdD]['’]))[A-ZÀ-Þ]", name)]
    for start in reversed(starts):
        if is_acronym_of(acronym, name[start:]):
            return start
    return None
