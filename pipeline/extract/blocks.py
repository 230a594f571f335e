"""Dated headings that divide a paper into events: a season's brochure, a cycle, the list of a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from pipeline.extract.agendas import Start
from pipeline.extract.dates import month_in
from pipeline.extract.headings import title_span
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated

LEADS_ON = re.compile(r"(?:par|avec|animée? par|présentée? par)\s", re.IGNORECASE)
"""A line that says who takes part belongs to what stands above it."""
MIN_UNITS = 2
STRONG = 3.0
"""A date of less weight than this is only mentioned."""
MAX_HEADING_WORDS = 20
MAX_DATED_WORDS = 18
"""A dated line of more words is a sentence."""
LARGER = 0.12
MAX_HEADINGS = 4
MAX_DAYS = 10
"""A longer range is a season, if more than a few dates stand in it."""
EVE = timedelta(days=7)
"""A private view may come before an exhibition opens."""
FEW = 3
MOST = 0.6
"""The share of dates that must be laid out alike."""


def blocks_of(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Start]:
    """Dated headings, each with a title of its own and hardly a slot below it."""
    headed = _distinct(_of_one_look([dated for dated in dates if heads_a_block(dated)]))
    indexes = [dated.row.index for dated in headed]
    slots = [row.index for row in rows if row.kind == "slot"]
    if len(headed) < MIN_UNITS or len(slots) > len(headed) or _are_days_of_one(rows, dates):
        return []
    if closing := _closing(rows, headed):
        return closing
    before = [_headings_before(rows, index, floor) for index, floor in zip(indexes, [-1, *indexes], strict=False)]
    own = [_opening_heading(rows, run, index) for run, index in zip(before, indexes, strict=True)]
    opening = [index for index in indexes if _opens(rows, index)]
    if len(opening) >= max(MIN_UNITS, MOST * len(headed)):
        starts = [(start, dated) for start, dated in zip(own, headed, strict=True) if _begins(start, dated, opening)]
        return starts if _titled_after(rows, opening) else []
    if paragraphs := _closed_paragraphs(rows, headed):
        return paragraphs
    if len(headed) == MIN_UNITS and not (_are_listed(headed) or _are_two(headed)):
        return []
    if before[0] and sum(bool(run) for run in before[1:]) >= MOST * len(before[1:]):
        return [(run[0] if run else dated.row.index, dated) for run, dated in zip(before, headed, strict=True)]
    return list(zip(own, headed, strict=True)) if _titled_after(rows, indexes) else []


def _begins(start: int, dated: Dated, opening: Sequence[int]) -> bool:
    """Whether a date opens its paragraph, or stands below the heading that does."""
    return dated.row.index in opening or start < dated.row.index


def _opening_heading(rows: Sequence[Row], run: Sequence[int], index: int) -> int:
    """The first of the headings above a date that open its paragraph, else the date itself."""
    paragraph = rows[index].segment.paragraph
    own = [place for place in run if rows[place].segment.paragraph == paragraph]
    opens = bool(own) and (own[0] == 0 or rows[own[0] - 1].segment.paragraph != paragraph)
    return own[0] if opens else index


def _closed_paragraphs(rows: Sequence[Row], headed: Sequence[Dated]) -> list[Start]:
    """Paragraphs that open with what is on and end with when, as in a season's brochure: each is an event."""
    starts: list[Start] = []
    for dated in headed:
        paragraph = [row for row in rows if row.segment.paragraph == dated.row.segment.paragraph]
        first, late = paragraph[0], dated.row.index - paragraph[0].index
        is_new = not starts or starts[-1][0] != first.index
        if late and is_new and late >= (len(paragraph) - 1) / 2 and first.kind in ("heading", "people"):
            starts.append((first.index, dated))
    return starts if len(starts) > MIN_UNITS and len(starts) >= MOST * len(headed) else []


def _are_days_of_one(rows: Sequence[Row], dates: Sequence[Dated]) -> bool:
    """Whether the first date is a range of a few days that holds the others: the days of one festival or congress.

    A range printed again and again is rather that of many things on a weekend.
    """
    first = next((dated for dated in dates if dated.weight >= STRONG), None)
    opening, closing = (first.first.calendar_day, first.last.calendar_day) if first else (None, None)
    days = [dated.first.calendar_day for dated in dates if dated.weight >= STRONG]
    if not opening or not closing or opening == closing or ((closing - opening).days > MAX_DAYS and len(days) > FEW):
        return False
    again = [dated.row.index for dated in dates if first and dated.span.periods == first.span.periods]
    if len({rows[index - 1].text for index in again if index}) > 1 and all(
        rows[index].kind == "day" for index in again
    ):
        return False
    return all(day is None or opening - EVE <= day <= closing for day in days)


