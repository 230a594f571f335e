"""What stands beside a name: function and body, parted at the right place.

"Président de RESOL" → Président | RESOL; "MCF en histoire, Univ. Rennes 2, IRISA" → MCF en histoire | Univ. Rennes 2,
MCF en histoire | IRISA; "(responsable service marchés – Communauté urbaine Lille)" → two parts of one affiliation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold

SEPARATOR = re.compile(r"\s*(?:[,;/|+()\[\]]+|\s[–—-]\s|\s&\s|\s[eE]t(?=\s))\s*")
LINK = re.compile(
    r"\s(?:de\s+la|de\s+l['’]|du|des|de|d['’]|à\s+la|à\s+l['’]|au|aux|à|chez|pour|auprès\s+de)\s*(?=\S)", re.IGNORECASE
)
ARTICLE = re.compile(r"^(?:(?:le|la|les|un|une|notre|nos)\s+|l['’])")
ACRONYM = re.compile(r"^(?=.*[A-ZÀ-Þ].*[A-ZÀ-Þ0-9²])[A-ZÀ-Þ][\w&.'’²+-]*$")
SENTENCE_END = re.compile(r"(?<![A-ZÀ-Þ])(?<!\b[Uu]niv)(?<!\b[Dd]pt)(?<!\b[Cc]ie)(?<!\b[Ss]te)(?<!\bassoc)\.(?=\s|$)")
STOP = re.compile(r"\s*(?:[:«»\"“”?!•=]|\b(?:qui|dont|nous|vous|est|sont|sera|seront|auteure?\s+d|autrice\s+d)\b)")
MAX_WORDS = 14


@dataclass(frozen=True)
class Affiliation:
    """A function and the body it is held at; either may be missing."""

    function: str | None
    body: str | None


def parse_affiliation(text: str, *, strict: bool = False) -> tuple[Affiliation, ...]:
    """The affiliations a few words after a name give; none when they are something else, such as a title.

    `strict` takes as bodies only what is one on its face (an acronym, "Université …"), for places where a title may
    stand as well.

    >>> parse_affiliation("Vice-Présidente de la Région Midi Pyrénées")
    (Affiliation(function='Vice-Présidente', body='Région Midi Pyrénées'),)
    >>> parse_affiliation("CERES, Sorbonne Université")
    (Affiliation(function=None, body='CERES'), Affiliation(function=None, body='Sorbonne Université'))
    """
    found: list[Affiliation] = []
    function: str | None = None
    for piece in _pieces(text):
        if starts_with_function(piece):
            function, body = _split(piece)
            if not (_is_maker(piece) and found and not is_evident_body(body or "-")):
                found.append(Affiliation(function, body))
        elif found and found[-1].body and _goes_on(found[-1].body, piece):
            found[-1] = replace(found[-1], body=f"{found[-1].body}, {piece}")
        elif found and found[-1].body and is_acronym_of(piece, found[-1].body):
            continue
        elif is_body(piece, strict=strict):
            found = _with_body(found, function, ARTICLE.sub("", piece))
        elif not (found and is_town(piece)):
            break
    return tuple(found)


def _with_body(found: list[Affiliation], function: str | None, body: str) -> list[Affiliation]:
    """One more body: the waiting function's, or the same function's next one; a town after a body is its address."""
    if found and found[-1].function and found[-1].body is None:
        return [*found[:-1], replace(found[-1], body=body)]
    if found and is_town(body) and not re.search(r"\d", body):
        return found
    return [*found, Affiliation(function, body)]


def starts_with_function(text: str) -> bool:
    """Whether a phrase begins with a function: "Vice-présidente", "ancien maire", "le critique d'art"."""
    words = fold(ARTICLE.sub("", text.strip())).replace("·", "").split()
    if not words:
        return False
    heads = function_heads()
    first = _bare(words[0])
    parts = first.split("-")
    if first in heads or parts[0] in heads or (parts[0] in _prefixes() and parts[-1] in heads):
        return True
    return first in _prefixes() and len(words) > 1 and _bare(words[1]) in heads


def is_body(text: str, *, strict: bool = False) -> bool:
    """Whether a short phrase can be the name of a body: capitalised, an acronym, "association X"."""
    phrase = ARTICLE.sub("", text.strip())
    words = phrase.split()
    if not words or len(words) > MAX_WORDS or not any(letter.isupper() for letter in phrase):
        return False
    if is_evident_body(phrase):
        return True
    return not strict and words[0][0].isupper() and not phrase.endswith(("?", "!"))


def is_evident_body(phrase: str) -> bool:
    """A body on its face: it begins with a word like "Université", or with an acronym, or is "Paris 3"."""
    words = phrase.split()
    first = re.sub(r"\W+$", "", fold(words[0]))
    if first in body_types():
        return len(words) > 1 and any(word[0].isupper() or word[0].isdigit() for word in words)
    if ACRONYM.match(words[0]) and first not in not_acronyms() and not (len(words) > 1 and phrase.isupper()):
        return True
    is_numbered = len(words) == 2 and re.fullmatch(r"\d{1,2}|[IVX]+", words[1]) is not None
    return is_numbered and is_town(words[0])


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order.

    >>> is_acronym_of("FAPIL", "Fédération des Associations Pour l'Insertion par le Logement")
    True
    """
    letters = [letter for letter in fold(acronym) if letter.isalnum()]
    initials = [word[0] for word in re.findall(r"\w+", fold(name))]
    if len(letters) < 2 or not initials or not acronym[:1].isupper() or len(acronym.split()) > 1:
        return False
    position = 0
    matched = 0
    for letter in letters:
        if letter in initials[position:]:
            position = initials.index(letter, position) + 1
            matched += 1
    return initials[0] == letters[0] and matched >= max(2, len(letters) - 1)


