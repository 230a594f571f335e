"""Words → lines in reading order: columns, leaflets, grids, tables, headings, asides."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Box, Word
from pipeline.read.layout import Glyphs, arrange
from tests.read.pages import block, printed, read

PROSE = """\
Les écluses de la rivière ont été
bâties par des ouvriers venus de
toute la région, et leurs maisons
bordent encore le chemin où les
mariniers menaient leurs chevaux
jusqu'au port de la ville basse."""

OTHER = """\
Une association veille sur elles
depuis vingt ans, ouvre les vannes
chaque printemps et raconte aux
enfants des écoles le travail des
éclusiers d'autrefois, leurs fêtes
et leurs grèves, et leurs chansons."""

THIRD = """\
Cette année la promenade partira
du moulin, passera par le vieux
lavoir et finira dans la cour de
l'ancienne douane, où nous serons
attendus par les musiciens de la
fanfare et par un grand goûter."""

COLUMN = 200
"""Distance between the left edges of two columns of the texts above: their lines are 170 wide at most."""


def text_of(*parts: str) -> list[str]:
    return [line for part in parts for line in part.split("\n")]


@pytest.mark.parametrize("gap", [8, 15, 40], ids="{} units apart".format)
@pytest.mark.parametrize("texts", [(PROSE, OTHER), (PROSE, OTHER, THIRD), (PROSE, OTHER, THIRD, PROSE)], ids=len)
def test_columns_are_read_one_after_the_other(texts: tuple[str, ...], gap: int) -> None:
    words = [word for index, text in enumerate(texts) for word in block(text, index * (170 + gap), 0)]
    assert read(arrange(words)) == text_of(*texts)


def test_a_heading_over_several_columns_is_read_before_them() -> None:
    words = [*printed("Les écluses racontées par les gens", 0, 0, 20), *block(PROSE, 0, 40), *block(OTHER, COLUMN, 40)]
    assert read(arrange(words)) == ["Les écluses racontées par les gens", *text_of(PROSE, OTHER)]


def test_a_heading_over_two_of_three_columns_is_read_with_them() -> None:
    words = [
        *block(PROSE, 0, 0),
        *printed("Les éclusiers d'hier et d'aujourd'hui", COLUMN, 0, 18),
        *block(OTHER, COLUMN, 40),
        *block(THIRD, 2 * COLUMN, 40),
    ]
    assert read(arrange(words)) == [*text_of(PROSE), "Les éclusiers d'hier et d'aujourd'hui", *text_of(OTHER, THIRD)]


def test_columns_above_and_below_a_heading_are_read_part_by_part() -> None:
    words = [
        *block(PROSE, 0, 0),
        *block(OTHER, COLUMN, 0),
        *printed("Programme de la journée du samedi", 0, 100, 20),
        *block(THIRD, 0, 140),
        *block(PROSE, COLUMN, 140),
    ]
    assert read(arrange(words)) == text_of(PROSE, OTHER, "Programme de la journée du samedi", THIRD, PROSE)


def test_columns_whose_lines_do_not_stand_level_are_parted_though_the_gap_is_narrow() -> None:
    words = [*block(PROSE, 0, 0), *block(OTHER, 178, 5)]
    assert read(arrange(words)) == text_of(PROSE, OTHER)


def test_each_panel_of_a_leaflet_is_read_by_itself() -> None:
    cover = [*printed("Portes ouvertes", 430, 60, 16), *printed("samedi 4 mai", 450, 90)]
    table = [*block("9h\n10h30\n14h", 215, 0), *block("Accueil\nVisite du moulin\nConcert de la fanfare", 260, 0)]
    lines = read(arrange([*block(PROSE, 0, 0), *table, *cover]))
    assert lines == [
        *text_of(PROSE),
        "9h | Accueil",
        "10h30 | Visite du moulin",
        "14h | Concert de la fanfare",
        "Portes ouvertes",
        "samedi 4 mai",
    ]


def test_a_row_of_a_table_with_times_stays_a_row() -> None:
    words = [
        *block("9h30\n10h45\n14h", 0, 0),
        *block("Ouverture\nLes biefs\nLes ponts", 60, 0),
        *block("Jeanne Kervella\nKarim Boussaïd\nAnne Le Goff", 200, 0),
    ]
    assert read(arrange(words)) == [
        "9h30 | Ouverture | Jeanne Kervella",
        "10h45 | Les biefs | Karim Boussaïd",
        "14h | Les ponts | Anne Le Goff",
    ]


