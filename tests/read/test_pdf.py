"""PDF: letters made into words, text at any angle, the text layer or OCR by evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.messages import say
from pipeline.model import Page
from pipeline.read import read as read_document
from tests.read.pages import read

Draw = Callable[[Canvas], None]
MakePdf = Callable[[Draw], Path]

PROSE = [
    "Le moulin de la ville fut construit par des ouvriers venus de loin,",
    "leurs maisons bordent encore le chemin du port et les jardins.",
]


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Makes a one-page PDF of 400 by 400 points."""

    def make(draw: Draw) -> Path:
        path = tmp_path / "page.pdf"
        canvas = Canvas(str(path), pagesize=(400, 400))
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.save()
        return path

    return make


def lines(canvas: Canvas, texts: list[str], x: float = 20, y: float = 341) -> None:
    for row, text in enumerate(texts):
        canvas.drawString(x, y - 15 * row, text)


def page_of(path: Path) -> Page:
    (page,) = read_document(path, "page.pdf").pages
    return page


def test_letters_spaced_out_by_the_typesetter_are_words(make_pdf: MakePdf) -> None:
    path = make_pdf(lambda canvas: canvas.drawString(20, 300, "PORTES OUVERTES AU MOULIN", charSpace=4))
    assert read(page_of(path).lines) == ["PORTES OUVERTES AU MOULIN"]


