"""Names of people in French text, by their shape: civility, given names, particles, surnames in capitals or not.

Every word is sorted into a class written as one letter; names are then regular expressions over these letters. What
the shape alone cannot tell (whether "Jean Moulin" is a person or a school here) is decided by the word before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pipeline.extract.bodylooks import body_types
from pipeline.lexicon import lexicon
from pipeline.text import fold

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ](?=[^\W\d_])|-(?=[^\W\d_])|(?<=[A-ZÀ-Þ])\.-?(?=[A-ZÀ-Þ]\b))*\.?")
"""A word with its hyphens and apostrophes; initials "J.-P." are one word, a full stop stays with its word."""
ELIDED = re.compile(r"^(?:[dlnsjmct]|qu)['’]", re.IGNORECASE)
MIXED = re.compile(r"(?<!\b[DLM])(?<!\bMa)(?<!\bVa)(?<!\bFit)[a-zà-ÿ][A-ZÀ-Þ]")
"""A capital after a small letter, as in the name of a laboratory or a brand; "McDonald" and "DeVito" are names."""
INITIAL_LAST = re.compile(r"-[A-ZÀ-Þ]\.$")
"""A double given name of which the second is an initial: "Xavier-L."."""
SEAT = re.compile(r"\buniv\w*\b[^,;:()\t]*\s-\s$")
"""A university and a hyphen, folded: what follows is where it has its seat."""
MISREAD = re.compile(r"[A-ZÀ-Þilou-]{5,}")
"""Capitals of which a narrow or round one was taken for a small letter: "MiCHEL"."""
VOWEL = re.compile("[aeiouy]")
"""A word in capitals without one is an acronym."""
NEAR_BY = re.compile(r"[\s.'’]*(?:[^\s,;()]+\s+){0,2}")
"""What may stand between the word a street or a school is named after and the name."""
SHORTEST = 2
"""Capitals of this many letters behind unknown words are an acronym: "Tuiles Vexinot | CI"."""
DOTTED = re.compile(r"(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]")
"""An acronym with dots between its letters: "L.I.S"."""
POSTCODE = re.compile(r"(?<!\d)\d{2}\s?\d{3}\s+$")
OFFICE = re.compile(r"\S+ (?:le|la|l') ?(?P<office>\S+)")
"""An office behind a civility and its article: "Madame le Maire"."""
FATHER_OF = re.compile(r"(?:pere|mere|frere|soeur)s? (?:de la|du|des) ")
"""What someone is said to have begun: "père de la géologie"."""
JOINED = re.compile(r"[ \u00a0]{1,3}")

# given, weak given, initial, capitalised, CAPITALS, maybe a surname, particle, civility t, title s
SHAPES = (
    (
        "civility",
        re.compile(
            r"t(?:(?:p*[um]){1,2}g{1,2}(?![cug])|cg(?![cugwp])|[gwi]{0,3}(?:p*[cum]|p+[gw]|[gw])(?:p*[cu]){0,2})"
        ),
    ),
    ("title", re.compile(r"s[gwi]{0,2}[cu](?:p*[cu])?")),
    ("initials", re.compile(r"i{1,2}p{0,2}(?:[cugw](?:p*[cu])?|m$)")),
    ("reversed", re.compile(r"u(?:p*u)?g{1,2}(?![cu])")),
    (
        "given",
        re.compile(
            r"[gw]?g[giw]{0,2}(?:p{0,2}[cu]|p{1,2}[gw])(?:p*[cu]){0,2}(?:p?[gw](?![cugwip]))?|g[gi]?m(?:p*[cu])?(?![a-z])|g[giw]{1,2}"
        ),
    ),
    ("capitals", re.compile(r"[cw]{1,2}p{0,2}u(?:p*u){0,2}")),
    ("weak", re.compile(r"w[gi]?p{0,2}u|w[gi]+p{0,2}[cu]?")),
)
CONFIDENCE = {
    "civility": 0.95,
    "title": 0.8,
    "given": 0.95,
    "reversed": 0.93,
    "initials": 0.85,
    "capitals": 0.85,
    "weak": 0.7,
}


@dataclass(frozen=True)
class Name:
    """A person's name at characters `start` to `end`, civility apart."""

    start: int
    end: int
    text: str
    rule: str

    @property
    def confidence(self) -> float:
        return CONFIDENCE[self.rule]


