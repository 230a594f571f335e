"""The story as a whole: what is done, what is left alone, what happens to a document that cannot be read."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import extract, read, run, store
from pipeline.errors import DamagedDecisions
from pipeline.folder import Folder
from tests.conftest import INVITATION, MakeArchive


def build(folder: Folder) -> list[str]:
    """Everything `carton run` does; the documents that were read or extracted, in order."""
    done: list[str] = []
    run.read_documents(folder, run.plan_reading(folder), lambda name: done.append(f"read {name}"))
    run.extract_documents(folder, run.plan_extraction(folder), lambda name: done.append(f"extract {name}"))
    run.load_archive(folder)
    return done


def rows(folder: Folder, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.database)) as connection:
        return connection.execute(sql).fetchall()


def record_of(folder: Folder, document_id: str) -> store.Record:
    return store.load(store.path_of(folder.extracted, document_id))


def pdf(text: str) -> bytes:
    """A PDF of one page with a text layer."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 720, text)
    canvas.save()
    return stream.getvalue()


def decide(folder: Folder, *, action: str, left: str, right: str) -> None:
    decision = {"action": action, "kind": "person", "left": left, "right": right, "at": "2026-01-31", "by": "archives"}
    folder.decisions.write_text(json.dumps(decision) + "\n", "utf-8")


@pytest.fixture
def built(archive: Folder) -> Folder:
    build(archive)
    return archive


def test_an_invitation_becomes_an_event_with_its_day(built: Folder) -> None:
    assert rows(built, "select start, start_time, end_time from events") == [("2007-03-31", "14:00", "17:30")]


def test_who_speaks_as_what_for_whom_can_be_asked_for(built: Folder) -> None:
    sql = """select people.name, function, organisations.name from appearances
        join people on people.id = person left join organisations on organisations.id = organisation
        where role = 'speaker' order by 1"""
    assert rows(built, sql) == [
        ("Jeanne Kervella", "présidente", "Amis du canal"),
        ("Karim Boussaïd", "historien", None),
    ]


def test_every_mention_of_an_appearance_stands_on_its_page(built: Folder) -> None:
    record = record_of(built, "2007/ecluses.txt")
    text = record.document.pages[0].text
    ids = {i for event in record.events for mentions in event.evidence.values() for i in mentions}
    assert ids
    assert all(text[m.start : m.end] == m.raw for m in record.mentions if m.id in ids)


def test_nothing_is_done_again_when_nothing_has_changed(built: Folder) -> None:
    assert build(built) == []


def test_a_private_file_that_is_gone_is_made_again(built: Folder) -> None:
    before = built.private_database.read_bytes()
    built.private_database.unlink()
    run.load_archive(built)
    assert built.private_database.read_bytes() == before


def test_the_database_is_left_alone_when_nothing_has_changed(built: Folder) -> None:
    before = built.database.stat().st_mtime_ns
    build(built)
    assert built.database.stat().st_mtime_ns == before


def test_a_second_run_never_imports_spacy(built: Folder) -> None:
    code = "import sys; from pipeline.cli import main; main(standalone_mode=False)"
    script = f"{code}; print('spacy' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", script, "run", "--archive", str(built.root)], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "False"


def test_a_changed_document_alone_is_read_again(built: Folder, make_archive: MakeArchive) -> None:
    make_archive({"2007/ecluses.txt": INVITATION.replace("31 mars", "24 mars"), "b.txt": INVITATION})
    build(built)
    make_archive({"b.txt": INVITATION + "\nNous vous attendons."})
    assert build(built) == ["read b.txt", "extract b.txt"]


def test_a_new_extractor_extracts_from_the_stored_pages(built: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "VERSION", "next")
    assert build(built) == ["extract 2007/ecluses.txt"]


def test_a_new_reader_reads_again(built: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "is_current", lambda *_: False)
    assert build(built) == ["read 2007/ecluses.txt", "extract 2007/ecluses.txt"]


def test_a_decision_makes_the_database_anew_and_nothing_else(built: Folder) -> None:
    decide(built, action="rename", left="Karim Boussaïd", right="Karim Ben Boussaïd")
    assert build(built) == []
    assert ("Karim Ben Boussaïd",) in rows(built, "select name from people")


def test_a_damaged_decision_stops_and_leaves_the_old_database(built: Folder) -> None:
    before = built.database.read_bytes()
    built.decisions.write_text("{half a decision\n", "utf-8")
    with pytest.raises(DamagedDecisions, match="ligne 1"):
        build(built)
    assert built.database.read_bytes() == before


def test_a_document_taken_out_of_raw_leaves_the_database(built: Folder, make_archive: MakeArchive) -> None:
    make_archive({"b.txt": "Concert\nle 3 mai 2008 à 20h\nÉglise de Joigny"})
    build(built)
    (built.raw / "2007" / "ecluses.txt").unlink()
    build(built)
    assert rows(built, "select id from documents") == [("b.txt",)]


