"""Several papers of one event, and events that only look alike; venues with and without their town."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.load import load
from pipeline.model import Event, Venue
from pipeline.resolve import resolve
from pipeline.resolve.events import same_events, sources_of
from pipeline.resolve.venues import venues_of
from tests.records import appearance, event, record

TITLE = "Les écluses de l'Yonne"
JOIGNY, SENS = Venue(city="Joigny"), Venue(city="Sens")


def groups(left: Event, right: Event) -> int:
    return len(same_events(sources_of([record("a.txt", left), record("b.txt", right)])[0]))


@pytest.mark.parametrize("title", [TITLE, TITLE.upper(), "Les ecluses de l’Yonne", f"Conférence : {TITLE}"])
def test_two_papers_of_one_day_and_title_are_one_event(title: str) -> None:
    assert groups(event(TITLE, "2007-03-31"), event(title, "2007-03-31")) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (event(TITLE, "2007-03-31"), event(TITLE, "2008-03-31")),
        (event(TITLE, "2007-03-31", venue=JOIGNY), event(TITLE, "2007-03-31", venue=SENS)),
        (event(TITLE, "2007-03-31"), event("Concert de la chorale", "2007-03-31")),
        (event(TITLE, None), event(TITLE, None)),
        (event(None, "2007-03-31"), event(None, "2007-03-31")),
        (event("AG", "2007-03-31"), event("AG", "2007-03-31")),
    ],
    ids=["day", "town", "title", "no-day", "no-title", "short-title"],
)
def test_what_only_looks_alike_stays_two_events(left: Event, right: Event) -> None:
    assert groups(left, right) == 2


def test_one_paper_never_announces_an_event_twice() -> None:
    twice = record("a.txt", event(TITLE, "2007-03-31"), event(TITLE, "2007-03-31"))
    assert len(same_events(sources_of([twice])[0])) == 2


def test_the_fullest_paper_speaks_and_the_others_fill_its_blanks() -> None:
    programme = record("b.txt", event(TITLE, "2007-03-31", appearance("Jeanne Kervella")))
    poster = record("a.txt", event(TITLE, "2007-03-31", appearance("Karim Boussaïd"), price="5 €", venue=JOIGNY))
    (merged,) = resolve([poster, programme], ()).events
    assert (merged.event.price, merged.event.venue.city) == ("5 €", "Joigny")
    assert {attendance.person for attendance in merged.attendances} == {"jeanne-kervella", "karim-boussaid"}


def test_events_of_one_day_and_title_get_numbered_addresses() -> None:
    papers = [record(f"{town.city}.txt", event(TITLE, "2007-03-31", venue=town)) for town in (JOIGNY, SENS)]
    assert [found.id for found in resolve(papers, ()).events] == [
        "2007-03-31-les-ecluses-de-l-yonne",
        "2007-03-31-les-ecluses-de-l-yonne-2",
    ]


def test_a_title_that_ends_in_a_number_takes_no_other_events_address(tmp_path: Path) -> None:
    papers = [record(f"{town.city}.txt", event("Atelier", "2007-03-31", venue=town)) for town in (JOIGNY, SENS)]
    archive = resolve([*papers, record("z.txt", event("Atelier 2", "2007-03-31"))], ())
    load(archive, tmp_path / "archive.db", tmp_path / "private.db", "test")
    addresses = ["2007-03-31-atelier", "2007-03-31-atelier-2", "2007-03-31-atelier-2-2"]
    assert [found.id for found in archive.events] == addresses


def test_a_hall_with_a_number_takes_no_other_halls_address() -> None:
    printed = [Venue("Salle", city="Sens"), Venue("Salle Sens"), Venue("Salle Sens 2")]
    assert len({venue.id for venue in venues_of(printed).values()}) == 3


def test_a_venue_without_town_is_the_one_known_by_that_name() -> None:
    hall, nameless = Venue("Maison des associations", city="Joigny"), Venue("MAISON DES ASSOCIATIONS")
    venues = venues_of([hall, nameless])
    assert venues[nameless].id == venues[hall].id == "maison-des-associations-joigny"


def test_a_name_known_in_two_towns_is_two_venues_and_a_third_where_the_town_is_missing() -> None:
    printed = [Venue("Salle des fêtes", city=town) for town in ("Joigny", "Sens", None)]
    assert len({venue.id for venue in venues_of(printed).values()}) == 3


def test_a_town_alone_is_no_venue() -> None:
    assert venues_of([JOIGNY]) == {}
