"""Blocks of markup set as the typesetter's flowables, in the look of their document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, FrameBreak, HRFlowable, PageBreak, Paragraph, Preformatted, Spacer, Table

from tests.sample.emblem import Emblem
from tests.sample.look import Look, face, style
from tests.sample.markup import Block, blocks, cells, inline

Logos = dict[str, dict[str, str]]


def typeset(source: str, look: Look, logos: Logos) -> list[Flowable]:
    """All that is printed of a source, in its order."""
    if look.typed:
        return [Preformatted(source, style(look, "typed"))]
    setter = Setter(look, logos)
    return [flowable for block in blocks(source) for flowable in setter.set(block)]


class Setter:
    """Sets one document; a method for each kind of block that is more than a paragraph."""

    def __init__(self, look: Look, logos: Logos) -> None:
        self.look = look
        self.logos = logos
        self.panel = 1
        self.first_column = look.columns == 2  # its break comes with the first subhead

    def set(self, block: Block) -> Iterator[Flowable]:
        """The flowables of a block."""
        if block.kind == "subhead" and self.first_column:
            self.first_column = False
            yield FrameBreak()
        if block.kind in {"break", "box", "coupon", "table", "leader", "rule", "gap", "body"}:
            yield from getattr(self, f"_{block.kind}")(block)
        else:
            yield self._paragraph(block.kind, block.text)

    def _paragraph(self, kind: str, text: str) -> Paragraph:
        """A plain paragraph; on the cover panel everything is white and centred."""
        look = self.look
        if look.cover == self.panel:
            look = replace(look, ink="#ffffff", accent="#ffffff", centred=True)
        return Paragraph(inline(text), style(look, kind), bulletText="•" if kind == "bullet" else None)

    def _gap(self, _block: Block) -> Iterator[Flowable]:
        yield Spacer(1, self.look.size * 0.55)

    def _rule(self, _block: Block) -> Iterator[Flowable]:
        yield HRFlowable(width="100%", color=HexColor(self.look.accent), spaceBefore=4, spaceAfter=4)

    def _break(self, block: Block) -> Iterator[Flowable]:
        self.panel += 1
        yield PageBreak() if block.text == "page" else FrameBreak()
        if self.look.cover == self.panel:
            yield Spacer(1, self.look.size * 8)

    def _body(self, block: Block) -> Iterator[Flowable]:
        known = [logo for name, logo in self.logos.items() if name in block.text]
        if not known:
            yield self._paragraph("body", block.text)
            return
        white = {"colour": "#ffffff"} if self.look.cover == self.panel else {}
        yield Emblem(block.text, style(self.look, "body"), known[0] | white)

    def _leader(self, block: Block) -> Iterator[Flowable]:
        left, right = block.lines
        width = self.look.sheet[0] - 2 * self.look.margin - 14
        taken = stringWidth(left + right, face(self.look), self.look.size)
        dots = "." * int((width * 0.92 - taken) / stringWidth(".", face(self.look), self.look.size))
        yield self._paragraph("centre", f"{left} {dots} {right}")

    def _box(self, block: Block) -> Iterator[Flowable]:
        inner = [flowable for part in blocks("\n".join(block.lines)) for flowable in self.set(part)]
        colour = HexColor(self.look.accent)
        frame = [("BOX", (0, 0), (-1, -1), 0.8, colour), *_padding(self.look.size * 0.6)]
        yield Table([[inner]], style=frame, spaceBefore=self.look.size * 0.4, spaceAfter=self.look.size * 0.4)

    def _coupon(self, block: Block) -> Iterator[Flowable]:
        inner = [self._paragraph("text", line) for line in block.lines]
        spaced = [part for line in inner for part in (line, Spacer(1, self.look.size * 0.35))]
        dashes = ("BOX", (0, 0), (-1, -1), 0.8, HexColor(self.look.ink), None, (3, 3))
        gap = self.look.size * 0.8
        yield Table([[spaced]], style=[dashes, *_padding(self.look.size * 0.7)], spaceBefore=gap)

    def _table(self, block: Block) -> Iterator[Flowable]:
        rows = [self._row(cells(line)) for line in block.lines]
        lines = [("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(self.look.size * (0.45 if self.look.ruled else 0.16))]
        if self.look.ruled or self.look.ground:
            lines.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(self.look.accent)))
        yield Table(rows, colWidths=self.look.widths, style=lines, spaceBefore=4, spaceAfter=4)

    def _row(self, texts: list[str]) -> list[list[Paragraph]]:
        """A row of the programme; a semicolon begins a new line in its cell."""
        upright = style(replace(self.look, centred=False, columns=2), "text")
        padded = texts + [""] * (len(self.look.widths) - len(texts))
        return [[Paragraph(inline(part.strip()), upright) for part in text.split(";")] for text in padded]


def _padding(size: float) -> list[tuple[object, ...]]:
    """The same padding on all four sides of a table's cells."""
    return [(f"{side}PADDING", (0, 0), (-1, -1), size) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
