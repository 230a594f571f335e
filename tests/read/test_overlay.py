"""The picture of a reading: boxes of lines over the page, in the page's own proportions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline import read
from pipeline.model import Box, Line, Page, Word


def is_coloured(path: Path, corner: tuple[float, float]) -> bool:
    """Whether the picture is neither white nor grey at a point given as shares of its width and height."""
    with Image.open(path) as picture:
        pixel = picture.convert("RGB").getpixel((int(corner[0] * picture.width), int(corner[1] * picture.height)))
    assert isinstance(pixel, tuple)
    return max(pixel) - min(pixel) > 40


def a_page(unit: str, rotation: int = 0) -> Page:
    line = Line((Word("Fête", Box(50, 100, 150, 120)),))
    return Page(1, 200, 400, unit, "ocr", (line,), rotation)  # type: ignore[arg-type]


def test_a_line_of_a_pdf_is_framed_where_it_stands(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(200, 400))
    canvas.showPage()
    canvas.save()
    (picture,) = read.show(tmp_path / "a.pdf", [a_page("pt")], tmp_path / "vues")
    assert is_coloured(picture, (0.5, 0.3 - 0.0005))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_line_of_a_turned_picture_is_framed_as_it_is_read(tmp_path: Path, rotation: int) -> None:
    size = (400, 200) if rotation % 180 else (200, 400)
    Image.new("RGB", size, "white").save(tmp_path / "a.png")
    (picture,) = read.show(tmp_path / "a.png", [a_page("px", rotation)], tmp_path / "vues")
    with Image.open(picture) as shown:
        assert shown.width < shown.height
    assert is_coloured(picture, (0.5, 0.3 - 0.0005))


def test_a_document_without_pages_has_no_pictures(tmp_path: Path) -> None:
    assert read.show(tmp_path / "a.pdf", [], tmp_path / "vues") == []
