"""Titles that stand in the sentences of a letter or an invitation, told from its courtesies."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.extract.courtesies import greets, takes_leave
from pipeline.extract.kinds import first_kind_span
from tests.extract.papers import document


def titles(text: str) -> list[str | None]:
    """The titles of the events a paper announces."""
    return [event.title for event in extract(document(text)).events]


LETTER = "{above}Chers amis,\n\n{sentence}\n\nBien cordialement,\nLa présidente, Paule Roux"
SENTENCES = [
    (
        "Nous avons le plaisir de vous convier au vernissage de l'exposition de Lise Marot, jeudi 3 mai 2012 à 18h.",
        "vernissage de l'exposition",
    ),
    ("La 12e fête de la châtaigne aura lieu dimanche 5 octobre 2008, place du Marché.", "12e fête de la châtaigne"),
    (
        "L'assemblée générale ordinaire se tiendra le vendredi 4 mars 2011 à 18 h 30 au foyer rural.",
        "assemblée générale ordinaire",
    ),
    (
        "Une réunion d'information sur la cantine est organisée mardi 4 octobre 2011 à 18 h à l'école.",
        "réunion d'information sur la cantine",
    ),
    (
        "Nous vous invitons à la 3ème édition de la grande journée des clubs et de qui les anime, le 3 mai 2012.",
        "3ème édition de la grande journée des clubs",
    ),
    ("On se retrouve samedi 12 mai 2018 à 14h pour un atelier vélo au local, 3 rue Haute.", "atelier vélo"),
    ("La réunion du conseil municipal se tiendra mardi 4 octobre 2011 à 18 h.", "conseil municipal"),
]


@pytest.mark.parametrize(("sentence", "title"), SENTENCES)
def test_a_letter_is_about_what_its_sentence_announces(sentence: str, title: str) -> None:
    assert titles(LETTER.format(above="", sentence=sentence)) == [title]


@pytest.mark.parametrize(
    "above", ["Aux secrétaires des sections\n\n", "À l'attention des parents\n\n", "À tous les membres\n\n"]
)
def test_to_whom_a_letter_goes_is_no_title(above: str) -> None:
    sentence, title = SENTENCES[1]
    assert titles(LETTER.format(above=above, sentence=sentence)) == [title]


@pytest.mark.parametrize(
    ("invitation", "title"),
    [
        (
            "Monsieur Paul Roux, maire de Merlieu,\n\nvous invite à la remise des prix du concours de maisons fleuries",
            "remise des prix du concours de maisons fleuries",
        ),
        (
            "Le comité\n\nvous prie de bien vouloir assister à la commémoration du 91e anniversaire de la bataille",
            "commémoration du 91e anniversaire de la bataille",
        ),
        ("Le comité des fêtes\n\nvous invite à son traditionnel loto", "traditionnel loto"),
    ],
)
def test_hosts_name_in_their_invitation_what_they_invite_to(invitation: str, title: str) -> None:
    assert titles(f"VILLE DE MERLIEU\n\n{invitation}\n\nvendredi 4 mars 2011 à 18 h\nHôtel de ville") == [title]


@pytest.mark.parametrize(
    "line", ["Cher(e)s camarades,", "Madame, Monsieur", "Bonjour à toutes et à tous", "Mesdames les conseillères,"]
)
def test_a_greeting(line: str) -> None:
    assert greets(line)


@pytest.mark.parametrize("line", ["Bonjour tristesse", "Madame Bovary", "Monsieur de Pourceaugnac", "Concert"])
def test_a_title_that_begins_like_a_greeting(line: str) -> None:
    assert not greets(line)


@pytest.mark.parametrize("line", ["Cordialement,", "À très vite, Ida et Paul", "Pour le bureau, le secrétaire"])
def test_a_farewell(line: str) -> None:
    assert takes_leave(line)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("la fête du port, place du Marché", "fête"),
        ("la réunion du conseil municipal", "conseil municipal"),
        ("la cérémonie de commémoration", "cérémonie"),
    ],
)
def test_the_first_kind_of_event_is_what_is_on_unless_it_only_meets(text: str, kind: str) -> None:
    span = first_kind_span(text)
    assert span is not None
    assert text[slice(*span)] == kind


def test_words_without_a_kind_of_event_announce_nothing() -> None:
    assert first_kind_span("le lac et ses rives") is None
