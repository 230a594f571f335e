"""Words typesetting took apart, put together again; nothing printed is altered."""

from __future__ import annotations

import pytest

from pipeline.model import Box
from pipeline.read.layout import arrange
from tests.read.pages import block, printed, read


@pytest.mark.parametrize(
    ("printed_text", "meant"),
    [
        ("P R O G R A M M E", "PROGRAMME"),
        ("I N V I T A T I O N à tous", "INVITATION à tous"),
        ("Jeanne Kervella , p r é s i d e n t e", "Jeanne Kervella , présidente"),
        ("M. A. B. Kervella y a été", "M. A. B. Kervella y a été"),
        ("Salle A , B ou C", "Salle A , B ou C"),
        ("1 2 3 4 5 6 7", "1 2 3 4 5 6 7"),
    ],
    ids=str,
)
def test_letters_set_apart_are_put_together(printed_text: str, meant: str) -> None:
    assert read(arrange(list(printed(printed_text, 0, 0)))) == [meant]


def test_words_set_apart_are_parted_where_the_gap_is_wide() -> None:
    words = [*printed("P O R T E S", 0, 0), *printed("O U V E R T E S", 60, 0)]
    assert read(arrange(words)) == ["PORTES OUVERTES"]


def test_a_word_put_together_has_the_box_of_its_letters() -> None:
    (line,) = arrange(list(printed("F Ê T E S", 0, 0)))
    assert [word.box for word in line.words] == [Box(0, 0, 35, 10)]


def test_a_drop_cap_belongs_to_the_word_beside_it() -> None:
    words = [*printed("L", 0, 0, 24), *block("es amis du canal vous\ninvitent à une fête", 13, 1)]
    assert read(arrange(words)) == ["Les amis du canal vous", "invitent à une fête"]


def test_a_large_letter_beside_a_capital_is_no_drop_cap() -> None:
    words = [*printed("A", 0, 0, 24), *block("Salle des fêtes\nRue du moulin", 20, 1)]
    assert "A" in " ".join(read(arrange(words))).split()


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        ("toutes les presta-", "tions comprises", True),
        ("l'aide à l'instal-", "lation des logiciels", True),
        ("des asso-", "ciations,", True),
        ("PRÉSEN-", "TATION DES LIVRES", True),
        ("une rencontre inter\u00ad", "nationale", True),
        ("drug treat-", "ments were given", True),
        ("la région Midi-", "Pyrénées", False),
        ("il viendra peut-", "être demain", False),
        ("un porte-", "monnaie perdu", False),
        ("Jeanne Le Goff-", "Kervella", False),
        ("de 14h -", "puis visite", False),
        ("samedi 12-", "dimanche 13", False),
        ("sans trait", "au bout", False),
    ],
    ids=str,
)
def test_a_hyphen_at_a_line_end_is_the_words_own_or_not(first: str, second: str, *, broken: bool) -> None:
    lines = arrange(block([first, second], 0, 0))
    assert [line.broken for line in lines] == [broken, False]


def test_a_word_broken_here_and_whole_there_is_known() -> None:
    lines = arrange(block("la zibelo-\nthèque est ouverte\nvive la zibelothèque", 0, 0))
    assert lines[0].broken


def test_the_text_of_a_broken_word_stays_as_printed() -> None:
    assert read(arrange(block("toutes les presta-\ntions", 0, 0))) == ["toutes les presta-", "tions"]