def test_a_title_on_two_lines_stays_in_its_row() -> None:
    words = [
        *block("9h30\n\n10h45\n\n14h", 0, 0),
        *block("Les écluses\nde la rivière\nLes biefs\net les biais\nLes ponts", 60, 0),
        *block("Jeanne Kervella\nhistorienne\nKarim Boussaïd\n\nAnne Le Goff", 200, 0),
    ]
    assert read(arrange(words)) == [
        "9h30 | Les écluses de la rivière | Jeanne Kervella historienne",
        "10h45 | Les biefs et les biais | Karim Boussaïd",
        "14h | Les ponts | Anne Le Goff",
    ]


def test_with_one_cell_beside_the_time_its_lines_stay_apart() -> None:
    words = [*block("9h30\n\n10h45", 0, 0), *block("Les écluses\npar Jeanne Kervella\nLes ponts", 60, 0)]
    assert read(arrange(words)) == ["9h30 | Les écluses", "par Jeanne Kervella", "10h45 | Les ponts"]


def test_a_grid_is_read_hour_by_hour_though_the_hours_stand_in_the_middle_of_their_rows() -> None:
    words = [
        *printed("SAMEDI", 200, 0, 24),
        *block("AU MOULIN", 80, 60),
        *block("SALLE DES FÊTES\nET DANS LA COUR", 300, 54),
        *printed("10h", 0, 106),
        *block("Visite du bief\navec un guide", 80, 100),
        *block("Exposition", 300, 106),
        *printed("14h30", 0, 156),
        *block("Fanfare des\nvieux métiers", 300, 150),
        *printed("16h", 0, 206),
        *block("Départ de la\npromenade", 80, 200),
    ]
    assert read(arrange(words)) == [
        "SAMEDI",
        "AU MOULIN | SALLE DES FÊTES ET DANS LA COUR",
        "10h | Visite du bief avec un guide | Exposition",
        "14h30 | Fanfare des",
        "vieux métiers",
        "16h | Départ de la",
        "promenade",
    ]


def test_lines_set_wide_apart_below_a_title_stay_in_order() -> None:
    words = [
        *block("9h\n\n\n\n14h\n\n\n16h", 0, 0, 8),
        *[
            word
            for row, text in enumerate(
                ("Accueil", "Jeanne Kervella", "Karim Boussaïd", "", "Les ponts", "Anne Le Goff", "", "Clôture")
            )
            for word in printed(text, 60, row * 9.6, 8)
            if text
        ],
    ]
    spread = [replace(item, word=item.word._replace(box=stretched(item.word.box))) for item in words]
    assert read(arrange(spread)) == [
        "9h | Accueil",
        "Jeanne Kervella",
        "Karim Boussaïd",
        "14h | Les ponts",
        "Anne Le Goff",
        "16h | Clôture",
    ]


def stretched(box: Box) -> Box:
    """A box lower down: the lines of the page twice as far apart."""
    return box._replace(y0=2 * box.y0, y1=2 * box.y0 + box.height)


def test_a_list_of_speakers_in_a_row_is_a_list_of_cells() -> None:
    words = [
        *printed("9h30", 0, 0),
        *printed("Table ronde", 60, 0),
        *block("Jeanne Kervella, historienne\nKarim Boussaïd\nAnne Le Goff, à Nantes", 200, 0),
        *printed("14h", 0, 60),
        *printed("Clôture", 60, 60),
        *printed("Paul Maréchal", 200, 60),
    ]
    assert read(arrange(words)) == [
        "9h30 | Table ronde | Jeanne Kervella, historienne Karim Boussaïd | Anne Le Goff, à Nantes",
        "14h | Clôture | Paul Maréchal",
    ]


