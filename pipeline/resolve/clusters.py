"""Clusters: which of many things belong together, given pairs that do and pairs that must not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def cluster(items: Iterable[T], same: Iterable[tuple[T, T]], different: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Groups of items joined by pairs, in the order of their first items.

    A pair whose joining would put two items of `different` into one group is passed over: keeping apart is the safer
    error. Earlier pairs go first.
    """
    group: dict[T, list[T]] = {item: [item] for item in items}
    apart = [frozenset(pair) for pair in different]
    for left, right in same:
        if left not in group or right not in group or group[left] is group[right]:
            continue
        joined = group[left] + group[right]
        if any(pair <= set(joined) for pair in apart if len(pair) > 1):
            continue
        for item in joined:
            group[item] = joined
    order = {item: place for place, item in enumerate(group)}
    seen: set[int] = set()
    clusters = []
    for members in group.values():
        if id(members) not in seen:
            seen.add(id(members))
            clusters.append(sorted(members, key=order.__getitem__))
    return clusters
