"""What people decided about the facts of one paper: corrected, rejected, added; what finds no fact is reported."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.archive import Archive, Decision, EventEntity
from pipeline.errors import DamagedDecisions
from pipeline.model import Organisation, Session, Venue
from pipeline.resolve import read_decisions, resolve
from tests.records import appearance, event, record

PAPER = "0" * 64
HALAGE = event(
    "Le halage",
    "1998-05-03",
    appearance("Jeanne Kervella", function="présidente", at="Amis du canal", session=0),
    appearance("Salle Boussaïd", session=1),
    appearance("Paul Ottoman", session=1),
    venue=Venue("Maison des associations", None, None, "Auxerre"),
    sessions=(Session("1998-05-03", "09:00", None, "Accueil"), Session("1998-05-03", "10:00", None, "Le chemin")),
    organisations=(Organisation("Amis du canal", "AC", "organiser"), Organisation("Cercle nautique", None, "partner")),
    evidence={"appearances.0": (1,), "appearances.1": (2,), "appearances.2": (3,), "title": (4,)},
    confidence={"title": 0.6, "appearances.2": 0.7},
    date_note="L'année est déduite.",
)


def decision(action: str, kind: str, left: str | None, right: str | None, role: str | None = None) -> Decision:
    return Decision(action, kind, left, right, at="2026-01-31", by="archives", sha256=PAPER, role=role)


def resolved(*decisions: Decision) -> Archive:
    return resolve([record("a.txt", HALAGE)], decisions)


def decided(*decisions: Decision) -> EventEntity:
    archive = resolved(*decisions)
    assert archive.unmatched == ()
    (entity,) = archive.events
    return entity


# ── correct ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("read", ["Le halage", "LE HALAGE", " le  halage"])
def test_a_title_is_corrected_however_it_is_spelled(read: str) -> None:
    entity = decided(decision("correct", "title", read, "Les haleurs"))
    assert (entity.event.title, entity.event.confidence["title"]) == ("Les haleurs", 1.0)


def test_a_better_reading_that_says_what_was_decided_is_no_lost_decision() -> None:
    assert decided(decision("correct", "title", "Le ha1age", "Le halage")).event.title == "Le halage"


def test_with_the_day_of_an_event_its_sessions_move() -> None:
    found = decided(decision("correct", "start", "1998-05-03", "1988-05-03")).event
    assert (found.start, found.end, found.date_note) == ("1988-05-03", "1988-05-03", None)
    assert {session.date for session in found.sessions} == {"1988-05-03"}


def test_a_part_of_the_venue_is_corrected() -> None:
    found = decided(decision("correct", "venue.city", "Auxerre", "Avallon")).event
    assert (found.venue.name, found.venue.city) == ("Maison des associations", "Avallon")


def test_a_person_is_corrected_on_this_paper_alone() -> None:
    other = record("b.txt", event("Le port", "2003-05-03", appearance("Paul Ottoman")))
    other = replace(other, document=replace(other.document, sha256="1" * 64))
    archive = resolve([record("a.txt", HALAGE), other], [decision("correct", "person", "Paul Ottoman", "Zoé Oberlin")])
    assert {person.name for person in archive.people} >= {"Zoé Oberlin", "Paul Ottoman"}


def test_a_body_is_corrected_as_organiser_and_as_affiliation() -> None:
    entity = decided(decision("correct", "organisation", "Amis du canal", "Amis du canal de Bourgogne"))
    assert entity.attendances[0].organisation_printed == "Amis du canal de Bourgogne"
    assert entity.hostings[0].printed == "Amis du canal de Bourgogne"


def test_the_function_of_a_person_is_corrected() -> None:
    assert (
        decided(decision("correct", "function", "Jeanne Kervella", "trésorière")).attendances[0].function
        == "trésorière"
    )


# ── reject ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_is_no_person_goes_and_the_others_keep_their_places_on_the_page() -> None:
    entity = decided(decision("reject", "person", "Salle Boussaïd", None))
    told = [(each.printed, each.session, each.mentions) for each in entity.attendances]
    assert told == [("Jeanne Kervella", 0, (1,)), ("Paul Ottoman", 1, (3,))]


def test_who_spoke_in_a_rejected_session_was_at_the_event() -> None:
    entity = decided(decision("reject", "session", "Accueil", None))
    assert [session.title for session in entity.event.sessions] == ["Le chemin"]
    assert [each.session for each in entity.attendances] == [None, 0, 0]


def test_a_rejected_value_is_unknown() -> None:
    assert decided(decision("reject", "start", "1998-05-03", None)).event.start is None


def test_a_rejected_body_is_nobodys_affiliation() -> None:
    entity = decided(decision("reject", "organisation", "Amis du canal", None))
    assert entity.attendances[0].organisation is None
    assert [hosting.printed for hosting in entity.hostings] == ["Cercle nautique"]


def test_an_affiliation_alone_is_rejected() -> None:
    entity = decided(decision("reject", "affiliation", "Jeanne Kervella", None))
    assert (entity.attendances[0].function, entity.attendances[0].organisation) == ("présidente", None)


def test_what_is_no_event_goes() -> None:
    assert resolved(decision("reject", "event", "Le halage", None)).events == ()


# ── add ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_person_is_added_with_a_role_a_function_and_a_body() -> None:
    entity = decided(
        decision("add", "person", None, "Zoé Delmas", role="chair"),
        decision("add", "function", "Zoé Delmas", "éclusière"),
        decision("add", "affiliation", "Zoé Delmas", "Cercle nautique"),
    )
    added = entity.attendances[-1]
    assert (added.printed, added.role, added.function) == ("Zoé Delmas", "chair", "éclusière")
    assert (added.organisation, added.confidence) == ("cercle-nautique", 1.0)


def test_what_was_not_read_is_added() -> None:
    assert decided(decision("add", "price", None, "5 €")).event.price == "5 €"


def test_what_is_there_by_now_is_not_added_twice() -> None:
    assert len(decided(decision("add", "person", None, "Paul Ottoman")).attendances) == 3


def test_an_event_that_was_not_read_is_added_and_has_facts_of_its_own() -> None:
    told = [decision("add", "event", None, "Le bal"), decision("add", "start", "Le bal", "1998-05-04")]
    archive = resolved(*told)
    assert [(each.event.title, each.event.start) for each in archive.events] == [
        ("Le halage", "1998-05-03"),
        ("Le bal", "1998-05-04"),
    ]


# ── what stood there ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "stood"),
    [
        (decision("correct", "title", "LE HALAGE", "Les haleurs"), "Le halage"),
        (decision("correct", "title", "Le ha1age", "Le halage"), None),
        (decision("reject", "venue.city", "auxerre", None), "Auxerre"),
        (decision("reject", "person", "SALLE BOUSSAÏD", None), "Salle Boussaïd"),
        (decision("correct", "organisation", "amis du canal", "Canal"), "Amis du canal"),
        (decision("correct", "function", "Jeanne Kervella", "trésorière"), "présidente"),
        (decision("reject", "affiliation", "Jeanne Kervella", None), "Amis du canal"),
        (decision("reject", "event", "le halage", None), "Le halage"),
        (decision("add", "price", None, "5 €"), None),
    ],
    ids=lambda told: f"{told.action} {told.kind}" if isinstance(told, Decision) else str(told),
)
def test_what_the_paper_was_read_to_say_is_kept_with_the_decision(told: Decision, stood: str | None) -> None:
    assert resolved(told).replaced == {told: stood}


def test_a_decision_that_finds_no_fact_replaces_nothing() -> None:
    assert resolved(decision("reject", "person", "Nobody Known", None)).replaced == {}


# ── what finds no fact ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "lost",
    [
        decision("correct", "title", "Le port", "Les ports"),
        decision("correct", "person", "Nobody Known", "Somebody"),
        decision("correct", "function", "Paul Ottoman", "maire"),
        decision("reject", "person", "Nobody Known", None),
        decision("reject", "event", "Le port", None),
        decision("reject", "organisation", "Nobody Known", None),
        decision("add", "price", "Le port", "5 €"),
        decision("add", "title", None, "Un autre titre"),
        decision("add", "function", "Jeanne Kervella", "maire"),
        Decision("reject", "person", "Paul Ottoman", None, at="2026-01-31", by="archives", sha256="f" * 64),
    ],
    ids=lambda lost: f"{lost.action} {lost.kind} {lost.left}",
)
def test_a_decision_that_finds_no_fact_is_reported_and_changes_nothing(lost: Decision) -> None:
    archive = resolved(lost)
    assert archive.unmatched == (lost,)
    assert archive.events == resolved().events


# ── decisions.jsonl ──────────────────────────────────────────────────────────────────────────────────────────────────

GOOD = {"action": "correct", "kind": "title", "left": "A", "right": "B", "sha256": PAPER, "at": "2026-01-31", "by": "x"}


@pytest.mark.parametrize(
    "told",
    [{}, {"action": "reject", "right": None}, {"action": "add", "left": None}, {"kind": "start", "right": "2007-03"}],
)
def test_a_decision_on_a_fact_is_read(tmp_path: Path, told: dict[str, str | None]) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(json.dumps(GOOD | told), "utf-8")
    assert [each.sha256 for each in read_decisions(path)] == [PAPER]


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"kind": "colour"}, "colour"),
        ({"kind": "event"}, "event"),
        ({"sha256": None}, "sha256"),
        ({"left": None}, "left"),
        ({"right": ""}, "right"),
        ({"action": "reject"}, "sans « right »"),
        ({"action": "add", "right": None}, "right"),
        ({"action": "add", "kind": "function", "left": None}, "la personne"),
        ({"kind": "start", "right": "3 mai 1998"}, "3 mai 1998"),
        ({"kind": "end_time", "right": "9h"}, "09:15"),
        ({"kind": "end_time", "right": "25:00"}, "25:00"),
        ({"kind": "start", "right": "1998-02-30"}, "1998-02-30"),
        ({"kind": "start", "right": "1998-13"}, "1998-13"),
        ({"kind": "start", "right": 1998}, "« right » doit être un texte"),
        ({"kind": "price", "left": 5}, "« left » doit être un texte"),
        ({"sha256": 0}, "« sha256 » doit être un texte"),
    ],
)
def test_what_a_decision_on_a_fact_lacks_is_said(tmp_path: Path, told: dict[str, object], what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(json.dumps(GOOD | told), "utf-8")
    with pytest.raises(DamagedDecisions, match=what):
        read_decisions(path)
