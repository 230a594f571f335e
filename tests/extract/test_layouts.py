"""Programmes as papers lay them out: hours above or below what is on, halls beside hours, chairs between talks."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.extract.rooms import is_hall
from pipeline.model import Event
from tests.extract.papers import document, segments


def only_event(text: str) -> Event:
    """The one event a paper announces."""
    (event,) = extract(document(text)).events
    return event


def slots(event: Event) -> list[tuple[str | None, str | None]]:
    """Each slot's hour and title."""
    return [(slot.start_time, slot.title) for slot in event.sessions]


def cast(event: Event) -> dict[str, str | None]:
    """Who appears in which slot; None for the whole event."""
    return {
        part.person: event.sessions[part.session].title if part.session is not None else None
        for part in event.appearances
    }


@pytest.mark.parametrize(
    "text",
    [
        "Cinéma Le Palace - Place du Quai",
        "AMPHI 2, UNIVERSITÉ",
        "salle de conférences, IUFM",
        "Médiathèque",
        "S022",
        "B 12",
    ],
)
def test_words_for_a_place_alone_are_a_hall(text: str) -> None:
    assert is_hall(text)


@pytest.mark.parametrize(
    "text",
    [
        "Visite du château",
        "Archives et mémoire ouvrière",
        "Maison de retraite : quel avenir ?",
        "Conseil d'administration",
        "La forêt des contes",
        "",
    ],
)
def test_what_is_on_is_no_hall(text: str) -> None:
    assert not is_hall(text)


BELOW = """\
FESTIVAL DU FILM DES CAPS
23 et 24 août 2024

Vendredi 23 août

10h00 – Cinéma Le Rialto
Plus grand que la mer (90')

15h00 – Médiathèque
Les gardiens du phare
En présence de Paul Roux, réalisateur

Samedi 24 août

10h30 – Salle des fêtes
Table ronde : Habiter une île

16h00 – Camp de base
Atelier d'écriture animé par Anne Masson
"""


def test_a_hall_beside_the_hour_is_where_and_the_line_below_what() -> None:
    event = only_event(BELOW)
    assert slots(event)[1] == ("15:00", "Les gardiens du phare")
    assert event.sessions[1].place == "Médiathèque"


def test_few_words_beside_an_hour_are_a_place_where_all_others_are() -> None:
    event = only_event(BELOW)
    assert (event.sessions[3].title, event.sessions[3].place) == ("Atelier d'écriture", "Camp de base")


ABOVE = """\
RENCONTRES DE L'HISTOIRE
Dimanche 9 octobre 2016

FUIR ET PUNIR
TABLE RONDE
> DE 9H30 À 11H – AMPHI 2, UNIVERSITÉ
Depuis l'ostracisme grec jusqu'aux bagnes, faire fuir est une façon de punir.
INTERVENANTS : Claude ROUX, professeure à l'université de Tours, Lise ARDANT, historienne.

LES CHEMINS DE L'EXIL
CONFÉRENCE
> DE 11H30 À 12H30 – SALLE DES FÊTES
INTERVENANTE : Anne MASSON, historienne.
"""


def test_an_hour_below_what_is_on_has_its_title_above() -> None:
    assert slots(only_event(ABOVE)) == [("09:30", "FUIR ET PUNIR"), ("11:30", "LES CHEMINS DE L'EXIL")]


def test_who_speaks_below_such_an_hour_is_of_its_slot() -> None:
    assert cast(only_event(ABOVE)) == {
        "Claude ROUX": "FUIR ET PUNIR",
        "Lise ARDANT": "FUIR ET PUNIR",
        "Anne MASSON": "LES CHEMINS DE L'EXIL",
    }


def test_a_room_in_brackets_is_no_part_of_the_title() -> None:
    event = only_event(
        "Forum\nMercredi 26 novembre 2025\n\n13h30 Ouverture du forum (amphi Sciences 2)\n14h Session 1 (S023)"
    )
    assert [title for _, title in slots(event)] == ["Ouverture du forum", "Session 1"]


def test_a_weekday_is_one_of_the_days_of_the_event() -> None:
    event = only_event(
        "CONGRÈS\ndu 17 au 19 juin 2011\n\nVendredi\n10h Ouverture\n\nSamedi\n9h30 Plénière\n\nDimanche\n10h Débat"
    )
    assert [slot.date for slot in event.sessions] == ["2011-06-17", "2011-06-18", "2011-06-19"]


