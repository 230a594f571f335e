"""The emblems of the sample's bodies: a simple drawn shape, then the name."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from tests.sample.markup import inline


def _wave(canvas: Canvas, size: float) -> None:
    """Three strokes of water."""
    canvas.setLineWidth(size / 9)
    for row in range(3):
        y = size * (0.2 + 0.3 * row)
        canvas.bezier(0, y, size * 0.35, y + size * 0.3, size * 0.65, y - size * 0.3, size, y)


def _bars(canvas: Canvas, size: float) -> None:
    """A skyline."""
    for place, height in enumerate((0.5, 0.9, 0.65, 1.0)):
        canvas.rect(size * place / 4, 0, size / 5, size * height, stroke=0, fill=1)


def _ring(canvas: Canvas, size: float) -> None:
    """A ring and its heart."""
    canvas.setLineWidth(size / 8)
    canvas.circle(size / 2, size / 2, size * 0.42)
    canvas.circle(size / 2, size / 2, size * 0.14, stroke=0, fill=1)


def _triangle(canvas: Canvas, size: float) -> None:
    """Two triangles that lean on each other."""
    for shift in (0, size * 0.42):
        path = canvas.beginPath()
        path.moveTo(shift, 0)
        path.lineTo(shift + size * 0.3, size * 0.95)
        path.lineTo(shift + size * 0.58, 0)
        canvas.drawPath(path, stroke=0, fill=1)


def _bobbin(canvas: Canvas, size: float) -> None:
    """A bobbin of thread."""
    canvas.rect(0, 0, size, size * 0.16, stroke=0, fill=1)
    canvas.rect(0, size * 0.84, size, size * 0.16, stroke=0, fill=1)
    canvas.setLineWidth(size / 14)
    for thread in range(5):
        y = size * (0.24 + 0.12 * thread)
        canvas.line(size * 0.2, y, size * 0.8, y + size * 0.05)


def _staff(canvas: Canvas, size: float) -> None:
    """Five lines and a note."""
    canvas.setLineWidth(size / 24)
    for line in range(5):
        canvas.line(0, size * (0.1 + 0.2 * line), size, size * (0.1 + 0.2 * line))
    canvas.ellipse(size * 0.3, size * 0.2, size * 0.62, size * 0.42, stroke=0, fill=1)
    canvas.setLineWidth(size / 14)
    canvas.line(size * 0.6, size * 0.3, size * 0.6, size * 0.98)


def _reel(canvas: Canvas, size: float) -> None:
    """A strip of film."""
    canvas.setLineWidth(size / 12)
    canvas.rect(0, size * 0.1, size, size * 0.8)
    for hole in range(4):
        for y in (0.2, 0.7):
            canvas.rect(size * (0.12 + 0.22 * hole), size * y, size * 0.1, size * 0.1, stroke=0, fill=1)


SHAPES: dict[str, Callable[[Canvas, float], None]] = {
    "wave": _wave,
    "bars": _bars,
    "ring": _ring,
    "triangle": _triangle,
    "bobbin": _bobbin,
    "staff": _staff,
    "reel": _reel,
}


class Emblem(Flowable):
    """A body's shape with its name beside it."""

    def __init__(self, text: str, style: ParagraphStyle, logo: dict[str, str]) -> None:
        super().__init__()
        self.logo = logo
        self.size = style.fontSize * 1.9
        beside = style.clone("beside", alignment=0, textColor=logo["colour"], fontSize=style.fontSize * 1.05)
        self.name = Paragraph(inline(text), beside)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self.text_height = self.name.wrap(width - self.size * 1.4, height)
        self.height = max(self.size, self.text_height) + self.size * 0.35
        return width, self.height

    def draw(self) -> None:
        middle = self.height / 2
        self.canv.saveState()
        self.canv.setFillColor(self.logo["colour"])
        self.canv.setStrokeColor(self.logo["colour"])
        self.canv.translate(0, middle - self.size / 2)
        SHAPES[self.logo["shape"]](self.canv, self.size)
        self.canv.restoreState()
        self.name.drawOn(self.canv, self.size * 1.4, middle - self.text_height / 2)
