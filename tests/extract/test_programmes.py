"""Whole papers: which events they announce, when, where, under what name, with which slots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Document, Event, Extraction
from pipeline.read.text import read_text

Reader = Callable[[str], Extraction]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a typed paper and tells what it says."""

    def read_paper(text: str, name: str = "papier.txt") -> Extraction:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        pages, _ = read_text(path)
        return extract(Document(name, "0" * 64, "text/plain", len(text), pages))

    return read_paper


def _slots(event: Event) -> list[tuple[str | None, str | None, str | None]]:
    return [(slot.start_time, slot.end_time, slot.title) for slot in event.sessions]


def _cast(event: Event) -> dict[str, str | None]:
    """Who appears in which slot; None for the whole event."""
    return {
        part.person: event.sessions[part.session].title if part.session is not None else None
        for part in event.appearances
    }


# ── one event ────────────────────────────────────────────────────────────────────────────────────────────────────────

MEETING = """\
POUR LA DÉFENSE DE L'ÉCOLE
GRAND MEETING UNITAIRE
Mercredi 29 novembre 1995 à 18h30
Bourse du Travail – place de la Liberté – Toulon
"""
LETTER = """\
ASSOCIATION DES PARENTS D'ÉLÈVES

Le 14 septembre 1998

Madame, Monsieur,

Vous êtes invités à participer à notre

ASSEMBLÉE GÉNÉRALE

qui se tiendra le vendredi 2 octobre 1998 à 20 h 30
dans la salle polyvalente du collège.
"""
COUNCIL = """\
COMMUNE DE BELLEFONTAINE
CONVOCATION
Le conseil municipal se réunira en séance publique à la mairie
le mardi 9 mars 2004 à 20 heures
ORDRE DU JOUR
- approbation du compte rendu de la séance du 3 février 2004
- vote des taux
"""
CONCERT = """\
Église Saint-Martin de Limoux
Samedi 8 décembre 2012 à 20h30

CONCERT DE NOËL

Ensemble vocal Les Voix du Val

Location : Office de tourisme, 04 68 00 00 00
"""
SHOW = """\
Musée du Feutre
Mouzon

Exposition
Laines du monde
du 15 juin au 30 septembre 2019
Tous les jours sauf le mardi, de 14h à 18h
"""
WEBINAR = """\
Webinaire
Conserver les archives des associations
Mardi 12 mars 2024 | 12h30 - 13h30 | en ligne (Zoom)
"""
WEB_PAGE = """\
Réunion publique : réaménagement de la rue Pasteur
date: 2019-06-20 18:30:00
horaire: 18h30 - 20h30
lieu: Salle du conseil, Hôtel de ville, Tarbes

La Ville organise une réunion de concertation sur le réaménagement de la rue Pasteur.
"""
CEREMONY = """\
VILLE DE CHÂTILLON
CÉRÉMONIE COMMÉMORATIVE DE L'ARMISTICE DU 11 NOVEMBRE 1918
Mercredi 11 novembre 2009
"""


