"""The light markup of the sources: one line, one thing on the paper.

``>`` body with its logo, ``#`` title, ``##`` head, ``###`` subhead, ``^`` centred line, ``-`` bullet, ``| a | b |`` row
of a programme, ``!`` boxed aside, ``~`` coupon, ``left ... right`` dotted leader, ``---`` rule; ``=== page``,
``=== column`` and ``=== panel`` begin the next surface. Anything else is a paragraph; an empty line is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

MARKS = {">": "body", "#": "title", "##": "head", "###": "subhead", "^": "centre", "-": "bullet"}
GATHERED = {"|": "table", "!": "box", "~": "coupon"}


@dataclass(frozen=True)
class Block:
    """One thing on the paper; what is gathered (rows, a boxed aside, a coupon) keeps its lines."""

    kind: str
    text: str = ""
    lines: tuple[str, ...] = ()


def blocks(source: str) -> Iterator[Block]:
    """The blocks of a source, lines that share a frame or a table gathered into one."""
    for mark, run in groupby(source.splitlines(), key=lambda line: line[:1]):
        if mark in GATHERED:
            yield Block(GATHERED[mark], lines=tuple(line[1:].strip() for line in run))
        else:
            yield from map(_block, run)


def _block(line: str) -> Block:
    """The block of a line that stands alone."""
    if not line.strip():
        return Block("gap")
    if line.strip("-") == "":
        return Block("rule")
    if line.startswith("=== "):
        return Block("break", line[4:])
    if " ... " in line:
        return Block("leader", lines=tuple(line.split(" ... ")))
    mark, _, rest = line.partition(" ")
    return Block(MARKS[mark], rest.strip()) if mark in MARKS else Block("text", line.strip())


def cells(row: str) -> list[str]:
    """The cells of a programme's row, its own bar already taken away."""
    return [cell.strip() for cell in row.strip("| ").split("|")] if row[:1] != "|" else ["", *cells(row[1:])]


def inline(text: str) -> str:
    """Bold and italic marks as the tags the typesetter knows."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