def test_a_table_between_texts_is_found() -> None:
    words = [
        *printed("Une journée pour les amis des écluses et des moulins", 0, 0),
        *block("9h30\n\n10h45\n14h", 0, 40),
        *block("Ouverture\n\nLes biefs\nLes ponts", 60, 40),
        *block("Jeanne Kervella,\nhistorienne\nKarim Boussaïd\nAnne Le Goff", 200, 40),
        *printed("Entrée libre, renseignements et inscriptions à la mairie", 0, 120),
    ]
    assert read(arrange(words))[1:3] == [
        "9h30 | Ouverture | Jeanne Kervella, historienne",
        "10h45 | Les biefs | Karim Boussaïd",
    ]


def test_two_programmes_side_by_side_are_read_one_after_the_other() -> None:
    words = [
        *block("9h\n11h\n14h", 0, 0),
        *block("Accueil\nVisite\nConcert", 40, 0),
        *block("9h\n11h\n14h", 200, 0),
        *block("Départ\nRepas\nRetour", 240, 0),
    ]
    assert read(arrange(words)) == [
        "9h | Accueil",
        "11h | Visite",
        "14h | Concert",
        "9h | Départ",
        "11h | Repas",
        "14h | Retour",
    ]


def test_two_programmes_side_by_side_are_two_though_a_heading_hides_the_hours_of_the_second() -> None:
    words = [
        *block("Le matin", 0, 0),
        *block("9h\n\n9h30\n\n\n11h", 0, 20),
        *block("Accueil\n\nLes écluses de la rivière\nJeanne Kervella, historienne\n\nPause", 60, 20),
        *block("L'après-midi du jeudi", 300, 0),
        *block("14h\n\n15h30\n\n\n17h", 300, 20),
        *block("Table ronde animée par Karim Boussaïd\navec Anne Le Goff\nConclusions\n\n\nRepas", 360, 20),
        *block("« Nos ponts », brochure du cercle, 3 euros", 300, 100),
    ]
    assert read(arrange(words)) == [
        "Le matin",
        "9h | Accueil",
        "9h30 | Les écluses de la rivière",
        "Jeanne Kervella, historienne",
        "11h | Pause",
        "L'après-midi du jeudi",
        "14h | Table ronde animée par Karim Boussaïd",
        "avec Anne Le Goff",
        "15h30 | Conclusions",
        "17h | Repas",
        "« Nos ponts », brochure du cercle, 3 euros",
    ]


def test_blanks_as_wide_as_letters_part_no_line_of_a_typed_page() -> None:
    typed = ["9 h", "9 h 15", "10 h 30", "11 h", "Président de séance : Jeanne Kervella", "14 h", "14 h 45", "16 h 30"]
    told = ["Accueil de tous", "Les ports de la rivière", "Les biefs du haut pays", "Les ponts de pierre", ""]
    told += ["Les gués et les bacs d'eau", "Les lacs et leurs câbles", "Débat avec le public"]
    words = [
        Glyphs(Word(word, Box(x, 14 * row, x + 6 * len(word), 14 * row + 10)), 10.0)
        for row, (left, right) in enumerate(zip(typed, told, strict=True))
        for start, text in ((0, left), (78, right))
        for place, word in _typed(text)
        for x in (start + 6 * place,)
    ]
    assert read(arrange(words)) == [
        f"{left} | {right}" if right else left for left, right in zip(typed, told, strict=True)
    ]


def _typed(text: str) -> list[tuple[int, str]]:
    """The words of a typed line and at which letter they begin."""
    return [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]


def test_prose_beside_a_programme_is_no_part_of_it() -> None:
    words = [*block("9h\n11h\n14h", 0, 0), *block("Accueil\nVisite\nConcert", 40, 0), *block(PROSE, 200, 3)]
    assert read(arrange(words)) == ["9h | Accueil", "11h | Visite", "14h | Concert", *text_of(PROSE)]


def test_a_table_without_times_is_read_row_by_row() -> None:
    words = [
        *block("Jeanne\nKarim\nAnne\nPaul", 0, 0),
        *block("KERVELLA\nBOUSSAÏD\nLE GOFF\nMARÉCHAL", 80, 0),
        *block("Université de Nantes\nArchives\nMusée de l'eau\nMairie", 180, 0),
    ]
    assert read(arrange(words))[:2] == ["Jeanne | KERVELLA | Université de Nantes", "Karim | BOUSSAÏD | Archives"]