@dataclass(frozen=True)
class Said:
    """What a paper with one event says."""

    title: str
    start: str
    hours: tuple[str | None, str | None] = (None, None)
    venue: tuple[str | None, str | None] = (None, None)


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (
            MEETING,
            Said("POUR LA DÉFENSE DE L'ÉCOLE", "1995-11-29", ("18:30", None), ("Bourse du Travail", "Toulon")),
        ),
        (LETTER, Said("ASSEMBLÉE GÉNÉRALE", "1998-10-02", ("20:30", None), ("salle polyvalente du collège", None))),
        (COUNCIL, Said("conseil municipal", "2004-03-09", ("20:00", None), ("mairie", "BELLEFONTAINE"))),
        (CONCERT, Said("CONCERT DE NOËL", "2012-12-08", ("20:30", None), ("Église Saint-Martin de Limoux", "Limoux"))),
        (SHOW, Said("Laines du monde", "2019-06-15", venue=("Musée du Feutre", "Mouzon"))),
        (
            WEBINAR,
            Said(
                "Conserver les archives des associations", "2024-03-12", ("12:30", "13:30"), ("en ligne (Zoom)", None)
            ),
        ),
        (
            WEB_PAGE,
            Said(
                "Réunion publique : réaménagement de la rue Pasteur",
                "2019-06-20",
                ("18:30", "20:30"),
                ("Salle du conseil", "Tarbes"),
            ),
        ),
        (
            CEREMONY,
            Said("CÉRÉMONIE COMMÉMORATIVE DE L'ARMISTICE DU 11 NOVEMBRE 1918", "2009-11-11", venue=(None, "CHÂTILLON")),
        ),
    ],
    ids=["meeting", "letter", "council", "concert", "show", "webinar", "web page", "ceremony"],
)
def test_a_paper_says_what_is_on_when_and_where(read: Reader, paper: str, said: Said) -> None:
    (event,) = read(paper).events
    venue = (event.venue.name, event.venue.city)
    assert Said(event.title or "", event.start or "", (event.start_time, event.end_time), venue) == said


def test_every_field_points_to_where_it_was_read(read: Reader) -> None:
    found = read(WEB_PAGE)
    printed = {mention.id: mention.raw for mention in found.mentions}
    evidence = found.events[0].evidence
    assert [printed[number] for number in evidence["start_time"]] == ["18h30 - 20h30"]
    assert [printed[number] for number in evidence["venue.name"]] == ["Salle du conseil"]


# ── several events ───────────────────────────────────────────────────────────────────────────────────────────────────

FILM_CLUB = """\
CINÉ-CLUB LES LUMIÈRES
Programme du premier trimestre 1991

Les séances ont lieu le mardi à 20 h 45 à la Maison pour tous, 12 rue des Tanneurs, Mirecourt.

Mardi 8 janvier
LA RÈGLE DU JEU
de Jean Renoir (1939)

Mardi 22 janvier
LES ENFANTS DU PARADIS
de Marcel Carné (1945)
"""
MONTH = """\
LA TANNERIE - PROGRAMME FÉVRIER 2007
café-concert associatif, 12 rue Basse, Moulins

Vendredi 2 - 21h
FANFARE FUNK
5 €

Samedi 10 - 20h30
SOIRÉE CONTES
Entrée libre

Jeudi 15 - 19h
ATELIER PERCUSSIONS
"""
LECTURES = """\
UNIVERSITÉ POPULAIRE DU PAYS DE RETZ
Année 2005-2006
Les conférences ont lieu de 18h30 à 20h à la médiathèque de Machecoul

12 octobre : Le travail des enfants, hier et aujourd'hui, par Claude Berthier, historien
16 novembre : Les 35 heures, par Sophie Legrand (CNRS)
11 janvier : Souffrir au travail, par Yves Mahé
"""
TABLE = """\
Cycle de conférences 2011-2012

| Date | Conférencier | Sujet |
|------|--------------|-------|
| 8 octobre | Jacques Aubert | La population du Vexin |
| 19 novembre | Denise Vial | Les moulins de la Viosne |
| 14 janvier | Michel Combes | Templiers et commanderies |
"""
SITTINGS = """\
# Séminaire doctoral de l'équipe Textes

## Séance du 15 janvier 2025 (14h-16h, salle D223)

- Clara Fontaine : « Annoter des corpus de presse »
- Léo Marchal : « Que faire des brouillons ? »

## Séance du 12 février 2025 (14h-16h, salle D040)

- Nadia Slimani : « Dictionnaires bilingues »
"""
HEADED = """\
Conférence

Le textile dans la vallée

Le 13 mars 2019 à 19h à la médiathèque

Il présentera son dernier ouvrage au public, en présence de plusieurs anciens ouvriers des filatures.

Projection

Les dernières filatures

Le 20 mars 2019 à 20h au cinéma Rex

Un film documentaire tourné dans la vallée avec les anciens ouvriers des filatures.

Exposition

Visages de l'usine

Du 13 au 30 mars 2019 à la médiathèque
"""


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (FILM_CLUB, [("LA RÈGLE DU JEU", "1991-01-08", "20:45"), ("LES ENFANTS DU PARADIS", "1991-01-22", "20:45")]),
        (
            MONTH,
            [
                ("FANFARE FUNK", "2007-02-02", "21:00"),
                ("SOIRÉE CONTES", "2007-02-10", "20:30"),
                ("ATELIER PERCUSSIONS", "2007-02-15", "19:00"),
            ],
        ),
        (
            LECTURES,
            [
                ("Le travail des enfants, hier et aujourd'hui", "2005-10-12", "18:30"),
                ("Les 35 heures", "2005-11-16", "18:30"),
                ("Souffrir au travail", "2006-01-11", "18:30"),
            ],
        ),
        (
            TABLE,
            [
                ("La population du Vexin", "2011-10-08", None),
                ("Les moulins de la Viosne", "2011-11-19", None),
                ("Templiers et commanderies", "2012-01-14", None),
            ],
        ),
        (
            SITTINGS,
            [
                ("Séminaire doctoral de l'équipe Textes", "2025-01-15", "14:00"),
                ("Dictionnaires bilingues", "2025-02-12", "14:00"),
            ],
        ),
        (
            HEADED,
            [
                ("Le textile dans la vallée", "2019-03-13", "19:00"),
                ("Les dernières filatures", "2019-03-20", "20:00"),
                ("Visages de l'usine", "2019-03-13", None),
            ],
        ),
    ],
    ids=["film club", "month", "list", "table", "sittings", "headings above dates"],
)
def test_a_paper_with_several_events_gives_each_its_own(
    read: Reader, paper: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(event.title, event.start, event.start_time) for event in read(paper).events] == expected


