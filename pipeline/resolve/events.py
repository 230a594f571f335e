"""Events: one paper's reading, or several papers' readings of the same event put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from pipeline.archive import Decision, Source
from pipeline.model import Event, Record
from pipeline.resolve.addresses import address, free
from pipeline.resolve.clusters import cluster
from pipeline.resolve.corrections import corrected
from pipeline.resolve.decisions import by_paper
from pipeline.text import fold

SAME_TITLE = 88
"""Likeness of two titles on one day, rapidfuzz's token_set_ratio, from which they are one event."""
MIN_TITLE = 8


def sources_of(
    records: Iterable[Record], decisions: Sequence[Decision] = ()
) -> tuple[list[Source], dict[Decision, str | None]]:
    """Every event of every paper as decided; the decisions that found their fact, and what stood there instead."""
    told = by_paper(decisions)
    sources: list[Source] = []
    found: dict[Decision, str | None] = {}
    for record in records:
        events, replaced = corrected(record.events, told.get(record.document.sha256, ()))
        for position, decided in enumerate(events):
            sources.append(Source(record.document.id, position, decided.event, decided.former))
        found |= replaced
    return sources, found


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


def addressed(sources: Sequence[Source]) -> tuple[dict[str, list[Source]], dict[str, str]]:
    """The events by their addresses, in the order of their days; and earlier address → address.

    All corrections are gone through again from the first reading on: a number once given to one of several events of
    one day and title stays with it.
    """
    events: dict[str, list[Source]] = {}
    held: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    taken: Counter[str] = Counter()
    for step in range(1 + max((len(source.former) for source in sources), default=0)):
        events = {}
        for group in sorted(same_events([_at(source, step) for source in sources]), key=_by_day):
            wanted = address(merged(group))
            kept = (held[source.document, source.position].get(wanted) for source in group)
            found = next((each for each in kept if each and each not in events), None) or free(wanted, taken)
            events[found] = group
            for source in group:
                held[source.document, source.position][wanted] = found
    return events, _redirects(events, held)


def _at(source: Source, step: int) -> Source:
    """A paper's reading after as many corrections of title or day, or after all it has."""
    return replace(source, event=source.former[step]) if step < len(source.former) else source


def _redirects(
    events: Mapping[str, Sequence[Source]], held: Mapping[tuple[str, int], Mapping[str, str]]
) -> dict[str, str]:
    """Addresses events had; then those they would have by one paper's reading alone. No event's own address."""
    read = [(found, source) for found, group in events.items() for source in group]
    had = [(old, found) for found, source in read for old in held[source.document, source.position].values()]
    alone = [(address(each), found) for found, source in read for each in (source.event, *source.former)]
    return {old: found for old, found in reversed([*had, *alone]) if old not in events}


def _by_day(group: Sequence[Source]) -> tuple[str, str, int]:
    return (group[0].event.start or "9999", group[0].document, group[0].position)


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
