"""French full text: what people type finds what is printed, and nothing they type is ever a syntax error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.load.schema import FULL_TEXT
from pipeline.search import match_expression, readable, stems

PAGES = {
    1: "Marges de manœuvre des collectivités riveraines",
    2: "La collectivité riveraine et ses élus",
    3: "Débat avec Jean-Philippe Aubépin, proposé par l’AITEC",
    4: "L'œuvre au programme : chœur d'enfants et orchestre",
    5: "Assemblée générale : rap-\nport moral, élection du conseil",
    6: "Une journée à lʼAITEC, école d’été",  # the letter apostrophe U+02BC, which SQLite takes for part of the word
    7: "La e\u0301cole normale",  # an accent as a character of its own
    8: "Durand et Durant, deux artisans",
}


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """The pages above, indexed as archive.db has them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(FULL_TEXT)
        connection.executemany(
            "insert into search_fts (rowid, title, text, stem, facets) values (?, '', ?, ?, '')",
            [(number, readable(text), stems(text)) for number, text in PAGES.items()],
        )
        yield connection


def found(index: sqlite3.Connection, typed: str) -> set[int]:
    sql = "select rowid from search_fts where search_fts match ?"
    return {number for (number,) in index.execute(sql, [match_expression(typed)])}


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        # accents and capitals may be left out
        ("aubepin", {3}),
        ("AUBÉPIN", {3}),
        ("Jean-Philippe Aubépin", {3}),
        ("ecole", {6, 7}),
        ("école", {6, 7}),
        # singular and plural, with and without accents
        ("collectivité riveraine", {1, 2}),
        ("collectivites riveraines", {1, 2}),
        ("collectivite riveraine", {1, 2}),
        ("élu", {2}),
        ("elus", {2}),
        ("enfant", {4}),
        ("assemblées générales", {5}),
        # elisions, with whichever apostrophe
        ("aitec", {3, 6}),
        ("l'AITEC", {3, 6}),
        ("l’aitec", {3, 6}),
        ("lʼaitec", {3, 6}),
        # ligatures
        ("oeuvre", {4}),
        ("œuvre", {4}),
        ("choeur", {4}),
        ("manoeuvre", {1}),
        # a word parted at the end of a line
        ("rapport", {5}),
        # phrases, exclusions, beginnings
        ('"rapport moral"', {5}),
        ('"moral rapport"', set()),
        ("collectivités -marges", {2}),
        ("collect*", {1, 2}),
        ("collectivités -élus -marges", set()),
        # names are near but not the same: quoted, a word is meant exactly
        ('"Durand" -"Durant"', set()),
        # small words do not narrow a search
        ("la collectivité de la", {1, 2}),
        # nothing that can be found
        ("", set()),
        ('"', set()),
        ("-", set()),
        ("* ( ) AND OR NOT NEAR :", set()),
        ("-collectivités", set()),
    ],
)
def test_what_people_type_finds_what_is_printed(index: sqlite3.Connection, typed: str, pages: set[int]) -> None:
    assert found(index, typed) == pages


@given(st.text() | st.text("\"'*-:(){}^+ aéœNEARnotORand\n\0"))
def test_nothing_people_type_is_a_syntax_error(index: sqlite3.Connection, typed: str) -> None:
    assert found(index, typed) <= set(PAGES)


@given(st.sampled_from(sorted({word for text in PAGES.values() for word in readable(text).split()})))
def test_every_printed_word_finds_its_page(index: sqlite3.Connection, word: str) -> None:
    pages = {number for number, text in PAGES.items() if word in readable(text).split()}
    assert match_expression(word) == match_expression("") or found(index, word) >= pages
