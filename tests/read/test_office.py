"""Word, OpenDocument, RTF and HTML: text, headings, lists and tables as they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from pipeline.errors import BrokenFile, EncryptedFile
from pipeline.model import Line, Page
from pipeline.read import read
from pipeline.read.media import media_type_of

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0 {\fonttbl{\f0 Arial;}}
\pard R\'e9union publique\par\par Samedi 31 mars 2007\par
\trowd\cellx2000\cellx6000\pard\intbl 9h\cell Accueil\cell\row}"""
HTML = """<!DOCTYPE html><html><head><title>Jamais lu</title><style>p {color: red}</style></head><body>
<h1>Les écluses</h1><p>Avec <b>Jeanne Kervella</b>,<br>présidente</p><p><strong>Entrée libre</strong></p>
<ul><li>un</li><li>deux</li></ul><table><tr><td>9h</td><td>Accueil</td></tr></table><script>alert(1)</script></body>"""
TEXT_BOX = (
    f"<w:p {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:r>"
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>Dans un cadre</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Dans un cadre</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def page_of(path: Path) -> Page:
    document = read(path, path.name)
    assert not document.issues
    return document.pages[0]


def line(page: Page, text: str) -> Line:
    return next(line for line in page.lines if line.text == text)


@pytest.fixture
def word(tmp_path: Path) -> Callable[[], Page]:
    def make() -> Page:
        document = docx.Document()
        document.sections[0].header.paragraphs[0].text = "Les Amis du canal"
        document.add_paragraph().add_run("LES ÉCLUSES").font.size = Pt(28)
        document.add_heading("Programme", 1)
        document.add_paragraph("Samedi 31 mars").add_run().font.size = Pt(11)
        document.add_paragraph().add_run("Entrée libre").bold = True
        document.add_paragraph("un", style="List Bullet")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "9h", "Accueil du public"
        document.element.body.insert(0, parse_xml(TEXT_BOX))
        for text in ("une", "deux", "trois"):
            document.add_paragraph().add_run(text).font.size = Pt(11)
        document.save(str(tmp_path / "tract.docx"))
        return page_of(tmp_path / "tract.docx")

    return make


def test_a_word_document_is_read_from_header_to_end(word: Callable[[], Page]) -> None:
    texts = [line.text for line in word().lines]
    assert texts[:4] == ["Les Amis du canal", "Dans un cadre", "LES ÉCLUSES", "Programme"]


def test_a_text_box_is_read_once(word: Callable[[], Page]) -> None:
    assert [line.text for line in word().lines].count("Dans un cadre") == 1


def test_letters_set_large_in_word_are_large(word: Callable[[], Page]) -> None:
    assert line(word(), "LES ÉCLUSES").size == pytest.approx(28 / 11, abs=0.01)


def test_a_heading_in_word_is_large_and_bold(word: Callable[[], Page]) -> None:
    heading = line(word(), "Programme")
    assert (heading.size, heading.bold) == (2.0, True)


def test_bold_words_in_word_make_a_bold_line(word: Callable[[], Page]) -> None:
    assert line(word(), "Entrée libre").bold


def test_a_row_of_a_word_table_keeps_its_cells(word: Callable[[], Page]) -> None:
    assert line(word(), "9h Accueil du public").cells == (0, 1)


@pytest.fixture
def open_document(tmp_path: Path) -> Page:
    document = odfdo.Document("text")
    document.body.clear()
    style = odfdo.Style("paragraph", name="gros", area="text", size="24pt", bold=True)
    document.insert_style(style, automatic=True)
    document.body.append(odfdo.Paragraph("LES ÉCLUSES", style="gros"))
    document.body.append(odfdo.Header(2, "Programme"))
    document.body.append(odfdo.Paragraph("Samedi 31 mars"))
    document.body.append(odfdo.List(["un", "deux"]))
    table = odfdo.Table("t", width=2, height=1)
    table.set_values([["9h", "Accueil"]])
    document.body.append(table)
    document.save(tmp_path / "tract.odt")
    return page_of(tmp_path / "tract.odt")


def test_an_open_document_is_read_in_order(open_document: Page) -> None:
    texts = [line.text for line in open_document.lines]
    assert texts == ["LES ÉCLUSES", "Programme", "Samedi 31 mars", "un", "deux", "9h Accueil"]


def test_the_style_of_an_open_document_gives_size_and_weight(open_document: Page) -> None:
    title = line(open_document, "LES ÉCLUSES")
    assert (title.size, title.bold) == (2.0, True)


def test_a_heading_of_an_open_document_keeps_its_rank(open_document: Page) -> None:
    assert line(open_document, "Programme").size == pytest.approx(1.6)


def test_the_items_of_a_list_stand_together(open_document: Page) -> None:
    assert line(open_document, "un").block == line(open_document, "deux").block


def test_a_row_of_an_open_document_keeps_its_cells(open_document: Page) -> None:
    assert line(open_document, "9h Accueil").cells == (0, 1)


def test_rich_text_is_read_with_its_accents_and_cells(tmp_path: Path) -> None:
    (tmp_path / "tract.rtf").write_bytes(RTF)
    lines = page_of(tmp_path / "tract.rtf").lines
    assert [line.text for line in lines] == ["Réunion publique", "Samedi 31 mars 2007", "9h Accueil"]
    assert lines[-1].cells == (0, 1)


def test_a_web_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    texts = [line.text for line in page_of(tmp_path / "page.html").lines]
    assert texts == ["Les écluses", "Avec Jeanne Kervella,", "présidente", "Entrée libre", "un", "deux", "9h Accueil"]


@pytest.mark.parametrize("name", ["tract.docx", "tract.odt"])
def test_a_damaged_office_file_is_called_broken(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04" + b"not a zip at all" * 10)
    with pytest.raises(BrokenFile):
        read(path, name)


def test_a_word_document_with_a_password_is_called_encrypted(tmp_path: Path) -> None:
    stored = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "tract.docx").write_bytes(stored)
    with pytest.raises(EncryptedFile, match=r"tract\.docx est protégé par un mot de passe"):
        read(tmp_path / "tract.docx", "tract.docx")


def test_an_opendocument_with_a_password_is_called_encrypted(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "tract.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", b"\x8f\x01 what nobody can read")
        part = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest>{part}</manifest:manifest>")
    with pytest.raises(EncryptedFile, match=r"tract\.odt est protégé par un mot de passe"):
        read(tmp_path / "tract.odt", "tract.odt")


def test_a_document_without_any_text_is_an_issue(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "blanc.docx"))
    assert [issue.code for issue in read(tmp_path / "blanc.docx", "blanc.docx").issues] == ["page-blank"]


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("photo", b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
        ("photo.jpg", b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("tract", b"{\\rtf1\\ansi", "application/rtf"),
        ("page", b"\xef\xbb\xbf\n<!DOCTYPE HTML>", "text/html"),
        ("ancien.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        (
            "tableau.xlsx",
            b"PK\x03\x04[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("lot.zip", b"PK\x03\x04a.txt", "application/zip"),
    ],
)
def test_a_format_is_told_by_its_first_bytes(name: str, head: bytes, media_type: str) -> None:
    assert media_type_of(name, head) == media_type