@pytest.mark.parametrize("rows", [20, 24])
def test_many_level_rows_are_a_table_though_cells_on_two_lines_leave_white_space_beside_them(rows: int) -> None:
    firsts = ("Jeanne", "Yann", "Maëlle", "Loïc", "Erwan")
    people = [f"{name} {first}" for first in firsts for name in ("Kervella", "Prigent", "Le Goff", "Tanguy", "Abgrall")]
    bodies = ("mairie", "archives", "musée", "lycée")
    places = [
        f"{body} de {town}"
        for town in ("Trévoux", "Botmeur", "Crozon", "Brasparts", "Le Faou", "Sizun")
        for body in bodies
    ]
    words, read_by_row, y = [], [], 0
    for row, (person, place) in enumerate(zip(people[:rows], places[:rows], strict=False)):
        words += [*printed(person, 0, y), *printed(place, 120, y)]
        read_by_row.append(f"{person} | {place}")
        if row in {8, 11}:
            y += 12
            words += printed("et ses amis", 120 * (row == 8), y)
            read_by_row.append("et ses amis")
        y += 12
    assert read(arrange(words)) == read_by_row


def test_two_short_columns_whose_paragraphs_end_at_different_heights_are_no_table() -> None:
    left = "Parade d'ouverture\nsamedi 29 mai\nplace du moulin\n\nFête de la musique\nlundi 21 juin"
    right = "Parade de clôture\ndimanche 6 juin\nquai des Roses\ndevant la gare\n\nBal des voisins"
    expected = [line for line in f"{left}\n{right}".split("\n") if line]
    assert read(arrange([*block(left, 0, 0), *block(right, 150, 0)])) == expected


def test_two_committees_side_by_side_are_read_one_after_the_other() -> None:
    left = "Comité scientifique\nJeanne Kervella (Nantes)\nPaul Roux (Lyon)\nAnne Masson (Brest)"
    right = "Comité d'organisation\nKarim Boussaïd (Tours)\nLise Ardant (Liège)\nJean Aubrac (Dijon)"
    assert read(arrange([*block(left, 0, 0), *block(right, 160, 0)])) == f"{left}\n{right}".split("\n")


EVENTS = [
    "Samedi 12 juin\n20h30\nBal masqué",
    "Dimanche 13 juin\n15h\nLecture au lavoir",
    "Mardi 15 juin\n18h\nConférence",
    "Jeudi 17 juin\n20h\nConcert",
]


def test_a_grid_of_dated_events_is_read_event_by_event_as_the_days_follow() -> None:
    places = [(0, 0), (160, 0), (0, 60), (160, 60)]
    words = [word for event, (x, y) in zip(EVENTS, places, strict=True) for word in block(event, x, y)]
    assert read(arrange(words)) == "\n".join(EVENTS).split("\n")


def test_two_days_side_by_side_are_read_one_after_the_other() -> None:
    days = [
        "9h\nAccueil\ndes invités\n\n10h\nLes canaux\nau Moyen Âge",
        "9h\nReprise\ndes débats\n\n10h\nLes lavoirs\nde la rive",
    ]
    expected = [line for day in days for line in day.split("\n") if line]
    assert read(arrange([*block(days[0], 0, 0), *block(days[1], 160, 0)])) == expected


def test_labels_and_what_they_stand_by_are_rows() -> None:
    words = [
        *block("Lieu :\n\nTarif :\nContact :", 0, 0),
        *block("Salle des fêtes du moulin\nrue des Tanneurs\n5 euros à l'entrée\nMairie d'Auxerre", 120, 0),
    ]
    assert read(arrange(words))[::2] == ["Lieu : | Salle des fêtes du moulin", "Tarif : | 5 euros à l'entrée"]


def test_a_boxed_aside_does_not_cut_the_text_beside_it_into_rows() -> None:
    aside = block("Entrée libre\nRenseignements\nà la mairie", 230, 20)
    assert read(arrange([*block(PROSE, 0, 0), *aside])) == [
        *text_of(PROSE),
        "Entrée libre",
        "Renseignements",
        "à la mairie",
    ]


def test_lines_set_so_close_that_their_boxes_overlap_stay_apart() -> None:
    words = [
        Glyphs(Word(text, Box(x, y, x + 40, y + 16)), 10)
        for y, texts in ((0, ("un", "deux", "trois")), (10, ("quatre", "cinq", "six")))
        for x, text in zip((0, 45, 90), texts, strict=True)
    ]
    assert read(arrange(words)) == ["un deux trois", "quatre cinq six"]


