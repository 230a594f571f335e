"""Paper: the frames in which a document is set, its ground and its frame, and the PDF that comes of them."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from tests.sample.look import Look


def press(story: list[Flowable], look: Look) -> bytes:
    """The story as a PDF; too many pages mean that the text ran over, which no printer would let pass."""
    out = BytesIO()
    paper = BaseDocTemplate(out, pagesize=look.sheet, invariant=1, pageCompression=1)
    paper.addPageTemplates(
        PageTemplate(frames=_frames(look), onPage=lambda canvas, doc: _ground(canvas, doc.page, look))
    )
    paper.build(story)
    if paper.page != look.pages:
        raise ValueError(f"the text fills {paper.page} pages, not {look.pages}")
    return out.getvalue()


def _frames(look: Look) -> list[Frame]:
    """One frame per column, below the band across the top where there is one."""
    width, height = look.sheet
    inner = width - 2 * look.margin
    below = height - 2 * look.margin - look.top
    gutter = look.margin * (2 if look.columns == 3 else 0.5)
    column = (inner - gutter * (look.columns - 1)) / look.columns
    band = [Frame(look.margin, look.margin + below, inner, look.top, 0, 0, 0, 0)] if look.top else []
    return band + [
        Frame(look.margin + place * (column + gutter), look.margin, column, below, 0, 0, 0, 0)
        for place in range(look.columns)
    ]


def _ground(canvas: Canvas, page: int, look: Look) -> None:
    """What is printed before the text: the ground colour, the cover panel, a frame round the page."""
    width, height = look.sheet
    if look.ground:
        canvas.setFillColor(look.ground)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
    if look.cover and page == 1:
        panel = width / look.columns
        canvas.setFillColor(look.accent)
        canvas.rect(panel * (look.cover - 1), 0, panel, height, stroke=0, fill=1)
    if look.frame:
        canvas.setStrokeColor(look.accent)
        for inset, weight in ((14, 2), (19, 0.6)):
            canvas.setLineWidth(weight)
            canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
