"""`carton publish`: what is written, what never is, and that a server can serve it."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal

import httpx
import pytest
from click.testing import CliRunner
from PIL import Image

from pipeline import load
from pipeline.cli import main
from pipeline.errors import CannotServe
from pipeline.folder import Folder, page_image
from pipeline.model import Document, Issue, Record
from pipeline.publish import public, release
from pipeline.publish.compat import sql_path
from pipeline.read import blacken
from pipeline.resolve import resolve
from pipeline.run import extract_documents, load_archive, plan_extraction, plan_reading, read_documents
from tests.conftest import MakeArchive
from tests.publish.conftest import asking
from tests.records import MADE_BY, event, mention, page

CHECKSUM, ANOTHER = "a" * 64, "0" * 64
PRINTED = ("Vernissage samedi 31 mars", "Réservations : 03 53 01 12 34")
PHONE = (500, 150)
"""A pixel in the telephone number of the first page."""


@pytest.fixture
def built(archive: Folder) -> Folder:
    """The archive of one invitation that is a text."""
    read_documents(archive, plan_reading(archive), lambda _: None)
    extract_documents(archive, plan_extraction(archive), lambda _: None)
    load_archive(archive)
    return archive


def poster(*issues: Issue) -> Record:
    """A poster of two pages: a telephone number in the second line of the first, nothing private on the second."""
    text = "\n".join(PRINTED)
    pages = (page(text), page(PRINTED[0], 2))
    drawn = tuple(replace(each, width=10, unit="px", source="ocr") for each in pages)
    document = Document("affiche.png", CHECKSUM, "image/png", 1, drawn, issues)
    phone = mention(1, "phone", "03 53 01 12 34", text)
    return Record(document, MADE_BY, (phone,), (event("Vernissage", "2007-03-31"),))


@pytest.fixture
def pictured(make_archive: MakeArchive) -> Folder:
    """The archive of a poster whose pages are white, and a picture of a paper that is no longer there."""
    folder = make_archive({"affiche.png": b"original"})
    load_records(folder, poster())
    for checksum, number in ((CHECKSUM, 1), (CHECKSUM, 2), (ANOTHER, 1)):
        picture = folder.page_image(checksum, number)
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (1000, 200), "white").save(picture)
    (folder.images / CHECKSUM / "complete").touch()
    return folder


def load_records(folder: Folder, *records: Record) -> None:
    load.load(resolve(records, ()), folder.database, folder.private_database, "test")


def colour(picture: Path, at: tuple[int, int]) -> Literal["black", "white"]:
    with Image.open(picture) as opened:
        return "black" if opened.convert("L").getpixel(at) < 128 else "white"


def files_of(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def get(path: str) -> httpx.Response:
    """What the release in the current folder answers."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=public.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://archive.example") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_the_database_is_the_archive_and_its_rows_are_counted(built: Folder, tmp_path: Path) -> None:
    made = release.write(built, tmp_path / "out", blacken)
    assert (made / "archive.db").read_bytes() == built.database.read_bytes()
    tables = json.loads((made / "counts.json").read_text("utf-8"))["archive"]["tables"]
    assert (tables["people"]["count"], tables["documents"]["count"]) == (load.counts(built.database)["people"], 1)


