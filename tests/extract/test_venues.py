"""Where an event takes place: hall, street and town, gathered from several lines."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.model import Venue
from tests.extract.papers import document


def venue(text: str) -> Venue | None:
    """Where the one event of a paper takes place."""
    (event,) = extract(document(text)).events
    return event.venue


DATE = "LA FABRIQUE DES CARTES\n\nsamedi 3 mai 2014 à 18 h\n"


@pytest.mark.parametrize(
    ("lines", "name", "city"),
    [
        # a town that no list has stands below the hall
        ("ABBATIALE SAINT-CYR\nMONTRÉAC", "ABBATIALE SAINT-CYR", "MONTRÉAC"),
        # where one books is not where one goes
        (
            "Abbatiale Saint-Cyr\n\nLocation : Maison de la presse, 4 place du Marché, Figeac – 05 65 00 00 12",
            "Abbatiale Saint-Cyr",
            None,
        ),
        ("Abbatiale Saint-Cyr\n\nS'inscrire chez Mme Roux, 03 99 00 20 09", "Abbatiale Saint-Cyr", None),
        ("S'inscrire chez M. Roux, 03 99 00 20 09, avant le 5 mai", None, None),
        ("Location : Office de tourisme de Figeac", None, None),
        # a room in brackets
        ("(attention : salle Ravel)", "salle Ravel", None),
        ("CONFÉRENCE (auditorium Ravel, entrée libre)", "auditorium Ravel", None),
        ("Nos séances se tiennent salle Ravel, à 19 h", "salle Ravel", None),
        # what is on in a house is no part of its name
        ("à la Maison du lac de l'exposition de Lise Marot", "Maison du lac", None),
        # a town alone is no house
        ("Où : à Dijon", None, "Dijon"),
        # a logo and a heading are no house
        ("Conférence suivie d'un verre\n\nCINÉMA\n\nMAIRIE", None, None),
        ("Mairie", "Mairie", None),
        # common nouns just below the date
        ("au réfectoire de l'école maternelle", "réfectoire de l'école maternelle", None),
        # a long line is an address all the same
        (
            "Maison de la Recherche – Faculté des lettres – Université du Val, Salle D5 - 28 rue Verte, 75006, Paris",
            "Maison de la Recherche",
            "Paris",
        ),
        ("L'atelier aura lieu à Toulouse - 38 rue Verte", None, "Toulouse"),
    ],
)
def test_a_venue_is_put_together_from_its_lines(lines: str, name: str | None, city: str | None) -> None:
    found = venue(DATE + lines)
    assert ((found.name, found.city) if found else (None, None)) == (name, city)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("VILLES ET MÉMOIRES\nSaint-Marc du Val, 17-18 novembre 2011", "Saint-Marc du Val"),
        ("RENCONTRES DU FILM\n7e édition - Aubray-le-Bas (04)\nvendredi 19 mars 2010", "Aubray-le-Bas"),
        # the date of a letter tells only where nothing else does
        ("Aubray, le 3 mars 2010\n\nLA FABRIQUE DES CARTES\nvendredi 19 mars 2010 à Dijon", "Dijon"),
        ("DÉFILÉ DES CARTES, vendredi 19 mars 2010\nAubray-le-bas (04)", "Aubray-le-bas"),
        ("DÉFILÉ DES CARTES\nvendredi 19 mars 2010\n19à Aubray (04)", "Aubray"),
        ("RANDONNÉE DES LAVOIRS\nvendredi 19 mars 2010\nAubray-le-Bas (Orne)", "Aubray-le-Bas"),
        ("ARRONDISSEMENT D'AUBRAY (Orne)\nPAYSAGES\nvendredi 19 mars 2010", None),
        ("LE LAC\nvendredi 19 mars 2010\nDIJON | 21h00", "DIJON"),
        # a university's short name is no town
        ("LA FABRIQUE DES CARTES\nvendredi 19 mars 2010\n\nPARIS8", None),
        ("PAYSAGES, 19 mars 2010", None),
    ],
)
def test_the_town_is_told_without_a_venue(text: str, city: str | None) -> None:
    found = venue(text)
    assert (found.city if found else None) == city


@pytest.mark.parametrize(
    ("line", "name", "city"),
    [
        ("Lieu du colloque : Centre des congrès, Le Mans", "Centre des congrès", "Le Mans"),
        ("Trajet : place des Tanneurs > quai des Lavoirs", "place des Tanneurs", None),
        ("Gare des Lavoirs à 400 m, sortie rue Verte", None, None),
        ("IUFM de Quimper", "IUFM de Quimper", "Quimper"),
        ("Sciences Po Dijon, amphi Érasme", "Sciences Po Dijon", None),
        ("À VANNES, Palais des Arts", "Palais des Arts", "VANNES"),
        ("(Théâtre municipal de Thouars)", "Théâtre municipal de Thouars", "Thouars"),
        ("Chez Paulette, Dijon", "Paulette", "Dijon"),
        ("dans les locaux de la MJC, 4 impasse des Lilas à Dijon", "locaux de la MJC", "Dijon"),
        ("Siège de l'association, 4 impasse des Lilas à Dijon", "Siège de l'association", "Dijon"),
        # a house that does not say what it is
        ("Le Quartz, Brest", "Le Quartz", "Brest"),
        ("LE ROCHER DES MOTS\n1 rue Verte, 33150 Cenon", "LE ROCHER DES MOTS", "Cenon"),
        ("LES BONS GARS DU PORT", None, None),
        # a quarter's or a river's name is no town
        ("Campus de Beaulieu, bât. 5", "Campus de Beaulieu", None),
        ("Auditorium du Musée d'Orsay", "Auditorium du Musée d'Orsay", None),
    ],
)
def test_a_line_below_the_date_tells_the_place(line: str, name: str | None, city: str | None) -> None:
    found = venue(DATE + line)
    assert ((found.name, found.city) if found else (None, None)) == (name, city)


@pytest.mark.parametrize(
    ("lines", "name", "address"),
    [
        ("Ferme de la Chanoinesse\nroute de Colombey", "Ferme de la Chanoinesse", "route de Colombey"),
        ("Devant le gymnase Alice-Vidal\nrue du Stade, Dijon", "gymnase Alice-Vidal", "rue du Stade"),
        ("Salle polyvalente\n12 bis, rue des Prés", "Salle polyvalente", "12 bis, rue des Prés"),
        # where no house stands above it, a street is the place
        ("rue Carnot, Dijon", "rue Carnot", None),
    ],
)
def test_a_street_is_the_address_of_the_house_above_it(lines: str, name: str, address: str | None) -> None:
    found = venue(DATE + lines)
    assert found
    assert (found.name, found.address) == (name, address)


def test_an_event_elsewhere_is_not_in_the_hall_of_the_others() -> None:
    paper = (
        "LES PARADES DU CANAL\nMaison du canal, 3 place du Foirail, 21000 Dijon\n\n"
        "PARADE DES LAVOIRS\nAubray-le-Bas (04)\njeudi 2 avril 2009 à 14h\n\n"
        "PARADE DES ÉCLUSES\njeudi 7 mai 2009 à 20h\n\n"
        "PARADE DES PONTS\njeudi 14 mai 2009 à 20h\n"
    )
    venues = [event.venue for event in extract(document(paper)).events]
    assert [(where.name, where.city) for where in venues if where] == [
        (None, "Aubray-le-Bas"),
        ("Maison du canal", "Dijon"),
        ("Maison du canal", "Dijon"),
    ]


def test_the_hall_below_the_date_goes_before_a_house_in_the_letter_head() -> None:
    paper = (
        "Laboratoire des villes\n\nMaison régionale de l'économie (MRE)\n\nLes rives : la part du commun\n\n"
        "jeudi 5 juin 2003 à 18 h\n\nThéâtre des Deux-Rives\nPlace Verte, 35600 Redon\n"
    )
    found = venue(paper)
    assert found is not None
    assert (found.name, found.city) == ("Théâtre des Deux-Rives", "Redon")


def test_a_heading_names_the_house_whose_address_stands_below() -> None:
    found = venue("Portes ouvertes au lycée Alice-Roux\n\nDate : 14 mars 2014\nAdresse : 120 rue Verte, 21000 Dijon")
    assert found is not None
    assert (found.name, found.address, found.city) == ("lycée Alice-Roux", "120 rue Verte", "Dijon")


def test_a_key_in_small_letters_tells_where_it_is() -> None:
    found = venue("title: Foire du livre\ndate: 15 mai 2019\nlocation: Halle aux grains, Dijon")
    assert found is not None
    assert (found.name, found.city) == ("Halle aux grains", "Dijon")


def test_a_programme_that_goes_from_hall_to_hall_is_in_none_of_them() -> None:
    found = venue(
        "LE LAC EN FÊTE\n\nsamedi 3 mai 2014\n\n10h Ouverture\nCour Ravel\n\n15h Bal\nSalle Pasteur\n\n18h Fin"
    )
    assert found is None or found.name is None


def test_a_programme_in_one_hall_is_in_it() -> None:
    found = venue("LE LAC EN FÊTE\n\nsamedi 3 mai 2014\n\n10h Ouverture\n15h Bal\nSalle Pasteur\n18h Fin")
    assert found is not None
    assert found.name == "Salle Pasteur"
