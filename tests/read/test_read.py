"""A file that cannot be read says which it is, what is wrong and what to do."""

from __future__ import annotations

import hashlib
import io
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline import read
from pipeline.errors import BrokenFile, EmptyFile, EncryptedFile, UnreadableDocument, UnsupportedKind
from pipeline.read.schedule import IN_FLIGHT


def pdf(text: str, password: str | None = None) -> bytes:
    """A PDF of one page with a text layer."""
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(72, 720, text)
    canvas.save()
    return stream.getvalue()


WHOLE = pdf("Samedi 31 mars 2007, Maison des associations de Joigny")

BAD: dict[str, tuple[bytes, type[UnreadableDocument]]] = {
    "empty.pdf": (b"", EmptyFile),
    "blank.txt": (b" \n\t\r\n ", EmptyFile),
    "locked.pdf": (pdf("Samedi", password="secret"), EncryptedFile),
    "cut-short.pdf": (WHOLE[: len(WHOLE) // 3], BrokenFile),
    "no-pdf.pdf": (b"%PDF-1.4\nnothing follows", BrokenFile),
    "picture.jpg": (b"\xff\xd8\xff\xe0 no picture", BrokenFile),
    "picture.png": (b"\x89PNG\r\n\x1a\n no picture", BrokenFile),
    "sound.mp3": (b"ID3\x03", UnsupportedKind),
    "programme": (b"\x00\x01\x02", UnsupportedKind),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path: Path, name: str) -> None:
    content, kind = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(kind, match=name):
        read.read(path, name)


def test_a_bad_file_is_named_with_its_folder_and_without_jargon(tmp_path: Path) -> None:
    path = tmp_path / "affiche.pdf"
    path.write_bytes(BAD["cut-short.pdf"][0])
    with pytest.raises(BrokenFile) as raised:
        read.read(path, "1998/affiche.pdf")
    assert str(raised.value).startswith("1998/affiche.pdf est abîmé et n'a pas pu être ouvert. ")


@pytest.mark.parametrize(("name", "kind"), [("liste.XLSX", ".xlsx"), ("programme", "application/octet-stream")])
def test_a_kind_that_is_not_read_is_named_by_what_the_archivist_sees(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x00\x01\x02")
    with pytest.raises(UnsupportedKind, match=re.escape(f"({kind})")):
        read.read(path, name)


def test_a_good_file_keeps_its_checksum_size_and_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(WHOLE)
    document = read.read(path, "1998/a.pdf")
    assert (document.id, document.sha256) == ("1998/a.pdf", hashlib.sha256(WHOLE).hexdigest())
    assert (document.bytes, document.media_type) == (len(WHOLE), "application/pdf")


def test_a_page_with_a_text_layer_is_not_put_through_ocr(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(WHOLE)
    (page,) = read.read(path, "a.pdf").pages
    assert (page.source, page.text) == ("text-layer", "Samedi 31 mars 2007, Maison des associations de Joigny")


def test_a_file_is_known_by_its_bytes_though_its_name_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WHOLE)
    assert read.read(path, "a.txt").media_type == "application/pdf"


def test_every_file_comes_back_once_also_those_that_fail(tmp_path: Path) -> None:
    for number in range(IN_FLIGHT + 3):
        (tmp_path / f"{number}.txt").write_text("Bal" if number % 2 else "", "utf-8")
    with ThreadPoolExecutor(2) as executor:
        outcomes = dict(read.read_all(((path.name, path) for path in sorted(tmp_path.iterdir())), executor))
    assert len(outcomes) == IN_FLIGHT + 3
    for name, outcome in outcomes.items():
        with nullcontext() if int(name.removesuffix(".txt")) % 2 else pytest.raises(EmptyFile):
            assert outcome().id == name


@pytest.mark.parametrize(
    ("version", "current"),
    [(read.VERSION, True), (f"{read.VERSION}+PP-OCRv6", True), (f"{read.VERSION}0", False), ("0", False)],
)
def test_another_version_of_the_reader_reads_again(version: str, current: object) -> None:
    assert read.is_current(version) is current
