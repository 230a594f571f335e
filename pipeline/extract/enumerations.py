"""Bodies one after the other: "la Région Centre, le CNRS et l'association Les Amis du livre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.acronyms import is_acronym_of
from pipeline.extract.affiliation import UNIT_NUMBER
from pipeline.extract.bodylooks import is_body, is_evident_body
from pipeline.extract.contacts import find_contacts
from pipeline.extract.functions import starts_with_function
from pipeline.extract.introductions import is_alone
from pipeline.extract.names import find_names, never_names
from pipeline.gazetteer import is_town
from pipeline.text import fold

ARTICLE = r"de\s+la\s+|de\s+l['’]|du\s+|des\s+|d['’]|de\s+|les?\s+|la\s+|l['’]|avec\s+|à\s+(?:la\s+|l['’])?|aux?\s+"
PUBLIC = r"(?:Ville|Commune|Communauté|Région|Département|Conseil\s+(?:[Gg]énéral|[Dd]épartemental|[Rr]égional))\s+d"
"""Public bodies that begin a new name wherever no small word leads to them: "Garage Vexin Ville de Kerbihan"."""
ITEM = re.compile(
    rf"\s*(?:[,;•·|\t/]|\s[–—-]\s|\s&\s|\bet\s+(?:(?:{ARTICLE})(?=\S)|(?=[A-ZÀ-Þ«]))"
    rf"|(?<=[A-ZÀ-Þa-zà-ÿ0-9])(?<!\bla)(?<!\bde)(?<!\bnotre)(?<!\bet)(?<!\ble)\s(?={PUBLIC}))\s*"
)
LINK = re.compile(
    r"^(?:(?:(?:de\s+la|du|des|de|par|avec|la|le|les|notre|nos|son|sa|ses|entre|à|au|aux)(?=\s)|(?:de\s+)?[ld]['’]|[:,–-]|"
    r"(?:associations|organisations|collectifs|partenaires|structures|villes|communes)\s+(?=[A-ZÀ-Þ«]))\s*)+",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"[.!?;](?=\s|$)|\s(?:qui|dont|où|pour|afin|dans|lors|à partir|depuis)\s|"
    r"(?<!herche)(?<!herches)(?<!tudes)(?<!toire)\ssur\s|\s(?:Licence|SIRET|Siret|RCS|Tél|N°)\b|"
    r"\s(?:en\s+(?:\w+\s+)?(?:partenariat|collaboration|coopération|lien|association)\s+)?avec\s"
)
OPENINGS = frozenset(
    "pour plus nous vous ce cette ces cet il elle ils voir lire et puis inscription entree merci".split()
)
"""Words that begin a sentence or a heading, not a name."""
BRANCH = re.compile(r"^[A-ZÀ-Þ]{2,} \d{1,3}$")
"""An acronym and the number of a department: "FO 42"."""
FOR_A_CAUSE = re.compile(
    r"(?:Association|Fondation|Fonds|Comité|Collectif|Société|Ligue|Mouvement|Union|Institut|Centre|Agence|Alliance)"
    r"(?:\s(?:inter)?(?:national|régional|départemental|européen|français)\w*)?$"
)
CAUSE = re.compile(r"(?:la|le|les|une?)\s\w|l['’]\w")
"""A body and what it is for: "Fonds national | pour le développement du sport"."""
MAX_WORDS = 12


@dataclass(frozen=True)
class Body:
    """One naming of a body, at characters `start` to `end` of a segment."""

    segment: int
    start: int
    end: int
    name: str
    acronym: str | None
    role: str
    source: str
    confidence: float


def items_in(index: int, text: str, start: int, role: str, source: str) -> Iterator[Body]:
    """The bodies of an enumeration, up to the end of its sentence."""
    ends = [mark.start() for mark in SENTENCE.finditer(text, start) if not _goes_on(text, start, mark)]
    ends += [contact.start for contact in find_contacts(text) if contact.start >= start]
    end = min(ends, default=len(text))
    if _abbreviation_at(text, end):
        end = len(text)
    position = start
    cuts = (cut for cut in ITEM.finditer(text, start, end) if not _is_inside(text, start, cut))
    for match in [*cuts, None]:
        stop = match.start() if match else end
        body = _item(index, text, (position, stop), role, source)
        if body:
            yield body
        position = match.end() if match else end


def _goes_on(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether an enumeration goes on: "Fonds national | pour le sport", "; le Centre de recherche en …"."""
    rest = text[mark.end() :].lstrip()
    if mark[0].strip() == "pour":
        return FOR_A_CAUSE.search(text[start : mark.start()]) is not None and CAUSE.match(rest) is not None
    return mark[0] == ";" and is_evident_body(rest[_lead(rest) :])


