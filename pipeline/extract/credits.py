"""Names of those whose works are shown, played or read: film credits, the dates of a life, titles, lists of books."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.roles import SUBJECT, role_before
from pipeline.lexicon import lexicon
from pipeline.text import fold

LIFE = re.compile(r"\s*\((?:v(?:ers|\.)\s?|c\.\s?)?1\d{3}\s?[-–—]\s?(?:1\d{3}|20\d\d)\)")
"""Birth and death behind a name: "(1685-1750)"."""
BRACKET = re.compile(r"\s*\((?P<facts>[^()]+)\)")
FACTS = re.compile(r"\s*,\s*(?P<facts>[^,;.()]{2,25}(?:,[^,;.()]{2,25})?)(?=[,;.)]|$)")
MARK = re.compile(r"\s*(?:[,;/]|\s[–—-]|(?<=[a-zà-ÿ])-(?=[A-ZÀ-Þ]))\s*")
YEAR = re.compile(r"(?:18|19|20)\d\d")
LENGTH = re.compile(r"\d{1,3}\s?(?:min|mn|minutes|h(?:\s?\d\d)?|['’′])\.?")
LANGUAGE = re.compile(r"v\.?\s?[of].*")
OF = re.compile(r"(?:\bde\s+|\bd['’]|\s[–—-]\s|^\W*)$")
"""What stands between a title and who made it."""
LISTED = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){0,3}\s*(?:,|;|&|\bet)\s*(?:de\s|d['’])?)+$")
"""The other names of an enumeration before a name: "œuvres d'Ellmer, Basse et | …"."""
TOGETHER = re.compile(
    r"\s*,?\s*(?:en\s(?:\w+\s)?(?:collaboration|coproduction|coréalisation)\savec|avec\sla\scollaboration\sde|assistée?\sd[e'’])\s*"
)
PRESENT = re.compile(
    r"\b(?:[Ee]n\sprésence|[Ss]uivie?\sd['’]une?\s(?:débat|rencontre|échange|discussion)\savec|(?:[Rr]encontre|[Dd]ébat|[Éé]change)\savec)\s"
    r"(?:de\sla\s|du\s|de\sl['’]|la\s|le\s|l['’])"
    r"(?:réalisat(?:eur|rice)|cinéaste|auteure?|autrice|compositeur|compositrice|documentariste|écrivaine?)\b"
)
"""Words that bring the maker of a work to where it is shown."""
WORKS = re.compile(
    r"\b(?:pièces?|textes?|œuvres?|poèmes?|nouvelles?|romans?|films?|comédies?|extraits?|lettres?|mélodies|"
    r"(?:court|long)s?[- ]métrages?)"
    r"\s(?:(?!avec|par|et|sur|pour|en)[a-zà-ÿ-]+\s){1,2}(?:de\s|d['’])$"
)
"""Works with an adjective: "pièces courtes de"."""
TITLE = re.compile(
    r"\s*(?:\([^)]*\)|,[^–—:«;]{2,120})?\s*(?:[–—:«“]|-\s)[^;]*?\b[a-zà-ÿ]{2,}\s[^;]*?\b[a-zà-ÿ]{2,}\b[^;]*$"
)
"""What parts a speaker from the words of a title, two of them small, before another name."""
REFERENCE = re.compile(
    r"(?:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)?\s?[A-ZÀ-Þ][\w'’-]+|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,?\s[A-ZÀ-Þ]\.)"
    r"[^:]*,\s[^:]*\b(?:18|19|20)\d\d(?:,\s\d+\s?p\.?)?\s*\.?$"
)
"""An entry of a list of books: an author with an initial, a title, the year."""


def is_credited(text: str, start: int, end: int) -> bool:
    """Whether the words around a name make it the maker or the subject of a work.

    >>> is_credited("La Digue de Luc Verrin (France, 1974, 88 min)", 12, 22), is_credited("par Luc Verrin", 4, 14)
    (True, False)
    """
    is_work = WORKS.search(text[:start]) is not None
    return is_work or _made(text, start, end) or _is_quoted(text, start) or _is_among_makers(text, start)


def is_of_the_past(text: str, end: int) -> bool:
    """Whether the year of a death stands behind a name.

    >>> is_of_the_past("Luc Verrin (1685-1750)", 10), is_of_the_past("Luc Verrin (né en 1950)", 10)
    (True, False)
    """
    return LIFE.match(text, end) is not None


def is_present(text: str, end: int, below: str) -> bool:
    """Whether the words after a credit, or the line below, say that the maker comes.

    >>> is_present("film de Luc Verrin (1974), en présence du réalisateur", 18, "")
    True
    """
    return (PRESENT.search(text, end) or PRESENT.match(below)) is not None


def is_in_title(text: str, first: int, start: int, end: int) -> bool:
    """Whether a name stands in the title of what another speaks of, who is named before it up to `first`.

    >>> is_in_title("Luc Verrin – La mer vue par Odile Fargues", 10, 28, 41), is_in_title("Luc et Anne Roux", 3, 7, 16)
    (True, False)
    """
    speaks = TITLE.match(text, first, start)
    return speaks is not None and not re.match(r"\s*[:(]", text[end:])


def is_reference(text: str) -> bool:
    """Whether a line is an entry of a list of books: "L. Verrin, La Digue, Éd. du Bocage, 1998".

    >>> is_reference("L. Verrin, La Digue, Éd. du Bocage, 1998."), is_reference("L. Verrin, maire, le 3 mai")
    (True, False)
    """
    return REFERENCE.fullmatch(text.strip(" -–•*")) is not None


def _made(text: str, start: int, end: int) -> bool:
    """Whether year, country or length of a work stand behind its maker."""
    if not OF.search(text[:start]):
        return False
    facts = BRACKET.match(text, end) or FACTS.match(text, end)
    return facts is not None and _are_technical(facts["facts"])


def _are_technical(facts: str) -> bool:
    """ "France, 1974, 88 min": a year or a length, and nothing that is not said of a film."""
    pieces = [piece.strip() for piece in MARK.split(facts) if piece.strip()]
    dated = [piece for piece in pieces if YEAR.fullmatch(piece) or LENGTH.fullmatch(piece)]
    return bool(dated) and all(
        piece in dated or LANGUAGE.match(fold(piece)) or fold(piece).strip(".") in _film_words() for piece in pieces
    )


def _is_quoted(text: str, start: int) -> bool:
    """Whether a name belongs to a title between quotes, and no word within says what it does."""
    opening = text.rfind("«", 0, start)
    is_inside = opening > text.rfind("»", 0, start) and "»" in text[start:]
    return is_inside and role_before(text[opening + 1 :], start - opening - 1) in (None, SUBJECT)


def _is_among_makers(text: str, start: int) -> bool:
    """Whether a name goes on an enumeration of those whose works are given."""
    listed = LISTED.search(text[:start])
    return listed is not None and role_before(text, listed.start()) == SUBJECT


@cache
def _film_words() -> frozenset[str]:
    """What else is said of a film, folded: lands and states, "muet", "vostf"."""
    return frozenset(lexicon("names")["countries"]) | {fold(word) for word in lexicon("names")["film_facts"]}
