"""Who is named, in which role, with which function and body, as papers introduce people."""

from __future__ import annotations

import pytest

from pipeline.extract.people import Person, people_of
from tests.extract.papers import segments


def _people(text: str) -> list[Person]:
    paper = segments(text)
    return [person for person in people_of(paper, [()] * len(paper)) if person.role]


def _introduced(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (person.name, affiliation.function, affiliation.body)
        for person in _people(text)
        for affiliation in person.affiliations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Modération : Soazig Kermarrec", [("Soazig Kermarrec", "chair")]),
        ("Table ronde animée par Mme Jeanne Kervella", [("Jeanne Kervella", "chair")]),
        ("Interviendront : Karim Boussaïd et Ali Haddad", [("Karim Boussaïd", "speaker"), ("Ali Haddad", "speaker")]),
        (
            "Intervenants : Dr Ali Haddad (Inserm) ; Pr Jeanne Kervella",
            [("Ali Haddad", "speaker"), ("Jeanne Kervella", "speaker")],
        ),
        (
            "En présence de Karim Boussaïd, préfet, de Jeanne Kervella, députée, et d'Ali Haddad, maire de Kerbihan.",
            [("Karim Boussaïd", "speaker"), ("Jeanne Kervella", "speaker"), ("Ali Haddad", "speaker")],
        ),
        ("Conférence de Jeanne Kervella", [("Jeanne Kervella", "speaker")]),
        ("Ouverture du colloque : Jeanne Kervella", [("Jeanne Kervella", "speaker")]),
        ("Mise en scène : Basile Garrigou", [("Basile Garrigou", "performer")]),
        (
            "Comité d'organisation : A. Tisserand, B. Malnoury",
            [("A. Tisserand", "organiser"), ("B. Malnoury", "organiser")],
        ),
        ("Renseignements auprès de Mme Joly", [("Joly", "contact")]),
        ("Atelier animé par Bérangère, Lou et Max", [("Bérangère", "chair"), ("Lou", "chair"), ("Max", "chair")]),
        ("Exposition de Nine Fournials", [("Nine Fournials", "performer")]),
        (
            "Présents : MM. Roux, Delmas et de Pons",
            [("Roux", "speaker"), ("Delmas", "speaker"), ("de Pons", "speaker")],
        ),
        ("Inscriptions : Odile au 06 99 00 12 34", [("Odile", "contact")]),
        ("Réservations : 071 99 00 22 – demander Odile ou Max", [("Odile", "contact"), ("Max", "contact")]),
        ("9h30, sous la présidence d'Odile Fargues", [("Odile Fargues", "chair")]),
        (
            "Ambassadeur Yvon Marsac, ancien secrétaire général de la Région Vexin, président du Club des vingt.",
            [("Yvon Marsac", "speaker")],
        ),
        ("ANIMÉ PAR CHRISTIAN", [("CHRISTIAN", "chair")]),
        ("Lumières : Momo", [("Momo", "performer")]),
        ("À l'orgue : Sœur Marie-Béatrice.", [("Marie-Béatrice", "performer")]),
        (
            "Elle dialoguera avec notre amie Odile Fargues, dans la grande salle de lecture.",
            [("Odile Fargues", "speaker")],
        ),
        (
            "témoignages recueillis par les élèves de première du lycée et leur professeur, Mme Coty.",
            [("Coty", "speaker")],
        ),
        (
            "Mme Girard présentera le rapport moral de l'année dernière, suivi d'un long débat avec la salle.",
            [("Girard", "speaker")],
        ),
        (
            "Jeudi 9 juin, Jeanne Kervella, présidente de la Communauté de communes du Vexin, inaugurera la halle.",
            [("Jeanne Kervella", "speaker")],
        ),
        ("Léa, Tom et Zoé vous attendent", [("Léa", "speaker"), ("Tom", "speaker"), ("Zoé", "speaker")]),
        ("Mehdi (batterie)", [("Mehdi", "speaker")]),
        (
            "Duo : Yvon Marsac à la contrebasse et Odile Fargues au saxophone alto jouent pour vous jusqu'à minuit.",
            [("Yvon Marsac", "performer"), ("Odile Fargues", "performer")],
        ),
        ("en présence de M. le Préfet et de M. le Député, Yvon Marsac.", [("Yvon Marsac", "speaker")]),
        ("Comité de direction : Odile Fargues (RIVOL)", [("Odile Fargues", "organiser")]),
        ("Soutenance de thèse de M. Kossi AGBEKO", [("Kossi AGBEKO", "speaker")]),
        ("Animatrice : Marie-Wex Gadourel, conseillère", [("Marie-Wex Gadourel", "chair")]),
        (
            "En présence de Jeanne Kervella, députée, et du colonel Ali Haddad, délégué du Vexin, devant la stèle.",
            [("Jeanne Kervella", "speaker"), ("Ali Haddad", "speaker")],
        ),
    ],
)
def test_words_before_a_name_tell_what_a_person_does(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in _people(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un(e) responsable de la Fédération des Cheminots CGT",
        "Projection d'un film de Jeanne Kervella",
        "Hommage à Jacques Prévert",
        "Sonates de Claude Debussy",
        "12 rue du Général Moulin",
        "au programme : Fauré, Ravel, Poulenc",
        "Maurice Duruflé, Ubi caritas",
        "A. Financer\n\nB. Gouverner",
    ],
)
def test_who_is_only_spoken_of_takes_no_part(text: str) -> None:
    assert _people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Titouan Abgrall, maraîcher bio", [("Titouan Abgrall", "maraîcher bio", None)]),
        ("Eulalie Marsac (harpe)", [("Eulalie Marsac", "harpe", None)]),
        ("Avec Eulalie Marsac à la harpe", [("Eulalie Marsac", "harpe", None)]),
        ("Docteur Ali Haddad (Brest), psychiatre", [("Ali Haddad", None, "Brest"), ("Ali Haddad", "psychiatre", None)]),
        ("Jocelyne Ferrer, de l'association Les Toits", [("Jocelyne Ferrer", None, "association Les Toits")]),
        ("Inscription : association Les Toits (David) 06 99 00 12 34", [("David", None, "association Les Toits")]),
        (
            "Mme Claire Dubreuil, Université de Caen rapporteuse",
            [("Claire Dubreuil", None, "Université de Caen"), ("Claire Dubreuil", "rapporteuse", None)],
        ),
        (
            "Yvon Marsac, professeur émérite à l'Université de Caen, Odile Fargues, maire",
            [("Yvon Marsac", "professeur émérite", "Université de Caen"), ("Odile Fargues", "maire", None)],
        ),
        ("élèves de l'Étoile (professeur : Yvon Marsac) et", [("Yvon Marsac", "professeur", None)]),
        ("Mme la Préfète, Pascale Bourdelas", [("Pascale Bourdelas", "Préfète", None)]),
        ("par le président de l'UNC, M. Raymond Vidal", [("Raymond Vidal", "président", "UNC")]),
        ("Président : André Monnier", [("André Monnier", "Président", None)]),
        (
            "Yvon Marsac, porte-parole de la Ligue ouvrière du Vexin",
            [("Yvon Marsac", "porte-parole", "Ligue ouvrière du Vexin")],
        ),
        ("spectacle mise en scène Yvon Marsac", [("Yvon Marsac", "mise en scène", None)]),
        ("Yvon Marsac (Hector)", []),
        ("Yvon Marsac (Conseil général)", [("Yvon Marsac", None, "Conseil général")]),
        ("Yvon Marsac\nGérant, Tuilvex SAS", [("Yvon Marsac", "Gérant", "Tuilvex SAS")]),
        ("Secrétaire générale : Dr Odile Fargues", [("Odile Fargues", "Secrétaire générale", None)]),
        ("Chorale du Vexin (chef de chœur : Yvon Marsac)", [("Yvon Marsac", "chef de chœur", None)]),
        ("Yvon Marsac, ténor à l'orgue : Odile Fargues", [("Yvon Marsac", "ténor", None)]),
        (
            "Mise en scène : Yvon Marsac\nAssistante à la mise en scène : Odile Fargues",
            [
                ("Yvon Marsac", "Mise en scène", None),
                ("Odile Fargues", "Assistante à la mise en scène", None),
            ],
        ),
        (
            "Mme Odile FARGUES Université du Vexin Rapporteure",
            [("Odile FARGUES", None, "Université du Vexin"), ("Odile FARGUES", "Rapporteure", None)],
        ),
        ("Mise en scène : Basile Garrigou", [("Basile Garrigou", "Mise en scène", None)]),
        ("Décors et costumes : Odile Fargues", [("Odile Fargues", "Décors et costumes", None)]),
        ("Chef de chant : Yvon Marsac", [("Yvon Marsac", "Chef de chant", None)]),
        ("en présence du réalisateur, Yvon Marsac", [("Yvon Marsac", "réalisateur", None)]),
        ("Gildas Abgrall, second violon", [("Gildas Abgrall", "second violon", None)]),
        ("Odile Fargues, data scientist", [("Odile Fargues", "data scientist", None)]),
        ("Yvon Marsac, commandante, DSI", [("Yvon Marsac", "commandante", None), ("Yvon Marsac", "DSI", None)]),
        ("le cinéaste Ronan Abgrall (Zin Films)", [("Ronan Abgrall", "cinéaste", "Zin Films")]),
        (
            "Lise Aubert et Hakim Zerrouki (Les Toits)",
            [("Lise Aubert", None, "Les Toits"), ("Hakim Zerrouki", None, "Les Toits")],
        ),
        (
            "Jeanne\tKERVELLA\tERMINE\tUniversité de Brest",
            [("Jeanne KERVELLA", None, "ERMINE"), ("Jeanne KERVELLA", None, "Université de Brest")],
        ),
        ("MARSAC Yvon\tPrésident\tSyndicat mixte du Vexin", [("MARSAC Yvon", "Président", "Syndicat mixte du Vexin")]),
        ("Arbitres : Yvon Marsac (U.S. Auch)", [("Yvon Marsac", None, "U.S. Auch")]),
        ("Gwen : chant / Léo : basse", [("Gwen", "chant", None), ("Léo", "basse", None)]),
        (
            "Lise Aubert (RIVOL), Hakim Zerrouki, Odile Fargues (UTR)",
            [("Lise Aubert", None, "RIVOL"), ("Odile Fargues", None, "UTR")],
        ),
        (
            "Nom\tFonction\tStructure\n\nOdile Fargues\tGérante\tTuiles Vexinot",
            [("Odile Fargues", "Gérante", "Tuiles Vexinot")],
        ),
        (
            "Odile Fargues\nMaire de Kerbihan\nConseillère départementale",
            [("Odile Fargues", "Maire", "Kerbihan"), ("Odile Fargues", "Conseillère départementale", None)],
        ),
        ("Conférence par le professeur Yvon Marsac", [("Yvon Marsac", "professeur", None)]),
        ("Messe (abbé Yvon Marsac)", [("Yvon Marsac", "abbé", None)]),
        ("Remise par le colonel (e.r.) Marsac", [("Marsac", "colonel", None)]),
        (
            "Le Président : Yvon Marsac La Trésorière : Odile Fargues",
            [("Yvon Marsac", "Président", None), ("Odile Fargues", "Trésorière", None)],
        ),
        (
            "Le Maire,\nConseiller général,\nYvon Marsac",
            [("Yvon Marsac", "Maire", None), ("Yvon Marsac", "Conseiller général", None)],
        ),
        ("Pour le bureau,\nLa Présidente\nOdile Fargues", [("Odile Fargues", "Présidente", None)]),
        (
            "et la participation exceptionnelle de\nYVON MARSAC\nancien ministre, sénateur",
            [("YVON MARSAC", "ancien ministre", None), ("YVON MARSAC", "sénateur", None)],
        ),
        (
            "Odile Fargues, professeure de droit, Université du Vexin, La liberté pour quelle digue ?",
            [("Odile Fargues", "professeure de droit", "Université du Vexin")],
        ),
        (
            "Odile Fargues, RIVOL, Université du Québec à Montréal : « Digues »",
            [("Odile Fargues", None, "RIVOL"), ("Odile Fargues", None, "Université du Québec à Montréal")],
        ),
        ("Gil Charbonnel, RIVOL, UTR", [("Gil Charbonnel", None, "RIVOL"), ("Gil Charbonnel", None, "UTR")]),
        ("Le réseau (amphi 2) - Zibelle Traorin (Université d'Auch)", [("Zibelle Traorin", None, "Université d'Auch")]),
        ("Yvon Marsac, conseiller d'État honoraire", [("Yvon Marsac", "conseiller d'État honoraire", None)]),
        ("présentés par Maîtres Yvon MARSAC et Odile FARGUES", []),
        ("Yvon Marsac, député du Bas-Vexin", [("Yvon Marsac", "député du Bas-Vexin", None)]),
        ("Odile Fargues, échevine de la Culture", [("Odile Fargues", "échevine de la Culture", None)]),
        ("Odile Fargues, avocate à Nantes", [("Odile Fargues", "avocate", None)]),
        ("Mme Fargues (SVT)", []),
        ("Odile Fargues, INRA Rouen\tONF : ce que l'on sait", [("Odile Fargues", None, "INRA Rouen")]),
        ("Yvon Marsac (start-up Tuilvex)", [("Yvon Marsac", None, "start-up Tuilvex")]),
        (
            "cabinet Tuffeau & associés, représenté par Mme Fargues",
            [("Fargues", None, "cabinet Tuffeau & associés")],
        ),
        (
            "Décor : atelier Deux Rives (Yvon Marsac, Odile Fargues)",
            [("Yvon Marsac", None, "atelier Deux Rives"), ("Odile Fargues", None, "atelier Deux Rives")],
        ),
    ],
)
def test_function_and_body_stand_on_either_side_of_a_name(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert _introduced(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Conférencier : Pr Ali Haddad\nPays représentés : Algérie, Maroc",
        "Modératrice : Jeanne Kervella",
        "10h30 Jeanne Kervella, Les archives de la faim",
        "Jeanne Kervella, la chorale des Toits chantera",
    ],
)
def test_a_role_a_title_or_the_next_body_is_no_affiliation(text: str) -> None:
    assert _introduced(text) == []
