"""Addresses: slugs one can read, taken once, numbered where several things go by the same."""

from __future__ import annotations

from collections import Counter

from pipeline.model import Event
from pipeline.text import slug


def address(event: Event) -> str:
    """Day and title of an event.

    >>> address(Event("Les écluses de l'Yonne", start="2007-03-31")), address(Event("Le bal", start=None))
    ('2007-03-31-les-ecluses-de-l-yonne', 'sans-date-le-bal')
    """
    return "-".join(part for part in (event.start or "sans-date", slug(event.title or "")) if part)


def free(wanted: str, taken: Counter[str]) -> str:
    """The slug, numbered when it is taken; from now on it is. `taken` keeps how often each was wanted.

    >>> taken = Counter()
    >>> [free(wanted, taken) for wanted in ("atelier", "atelier", "atelier-2", "atelier")]
    ['atelier', 'atelier-2', 'atelier-2-2', 'atelier-3']
    """
    found = wanted
    while taken[found]:
        taken[wanted] += 1
        found = f"{wanted}-{taken[wanted]}"
    taken[found] += 1
    return found
