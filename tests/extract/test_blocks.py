"""Dated headings that divide a paper into events, whichever side of the date the title stands on."""

from __future__ import annotations

from pipeline.extract import extract
from pipeline.model import Box, Document, Line, Page, Word
from tests.extract.papers import document

Told = tuple[str | None, str | None]
"""The title and the day of an event."""


def told(text: str) -> list[Told]:
    """What a paper announces, and when."""
    return [(event.title, event.start) for event in extract(document(text)).events]


def test_dates_of_a_season_head_what_stands_below_them_though_each_line_is_a_paragraph() -> None:
    season = """\
Les Amis du quatuor

Saison 2018-2019

Tous les concerts ont lieu au Théâtre Le Rex, 12 rue de la Frauze, Figeac

Dimanche 14 octobre, 17h

Quatuor Armelle

Armelle Doucet, violon
Fanny Delpuech, violoncelle

Samedi 17 novembre, 20h30

Voyage d'hiver

Thibaud Maurel, baryton

Dimanche 13 janvier, 17h

Bach en miroir

Colin Serre, clavecin
"""
    assert told(season) == [
        ("Quatuor Armelle", "2018-10-14"),
        ("Voyage d'hiver", "2018-11-17"),
        ("Bach en miroir", "2019-01-13"),
    ]


def test_paragraphs_with_a_labelled_date_are_each_an_event() -> None:
    cycle = """\
UNIVERSITÉ DU TEMPS LIBRE

1. Comprendre la dette publique
Intervenant : Francis Moreau, professeur
Date : jeudi 10 décembre 2020

2. Le climat en Anjou
Intervenante : Sarah Maillet, géographe
Date : jeudi 4 février 2021
"""
    assert told(cycle) == [("Comprendre la dette publique", "2020-12-10"), ("Le climat en Anjou", "2021-02-04")]


def test_the_day_a_text_was_put_on_line_and_that_of_its_event_are_no_series() -> None:
    page = """\
Ciné-débat : Les Rivières
date : 2021-11-08 23:00:00+00:00

En présence du réalisateur.

INFOS
Date et heure : lundi 15 novembre 2021 à 20h00
Salle Jean-Roux, Figeac
"""
    assert len(told(page)) == 1


SITES = """\
JOURNÉES DU PATRIMOINE
Samedi 16 et dimanche 17 septembre 2023

ÉGLISE SAINT-AUBIN
Découverte de l'orgue
Dimanche 17 septembre à 15h

MOULIN DE LA ROCHE
Démonstration de mouture
Samedi 16 septembre de 14h à 17h30

LAVOIR DES TANNEURS
Laver le linge autrefois
Samedi 16 septembre à 18h30
"""


def test_sites_open_on_a_weekend_in_any_order_are_events() -> None:
    assert [day for _, day in told(SITES)] == ["2023-09-17", "2023-09-16", "2023-09-16"]


def test_the_days_of_a_festival_are_in_order_and_one_event() -> None:
    festival = """\
FESTIVAL DES LAVOIRS
Samedi 16 et dimanche 17 septembre 2023

Samedi 16 septembre
Concert de la chorale
Bal des tanneurs

Dimanche 17 septembre
Le grand banquet
"""
    assert [day for _, day in told(festival)] == ["2023-09-16"]


LETTER = """\
Voici nos rendez-vous du mois.

* JEUDI {first} MAI 2016, 19 H
Delphine Aubrac lira des pages de son roman devant les lecteurs du samedi. Un verre sera offert à tous.

* {second} MAI 2016, 10 H 30
Les plus petits écouteront des histoires de loups et de forêts. Sur inscription, dix enfants au maximum.

* {third} MAI 2016, 15 H
Le dessinateur signera les trois tomes de son album. Il répondra aussi à vos questions, jusqu'au soir.
"""


def test_days_apart_with_a_paragraph_each_are_events() -> None:
    letter = LETTER.format(first=12, second="MERCREDI 18", third="SAMEDI 21")
    assert [day for _, day in told(letter)] == ["2016-05-12", "2016-05-18", "2016-05-21"]


def test_days_in_a_row_with_a_paragraph_each_are_one_event() -> None:
    letter = LETTER.format(first=12, second="VENDREDI 13", third="SAMEDI 14")
    assert [day for _, day in told(letter)] == ["2016-05-12"]


def printed(*lines: tuple[str, float]) -> Document:
    """A page of lines of these sizes, each a paragraph."""
    placed, y = [], 0.0
    for block, (text, size) in enumerate(lines):
        words, x = [], 40.0
        for word in text.split():
            words.append(Word(word, Box(x, y, x + 5 * len(word), y + 10 * size)))
            x += 5 * (len(word) + 1)
        placed.append(Line(tuple(words), block=block, size=size))
        y += 30
    return Document("a.pdf", "0", "application/pdf", 1, (Page(1, 595, 842, "pt", "text-layer", tuple(placed)),))


def test_the_name_of_a_season_above_its_first_event_is_not_that_events_title() -> None:
    season = printed(
        ("Les Soirées de l'abbaye", 2.3),
        ("Polyphonies corses", 1.4),
        ("Vendredi 3 juillet 2015 à 21h", 1.0),
        ("Nuit des étoiles", 1.4),
        ("Vendredi 7 août 2015 à 22h", 1.0),
        ("Récital d'orgue", 1.4),
        ("Œuvres de Grigny", 1.0),
        ("Samedi 15 août 2015 à 18h", 1.0),
    )
    titles = [event.title for event in extract(season).events]
    assert titles == ["Polyphonies corses", "Nuit des étoiles", "Récital d'orgue"]
