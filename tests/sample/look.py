"""What a document looks like: paper, letters, colours; all of it read from ``sources/layout.yml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A3, A4, A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PAPERS = {"A3": A3, "A4": A4, "A5": A5, "A4-landscape": landscape(A4)}
LIBERATION = "/usr/share/fonts/truetype/liberation/Liberation{}.ttf"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVu{}.ttf"
FACES = {  # family: path, then regular, bold, italic, bold italic
    "serif": (LIBERATION, "Serif-Regular", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"),
    "sans": (LIBERATION, "Sans-Regular", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic"),
    "narrow": (LIBERATION, "SansNarrow-Regular", "SansNarrow-Bold", "SansNarrow-Italic", "SansNarrow-BoldItalic"),
    "mono": (LIBERATION, "Mono-Regular", "Mono-Bold", "Mono-Italic", "Mono-BoldItalic"),
    "dejavu": (DEJAVU, "SansCondensed", "SansCondensed-Bold", "SansCondensed-Oblique", "SansCondensed-BoldOblique"),
    "dejavu-serif": (
        DEJAVU,
        "SerifCondensed",
        "SerifCondensed-Bold",
        "SerifCondensed-Italic",
        "SerifCondensed-BoldItalic",
    ),
}
BUILT_IN = {"times": "Times-Roman", "helvetica": "Helvetica"}


@dataclass(frozen=True)
class Look:
    """The choices a printer would make for one paper; lengths in points."""

    paper: str = "A4"
    font: str = "serif"
    size: float = 10
    title: float = 22
    margin: float = 40
    ink: str = "#111111"
    accent: str = "#111111"
    ground: str | None = None
    columns: int = 1
    top: float = 0  # height of the band above the columns
    cover: int = 0  # the panel printed on a solid colour, counted from 1
    widths: list[float] = field(default_factory=list)  # columns of a programme
    centred: bool = False
    ruled: bool = False
    frame: bool = False
    typed: bool = False
    pages: int = 1

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return PAPERS[self.paper]


def read_look(choices: dict[str, Any]) -> Look:
    """A look whose letters are ready for use."""
    look = Look(**choices)
    if look.font not in BUILT_IN:
        _register(look.font)
    return look


def face(look: Look) -> str:
    """The name of the upright letters."""
    return BUILT_IN.get(look.font, look.font)


def style(look: Look, kind: str) -> ParagraphStyle:
    """How a block of that kind is set; everything follows from the size of the text."""
    size, bold = look.size, f"<{kind}>" in "<title><head><subhead><body>"
    scale = {"title": look.title / size, "head": 1.35, "subhead": 1.12, "body": 1.08}.get(kind, 1)
    centred = kind == "centre" or (look.centred and kind in {"title", "head", "subhead", "body", "text", "coupon"})
    long_lines = kind == "text" and not look.centred and look.columns == 1
    return ParagraphStyle(
        kind,
        fontName=pdfmetrics.getFont(face(look)).fontName if not bold else _bold(look),
        fontSize=size * scale,
        leading=size * scale * (1.12 if kind == "title" else 1.28),
        textColor=look.accent if kind in {"title", "subhead"} else look.ink,
        alignment=TA_CENTER if centred else TA_JUSTIFY if long_lines else TA_LEFT,
        spaceBefore=size * {"title": 0.5, "head": 0.4, "subhead": 0.7}.get(kind, 0),
        spaceAfter=size * {"title": 0.5, "head": 0.4, "subhead": 0.3}.get(kind, 0.08),
        leftIndent=size * 1.1 if kind == "bullet" else 0,
        bulletIndent=size * 0.2,
    )


def _bold(look: Look) -> str:
    """The name of the bold letters."""
    return {"times": "Times-Bold", "helvetica": "Helvetica-Bold"}.get(look.font, f"{look.font}-bold")


def _register(family: str) -> None:
    """Make the four faces of a family known, so that bold and italic marks find theirs."""
    path, *faces = FACES[family]
    names = [family, f"{family}-bold", f"{family}-italic", f"{family}-bolditalic"]
    for name, file in zip(names, faces, strict=True):
        pdfmetrics.registerFont(TTFont(name, path.format(file)))
    pdfmetrics.registerFontFamily(family, *names)
