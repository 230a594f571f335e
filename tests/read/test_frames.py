"""Boxes drawn on a page: those that set a text apart are read by themselves, others change nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Box
from pipeline.read import read as read_document
from pipeline.read.frames import frames_of
from pipeline.read.layout import arrange
from pipeline.read.letters import words_by_angle
from tests.read.pages import printed, read

Draw = Callable[[Canvas], object]
HEIGHT = 400
TEXT = [
    "Le moulin de la ville fut construit",
    "par des ouvriers venus de loin, dont",
    "les maisons bordent encore le chemin",
    "du port et les jardins de la rive.",
    "On y fit de la farine, puis du papier,",
    "puis plus rien du tout jusqu'à nous.",
]
ASIDE = ["Bal du moulin", "samedi 31 mars", "entrée libre"]


def lines(canvas: Canvas, texts: list[str], x: float = 20, y: float = 60) -> None:
    """Lines of ten points, fifteen apart, the first with its foot `y` below the top."""
    canvas.setFont("Helvetica", 10)
    for row, text in enumerate(texts):
        canvas.drawString(x, HEIGHT - y - 15 * row, text)


def box(canvas: Canvas, left: float, top: float, right: float, bottom: float, **look: int) -> None:
    canvas.rect(left, HEIGHT - bottom, right - left, bottom - top, **look)


def page_with(tmp_path: Path, *draw: Draw) -> Path:
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), pagesize=(400, HEIGHT))
    for some in draw:
        some(canvas)
    canvas.save()
    return path


def frames(path: Path) -> list[Box]:
    with pdfplumber.open(path) as pdf:
        page = pdf.pages[0]
        return [Box(*map(round, frame)) for frame in frames_of(page, words_by_angle(page.chars)[0])]


def texts(canvas: Canvas) -> None:
    lines(canvas, TEXT)
    lines(canvas, ASIDE, x=240, y=80)


FRAME = (230, 60, 340, 125)


def rules(canvas: Canvas) -> None:
    x0, y0, x1, y1 = FRAME
    for ends in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
        canvas.line(ends[0], HEIGHT - ends[1], ends[2], HEIGHT - ends[3])


def ground(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.8, 0.9, 1)
    box(canvas, *FRAME, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def round_corners(canvas: Canvas) -> None:
    x0, y0, x1, y1 = FRAME
    canvas.roundRect(x0, HEIGHT - y1, x1 - x0, y1 - y0, 8)


@pytest.mark.parametrize("draw", [lambda canvas: box(canvas, *FRAME), rules, ground, round_corners])
def test_a_border_or_a_ground_makes_a_frame(tmp_path: Path, draw: Draw) -> None:
    assert frames(page_with(tmp_path, draw, texts)) == [Box(*FRAME)]


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    box(canvas, *FRAME, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def grid(canvas: Canvas) -> None:
    box(canvas, 230, 60, 340, 125)
    box(canvas, 230, 125, 340, 160)


NO_FRAMES: dict[str, Draw] = {
    "a white ground": white,
    "the frame of the page": lambda canvas: box(canvas, 10, 10, 390, 390),
    "a box around one line": lambda canvas: box(canvas, 230, 68, 340, 85),
    "a box that cuts words": lambda canvas: box(canvas, 40, 60, 225, 125),
    "an empty box": lambda canvas: box(canvas, 230, 200, 340, 260),
    "a grid": grid,
}


@pytest.mark.parametrize("kind", NO_FRAMES)
def test_what_sets_no_text_apart_is_no_frame(tmp_path: Path, kind: str) -> None:
    assert frames(page_with(tmp_path, NO_FRAMES[kind], texts)) == []


def test_boxes_beside_hours_are_the_cells_of_a_timetable(tmp_path: Path) -> None:
    def timetable(canvas: Canvas) -> None:
        for top, hour in ((60, "9h30"), (120, "11h")):
            lines(canvas, [hour], y=top + 25)
            lines(canvas, ["Atelier de danse", "avec Jeanne Kervella"], x=110, y=top + 18)
            box(canvas, 100, top, 250, top + 45)

    assert frames(page_with(tmp_path, timetable)) == []


def test_boxed_events_are_read_box_by_box(tmp_path: Path) -> None:
    events = [
        ["Samedi 12 juin", "20h30", "Bal masqué du moulin"],
        ["Dimanche 13 juin", "15h", "Lecture au lavoir"],
        ["Mardi 15 juin", "18h", "Conférence de Jeanne Kervella"],
        ["Jeudi 17 juin", "20h", "Concert sur le pont"],
    ]

    def draw(canvas: Canvas) -> None:
        for number, event in enumerate(events):
            left, top = 20 + 180 * (number % 2), 60 + 90 * (number // 2)
            lines(canvas, event, x=left + 10, y=top + 15)
            box(canvas, left, top, left + 165, top + 65)

    (page,) = read_document(page_with(tmp_path, draw), "page.pdf").pages
    assert read(page.lines) == [line for event in events for line in event]


def test_a_framed_aside_set_into_a_text_is_not_mixed_with_it(tmp_path: Path) -> None:
    """The aside stands so close to the text, and level with its lines, that white space does not tell them apart."""

    def draw(canvas: Canvas) -> None:
        lines(canvas, [line[:22] for line in TEXT])
        lines(canvas, ASIDE, x=134, y=75)
        lines(canvas, [f"{TEXT[0]} et de ses habitants"], y=160)
        box(canvas, 130, 62, 230, 112)

    (page,) = read_document(page_with(tmp_path, draw), "page.pdf").pages
    assert read(page.lines)[6:9] == ASIDE


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=25), st.data())
def test_no_word_is_lost_or_doubled_however_frames_lie(places: list[tuple[int, int]], data: st.DataObject) -> None:
    words = [word for number, (x, y) in enumerate(places) for word in printed(f"w{number}", x, y)]
    sizes = st.tuples(*[st.integers(0, 150)] * 4)
    frames = tuple(Box(x, y, x + w, y + h) for x, y, w, h in data.draw(st.lists(sizes, max_size=3)))
    found = [word.text for line in arrange(words, None, frames) for word in line.words]
    assert sorted(found) == sorted(item.word.text for item in words)


def test_a_frame_is_read_where_it_stands_among_bands(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, TEXT[:2])
        lines(canvas, ASIDE, y=110)
        box(canvas, 15, 95, 200, 150)
        lines(canvas, TEXT[2:4], y=180)

    (page,) = read_document(page_with(tmp_path, draw), "page.pdf").pages
    assert read(page.lines) == [*TEXT[:2], *ASIDE, *TEXT[2:4]]
