"""`carton publish`: what is written, what never is, and that a server can serve it."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from pipeline import load
from pipeline.cli import main
from pipeline.errors import CannotServe
from pipeline.folder import Folder
from pipeline.publish import public, release
from pipeline.run import extract_documents, load_archive, plan_extraction, plan_reading, read_documents


@pytest.fixture
def built(archive: Folder) -> Folder:
    """The archive of one invitation, with a picture of its page and one of a paper that is no longer there."""
    read_documents(archive, plan_reading(archive), lambda _: None)
    extract_documents(archive, plan_extraction(archive), lambda _: None)
    load_archive(archive)
    for checksum in (checksum_of(archive), "0" * 64):
        (archive.images / checksum).mkdir(parents=True)
        (archive.images / checksum / "1.webp").write_bytes(b"picture")
    return archive


def checksum_of(folder: Folder) -> str:
    with closing(sqlite3.connect(folder.database)) as connection:
        return str(connection.execute("select sha256 from documents").fetchone()[0])


def get(path: str) -> httpx.Response:
    """What the release in the current folder answers."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=public.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://archive.example") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_the_database_is_the_archive_and_its_rows_are_counted(built: Folder, tmp_path: Path) -> None:
    made = release.write(built, tmp_path / "out")
    assert (made / "archive.db").read_bytes() == built.database.read_bytes()
    tables = json.loads((made / "counts.json").read_text("utf-8"))["archive"]["tables"]
    assert (tables["people"]["count"], tables["documents"]["count"]) == (load.counts(built.database)["people"], 1)


def test_nothing_private_and_no_original_leaves_the_archive(built: Folder, tmp_path: Path) -> None:
    release.write(built, tmp_path / "out")
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not {"private.db", "ecluses.txt"} & {path.name for path in files}
    assert not [
        path for path in files if b"jeanne@canal" in path.read_bytes() or b"03 53 01 12 34" in path.read_bytes()
    ]


def test_only_pictures_of_documents_in_the_archive_are_published(built: Folder, tmp_path: Path) -> None:
    made = release.write(built, tmp_path / "out")
    assert [path.name for path in (made / "images").iterdir()] == [checksum_of(built)]


def test_a_picture_goes_when_its_document_does(built: Folder, tmp_path: Path) -> None:
    gone = tmp_path / "out" / "images" / ("0" * 64)
    release.write(built, tmp_path / "out")
    gone.mkdir()
    release.write(built, tmp_path / "out")
    assert not gone.exists()


def test_the_newest_release_is_current_and_the_one_before_is_kept(built: Folder, tmp_path: Path) -> None:
    made = [release.write(built, tmp_path / "out") for _ in range(3)]
    assert (tmp_path / "out" / "current").resolve() == made[2]
    assert sorted((tmp_path / "out" / "releases").iterdir()) == made[1:]


def test_what_an_interrupted_publication_left_is_cleared_away(built: Folder, tmp_path: Path) -> None:
    (tmp_path / "out" / "releases" / "2001-01-01.new").mkdir(parents=True)
    made = release.write(built, tmp_path / "out")
    assert list((tmp_path / "out" / "releases").iterdir()) == [made]


def test_a_folder_that_holds_something_else_is_left_alone(built: Folder) -> None:
    with pytest.raises(CannotServe, match="contient autre chose"):
        release.write(built, built.raw)
    assert [path.name for path in built.raw.iterdir()] == ["2007"]


def test_a_file_is_no_place_to_publish_to(built: Folder) -> None:
    with pytest.raises(CannotServe, match="pas un dossier"):
        release.write(built, built.database)


def test_an_archive_that_was_never_built_cannot_be_published(archive: Folder, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["publish", "--archive", str(archive.root), "--to", str(tmp_path / "out")])
    assert (result.exit_code, "carton run" in result.stderr) == (6, True)
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_to_do_next(built: Folder, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["publish", "--archive", str(built.root), "--to", str(tmp_path / "out")])
    assert (result.exit_code, f"{tmp_path / 'out'}/LISEZMOI.txt" in result.stdout, result.stderr) == (0, True, "")


def test_an_archive_that_is_not_up_to_date_is_published_with_a_warning(built: Folder, tmp_path: Path) -> None:
    shutil.rmtree(built.extracted)
    result = CliRunner().invoke(main, ["publish", "--archive", str(built.root), "--to", str(tmp_path / "out")])
    assert (result.exit_code, "carton run" in result.stderr) == (0, True)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/reseau", 200),
        ("/archive/people", 200),
        ("/archive.db", 200),
        ("/archive?sql=select+1", 403),
        ("/private.db", 404),
        ("/original/2007/ecluses.txt", 404),
    ],
)
def test_a_release_can_be_served(
    built: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, status: int
) -> None:
    release.write(built, tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out" / "current")
    assert get(path).status_code == status


def test_a_picture_is_served_from_the_release(built: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release.write(built, tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out" / "current")
    assert get(f"/image/{checksum_of(built)}/1.webp").content == b"picture"


def test_serving_needs_nothing_of_what_reads_documents(built: Folder, tmp_path: Path) -> None:
    release.write(built, tmp_path / "out")
    command = "import pipeline.publish.public, sys; print(pipeline.__file__, *sorted(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", command],
        cwd=tmp_path / "out" / "current",
        env={"PYTHONPATH": "app"},
        capture_output=True,
        text=True,
        check=True,
    )
    home, *modules = result.stdout.split()
    assert Path(home).is_relative_to((tmp_path / "out" / "current").resolve())
    assert not {"spacy", "pdfplumber", "phonenumbers", "sqlite_utils", "PIL"} & set(modules)
