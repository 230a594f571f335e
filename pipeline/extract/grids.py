"""Programmes set as a grid: a column of hours at the side, what is on beside them.

Read column by column the hours come first and all the rest afterwards; here each hour gets back what stands at its
height. One hour and the cells beside it become one segment, its cells parted by tabs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.segments import Segment

LONE_HOUR = re.compile(r"^\W*(?:[01]?\d|2[0-3])\s?(?:h|H|:)\s?(?:[0-5]\d)?\W*$")
MIN_HOURS = 4
MOSTLY = 0.6


def with_grids(segments: Sequence[Segment]) -> list[Segment]:
    """The segments in reading order, with each hour of a grid joined to what stands beside it."""
    pages = dict.fromkeys(segment.page for segment in segments)
    return [done for page in pages for done in _read_page([each for each in segments if each.page == page])]


def _read_page(segments: list[Segment]) -> list[Segment]:
    hours = _column_of_hours(segments)
    if not hours:
        return segments
    height = hours[0].box.height
    inside = [each for each in segments if each not in hours and each.box.x0 >= hours[0].box.x0]
    bands: dict[int, list[list[Segment]]] = {place: [] for place in range(len(hours))}
    placed: list[Segment] = []
    for cell in _cells(inside, height):
        place = _band(cell, hours, height)
        if place is not None:
            bands[place].append(cell)
            placed.extend(cell)
    if sum(bool(cells) for cells in bands.values()) < MOSTLY * len(hours):
        return segments
    others = [segment for segment in segments if segment not in hours and segment not in placed]
    return [*others, *(_joined(hours[place], cells) for place, cells in bands.items())]


def _column_of_hours(segments: Sequence[Segment]) -> list[Segment]:
    """Hours alone on their lines, one below the other, read one after the other; none where there is no such column."""
    hours = [segment for segment in segments if LONE_HOUR.match(segment.text)]
    if len(hours) < MIN_HOURS:
        return []
    edge = hours[0].box
    column = [hour for hour in hours if hour.box.x0 < edge.x1 and edge.x0 < hour.box.x1]
    follows = {id(before): after for before, after in pairwise(segments)}
    in_a_row = sum(follows.get(id(hour)) in column for hour in column)
    return sorted(column, key=lambda hour: hour.box.y0) if in_a_row >= MOSTLY * (len(column) - 1) else []


def _band(cell: Sequence[Segment], hours: Sequence[Segment], height: float) -> int | None:
    """Which hour a cell stands beside: one at its own height, else the last one above it."""
    top, bottom = cell[0].box.y0, cell[-1].box.y1
    middles = [(hour.box.y0 + hour.box.y1) / 2 for hour in hours]
    beside = [place for place, middle in enumerate(middles) if top <= middle <= bottom]
    above = [place for place, hour in enumerate(hours) if hour.box.y0 - height <= top]
    return next(reversed(beside or above), None)


def _cells(segments: list[Segment], height: float) -> list[list[Segment]]:
    """Lines that stand close below one another are one cell."""
    cells: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: (each.box.y0, each.box.x0)):
        for cell in cells:
            last = cell[-1].box
            overlaps = last.x0 < segment.box.x1 and segment.box.x0 < last.x1
            if overlaps and segment.box.y0 - last.y1 < height / 2:
                cell.append(segment)
                break
        else:
            cells.append([segment])
    return sorted(cells, key=lambda cell: cell[0].box.x0)


def _joined(hour: Segment, cells: list[list[Segment]]) -> Segment:
    text, offsets, box = hour.text, list(hour.offsets), hour.box
    for cell in cells:
        for place, segment in enumerate(cell):
            offsets.append(segment.offsets[0])
            text += (" " if place else "\t") + segment.text
            offsets.extend(segment.offsets)
            box = box.union(segment.box)
    return replace(hour, text=text, offsets=tuple(offsets), box=box)