def _closing(rows: Sequence[Row], headed: Sequence[Dated]) -> list[Start]:
    """Paragraphs that begin with a title and end with its date, as the pages of a season do."""
    firsts: dict[tuple[int, int], int] = {}
    for row in rows:
        firsts.setdefault(row.segment.paragraph, row.index)
    starts: dict[int, Dated] = {}
    for dated in headed:
        first = firsts[dated.row.segment.paragraph]
        if first < dated.row.index and rows[first].is_short and not rows[first].segment.bullet:
            starts.setdefault(first, dated)
    enough = len(starts) > MIN_UNITS and len(starts) >= MOST * len(headed)
    return list(starts.items()) if enough else []


def _are_listed(headed: Sequence[Dated]) -> bool:
    """Whether dates stand line below line, each with what is on: "18-19 avril : Découverte"."""
    return all(
        dated.span.start <= 2 and title_span(dated.row) is not None and dated.row.index == headed[0].row.index + place
        for place, dated in enumerate(headed)
    )


def _are_two(headed: Sequence[Dated]) -> bool:
    """Whether two lines of a date and its hour are weeks apart, as those of two evenings: no days of one event."""
    first, second = (dated.first.calendar_day for dated in headed)
    timed = all(dated.row.kind == "day" and dated.row.times and dated.first.weekday is not None for dated in headed)
    return timed and first is not None and second is not None and second - first > EVE


def _opens(rows: Sequence[Row], index: int) -> bool:
    """Whether a dated row heads what follows: it opens a paragraph of more rows, or is set larger than they."""
    own = rows[index].segment
    before = rows[index - 1].segment if index else None
    after = rows[index + 1].segment if index + 1 < len(rows) else None
    if after is None:
        return False
    larger = own.size > after.size + LARGER or (own.bold and not after.bold)
    if larger and (before is None or abs(own.size - before.size) > LARGER or (own.bold and not before.bold)):
        return True
    opens = before is None or before.paragraph != own.paragraph
    return opens and after.paragraph == own.paragraph


def heads_a_block(dated: Dated) -> bool:
    """Whether a date may head or close what the paper says of one event: a line of its own, or the lead of an entry."""
    row = dated.row
    return (
        (dated.weight >= STRONG or _leads(dated))
        and dated.first.day is not None
        and (row.kind in ("date", "day") or _leads(dated))
        and row.segment.words <= 40
    )


def _leads(dated: Dated) -> bool:
    """Whether a sentence begins with the date and a colon, as the longest entry of a list may."""
    behind = dated.row.text[dated.span.end :].lstrip()
    return dated.row.kind == "prose" and dated.span.start == 0 and behind.startswith((":", "–", "—"))


def _of_one_look(headed: list[Dated]) -> list[Dated]:
    """Without bulleted hours below headings, and without a sentence that announces them all."""
    plain = [dated for dated in headed if not dated.row.segment.bullet]
    if len(plain) * 2 > len(headed):
        headed = [dated for dated in headed if dated in plain or not _is_within(dated, plain)]
    first = headed[0] if len(headed) > MIN_UNITS else None
    announces = first and first.span.start > FEW and first.row.segment.words > MAX_DATED_WORDS
    others = [dated.row.segment.words <= MAX_DATED_WORDS for dated in headed[1:]]
    return headed[1:] if announces and all(others) else headed


def _is_within(entry: Dated, plain: Sequence[Dated]) -> bool:
    """Whether an entry of a list falls on the days of the dated heading above it."""
    above = [dated for dated in plain if dated.row.index < entry.row.index]
    opening, closing = (above[-1].first.calendar_day, above[-1].last.calendar_day) if above else (None, None)
    day = entry.first.calendar_day
    if not opening or not closing or not day:
        return True
    return opening <= day <= closing and (closing - opening).days <= MAX_DAYS


def _distinct(dates: list[Dated]) -> list[Dated]:
    """One per row, and none whose day was already opened by the row before."""
    kept: list[Dated] = []
    for dated in dates:
        since = dated.row.index - kept[-1].row.index if kept else FEW
        if kept and (since == 0 or (kept[-1].first == dated.first and since < FEW)):
            continue
        kept.append(dated)
    return kept


def _headings_before(rows: Sequence[Row], index: int, floor: int) -> list[int]:
    """The run of headings just above a dated row."""
    run: list[int] = []
    for position in range(index - 1, max(floor, index - 1 - MAX_HEADINGS), -1):
        row = rows[position]
        if (
            row.kind not in ("heading", "people", "place")
            or not row.is_short
            or row.segment.words > MAX_HEADING_WORDS
            or row.segment.bullet
            or LEADS_ON.match(row.text)
            or (month_in(row.text) is not None and row.segment.words <= FEW)
        ):
            break
        run.insert(0, position)
    return run


def _titled_after(rows: Sequence[Row], indexes: list[int]) -> bool:
    """Whether most dated rows carry or precede a heading."""
    titled = 0
    for index in indexes:
        row = rows[index]
        following = next((row for row in rows[index + 1 : index + 3] if row.kind != "hours"), None)
        titled += (
            row.kind == "date"
            or title_span(row) is not None
            or (following is not None and following.kind in ("heading", "people", "place"))
        )
    return titled >= MOST * len(indexes)