BAD = {
    "empty.txt": (b"", "file-empty"),
    "broken.pdf": (b"%PDF-1.4\n1 0 obj <<", "file-broken"),
    "sheet.xyz": (b"\x00\x01\x02\x03", "unsupported-kind"),
    "picture.jpg": (b"\xff\xd8\xff\xe0 not a picture", "file-broken"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read_ends_as_an_issue(make_archive: MakeArchive, name: str) -> None:
    content, code = BAD[name]
    folder = make_archive({name: content})
    build(folder)
    assert code in {found for (found,) in rows(folder, "select code from issues")}


def test_a_page_whose_picture_cannot_be_made_is_an_issue_told_once(make_archive: MakeArchive) -> None:
    folder = make_archive({"1998/affiche.pdf": pdf("Bal du canal, samedi 31 mars 2007 à Joigny")})
    run.read_documents(folder, run.plan_reading(folder), lambda _: None)
    (folder.raw / "1998" / "affiche.pdf").write_bytes(b"%PDF-1.4 damaged since")
    for _ in range(2):
        run.draw_pages(folder, run.plan_drawing(folder), lambda _: None)
    issues = record_of(folder, "1998/affiche.pdf").document.issues
    assert [(issue.code, issue.page) for issue in issues] == [("page-undrawn", 1)]


def test_a_page_that_could_not_be_drawn_once_and_now_can_is_no_issue_any_more(make_archive: MakeArchive) -> None:
    paper = pdf("Bal du canal, samedi 31 mars 2007 à Joigny")
    folder = make_archive({"affiche.pdf": paper})
    run.read_documents(folder, run.plan_reading(folder), lambda _: None)
    for content in (b"%PDF-1.4 damaged since", paper):
        (folder.raw / "affiche.pdf").write_bytes(content)
        run.draw_pages(folder, run.plan_drawing(folder), lambda _: None)
    assert record_of(folder, "affiche.pdf").document.issues == ()


def test_the_others_go_on_when_one_cannot_be_read(make_archive: MakeArchive) -> None:
    folder = make_archive({"empty.txt": b"", "good.txt": INVITATION})
    build(folder)
    assert rows(folder, "select id, status from documents order by id") == [
        ("empty.txt", "failed"),
        ("good.txt", "good"),
    ]


def test_an_issue_names_the_file_and_what_to_do(make_archive: MakeArchive) -> None:
    folder = make_archive({"1998/vide.txt": b""})
    build(folder)
    (message,) = rows(folder, "select message from issues where code = 'file-empty'")[0]
    assert "vide.txt" in str(message)
    assert "raw/" in str(message)


def test_an_empty_raw_folder_makes_an_empty_archive(make_archive: MakeArchive) -> None:
    folder = make_archive({})
    build(folder)
    assert rows(folder, "select count(*) from events") == [(0,)]


# ── check ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_complete_archive_has_no_differences(built: Folder) -> None:
    assert run.differences(built) == ()


def _delete_extracted(folder: Folder) -> None:
    store.path_of(folder.extracted, "2007/ecluses.txt").unlink()


def _change_raw(folder: Folder) -> None:
    (folder.raw / "2007" / "ecluses.txt").write_text("autre chose", "utf-8")


def _take_out_raw(folder: Folder) -> None:
    (folder.raw / "2007" / "ecluses.txt").unlink()


def _delete_database(folder: Folder) -> None:
    folder.database.unlink()


def _damage_database(folder: Folder) -> None:
    folder.database.write_bytes(b"no database" * 100)


def _add_decision(folder: Folder) -> None:
    decide(folder, action="same", left="A B", right="C D")


@pytest.mark.parametrize(
    "harm", [_delete_extracted, _change_raw, _take_out_raw, _delete_database, _damage_database, _add_decision]
)
def test_check_finds_what_is_not_as_it_should_be(built: Folder, harm: object) -> None:
    assert callable(harm)
    harm(built)
    assert run.differences(built)


# ── determinism ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _contents(folder: Folder) -> tuple[dict[str, bytes], list[str]]:
    extracted = {str(path.relative_to(folder.root)): path.read_bytes() for path in folder.extracted.rglob("*.json")}
    with closing(sqlite3.connect(folder.database)) as connection:
        return extracted, list(connection.iterdump())


def test_two_archives_of_the_same_documents_are_the_same(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "raw").mkdir(parents=True)
        (folder / "raw" / "a.txt").write_text(INVITATION, "utf-8")
        (folder / "raw" / "b.txt").write_text(INVITATION.replace("2007", "2001").replace("samedi ", ""), "utf-8")
        build(Folder(folder))
        found.append(_contents(Folder(folder)))
    assert found[0] == found[1]
