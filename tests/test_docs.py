"""The documentation says what is so: its commands run, its examples give rows, its links lead somewhere."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs import generate
from pipeline import store
from pipeline.cli import main
from pipeline.errors import CartonError
from pipeline.folder import Folder
from pipeline.resolve import read_decisions, resolve
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "raw" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINKS = [
    (page, link)
    for page in PAGES
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    if not link.startswith("http")
]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.png"))


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def console(program: str) -> list[list[str]]:
    """What the README tells one to type after the prompt, comments left out."""
    lines = [line for block in blocks(README, "console") for line in block.splitlines()]
    typed = [line.removeprefix("$ ").split("#")[0].split() for line in lines]
    return [words[1:] for words in typed if words[0] == program]


@pytest.mark.parametrize("page", generate.pages(), ids=lambda page: page.name)
def test_a_generated_page_is_what_the_program_says(page: Path) -> None:
    assert page.read_text("utf-8") == generate.pages()[page], "run `make docs`"


@pytest.mark.parametrize(("page", "link"), LINKS, ids=[f"{page.name}-{link}" for page, link in LINKS])
def test_a_link_leads_to_a_file(page: Path, link: str) -> None:
    assert (page.parent / link.split("#", maxsplit=1)[0]).exists()


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_small_and_shown(path: Path) -> None:
    assert path.stat().st_size < 200_000
    assert f"docs/pictures/{path.name}" in README


@pytest.mark.parametrize("target", [words[0] for words in console("make")])
def test_a_make_target_of_the_readme_is_there(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_build_machine_runs_what_the_readme_tells_a_developer() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_first_commands_of_the_readme_are_all_it_takes(archive: Folder) -> None:
    verbs = [words for words in console("carton") if words[0] != "serve"]
    results = [CliRunner().invoke(main, [verb, "--archive", str(archive.root)]) for verb, *_ in verbs]
    assert [result.exit_code for result in results] == [0] * len(verbs)
    assert archive.database.exists()


def test_the_readme_names_every_command_once() -> None:
    assert sorted(re.findall(r"^\| `carton (\w+)`", README, re.MULTILINE)) == sorted(main.commands)


def test_the_readme_gives_every_exit_code() -> None:
    rows = README[README.index("| Command |") : README.index("## What it reads")]
    codes = {error.exit_code for error in CartonError.__subclasses__()} - {1}
    assert codes <= {int(code) for code in re.findall(r"\b(\d+)\b", rows)}


@pytest.mark.parametrize("sql", blocks(README, "sql"))
def test_the_sql_of_the_readme_gives_rows(sample: Path, sql: str) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        assert connection.execute(sql).fetchall()


@pytest.mark.parametrize("line", blocks(README, "json"))
def test_the_decision_of_the_readme_finds_its_names_in_the_sample(tmp_path: Path, line: str) -> None:
    (tmp_path / "decisions.jsonl").write_text(line, "utf-8")
    records = [store.load(path) for path in store.documents_in(ROOT / "extracted").values()]
    archive = resolve(records, read_decisions(tmp_path / "decisions.jsonl"))
    assert (len(archive.decisions), archive.unmatched) == (1, ())


EXTRACTED = (ROOT / "docs" / "extracted.md").read_text("utf-8")


@pytest.mark.parametrize("code", blocks(EXTRACTED, "python"))
def test_the_code_of_the_documentation_runs(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "docs/extracted.md", "exec"), {})  # noqa: S102 - our own page
    assert "2007-10-13" in capsys.readouterr().out


def _keys(value: object, path: str = "") -> set[str]:
    """Every key of a nested value, as a path; lists count as one."""
    if isinstance(value, dict):
        return {f"{path}/{key}" for key in value} | {
            found for key in value for found in _keys(value[key], f"{path}/{key}")
        }
    if isinstance(value, list):
        return {found for each in value for found in _keys(each, path)}
    return set()


@pytest.mark.parametrize("example", blocks(EXTRACTED, "json"))
def test_the_example_of_an_extracted_file_has_keys_that_are_written(example: str) -> None:
    written = {
        key
        for path in store.documents_in(ROOT / "extracted").values()
        for key in _keys(json.loads(path.read_text("utf-8")))
    }
    assert _keys(json.loads(example)) <= written


@pytest.mark.parametrize("stage", ["read", "extract"])
def test_the_architecture_names_every_module_of_a_large_stage(stage: str) -> None:
    told = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    modules = {path.name for path in (ROOT / "pipeline" / stage).glob("*.py")} - {"__init__.py"}
    assert {name for name in modules if f"`{name}`" not in told} == set()
