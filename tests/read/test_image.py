"""Pictures of any kind are opened, in bounded memory, and keep their size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import PictureTooLarge
from pipeline.read import image, ocr, read
from tests.read.drawing import LINES, draw


def _saved(picture: Image.Image, path: Path, **options: object) -> Path:
    picture.save(path, **options)
    return path


def test_every_page_of_a_tiff_is_read(tmp_path: Path) -> None:
    sheets = [draw(["Première page"]), draw(["Deuxième page"])]
    path = _saved(sheets[0], tmp_path / "a.tif", save_all=True, append_images=sheets[1:])
    assert [page.text for page in read(path, "a.tif").pages] == ["Première page", "Deuxième page"]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "RGBA", "I;16"])
def test_every_kind_of_colour_is_read(tmp_path: Path, mode: str) -> None:
    grey = np.asarray(draw().convert("L"))
    picture = Image.fromarray(grey.astype(np.uint16) << 8) if mode == "I;16" else draw().convert(mode)
    (page,) = read(_saved(picture, tmp_path / "a.tif"), "a.tif").pages
    assert [line.text for line in page.lines] == list(LINES)


def test_dark_letters_on_a_transparent_ground_are_read(tmp_path: Path) -> None:
    ink = draw().convert("L").point(lambda grey: 255 - grey)
    picture = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    picture.putalpha(ink)
    (page,) = read(_saved(picture, tmp_path / "a.png"), "a.png").pages
    assert [line.text for line in page.lines] == list(LINES)


def test_a_photo_taken_on_its_side_is_turned_as_the_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[image.ORIENTATION] = 6
    path = _saved(draw().rotate(90, expand=True), tmp_path / "a.jpg", exif=exif)
    (page,) = read(path, "a.jpg").pages
    assert (page.rotation, page.width, page.height) == (0, *draw().size)


def test_a_large_picture_keeps_its_size_though_it_is_read_smaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "MAX_PIXELS", 200_000)
    plain = draw(size=80)
    (page,) = read(_saved(plain, tmp_path / "a.jpg"), "a.jpg").pages
    assert (page.width, page.height) == plain.size
    assert page.lines[0].box.x0 == pytest.approx(60, abs=20)


def test_a_picture_that_does_not_fit_into_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "LARGEST", 100_000)
    with pytest.raises(PictureTooLarge, match="JPEG"):
        read(_saved(draw(), tmp_path / "a.png"), "a.png")


def test_a_photo_of_a_telephone_is_read() -> None:
    path = Path(__file__).with_name("bal.heic")  # drawn by `draw` at 20 pixels, written by pillow-heif at quality 20
    document = read(path, "bal.heic")
    (page,) = document.pages
    assert (document.media_type, page.width, page.height) == ("image/heic", 400, 190)
    assert [line.text for line in page.lines] == ["Bal du canal à Joigny", "Samedi 31 mars 2007"]