def _goes_on(body: str, piece: str) -> bool:
    """ "Institut d'histoire ouvrière" + "économique et sociale": the name has a comma of its own."""
    return len(body.split()) > 2 and piece[0].islower() and len(piece.split()) <= 5


def _pieces(text: str) -> list[str]:
    """The phrase cut at commas, dashes, slashes and "et", up to where it stops being an affiliation."""
    for pattern in (SENTENCE_END, STOP):
        stop = pattern.search(text)
        text = text[: stop.start()] if stop else text
    return [piece for piece in (_trimmed(piece) for piece in _cut(text)) if piece]


def _cut(text: str) -> Iterator[str]:
    start = 0
    for match in SEPARATOR.finditer(text):
        if _may_cut(match[0].strip(), text[start : match.start()], text[match.end() :]):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _trimmed(piece: str) -> str:
    return re.sub(r"\s+(?:et|de|du|à|par|&)$", "", piece.strip(" ()[]–—-*_")).rstrip(" ,;")


def _may_cut(separator: str, piece: str, rest: str) -> bool:
    """ "et" parts two functions, or a body from an acronym; never "économique et sociale"."""
    if separator.lower() not in ("et", "&"):
        return True
    following = rest.split()
    if not following:
        return True
    return starts_with_function(rest) or (not starts_with_function(piece) and ACRONYM.match(following[0]) is not None)


def _split(piece: str) -> tuple[str, str | None]:
    """A function and the body it is held at: cut at the first link that a proper body follows."""
    phrase = ARTICLE.sub("", piece)
    if _is_maker(phrase) and (link := LINK.search(phrase)):
        body = ARTICLE.sub("", phrase[link.end() :].strip())
        return phrase[: link.start()], body if is_evident_body(body) else None
    for link in LINK.finditer(phrase):
        rest = phrase[link.end() :].strip()
        if _is_proper_body(rest):
            return phrase[: link.start()].strip(" ,"), ARTICLE.sub("", rest).strip(" .")
    words = phrase.split()
    for index, word in enumerate(words[1:], 1):
        if ACRONYM.match(word) and fold(word) not in not_acronyms():
            return " ".join(words[:index]), " ".join(words[index:])
    return phrase.strip(" ."), None


def _is_maker(phrase: str) -> bool:
    """ "auteur de …": the words after it name a work."""
    return fold(ARTICLE.sub("", phrase)).split()[0] in _makers()


def _is_proper_body(rest: str) -> bool:
    """ "la Région Midi Pyrénées", "l'association Les Amis", "RESOL"; not "conférences" or "l'association"."""
    words = ARTICLE.sub("", rest).split()
    if not words or starts_with_function(rest):
        return False
    if words[0][0].isupper():
        return True
    return fold(words[0]) in body_types() and any(word[0].isupper() for word in words[1:])


def _bare(word: str) -> str:
    """A word without inclusive endings and brackets: "président(e)", "doctorant·e", "élu-e-s"."""
    return re.sub(r"\((?:e|ne|trice|se)?s?\)?$|-(?:e|ne|trice)(?:-s)?$", "", word.strip(",;:.")).strip("()")


@cache
def function_heads() -> frozenset[str]:
    """The words functions begin with, folded."""
    return frozenset(
        form for entry in lexicon("functions")["heads"] for form in fold(entry).replace("·", "").split("|")
    )


@cache
def _makers() -> frozenset[str]:
    return frozenset(fold(maker) for maker in lexicon("functions")["makers"])


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(fold(prefix) for prefix in lexicon("functions")["prefixes"])


@cache
def body_types() -> frozenset[str]:
    """The words names of bodies begin with, folded; "univ" and the like are added to the lexicon's."""
    return frozenset(fold(entry) for entry in lexicon("organisations")["types"])


@cache
def not_acronyms() -> frozenset[str]:
    """Words in capitals that are no acronym of a body."""
    return frozenset(lexicon("organisations")["not_acronyms"])
