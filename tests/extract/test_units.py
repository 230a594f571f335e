"""Several events on one paper: what is each one's own, and what the paper says of all of them."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.model import Event
from tests.extract.papers import document


def events_of(text: str) -> tuple[Event, ...]:
    """The events a paper announces."""
    return extract(document(text)).events


CYCLE = """\
LES MIDIS DU LIVRE

Lieu : Maison de la Laïcité, 60 rue des Brasseurs, Namur

Mardi 17 janvier 2006
Le vote des étrangers
Lise Ardant, politologue

Mardi 21 février 2006
Les voix de la rue
Paul Roux, écrivain

Mardi 21 mars 2006
Ce que nous apprend la carte
Anne Masson, géographe

Direction : Jean Aubrac
Ed. resp. : J. Aubrac, 12 rue Haute, Namur
Horaires : mardi 14h-18h, mercredi 10h-12h / 14h-18h
"""


def test_the_last_event_of_a_cycle_ends_with_its_paragraph() -> None:
    last = events_of(CYCLE)[-1]
    assert last.venue is not None
    assert last.venue.name == "Maison de la Laïcité"


def test_who_directs_the_house_is_named_below_a_cycle_for_all_of_it() -> None:
    for event in events_of(CYCLE):
        assert "Jean Aubrac" in [part.person for part in event.appearances]


def test_the_days_a_house_is_open_are_no_hours_of_its_events() -> None:
    assert {event.start_time for event in events_of(CYCLE)} == {None}


SEASON = """\
LE GRAND LIVRE
théâtre, mise en scène de Lise Ardant
mardi 7 octobre 1997 à 20h30

QUATUOR ARDENNE
musique de Haydn et de Ravel
jeudi 23 octobre 1997 à 20h30 - Chapelle de la Visitation

LA NUIT DES SABLES
un spectacle de la compagnie Pompon
mercredi 17 décembre 1997 à 15h - Grande Salle
"""


def test_an_event_without_place_has_not_that_of_its_neighbour() -> None:
    first, second, third = events_of(SEASON)
    assert first.venue is None or first.venue.name is None
    assert second.venue is not None
    assert second.venue.name == "Chapelle de la Visitation"
    assert third.venue is not None
    assert third.venue.name == "Grande Salle"


AGENDA = """\
L'AGENDA novembre 2017

SAMEDI 4
Grand loto du quartier
20 h 30, salle Jean-Roux

VENDREDI 10
Les mutineries de 1917
20 h, auditorium du Conservatoire

JEUDI 16
Don du sang
De 15 h à 19 h, salle Émeraude
"""


def test_the_only_hour_of_an_entry_is_the_hour_of_its_event() -> None:
    hours = [(event.start_time, event.end_time) for event in events_of(AGENDA)]
    assert hours == [("20:30", None), ("20:00", None), ("15:00", "19:00")]


def test_the_hall_beside_the_only_hour_of_an_entry_is_the_place_of_its_event() -> None:
    halls = [event.venue.name if event.venue else None for event in events_of(AGENDA)]
    assert halls == ["salle Jean-Roux", "auditorium du Conservatoire", "salle Émeraude"]


def test_an_evening_with_nothing_on_is_no_event() -> None:
    programme = AGENDA + "\nVENDREDI 17\nRelâche\n"
    assert [event.title for event in events_of(programme)][-1] == "Don du sang"


SEMINAR = """\
Séminaire « Rumeurs »
Le jeudi de 17 h à 19 h, salle D-118

13 octobre 2016 – Une histoire du ragot, Paul Roux (CNRS)
17 novembre 2016 – Le lavoir et la rue, Lise Ardant (CNRS)
8 décembre 2016 – La calomnie, Anne Masson (CNRS)
"""


def test_the_weekday_and_hours_above_a_cycle_are_those_of_each_sitting() -> None:
    assert {(event.start_time, event.end_time) for event in events_of(SEMINAR)} == {("17:00", "19:00")}


def test_the_body_at_which_a_speaker_works_is_not_the_place() -> None:
    last = events_of(
        "Séminaire « Rumeurs »\nLieu : Salle Jean-Roux, Nancy\n\n13 octobre 2016 – Le lavoir et la rue, Lise Ardant\n"
        "17 novembre 2016 – Une histoire du ragot, Paul Roux\n"
        "8 décembre 2016 – La calomnie, Anne Masson, maître de conférences à l'Université de Bourgogne\n"
    )[-1]
    assert last.venue is not None
    assert last.venue.name == "Salle Jean-Roux"


def test_a_piece_of_the_dated_line_is_the_town() -> None:
    (event,) = events_of(
        "LES VOIX DU CANAL\n9e festival de chant · 1er – 3 juillet 2022 · Castelnaudary\n\nSalle Jean-Roux"
    )
    assert event.venue is not None
    assert event.venue.city == "Castelnaudary"


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("VILLE DE CHÂTEL-SUR-VOUSE", "CHÂTEL-SUR-VOUSE"),
        ("3 place du Foirail, Figeac", "Figeac"),
        ("3 place du Foirail, Figeac – toutes les séances sont gratuites, sur inscription", "Figeac"),
        ("Renseignements : 3 place du Foirail, Figeac", None),
    ],
)
def test_the_town_of_the_paper_is_that_of_its_commune_or_address(line: str, town: str | None) -> None:
    (event,) = events_of(f"{line}\n\nLa nuit des cartes\nsamedi 4 octobre 2014 à 20h, salle Jean-Roux")
    assert event.venue is not None
    assert event.venue.city == town


def test_rows_of_a_table_and_lines_with_a_date_are_all_events() -> None:
    events = events_of("""\