@dataclass(frozen=True)
class Token:
    """A word that could be part of a name, with its class."""

    start: int
    end: int
    text: str
    shape: str


@lru_cache(maxsize=4096)
def find_names(text: str) -> tuple[Name, ...]:
    """Every name, in order; names of streets, halls and prizes are left out.

    >>> [name.text for name in find_names("Avec DUPONT Jean-Marc, Mme Le Goff et É. Ségur, salle Jean Vilar")]
    ['DUPONT Jean-Marc', 'Le Goff', 'É. Ségur']
    """
    all_caps = _is_all_caps(text)
    names: list[Name] = []
    for chain in chains_of(text):
        position = 0
        while position < len(chain):
            name, used = _match(chain, position, all_caps=all_caps)
            polite = fold(chain[position].text).strip(".") in _set("polite")
            is_town = name is not None and POSTCODE.search(text[: name.start]) is not None
            if name and not is_town and (polite or not is_named_after(text, name.start)):
                names.append(name)
            position += max(used, 1)
    return tuple(names)


def _match(chain: Sequence[Token], position: int, *, all_caps: bool) -> tuple[Name | None, int]:
    """The longest name that begins at this word, and how many words it takes."""
    shapes = "".join(token.shape for token in chain)
    for rule, pattern in SHAPES:
        if all_caps and rule == "capitals":
            continue
        if match := pattern.match(shapes, position):
            words = chain[match.start() : match.end()]
            if rule == "civility" and _is_of_office([word.text for word in words]):
                continue
            named = words[1:] if rule in ("civility", "title") else words
            if rule == "capitals" and len(named[-1].text) <= SHORTEST:
                continue
            start, end = named[0].start, named[-1].end
            text = " ".join(word.text for word in named)
            if text.endswith(".") and named[-1].shape != "i":
                text, end = text[:-1], end - 1
            return Name(start, end, text, rule), len(words)
    return None, 1


def _is_of_office(words: Sequence[str]) -> bool:
    """ "Père de la géologie", "Madame le Maire": a civility, and no name behind it."""
    office = OFFICE.fullmatch(" ".join(words))
    is_office = office is not None and fold(office["office"]) in _function_words()
    return is_office or FATHER_OF.match(fold(" ".join(words))) is not None


@lru_cache(maxsize=4096)
def is_named_after(text: str, start: int) -> bool:
    """Whether the words before make it the name of a street, a school, a prize: "rue", "salle du Docteur"."""
    before = fold(text[max(0, start - 60) : start])
    piece = re.split(r"[,;:()\t–—/]|\s-\s", before)[-1].split()
    if SEAT.search(before):
        return True
    first = piece[0] if piece else ""
    if first in body_types() - _set("occasions") and not any(word in _set("joining") for word in piece):
        return True
    words = re.findall(r"[^\W\d_][\w'-]*", before)
    while words and (words[-1] in _set("particles") | _set("civility") | _set("titles") or ELIDED.fullmatch(words[-1])):
        words.pop()
    if not words or not NEAR_BY.fullmatch(before, before.rfind(words[-1]) + len(words[-1])):
        return False
    return words[-1].removeprefix("l'").removeprefix("d'") in _set("named_after")


def is_place(name: str) -> bool:
    """Whether it begins as a hall or a street does: "Salle Jules-Verdin"."""
    return fold(name.split(maxsplit=1)[0]) in _set("named_after")


