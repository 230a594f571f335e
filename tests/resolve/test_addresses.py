"""Addresses of events: an old one leads to where the event is now, whatever was corrected since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive import Archive, Decision
from pipeline.model import Event, Record, Venue
from pipeline.resolve import resolve
from tests.records import appearance, event, record

DAY = "1998-05-03"
HALAGE = event("Le ha1age", DAY)


def paper(number: int, *events: Event) -> Record:
    """A paper with a checksum of its own."""
    made = record(f"{number}.txt", *events)
    return replace(made, document=replace(made.document, sha256=f"{number:064}"))


def decision(action: str, kind: str, left: str | None, right: str | None, number: int = 1) -> Decision:
    return Decision(action, kind, left, right, at="2026-01-31", by="archives", sha256=f"{number:064}")


def title(left: str, right: str, number: int = 1) -> Decision:
    return decision("correct", "title", left, right, number)


def day(left: str, right: str, number: int = 1) -> Decision:
    return decision("correct", "start", left, right, number)


def leads(archive: Archive) -> dict[str, str]:
    """Old address → address."""
    return {old: found.id for found in archive.events for old in found.redirects}


# ── old addresses ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "old", "new"),
    [
        ([title("Le ha1age", "Le halage")], ["1998-05-03-le-ha1age"], "1998-05-03-le-halage"),
        ([day(DAY, "1988-05-03")], ["1998-05-03-le-ha1age"], "1988-05-03-le-ha1age"),
        ([decision("reject", "start", DAY, None)], ["1998-05-03-le-ha1age"], "sans-date-le-ha1age"),
        (
            [title("Le ha1age", "Le hallage"), day(DAY, "1988-05-03"), title("Le hallage", "Le halage")],
            ["1988-05-03-le-hallage", "1998-05-03-le-ha1age", "1998-05-03-le-hallage"],
            "1988-05-03-le-halage",
        ),
        ([title("Le ha1age", "LE HA1AGE")], [], "1998-05-03-le-ha1age"),
    ],
    ids=["title", "day", "rejected day", "three times", "capitals only"],
)
def test_the_addresses_an_event_had_lead_to_it(told: list[Decision], old: list[str], new: str) -> None:
    archive = resolve([paper(1, HALAGE)], told)
    assert (leads(archive), [found.id for found in archive.events]) == (dict.fromkeys(old, new), [new])


def test_a_correction_taken_back_gives_the_event_its_first_address_again() -> None:
    archive = resolve([paper(1, HALAGE)], [title("Le ha1age", "Halage"), title("Halage", "Le ha1age")])
    assert leads(archive) == {"1998-05-03-halage": "1998-05-03-le-ha1age"}


def test_what_was_added_to_an_event_without_day_or_title_moves_its_address() -> None:
    told = [decision("add", "title", None, "Le halage"), decision("add", "start", None, DAY)]
    archive = resolve([paper(1, event(None, None))], told)
    assert leads(archive) == dict.fromkeys(["sans-date", "sans-date-le-halage"], "1998-05-03-le-halage")


def test_a_better_reading_that_says_what_was_decided_keeps_the_address_of_the_bad_one() -> None:
    archive = resolve([paper(1, event("Le halage", DAY))], [title("Le ha1age", "Le halage")])
    assert leads(archive) == {"1998-05-03-le-ha1age": "1998-05-03-le-halage"}


def test_a_paper_that_joins_a_fuller_one_leaves_its_address_behind() -> None:
    programme = event("Conférence : Les chemins de halage", DAY, appearance("Jeanne Kervella"))
    archive = resolve([paper(1, event("Les chemins de halage", DAY)), paper(2, programme)], ())
    assert leads(archive) == {"1998-05-03-les-chemins-de-halage": "1998-05-03-conference-les-chemins-de-halage"}


def test_an_event_corrected_on_both_its_papers_leaves_one_address_behind() -> None:
    told = [day(DAY, "1988-05-03", 1), day(DAY, "1988-05-03", 2)]
    archive = resolve([paper(1, HALAGE), paper(2, HALAGE)], told)
    assert leads(archive) == {"1998-05-03-le-ha1age": "1988-05-03-le-ha1age"}


def test_an_address_still_in_use_leads_nowhere_else() -> None:
    archive = resolve([paper(1, HALAGE), paper(2, HALAGE)], [day(DAY, "1988-05-03")])
    assert {found.id for found in archive.events} == {"1988-05-03-le-ha1age", "1998-05-03-le-ha1age"}
    assert leads(archive) == {}


def test_no_event_takes_the_number_of_one_that_was_corrected() -> None:
    towns = ("Auxerre", "Joigny", "Sens")
    papers = [paper(number, replace(HALAGE, venue=Venue(city=town))) for number, town in enumerate(towns, 1)]
    archive = resolve(papers, [title("Le ha1age", "Le bal")])
    assert [found.id for found in archive.events] == [
        "1998-05-03-le-bal",
        "1998-05-03-le-ha1age-2",
        "1998-05-03-le-ha1age-3",
    ]
    assert leads(archive) == {"1998-05-03-le-ha1age": "1998-05-03-le-bal"}


TITLES = st.sampled_from(("Le halage", "Le bal", "Le bal 2"))


@given(st.lists(TITLES, min_size=3, max_size=3), st.lists(st.tuples(st.integers(1, 3), TITLES), max_size=5))
def test_no_address_that_ever_was_is_lost(read: Sequence[str], corrections: Sequence[tuple[int, str]]) -> None:
    towns = ("Auxerre", "Joigny", "Sens")
    papers = [
        paper(number, event(name, DAY, venue=Venue(city=town)))
        for number, (name, town) in enumerate(zip(read, towns, strict=True), 1)
    ]
    now, told = dict(enumerate(read, 1)), []
    ever = {found.id for found in resolve(papers, ()).events}
    for number, right in corrections:
        told.append(title(now[number], right, number))
        now[number] = right
        ever |= {found.id for found in resolve(papers, told).events}
    archive = resolve(papers, told)
    assert ever <= {found.id for found in archive.events} | leads(archive).keys()


# ── decisions by a former name ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name",
    ["Le halage", "Le ha1age", "1998-05-03-le-ha1age", "1998-05-03-le-halage"],
    ids=["title", "former title", "former address", "address"],
)
def test_an_event_is_decided_on_by_what_it_is_called_or_was(name: str) -> None:
    told = [title("Le ha1age", "Le halage"), decision("add", "price", name, "5 €")]
    archive = resolve([paper(1, HALAGE, event("Le bal", DAY))], told)
    assert archive.unmatched == ()
    assert [found.event.price for found in archive.events] == ["5 €", None]


def test_of_several_events_of_one_title_the_address_names_one() -> None:
    papers = [paper(1, HALAGE, replace(HALAGE, start="1998-06-07"))]
    archive = resolve(papers, [decision("reject", "event", "1998-06-07-le-ha1age", None)])
    assert [found.id for found in archive.events] == ["1998-05-03-le-ha1age"]


def test_who_goes_by_a_name_now_goes_before_who_once_did() -> None:
    told = [title("Le ha1age", "Le bal"), title("Le port", "Le ha1age"), decision("add", "price", "Le ha1age", "5 €")]
    archive = resolve([paper(1, HALAGE, event("Le port", DAY))], told)
    assert {found.event.title: found.event.price for found in archive.events} == {"Le bal": None, "Le ha1age": "5 €"}


def test_an_event_that_bears_the_title_another_was_wrongly_given_is_added() -> None:
    told = [title("Le ha1age", "Le bal"), decision("add", "event", None, "Le ha1age")]
    archive = resolve([paper(1, HALAGE)], told)
    assert {found.event.title for found in archive.events} == {"Le bal", "Le ha1age"}
