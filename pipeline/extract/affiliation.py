"""What stands beside a name: function and body, parted at the right place.

"Président de RIVOL" → Président | RIVOL; "MCF en histoire, Univ. Rennes 2, ARIVE" → MCF en histoire | Univ. Rennes 2,
MCF en histoire | ARIVE; "(responsable service bateaux – Communauté urbaine Brest)" → two parts of one affiliation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from pipeline.extract.acronyms import is_acronym_of
from pipeline.extract.bodylooks import ACRONYM, body_types, is_body, is_country, is_evident_body, not_acronyms, parts
from pipeline.extract.functions import (
    ARTICLE,
    has_field,
    is_maker,
    is_of_jury,
    is_undivided,
    opens_office,
    starts_with_function,
)
from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold

SEPARATOR = re.compile(r"\s*(?:[,;/|+()\[\]]+|\s[–—-]\s|\s&\s|\s[eE]t(?=\s))\s*")
LINK = re.compile(
    r"\s(?:(?:(?:au\s+sein\s+|auprès\s+)?(?:de\s+(?-i:la|LA)|du|des|de)|[àa]\s+(?-i:la|LA)|aux?|à|chez|pour)\s+|"
    r"(?:(?:au\s+sein\s+|auprès\s+)?(?:de\s+l|d)|à\s+l)['’]\s*)(?=\S)",
    re.IGNORECASE,
)
LED = re.compile(
    r"^(?:(?:et\s+|également\s+|aussi\s+|en\s+)?(?:associée?|affiliée?|rattachée?)\s+(?:à\s+la\s+|à\s+l['’]|au\s+|à\s+)|"
    r"en\s+post-?doc\w*\s+(?:à\s+la\s+|à\s+l['’]|au\s+|à\s+)|(?:pour|au\s+nom)?\s*(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|d['’]|pour\s+(?:la|le|les)\s+|pour\s+l['’]))",
    re.IGNORECASE,
)
"""Words that lead to a body without a function: "de l'association", "pour la CGT", "associée à"."""
NOBODY = re.compile(r"^une?(?:\(e\)|[.·]e)?\s", re.IGNORECASE)
"""Someone not named: "un représentant de …" is no function of the person before."""
WHOLE = re.compile(r"^(?:la|le|les|l['’])\s*(?=\S)")
"""A body with its article is the next one spoken of, not the one of the person before."""
UNIT_NUMBER = re.compile(r"(?:UMR|UPR|EA|UR|UAR|USR|FRE|ERL)\s?\d+")
SENTENCE_END = re.compile(
    r"(?<!\b[A-ZÀ-Þ])(?<!\.[A-ZÀ-Þ])(?<!\b[Uu]niv)(?<!\b[Dd]pt)(?<!\b[Cc]ie)(?<!\b[Ss]te)(?<!\bassoc)\.(?=\s|$)"
)
STOP = re.compile(
    r"\s*(?:[:«»\"“”?!•=]|\b(?:qui|dont|nous|vous|est|sont|sera|seront|auteure?\s+d|autrice\s+d|sous(?!-)|depuis|après|lors|afin|elle|il|on)\b)"
    r"|\s(?:Table ronde|Une?\s[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:er|ir|re)\s(?:l[ae]s?|une?|des)\s[a-zà-ÿ])"
    r"|\s(?:(?:[Ee]n\s+)?(?:partenariat|collaboration|coopération|lien)\s+)?avec\s"
)
CIVILITIES = frozenset(
    "m m. mm mm. mme mmes mlle mlles dr pr sr monsieur madame mademoiselle messieurs mesdames "
    "soeur frere pere abbe mgr".split()
)
SMALL = "et|de|du|des|la|le|les|à|au|aux|en|par|pour|avec|&"
MAX_GOES_ON = 5
PAIR = 2


@dataclass(frozen=True)
class Affiliation:
    """A function and the body it is held at; either may be missing."""

    function: str | None
    body: str | None


def parse_affiliation(text: str, *, strict: bool = False) -> tuple[Affiliation, ...]:
    """The affiliations a few words after a name give; none when they are something else, such as a title.

    `strict` takes as bodies only what is one on its face (an acronym, "Université …"), for places where a title may
    stand as well.

    >>> parse_affiliation("Vice-Présidente de la Région Haute Vilaine")
    (Affiliation(function='Vice-Présidente', body='Région Haute Vilaine'),)
    >>> parse_affiliation("CERES, Sorbonne Université")
    (Affiliation(function=None, body='CERES'), Affiliation(function=None, body='Sorbonne Université'))
    """
    found: tuple[Affiliation, ...] = ()
    for piece in _pieces(text):
        longer = _read(found, piece, strict=strict)
        if longer is None:
            break
        found = longer
    return _held(found)


def _held(found: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    """ "(RIVOL - présidente)": a body and then a function are one affiliation."""
    return held_together(found) if len(found) == PAIR and found[0].body else found


def held_together(found: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    """One function and the bodies printed apart from it, as in the cells of a row, put together.

    >>> held_together((Affiliation("présidente", None), Affiliation(None, "RIVOL")))
    (Affiliation(function='présidente', body='RIVOL'),)
    """
    functions = [entry.function for entry in found if entry.function]
    bodies = [entry for entry in found if entry.body]
    if len(functions) != 1 or not bodies or len(bodies) + 1 != len(found) or is_of_jury(functions[0]):
        return found
    return tuple(replace(entry, function=functions[0]) for entry in bodies)


def _read(found: tuple[Affiliation, ...], piece: str, *, strict: bool) -> tuple[Affiliation, ...] | None:
    """The affiliations with one more piece read; None where it belongs to none."""
    last = found[-1] if found else Affiliation(None, None)
    if (found and NOBODY.match(piece)) or fold(piece.split(maxsplit=1)[0]) in CIVILITIES:
        return None
    led = LED.match(piece)
    if led and is_evident_body(piece[led.end() :]):
        return _with_body(found, piece[led.end() :])
    if WHOLE.match(piece) and not starts_with_function(piece):
        return None
    if starts_with_function(piece):
        function, body = _split(piece)
        whole, office = _without_office(body or "")
        body = whole if office else body
        is_work = is_maker(piece) and found and not is_evident_body(body or "")
        return found if is_work else (*found, Affiliation(function, body))
    if last.body and _goes_on(last.body, piece):
        return (*found[:-1], replace(last, body=f"{last.body}, {piece}"))
    if last.body and (is_acronym_of(piece, last.body) or UNIT_NUMBER.fullmatch(piece)):
        return found
    if is_body(piece, strict=strict) and not _is_other(piece):
        return _with_body(found, ARTICLE.sub("", piece))
    return found if found and is_town(piece) else None


def _without_office(phrase: str) -> tuple[str, str | None]:
    """ "Université de Caen rapporteuse": a body, and a function behind it; "à Caen" is an address."""
    words = phrase.split()
    for place in range(1, len(words)):
        if opens_office(words[place : place + 2]) and not words[place - 1].islower():
            return " ".join(words[:place]), " ".join(words[place:])
    seat = None if fold(phrase).startswith("univ") else re.search(r"\s+à\s+(?P<town>\S+)$", phrase)
    return (phrase[: seat.start()], None) if seat and is_town(seat["town"]) else (phrase, None)


def _is_other(piece: str) -> bool:
    """ "Atelier de découverte", "Suisse", "Attention": what takes place, a land, a heading rather than a body."""
    is_occasion = fold(piece.split(maxsplit=1)[0]) in _occasions()
    return is_occasion or is_country(piece) or fold(piece) in lexicon("names")["never"].split()


@cache
def _occasions() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon("organisations")["occasions"])


def _with_body(found: tuple[Affiliation, ...], phrase: str) -> tuple[Affiliation, ...]:
    """One more body: the waiting function's, or the same function's next one; a town after a body is its address."""
    body, office = _without_office(phrase)
    if office:
        return (*_with_body(found, body), Affiliation(office, None))
    if not found:
        return (Affiliation(None, body),)
    if is_town(body) and not re.search(r"\d", body):
        return found
    if found[-1].function and found[-1].body is None:
        return (*found[:-1], replace(found[-1], body=body))
    return (*found, Affiliation(found[-1].function, body))


def _goes_on(body: str, piece: str) -> bool:
    """ "Institut d'histoire rurale" + "maritime et fluviale": the name has a comma of its own."""
    is_small = body.rsplit(maxsplit=1)[-1].islower() and piece[0].islower()
    return is_small and re.search(r"\w\set\s", piece) is not None and len(piece.split()) <= MAX_GOES_ON


def _pieces(text: str) -> list[str]:
    """The phrase cut at commas, dashes, slashes and "et", up to where it stops being an affiliation."""
    text = _own_cells(text)
    for pattern in (SENTENCE_END, STOP):
        stop = pattern.search(text)
        text = text[: stop.start()] if stop else text
    return [piece for piece in (_trimmed(piece) for piece in _cut(text)) if piece]


def _own_cells(text: str) -> str:
    """The first cell of a row, and those after it that begin with a function or a body: not the title beside them."""
    first, *others = text.strip("\t ").split("\t")
    cells = takewhile(_may_be_held, others)
    return ", ".join([first, *cells])


def _may_be_held(cell: str) -> bool:
    """Whether a cell begins with a function or a body, and is no title: "ONF : un bilan"."""
    return bool(cell.strip()) and " : " not in cell and (starts_with_function(cell) or is_evident_body(cell))


def _cut(text: str) -> Iterator[str]:
    start = 0
    for match in SEPARATOR.finditer(text):
        if _may_cut(match[0].strip(), text[start : match.start()], text[match.end() :]):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _trimmed(piece: str) -> str:
    return re.sub(rf"(?:\s+(?:{SMALL}|M|MM|Mme|Dr|Pr)\.?|\s[dl]['’])+$", "", piece.strip(" ()[]–—-*_")).rstrip(" ,;")


def _may_cut(separator: str, piece: str, rest: str) -> bool:
    """ "et" parts two functions, or a body from an acronym; never "économique et sociale"."""
    if separator in ("-", "–", "—"):
        return not _is_seat(piece, rest)
    if separator.lower() not in ("et", "&"):
        return True
    following = rest.split()
    if not following:
        return True
    return starts_with_function(rest) or (not starts_with_function(piece) and _is_plain_acronym(following[0]))


def _is_plain_acronym(word: str) -> bool:
    """ "INRIA", "TELEMMe"; not "Belles-Lettres"."""
    return ACRONYM.match(word) is not None and not re.search(r"[a-zà-ÿ]-[A-ZÀ-Þ][a-zà-ÿ]", word)


def _is_seat(piece: str, rest: str) -> bool:
    """ "Université de Brest - Pointe Neuve": the dash belongs to the name of a university."""
    following = re.split(r"[,;/|+()\[\]]|\s[–—-]\s", rest, maxsplit=1)[0].strip()
    is_university = re.match(r"(?:l['’])?univ", fold(piece.strip())) is not None
    is_place = 1 <= len(following.split()) <= 3 and following[0].isupper()
    return is_university and is_place and not is_evident_body(following) and not starts_with_function(following)


def _split(piece: str) -> tuple[str, str | None]:
    """A function and the body it is held at: cut at the first link that a proper body follows."""
    phrase = ARTICLE.sub("", piece)
    if is_maker(phrase) and (link := LINK.search(phrase)):
        body = ARTICLE.sub("", phrase[link.end() :].strip())
        return phrase[: link.start()], body if is_evident_body(body) else None
    if is_undivided(phrase):
        return phrase.strip(" ."), None
    for link in LINK.finditer(phrase):
        rest = phrase[link.end() :].strip()
        if link[0].strip().lower()[0] in "aà" and is_town(rest):
            return phrase[: link.start()].strip(" ,"), None
        if link[0].strip().lower()[0] in "aà" and has_field(phrase) and not is_evident_body(ARTICLE.sub("", rest)):
            continue
        if _is_proper_body(rest) and not _leads_on(rest):
            return phrase[: link.start()].strip(" ,"), ARTICLE.sub("", rest).strip(" .")
    words = [] if phrase.isupper() else phrase.split()
    for index, word in enumerate(words[1:], 1):
        if ACRONYM.match(word) and fold(word) not in not_acronyms():
            return " ".join(words[:index]), " ".join(words[index:])
    return phrase.strip(" ."), None


def _leads_on(rest: str) -> bool:
    """ "services syndicaux de la Centrale Y": a part of a body, written small, whose whole follows."""
    words = ARTICLE.sub("", rest).split()
    if not words or words[0][0].isupper() or fold(words[0]) not in parts():
        return False
    return any(_is_proper_body(rest[link.end() :].strip()) for link in LINK.finditer(rest))


def _is_proper_body(rest: str) -> bool:
    """ "la Région Haute Vilaine", "l'association Les Amis", "RIVOL"; not "conférences" or "l'association"."""
    words = ARTICLE.sub("", rest).split()
    if (
        not words
        or fold(words[0]) == "etat"
        or starts_with_function(rest)
        or fold(words[0]).strip(".") in CIVILITIES
        or is_country(rest)
    ):
        return False
    if words[0][0].isupper():
        return len(words) > 1 or fold(words[0]) not in body_types()
    return fold(words[0]) in body_types() and any(word[0].isupper() for word in words[1:])