@lru_cache(maxsize=4096)
def chains_of(text: str) -> tuple[tuple[Token, ...], ...]:
    """Runs of words that could be names, parted by anything but a blank."""
    chains: list[list[Token]] = [[]]
    end = 0
    for match in WORD.finditer(text):
        shape = shape_of(match[0])
        start = match.start()
        elided = ELIDED.match(match[0]) if shape == "x" and match[0][:1].islower() else None
        if elided and len(match[0]) > elided.end():
            shape = shape_of(match[0][elided.end() :])
            is_noble = shape in "cu" and match[0][0] == "d" and _are_given(chains[-1], text[end:start])
            if not is_noble:
                start += elided.end()
                chains.append([])
        elif not JOINED.fullmatch(text[end : match.start()]):
            chains.append([])
        end = match.end()
        if shape == "x":
            chains.append([])
            continue
        chains[-1].append(Token(start, end, text[start:end], shape))
        if match[0].endswith(".") and shape in "cugw" and not INITIAL_LAST.search(match[0]):
            chains.append([])
    return tuple(tuple(chain) for chain in chains if chain)


def _are_given(chain: Sequence[Token], gap: str) -> bool:
    """Whether a civility and a given name stand just before: "Mme Luce | d'Ormont"."""
    shapes = "".join(token.shape for token in chain)
    return shapes.endswith(("tg", "tw", "sg")) and JOINED.fullmatch(gap) is not None


@lru_cache(maxsize=4096)
def shape_of(word: str) -> str:
    """The class of a word, as one letter; "x" is no part of any name."""
    bare = word.rstrip(".")
    folded = fold(bare)
    if folded in _set("civility") and (word[0].isupper() or len(folded) > 3):
        return "t"
    if DOTTED.fullmatch(word):
        return "x"
    if re.fullmatch(r"[A-ZÀ-Þ]h?\.(?:[ -]?[A-ZÀ-Þ]h?\.)*", word):
        return "i"
    if folded in _set("titles"):
        return "s"
    if folded in _set("particles") or ELIDED.fullmatch(bare):
        return "p"
    if not bare[:1].isupper() or len(bare) < 2 or (MIXED.search(bare) and not MISREAD.fullmatch(bare)):
        return "x"
    if _is_never(folded):
        return "m" if folded in _set("surnames") else "x"
    if _is_given(folded):
        first, *others = folded.split("-")
        return "g" if first in _given("strong") and not set(others) & _given("weak") else "w"
    letters = [letter for letter in bare if letter.isalpha()]
    if sum(letter.isupper() for letter in letters) <= len(letters) / 2 or len(letters) == 1:
        return "c"
    return "u" if VOWEL.search(folded) else "x"


def _is_given(folded: str) -> bool:
    parts = [part for part in folded.split("-") if len(part) > 1]
    known = _known_given()
    return bool(parts) and parts[0] in known and all(part in known or part in _given("short") for part in parts[1:])


def _is_never(folded: str) -> bool:
    if folded in _given("strong"):
        return False
    stem = folded.rsplit("'", maxsplit=1)[-1]
    return stem in _set("never") or stem in _function_words()


def is_historic(name: str) -> bool:
    """A composer, author or figure of the past, by surname alone or with the given name it is known by."""
    *given, surname = fold(name).split()
    return surname in _historic() or " ".join([*given[:1], surname]) in _historic()


@cache
def _historic() -> frozenset[str]:
    """Surnames of the dead; with a given name before, those that the living bear too."""
    known = lexicon("names")["historic"]
    named = (f"{given} {surname}" for surname, givens in known["named"].items() for given in givens.split())
    return frozenset([*known["alone"].split(), *named])


def _is_all_caps(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 8 and sum(letter.isupper() for letter in letters) > 0.9 * len(letters)


@cache
def _set(key: str) -> frozenset[str]:
    words = lexicon("names")[key]
    return frozenset(words.split() if isinstance(words, str) else words)


def never_names() -> frozenset[str]:
    """Folded words that are no part of any name: headings, kinds of event, small words."""
    return _set("never")


@cache
def _given(key: Literal["strong", "weak", "short"]) -> frozenset[str]:
    return frozenset(lexicon("first_names")[key].split())


@cache
def _known_given() -> frozenset[str]:
    return _given("strong") | _given("weak")


@cache
def _function_words() -> frozenset[str]:
    """Heads of functions and bodies: "Président", "Université" never belong to a name."""
    functions = {word for entry in lexicon("functions")["heads"] for word in fold(entry).split("|")}
    return frozenset(functions | body_types())