def test_one_event_of_a_list_may_be_cancelled(read: Reader) -> None:
    paper = "Séminaire 2015\n\n15 janvier — Pollinisateurs\n29 janvier — séance annulée\n26 février — Agroforesterie\n"
    assert [event.status for event in read(paper).events] == ["scheduled", "cancelled", "scheduled"]


def test_a_private_view_makes_no_second_exhibition(read: Reader) -> None:
    paper = "Éclats, exposition\nDu 20 janvier au 5 mai 2024\nVernissage vendredi 19 janvier 18h30\n"
    assert [(event.start, event.end) for event in read(paper).events] == [("2024-01-20", "2024-05-05")]


def test_the_organisers_of_a_cycle_organise_each_sitting(read: Reader) -> None:
    paper = SITTINGS.replace("\n\n## Séance du 15", "\n\nOrganisation : Marion Vidal\n\n## Séance du 15")
    organisers = [
        {part.person for part in event.appearances if part.role == "organiser"} for event in read(paper).events
    ]
    assert organisers == [{"Marion Vidal"}, {"Marion Vidal"}]


# ── programmes ───────────────────────────────────────────────────────────────────────────────────────────────────────

CONGRESS = """\
COLLOQUE
L'école rurale en France (1880-1980)
10 et 11 octobre 1996

JEUDI 10 OCTOBRE
9 h 30 Ouverture par M. Michel Vergne, président du conseil général
10 h Jean Rouchon (Limoges) : Les instituteurs et la mairie
10 h 45 Pause
11 h La carte scolaire et les communes, par Henri Blot (INRP)

VENDREDI 11 OCTOBRE
9 h 30 – 10 h 15 : Paul Sauvage, « Les cantines »
12 h Clôture

Comité d'organisation : Françoise Tissier
"""
STUDY_DAY = """\
Journée d'étude
Traduire le théâtre
Vendredi 17 novembre 2023

9h30-10h15
« La réplique et son double »
Carla Rossi (Università di Torino)

11h20-12h30 – Table ronde
Modération : Élise Marchand
Avec Fanny Gauthier (metteuse en scène), Rémi Sorel (comédien)

16h30 – Conclusions

Comité scientifique : Carla Rossi
"""
FORUM = """\
FORUM DES ASSOCIATIONS
Samedi 4 septembre 2021 de 10h à 18h
Démonstrations :
• 10h30 : judo
• 16h : chorale Crescendo, direction Marie Texier
Buvette. Pass sanitaire obligatoire.
"""