def test_nothing_private_and_no_original_leaves_the_archive(built: Folder, tmp_path: Path) -> None:
    release.write(built, tmp_path / "out", blacken)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not {"private.db", "ecluses.txt"} & {path.name for path in files}
    assert not [
        path for path in files if b"jeanne@canal" in path.read_bytes() or b"03 53 01 12 34" in path.read_bytes()
    ]


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_pictures_of_documents_in_the_archive_are_published(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    assert files_of(made / "images") == [f"{CHECKSUM}/1.webp", f"{CHECKSUM}/2.webp"]


def test_a_picture_goes_when_its_document_does(pictured: Folder, tmp_path: Path) -> None:
    release.write(pictured, tmp_path / "out", blacken)
    load_records(pictured)
    release.write(pictured, tmp_path / "out", blacken)
    assert not list((tmp_path / "out" / "images").iterdir())


def test_a_telephone_number_is_blacked_out_in_the_published_picture(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    assert colour(page_image(made / "images", CHECKSUM, 1), PHONE) == "black"


def test_what_is_not_private_stays_to_be_seen(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    published = page_image(made / "images", CHECKSUM, 1)
    assert [colour(published, at) for at in ((500, 50), (100, 150), (900, 150))] == ["white"] * 3


def test_the_archives_own_picture_stays_whole(pictured: Folder, tmp_path: Path) -> None:
    before = pictured.page_image(CHECKSUM, 1).read_bytes()
    release.write(pictured, tmp_path / "out", blacken)
    assert pictured.page_image(CHECKSUM, 1).read_bytes() == before


def test_a_page_without_anything_private_is_published_as_it_is(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    published = page_image(made / "images", CHECKSUM, 2)
    assert published.read_bytes() == pictured.page_image(CHECKSUM, 2).read_bytes()


def test_a_picture_that_was_published_whole_is_blacked_out_the_next_time(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    published = page_image(made / "images", CHECKSUM, 1)
    shutil.copy2(pictured.page_image(CHECKSUM, 1), published)
    release.write(pictured, tmp_path / "out", blacken)
    assert colour(published, PHONE) == "black"


def test_what_is_no_longer_private_is_shown_again(pictured: Folder, tmp_path: Path) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    load_records(pictured, replace(poster(), mentions=()))
    release.write(pictured, tmp_path / "out", blacken)
    assert colour(page_image(made / "images", CHECKSUM, 1), PHONE) == "white"


def test_a_page_that_could_not_be_read_whole_is_not_published(pictured: Folder, tmp_path: Path) -> None:
    load_records(pictured, poster(Issue("read", "ocr-timeout", "Trop long.", 1)))
    made = release.write(pictured, tmp_path / "out", blacken)
    assert files_of(made / "images") == [f"{CHECKSUM}/2.webp"]


def test_a_page_nothing_was_extracted_from_is_not_published(pictured: Folder, tmp_path: Path) -> None:
    failed = Issue("extract", "unexpected", "Imprévu.")
    load_records(pictured, replace(poster(), mentions=(), events=(), issues=(failed,)))
    made = release.write(pictured, tmp_path / "out", blacken)
    assert files_of(made / "images") == []


@pytest.mark.parametrize("content", [None, b"", b"no database"], ids=["missing", "of another version", "damaged"])
def test_without_the_private_file_nothing_is_published(pictured: Folder, tmp_path: Path, content: bytes | None) -> None:
    pictured.private_database.unlink()
    if content is not None:
        pictured.private_database.write_bytes(content)
    result = CliRunner().invoke(main, ["publish", "--archive", str(pictured.root), "--to", str(tmp_path / "out")])
    assert (result.exit_code, "carton load" in result.stderr, (tmp_path / "out").exists()) == (6, True, False)


def test_the_archivists_own_site_shows_the_whole_picture(pictured: Folder) -> None:
    whole = pictured.page_image(CHECKSUM, 1).read_bytes()
    assert asking(pictured.database)(f"/image/{CHECKSUM}/1.webp").content == whole


def test_a_picture_is_served_from_the_release(
    pictured: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = release.write(pictured, tmp_path / "out", blacken)
    monkeypatch.chdir(tmp_path / "out" / "current")
    published = page_image(made / "images", CHECKSUM, 1)
    assert get(f"/image/{CHECKSUM}/1.webp").content == published.read_bytes()


# ── releases ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_newest_release_is_current_and_the_one_before_is_kept(built: Folder, tmp_path: Path) -> None:
    made = [release.write(built, tmp_path / "out", blacken) for _ in range(3)]
    assert (tmp_path / "out" / "current").resolve() == made[2]
    assert sorted((tmp_path / "out" / "releases").iterdir()) == made[1:]


def test_what_an_interrupted_publication_left_is_cleared_away(built: Folder, tmp_path: Path) -> None:
    (tmp_path / "out" / "releases" / "2001-01-01.new").mkdir(parents=True)
    made = release.write(built, tmp_path / "out", blacken)
    assert list((tmp_path / "out" / "releases").iterdir()) == [made]


def test_a_folder_that_holds_something_else_is_left_alone(built: Folder) -> None:
    with pytest.raises(CannotServe, match="contient autre chose"):
        release.write(built, built.raw, blacken)
    assert [path.name for path in built.raw.iterdir()] == ["2007"]


def test_a_file_is_no_place_to_publish_to(built: Folder) -> None:
    with pytest.raises(CannotServe, match="pas un dossier"):
        release.write(built, built.database, blacken)


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
        (f"{sql_path('archive')}?sql=select+1", 403),
        ("/private.db", 404),
        ("/original/2007/ecluses.txt", 404),
    ],
)
def test_a_release_can_be_served(
    built: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, status: int
) -> None:
    release.write(built, tmp_path / "out", blacken)
    monkeypatch.chdir(tmp_path / "out" / "current")
    assert get(path).status_code == status


def test_serving_needs_nothing_of_what_reads_documents(built: Folder, tmp_path: Path) -> None:
    release.write(built, tmp_path / "out", blacken)
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
    assert not {"spacy", "pdfplumber", "phonenumbers", "cv2", "PIL"} & set(modules)


# ── on the server ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A server's folder: five releases, the newest is current; its commands write down what they are asked to do."""
    place = tmp_path / "srv"
    for number in range(1, 6):
        (place / "releases" / f"2026-01-0{number}").mkdir(parents=True)
    (place / "current").symlink_to("releases/2026-01-05")
    for command in ("venv/bin/pip", "bin/systemctl", "bin/curl"):
        script = place / command
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(f'#!/bin/sh\necho {script.name} "$@" >> {place}/done\ntest ! -e {place}/broken\n')
        script.chmod(0o755)
    shutil.copy(DEPLOY / "mise-a-jour.sh", place)
    return place


DEPLOY = Path(release.__file__).parent / "deploy"


def update(server: Path) -> int:
    environment = {"PATH": f"{server}/bin:/usr/bin:/bin"}
    return subprocess.run([server / "mise-a-jour.sh"], env=environment, check=False).returncode


def test_an_update_restarts_one_instance_after_the_other(server: Path) -> None:
    assert update(server) == 0
    done = (server / "done").read_text().splitlines()
    assert [line for line in done if line.startswith("systemctl")] == [
        "systemctl restart carton@8001",
        "systemctl restart carton@8002",
    ]
    assert done[0].startswith("pip install")


@pytest.mark.parametrize(
    ("current", "left"),
    [("2026-01-05", ["04", "05"]), ("2026-01-04", ["04", "05"]), ("2026-01-02", ["02", "04", "05"])],
)
def test_an_update_drops_the_releases_that_nobody_serves(server: Path, current: str, left: list[str]) -> None:
    (server / "current").unlink()
    (server / "current").symlink_to(f"releases/{current}")
    update(server)
    assert sorted(path.name for path in (server / "releases").iterdir()) == [f"2026-01-{day}" for day in left]


def test_an_update_that_cannot_install_what_is_needed_changes_nothing(server: Path) -> None:
    (server / "broken").touch()
    assert update(server) != 0
    assert len(list((server / "releases").iterdir())) == 5
    assert "systemctl" not in (server / "done").read_text()


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is missing: apt-get install rsync")
def test_what_is_served_stays_on_the_server_however_often_one_publishes(built: Folder, tmp_path: Path) -> None:
    out, place = tmp_path / "out", tmp_path / "srv"
    served = release.write(built, out, blacken).name
    for _ in range(3):
        subprocess.run([out / "envoyer.sh", place], check=True)
        newest = release.write(built, out, blacken)
    subprocess.run([out / "envoyer.sh", place], check=True)
    assert (place / "releases" / served / "archive.db").is_file()
    assert (place / "current").resolve().name == newest.name
