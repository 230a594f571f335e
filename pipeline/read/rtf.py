"""RTF (striprtf): the text; RTF knows no headings, and its tables become rows of cells."""

from __future__ import annotations

from pathlib import Path

from striprtf.striprtf import rtf_to_text

from pipeline.errors import BrokenFile
from pipeline.model import Issue, Page
from pipeline.read.paragraphs import Paragraph, page_of


def read_rtf(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """The whole document as one page; empty lines part its blocks. Raises `BrokenFile` when it is damaged."""
    try:
        text = str(rtf_to_text(path.read_bytes().decode("cp1252", errors="replace"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError) as error:
        raise BrokenFile(file=path.name) from error
    block, paragraphs = 0, []
    for line in text.split("\n"):
        block += not line.strip()
        paragraphs.append(Paragraph(tuple(line.split("|")), block))
    return (page_of(paragraphs),), ()
