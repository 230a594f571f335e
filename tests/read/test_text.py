"""Plain text and Markdown: the words a reader sees, each in its column and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Page
from pipeline.read.text import decode, read_text
from tests.read.pages import read


def pages(tmp_path: Path, content: str | bytes) -> tuple[Page, ...]:
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_text(path)[0]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("été".encode(), "été"),
        ("été".encode("utf-8-sig"), "été"),
        ("été, 5 €, œuvre".encode("cp1252"), "été, 5 €, œuvre"),
        (b"\x81 bal", "\N{REPLACEMENT CHARACTER} bal"),
        (b"", ""),
    ],
    ids=["utf-8", "with a mark", "windows", "neither", "empty"],
)
def test_the_encodings_of_french_texts_are_told_apart(content: bytes, text: str) -> None:
    assert decode(content) == text


@given(st.binary())
def test_no_bytes_are_too_odd_to_be_decoded(content: bytes) -> None:
    assert isinstance(decode(content), str)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old macintosh"])
def test_lines_end_as_systems_end_them(tmp_path: Path, end: str) -> None:
    (page,) = pages(tmp_path, f"Samedi 31 mars{end}Joigny{end}")
    assert page.text == "Samedi 31 mars\nJoigny"


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    assert [(page.number, page.text) for page in pages(tmp_path, "recto\fverso\f")] == [(1, "recto"), (2, "verso")]


def test_a_word_stands_in_its_column_and_line(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "Bal\n\n   à Joigny")
    assert page.lines[1].words[1] == ("Joigny", (5, 2, 11, 3), 1.0)


def test_an_empty_line_begins_a_paragraph(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "un\ndeux\n\ntrois")
    assert [line.block for line in page.lines] == [0, 0, 1]


@pytest.mark.parametrize(
    ("row", "text", "size", "bold"),
    [
        ("# Les écluses", "Les écluses", 2.0, True),
        ("### Samedi", "Samedi", 1.3, True),
        ("**Joigny**, salle des fêtes", "Joigny, salle des fêtes", 1.0, False),
        ("**Joigny**", "Joigny", 1.0, True),
        ("*avec* Jeanne Kervella", "avec Jeanne Kervella", 1.0, False),
        ("* un point", "- un point", 1.0, False),
        ("[le programme](https://canal.example)", "le programme", 1.0, False),
        ("<jeanne@canal.example>", "jeanne@canal.example", 1.0, False),
        (r"2007 \* entrée libre", "2007 * entrée libre", 1.0, False),
        ("snake_case_name", "snake_case_name", 1.0, False),
        ("n°5 * 3 = 15", "n°5 * 3 = 15", 1.0, False),
    ],
)
def test_marks_become_typography_and_leave_the_text(
    tmp_path: Path, row: str, text: str, size: float, bold: object
) -> None:
    ((line,),) = [page.lines for page in pages(tmp_path, row)]
    assert (line.text, line.size, line.bold) == (text, size, bold)


@pytest.mark.parametrize("rule", ["---", "* * *", "=====", "~~~~", "\\" * 6, "| --- | :-: |"])
def test_a_rule_is_no_text(tmp_path: Path, rule: str) -> None:
    (page,) = pages(tmp_path, f"avant\n{rule}\naprès")
    assert [line.text for line in page.lines] == ["avant", "après"]


@pytest.mark.parametrize("row", ["| 9h15 | Accueil du public | Kervella |", "9h15\tAccueil du public\tKervella"])
def test_the_cells_of_a_table_are_known(tmp_path: Path, row: str) -> None:
    ((line,),) = [page.lines for page in pages(tmp_path, row)]
    assert (line.text, line.cells) == ("9h15 Accueil du public Kervella", (0, 1, 4))


def test_a_row_whose_cell_goes_on_in_the_next_line_of_the_file_stays_a_row(tmp_path: Path) -> None:
    (page,) = pages(
        tmp_path, "| 20 mars | Jeanne Kervella &\nKarim Boussaïd | Salle 2 |\n| 17 juin | Aude Morvan | Salle 1 |"
    )
    assert read(page.lines) == [
        "20 mars | Jeanne Kervella & Karim Boussaïd | Salle 2",
        "17 juin | Aude Morvan | Salle 1",
    ]


@given(st.lists(st.text("abcé '.,", min_size=1).filter(str.strip), min_size=1))
def test_no_word_of_a_plain_text_is_lost(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    (page,) = pages(tmp_path_factory.getbasetemp(), "\n".join(rows))
    assert page.text.split() == " ".join(rows).split()
