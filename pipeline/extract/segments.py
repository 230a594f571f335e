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

from pipeline.extract.kinds import opens_with_kind
from pipeline.extract.spacing import spelled
from pipeline.model import Box, Document, Line, Page
from pipeline.text import fold

BULLET = re.compile(r"^(?:[-–—•·▪◦●■♦►▶✓*»>→❖+~]|[oO](?=\s)|\(?\d{1,2}\s?[.)](?!\d)|[a-z]\))\s+")
SLOT = re.compile(r"^\W*(?:de\s+)?(?:[01]?\d|2[0-3])\s?(?:h|H|:|heures?\b)\s?(?:[0-5]\d)?")
LONE_HOUR = re.compile(
    r"^\W*(?:de\s+)?(?:(?:[01]?\d|2[0-3])\s?(?:h|H|:|heures?\b)\s?(?:[0-5]\d)?\s*(?:-|–|—|à|>)?\s*){1,2}\W*$"
)
DATE_LEAD = re.compile(
    r"^\W*(?P<article>(?:les?|du)\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\d{1,2}(?:er)?)\s+(?:\d{1,2}(?:er)?\s+)?(?:janv|f[ée]v|mars|avr|mai\b|"
    r"juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)",
    re.IGNORECASE,
)
"""A line that opens with a date begins something; with an article it may also carry a sentence on."""
ENTRY = re.compile(r"(?:[^:,]{3,25}\s?: )?(?:[A-ZÀ-Þ][\w'’.-]*\s){1,3}[A-ZÀ-Þ][\w'’.-]+\s?[,(]")
"""How an entry of a list of people begins: two or more words with capitals, then a comma or parenthesis."""
LABEL = re.compile(r"^[^\W\d][\w'’() -]{1,38}\s?:")
FRONT_MATTER = re.compile(r"^[A-Za-z_]{3,20} ?: \S")
"""Key and value at the top of a text exported from a web site."""
OF = re.compile(r"(?:DE|DU|DES|D['’]|ET|AU|AUX)\b")
RUNS_ON = re.compile(
    r"(?:\b(?:de|du|des|d['’]|la|le|les|l['’]|un|une|et|ou|à|au|aux|en|pour|par|avec|sur|dans|entre|sous|chez|the|of|and)|[,&-])$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\s[–—-]\s.*\b\d{5}\s+[A-ZÀ-Þ][\w'’-]+(?:\s[\w-]+){0,3}$")
"""A line of pieces parted by dashes that ends in postcode and town."""
ENDS = re.compile(r"[.!?…:;]['’\"»)\]]*$")
SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)»]{3})[.!?…]\s+[A-ZÀ-Þ]|,\s.*,\s")
"""What running text of some length has: a second sentence, or more than one comma."""
HOUR_LATER = re.compile(r"\d\s?[hH](?:\s?\d\d)?\b")
SPEAKER = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]\S*\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?\s*(?:$|[(,])")
"""A line that opens with a name: who speaks, below what is on."""
APPOSED = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]\S*\s){1,2}[A-ZÀ-Þ][\w'’-]+,\s[^\W\d]")
"""A line that opens with a full name and what follows a comma: who it is."""
BRACKETED = re.compile(r"\([^()]*[^\W\d]{2}[^()]*\)\W*$")
"""A line that is one bracket: for whom the people on the line above speak."""
NAMES = re.compile(
    r"(?:\d{1,2}\s?[hH]\s?(?:\d\d)?\s*[:–—-]?\s*)?"
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]+,?|&|et|de|du)\s+){1,11}[A-ZÀ-Þ][\w'’-]+$"
)
"""A line of words with capitals and what links them, behind an hour perhaps."""
CUT_NAME = re.compile(r"[A-ZÀ-Þ]{3,}.*(?:&|\bet|,)\s[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?$")
"""A list of names with surnames in capitals that ends with a given name …"""
SURNAME = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\b")
"""… and the surname on the next line."""
QUOTED = re.compile(r"^[«“\"][^»”\"]+[»”\"]$")
WRAPPED = 60
"""Typed lines shorter than this many letters were not wrapped."""
CAPS_SHARE = 0.6
NEAR_EDGE = 0.88
MIN_WRAPPED = 3
PRACTICAL = re.compile(
    r"^(?:entr[ée]e|gratuit|tarif|r[ée]servation|renseignement|inscription|contact|t[ée]l\b)", re.IGNORECASE
)
"""Practical matters begin a line of their own."""
NEVER_FULL = float("inf")
HYPHENATED = re.compile(r"[^\W\d_][-\u2010]$")
FEW_WORDS = 3
OTHER_SIZE = 0.15
FULL = 0.9
"""A line reaching this share of its paragraph's width may have been broken for want of room."""


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

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def caps(self) -> bool:
        """Set in capitals throughout."""
        return _caps(self.text)

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
                _runs_on(group[-1][1], line, widths[line.block], in_slot=in_slot) or _runs_on_in_list(group, line, page)
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
    typed = _typed_edge([line.box.x1 for line in page.lines])
    return {block: edge if edge >= WRAPPED and sizes[block] >= MIN_WRAPPED else typed for block, edge in edges.items()}


