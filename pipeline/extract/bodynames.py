"""Bodies named in full in the middle of a text, with no word to introduce them: "… la chorale Chante-Ouvèze …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pipeline.extract.acronyms import known_bodies
from pipeline.extract.bodylooks import is_country, is_evident_body
from pipeline.extract.functions import is_office
from pipeline.extract.letterheads import SMALL_WORDS
from pipeline.extract.names import find_names
from pipeline.extract.roles import role_of_label
from pipeline.extract.venuewords import is_venue_word
from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold

WORD = re.compile(r"[^\s,;:()!?•|\t/]+")
ELIDED = re.compile(r"^(?:[dlDL]|[qQ]u)['’]")
QUOTE = re.compile(r"\s*[»\"]")
QUOTED = re.compile(r"[^«»\t]{0,60}»")
"""The rest of a name between quotes, commas and all."""
GAP = re.compile(r"[^\S\t]+")
TAIL = re.compile(
    r"(?:\s(?:sur\s+l['’]|sur\s+l(?:a|es?)\s|de\s+l['’]|de\s+la\s|des\s|du\s|de\s|d['’])[a-zà-ÿœ'’-]+(?:\s(?:et\s)?(?:de\s+la\s)?[a-zà-ÿœ-]{4,}){0,3})(?=\s*(?:[,;:.()]|$))"
)
"""The end of a name written small: "Chambre Régionale | de l'économie fluviale"."""
ADJECTIVE = re.compile(
    r"\s[a-zà-ÿ]{2,}(?:ale?|aux|elle|iques?|aise?|oise?|ien|ienne|ive|aires?)(?=\s*(?:[^\w\s]|\t|$))"
)
"""An adjective that ends a name: "Massif | central"."""
STOP_OF = re.compile(r"(?:gare|station|arrêt|parking|tarifs?|carte)\s+(?:de\s+la\s+)?$", re.IGNORECASE)
"""What belongs to a carrier and is a place or a price: "Gare SNCF"."""
HOTEL = re.compile(r"\bhôtel\s+(?:de\s+(?:la\s+)?|du\s+)$", re.IGNORECASE)
"""A house, not the body it belongs to: "Hôtel de | Ville"."""
BRANCH = re.compile(r"\s\d\d(?=\s*(?:[^\w\s]|\t|$)|\s+(?:et|ou)\s)")
"""The number of the department a branch of a body works in."""
WRITTEN_SMALL = re.compile(
    r"(?:\s[a-zà-ÿ]{3,}(?:ale?|elle|iques?|aise?|oise?|ien|ienne|ive|aires?))?"
    r"\s(?:de\sla\s|de\sl['’]|des\s|du\s|d['’]|de\s)[a-zà-ÿœ-]{4,}"
    r"(?:\s(?:(?:et\s)?(?:de\sla\s|de\sl['’]|des\s|du\s|d['’]|de\s)[a-zà-ÿœ-]{4,}|"
    r"[a-zà-ÿœ-]{3,}(?:ale?s?|aux|elles?|iques?|aises?|oises?|iens?|iennes?|ifs?|ives?|res?|ées?))){0,3}"
    r"(?=\s*(?:[,;:.()\t]|$)|\set\s)"
)
"""A name without a capital but its first: "Fédération | française de la randonnée pédestre"."""
PRONOUN = re.compile(r"(?:[sSnNcCjJmMtT]|[qQ]u)['’](?!\w*\.)")
"""An elided word that begins a sentence's verb: "association | s'étend"."""
NEXT = re.compile(r"(?:le|la|les|un|une|des)$|[lL]['’]")
"""An article after "et": another body begins."""
SPORT = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][a-zà-ÿ]{2,}[ -]$")
"""A word with a capital just before "Club": "Judo"."""
LINKS = frozenset(["de", "des", "du", "la", "le", "les"])
OPENINGS = frozenset(["En", "Au", "Aux", "Avec"])
"""Small words in capitals that begin what follows a name: "En partenariat avec"."""
MAX_SMALL = 2
"""Nouns written small a name may hold: "Ligue des droits de l'Homme"."""
MAX_ACRONYM = 4
LAST_NUMBER = 13
"""Universities of a town are numbered this far: "Paris 13"."""


def names_in(text: str) -> Iterator[tuple[int, int]]:
    """Where bodies are named: a word such as "association" with the proper name that follows it."""
    words = list(WORD.finditer(text))
    people = frozenset(name.start for name in find_names(text))
    done = 0
    for place, word in enumerate(words):
        kind = ELIDED.sub("", word[0])
        if fold(kind).strip(".'’»«\"") in known_bodies() and kind[:1].isupper():
            start = word.end() - len(kind)
            if not STOP_OF.search(text[:start]):
                branch = BRANCH.match(text, word.end())
                yield start, branch.end() if branch else start + len(kind.rstrip(".'’»\""))
            continue
        if not _is_naming(kind.strip(".«")):
            continue
        start = word.end() - len(kind)
        if start < done or HOTEL.search(text[:start]):
            continue
        end = _end_of_name(text, words[place:], people) or _end_written_small(text, word.end(), kind)
        is_cut = end and fold(ELIDED.sub("", text[start:end].rsplit(maxsplit=1)[-1])) in _alone()
        if end and not is_cut and is_evident_body(text[start:end]) and role_of_label(text[start:end]) is None:
            done = end
            yield _sport_before(text, start) if fold(kind) == "club" else start, end


