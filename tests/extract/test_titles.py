"""What events are called: the headline told from letterheads, hosts and kinds; the titles of an agenda."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.papers import document, poster


def titles(text: str) -> list[str | None]:
    """The titles of the events a paper announces."""
    return [event.title for event in extract(document(text)).events]


LETTER = """\
SYNDICAT DES APICULTEURS DU VAL
3, rue Verte
81300 GRAULHET
Tél. 63 00 00 41

Madame, Monsieur,

J'ai le plaisir de vous convier au colloque « L'abeille et le paysan » qui se tiendra samedi 3 mai 1996 à Lautrec.
"""
HEADLINES = [
    # the kind stands above the title
    (
        "CCI DU VAL-DORÉ\n\nPETIT-DÉJEUNER DÉBAT\n\nMon atelier sans papier\n\nMardi 4 février 2020",
        "Mon atelier sans papier",
    ),
    ("Colloque étudiant\nHABITER LA RIVE\n\nLe vendredi 13 avril 2018", "HABITER LA RIVE"),
    # the kind is all the title there is
    ("Les Amis de l'orgue de Merlieu\n\nCONCERT DE PRINTEMPS\ndimanche 22 mai 2005 à 17h", "CONCERT DE PRINTEMPS"),
    # the hosts stand above their invitation
    (
        "Paul Aubrac\nMaire de Merlieu\n\nvous prie d'honorer\n\nla CÉRÉMONIE DES VŒUX\n\nle vendredi 14 janvier 2000",
        "la CÉRÉMONIE DES VŒUX",
    ),
    # neither a club nor its postal box is a headline
    (
        "SKI-CLUB LA VOUSE\nCase postale 12\n1950 Sion\n\nCONVOCATION À L'ASSEMBLÉE GÉNÉRALE\n\njeudi 24 mars 2011",
        "CONVOCATION À L'ASSEMBLÉE GÉNÉRALE",
    ),
    # the subject of a letter is its headline, without the list it was sent to
    ("Objet : [diffusion] La fabrique des cartes\n\nmardi 6 mai 2014 à 18h", "La fabrique des cartes"),
    # the title in a letter's sentence; its letter head is none
    (
        LETTER,
        "L'abeille et le paysan",
    ),
    # what a sentence names beside the event is not its title
    (
        "CONCERT DE PRINTEMPS\n\nLe chœur chante dimanche 22 mai 2005 à 17 h dans le cadre du festival « Voix d’ici ».",
        "CONCERT DE PRINTEMPS",
    ),
    # letters set apart
    ("Chorale du Val\n3, rue Verte\n38150 Salaise\n\nC O N V O C A T I O N\n\njeudi 26 mai 2005", "CONVOCATION"),
    # who speaks stands above what about
    (
        'Conférence de Paul Aubrac, économiste :\n"Une autre voie est possible"\n\nmardi 12 octobre 2010 à 20h',
        '"Une autre voie est possible"',
    ),
    # few letters, but words
    ("Du 17 au 27 janvier 2012\nÀ L'OMBRE\nde Paule Sauvage", "À L'OMBRE"),
    # a kind of event in capitals, and what carries it on in small letters
    ("LOTO\ndes Amis du four\nsamedi 3 juin 2023 à 20h", "LOTO des Amis du four"),
    # by whom it is stands behind what it is
    ("Conférence\n\nLes moulins du pays\npar Paul Roux, historien\n\n4 octobre 2011 à 18 h", "Les moulins du pays"),
    ("Conférence\n\nLe droit à la santé par Paul Roux\n\n4 octobre 2011 à 18 h", "Le droit à la santé"),
    ("Conférence\n\nL'image de soi par Paul Roux\n\n4 octobre 2011 à 18 h", "L'image de soi"),
    # the heads of a table's columns
    ("FORUM DES SCIENCES\n4 octobre 2011\n\nHeures | Événement |\n9h Ouverture\n10h Débat", "FORUM DES SCIENCES"),
    # what is free is no matter of money
    ("Bal gratuit au port\n\nsamedi 4 juin 2011 à 20 h 30", "Bal gratuit au port"),
    # the head of a forwarded letter
    ("Objet : TR: Fwd: La fabrique des cartes\n\nmardi 6 mai 2014 à 18h", "La fabrique des cartes"),
    # the way to a page of a web site
    ("Accueil > Agenda > Sorties\n\nLa fabrique des cartes\nmardi 6 mai 2014 à 18h", "La fabrique des cartes"),
    # a greeting is no headline
    ("Bonjour à toutes et à tous,\n\nLa fabrique des cartes\nmardi 6 mai 2014 à 18h", "La fabrique des cartes"),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_a_headline_is_told_from_letterhead_hosts_and_kind(text: str, title: str) -> None:
    assert titles(text) == [title]


AGENDA = """\
L'agenda d'octobre 2018