def test_the_slots_of_a_congress_stand_on_their_days(read: Reader) -> None:
    (event,) = read(CONGRESS).events
    assert [(slot.date, slot.start_time, slot.end_time, slot.title) for slot in event.sessions] == [
        ("1996-10-10", "09:30", None, "Ouverture"),
        ("1996-10-10", "10:00", None, "Les instituteurs et la mairie"),
        ("1996-10-10", "10:45", None, "Pause"),
        ("1996-10-10", "11:00", None, "La carte scolaire et les communes"),
        ("1996-10-11", "09:30", "10:15", "Les cantines"),
        ("1996-10-11", "12:00", None, "Clôture"),
    ]
    assert (event.start, event.end) == ("1996-10-10", "1996-10-11")


def test_everyone_appears_in_their_own_slot(read: Reader) -> None:
    (event,) = read(CONGRESS).events
    assert _cast(event) == {
        "Michel Vergne": "Ouverture",
        "Jean Rouchon": "Les instituteurs et la mairie",
        "Henri Blot": "La carte scolaire et les communes",
        "Paul Sauvage": "Les cantines",
        "Françoise Tissier": None,
    }


ASIDE = """\
COLLOQUE « LES MARAIS »
14 et 15 mars 2019
Jeudi 14 mars
9h30 Une frontière de vase
Simone Achterberg (Université d'Utrecht)
Comité d'organisation
Thibault Garrec
Vendredi 15 mars
9h00 La tourbe, une énergie oubliée
Bernard Quillot (Université de Caen)
"""


def test_a_list_of_organisers_ends_where_the_programme_goes_on(read: Reader) -> None:
    (event,) = read(ASIDE).events
    assert _cast(event) == {
        "Simone Achterberg": "Une frontière de vase",
        "Thibault Garrec": None,
        "Bernard Quillot": "La tourbe, une énergie oubliée",
    }


def test_title_and_people_may_stand_below_the_hour(read: Reader) -> None:
    (event,) = read(STUDY_DAY).events
    assert _slots(event) == [
        ("09:30", "10:15", "La réplique et son double"),
        ("11:20", "12:30", "Table ronde"),
        ("16:30", None, "Conclusions"),
    ]
    in_slots = {(part.person, part.session) for part in event.appearances}
    assert {("Carla Rossi", 0), ("Élise Marchand", 1), ("Fanny Gauthier", 1), ("Rémi Sorel", 1)} <= in_slots


def test_a_list_ends_where_practical_matters_begin(read: Reader) -> None:
    (event,) = read(FORUM).events
    assert (event.start_time, event.end_time) == ("10:00", "18:00")
    assert [slot.title for slot in event.sessions] == ["judo", "chorale Crescendo, direction Marie Texier"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("14h Débat « Médias et démocratie » avec Inès Lambert (journaliste)", "Débat « Médias et démocratie »"),
        ("15h Les cantines, par Paul Sauvage", "Les cantines"),
        ("16h Présentation des formations par Mme Lambert, proviseure", "Présentation des formations"),
        ("17h Anne Leroux (Université de Caen) Érosion des falaises : le cas du Bessin", None),
        ("18h Concert des élèves 12 €", "Concert des élèves"),
    ],
)
def test_a_slot_is_called_by_what_is_on_not_by_who_speaks(read: Reader, row: str, expected: str | None) -> None:
    (event,) = read(f"Journée d'étude\nTraduire le théâtre\nVendredi 17 novembre 2023\n\n9h Accueil\n{row}\n").events
    assert event.sessions[1].title == (expected or "Érosion des falaises : le cas du Bessin")