def _sport_before(text: str, club: int) -> int:
    """Where the name of a club begins: at the word before "Club" in "Judo Club du Vexin"."""
    sport = SPORT.search(text[:club])
    return sport.start() if sport and fold(sport[0].strip()) not in SMALL_WORDS else club


def _end_of_name(text: str, words: list[re.Match[str]], people: frozenset[int]) -> int | None:
    """The end of the last capitalised word of an unbroken run; small words may stand in, an adjective first."""
    last, small = None, 0
    for place, (before, word) in enumerate(pairwise(words)):
        if not GAP.fullmatch(text[before.end() : word.start()]) or before[0][-1] in ".»":
            break
        bare = ELIDED.sub("", word[0]).strip("«»“”\".'’")
        if _begins_other(before[0], word[0], first=place == 0):
            break
        if before[0] == "et" and (word.start() in people or place == 1):
            break
        if before[0] in ("en", "au", "aux") and is_country(bare):
            break
        if before[0] in ("à", "a") and is_town(bare) and not fold(ELIDED.sub("", words[0][0])).startswith("univ"):
            break
        small += bare[:1].islower() and fold(bare) not in SMALL_WORDS
        if bare.isdigit() and (branch := BRANCH.match(text, before.end())):
            last = branch.end()
            break
        if not _may_stand_in(bare, linked=place == 0 or (small <= MAX_SMALL and _links(before[0], word[0]))):
            break
        if bare[:1].isupper() or bare.isdigit():
            last = word.end() - len(word[0]) + len(word[0].rstrip("."))
    return None if last is None else _with_tail(text, words[0].start(), last)


def _begins_other(before: str, word: str, *, first: bool) -> bool:
    """Whether a word begins what is no part of the name: an office, a number, a sentence, another body."""
    bare = ELIDED.sub("", word).strip("«»“”\".'’")
    if bare.isdigit():
        return fold(before) in SMALL_WORDS
    is_next = before == "et" and (NEXT.match(word) is not None or (word[0].isupper() and is_venue_word(word)))
    is_officer = not first and is_office(bare) and not before.islower()
    return is_next or is_officer or PRONOUN.match(word) is not None


def _end_written_small(text: str, end: int, kind: str) -> int | None:
    """Where a name ends that has a capital only in its kind, for kinds of which there are few."""
    small = WRITTEN_SMALL.match(text, end) if kind[:1].isupper() and fold(kind) in _alone() else None
    return small.end() if small else None


def _with_tail(text: str, start: int, last: int) -> int:
    """The end of a name with what is written small behind its last capital, or up to the end of its quote."""
    if text.count("«", start, last) > text.count("»", start, last):
        closing = QUOTED.match(text, last)
        return closing.end() if closing else last
    tail = TAIL.match(text, last) or ADJECTIVE.match(text, last) or QUOTE.match(text, last)
    if tail is None or text.count("«", start, last) != text.count("»", start, tail.end()):
        return last
    return tail.end()


def _links(before: str, word: str) -> bool:
    """Whether a small word leads to the next: "des | droits", "d'initiative"."""
    is_second_adjective = before == "et" and word.islower() and ADJECTIVE.match(f" {word}") is not None
    return fold(before) in LINKS or ELIDED.match(word) is not None or is_second_adjective


def _may_stand_in(word: str, *, linked: bool) -> bool:
    if word.isdigit():
        return int(word) <= LAST_NUMBER
    if word in OPENINGS:
        return False
    if word in ("", "&") or fold(word) in SMALL_WORDS:
        return True
    return fold(word) not in _stops() and (word[0].isupper() or linked)


def _is_naming(kind: str) -> bool:
    if kind in _acronyms():
        return True
    return fold(kind) in _naming(capital=kind[:1].isupper()) and not (kind.isupper() and len(kind) > MAX_ACRONYM)


@cache
def _acronyms() -> frozenset[str]:
    """Kinds of bodies written in capitals: "EHPAD"."""
    return frozenset(lexicon("organisations")["naming_acronyms"])


@cache
def _naming(*, capital: bool) -> frozenset[str]:
    """Words that with a proper name after them name a body wherever they stand, some only with a capital."""
    known = lexicon("organisations")
    return frozenset(fold(word) for word in known["naming"] + (known["naming_with_capital"] if capital else []))


@cache
def _alone() -> frozenset[str]:
    """Kinds of bodies that a capital makes a name of: "Fédération"."""
    return frozenset(fold(word) for word in lexicon("organisations")["naming_alone"])


@cache
def _stops() -> frozenset[str]:
    """Words that are no part of a name, capital or not."""
    return frozenset(lexicon("organisations")["stops"])
