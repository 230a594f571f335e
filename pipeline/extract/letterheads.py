"""Letter heads, logos and acronyms: bodies that stand on a paper with no word to introduce them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.bodylooks import ACRONYM, JUNK, body_types, is_body, is_evident_body, not_acronyms
from pipeline.extract.contacts import find_contacts
from pipeline.extract.functions import starts_with_function
from pipeline.extract.names import find_names, never_names, shape_of
from pipeline.extract.roles import role_after
from pipeline.extract.segments import Segment
from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold

SMALL_WORDS = frozenset(["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour"])
WORD = re.compile(r"[^\W\d_]+")
WEAK_NAME = re.compile(r"w[gwci]?p{0,2}[cu]$")
"""The words of someone whose given name is another word as well."""
CELL = re.compile(r"[^\t]+")
STREET = re.compile(r"(?:,|\s[–—-])\s*\d{1,4}\b")
PIECE = re.compile(r"[^\s,•·|/](?:[^,•·|/]*[^\s,•·|/])?")
BARE = re.compile(r"^[^\w«\"“(&]+|[^\w»\"”)!?.]+$|[\s.]+$")
"""Marks and ornaments around what a line says."""
ADDRESS = re.compile(r",\s*\d|\s[–—-]\s")
"""What may follow the name in a letter head: its street, its town."""
ARTICLE = re.compile(r"^(?:[Ll][ae]s?|LES?|LA)\s+|^[Ll]['’]")
KIND_OF_HOUSE = re.compile(r"\S+\s(?:des?|du|d['’])[^A-ZÀ-Þ]*")
"""A kind of house and no name: "Théâtre de marionnettes"."""
MIN_LISTED = 3
"""Bodies in a row make a list from this many on."""
MAX_ALONE = 9
MIN_ALONE = 4
MAX_ACRONYM = 8
MAX_LOGO = 6


@dataclass(frozen=True)
class Words:
    """What a paper says in small letters, and how often it says what it writes in capitals."""

    small: frozenset[str]
    capitals: Counter[str]

    def is_acronym(self, word: str) -> bool:
        """In capitals and short, and not a word that stands elsewhere in small letters or is a heading."""
        folded = fold(word.strip("().,")).replace(".", "")
        is_word = folded in self.small or folded in never_names() or folded in not_acronyms()
        return ACRONYM.match(word) is not None and not is_word and 3 <= len(folded) <= MAX_ACRONYM

    def is_proper(self, word: str) -> bool:
        """In capitals, and no word that stands elsewhere in small letters or is a heading: "QUATUOR | AMARANTE"."""
        folded = fold(word)
        return word.isupper() and folded not in self.small and folded not in never_names()

    def is_logo(self, word: str) -> bool:
        """An acronym that stands alone on a line: very short, and said again elsewhere."""
        return len(word) <= MAX_LOGO and self.capitals[fold(word)] > 1


def words_of(texts: Sequence[str]) -> Words:
    """The words of a paper, sorted into those in small letters and those in capitals."""
    words = Counter(word for text in texts for word in WORD.findall(text))
    small = frozenset(fold(word) for word in words if not word.isupper())
    capitals: Counter[str] = Counter()
    for word, times in words.items():
        if word.isupper():
            capitals[fold(word)] += times
    return Words(small, capitals)


def letterheads_in(segment: Segment, said: Words) -> Iterator[tuple[int, int]]:
    """Where a short line names a body, or several, and nothing else."""
    contacts = find_contacts(segment.text)
    phrase = BARE.sub("", segment.text[: contacts[0].start if contacts else None]).split(" : ")[-1].strip()
    if not phrase or segment.bullet:
        return
    start = segment.text.index(phrase)
    if "\t" in phrase:
        cells = list(CELL.finditer(phrase))
        if all(_is_letterhead(cell[0], said) for cell in cells):
            yield from ((start + cell.start(), start + cell.end()) for cell in cells)
        return
    pieces = list(PIECE.finditer(phrase))
    if len(pieces) >= MIN_LISTED:
        if _is_list([piece[0] for piece in pieces]):
            yield from ((start + piece.start(), start + piece.end()) for piece in pieces)
        return
    phrase, *address = ADDRESS.split(re.sub(r"\s*\([^)]*\)$", "", phrase))
    if (address or "," in phrase) and fold(phrase.split(maxsplit=1)[0]) in _event_words("houses"):
        return
    acts = next((gap.start() for gap in re.finditer(r"\s", phrase) if role_after(phrase, gap.start())), None)
    name, _, town = phrase[:acts].partition(",")
    phrase = name if acts or is_town(town.strip()) else phrase
    is_address = "," not in phrase and STREET.search(segment.text) is not None
    is_short = (len(phrase.split()) if is_address else segment.words) <= MAX_ALONE
    if phrase and is_short and _is_letterhead(phrase, said):
        yield start, start + len(phrase)


def _is_list(pieces: Sequence[str]) -> bool:
    """Whether all pieces may be bodies, most are on their face, and none is a person or a function."""
    evident = sum(is_evident_body(piece) for piece in pieces)
    others = any(
        not is_body(piece) or starts_with_function(piece) or find_names(piece) or WEAK_NAME.match(_shapes(piece))
        for piece in pieces
    )
    return not others and evident * 2 > len(pieces)


def _shapes(piece: str) -> str:
    return "".join(shape_of(word) for word in piece.split())


def _is_letterhead(phrase: str, said: Words) -> bool:
    """Whether a line names a body and nothing else: no person, no kind of event, no shouted word."""
    phrase = ARTICLE.sub("", phrase)
    words = phrase.split()
    first = fold(words[0]).strip(".")
    if phrase.endswith("?") or JUNK.search(phrase) or fold(words[-1]) in SMALL_WORDS:
        return False
    if starts_with_function(phrase) or find_names(phrase):
        return False
    if first not in body_types():
        return said.is_acronym(words[0]) and is_evident_body(phrase) and (len(words) > 1 or said.is_logo(words[0]))
    if first in _event_words("events") or not is_evident_body(phrase) or _is_kind_of_house(phrase):
        return False
    if len(words) >= MIN_ALONE or first not in _event_words("structures"):
        return True
    return first in _event_words("ensembles") and all(said.is_proper(word) for word in words[1:])


def _is_kind_of_house(phrase: str) -> bool:
    return fold(phrase.split(maxsplit=1)[0]) in _event_words("houses") and KIND_OF_HOUSE.fullmatch(phrase) is not None


def acronyms_in(text: str, said: Words) -> Iterator[tuple[int, int]]:
    """Where acronyms of bodies stand in a line such as "Séminaire RÉSOL & AITEC"."""
    names = find_names(text)
    for match in re.finditer(r"(?<![\w.@/-])[A-ZÀ-Þ][\w-]*[A-ZÀ-Þ0-9](?![\w@])", text):
        if (
            said.is_acronym(match[0])
            and said.capitals[fold(match[0])] > 1
            and not any(name.start < match.end() and match.start() < name.end for name in names)
        ):
            yield match.span()


@cache
def _event_words(key: str) -> frozenset[str]:
    """Words that begin a body's name as well as an event's: alone on a line they are the event's."""
    return frozenset(fold(word) for word in lexicon("organisations")["headings"][key])
