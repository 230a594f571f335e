"""Slots told in sentences: "À 15 heures, l'historien Paul Roux parlera, puis à 16h30 la chorale chantera."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.rows import Row
from pipeline.extract.times import TimeSpan

BEFORE = re.compile(
    r"(?:^\W*|[.!?;]\s+|,\s+(?:et\s+)?|\b(?:puis|et|ensuite|enfin)\s+|\b(?:matin|midi|soir|soirée|journée),?\s+)"
    r"(?:(?:puis|ensuite|enfin)?,?\s*(?:à|dès|vers|à partir de)\s+|de\s+)$",
    re.IGNORECASE,
)
"""What leads to an hour that begins a sentence or a part of one."""
AFTER = re.compile(
    r"\s?(?:précises)?\s?[,:–—]?\s+(?!et\b|ou\b|puis\b|au\b|à\b|dans\b|sur\b)[^\W\d]{1,3}['’\s]?[^\W\d]{2}"
)
MIN_TOLD = 2
MIN_WORDS = 12
"""A line of hour and title has fewer words than a sentence that tells of it."""


def told_hours(row: Row) -> tuple[TimeSpan, ...]:
    """The hours of a row in sentences that say what is on at each."""
    return tuple(
        time
        for time in row.times
        if time.begins and BEFORE.search(row.text[: time.start]) and AFTER.match(row.text, time.end)
    )


def told_slots(rows: Sequence[Row]) -> dict[int, Row]:
    """The sentences that tell what is on at which hour, as slots by their place, where a paper has no others."""
    if any(row.kind == "slot" and row.segment.words < MIN_WORDS for row in rows):
        return {}
    told = {row.index: hours for row in rows if row.kind in ("prose", "slot") and (hours := told_hours(row))}
    begins = [time.begins or "" for hours in told.values() for time in hours]
    if len(begins) < MIN_TOLD or begins != sorted(set(begins)):
        return {}
    return {row.index: replace(row, kind="slot", times=told[row.index]) for row in rows if row.index in told}
