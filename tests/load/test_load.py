"""archive.db and private.db: what they hold, what they must not hold, and how one file takes the place of another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import load
from pipeline.archive import Archive, Decision
from pipeline.database import opened
from pipeline.errors import CannotUseFile
from pipeline.load.masking import Mask, mask_of, pictures_of
from pipeline.load.schema import PRIVATE, PUBLIC, VIEWS, Table
from pipeline.model import Issue, Mention, Venue
from pipeline.resolve import resolve
from pipeline.search import match_expression
from tests.records import INVITED, appearance, event, mention, record

SECRETS = ("jeanne@canal.example", "03 53 01 12 34")


class Loaded:
    """An archive on disk, and questions to it."""

    def __init__(self, place: Path) -> None:
        self.public, self.private = place / "archive.db", place / "private.db"

    def load(self, archive: Archive, made_from: str = "print") -> Loaded:
        load.load(archive, self.public, self.private, made_from)
        return self

    def rows(self, sql: str, *values: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.public)) as connection:
            return connection.execute(sql, values).fetchall()

    def find(self, typed: str) -> list[tuple[object, ...]]:
        sql = "select kind, ref from search_fts join search on search.id = search_fts.rowid where search_fts match ?"
        return self.rows(f"{sql} order by search.id", match_expression(typed))


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    return Loaded(tmp_path).load(resolve([INVITED], ()))


# ── the schema ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("table", PUBLIC, ids=lambda table: table.name)
def test_a_table_has_the_columns_of_the_schema(loaded: Loaded, table: Table) -> None:
    columns = [name for _, name, *_ in loaded.rows(f"pragma table_info({table.name})")]
    assert columns == list(table.columns)


@pytest.mark.parametrize(
    ("table", "column", "other"),
    [(table.name, column, other) for table in PUBLIC for column, other in table.references.items()],
)
def test_a_reference_is_a_foreign_key_and_indexed(loaded: Loaded, table: str, column: str, other: str) -> None:
    keys = {(row[3], row[2]) for row in loaded.rows(f"pragma foreign_key_list({table})")}
    indexed = {
        loaded.rows(f"pragma index_info('{index}')")[0][2]
        for _, index, *_ in loaded.rows(f"pragma index_list({table})")
    }
    assert (column, other) in keys
    assert column in indexed


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_tells_of_the_speaker(loaded: Loaded, view: str) -> None:
    loaded.load(resolve([INVITED, record("b.txt", event("Le port", "2008-01-01", *_pair()))], ()))
    assert loaded.rows(f"select count(*) from {view} where person = 'jeanne-kervella'") > [(0,)]


def _pair() -> tuple[object, ...]:
    return appearance("Jeanne Kervella"), appearance("Karim Boussaïd")


def test_the_affiliations_of_a_person_have_their_years(loaded: Loaded) -> None:
    assert loaded.rows("select person_name, function, organisation_name, first_seen, events from affiliations") == [
        ("Jeanne Kervella", "présidente", "Amis du canal", "2007-03-31", 1)
    ]


def test_two_who_shared_a_stage_are_counted_by_event_and_session(loaded: Loaded) -> None:
    both = [appearance(name, session=0) for name in ("Jeanne Kervella", "Karim Boussaïd")]
    debate = event("Débat", "2008-01-01", *both, sessions=INVITED.events[0].sessions)
    loaded.load(resolve([record("b.txt", debate)], ()))
    sql = "select person, other, events, sessions from shared_stage where person = 'jeanne-kervella'"
    assert loaded.rows(sql) == [("jeanne-kervella", "karim-boussaid", 1, 1)]


def test_an_appearance_points_to_the_words_that_say_so(loaded: Loaded) -> None:
    (mentions,) = loaded.rows("select mentions from appearances")[0]
    (raw,) = loaded.rows("select raw from mentions where id = ?", *json.loads(str(mentions)))[0]
    assert raw == "Jeanne Kervella"


def test_an_appearance_stands_in_its_session(loaded: Loaded) -> None:
    sql = "select s.title from appearances a join sessions s on s.id = a.session"
    assert loaded.rows(sql) == [("Débat",)]


def test_a_town_is_spelled_in_one_way_whatever_the_paper_shouts(loaded: Loaded) -> None:
    assert loaded.rows("select city from events union select city from venues") == [("Auxerre",)]


def test_what_a_paper_says_stays_as_printed_beside_it(loaded: Loaded) -> None:
    assert loaded.rows("select city from event_documents") == [("AUXERRE",)]


def test_a_venue_has_the_coordinates_of_its_town(loaded: Loaded) -> None:
    ((latitude, longitude),) = loaded.rows("select round(latitude), round(longitude) from venues")
    assert (latitude, longitude) == (48.0, 4.0)


def test_a_venue_in_an_unknown_town_has_none(tmp_path: Path) -> None:
    somewhere = event("Bal", "2007-03-31", venue=Venue("Salle des fêtes", city="Trifouillis"))
    loaded = Loaded(tmp_path).load(resolve([record("a.txt", somewhere)], ()))
    assert loaded.rows("select city, latitude from venues") == [("Trifouillis", None)]


def test_a_document_with_an_issue_is_doubtful(tmp_path: Path) -> None:
    doubt = Issue("extract", "weekday-mismatch", "ce jour n'est pas un lundi", page=1)
    loaded = Loaded(tmp_path).load(resolve([record("a.txt", issue=doubt)], ()))
    assert loaded.rows("select status from documents") == [("doubtful",)]


def test_a_decision_without_its_name_is_an_issue_anyone_can_list(tmp_path: Path) -> None:
    lost = Decision("rename", "person", "Nobody Known", "Somebody", at="2026-01-31", by="archives")
    loaded = Loaded(tmp_path).load(resolve([INVITED], [lost]))
    ((code, message),) = loaded.rows("select code, message from issues")
    assert code == "decision-unmatched"
    assert "Nobody Known" in str(message)


def test_a_decision_publishes_nothing_private(tmp_path: Path) -> None:
    told = Decision("correct", "title", "Marges, 03 53 01 12 34", "Marges", "2026-01-31", "archives", sha256="0" * 64)
    loaded = Loaded(tmp_path).load(resolve([INVITED], [told]))
    ((left, message),) = loaded.rows('select "left", message from decisions, issues')
    assert "03 53" not in f"{left} {message}"


def test_what_an_archivist_writes_beside_a_decision_publishes_nothing_private(tmp_path: Path) -> None:
    why, by = "vérifié avec elle au 06 99 01 12 34, +33 6 99 01 12 34", "jeanne@archives.example.org"
    told = Decision("rename", "person", "kervella@example.org", "Jeanne 0699011234", "2026-01-31", by, why)
    loaded = Loaded(tmp_path).load(resolve([INVITED], [told]))
    (row,) = loaded.rows('select "left", "right", "by", why, message from decisions, issues')
    published = " ".join(map(str, row))
    assert "vérifié avec elle au •••" in published
    assert not any(private in published for private in ("@", "99 01", "9901"))


def test_what_stood_where_a_decision_took_effect_publishes_nothing_private(tmp_path: Path) -> None:
    told = Decision("correct", "price", "5 € au 0699011234", "5 €", "2026-01-31", "archives", sha256="0" * 64)
    loaded = Loaded(tmp_path).load(resolve([record("a.txt", event("Bal", None, price=told.left))], [told]))
    assert loaded.rows("select replaced from decisions") == [("5 € au ••••••••••",)]


@pytest.mark.parametrize(("left", "applied"), [("Jeanne Kervella", 1), ("Nobody Known", 0)])
def test_a_decision_tells_whether_it_took_effect(tmp_path: Path, left: str, applied: int) -> None:
    on_name = Decision("rename", "person", left, "Jeanne Roux", "2026-01-31", "archives")
    on_fact = Decision("reject", "person", left, None, "2026-01-31", "archives", sha256="0" * 64)
    for told in (on_name, on_fact):
        loaded = Loaded(tmp_path).load(resolve([INVITED], [told]))
        assert loaded.rows("select applied from decisions") == [(applied,)]


def test_a_day_in_a_decision_is_no_telephone_number(tmp_path: Path) -> None:
    told = Decision("rename", "person", "Nobody", "Somebody", "2026-01-31", "archives", "le 12.05.1998, 10 J 45")
    loaded = Loaded(tmp_path).load(resolve([INVITED], [told]))
    assert loaded.rows("select why from decisions") == [("le 12.05.1998, 10 J 45",)]


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("2001-12-12", "2001-11-25", [("days-reversed", "a.txt")]),
        ("2001-12-12", "2001-12-12", []),
        ("2001-12-12", "2001-12", []),
        ("2001-12", "2001-12-12", []),
        ("2001-12-12", None, []),
    ],
)
def test_an_event_that_ends_before_it_begins_is_an_issue(
    tmp_path: Path, start: str, end: str | None, codes: list[tuple[str, str]]
) -> None:
    shown = replace(event("Rives", start), end=end)
    loaded = Loaded(tmp_path).load(resolve([record("a.txt", shown)], ()))
    assert loaded.rows("select code, document from issues") == codes


def test_an_addition_where_something_else_stands_says_what_to_do(tmp_path: Path) -> None:
    lost = Decision("add", "function", "Jeanne Kervella", "maire", "2026-01-31", "archives", sha256="f" * 64)
    loaded = Loaded(tmp_path).load(resolve([INVITED], [lost]))
    ((message,),) = loaded.rows("select message from issues")
    assert "« maire » (function)" in str(message)
    assert "« correct »" in str(message)


def test_a_decision_without_its_fact_is_an_issue_anyone_can_list(tmp_path: Path) -> None:
    lost = Decision("reject", "price", "5 €", None, at="2026-01-31", by="archives", sha256="f" * 64)
    loaded = Loaded(tmp_path).load(resolve([INVITED], [lost]))
    ((code, message),) = loaded.rows("select code, message from issues")
    assert code == "decision-unmatched"
    assert "« 5 € » (price)" in str(message)


# ── full text ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("kervella", {"person", "page"}),
        ("collectivite riveraine", {"event", "page"}),
        ("amis du canal", {"organisation"}),
        ("maison des associations", {"venue"}),
    ],
)
def test_all_that_can_be_found_is_found(loaded: Loaded, typed: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in loaded.find(typed)} == kinds


def test_names_are_not_stemmed(loaded: Loaded) -> None:
    people = [event("Vernissage", "2007-03-31", appearance("Ana Durand"), appearance("Ana Durant"))]
    loaded.load(resolve([record("a.txt", *people)], ()))
    assert ("person", "ana-durant") not in loaded.find("durand")


# ── what is private ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_private_is_anywhere_in_the_published_file(loaded: Loaded, secret: str) -> None:
    assert secret.encode() not in loaded.public.read_bytes()


def test_what_is_private_is_kept_apart(loaded: Loaded) -> None:
    with closing(sqlite3.connect(loaded.private)) as connection:
        found = connection.execute("select kind, raw, person from contacts order by id").fetchall()
    assert found == [("email", SECRETS[0], "Jeanne Kervella"), ("phone", SECRETS[1], None)]


def hidden_on(text: str, *mentions: Mention) -> object:
    """What is to be blacked out on the picture of a page of 10 by 2, one word a unit wide, one line a unit high."""
    made = record("a.txt", event("Vernissage", "2007-03-31"), text=text, mentions=mentions)
    (page,) = made.document.pages
    document = replace(made.document, pages=(replace(page, width=10, unit="px"),))
    seen = replace(made, document=document)
    (row,) = pictures_of(seen, mask_of(seen))
    return json.loads(str(row["hidden"]))


def test_the_words_of_a_number_are_hidden_by_one_box_in_shares_of_the_page() -> None:
    text = "Vernissage\nTél. 03 53 01 12 34 le soir"
    assert hidden_on(text, mention(1, "phone", "03 53 01 12 34", text)) == [[0.1, 0.5, 0.6, 1.0]]


def test_a_number_is_hidden_wherever_it_stands_again() -> None:
    text = "03 53 01 12 34\nou 03 53 01 12 34"
    assert hidden_on(text, mention(1, "phone", "03 53 01 12 34", text)) == [[0, 0, 0.5, 0.5], [0.1, 0.5, 0.6, 1.0]]


def test_an_address_nobody_recognised_is_hidden_all_the_same() -> None:
    assert hidden_on("Vernissage\nécrire à a.b@canal.example") == [[0.2, 0.5, 0.3, 1.0]]


def test_nothing_is_hidden_where_nothing_is_private() -> None:
    text = "Vernissage\nsamedi 31 mars"
    assert hidden_on(text, mention(1, "date", "samedi 31 mars", text)) == []


def test_a_text_has_no_pictures_to_be_published() -> None:
    assert list(pictures_of(INVITED, mask_of(INVITED))) == []


def test_the_private_file_has_no_table_of_the_published_one() -> None:
    assert not {table.name for table in PUBLIC} & {table.name for table in PRIVATE}


def test_a_masked_text_keeps_its_length_so_that_mentions_keep_their_places(loaded: Loaded) -> None:
    ((text,),) = loaded.rows("select text from pages")
    assert len(str(text)) == len(INVITED.document.pages[0].text)


@given(st.text("ab @.\n"), st.lists(st.text("ab@.", min_size=1), max_size=3))
def test_masking_leaves_no_private_word_and_every_line_in_its_place(text: str, words: list[str]) -> None:
    masked = Mask(tuple(sorted(words, key=len, reverse=True)))(text) or ""
    assert not [word for word in words if word in masked]
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


def test_an_address_nobody_recognised_is_masked_all_the_same() -> None:
    assert Mask(())("écrire à a.b@canal.example") == "écrire à •••••••••••••••••"


def test_of_a_paper_nothing_was_extracted_from_no_text_is_published(tmp_path: Path) -> None:
    unread = record("a.txt", text="Tél. 03 53 01 12 34")
    unread = replace(unread, made_by=replace(unread.made_by, extractor=None, model=None), issues=())
    loaded = Loaded(tmp_path).load(resolve([unread], ()))
    assert b"12 34" not in loaded.public.read_bytes()
    assert loaded.rows("select status, text, code from documents d join pages join issues") == [
        ("doubtful", None, "not-extracted")
    ]


def test_of_a_paper_whose_extraction_failed_no_text_is_published(tmp_path: Path) -> None:
    broken = replace(record("a.txt", text="Tél. 03 53 01 12 34"), issues=(Issue("extract", "unexpected", "Panne."),))
    assert Loaded(tmp_path).load(resolve([broken], ())).rows("select text from pages") == [(None,)]


# ── one file for another ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def reader(loaded: Loaded) -> Iterator[sqlite3.Connection]:
    """Someone who has the archive open."""
    with opened(loaded.public) as connection:
        connection.execute("select count(*) from events").fetchone()
        yield connection


def test_a_reader_goes_on_in_the_old_file_while_a_new_one_takes_its_place(
    loaded: Loaded, reader: sqlite3.Connection
) -> None:
    loaded.load(resolve([], ()), "other")
    assert reader.execute("select count(*) from events").fetchone() == (1,)
    assert loaded.rows("select count(*) from events") == [(0,)]


def test_a_crash_while_loading_leaves_the_old_archive(loaded: Loaded) -> None:
    before = loaded.public.read_bytes(), loaded.private.read_bytes()
    twice = resolve([INVITED], ())
    broken = Archive([*twice.records, *twice.records], twice.events, twice.people, twice.organisations, twice.venues)
    with pytest.raises(sqlite3.IntegrityError):
        loaded.load(broken)
    assert (loaded.public.read_bytes(), loaded.private.read_bytes()) == before


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotUseFile, match=r"nowhere/archive\.db"):
        Loaded(tmp_path / "nowhere").load(resolve([], ()))


def test_what_a_crash_left_behind_does_not_hinder_the_next_run(loaded: Loaded) -> None:
    loaded.public.with_name("archive.db.new").write_bytes(b"half a database")
    loaded.load(resolve([INVITED], ()))
    assert load.faults(loaded.public) == ()


def test_the_same_records_make_the_same_file(loaded: Loaded, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    assert Loaded(tmp_path / "again").load(resolve([INVITED], ())).public.read_bytes() == loaded.public.read_bytes()


def test_a_file_that_is_no_database_has_a_fault_and_no_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(b"no database" * 100)
    assert (len(load.faults(path)), load.fingerprint_of(path)) == (1, None)
