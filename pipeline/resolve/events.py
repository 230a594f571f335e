"""Events: one paper's reading, or several papers' readings of the same event put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from pipeline.archive import Decision, Source
from pipeline.model import Event, Record
from pipeline.resolve.clusters import cluster
from pipeline.resolve.corrections import corrected
from pipeline.resolve.decisions import by_paper
from pipeline.text import fold

SAME_TITLE = 88
"""Likeness of two titles on one day, rapidfuzz's token_set_ratio, from which they are one event."""
MIN_TITLE = 8


def sources_of(
    records: Iterable[Record], decisions: Sequence[Decision] = ()
) -> tuple[list[Source], frozenset[Decision]]:
    """Every event of every paper as decided, and the decisions that found their fact."""
    told = by_paper(decisions)
    sources: list[Source] = []
    found: set[Decision] = set()
    for record in records:
        events, applied = corrected(record.events, told.get(record.document.sha256, ()))
        sources += [Source(record.document.id, position, event) for position, event in enumerate(events)]
        found |= applied
    return sources, frozenset(found)


def same_events(sources: Sequence[Source]) -> list[list[Source]]:
    """The papers' events gathered: one group per event, the fullest reading first."""
    days: dict[str, list[int]] = defaultdict(list)
    for index, source in enumerate(sources):
        if source.event.start:
            days[source.event.start].append(index)
    pairs = [
        (left, right)
        for members in days.values()
        for left, right in combinations(members, 2)
        if _is_same(sources[left], sources[right])
    ]
    groups = cluster(range(len(sources)), pairs, ())
    return [sorted((sources[index] for index in group), key=_fullest_first) for group in groups]


def merged(group: Sequence[Source]) -> Event:
    """The fullest reading, its blanks filled from the other papers."""
    event = group[0].event
    for source in group[1:]:
        other = source.event
        blanks = {
            name: getattr(other, name)
            for name in ("title", "subtitle", "kind", "start_time", "end_time", "price")
            if not getattr(event, name) and getattr(other, name)
        }
        venue = replace(
            event.venue,
            **{
                name: getattr(other.venue, name)
                for name in ("name", "address", "postcode", "city")
                if not getattr(event.venue, name) and getattr(other.venue, name)
            },
        )
        status = other.status if event.status == "scheduled" else event.status
        event = replace(event, venue=venue, status=status, **blanks)
    return event


def _is_same(left: Source, right: Source) -> bool:
    """Two papers, one day, titles alike, no town against another."""
    a, b = left.event, right.event
    if left.document == right.document or not a.title or not b.title:
        return False
    if a.venue.city and b.venue.city and fold(a.venue.city) != fold(b.venue.city):
        return False
    long_enough = min(len(a.title), len(b.title)) >= MIN_TITLE
    return long_enough and token_set_ratio(fold(a.title), fold(b.title)) >= SAME_TITLE


def _fullest_first(source: Source) -> tuple[int, int, str]:
    event = source.event
    return (-len(event.sessions) - len(event.appearances), -len(event.organisations), source.document)