def _is_inside(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether a mark belongs to a name: "Centre d'histoire et de sociologie", "LAMO (Langues, Mondes, UMR 9914)"."""
    opening = text.rfind("(", start, cut.start())
    if opening > text.rfind(")", start, cut.start()) and re.search(r"[^\W_]\s*$", text[start:opening]):
        first = re.split(r"[,;)]|\set\s", text[opening + 1 :], maxsplit=1)[0]
        return UNIT_NUMBER.match(first) is not None or not is_evident_body(first)
    if not re.fullmatch(r"\s*et\s+(?:de\s+|d['’])", cut[0]) or is_evident_body(text[cut.end() :][:60]):
        return False
    last = re.split(r"[,;]|\set\s", text[start : cut.start()])[-1]
    return re.search(r"\w\s(?:de\s|d['’])\w+$", last) is not None and is_evident_body(last[_lead(last) :])


def _abbreviation_at(text: str, end: int) -> bool:
    return re.search(r"\b(?:Univ|St|Ste|Cie|[A-Z])$", text[:end]) is not None


def _item(index: int, text: str, span: tuple[int, int], role: str, source: str) -> Body | None:
    start = span[0] + _lead(text[span[0] : span[1]])
    phrase, _, bracket = text[start : span[1]].partition(" (")
    phrase = phrase.split(":")[0].strip(' .*_«»"“”[]')
    phrase = phrase if "(" in phrase else phrase.rstrip(") ")
    if not phrase or not _may_be_body(phrase):
        return None
    start = text.index(phrase, start)
    if "«" in phrase and (closing := re.match(r"\s*»", text[start + len(phrase) :])):
        phrase += closing[0]
    acronym = bracket.split(")")[0].strip()
    is_pair = is_acronym_of(acronym, phrase)
    is_sure = source == "rule:body-told" and is_evident_body(phrase)
    confidence = 0.96 if is_pair else 0.92 if is_sure else 0.85
    return Body(index, start, start + len(phrase), phrase, acronym if is_pair else None, role, source, confidence)


def _may_be_body(phrase: str) -> bool:
    """Whether an item of an enumeration of bodies may be one: no office, no town, no heading, no person."""
    if len(phrase.split()) > MAX_WORDS or not is_body(phrase) or starts_with_function(phrase):
        return False
    is_place = is_town(phrase) and not BRANCH.search(phrase)
    return not (is_place or _is_heading(phrase) or _is_person(phrase))


def _is_heading(phrase: str) -> bool:
    """ "Pour aller plus loin": it begins as a sentence or a heading does, and is no body on its face."""
    first = fold(phrase.split(maxsplit=1)[0])
    return fold(phrase) in never_names() or (first in OPENINGS and not is_evident_body(phrase))


def _is_person(phrase: str) -> bool:
    return any(is_alone(phrase, name.start) for name in find_names(phrase)) or "M. et Mme" in phrase


def _lead(item: str) -> int:
    """How long the small words before a name are: "de l'", "avec la"; "La" stays where it may belong to the name."""
    lead = LINK.match(item)
    if not lead:
        return 0
    is_capital_article = lead[0].strip() in ("La", "Le", "Les", "L'", "L’")
    return 0 if is_capital_article and not is_evident_body(item[lead.end() :]) else lead.end()