CHAIRED = """\
Colloque des rivières
14 mars 2019

9h30 : Présentation du colloque
Lise Ardant, université de Tours
Session I - Partager
Président de séance : Paul Roux
9h45 : Le fleuve et la ville
Anne Masson, université de Tours
12h Discussion
Session II - Protéger
Président de séance : Jean Delmas
14h Le droit des rivières
"""


@pytest.mark.parametrize("chair", ["Paul Roux", "Jean Delmas"])
def test_who_presides_over_a_session_is_not_of_the_talk_before(chair: str) -> None:
    assert cast(only_event(CHAIRED))[chair] is None


def test_a_chair_named_before_the_speakers_of_a_slot_is_of_that_slot() -> None:
    event = only_event(
        "Colloque des rivières\n14 mars 2019\n\n9h Ouverture\n10h Débat : Le fleuve\nPrésidence : Paul Roux\n12h Repas"
    )
    assert cast(event) == {"Paul Roux": "Débat : Le fleuve"}


def test_sentences_about_who_speaks_are_no_title() -> None:
    event = only_event(
        "SALON DU LIVRE\nSamedi 5 avril 2014\n\n14h-14h30 : Cédric Morvan\n"
        "Une quête des origines, avec le vent, les embruns et les côtes escarpées de Belle-Île.\n\n15h Clôture du salon"
    )
    assert slots(event)[0] == ("14:00", "Cédric Morvan")


def test_a_performer_alone_below_an_hour_is_what_is_on() -> None:
    event = only_event(
        "FESTIVAL\nSamedi 20 août 2011\n\n17h\n\nRepas\n\n21h\n\nPaul Roux et les Violons du Levant\nConcert"
    )
    assert slots(event)[1] == ("21:00", "Paul Roux et les Violons du Levant")


def test_a_round_table_below_the_last_hour_is_its_title() -> None:
    event = only_event(
        "FÊTE\nDimanche 21 août 2011\n\n11h\n\nMesse\n\n15h\n\nTable ronde : « Quel avenir ? »\navec Paul Roux"
    )
    assert slots(event)[1] == ("15:00", "Table ronde : « Quel avenir ? »")


def test_an_opening_with_its_speakers_behind_a_colon_is_a_title() -> None:
    event = only_event(
        "Colloque\n20 novembre 2014\n\n13h30\nOuverture du colloque : Paul Roux (Paris 13), Anne Masson\n14h\nVisite"
    )
    assert slots(event)[0] == ("13:30", "Ouverture du colloque")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Céline GORSKI\n(UC TILLEUL)\nLe sort des estuaires",
            ["Céline GORSKI (UC TILLEUL)", "Le sort des estuaires"],
        ),
        ("14h00 : Paul ROUX et Anne MASSON\n(TOURAINE/ARILT)", ["14h00 : Paul ROUX et Anne MASSON (TOURAINE/ARILT)"]),
        ("Nicolas MAZIN & Julie\nGLICK (STRASBOURG)", ["Nicolas MAZIN & Julie GLICK (STRASBOURG)"]),
        ("une soirée au théâtre\n(durée 2h)", ["une soirée au théâtre", "(durée 2h)"]),
    ],
)
def test_names_go_on_in_a_bracket_or_with_a_surname(lines: str, expected: list[str]) -> None:
    assert [segment.text for segment in segments(lines)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "9h30 Le fleuve et la ville\nintervenante : Ida Roy",
            ["9h30 Le fleuve et la ville", "intervenante : Ida Roy"],
        ),
        ("9h00 Accueil\nà 9h30 : Le fleuve", ["9h00 Accueil", "à 9h30 : Le fleuve"]),
        ("9h00 Accueil des membres\nà partir de 9h30", ["9h00 Accueil des membres à partir de 9h30"]),
    ],
)
def test_labels_of_people_and_hours_begin_lines_of_their_own(lines: str, expected: list[str]) -> None:
    assert [segment.text for segment in segments(lines)] == expected


def test_a_column_of_halls_is_where_and_no_part_of_the_titles() -> None:
    event = only_event(
        "RENCONTRES DU FILM\n19 mars 2010\n\n18h00 Pot d'ouverture\tPélican\n19h00 Le Dernier Facteur\tRialto\n"
        "20h00 Filmer chez soi\tPélican\n21h00 L'Avalanche\tRialto"
    )
    assert [(slot.title, slot.place) for slot in event.sessions][1:3] == [
        ("Le Dernier Facteur", "Rialto"),
        ("Filmer chez soi", "Pélican"),
    ]