def test_bullets_are_no_cells() -> None:
    words = [*block("•\n•\n•\n•\n•\n•", 0, 0), *block(PROSE, 14, 0)]
    assert all(line.cells == (0,) for line in arrange(words))


def test_the_size_of_a_line_is_relative_to_the_ordinary_text_of_the_page() -> None:
    lines = arrange([*printed("Titre", 0, 0, 20), *block(PROSE, 0, 40)])
    assert [line.size for line in lines[:2]] == [2.0, 1.0]


def test_a_line_in_the_middle_of_its_region_is_centred_and_a_full_one_is_not() -> None:
    prose = block(PROSE, 0, 12)
    middle = max(item.word.box.x1 for item in prose) / 2
    lines = arrange([*printed("Les écluses", middle - 26, 0), *prose])
    assert [line.centred for line in lines[:2]] == [True, False]


def test_nothing_is_made_of_no_words() -> None:
    assert arrange([]) == ()


coordinates = st.integers(0, 600).map(float)
glyphs = st.builds(
    lambda text, x, y, size: Glyphs(Word(text, Box(x, y, x + size * len(text) / 2, y + size)), size),
    st.text("abcdeABC0123456789h:-", min_size=1, max_size=8),
    coordinates,
    coordinates,
    st.integers(6, 40).map(float),
)


@given(st.lists(glyphs, max_size=40, unique_by=lambda item: item.word.text))
def test_no_letter_is_lost_or_doubled_however_they_lie(words: list[Glyphs]) -> None:
    arranged = "".join(line.text for line in arrange(words)).replace(" ", "")
    assert sorted(arranged) == sorted("".join(item.word.text for item in words))


