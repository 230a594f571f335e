"""Towns in text: by name, folded, with the hyphens and articles people leave out."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.text import fold
from pipeline.gazetteer import COUNTRIES, Town, towns

ARRONDISSEMENT = re.compile(r"(?:\s+cedex)?(?:\s*,?\s*(?:\d{1,2}|[ivx]+)\s?(?:er|e|eme|ème|è)?(?:\s+arr\w*\.?)?)?(?:\s+cedex(?:\s+\d+)?)?$")


def find_town(name: str) -> Town | None:
    """The largest town of that name, at home first.

    >>> find_town("VILLENEUVE D ASCQ").name
    "Villeneuve-d'Ascq"
    """
    key = town_key(name)
    return _index().get(key) if key else None


def is_town(name: str) -> bool:
    """Whether a phrase is nothing but a town's name."""
    return find_town(name) is not None


def town_key(name: str) -> str:
    """A town's name for comparison: folded, "Saint" spelled out, no hyphens, no arrondissement.

    >>> town_key("St-Étienne"), town_key("Paris, XXème"), town_key("Lyon 3e")
    ('saint etienne', 'paris', 'lyon')
    """
    folded = ARRONDISSEMENT.sub("", fold(name).strip(" .,"))
    words = re.sub(r"[-'\s]+", " ", folded).split()
    spelled = {"st": "saint", "ste": "sainte"}
    return " ".join(spelled.get(word, word) for word in words)


@cache
def _index() -> dict[str, Town]:
    index: dict[str, Town] = {}
    for town in sorted(towns(), key=lambda town: town.country not in COUNTRIES):
        index.setdefault(town_key(town.name), town)
    return index