def test_last_cells_that_do_not_come_back_are_no_halls() -> None:
    event = only_event(
        "RENCONTRES DU FILM\n19 mars 2010\n\n18h00\tOuverture\tbuffet\n19h00\tLe Facteur\tfiction\n20h00\tFilmer\tdébat"
    )
    assert all(slot.place is None for slot in event.sessions)


def test_a_weekday_before_an_hour_is_the_day_of_its_slot() -> None:
    event = only_event(
        "JOURNÉES DU PATRIMOINE\n18 et 19 septembre 2021\n\nSamedi à 15h : visite de l'église\n"
        "Dimanche à 16h30 : audition d'orgue"
    )
    assert [(slot.date, slot.title) for slot in event.sessions] == [
        ("2021-09-18", "visite de l'église"),
        ("2021-09-19", "audition d'orgue"),
    ]


def test_hours_of_opening_by_weekday_are_no_slots() -> None:
    event = only_event(
        "EXPOSITION\ndu 3 au 9 mai 2021\n\nMardi : 14h-18h sur rendez-vous\nSamedi : 10h-12h entrée libre"
    )
    assert event.sessions == ()


DATED = """\
FOIRE DU LIVRE
du 15 au 16 novembre 2019

Programme : de 11h à 21h

Le 15/11 de 13h à 14h : Débat « Stress et identité »

Avec Paul Roux, historien

Le {second}/11 à 13h30 : Débat « Les réseaux »

Animé par Anne Masson
"""


def test_dated_entries_of_a_fair_are_its_slots() -> None:
    event = only_event(DATED.format(second=16))
    assert [(slot.date, slot.start_time) for slot in event.sessions] == [
        ("2019-11-15", "13:00"),
        ("2019-11-16", "13:30"),
    ]
    assert cast(event)["Anne Masson"] == event.sessions[1].title == "Débat « Les réseaux »"


def test_hours_alone_behind_the_word_programme_are_the_event_s_own() -> None:
    event = only_event(DATED.format(second=16))
    assert (event.start_time, event.end_time) == ("11:00", "21:00")


def test_a_sentence_below_who_speaks_for_a_body_is_a_title() -> None:
    event = only_event(
        "Journée d'étude\n9 juin 2023\n\n10h\tPaul Roux (université de Tours)\n"
        "Formes de registres et circulation des usages de copie entre deux villes.\n11h\tPause"
    )
    assert str(slots(event)[0][1]).startswith("Formes de registres")


def test_the_column_of_titles_is_told_by_its_head() -> None:
    event = only_event(
        "Journée d'étude\n15 novembre 2019\n\nHeure\tIntervenant\tInstitution\tTitre\n9h00\tAccueil\n"
        "9h30\tPaul Roux et Anne Masson\tLes Tilleuls\tCartes d'enfants\n10h15\tTable ronde\tSalle 2\tExposer la carte"
    )
    assert [title for _, title in slots(event)] == ["Accueil", "Cartes d'enfants", "Exposer la carte"]


@pytest.mark.parametrize(
    ("line", "place", "title"),
    [
        ("20h00 Chapelle Saint-Roch : concert des Amis", "Chapelle Saint-Roch", "concert des Amis"),
        ("20h00 À la salle des fêtes de Marly : bal folk", "salle des fêtes de Marly", "bal folk"),
        ("20h00, à l'espace Aval, débat sur les crues", "espace Aval", "débat sur les crues"),
        ("20h00 chapelle Sainte-Anne, lecture de textes", "chapelle Sainte-Anne", "lecture de textes"),
        ("20h00 Place de l'église. Rassemblement des élus", "Place de l'église", "Rassemblement des élus"),
        ("20h00 : Médiathèque Aval, salle 2 : heure du conte", "Médiathèque Aval, salle 2", "heure du conte"),
        ("20h00 Devant la mairie, discours des élus", "mairie", "discours des élus"),
        ("20h00 au Café du Port - veillée", "Café du Port", "veillée"),
        ("20h00, dans les rues : déambulation", "rues", "déambulation"),
        ("20h00 Maison de retraite : quel avenir ?", None, "Maison de retraite : quel avenir ?"),
        ("20h00 École : quelle réforme ?", None, "École : quelle réforme ?"),
        ("20h00 Théâtre : Le Malade de la rive", None, "Théâtre : Le Malade de la rive"),
        ("20h00 À la découverte du fleuve : balade", None, "À la découverte du fleuve : balade"),
    ],
)
def test_a_place_before_a_title_is_where_it_is(line: str, place: str | None, title: str) -> None:
    (session, *_) = only_event(f"Fête des rives\n14 juin 2019\n\n{line}\n22h00 Feu de joie").sessions
    assert (session.place, session.title) == (place, title)


