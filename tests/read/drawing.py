"""Pictures of words, made where a test needs them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

FONT = str(Path(reportlab.__file__).with_name("fonts") / "Vera.ttf")
PAPER, INK = (255, 255, 255), (0, 0, 0)
LINES = ("Samedi 31 mars 2007 à 20h30", "Rencontre avec Élodie Garçon", "Médiathèque de la Grand-Rue", "Entrée libre")


def draw(
    lines: Sequence[str] = LINES, paper: tuple[int, ...] = PAPER, ink: tuple[int, ...] = INK, size: int = 40
) -> Image.Image:
    """A sheet with one line below the other, the first at 60, 60."""
    sheet = Image.new("RGB", (20 * size, 10 + 3 * size * (len(lines) + 1)), paper)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, size)
    for number, line in enumerate(lines):
        pen.text((60, 60 + 3 * size * number), line, ink, font)
    return sheet
