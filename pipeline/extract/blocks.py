"""Dated headings that divide a paper into events: a season's brochure, a cycle, the list of a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from pipeline.extract.agendas import Start
from pipeline.extract.dates import month_in
from pipeline.extract.headings import title_span
from pipeline.extract.rows import Row
from pipeline.extract.schedule import USUAL, Dated

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
NEXT = timedelta(days=1)
EVE = timedelta(days=7)
"""A private view may come before an exhibition opens."""
FEW = 3
MOST = 0.6
"""The share of dates that must be laid out alike."""


def blocks_of(rows: Sequence[Row], dates: Sequence[Dated]) -> list[Start]:
    """Dated headings, each with a title of its own and hardly a slot below it."""
    headed = _distinct(_of_one_look([dated for dated in dates if heads_a_block(dated)]))
    if _are_days_of_one(rows, dates):
        headed = headed[1:]
        if not _come_back(headed):
            return []
    slots = [row.index for row in rows if row.kind == "slot"]
    if len(headed) < MIN_UNITS or len(slots) > len(headed):
        return []
    if closing := _closing(rows, headed):
        return closing
    indexes = [dated.row.index for dated in headed]
    before = [_headings_before(rows, index, floor) for index, floor in zip(indexes, [-1, *indexes], strict=False)]
    own = [_opening_heading(rows, run, index) for run, index in zip(before, indexes, strict=True)]
    opening = [index for index in indexes if _opens(rows, index)]
    if len(opening) >= max(MIN_UNITS, MOST * len(headed)):
        starts = [(start, dated) for start, dated in zip(own, headed, strict=True) if _begins(start, dated, opening)]
        return starts if _titled_after(rows, [dated for dated in headed if dated.row.index in opening]) else []
    if paragraphs := _closed_paragraphs(rows, headed):
        return paragraphs
    if len(headed) == MIN_UNITS and not (_are_listed(headed) or _are_two(headed)):
        return []
    if below := _below_titles(rows, headed, before):
        return below
    starts = list(zip(own, headed, strict=True)) if _titled_after(rows, headed) else []
    if starts and _holds(headed[0], headed[1:]):
        starts[0] = (0, headed[0])
    return starts


def _begins(start: int, dated: Dated, opening: Sequence[int]) -> bool:
    """Whether a date opens its paragraph, or stands below the heading that does."""
    return dated.row.index in opening or start < dated.row.index


def _opening_heading(rows: Sequence[Row], run: Sequence[int], index: int) -> int:
    """The first of the headings above a date that open its paragraph, else the date itself."""
    paragraph = rows[index].segment.paragraph
    own = [place for place in run if rows[place].segment.paragraph == paragraph]
    opens = bool(own) and (own[0] == 0 or rows[own[0] - 1].segment.paragraph != paragraph)
    return own[0] if opens else index


def _holds(dated: Dated, others: Sequence[Dated]) -> bool:
    """Whether the first date is the range of an exhibition or a season, within which all others lie."""
    first, last = dated.first.calendar_day, dated.last.calendar_day
    days = [day for other in others if (day := other.first.calendar_day)]
    return first is not None and last is not None and first < last and all(first <= day <= last for day in days)


def _below_titles(rows: Sequence[Row], headed: Sequence[Dated], before: list[list[int]]) -> list[Start]:
    """Dates that stand below what is on; none if the first or most of the others have no headings above them."""
    if not before[0] or sum(bool(run) for run in before[1:]) < MOST * len(before[1:]):
        return []
    first = _of_look(rows, before[0], [rows[run[0]] for run in before[1:] if run])
    runs = [first, *before[1:]]
    return [(run[0] if run else dated.row.index, dated) for run, dated in zip(runs, headed, strict=True)]


def _of_look(rows: Sequence[Row], run: list[int], titles: Sequence[Row]) -> list[int]:
    """The first date's headings without those of the whole paper, from the one set as the later titles are."""
    alike = [place for place in run if _are_set_alike(rows[place], titles)]
    return run[run.index(alike[-1]) :] if alike and not _are_set_alike(rows[run[0]], titles) else run


def _are_set_alike(row: Row, titles: Sequence[Row]) -> bool:
    """Whether a row has the size and weight of most of these."""
    own = row.segment
    alike = [abs(own.size - that.size) < LARGER and own.bold == that.bold for that in (row.segment for row in titles)]
    return sum(alike) >= MOST * len(alike)


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


def _come_back(headed: Sequence[Dated]) -> bool:
    """Whether entries return to an earlier day, as sites of an open weekend do and days of a festival do not."""
    pairs = [(before.first.calendar_day, after.first.calendar_day) for before, after in pairwise(headed)]
    back = [before and after and after < before for before, after in pairs]
    again = [before.first == after.first and before.last == after.last for before, after in pairwise(headed)]
    return any(back) and sum(map(bool, back)) + sum(again) >= len(pairs) / 2


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
    """The run of headings just above a dated row, of its own paragraph where it does not open one."""
    run: list[int] = []
    own = rows[index].segment.paragraph
    inside = index > 0 and rows[index - 1].segment.paragraph == own
    for position in range(index - 1, max(floor, index - 1 - MAX_HEADINGS), -1):
        row = rows[position]
        if (
            row.kind not in ("heading", "people", "place")
            or not row.is_short
            or row.segment.words > MAX_HEADING_WORDS
            or row.segment.bullet
            or (inside and row.segment.paragraph != own)
            or LEADS_ON.match(row.text)
            or USUAL.search(row.segment.folded)
            or names_month(row)
        ):
            break
        run.insert(0, position)
    return run


def names_month(row: Row) -> bool:
    """Whether a heading only names the month of what follows."""
    return month_in(row.text) is not None and row.segment.words <= FEW


def _titled_after(rows: Sequence[Row], headed: Sequence[Dated]) -> bool:
    """Whether most dated rows carry or precede a heading, or lines of their paragraph where days lie between them."""
    kinds = ("heading", "people", "place", "prose") if _are_apart(headed) else ("heading", "people", "place")
    titled = 0
    for row in (dated.row for dated in headed):
        following = next((below for below in rows[row.index + 1 : row.index + 3] if below.kind != "hours"), None)
        titled += (
            row.kind == "date"
            or title_span(row) is not None
            or (
                following is not None
                and following.kind in kinds
                and (following.kind != "prose" or following.segment.paragraph == row.segment.paragraph)
            )
        )
    return titled >= MOST * len(headed)


def _are_apart(headed: Sequence[Dated]) -> bool:
    """Whether days without an event lie between the dates, as they seldom do between the days of a journey."""
    days = [day for dated in headed if (day := dated.first.calendar_day)]
    return len(days) > MIN_UNITS and all(after - before > NEXT for before, after in pairwise(days))
