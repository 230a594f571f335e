"""One paper, one event or several: a season's concerts, the séances of a cycle, the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.agendas import Start, agenda_of
from pipeline.extract.blocks import MIN_UNITS, MOST, blocks_of, heads_a_block, names_month
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.text import fold

SEANCE = re.compile(
    r"^\W*(?:seance|session|rencontre|conference|cours|soiree|concert|atelier|cafe|rendez-vous)\s*(?:n\s?[°o]\s?)?\d{1,2}\b"
)


@dataclass(frozen=True)
class Unit:
    """The rows of one event; `date` is its own date where the division rests on it."""

    rows: tuple[Row, ...]
    date: Dated | None
    common: tuple[Row, ...] = ()
    """What the paper says of all its events, before the first and below a list of them."""

    @property
    def is_whole(self) -> bool:
        """Whether the paper is about this event alone."""
        return self.date is None


def units_of(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Unit]:
    """The events of a paper: the whole paper as one, unless its rows are laid out as several."""
    for starts in (
        _seances(dates),
        _forms(rows, dates),
        _table(rows, dates),
        agenda_of(rows, dates),
        blocks_of(rows, dates),
    ):
        if len(starts) >= MIN_UNITS and _differ([dated for _, dated in starts]):
            return _cut(rows, starts)
    return [Unit(tuple(rows), None)]


def _differ(dates: Sequence[Dated]) -> bool:
    """Whether days or hours differ: a paper that gives its one date several times is of one event."""
    days = {(dated.first.iso, dated.last.iso) for dated in dates}
    hours = {dated.row.times[0].begins for dated in dates if dated.row.times}
    return len(days) > 1 or len(hours) > 1


def _seances(dates: Sequence[Dated]) -> list[Start]:
    """ "Séance 1 — Titre (6 février 2026 - 10h-13h)"."""
    return [
        (dated.row.index, dated)
        for dated in dates
        if SEANCE.match(fold(dated.row.text)) and dated.first.day and not dated.row.segment.is_prose
    ]


def _forms(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Start]:
    """Paragraphs that each say in a labelled line when something is: "Date : jeudi 12 novembre"."""
    firsts: dict[tuple[int, int], Row] = {}
    for row in rows:
        firsts.setdefault(row.segment.paragraph, row)
    found: dict[int, Dated] = {}
    for dated in dates:
        first = firsts[dated.row.segment.paragraph]
        labelled = dated.row.label is not None and dated.row.label.field == "date" and dated.first.day
        if labelled and first.index < dated.row.index and not first.label:
            found.setdefault(first.index, dated)
    labels = {fold(dated.row.text).partition(":")[0].strip() for dated in found.values()}
    is_series = len(labels) == 1 and len({dated.first for dated in found.values()}) == len(found)
    return list(found.items()) if is_series else []


def _table(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Start]:
    """Rows whose first cell is a date, where most dates stand in such rows."""
    found: dict[int, Dated] = {}
    for dated in dates:
        cell = dated.row.text.split("\t")[0]
        if "\t" in dated.row.text and dated.span.end <= len(cell) + 1 and dated.first.day and dated.row.kind != "slot":
            found.setdefault(dated.row.index, dated)
    headed = {dated.row.index for dated in dates if heads_a_block(dated)}
    if any(row.kind == "slot" for row in rows) or len(found) < MOST * len(headed | set(found)):
        return []
    return list(found.items())


def _cut(rows: Sequence[Row], starts: list[Start]) -> list[Unit]:
    """The rows from each start to the next; below a list of single lines the paper speaks of all its events again."""
    bounds = [start for start, _ in starts]
    is_list = all(after == before + 1 for before, after in pairwise(bounds))
    ends = [*bounds[1:], bounds[-1] + 1 if is_list else _end_of_last(rows, bounds)]
    common = (*rows[: bounds[0]], *rows[ends[-1] :])
    return [
        Unit(_without_months(rows[start:end]), dated, common) for (start, dated), end in zip(starts, ends, strict=True)
    ]


def _without_months(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without the heading at their end that names the month of what comes next."""
    return _without_months(rows[:-1]) if len(rows) > 1 and names_month(rows[-1]) else tuple(rows)


def _end_of_last(rows: Sequence[Row], bounds: Sequence[int]) -> int:
    """Where the last event ends: with its paragraph where the others are one paragraph each, else with the paper."""
    paragraphs = sum(_strays(rows[start:end]) <= 1 for start, end in pairwise(bounds))
    last = rows[bounds[-1] :]
    if len(bounds) <= MIN_UNITS or paragraphs < len(bounds) - 1 or _strays(last) == len(last) - 1:
        return len(rows)
    return bounds[-1] + sum(row.segment.paragraph == last[0].segment.paragraph for row in last)


def _strays(rows: Sequence[Row]) -> int:
    """How many rows stand outside the first one's paragraph."""
    return sum(row.segment.paragraph != rows[0].segment.paragraph for row in rows)