def _typed_edge(lengths: Sequence[float]) -> float:
    """Where typed lines were wrapped: a length that several come near and none exceeds."""
    edge = max(lengths, default=0.0)
    near = sum(length >= NEAR_EDGE * edge for length in lengths)
    return edge if edge >= WRAPPED and near >= max(MIN_WRAPPED, len(lengths) // 8) else NEVER_FULL


def _runs_on(line: Line, following: Line, edge: float, *, in_slot: bool) -> bool:
    """Whether a printed line goes on in the next one."""
    text, after = line.text, following.text
    if _begins_anew(line, following):
        return False
    if len(line.cells) > 1 and not _is_timed(line):
        return following.box.x0 >= line.words[line.cells[1]].box.x0 - line.box.height
    if (text.endswith("-") and text[-2:-1].isalpha() and after[0].isalpha()) or RUNS_ON.search(text):
        return True
    if (BRACKETED.match(after) and NAMES.match(text)) or (CUT_NAME.search(text) and SURNAME.match(after)):
        return True
    listed = SPEAKER.match(after) is not None and not line.words[-1].text[:1].isupper()
    speaks = in_slot and (listed or APPOSED.match(after) is not None)
    dated = DATE_LEAD.match(text) is not None and after[0].isupper() and HOUR_LATER.search(text) is not None
    unbroken = not (speaks or dated or _changes_look(line, following)) and _was_full(line, following, edge)
    if ENDS.search(text) or QUOTED.match(text):
        return unbroken
    if DATE_LEAD.match(after):
        return _was_full(line, following, edge)
    if _caps(text) and _caps(after) and OF.match(after):
        return True
    in_capitals = _caps(text) and _caps(after) and len(line.words) >= FEW_WORDS and not opens_with_kind(after)
    return (
        (after[0].islower() and not _caps(text))
        or (in_capitals and (in_slot or line.box.x1 >= CAPS_SHARE * edge))
        or unbroken
    )


def _is_timed(line: Line) -> bool:
    """Whether a row is a day or an hour and one cell: what stands below goes on as it would without them."""
    dated = SLOT.match(line.text) or DATE_LEAD.match(line.text)
    return len(line.cells) == 2 and dated is not None


def _begins_anew(line: Line, following: Line) -> bool:
    """Whether the next line begins something: in another block or size, with a bullet, an hour, a name, a date."""
    after = following.text
    if line.block != following.block or abs(line.size - following.size) > OTHER_SIZE:
        return True
    if len(following.cells) > 1 or BULLET.match(after) or SLOT.match(after):
        return True
    if RUNS_ON.search(line.text):
        return False
    if PRACTICAL.match(after) or (ENTRY.match(line.text) and ENTRY.match(after)):
        return True
    dated = DATE_LEAD.match(after)
    return dated is not None and not dated["article"]


def _runs_on_in_list(group: list[tuple[int, Line]], following: Line, page: Page) -> bool:
    """Whether a typed line without bullet goes on with the long entry of a list above it."""
    first, last = group[0][1], group[-1][1]
    return (
        page.unit == "char"
        and BULLET.match(first.text) is not None
        and first.block == following.block
        and last.box.x1 >= WRAPPED
        and not ENDS.search(last.text)
        and not (BULLET.match(following.text) or SLOT.match(following.text) or DATE_LEAD.match(following.text))
        and not LABEL.match(following.text)
    )


def _changes_look(line: Line, following: Line) -> bool:
    """Whether the next line is set otherwise, or opens with a label."""
    return (
        LABEL.match(following.text) is not None
        or line.bold != following.bold
        or (_caps(line.text) != _caps(following.text) and len(line.words) > 1)
    )


def _caps(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def _was_full(line: Line, following: Line, edge: float) -> bool:
    """Whether the next line's first word had no room left: the mark of running text."""
    left = min(line.box.x0, following.box.x0)
    width = edge - left
    if width <= 0 or len(line.words) < 4 or line.text.endswith(")"):
        return False
    room = edge - line.box.x1
    return room < following.words[0].box.width + 0.5 * line.box.height and (line.box.x1 - left) >= FULL * width * 0.8


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
    bullet = BULLET.match(text)
    skip = bullet.end() if bullet else 0
    return Segment(
        text=text[skip:],
        page=page.number,
        offsets=tuple(offsets[skip:]),
        block=first.block,
        size=max(line.size for _, line in group),
        bold=all(line.bold for _, line in group),
        bullet=bullet is not None,
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