Mercredi 3 octobre, 10h30
Heure du conte : « Histoires de renards pas si rusés », par Lise Ardant et Paul Roux, bibliothécaires de la ville

Samedi 6 octobre, 15h
Atelier : Initiation à la reliure
Animé par Anne Masson, relieuse

Samedi 13 octobre, 10h
Café philo : Faut-il toujours dire la vérité ?
"""


def test_an_entry_of_an_agenda_may_be_one_sentence() -> None:
    found = titles(AGENDA)
    assert len(found) == 3
    assert "Histoires de renards pas si rusés" in str(found[0])
    assert "reliure" not in str(found[0])


def test_a_letterhead_of_two_lines_and_of_many_words_is_no_title() -> None:
    letter = (
        "UNION DÉPARTEMENTALE DES SYNDICATS\nDU VAL-DORÉ\n\nENSEMBLE POUR L'EMPLOI !\n\nGRAND MEETING\n"
        "Mercredi 27 avril 1988 - 18 heures"
    )
    assert titles(letter)[0] in ("ENSEMBLE POUR L'EMPLOI !", "GRAND MEETING")


SEASON = """\
LE GRAND LIVRE
de Paul Aubrac
mise en scène Lise Ardant
mardi 7 octobre 1997 à 20h30 - Grande Salle

QUATUOR ARDENNE
Haydn, Ravel
jeudi 23 octobre 1997 à 20h30 - Grande Salle

LA NUIT DES SABLES
cirque
Cirque Pompon
mercredi 17 décembre 1997 à 15h - Chapiteau
"""


def test_a_paragraph_that_ends_with_its_date_is_named_by_its_first_line() -> None:
    assert titles(SEASON) == ["LE GRAND LIVRE", "QUATUOR ARDENNE", "LA NUIT DES SABLES"]


WALKS = """\
Rendez-vous sur le parking du Foirail, sauf indication contraire, avec chaussures et pique-nique pour la journée.

Dim. 1er avril 2012 8h30 LES MOULINS DE LA VOUSE 14 km, facile
Animateur : Paul Roux
Jeu. 12 avril 2012 13h30 LE CHEMIN DES CHÊNES 9 km, facile
Animatrice : Lise Ardant
Dim. 22 avril 2012 7h30 CAUSSE DE MERLIEU 19 km, moyen
Animateurs : Paul Roux et Anne Masson
"""


def test_an_entry_named_on_its_date_line_keeps_what_stands_below_it() -> None:
    assert titles(WALKS) == ["LES MOULINS DE LA VOUSE", "LE CHEMIN DES CHÊNES", "CAUSSE DE MERLIEU"]


VISITS = """\
Les rendez-vous du printemps 2009

2 avril Gérer les crues de la Vouse
4 juin Écluses et éclusiers
Anne Masson, Société des Canaux

Dimanche 19 juillet à 15 h : Le dernier toueur
Dimanche 26 juillet à 15 h : Dans les réserves du musée
Mercredi 22 juillet, 14 h 30 - 16 h : Noeuds et cordages
"""


def test_few_words_behind_a_date_name_an_entry_rather_than_its_speaker() -> None:
    assert titles(VISITS)[1:] == [
        "Écluses et éclusiers",
        "Le dernier toueur",
        "Dans les réserves du musée",
        "Noeuds et cordages",
    ]


def test_the_days_of_a_calendar_of_deadlines_are_no_events() -> None:
    call = (
        "Colloque « Les mots du soin »\n5 et 6 juin 2014\n\nCalendrier\n15 décembre 2013 : date limite d'envoi\n"
        "15 février 2014 : notification aux auteurs\n30 avril 2014 : envoi des textes"
    )
    assert titles(call) == ["Colloque « Les mots du soin »"]


MAIL = """\
From: bureau@example.org
Subject: Ciné-débat du 14 mars
Date: Mon, 3 Mar 2003 22:14:07 +0100

Bonjour à toutes et à tous,

