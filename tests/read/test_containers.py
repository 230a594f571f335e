"""ZIPs and e-mails: what they hold becomes documents, safely."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline import load, run, store
from pipeline.errors import BrokenFile, EmptyFile, EncryptedFile, TooLarge
from pipeline.folder import Folder
from pipeline.read import containers, read
from tests.conftest import INVITATION, MakeArchive


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def mail(*, html: bool = False) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Conférence sur les écluses"
    message["From"] = "canal@canal.example"
    message["Date"] = "Thu, 01 Mar 2007 10:00:00 +0100"
    message.set_content("Samedi 31 mars à 14h\n\nMaison des associations")
    if html:
        message.add_alternative("<h2>Samedi 31 mars</h2><p>Salle Verte</p>", subtype="html")
    message.add_attachment(INVITATION.encode(), maintype="text", subtype="plain", filename="invitation.txt")
    return message.as_bytes()


def members(folder: Folder) -> list[str]:
    run.unpack_members(folder)
    return list(folder.documents())


def test_the_files_of_a_zip_are_documents(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"2007/a.txt": INVITATION, "b.txt": INVITATION})})
    assert members(folder) == ["lot.zip", "lot.zip/2007/a.txt", "lot.zip/b.txt"]


def test_a_zip_in_a_zip_is_unpacked_as_well(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"reste.zip": zipped({"a.txt": INVITATION})})})
    assert members(folder) == ["lot.zip", "lot.zip/reste.zip", "lot.zip/reste.zip/a.txt"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("../../a.txt", "a.txt"),
        ("/etc/a.txt", "etc/a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("C:\\tracts\\a.txt", "C:/tracts/a.txt"),
    ],
)
def test_nothing_is_unpacked_outside(make_archive: MakeArchive, name: str, place: str) -> None:
    folder = make_archive({"lot.zip": zipped({name: INVITATION})})
    assert members(folder) == ["lot.zip", f"lot.zip/{place}"]


def test_what_systems_leave_behind_is_passed_over(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"__MACOSX/a.txt": "x", ".DS_Store": "x", "a.txt": INVITATION})})
    assert members(folder) == ["lot.zip", "lot.zip/a.txt"]


def test_two_members_of_one_name_are_both_kept(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"a.txt": "un", "A.TXT": "deux"})})
    assert members(folder) == ["lot.zip", "lot.zip/A-2.TXT", "lot.zip/a.txt"]


def test_the_members_of_a_zip_that_is_gone_are_gone(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"a.txt": INVITATION})})
    members(folder)
    (folder.raw / "lot.zip").unlink()
    assert members(folder) == []


def test_a_changed_zip_is_unpacked_anew(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"a.txt": INVITATION})})
    members(folder)
    (folder.raw / "lot.zip").write_bytes(zipped({"b.txt": INVITATION}))
    assert members(folder) == ["lot.zip", "lot.zip/b.txt"]


def test_an_unchanged_zip_is_left_alone(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"a.txt": INVITATION})})
    before = folder.documents()
    members(folder)
    made = folder.documents()["lot.zip/a.txt"].stat().st_mtime_ns
    run.unpack_members(folder)
    assert len(before) == 1
    assert folder.documents()["lot.zip/a.txt"].stat().st_mtime_ns == made


def test_a_damaged_zip_is_called_broken(tmp_path: Path) -> None:
    path = tmp_path / "lot.zip"
    path.write_bytes(zipped({"a.txt": INVITATION})[:60])
    with pytest.raises(BrokenFile):
        read(path, "lot.zip")


@pytest.mark.parametrize("files", [{}, {"__MACOSX/._a.txt": b"x", "tracts/.DS_Store": b"x"}])
def test_a_zip_without_any_document_is_called_empty(tmp_path: Path, files: Mapping[str, bytes]) -> None:
    path = tmp_path / "lot.zip"
    path.write_bytes(zipped(files))
    with pytest.raises(EmptyFile, match=r"2004/lot\.zip est vide"):
        read(path, "2004/lot.zip")


def test_a_zip_whose_first_file_is_a_stored_pdf_is_unpacked(make_archive: MakeArchive) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("affiche.pdf", b"%PDF-1.4\n")
        archive.writestr("invitation.txt", INVITATION)
    folder = make_archive({"lot.zip": stream.getvalue()})
    assert members(folder) == ["lot.zip", "lot.zip/affiche.pdf", "lot.zip/invitation.txt"]


def test_a_zip_with_a_password_is_called_encrypted(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": INVITATION}))
    content[content.index(b"PK\x01\x02") + 8] |= containers.ENCRYPTED
    path = tmp_path / "lot.zip"
    path.write_bytes(content)
    with pytest.raises(EncryptedFile):
        read(path, "lot.zip")


def test_a_zip_that_would_fill_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_BYTES", 10)
    path = tmp_path / "lot.zip"
    path.write_bytes(zipped({"a.txt": INVITATION}))
    with pytest.raises(TooLarge):
        read(path, "lot.zip")


def test_a_damaged_member_is_an_issue_and_the_others_go_on(make_archive: MakeArchive) -> None:
    content = bytearray(zipped({"a.txt": INVITATION, "b.txt": INVITATION}))
    content[50] ^= 0xFF
    folder = make_archive({"lot.zip": bytes(content)})
    assert members(folder) == ["lot.zip", "lot.zip/b.txt"]
    assert [issue.code for issue in read(folder.raw / "lot.zip", "lot.zip").issues] == ["member-damaged"]


def test_an_attachment_is_a_document_of_its_own(make_archive: MakeArchive) -> None:
    assert members(make_archive({"a.eml": mail()})) == ["a.eml", "a.eml/invitation.txt"]


def test_a_mail_says_its_subject_its_text_and_who_sent_it_when(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail())
    assert [line.text for line in read(tmp_path / "a.eml", "a.eml").pages[0].lines] == [
        "Conférence sur les écluses",
        "Samedi 31 mars à 14h",
        "Maison des associations",
        "Courriel envoyé : canal@canal.example, Thu, 01 Mar 2007 10:00:00 +0100",
    ]


def test_the_formatted_text_of_a_mail_is_preferred(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(html=True))
    page = read(tmp_path / "a.eml", "a.eml").pages[0]
    assert [line.text for line in page.lines][1:3] == ["Samedi 31 mars", "Salle Verte"]


def test_the_archive_links_a_piece_to_what_holds_it(make_archive: MakeArchive) -> None:
    folder = make_archive({"a.eml": mail()})
    run.unpack_members(folder)
    run.read_documents(folder, run.plan_reading(folder), lambda _: None)
    run.extract_documents(folder, run.plan_extraction(folder), lambda _: None)
    run.load_archive(folder)
    rows = load._query(folder.database, "select id, part_of from documents order by id")
    assert rows == [("a.eml", None), ("a.eml/invitation.txt", "a.eml")]


def test_a_sound_zip_is_no_failure(make_archive: MakeArchive) -> None:
    folder = make_archive({"lot.zip": zipped({"a.txt": INVITATION})})
    run.unpack_members(folder)
    run.read_documents(folder, run.plan_reading(folder), lambda _: None)
    run.load_archive(folder)
    assert dict(load._query(folder.database, "select id, status from documents"))["lot.zip"] == "good"
    assert not store.load(store.path_of(folder.extracted, "lot.zip")).document.issues
