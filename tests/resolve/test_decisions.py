"""What people decided goes before what the machine thinks; a decision that finds nothing is reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.archive import Archive, Decision
from pipeline.errors import DamagedDecisions
from pipeline.resolve import read_decisions, resolve
from tests.records import appearance, event, record

PAPERS = (
    record("a.txt", event("Les écluses", "2001-05-03", appearance("Jeanne Kervella", at="Amis du canal"))),
    record("b.txt", event("Le halage", "2002-05-03", appearance("J. Kervella", at="Amis du Canal de l'Yonne"))),
    record("c.txt", event("Le port", "2003-05-03", appearance("Jeanne Boussaïd", at="Cercle nautique"))),
)


def decision(action: str, left: str, right: str, kind: str = "person") -> Decision:
    return Decision(action, kind, left, right, at="2026-01-31", by="archives")


def people(archive: Archive) -> set[str]:
    return {person.name for person in archive.people}


def test_without_decisions_the_machine_joins_what_it_is_sure_of() -> None:
    assert people(resolve(PAPERS, ())) == {"Jeanne Kervella", "Jeanne Boussaïd"}


def test_same_joins_what_the_machine_keeps_apart() -> None:
    archive = resolve(PAPERS, [decision("same", "Jeanne Kervella", "Jeanne Boussaïd")])
    assert len(archive.people) == 1


def test_different_parts_what_the_machine_joins() -> None:
    archive = resolve(PAPERS, [decision("different", "Jeanne Kervella", "J. Kervella")])
    assert people(archive) == {"Jeanne Kervella", "J. Kervella", "Jeanne Boussaïd"}


def test_rename_gives_an_entity_its_name_and_the_old_address_leads_to_it() -> None:
    archive = resolve(PAPERS, [decision("rename", "J. Kervella", "Jeanne Kervella-Roux")])
    (person,) = [person for person in archive.people if person.name == "Jeanne Kervella-Roux"]
    assert person.id == "jeanne-kervella-roux"
    assert "jeanne-kervella" in person.redirects


def test_bodies_are_decided_on_as_people_are() -> None:
    told = decision("same", "Amis du canal", "Amis du Canal de l'Yonne", kind="organisation")
    assert len(resolve(PAPERS, [told]).organisations) == len(resolve(PAPERS, ()).organisations) - 1


def test_a_decision_on_people_says_nothing_of_bodies() -> None:
    told = decision("same", "Amis du canal", "Cercle nautique", kind="person")
    assert len(resolve(PAPERS, [told]).organisations) == len(resolve(PAPERS, ()).organisations)


@pytest.mark.parametrize(
    "lost",
    [
        decision("same", "Jeanne Kervella", "Nobody Known"),
        decision("different", "Nobody Known", "Jeanne Kervella"),
        decision("rename", "Nobody Known", "Somebody"),
    ],
    ids=lambda lost: lost.action,
)
def test_a_decision_that_finds_no_name_is_reported(lost: Decision) -> None:
    assert resolve(PAPERS, [lost]).unmatched == (lost,)


def test_a_decision_that_finds_its_names_is_not_reported() -> None:
    assert resolve(PAPERS, [decision("same", "Jeanne Kervella", "J. Kervella")]).unmatched == ()


# ── decisions.jsonl ──────────────────────────────────────────────────────────────────────────────────────────────────

GOOD = {"action": "same", "kind": "person", "left": "A B", "right": "C D", "at": "2026-01-31", "by": "archives"}


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions.jsonl") == ()


def test_decisions_are_read_in_the_order_they_were_taken(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n".join(json.dumps({**GOOD, "left": name}) for name in ("Zoé", "Ana")) + "\n\n", "utf-8")
    assert [told.left for told in read_decisions(path)] == ["Zoé", "Ana"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"same"',
        "{}",
        json.dumps({**GOOD, "action": "forget"}),
        json.dumps({**GOOD, "kind": "planet"}),
        json.dumps({**GOOD, "right": None}),
        json.dumps({**GOOD, "colour": "red"}),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n{line}\n", "utf-8")
    with pytest.raises(DamagedDecisions, match="ligne 2"):
        read_decisions(path)
