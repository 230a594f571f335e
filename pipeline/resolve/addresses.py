"""Addresses: slugs that are taken once, numbered where several things go by the same."""

from __future__ import annotations

from collections import Counter


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
