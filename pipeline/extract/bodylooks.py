"""What the name of a body looks like: "Université de Caen", "RIVOL", "Paris 3", "Ferme du Moulin SARL"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.acronyms import known_bodies, legal_forms
from pipeline.extract.functions import ARTICLE
from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold

ACRONYM = re.compile(r"^(?=.*[A-ZÀ-Þ].*[A-ZÀ-Þ0-9²])[A-ZÀ-Þ][\w&.'’²+-]*$")
JUNK = re.compile(r"[=<>{}\\~]|[?!]\s*\w|\w[\"”“]\w|[A-ZÀ-Þ]{2}[a-zà-ÿ][A-ZÀ-Þ]{2}")
"""What no name holds: misread letters, the end of a question."""
LEGAL = frozenset(["loi", "regie", "type", "declaree", "reconnue"])
"""Words after "association" that say under which law it stands."""
MAX_ACRONYM = 5
"""A kind of body that alone names one is an acronym: "CHU"."""
MAX_WORDS = 14


def is_body(text: str, *, strict: bool = False) -> bool:
    """Whether a short phrase can be the name of a body: capitalised, an acronym, "association X"."""
    phrase = ARTICLE.sub("", text.strip())
    words = phrase.split()
    if not words or JUNK.search(phrase) or len(words) > MAX_WORDS or not any(letter.isupper() for letter in phrase):
        return False
    if is_evident_body(phrase):
        return True
    is_acronym = len(words) > 1 or fold(phrase) not in not_acronyms()
    return not strict and words[0][0].isupper() and is_acronym and not phrase.endswith(("?", "!"))


def is_evident_body(phrase: str) -> bool:
    """A body on its face: it begins with a word like "Université", or with an acronym, or is "Paris 3".

    >>> is_evident_body("Université de Caen"), is_evident_body("la mer"), is_evident_body("")
    (True, False, False)
    """
    words = phrase.split()
    if not words:
        return False
    first = re.sub(r"[\W\d]+$", "", fold(words[0]))
    if first in known_bodies() or (len(words) > 1 and words[0][0].isupper() and words[-1] in legal_forms()):
        return True
    if first in body_types() and len(words) > 1:
        return fold(words[1]) not in LEGAL and any(word[0].isupper() or word[0].isdigit() for word in words)
    if first in body_types() and len(first) > MAX_ACRONYM:
        return False
    if (
        ACRONYM.match(re.sub(r"^[LD]['’]", "", words[0]))
        and first not in not_acronyms()
        and not (len(words) > 1 and phrase.isupper())
    ):
        return True
    is_numbered = len(words) == 2 and re.fullmatch(r"\d{1,2}|[IVX]+", words[1]) is not None
    return is_numbered and is_town(words[0])


def is_country(phrase: str) -> bool:
    """ "la Suisse", "République": a land or a state is no body someone belongs to."""
    return fold(ARTICLE.sub("", phrase)).strip(" .") in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(lexicon("names")["countries"])


@cache
def parts() -> frozenset[str]:
    """Words for parts of bodies, folded: "service", "section"."""
    return frozenset(fold(part) for part in lexicon("organisations")["parts"])


@cache
def body_types() -> frozenset[str]:
    """The words names of bodies begin with, folded: "association", "univ"."""
    return frozenset(fold(entry) for entry in lexicon("organisations")["types"])


@cache
def not_acronyms() -> frozenset[str]:
    """Words in capitals that are no acronym of a body."""
    return frozenset(fold(word) for word in lexicon("organisations")["not_acronyms"])