Notre prochain ciné-débat aura lieu le vendredi 14 mars à 20h45 au cinéma Le Palace de Merlieu.
"""


def test_a_mail_announces_what_its_subject_says_on_the_day_its_text_says() -> None:
    (event,) = extract(document(MAIL)).events
    assert (event.title, event.start, event.start_time) == ("Ciné-débat", "2003-03-14", "20:45")


def test_a_sentence_that_announces_is_no_title_beside_a_summons() -> None:
    summons = (
        "RÉPUBLIQUE FRANÇAISE\nMAIRIE DE MERLIEU\n\nCONVOCATION DU CONSEIL MUNICIPAL\n\n"
        "Le Conseil Municipal se réunira en séance publique ordinaire le\n\nMARDI 17 SEPTEMBRE 2013 à 20 heures 30"
    )
    assert titles(summons) == ["CONVOCATION DU CONSEIL MUNICIPAL"]


def test_what_goes_on_behind_a_date_is_no_title() -> None:
    found = titles("GALERIE DU PONT\n\nvernissage le vendredi 8 mars 1991 à partir de 18 h en présence de l'artiste")
    assert found == ["vernissage"]


def test_the_place_below_a_date_is_not_what_is_on() -> None:
    paper = (
        "SAMEDI 3 MAI 2008, 15 H\nAUBRAY — Médiathèque\nContes du fond du sac\n\n"
        "MERCREDI 14 MAI 2008, 18 H 30\nMERLIEU — Salle du Pressoir\nComment lire la presse ?\n\n"
        "VENDREDI 23 MAI 2008, 20 H 30\nDORNES — Église\nChants d'Italie"
    )
    assert titles(paper) == ["Contes du fond du sac", "Comment lire la presse ?", "Chants d'Italie"]


def test_month_headings_name_no_entry() -> None:
    paper = (
        "CONFÉRENCES 2017\nSEPTEMBRE\n26 SEPTEMBRE\nApollon et les siens\nDaniel Nigoul\n"
        "OCTOBRE\n3 OCTOBRE\nSons et instruments\nFrançoise Plénat\n10 OCTOBRE\nLa faim au village\nPhilippe Dubois"
    )
    assert titles(paper) == ["Apollon et les siens", "Sons et instruments", "La faim au village"]


def test_an_entry_is_called_by_what_stands_behind_its_place() -> None:
    paper = (
        "Samedi 20 juillet 2019, à 19 heures, à Dijon, parc du Calvaire : Le cirque des crues\n"
        "Samedi 28 septembre 2019, 16 heures, salle des fêtes de Merlieu : Péronnille\n"
        "Samedi 5 octobre 2019, 21 heures, salle Ravel, Aubray-Bourg : Lettre d'une inconnue"
    )
    assert titles(paper) == ["Le cirque des crues", "Péronnille", "Lettre d'une inconnue"]


def test_one_cell_of_a_row_says_what_is_on() -> None:
    paper = (
        "SÉMINAIRE 2014\n\n12 janvier 2014\tDr Paul Roux, CHU de Dijon\tLes jauges et les mesures\tSalle 2\n"
        "9 mars 2014\tLise Ardant\tPeser l'or\tSalle 2\n"
        "6 avril 2014\tAnne Masson\tCompter les moutons\tSalle 4"
    )
    assert titles(paper) == ["Les jauges et les mesures", "Peser l'or", "Compter les moutons"]


def test_the_entries_of_a_web_page_are_called_by_the_headings_above_their_dates() -> None:
    paper = (
        "Les Amis du Val vous donnent rendez-vous en décembre, du 3 au 20, pour un programme d'activités "
        "exceptionnel, en famille\n\n"
        "De la source à la mer\n\n10/12/2018 - Théâtre\n\n"
        "Les trois femmes se retrouvent à l'heure où l'on juge leur bourreau, et se racontent.\n\n"
        "Sur les chemins\n\nDu 3/12/2018 au 16/12/2018 - Performance\n\n"
        "L'artiste a fait de ce texte la pièce principale d'une installation à découvrir.\n\n"
        "Le val retrouvé\n\nDu 3/12/2018 au 9/12/2018 - Exposition\n\n"
        "L'association propose de redécouvrir une partie de ses réalisations depuis sa création."
    )
    assert titles(paper) == ["De la source à la mer", "Sur les chemins", "Le val retrouvé"]


TOUR = """\
ENSEMBLE DU VAL

Passions et consolations

samedi 24 mars 2012, 20h30
Abbatiale, Aubray

dimanche 25 mars 2012, 17h
Temple, Merlieu

Au programme

Consolations pour chœur d'hommes
Requiem en ré
"""


def test_what_stands_below_the_heading_of_a_programme_names_no_evening() -> None:
    assert titles(TOUR) == ["Passions et consolations", "Passions et consolations"]


SHOW = """\
LE FIL ET LA COLÈRE

du 18 mai au 3 novembre 2019

VISITES
samedi 8 juin, 14h30

