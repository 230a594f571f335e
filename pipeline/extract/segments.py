"""Document → segments: what a reader takes in at once, whole however the printer broke its lines.

A segment is a printed line together with the lines it runs on into: a sentence, a title on two lines, an entry of a
list, one row of a table. Its `text` has words cut at line ends joined again; `offsets` leads every character back to
the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce

from pipeline.extract.continuations import SLOT, WRAPPED, in_capitals, runs_on, runs_on_in_list
from pipeline.extract.ornaments import words_of_line
from pipeline.extract.spacing import spelled
from pipeline.model import Box, Document, Line, Page
from pipeline.text import fold

LONE_HOUR = re.compile(
    r"^\W*(?:de\s+)?(?:(?:[01]?\d|2[0-3])\s?(?:h|H|:|heures?\b)\s?(?:[0-5]\d)?\s*(?:-|–|—|à|>)?\s*){1,2}\W*$"
)
FRONT_MATTER = re.compile(r"^[A-Za-z_]{3,20} ?: \S")
"""Key and value at the top of a text exported from a web site."""
ADDRESS = re.compile(r"\s[–—-]\s.*\b\d{5}\s+[A-ZÀ-Þ][\w'’-]+(?:\s[\w-]+){0,3}$")
"""A line of pieces parted by dashes that ends in postcode and town."""
SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)»]{3})[.!?…]\s+[A-ZÀ-Þ]|,\s.*,\s")
"""What running text of some length has: a second sentence, or more than one comma."""
NEAR_EDGE = 0.88
MIN_WRAPPED = 3
MIN_NEAR = 2
"""Lines of a typed paragraph that was wrapped reach its edge, save the last."""
NEVER_FULL = float("inf")
HYPHENATED = re.compile(r"[^\W\d_][-\u2010]$")


@dataclass(frozen=True)
class Segment:
    """One thing to read, with its looks. The cells of a table row are parted by tabs."""

    text: str
    page: int
    offsets: tuple[int, ...] = field(repr=False)
    block: int
    size: float
    bold: bool
    bullet: bool
    box: Box

    @property
    def paragraph(self) -> tuple[int, int]:
        """The page and the block it stands in: segments that share them are of one paragraph."""
        return self.page, self.block

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def caps(self) -> bool:
        """Set in capitals throughout."""
        return in_capitals(self.text)

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def is_prose(self) -> bool:
        """Running text rather than a heading, a slot, a row or a label: long, or ending as a sentence does."""
        if "\t" in self.text or SLOT.match(self.text) or ADDRESS.search(self.text):
            return False
        if self.words >= 30 or (self.words >= 10 and self.text.rstrip().endswith((".", "!", "…"))):
            return True
        return self.words >= 18 and (self.text[0].islower() or SENTENCE_END.search(self.text) is not None)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to `end` stand in the page's text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def segments_of(document: Document) -> list[Segment]:
    """All segments in reading order."""
    return [segment for page in document.pages for segment in _page_segments(page)]


def _page_segments(page: Page) -> Iterator[Segment]:
    start = 0
    group: list[tuple[int, Line]] = []
    hour: Line | None = None
    widths = _block_edges(page)
    for line in page.lines:
        is_key = page.number == 1 and line.block == 0 and FRONT_MATTER.match(line.text) is not None
        in_slot = bool(group) and (SLOT.match(group[0][1].text) is not None or _is_below_hour(group[0][1], hour))
        if group and (
            is_key
            or not (
                runs_on(group[-1][1], line, widths[line.block], in_slot=in_slot) or runs_on_in_list(group, line, page)
            )
        ):
            yield _segment(page, group)
            hour, group = group[-1][1], []
        group.append((start, line))
        start += len(line.text) + 1
    if group:
        yield _segment(page, group)


def _is_below_hour(line: Line, before: Line | None) -> bool:
    """Whether a line says what is on at the hour alone on the line above it."""
    return before is not None and before.block == line.block and LONE_HOUR.match(before.text) is not None


def _block_edges(page: Page) -> dict[int, float]:
    """The right edge of each block's widest line; on a typed page the edge at which its lines were wrapped, if any."""
    edges: dict[int, float] = {}
    for line in page.lines:
        edges[line.block] = max(edges.get(line.block, 0.0), line.box.x1)
    if page.unit != "char":
        return edges
    sizes = Counter(line.block for line in page.lines)
    near = Counter(line.block for line in page.lines if line.box.x1 >= NEAR_EDGE * edges[line.block])
    typed = _typed_edge([line.box.x1 for line in page.lines])
    wrapped = {block for block, size in sizes.items() if size >= MIN_WRAPPED and near[block] >= MIN_NEAR}
    return {block: edge if edge >= WRAPPED and block in wrapped else typed for block, edge in edges.items()}


def _typed_edge(lengths: Sequence[float]) -> float:
    """Where typed lines were wrapped: a length that several come near and none exceeds."""
    edge = max(lengths, default=0.0)
    near = sum(length >= NEAR_EDGE * edge for length in lengths)
    return edge if edge >= WRAPPED and near >= max(MIN_WRAPPED, len(lengths) // 8) else NEVER_FULL


def _segment(page: Page, group: list[tuple[int, Line]]) -> Segment:
    """Join printed lines: a hyphen at a line end goes unless it belongs to the word."""
    letters: list[str] = []
    offsets: list[int] = []
    for index, (start, line) in enumerate(group):
        text, places = spelled(line)
        if index:
            _join(letters, offsets, start, broken=group[index - 1][1].broken)
        letters.extend(text)
        offsets.extend(start + place for place in places)
    text = "".join(letters)
    first = group[0][1]
    begin, end, bullet = words_of_line(text)
    return Segment(
        text=text[begin:end],
        page=page.number,
        offsets=tuple(offsets[begin:end]),
        block=first.block,
        size=max(line.size for _, line in group),
        bold=all(line.bold for _, line in group),
        bullet=bullet,
        box=reduce(Box.union, (line.box for _, line in group)),
    )


def _join(letters: list[str], offsets: list[int], start: int, *, broken: bool) -> None:
    """Lines become one: "presta-/tions" loses its hyphen, "Midi-/Pyrénées" keeps it, others are parted by a blank."""
    if broken:
        letters.pop()
        offsets.pop()
    elif not HYPHENATED.search("".join(letters[-2:])):
        letters.append(" ")
        offsets.append(start - 1)
