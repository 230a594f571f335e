"""Plain text and Markdown. A page is a sheet of characters: x counts columns, y counts lines.

Markdown's marks are typography: they become the line's size and weight, and leave the text as a reader sees it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pipeline.model import Box, Issue, Line, Page, Word
from pipeline.read.blanks import cell_starts
from pipeline.read.paragraphs import size_of_heading
from pipeline.read.repair import with_broken_words

HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
RULE = re.compile(r"^\s*([-*_=~\\])(?:\s*\1){2,}\s*$")
TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
LINK = re.compile(r"!?\[([^\]\[]+)\](?:\([^)\s]*(?:\s\"[^\"]*\")?\)|\[[^\]]*\])")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^<>\s]+[.@][^<>\s]+)>")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<!\w)([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?!\w)")
STRAY_MARK = re.compile(r"(?<!\w)(?:\*{1,3}|_)(?=\w)|(?<=[\w.,;:!?»)])(?:\*{1,3}|_)(?!\w)")
BULLET = re.compile(r"^\s*[*+](?=\s)")
ENCODINGS = ("utf-8-sig", "cp1252")


@dataclass(frozen=True)
class Styled:
    """One line without its marks."""

    text: str
    size: float
    bold: bool


class Place(NamedTuple):
    """Where a line stands: its row, and the paragraph it belongs to."""

    row: int
    block: int


def read_text(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """One page per form feed, one `Line` per printed line; paragraphs are parted by empty lines."""
    content = decode(path.read_bytes())
    sheets = content.replace("\r\n", "\n").replace("\r", "\n").rstrip("\f\n ").split("\f")
    return tuple(_page(sheet, number) for number, sheet in enumerate(sheets, 1)), ()


def decode(content: bytes) -> str:
    """UTF-8 where it is; else the code page of French Windows, where every byte means something or is dropped."""
    for encoding in ENCODINGS[:-1]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode(ENCODINGS[-1], errors="replace")


def _page(sheet: str, number: int) -> Page:
    rows = sheet.split("\n")
    styled = [_unmark(row, bold=bold) for row, bold in zip(rows, _bold_rows(rows), strict=True)]
    starts = cell_starts([row.text for row in styled])
    lines: list[Line] = []
    block, new_block, is_open = 0, False, False
    for y, row in enumerate(rows):
        if not row.strip() or RULE.match(row) or TABLE_RULE.match(row):
            new_block, is_open = True, False
            continue
        block += new_block and bool(lines)
        new_block = False
        if line := _line(styled[y], starts[y], Place(y, block)):
            lines.append(_joined(lines.pop(), line) if is_open else line)
        is_open = (is_open or row.lstrip().startswith("|")) and not row.rstrip().endswith("|")
    width = max((line.box.x1 for line in lines), default=0)
    return Page(number, width, len(rows), "char", "text", with_broken_words(lines))


def _joined(row: Line, rest: Line) -> Line:
    """A row of a table whose last cell goes on in the next line of the file."""
    shift = len(row.words)
    return replace(row, words=row.words + rest.words, cells=(*row.cells, *(shift + start for start in rest.cells[1:])))


def _bold_rows(rows: list[str]) -> list[bool]:
    """Which rows stand wholly inside `**…**`, which may span several rows of a paragraph."""
    flags, inside = [], False
    for row in rows:
        stripped = row.strip().lstrip("-*+> ") if not row.strip().startswith("**") else row.strip()
        if not stripped:
            inside = False
        marks = stripped.count("**")
        outside = re.sub(r"\*\*.*?\*\*", "", stripped).strip(" .:,;*") if marks % 2 == 0 and not inside else ""
        opens = marks % 2 == 1 and not inside and stripped.startswith("**")
        flags.append(bool(stripped) and (inside or opens or (marks >= 2 and not outside)))
        if marks % 2 == 1:
            inside = not inside
    return flags


def _unmark(row: str, *, bold: bool) -> Styled:
    """The row as a reader of the rendered page sees it."""
    heading = HEADING.match(row)
    text = row[heading.end() :] if heading else row
    text = BULLET.sub("-", text)
    text = LINK.sub(r"\1", text)
    text = AUTOLINK.sub(r"\1", text)
    text = STRONG.sub(r"\2", text)
    text = EMPHASIS.sub(r"\2", text)
    text = ESCAPED.sub(r"\1", text)
    text = STRAY_MARK.sub("", text)
    size = size_of_heading(len(heading[1])) if heading else 1.0
    return Styled(text, size, bold or heading is not None)


def _line(styled: Styled, starts: frozenset[int], place: Place) -> Line | None:
    """The words of one row with the columns they stand in; cells are parted by `|` or tabs, or begin at `starts`."""
    text, y = styled.text, place.row
    is_table = text.strip().startswith("|") or text.count("|") >= 2 or "\t" in text.strip()
    words: list[Word] = []
    cells: list[int] = []
    new_cell = False
    for match in re.finditer(r"[^\s|]+|[|\t]" if is_table else r"\S+", text):
        if is_table and match[0] in "|\t":
            new_cell = True
            continue
        if new_cell or not words or match.start() in starts:
            cells.append(len(words))
            new_cell = False
        words.append(Word(match[0], Box(match.start(), y, match.end(), y + 1)))
    return Line(tuple(words), place.block, styled.size, styled.bold, tuple(cells)) if words else None
