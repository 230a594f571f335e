"""Bodies named in the middle of a text."""

from __future__ import annotations

import pytest

from pipeline.extract.bodynames import names_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goûter offert par la chorale Chante-Ouvèze à tous", ["chorale Chante-Ouvèze"]),
        ("Présentation de l'ONG Terre et Partage", ["ONG Terre et Partage"]),
        ("avec l'association « Les Mains Vertes »", ["association « Les Mains Vertes »"]),
        ("un vœu de la Chambre Régionale de l'économie fluviale", ["Chambre Régionale de l'économie fluviale"]),
        ("les archives de l'Université Limoges 2.", ["Université Limoges 2"]),
        ("Amicale du Vexin En partenariat avec tous", ["Amicale du Vexin"]),
        ("Merci à la Banque coopérative du Massif central !", ["Banque coopérative du Massif central"]),
        ("Concert du Duo Lavoir", ["Duo Lavoir"]),
        ("École doctorale « Droit, textes et mondes »", ["École doctorale « Droit, textes et mondes »"]),
        ("membre de la Fédération vexinoise des radios rurales et fière", ["Fédération vexinoise des radios rurales"]),
        ("Institut de géographie, Nantes", ["Institut de géographie"]),
        ("Institut du Vexin Directrice", ["Institut du Vexin"]),
        ("une étude de l'Ifremer.", ["Ifremer"]),
        ("avec la CPME 63, l'association Partage 59.", ["CPME 63", "association Partage 59"]),
        ("les jardins de l'EHPAD Les Glycines", ["EHPAD Les Glycines"]),
        ("l'université Rennes 2 et l’Institut du Vexin", ["université Rennes 2", "Institut du Vexin"]),
        ("avec l'association Partage 59 et le curé", ["association Partage 59"]),
        ("rendez-vous devant la Mairie de Kerbihan à Auch", ["Mairie de Kerbihan"]),
        ("les élèves du collège du Lavoir", ["collège du Lavoir"]),
        ("jeux en bois (ludothèque Le Dé Rouge)", ["ludothèque Le Dé Rouge"]),
        ("une étude de l'Université du Vexin à Auch", ["Université du Vexin à Auch"]),
        ("Amicale du Vexin Soirée crêpes", ["Amicale du Vexin"]),
        ("Université du Vexin\tLe Lavoir", ["Université du Vexin"]),
        ("réunion du Judo Club Kerbihannais", ["Judo Club Kerbihannais"]),
        ("Association sportive et culturelle du Lavoir", ["Association sportive et culturelle du Lavoir"]),
        ("stand de la FCPE (Mme Coty)", ["FCPE"]),
        ("avec le crew Rez2Lavoir (danse)", ["crew Rez2Lavoir"]),
        ("Archives du Vexin et Musée de la Tuile", ["Archives du Vexin", "Musée de la Tuile"]),
        ("la Ville d'Auch et le canton", ["Ville d'Auch"]),
        (
            "Institut Parole & Travail, Amicale laïque de Kerbihan",
            ["Institut Parole & Travail", "Amicale laïque de Kerbihan"],
        ),
    ],
)
def test_a_kind_of_body_with_a_proper_name_is_one(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in names_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "une association de quartier",
        "De l'usine à la coopérative avec Jeanne Kervella",
        "le club propose un stage",
        "la fédération vexinoise des radios rurales",
        "Comité local de l'Association",
        "Comité scientifique",
        "le Conseil du 9 mai",
        "Gare SNCF à 400 m",
        "en groupe du 10 au 17 mai",
        "rendez-vous à l'IUT",
        "l'association s'étend à Auch",
        "ASSOCIATION DES AMIS",
        "Université Salle D040",
        "le collectif et Jeanne Kervella",
        "L'école rurale en Europe",
        "rendez-vous à l'Hôtel de Ville de Kerbihan",
    ],
)
def test_a_kind_of_body_without_a_proper_name_is_none(text: str) -> None:
    assert list(names_in(text)) == []
