"""The command line as an archivist meets it: sentences in French, a last line that sums up, documented exit codes."""

from __future__ import annotations

import json
import os
import pty
import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.folder import Folder
from tests.conftest import MakeArchive


def carton(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_run_sums_up_on_its_last_line(archive: Folder) -> None:
    result = carton("run", "--archive", str(archive.root))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == (
        "Documents lus : 1 ; inchangés : 0 ; douteux : 0 ; en échec : 0. "
        "Événements : 1 ; personnes : 2 ; organisations : 1."
    )


def test_a_second_run_says_that_nothing_changed(archive: Folder) -> None:
    carton("run", "--archive", str(archive.root))
    assert "lus : 0 ; inchangés : 1" in carton("run", "--archive", str(archive.root)).stdout


def test_the_stages_can_be_run_one_by_one(archive: Folder) -> None:
    outputs = [carton(verb, "--archive", str(archive.root)).stdout for verb in ("read", "extract", "load")]
    assert [output.split(";")[0] for output in outputs] == [
        "Documents lus : 1 ",
        "Documents extraits : 1 ",
        "Documents chargés : 1 ",
    ]


def test_the_current_folder_is_the_archive_unless_told_otherwise(
    archive: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.root)
    assert carton("run").exit_code == 0
    assert archive.database.exists()


def test_a_failed_document_is_counted_and_the_run_succeeds(make_archive: MakeArchive) -> None:
    folder = make_archive({"empty.pdf": b""})
    result = carton("run", "--archive", str(folder.root))
    assert (result.exit_code, "en échec : 1" in result.stdout) == (0, True)


@pytest.mark.parametrize("verb", ["run", "read", "extract", "load", "check"])
def test_a_folder_without_raw_is_explained(tmp_path: Path, verb: str) -> None:
    result = carton(verb, "--archive", str(tmp_path))
    assert result.exit_code == 3
    assert "ne contient pas de dossier raw/" in result.stderr


def test_check_says_when_all_is_well(archive: Folder) -> None:
    carton("run", "--archive", str(archive.root))
    result = carton("check", "--archive", str(archive.root))
    assert (result.exit_code, result.stdout) == (0, "L'archive est complète et à jour. Documents : 1.\n")


def test_check_lists_what_is_missing_and_fails(archive: Folder) -> None:
    result = carton("check", "--archive", str(archive.root))
    assert result.exit_code == 4
    assert "2007/ecluses.txt : à lire" in result.stdout


def test_a_damaged_decision_is_named_with_its_line(archive: Folder) -> None:
    archive.decisions.write_text("{half a decision\n", "utf-8")
    result = carton("run", "--archive", str(archive.root))
    assert (result.exit_code, "ligne 1" in result.stderr) == (8, True)


def test_serving_what_is_not_there_is_explained(archive: Folder) -> None:
    result = carton("serve", "--archive", str(archive.root))
    assert result.exit_code == 6
    assert "carton run" in result.stderr


def test_serving_a_damaged_archive_is_explained(archive: Folder) -> None:
    archive.database.write_bytes(b"no database" * 100)
    result = carton("serve", "--archive", str(archive.root))
    assert result.exit_code == 6
    assert "archive.db est abîmé" in result.stderr


def test_serving_on_a_port_that_is_taken_is_explained(archive: Folder) -> None:
    carton("load", "--archive", str(archive.root))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = carton("serve", "--archive", str(archive.root), "--port", port)
    assert (result.exit_code, port in result.stderr) == (6, True)


# ── folders whose names mean something in an address ─────────────────────────────────────────────────────────────────


@pytest.fixture(params=["n° 12 # a", "quoi ? 100 % a%41"])
def odd(request: pytest.FixtureRequest, archive: Folder) -> Folder:
    """The archive in a folder of such a name, whole."""
    place = archive.root / request.param
    place.mkdir()
    archive.raw.rename(place / "raw")
    assert carton("run", "--archive", str(place)).exit_code == 0
    return Folder(place)


def test_an_archive_in_a_folder_of_any_name_is_built_checked_and_published(odd: Folder) -> None:
    done = [carton(verb, "--archive", str(odd.root)).exit_code for verb in ("run", "load", "check")]
    published = carton("publish", "--archive", str(odd.root), "--to", str(odd.root / "site"))
    assert ([*done, published.exit_code], [path.name for path in odd.root.parent.iterdir()]) == (
        [0] * 4,
        [odd.root.name],
    )
    counts = json.loads((odd.root / "site" / "current" / "counts.json").read_text("utf-8"))
    assert counts["archive"]["tables"]["documents"] == {"count": 1}


def test_an_archive_in_a_folder_of_any_name_is_served(odd: Folder) -> None:
    command = [sys.executable, "-m", "pipeline", "serve", "--archive", str(odd.root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(word for word in server.stdout.readline().split() if word.startswith("http"))
        with httpx.Client(base_url=address, transport=httpx.HTTPTransport(retries=8)) as site:  # until it is up
            answers = [site.get(path) for path in ("/", "/document/2007/ecluses.txt", "/original/2007/ecluses.txt")]
        server.terminate()
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [path.name for path in odd.root.parent.iterdir()] == [odd.root.name]


def test_a_file_that_may_not_be_written_is_named(archive: Folder) -> None:
    archive.extracted.write_text("a file where a folder is wanted", "utf-8")
    result = carton("run", "--archive", str(archive.root))
    assert result.exit_code == 11
    assert str(archive.extracted) in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["run", "--colour"], "--colour n'existe pas"),
        (["serve", "--port", "many"], "--port"),
        (["embellish"], "carton --help"),
    ],
)
def test_a_wrong_command_line_is_explained_in_french(arguments: list[str], sentence: str) -> None:
    result = carton(*arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr


def _run(folder: Folder, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", "run", "--archive", str(folder.root), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def test_the_progress_bar_goes_to_stderr_and_the_summary_to_stdout(archive: Folder) -> None:
    result = _run(archive)
    assert "Lecture" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_quiet_leaves_out_the_progress_bar(archive: Folder) -> None:
    assert _run(archive, "--quiet").stderr == ""


READ_SLOWLY = """
import time
from pipeline.terminal import progress
with progress("Lecture", 3, quiet=False) as bar:
    for number in range(3):
        time.sleep(0.7)
        bar.update(1, f"{number}.txt")
"""


def test_the_progress_bar_shows_name_count_and_time_left() -> None:
    """Seen through a terminal of its own, as a person has one."""
    terminal, ours = pty.openpty()
    subprocess.run([sys.executable, "-c", READ_SLOWLY], stderr=ours, check=True)
    os.close(ours)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert re.search(r"Lecture .* 2/3 +\d\d:\d\d:\d\d +1\.txt", shown)
    assert "3/3" in shown


def test_show_draws_a_picture_per_page_where_it_is_told(archive: Folder, tmp_path: Path) -> None:
    carton("read", "--archive", str(archive.root))
    result = carton("show", "2007/ecluses.txt", "--archive", str(archive.root), "--to", str(tmp_path / "vues"))
    assert result.stdout.split() == [str(tmp_path / "vues" / "ecluses.txt-1.png")]
    assert (tmp_path / "vues" / "ecluses.txt-1.png").read_bytes().startswith(b"\x89PNG")


def test_show_reads_a_document_that_was_not_read_yet(archive: Folder, tmp_path: Path) -> None:
    result = carton("show", "raw/2007/ecluses.txt", "--archive", str(archive.root), "--to", str(tmp_path / "vues"))
    assert (result.exit_code, len(result.stdout.split())) == (0, 1)


def test_show_explains_that_a_document_is_not_there(archive: Folder) -> None:
    result = carton("show", "2007/affiche.pdf", "--archive", str(archive.root))
    assert (result.exit_code, "ne contient pas de document 2007/affiche.pdf" in result.stderr) == (12, True)


def test_asking_for_another_use_of_ocr_reads_documents_again(archive: Folder) -> None:
    carton("read", "--archive", str(archive.root))
    again = [
        carton("read", "--archive", str(archive.root), *options).stdout for options in ([], ["--ocr", "never"], [])
    ]
    assert [output.split(" ;")[0] for output in again] == [
        "Documents lus : 0",
        "Documents lus : 1",
        "Documents lus : 0",
    ]
