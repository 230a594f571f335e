"""`carton evaluate` as an archivist meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline import store
from pipeline.cli import main
from pipeline.evaluate import report
from pipeline.evaluate.compare import FIELDS
from pipeline.folder import Folder
from pipeline.model import Appearance, Document, Event, MadeBy, Mention, Organisation, Record, Session
from tests.conftest import MakeArchive

GOLD = {
    "id": "2007/ecluses.txt",
    "events": [
        {
            "title": "Les écluses de l'Yonne",
            "start": "2007-03-31",
            "sessions": [{"start_time": "14:00", "title": "Débat"}],
            "appearances": [
                {"person": "Jeanne Kervella", "function": "présidente", "session": 0},
                {"person": "Karim Boussaïd", "function": "historien", "session": 0},
            ],
        }
    ],
}
EVENT = Event(
    title="Les écluses de l'Yonne",
    start="2007-03-31",
    end="2007-03-31",
    sessions=(Session(None, "14:00", None, "Débat"),),
    appearances=(
        Appearance("Jeanne Kervella", function="présidente", session=0),
        Appearance("Place Rouge", organisation=Organisation("Ville de Sens"), session=0),
    ),
    evidence={"appearances.0": (1, 2)},
    confidence={"title": 0.8, "start": 0.95, "appearances.0": 0.95, "appearances.1": 0.6, "sessions.0": 0.75},
)
MENTIONS = (
    Mention(1, "person", "Jeanne Kervella", "Jeanne Kervella", 1, 0, 15, (), "rule", 0.95),
    Mention(2, "function", "présidente", "présidente", 1, 17, 27, (), "rule", 0.8),
)


@pytest.fixture
def folder(make_archive: MakeArchive) -> Folder:
    """An archive with one extracted file."""
    folder = make_archive({"2007/ecluses.txt": "…"})
    document = Document("2007/ecluses.txt", "0" * 64, "text/plain", 3)
    store.save(Record(document, MadeBy("1", "1", "1", "1"), MENTIONS, (EVENT,)), folder.extracted)
    return folder


def evaluated(folder: Folder, gold: Any, *options: str) -> list[str]:
    place = folder.root / "gold.json"
    place.write_text(json.dumps(gold), encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(place), "--archive", str(folder.root), *options])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def row(lines: list[str], label: str, *, table: int) -> list[str]:
    return [line for line in lines if line.startswith(f"{label}  ")][table].split()[len(label.split()) :]


def test_every_field_has_its_precision_recall_and_f1(folder: Folder) -> None:
    lines = evaluated(folder, GOLD)
    assert lines[0] == "Documents de référence : 1 ; sans fichier extrait : 0."
    assert row(lines, "personnes", table=0) == ["0,500", "0,500", "0,500", "1", "1", "1"]
    assert row(lines, "fonctions", table=0) == ["1,000", "0,500", "0,667", "1", "0", "1"]


def test_facts_are_counted_by_the_confidence_given_to_them(folder: Folder) -> None:
    lines = evaluated(folder, GOLD)
    nothing = "–"
    assert row(lines, "dates", table=1) == ["1", "/", "1", "(100", "%)", nothing, nothing, nothing]
    assert row(lines, "personnes", table=1) == [
        "1",
        "/",
        "1",
        "(100",
        "%)",
        nothing,
        "0",
        "/",
        "1",
        "(0",
        "%)",
        nothing,
    ]


def test_a_function_is_as_sure_as_its_mention_and_a_slot_as_its_least_sure_part(folder: Folder) -> None:
    lines = evaluated(folder, GOLD)
    assert row(lines, "fonctions", table=1)[:2] == ["–", "1"]
    assert row(lines, "personnes par séance", table=1)[:2] == ["–", "1"]


def test_what_was_missed_and_invented_is_listed_by_document(folder: Folder) -> None:
    lines = [" ".join(line.split()) for line in evaluated(folder, GOLD, "--misses")]
    assert "2007/ecluses.txt" in lines
    assert {"manqué personnes Karim Boussaïd", "inventé personnes Place Rouge"} <= set(lines)


def test_without_misses_no_document_is_listed(folder: Folder) -> None:
    assert "2007/ecluses.txt" not in evaluated(folder, GOLD)


@pytest.mark.parametrize("name", ["2007/ecluses.txt", "2007/ecluses", "ecluses.txt", "ecluses"])
def test_a_document_can_be_named_in_short(folder: Folder, name: str) -> None:
    assert evaluated(folder, {**GOLD, "id": name})[0].endswith("sans fichier extrait : 0.")


def test_a_document_without_extracted_file_counts_as_all_missed(folder: Folder) -> None:
    lines = evaluated(folder, {**GOLD, "id": "2007/perdu.txt"})
    assert lines[1].strip() == "sans fichier extrait : 2007/perdu.txt"
    assert row(lines, "personnes", table=0) == ["0,000", "0,000", "0,000", "0", "0", "2"]


def test_no_gold_is_said_with_its_exit_code(folder: Folder, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path / "none"), "--archive", str(folder.root)])
    assert (result.exit_code, "Aucun fichier de référence" in result.stderr) == (9, True)


def test_every_field_has_a_label() -> None:
    assert set(report.LABELS) == set(FIELDS)