@given(st.lists(glyphs, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(words: list[Glyphs], chance: random.Random) -> None:
    distinct = list({item.word: item for item in words}.values())
    shuffled = chance.sample(distinct, len(distinct))
    assert {line.text for line in arrange(shuffled)} == {line.text for line in arrange(distinct)}


SIDE_NOTE = "1) à n'utiliser\nqu'en cas d'absence"


def test_a_small_note_in_the_margin_is_read_after_the_text_it_stands_by() -> None:
    words = [*printed("Convocation à l'assemblée générale des Amis du canal", 0, 0), *block(PROSE, 160, 40)]
    words += block(SIDE_NOTE, 0, 80, 7.0)
    lines = read(arrange(words))
    assert lines[1:] == [*text_of(PROSE), *text_of(SIDE_NOTE)]


def test_a_left_column_as_large_as_the_right_one_is_read_first_though_it_begins_lower() -> None:
    words = [*block(OTHER, 200, 0), *block("Salle des fêtes\nrue du moulin", 0, 60)]
    assert read(arrange(words))[:2] == ["Salle des fêtes", "rue du moulin"]


def test_no_cut_takes_the_first_lines_from_the_right_column() -> None:
    """White space above a fill-in form's second paragraph: the note beside it begins only there."""
    words = [*printed("Une ligne qui court sur toute la largeur de la feuille, jusqu'au bord", 0, 0)]
    words += [*block("Je soussignée\ndonne pouvoir à", 120, 40), *block(PROSE, 120, 100)]
    words += block("Validité :\ntrois mois", 0, 114)
    assert read(arrange(words))[1:5] == ["Validité :", "trois mois", "Je soussignée", "donne pouvoir à"]


def test_lines_over_two_columns_are_no_first_lines_of_the_one_they_are_flush_with() -> None:
    over = "Avec le soutien de la région, des communes riveraines et\nde tous les amis de la rivière"
    words = [*block(over, COLUMN, 0), *block(PROSE, 0, 80), *block(OTHER, COLUMN, 80), *block(THIRD, 2 * COLUMN, 80)]
    assert read(arrange(words)) == text_of(over, PROSE, OTHER, THIRD)


def test_two_programmes_between_full_lines_are_read_one_after_the_other() -> None:
    left = "Parade d'ouverture\nsamedi 29 mai\nplace du moulin\n\nFête des\nmusiciens\nlundi 21 juin"
    right = "Parade de clôture\ndimanche 6 juin\nquai des Roses\ndevant la gare\n\nBal masqué\nle 9 juillet"
    full = ("Les parades partent à l'heure et reviennent toujours tard", "Les fêtes durent jusqu'au matin et plus loin")
    words = [*printed(full[0], 0, 0), *block(left, 0, 30), *block(right, 150, 30), *printed(full[1], 0, 140)]
    texts = [line for line in f"{left}\n{right}".split("\n") if line]
    assert read(arrange(words)) == [full[0], *texts, full[1]]


def test_lines_close_together_are_not_parted_by_a_column_beside_them() -> None:
    words = [*printed("GRANDE MARCHE DU CANAL", 0, 0, 30), *printed("COL DES ROSES", 0, 50, 16)]
    words += [
        *printed("SAMEDI 6 AVRIL", 0, 70, 16),
        *printed("Club alpin", 240, 58, 8),
        *printed("de Joigny", 240, 67, 8),
    ]
    assert read(arrange(words))[1:] == ["COL DES ROSES", "SAMEDI 6 AVRIL", "Club alpin", "de Joigny"]


def test_cells_below_cells_are_parted_though_the_gap_is_narrow_there() -> None:
    title = list(printed("La vie des écluses au Moyen Âge", 60, 12))
    right = title[-1].word.box.x1 + 5
    words = [*printed("11h", 0, 0), *printed("Jeanne Kervella", 60, 0), *printed("Karim Boussaïd", right, 0)]
    words += [*title, *printed("Les lavoirs", right, 12)]
    words += [*printed("12h", 0, 40), *printed("Déjeuner", 60, 40)]
    assert read(arrange(words))[0] == (
        "11h | Jeanne Kervella | La vie des écluses au Moyen Âge | Karim Boussaïd Les lavoirs"
    )


def test_cells_set_flush_right_below_each_other_are_parted_though_the_gap_is_narrow_there() -> None:
    words = [*printed("11h", 0, 0), *block("Mots et rires du port n° 3\nLes écluses rient-elles ?", 60, 0)]
    words += [*printed("Words at ports no. 3", 187, 0), *printed("Do locks laugh?", 207, 12)]
    words += [*printed("12h", 0, 40), *printed("Déjeuner", 60, 40)]
    french, english = "Mots et rires du port n° 3 Les écluses rient-elles ?", "Words at ports no. 3 Do locks laugh?"
    assert read(arrange(words)) == [f"11h | {french} | {english}", "12h | Déjeuner"]


def test_the_last_full_line_of_a_paragraph_is_one_though_its_words_stand_far_apart() -> None:
    full = "Les écluses de la rivière ont été bâties"
    (line,) = arrange(printed(full, 0, 0))
    words = [*printed(full, 0, 0), *printed(full, 0, 12)]
    right = line.box.x1
    words += [*printed("inventaire", 0, 24), *printed("des", right / 2 - 5, 24), *printed("créations", right - 45, 24)]
    words += printed("nouvelles", 0, 36)
    assert read(arrange(words))[2] == "inventaire des créations"


def test_a_bullet_far_from_its_text_is_no_column() -> None:
    words = [*printed("9h", 0, 0), *printed("Table ronde", 60, 0), *block("•\n•", 75, 12)]
    words += [*block("Jeanne Kervella\nKarim Boussaïd", 100, 12), *printed("10h", 0, 60), *printed("Pause", 60, 60)]
    assert read(arrange(words)) == ["9h | Table ronde", "• Jeanne Kervella", "• Karim Boussaïd", "10h | Pause"]


@pytest.mark.parametrize("gap", [4, 6], ids="{} units apart".format)
def test_columns_of_many_lines_are_parted_by_a_gap_narrower_than_a_letter(gap: int) -> None:
    """As OCR sees narrow columns, its boxes a little wider than the letters."""
    left, right = ([f"{word}{number} " * 4 for number in range(24)] for word in ("écluse", "lavoir"))
    words = [word for row, line in enumerate(left) for word in printed(line, 0, 12 * row)]
    edge = max(word.word.box.x1 for word in words)
    words += [word for row, line in enumerate(right) for word in printed(line, edge + gap, 12 * row + 5)]
    assert [line.split()[0] for line in read(arrange(words))] == [line.split()[0] for line in (*left, *right)]