def test_small_capitals_belong_to_their_word(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(20, 300, "Jeanne K")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(20 + canvas.stringWidth("Jeanne K", "Helvetica", 10), 300, "ERVELLA")

    assert read(page_of(make_pdf(draw)).lines) == ["Jeanne KERVELLA"]


def test_letters_in_any_order_are_read_where_they_stand(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text = "écluses et moulins"
        for index in range(len(text) - 1, -1, -1):
            canvas.drawString(20 + canvas.stringWidth(text[:index], "Helvetica", 10), 300, text[index].strip())

    assert read(page_of(make_pdf(draw)).lines) == ["écluses et moulins"]


def test_letters_printed_twice_are_read_once_and_bold(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(20, 300, "Grande salle du moulin")
        canvas.drawString(20.3, 300, "Grande salle du moulin")

    (line,) = page_of(make_pdf(draw)).lines
    assert (line.text, line.bold) == ("Grande salle du moulin", True)


def test_accents_drawn_apart_are_set_on_their_letters(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        x = 20 + canvas.stringWidth("Journ", "Helvetica", 10)
        canvas.drawString(20, 300, "Journ")
        canvas.drawString(x + 1, 300, "\u00b4")
        canvas.drawString(x, 300, "ees annuelles")

    assert read(page_of(make_pdf(draw)).lines) == ["Journées annuelles"]


def test_narrow_gaps_between_words_part_them(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        x = 20.0
        for word in ("les", "technologies", "du", "moulin"):
            canvas.drawString(x, 300, word)
            x += canvas.stringWidth(word, "Helvetica", 10) + 1.7

    assert read(page_of(make_pdf(draw)).lines) == ["les technologies du moulin"]


@pytest.mark.parametrize("angle", [90, 180, 270, 33], ids="{} degrees".format)
def test_turned_text_is_read_and_its_boxes_stand_on_the_page(make_pdf: MakePdf, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, PROSE)
        canvas.translate(200, 150)
        canvas.rotate(angle)
        canvas.drawString(-60, 10, "Entrée libre et goûter")
        canvas.drawString(-60, -4, "offert à toutes et tous")

    page = page_of(make_pdf(draw))
    assert read(page.lines) == [*PROSE, "Entrée libre et goûter", "offert à toutes et tous"]
    assert all(
        120 < (word.box.x0 + word.box.x1) / 2 < 280 and 170 < (word.box.y0 + word.box.y1) / 2 < 330
        for line in page.lines[2:]
        for word in line.words
    )


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(make_pdf: MakePdf, rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        if rotation == 90:
            canvas.translate(400, 0)
        elif rotation == 180:
            canvas.translate(400, 400)
        else:
            canvas.translate(0, 400)
        canvas.rotate(rotation)
        lines(canvas, PROSE)

    page = page_of(make_pdf(draw))
    assert read(page.lines) == PROSE
    assert page.lines[0].box.y0 < page.lines[1].box.y0 < 80


# ── the text layer or OCR ────────────────────────────────────────────────────────────────────────────────────────────


def picture_of(texts: list[str], size: int = 400) -> ImageReader:
    """A scan: the texts as an image, white around."""
    image = Image.new("L", (size * 4, size * 4), 255)
    for row, text in enumerate(texts):
        ImageDraw.Draw(image).text((80, 200 + 60 * row), text, fill=0, font=ImageFont.load_default(40))
    return ImageReader(image)


def scan(canvas: Canvas, texts: list[str]) -> None:
    canvas.drawImage(picture_of(texts), 0, 0, 400, 400)


def hide(canvas: Canvas, texts: list[str]) -> None:
    """The texts where the scan shows its own, invisible."""
    hidden = canvas.beginText(20, 341)
    hidden.setTextRenderMode(3)
    hidden.setLeading(15)
    hidden.textLines(texts)
    canvas.drawText(hidden)


def test_a_good_text_layer_is_used_and_the_reason_told(make_pdf: MakePdf) -> None:
    page = page_of(make_pdf(lambda canvas: lines(canvas, PROSE)))
    assert (page.source, page.reason) == ("text-layer", say("text-layer-good"))


def test_a_list_of_names_is_no_garbage(make_pdf: MakePdf) -> None:
    names = ["Jeanne Kervella", "Karim Boussaïd", "Anne Le Goff", "Wenjun Zhang", "Zbigniew Wójcik", "Yann Quémener"]
    page = page_of(make_pdf(lambda canvas: lines(canvas, names * 3)))
    assert page.reason == say("text-layer-good")


def test_a_page_without_text_layer_is_read_by_ocr(make_pdf: MakePdf) -> None:
    page = page_of(make_pdf(lambda canvas: scan(canvas, PROSE)))
    assert (page.source, page.reason) == ("ocr", say("no-text-layer"))
    assert "ouvriers venus" in page.text


def test_a_layer_without_sense_is_replaced(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas, PROSE)
        hide(canvas, [text.translate({code: code + 1 for code in range(ord("a"), ord("z"))}) for text in PROSE])

    page = page_of(make_pdf(draw))
    assert (page.source, page.reason) == ("ocr", say("text-layer-garbled"))


def test_poor_ocr_hidden_over_a_scan_is_replaced(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas, PROSE)
        hide(canvas, ["Lc mou1in dc la viIlc ful conslruil par dcs ouvricrs vcnus dc 1oin"])

    page = page_of(make_pdf(draw))
    assert (page.source, page.reason) == ("ocr", say("text-layer-scan"))
    assert "ouvriers venus" in page.text


def test_good_ocr_hidden_over_a_scan_is_kept(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas, PROSE)
        hide(canvas, PROSE)

    assert page_of(make_pdf(draw)).source == "text-layer"


def test_a_layer_that_holds_a_fraction_of_the_print_is_completed(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas, PROSE)
        lines(canvas, ["Mairie de la ville : salle des fêtes"], y=40)

    page = page_of(make_pdf(draw))
    assert (page.source, page.reason) == ("ocr", say("text-layer-partial"))
    assert "ouvriers venus" in page.text
    assert "salle des fêtes" in page.text


def test_a_picture_without_words_does_not_change_the_layer(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas, [])
        lines(canvas, ["Mairie de la ville : salle des fêtes"], y=40)

    page = page_of(make_pdf(draw))
    assert (page.source, page.reason) == ("text-layer", say("text-layer-kept"))


def test_ocr_can_be_asked_for(make_pdf: MakePdf) -> None:
    (page,) = read_document(make_pdf(lambda canvas: lines(canvas, PROSE)), "page.pdf", "always").pages
    assert (page.source, page.reason) == ("ocr", say("ocr-wanted"))


def test_where_ocr_is_excluded_a_page_without_layer_is_an_issue(make_pdf: MakePdf) -> None:
    document = read_document(make_pdf(lambda canvas: scan(canvas, PROSE)), "page.pdf", "never")
    ((page,), (issue,)) = (document.pages, document.issues)
    assert (page.lines, issue.code) == ((), "ocr-unwanted")


def test_a_flyer_printed_twice_on_a_sheet_is_read_once_and_that_is_told(make_pdf: MakePdf) -> None:
    flyer = ["Bal du moulin", "samedi 31 mars 2007 à 20h30", "avec Jeanne Kervella, accordéon", "entrée libre"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, flyer)
        lines(canvas, flyer, x=220)

    document = read_document(make_pdf(draw), "page.pdf")
    assert read(document.pages[0].lines) == flyer
    assert [(issue.code, issue.page) for issue in document.issues] == [("page-repeated", 1)]
