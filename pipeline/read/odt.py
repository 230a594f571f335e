"""ODT (odfdo): paragraphs, headings, lists and tables of a text document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from odfdo import Document, Element
from odfdo.style_base import StyleBase

from pipeline.model import Issue, Page
from pipeline.read.locked import why_closed
from pipeline.read.paragraphs import Paragraph, page_of

BEARERS = (
    "descendant::*[self::text:p or self::text:h or self::table:table-row]"
    "[not(ancestor::table:table-row) and not(ancestor::text:p)]"
)
"""Paragraphs and headings outside tables, and rows of tables, in order; a text box belongs to its paragraph."""
GROUP = "ancestor::*[self::text:list or self::table:table][1]"
ORDINARY = 12.0
"""Points; what LibreOffice sets where a document says nothing."""


def read_odt(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """The whole document as one page.

    Raises `EncryptedFile` when a password is needed, `BrokenFile` when it is no OpenDocument text.
    """
    try:
        paragraphs = list(_paragraphs(Document(path)))
    except (BadZipFile, XMLSyntaxError, KeyError, ValueError, TypeError, OSError) as error:
        raise why_closed(path) from error
    return (page_of(paragraphs),), ()


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """The items of a list and the rows of a table share a block."""
    block, group = 0, None
    for bearer in _find(document.body, BEARERS):
        before, group = group, next((found.serialize() for found in _find(bearer, GROUP)), None)
        block += group is None or group != before
        if bearer.tag == "table:table-row":
            yield Paragraph(tuple(str(cell) for cell in _find(bearer, "table:table-cell")), block)
        else:
            rank = int(str(bearer.get_attribute("text:outline-level") or 1)) if bearer.tag == "text:h" else 0
            size, bold = _look(document, bearer)
            for line in str(bearer).split("\n"):
                yield Paragraph((line,), block, rank, size, bold)


def _look(document: Document, bearer: Element) -> tuple[float, bool]:
    """The relative size and the weight of a paragraph, as its style or the style of all its text sets them."""
    names = [("paragraph", bearer.get_attribute("text:style-name"))]
    spans = [span for span in _find(bearer, "text:span") if str(span).strip()]
    if spans and "".join(str(span) for span in spans).strip() == str(bearer).strip():
        names += [("text", span.get_attribute("text:style-name")) for span in spans]
    sizes, weights = [], []
    for family, name in names:
        style = document.get_style(family, str(name)) if name else None
        properties = (style.get_properties(area="text") or {}) if isinstance(style, StyleBase) else {}
        sizes.append(str(properties.get("fo:font-size", "")))
        weights.append(properties.get("fo:font-weight") == "bold")
    points = [float(size.removesuffix("pt")) for size in sizes if size.endswith("pt")]
    return round(max(points) / ORDINARY, 2) if points else 1.0, weights[0] or (len(weights) > 1 and all(weights[1:]))


def _find(element: Element, path: str) -> list[Element]:
    return [found for found in element.xpath(path) if isinstance(found, Element)]