LES RENDEZ-VOUS DU CANAL, printemps 2009

jeudi 2 avril\tLes crues du canal
\tJeanne Kervella, historienne
jeudi 7 mai\tLes lavoirs de la rive
\tKarim Boussaïd, ethnologue

Visites

Dimanche 19 avril 2009 : La dernière écluse, par Aude Morvan
Dimanche 17 mai 2009 : Dans les réserves, par Aude Morvan
Dimanche 21 juin 2009 : Les péniches au repos, par Aude Morvan
""")
    assert [event.start for event in events] == ["2009-04-02", "2009-05-07", "2009-04-19", "2009-05-17", "2009-06-21"]


HOURLY = """\
L'AGENDA DU FOYER DES TANNEURS

VENDREDI 4 MARS 2022
18H CAFÉ CITOYEN. Faut-il avoir peur des algorithmes ? Avec Lise Ardant, informaticienne.
20H30 CONCERT. Les Frères Pompon

SAMEDI 5 MARS 2022
10H ATELIER. Fabriquer son herbier. Animé par Paul Roux.
15H SPECTACLE. Le petit ours bleu
"""
FESTIVAL = HOURLY.replace("L'AGENDA", "FESTIVAL")
MEETING = """\
L'agenda du comité

Vendredi 4 mars 2022
9h Ouverture
10h Bilan de l'année
Samedi 5 mars 2022
9h Vote du budget
11h Clôture
"""


def test_each_entry_of_an_agenda_is_an_event_on_the_day_above_it() -> None:
    assert [(event.title, event.start, event.start_time) for event in events_of(HOURLY)] == [
        ("CAFÉ CITOYEN. Faut-il avoir peur des algorithmes ?", "2022-03-04", "18:00"),
        ("CONCERT. Les Frères Pompon", "2022-03-04", "20:30"),
        ("ATELIER. Fabriquer son herbier", "2022-03-05", "10:00"),
        ("SPECTACLE. Le petit ours bleu", "2022-03-05", "15:00"),
    ]


@pytest.mark.parametrize("text", [FESTIVAL, MEETING])
def test_the_programme_of_a_festival_or_a_meeting_is_one_event(text: str) -> None:
    assert [len(event.sessions) for event in events_of(text)] == [4]


def test_a_paper_that_gives_its_date_several_times_is_of_one_event() -> None:
    (event,) = events_of(
        "Cérémonie du 11 novembre\n\nCommémoration\n\nMarly\n\n"
        "Le 11 novembre, Marly organise une cérémonie :\n11 h : Messe\n12 h : Cortège\n\n"
        "Adresse\n2 rue Haute\n57000 Marly\n\nLundi 11 novembre 2024 de 11h à 12h30."
    )
    assert (event.start, event.start_time, event.end_time) == ("2024-11-11", "11:00", "12:30")


def test_two_evenings_weeks_apart_are_two_events() -> None:
    found = events_of(
        "UNIVERSITÉ POUR TOUS\n\nJeudi 18 octobre 2018 à 18h30\n\n« Les rubans »\n\nPar Paul Roux, historien.\n\n"
        "Jeudi 15 novembre 2018 à 18h30\n\n« Les peintures »\n\nPar Lise Ardant, conservatrice."
    )
    assert [event.start for event in found] == ["2018-10-18", "2018-11-15"]


def test_a_weekend_printed_with_each_thing_is_no_festival_of_one() -> None:
    found = events_of(
        "Visite du moulin\nAUBRAY 79170\nDu 20/09/2025 au 21/09/2025\nLa roue tourne.\n\n"
        "Visite de l'orangerie\nMERLIEU 79800\nDu 20/09/2025 au 21/09/2025\nLes citronniers sont dehors.\n\n"
        "Concert du soir\nLAUTREC 81440\nLe 20/09/2025\nAu programme, Haydn."
    )
    assert [event.title for event in found] == ["Visite du moulin", "Visite de l'orangerie", "Concert du soir"]