CONFÉRENCES (auditorium, entrée libre)
– jeudi 6 juin, 18h30 : « Ourdir et dévider »
– jeudi 19 septembre, 18h30 : « Lire les lettres »

NUIT DES MUSÉES – samedi 18 mai, de 19h à minuit : chants de lutte par la chorale du village, sous la halle.

Prochain rendez-vous : mardi 3 mars 2020
"""


def test_a_heading_in_the_paragraph_of_a_date_names_what_is_on_then() -> None:
    assert titles(SHOW)[:2] == ["LE FIL ET LA COLÈRE", "VISITES"]


def test_entries_of_a_list_and_a_sentence_led_by_capitals_are_events() -> None:
    assert titles(SHOW)[2:4] == ["« Ourdir et dévider »", "« Lire les lettres »"]
    assert "NUIT DES MUSÉES" in str(titles(SHOW)[4])
    assert len(titles(SHOW)) == 5


def test_a_quotation_inside_a_title_keeps_both_its_marks() -> None:
    agenda = (
        "NOVEMBRE 2017\n\nvendredi 10\nConférence : « 1917, les mutineries » par Paul Roux, historien\n\n"
        "mardi 21\nThéâtre : Un fil\n\nsamedi 25\nBal du comité"
    )
    assert titles(agenda)[0] == "Conférence : « 1917, les mutineries »"


@pytest.mark.parametrize(
    ("rubric", "below", "title"),
    [
        ("CINÉMA", "« Le sel de la mer », présenté par Paul Roux, critique", "Le sel de la mer"),
        ("SÉANCE INAUGURALE", "À quoi sert une carte ?", "À quoi sert une carte ?"),
        ("LA NUIT DU CONTE", "Entrée par le jardin", "LA NUIT DU CONTE"),
    ],
)
def test_a_rubric_above_a_date_leaves_the_title_to_what_stands_below(rubric: str, below: str, title: str) -> None:
    agenda = (
        f"MARS 2005\n\nmardi 1er mars\nLes verriers\n\nmardi 8 mars\nLes potiers\n\n{rubric}\nmardi 15 mars\n{below}"
    )
    assert titles(agenda)[-1] == title


def test_the_heads_of_columns_title_no_paper_without_a_title() -> None:
    assert titles("mercredi 26 novembre 2025\n\nHeures | événement |\n9h Ouverture (amphi B)\n10h Débat (amphi C)") == [
        None
    ]


def test_a_line_that_leads_to_a_list_names_no_entry_of_it() -> None:
    notice = "QUARTIERS\n\nChacune des trois réunions a son secteur :\n{}"
    entries = (
        "– lundi 5 octobre 2015 : le bourg\n– vendredi 9 octobre 2015 : le port\n– lundi 19 octobre 2015 : les écarts"
    )
    assert titles(notice.format(entries))[-3:] == ["le bourg", "le port", "les écarts"]


POSTERS = [
    # a slogan whose first line is no body though it is short and in capitals; sizes as measured on a picture
    (
        "1.4| Syndicat du bassin\n\n3.1| L'EAU\n\n3.5| N'EST PAS\n\n3.2| À VENDRE !\n\njeudi 19 mai 1995",
        "L'EAU N'EST PAS À VENDRE !",
    ),
    ("2.8| Fête\n\n2.5| de la batteuse\n\nsamedi 2 août 2003", "Fête de la batteuse"),
    # a union's name in large letters stays one
    ("3| SYNDICAT\n3| DES TUILIERS\n\n1.6| Sauvons le four\n\nsamedi 2 août 2003", "Sauvons le four"),
    # the heading a sentence leads to
    (
        "AVIS À LA POPULATION\n\nLe Foyer organise, samedi 14 mars 1987, son\n\nGRAND BAL COSTUMÉ\n\nBuffet",
        "GRAND BAL COSTUMÉ",
    ),
    (
        "1.2| Le Préfet du Val\n\nvous prie d'honorer la remise du\n\nPrix de l'Ardoise\n\nlundi 2 octobre 2006",
        "Prix de l'Ardoise",
    ),
    # the cover of a leaflet stands behind its programme
    (
        "Accès\n\n9h00 Accueil\n10h00 Taille\n\n2.6| Quels pruniers\n2.6| pour demain ?\n\nmardi 5 avril 2011",
        "Quels pruniers pour demain ?",
    ),
]


@pytest.mark.parametrize(("text", "title"), POSTERS)
def test_a_poster_is_called_by_what_stands_out(text: str, title: str) -> None:
    (event,) = extract(poster(text)).events
    assert event.title == title
