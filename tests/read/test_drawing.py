"""Pictures of pages for the screen show them as their boxes count."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline import read
from pipeline.folder import page_image
from pipeline.read.drawing import LONG_SIDE, blacken, keep
from tests.read.drawing import draw


@pytest.mark.parametrize(("rotation", "size"), [(0, (80, 60)), (90, (60, 80)), (180, (80, 60))])
def test_a_picture_is_turned_as_the_page_was(tmp_path: Path, rotation: int, size: tuple[int, int]) -> None:
    keep(Image.new("RGB", (80, 60)), rotation, tmp_path / "1.webp")
    with Image.open(tmp_path / "1.webp") as picture:
        assert (picture.format, picture.size) == ("WEBP", size)


def test_a_large_page_is_drawn_at_reading_size(tmp_path: Path) -> None:
    keep(Image.new("RGB", (4 * LONG_SIDE, LONG_SIDE)), 0, tmp_path / "1.webp")
    with Image.open(tmp_path / "1.webp") as picture:
        assert picture.size == (LONG_SIDE, LONG_SIDE // 4)


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.webp", "b.webp"):
        keep(draw(), 0, tmp_path / name)
    assert (tmp_path / "a.webp").read_bytes() == (tmp_path / "b.webp").read_bytes()


@pytest.mark.parametrize(
    ("at", "value"),
    [((50, 50), 0), ((22, 50), 0), ((12, 50), 255), ((88, 50), 255), ((50, 22), 255)],
    ids=["inside", "in its margin", "left", "right", "above"],
)
def test_a_spot_is_blacked_out_with_a_small_margin(tmp_path: Path, at: tuple[int, int], value: int) -> None:
    Image.new("RGB", (100, 100), "white").save(tmp_path / "1.webp", lossless=True)
    blacken(tmp_path / "1.webp", [(0.25, 0.4, 0.75, 0.6)], tmp_path / "2.webp")
    with Image.open(tmp_path / "2.webp") as picture:
        assert abs(int(np.asarray(picture.convert("L"))[at[1], at[0]]) - value) < 30


def test_a_page_read_by_ocr_keeps_its_picture_under_the_checksum_of_its_document(tmp_path: Path) -> None:
    draw().rotate(90, expand=True).save(tmp_path / "a.png")
    with ThreadPoolExecutor(1) as executor:
        ((_, outcome),) = read.read_all([("a.png", tmp_path / "a.png")], executor, images=tmp_path / "images")
    document = outcome()
    with Image.open(page_image(tmp_path / "images", document.sha256, 1)) as picture:
        assert picture.size == (document.pages[0].width, document.pages[0].height)


def test_pages_that_were_not_drawn_to_be_read_are_drawn_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for text in ("Samedi 31 mars 2007, première page", "Samedi 31 mars 2007, deuxième page"):
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    document = read.read(path, "a.pdf")
    first = page_image(tmp_path / "images", document.sha256, 1)
    first.parent.mkdir(parents=True)
    first.write_bytes(b"drawn before")
    read.draw(path, document, tmp_path / "images")
    assert sorted(each.name for each in first.parent.iterdir()) == ["1.webp", "2.webp"]
    assert first.read_bytes() == b"drawn before"