def test_parallel_slots_are_read_cell_by_cell(read: Reader) -> None:
    paper = """\
Rencontres du logiciel libre
Samedi 12 octobre 2024

| Heure | Amphi A | Amphi B |
|-------|---------|---------|
| 10h | Ouverture des rencontres | Accueil des exposants |
| 11h | PostGIS pour les marcheurs — Anne Carpentier | Un wiki pour mon village — Jacques Dumont |
"""
    (event,) = read(paper).events
    assert [slot.title for slot in event.sessions][-2:] == ["PostGIS pour les marcheurs", "Un wiki pour mon village"]


def test_a_line_with_several_hours_holds_several_slots(read: Reader) -> None:
    (event,) = read("Fête patronale\nDimanche 3 mai 2009\n10h30 messe des anciens – 11h30 vin d'honneur\n").events
    assert _slots(event) == [("10:30", None, "messe des anciens"), ("11:30", None, "vin d'honneur")]


def test_sentences_of_a_list_that_tell_their_hour_are_slots(read: Reader) -> None:
    paper = """\
Festival du film court
date : 2019-02-08

À noter entre autres :

 - La projection du film au cinéma Rex vendredi 8 février à 20h15, suivie d'un débat.
 - La sortie en barque du dimanche 10 février depuis le quai à 10h00.
"""
    (event,) = read(paper).events
    assert [(slot.date, slot.start_time, slot.title) for slot in event.sessions] == [
        ("2019-02-08", "20:15", "La projection du film"),
        ("2019-02-10", "10:00", "La sortie en barque"),
    ]
    assert (event.start, event.end) == ("2019-02-08", "2019-02-10")


# ── years ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("paper", "name", "expected"),
    [
        ("Bal du printemps\nSamedi 14 mars\n© 2009 Les Amis du bal\n", "bal.txt", "2009-03-14"),
        ("Bal du printemps\nSamedi 14 mars\n", "2009/bal.txt", "2009-03-14"),
        ("Bal du printemps\nSamedi 14 mars\n", "bal-2009.txt", None),
        ("Bal du printemps\nSamedi 14 mars\n© 2010 Les Amis du bal\n", "bal.txt", None),
        ("Bal du printemps\nSaison 2008-2009\n14 mars\n", "bal.txt", "2009-03-14"),
        (
            "Bal\n14 mars\nFondée en 1982, l'association a ouvert en mars 1995 sa salle de danse à tous.\n",
            "b.txt",
            "1995-03-14",
        ),
    ],
    ids=["copyright", "folder", "figures in a name", "weekday disagrees", "season", "text"],
)
def test_a_missing_year_is_taken_from_the_paper_or_left_open(
    tmp_path: Path, paper: str, name: str, expected: str | None
) -> None:
    path = tmp_path / "papier.txt"
    path.write_text(paper, encoding="utf-8")
    pages, _ = read_text(path)
    (event,) = extract(Document(name, "0" * 64, "text/plain", len(paper), pages)).events
    assert event.start == expected
    assert (event.date_note is None) == (expected is None)


def test_a_weekday_that_disagrees_is_an_issue(read: Reader) -> None:
    found = read("Bal du printemps\nSamedi 15 mars 2009\n")
    assert [issue.code for issue in found.issues] == ["weekday-mismatch"]
    assert "dimanche" in (found.events[0].date_note or "")


def test_a_page_number_is_no_date(read: Reader) -> None:
    (event,) = read("Bal du printemps\nSamedi 14 mars 2009\n2/2\n").events
    assert (event.start, event.end) == ("2009-03-14", "2009-03-14")
