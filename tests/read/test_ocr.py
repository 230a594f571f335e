"""Pictures of words are read, however they are printed, turned and scanned."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont

from pipeline.model import Page
from pipeline.read import ocr
from pipeline.read.ocr import Sheet, fit, read_picture, read_sheet, resolution_for
from tests.read.drawing import FONT, LINES, draw


def _text(picture: Image.Image) -> list[str]:
    return [line.text for line in read_picture(picture).lines]


def _page(picture: Image.Image) -> Page:
    return read_sheet(picture, Sheet(1, picture.width, picture.height, "px", "why"))[0]


def test_the_words_are_read_with_their_accents() -> None:
    assert _text(draw()) == list(LINES)


@pytest.mark.parametrize(
    ("paper", "ink"),
    [((20, 20, 30), (240, 240, 230)), ((150, 30, 30), (255, 220, 90)), ((200, 200, 200), (90, 90, 90))],
)
def test_light_words_on_a_dark_or_coloured_ground_are_read(paper: tuple[int, ...], ink: tuple[int, ...]) -> None:
    assert _text(draw(paper=paper, ink=ink)) == list(LINES)


def test_small_pictures_are_read() -> None:
    assert _text(draw(size=16)) == list(LINES)


def test_a_line_too_long_to_be_read_at_once_loses_no_word() -> None:
    words = ["Rencontre", "avec", "Élodie", "Garçon"] * 20
    banner = draw([], size=24).resize((8_400, 120))
    ImageDraw.Draw(banner).text((30, 40), " ".join(words), (0, 0, 0), ImageFont.truetype(FONT, 24))
    assert _text(banner) == [" ".join(words)]


def test_uneven_light_and_noise_are_read_through() -> None:
    clean = np.asarray(draw()).astype(float)
    light = np.linspace(0.45, 1.0, clean.shape[1])[None, :, None]
    noise = np.random.default_rng(1).normal(0, 8, clean.shape)
    assert _text(Image.fromarray(np.clip(clean * light + noise, 0, 255).astype(np.uint8))) == list(LINES)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_turned_back_and_says_by_how_much(turn: int) -> None:
    page = _page(draw().rotate(turn, expand=True))
    assert page.rotation == turn
    assert (page.width, page.height) == draw().size
    assert [line.text for line in page.lines] == list(LINES)


@pytest.mark.parametrize("skew", [-3, -1.2, 2])
def test_a_skewed_page_is_read_in_order(skew: float) -> None:
    assert _text(draw().rotate(skew, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))) == list(LINES)


@pytest.mark.parametrize("skew", [0, 2])
def test_the_box_of_a_word_holds_its_ink_and_little_else(skew: float) -> None:
    picture = draw(["", "Médiathèque", ""]).rotate(skew, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    ink = ImageChops.invert(picture.convert("L")).getbbox()
    assert ink is not None
    word = read_picture(picture).lines[0].words[0]
    assert word.text == "Médiathèque"
    assert np.abs(np.array(word.box) - np.array(ink)).max() < 16


@pytest.mark.parametrize(("paper", "ink", "noise"), [(255, 0, 0), (200, 60, 10), (30, 240, 5)])
def test_a_word_begins_and_ends_where_its_ink_does(paper: int, ink: int, noise: float) -> None:
    words = {"Illusions": 60, "jamais": 225, "l'été": 350, "mai": 480, "Jour": 550, "à": 690, "Mimizan": 730}
    sheet = draw([], (paper,) * 3, size=45)
    inked = []
    for word, left in words.items():
        alone = Image.new("L", sheet.size)
        ImageDraw.Draw(alone).text((left, 60), word, 255, ImageFont.truetype(FONT, 32))
        sheet.paste((ink,) * 3, mask=alone)
        inked.append(alone.getbbox())
    grain = np.random.default_rng(3).normal(0, noise, (sheet.height, sheet.width, 1))
    (line,) = read_picture(Image.fromarray(np.clip(np.asarray(sheet) + grain, 0, 255).astype(np.uint8))).lines
    assert tuple(word.text for word in line.words) == tuple(words)
    off = [(word.box.x0 - box[0], word.box.x1 - box[2]) for word, box in zip(line.words, inked, strict=True) if box]
    assert np.abs(off).max() < 2


def test_boxes_are_in_pixels_of_the_picture_times_the_scale() -> None:
    plain, halved = (read_picture(draw(), scale).lines[0].box for scale in (1.0, 0.5))
    assert np.allclose(np.array(plain) / 2, np.array(halved))


def test_a_line_that_runs_up_the_margin_is_read_after_the_others() -> None:
    picture = draw()
    picture.paste(draw(["Imprimé par nos soins"], size=24).crop((50, 50, 400, 110)).rotate(90, expand=True), (740, 40))
    assert _text(picture) == [*LINES, "Imprimé par nos soins"]


def test_a_blank_page_is_an_issue_and_not_a_silence() -> None:
    page, issues = read_sheet(Image.new("RGB", (400, 300), "white"), Sheet(3, 400, 300, "px", "why"))
    assert page.lines == ()
    assert [(issue.code, issue.page) for issue in issues] == [("page-blank", 3)]


def test_a_page_that_takes_too_long_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "TIMEOUT", -1)
    _, issues = read_sheet(draw(), Sheet(2, 800, 600, "px", "why"))
    assert [(issue.code, issue.page) for issue in issues] == [("ocr-timeout", 2)]


def test_the_same_picture_is_read_the_same_twice() -> None:
    assert read_picture(draw()) == read_picture(draw())


@given(st.integers(1, 9_000), st.integers(1, 9_000))
def test_no_page_is_drawn_larger_than_memory_allows(width: int, height: int) -> None:
    dots = resolution_for(width, height) / 72
    assert width * dots * height * dots <= ocr.MAX_PIXELS * 1.001


def test_a_picture_too_large_is_scaled_down_and_says_by_how_much() -> None:
    small, zoom = fit(Image.new("1", (9_000, 6_000)))
    assert small.width * small.height == pytest.approx(ocr.MAX_PIXELS, rel=0.01)
    assert small.width == pytest.approx(9_000 * zoom, abs=1)


def test_a_sheet_that_holds_its_flyer_twice_is_read_once_and_says_so() -> None:
    flyer = draw()
    sheet = Image.new("RGB", (2 * flyer.width, flyer.height), "white")
    for copy in range(2):
        sheet.paste(flyer, (copy * flyer.width, 0))
    page, issues = read_sheet(sheet, Sheet(1, sheet.width, sheet.height, "px", "why"))
    assert [line.text for line in page.lines] == list(LINES)
    assert [issue.code for issue in issues] == ["page-repeated"]