def test_a_bare_place_before_titles_counts_where_several_have_one() -> None:
    event = only_event(
        "Fête des rives\n14 juin 2019\n\n18h Grange : KORA\n19h Jardin : Le tour du pré\n22h Feu de joie"
    )
    assert [(slot.place, slot.title) for slot in event.sessions[:2]] == [
        ("Grange", "KORA"),
        ("Jardin", "Le tour du pré"),
    ]


def test_each_hour_of_a_line_has_its_title_and_its_people() -> None:
    event = only_event(
        "Le village en fête\n24 septembre 2016\n\n"
        "Samedi : 14 h, concours de boules animé par Paul Roux ; 20 h repas ; minuit, bal avec Ida Masson"
    )
    assert slots(event) == [("14:00", "concours de boules"), ("20:00", "repas"), ("00:00", "bal avec Ida Masson")]
    assert cast(event) == {"Paul Roux": "concours de boules", "Ida Masson": "bal avec Ida Masson"}


PANELS = """\
Journée du fleuve
18 mars 2022

14 h
Sous la présidence de Ida Masson, professeure à l'université de Tours
Paul Roux, maître de conférences, université de Brest, Les mots du fleuve
Lise Ardant, ingénieure, INRAE, La rive et le pont

1ère session
Modératrice : Anne Picot
Marc Aubin (Nantes) : Les crues

16 h 15 : 2ème session

Modérateur : Luc Morel
Eva Blin (Angers) : Les étiages
"""


def test_of_several_talks_at_one_hour_none_is_its_title() -> None:
    event = only_event(PANELS)
    assert slots(event) == [("14:00", None), ("16:15", "2ème session")]


def test_a_session_with_an_ordinal_ends_the_slot_before_it() -> None:
    event = only_event(PANELS)
    placed = {part.person: part.session for part in event.appearances}
    assert (placed["Lise Ardant"], placed["Marc Aubin"], placed["Luc Morel"], placed["Eva Blin"]) == (0, None, 1, 1)


def test_a_list_after_the_programme_is_of_the_slot_it_names() -> None:
    event = only_event(
        "Journée du fleuve\n18 mars 2022\n\n10h Les crues\n15h Table ronde – « Habiter la rive »\n17h Clôture\n\n"
        "La table ronde, modérée par Paul Roux (Midi Fluvial), réunira :\n\n- Ida Masson, élue\n- Anne Picot, élue"
    )
    assert set(cast(event).values()) == {"Table ronde – « Habiter la rive »"}


def test_a_quotation_below_kind_and_speaker_is_what_is_on() -> None:
    event = only_event(
        "Fête du fleuve\n18 mars 2022\n\n"
        "14h30 conférence illustrée de Paul Roux, géographe à Tours :\n« La Loire avant les ponts »\n16h Bal"
    )
    assert slots(event)[0] == ("14:30", "La Loire avant les ponts")


def test_sentences_below_a_speaker_are_no_title() -> None:
    event = only_event(
        "Les sciences\n27 mai 2023\n\n14h30\nIda Masson (archéologue à l'INRAP)\n"
        "L'archéologie livre souvent ce que l'histoire écrite a tu. Elle dit le quotidien de nos ancêtres.\n\n16h Bal"
    )
    assert "quotidien" not in (slots(event)[0][1] or "")


def test_who_speaks_at_a_welcome_takes_part_in_it() -> None:
    event = only_event(
        "Journée du fleuve\n18 mars 2022\n\n9h Accueil et introduction\nIda Masson, directrice de l'agence\n"
        "10h Les crues\n12h Buffet\nPaul Roux, traiteur\n14h Les ponts"
    )
    assert cast(event) == {"Ida Masson": "Accueil et introduction", "Paul Roux": None}
