"""extracted/*.json: everything survives the round trip, and the same record gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import store
from pipeline.errors import DamagedExtraction
from pipeline.model import (
    Appearance,
    Box,
    Contact,
    Document,
    Event,
    Issue,
    Line,
    MadeBy,
    Mention,
    Organisation,
    Page,
    Record,
    Session,
    Venue,
    Word,
)

words = st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=8)
edges = st.floats(0, 5000).map(lambda value: round(value, 2))
shares = st.floats(0, 1).map(lambda value: round(value, 3))
boxes = st.builds(Box, edges, edges, edges, edges)
texts = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.integers(1, 9)
lines = st.lists(st.builds(Word, words, boxes, shares.map(lambda s: round(s, 2))), min_size=1, max_size=4).flatmap(
    lambda found: st.builds(
        Line,
        words=st.just(tuple(found)),
        block=st.integers(0, 9),
        size=edges,
        bold=st.booleans(),
        cells=st.sampled_from([(0,), (0, len(found) - 1)] if len(found) > 1 else [(0,)]),
        centred=st.booleans(),
        broken=st.booleans(),
    )
)
pages = st.builds(
    Page,
    number=numbers,
    width=edges,
    height=edges,
    unit=st.sampled_from(["pt", "px", "char"]),
    source=st.sampled_from(["text-layer", "ocr", "text"]),
    lines=st.lists(lines, max_size=3).map(tuple),
    rotation=st.sampled_from([0, 90, 180, 270]),
    confidence=shares,
    reason=texts,
)
organisations = st.builds(Organisation, words, texts, texts)
events = st.builds(
    Event,
    title=texts,
    start=st.none() | st.dates().map(str),
    venue=st.builds(Venue, texts, texts, texts, words),
    sessions=st.lists(st.builds(Session, texts, texts, texts, texts), max_size=2).map(tuple),
    organisations=st.lists(organisations, max_size=2).map(tuple),
    appearances=st.lists(
        st.builds(Appearance, words, words, texts, st.none() | organisations, st.none() | numbers), max_size=2
    ).map(tuple),
    contacts=st.lists(st.builds(Contact, st.sampled_from(["email", "phone"]), words, texts), max_size=2).map(tuple),
    evidence=st.dictionaries(words, st.lists(numbers, max_size=2).map(tuple), max_size=2),
    confidence=st.dictionaries(words, shares, max_size=2),
)
mentions = st.builds(
    Mention,
    id=numbers,
    kind=st.sampled_from(["person", "date", "venue"]),
    raw=words,
    value=words,
    page=numbers,
    start=numbers,
    end=numbers,
    boxes=st.lists(boxes, max_size=2).map(tuple),
    source=words,
    confidence=shares,
)
records = st.builds(
    Record,
    document=st.builds(
        Document,
        id=st.just("2007/a.txt"),
        sha256=words,
        media_type=words,
        bytes=numbers,
        pages=st.lists(pages, max_size=2).map(tuple),
        issues=st.lists(st.builds(Issue, st.just("read"), words, words, st.none() | numbers), max_size=1).map(tuple),
    ),
    made_by=st.builds(MadeBy, words, words, texts, texts),
    mentions=st.lists(mentions, max_size=2).map(tuple),
    events=st.lists(events, max_size=2).map(tuple),
    issues=st.lists(st.builds(Issue, st.just("extract"), words, words, st.none() | numbers), max_size=1).map(tuple),
)

RECORD = Record(
    Document("2007/a.txt", "00ff", "text/plain", 12),
    MadeBy("1", "r", "e", "m"),
    events=(Event(title="Les écluses", start="2007-03-31"),),
)


@given(records)
def test_a_record_survives_the_round_trip(record: Record) -> None:
    assert store.loads(store.dumps(record)) == record


@given(records)
def test_what_is_written_is_json(record: Record) -> None:
    assert json.loads(store.dumps(record))["schema"] == store.SCHEMA


@given(records)
def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert store.dumps(store.loads(store.dumps(record))) == store.dumps(record)


def test_the_header_is_read_without_the_rest(tmp_path: Path) -> None:
    path = store.save(RECORD, tmp_path)
    beginning = "".join(path.read_text("utf-8").splitlines(keepends=True)[:2])
    path.write_text(beginning + "no JSON from here on", "utf-8")
    assert store.read_header(path) == store.Header("00ff", RECORD.document.media_type, RECORD.made_by)


def test_the_extracted_folder_mirrors_raw(tmp_path: Path) -> None:
    assert store.save(RECORD, tmp_path) == tmp_path / "2007" / "a.txt.json"


def test_accents_are_written_as_letters(tmp_path: Path) -> None:
    assert "Les écluses" in store.save(RECORD, tmp_path).read_text("utf-8")


def test_nothing_unfinished_is_left_beside_the_file(tmp_path: Path) -> None:
    path = store.save(RECORD, tmp_path)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": 1}',
        store.dumps(RECORD).replace('"schema": 1', '"schema": 99'),
        store.dumps(RECORD).replace('"title"', '"titel"'),
        store.dumps(RECORD)[:-30],
    ],
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt.json"
    path.write_text(text, "utf-8")
    with pytest.raises(DamagedExtraction, match=r"a\.txt\.json"):
        store.load(path)


@pytest.mark.parametrize(
    "text", ["", "{", '{"schema": 99,\n"document": {}\n', '{"schema": 1,\n"document": {"id": 3,\n']
)
def test_a_damaged_header_is_no_header(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt.json"
    path.write_text(text, "utf-8")
    assert store.read_header(path) is None


def test_an_absent_file_has_no_header(tmp_path: Path) -> None:
    assert store.read_header(tmp_path / "absent.json") is None
