"""French full-text search for SQLite FTS5: texts made ready for indexing, queries made of what people type.

SQLite's `unicode61 remove_diacritics 2` folds accents; what it leaves are plurals, elisions written with odd
apostrophes, and œ. So texts are normalised before they are stored, and a second column holds the Snowball stems of
their words, of the word as typed and of the word without accents: both are searched, so accents may be left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from pipeline.text import LIGATURES, fold

ELISION = re.compile(r"\b(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))')
SMALL_WORDS = frozenset(
    (
        "a au aux avec c ce ces d dans de des du elle en est et eux il ils j je l la le les leur lui m ma mais me mes "
        "moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur t ta te tes toi ton tu un une "
        "vos votre vous y"
    ).split()
)
MIN_STEM = 4
NOTHING = '"\u0001"'
"""A query that finds nothing, where people type nothing that can be found."""


def readable(text: str) -> str:
    """Text as it is stored for searching: NFKC, straight apostrophes, œ opened, words cut at line ends joined."""
    normal = unicodedata.normalize("NFKC", text).translate(LIGATURES).replace("\u00ad", "")
    return re.sub(r"(\w)[-\u2010\u2011]\n(?=[a-zà-ÿ])", r"\1", normal)


def stems(text: str) -> str:
    """The stems of a text's words, for the shadow column."""
    words = WORD.findall(ELISION.sub("", readable(text)))
    return " ".join(stem for word in words for stem in _stems(word))


def match_expression(typed: str) -> str:
    """What people type as an FTS5 query that is never a syntax error.

    Words are looked for exactly and by their stems; "quoted phrases" exactly; -word excludes; pref* finds beginnings.

    >>> match_expression("l'AITEC")
    '({title text} : "AITEC" OR stem : "aitec")'
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in _terms(typed):
        expression = _phrase(match["phrase"]) if match["phrase"] is not None else _word(match["word"])
        if expression:
            (unwanted if match["minus"] else wanted).append(expression)
    if not wanted:
        return NOTHING
    return " AND ".join(wanted) + "".join(f" NOT {expression}" for expression in unwanted)


def spans(text: str, typed: str) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text, in whatever form: first character, character after the last.

    >>> spans("Les collectivités, l'œuvre", "oeuvre collectivité -autre")
    [(4, 17), (21, 26)]
    """
    wanted: set[str] = set()
    beginnings: list[str] = []
    for term in _terms(typed):
        words = WORD.findall(ELISION.sub("", term["phrase"] if term["phrase"] is not None else term["word"]))
        if term["minus"] or not words:
            continue
        if (term["word"] or "").endswith("*"):
            beginnings.append(fold(words.pop()))
        wanted |= {stem for word in words if fold(word) not in SMALL_WORDS for stem in _stems(word)}
    return [
        match.span()
        for match in WORD.finditer(text)
        if wanted.intersection(_stems(match[0])) or fold(match[0]).startswith(tuple(beginnings))
    ]


def words_of(typed: str) -> list[str]:
    """The words a query looks for, folded; small ones and those it excludes left out."""
    found = []
    for term in _terms(typed):
        if not term["minus"]:
            words = WORD.findall(ELISION.sub("", term["phrase"] if term["phrase"] is not None else term["word"]))
            found += [fold(word) for word in words if fold(word) not in SMALL_WORDS]
    return found


def _terms(typed: str) -> Iterator[re.Match[str]]:
    """Words and quoted phrases; French and typographic quotation marks quote as well."""
    return TERM.finditer(re.sub(r"«\s*|\s*»|[“”]", '"', readable(typed)))


def _phrase(typed: str) -> str:
    words = WORD.findall(typed)
    return f'{{title text}} : "{" ".join(words)}"' if words else ""


def _word(typed: str) -> str:
    """One typed word, which punctuation may part into several."""
    words = WORD.findall(ELISION.sub("", typed))
    expressions = []
    for place, word in enumerate(words):
        if typed.endswith("*") and place == len(words) - 1:
            expressions.append(f'{{title text}} : "{word}"*')
        elif fold(word) not in SMALL_WORDS:
            found = "".join(f' OR stem : "{stem}"' for stem in _stems(word))
            expressions.append(f'({{title text}} : "{word}"{found})')
    return " AND ".join(expressions)


@lru_cache(maxsize=200_000)
def _stems(word: str) -> tuple[str, ...]:
    """One or two stems: of the word as typed and of the word without accents, folded, sorted."""
    typed, folded = word.lower(), fold(word)
    if folded.isdigit() or len(folded) < MIN_STEM:
        return (folded,)
    found = {fold(stem) for stem in _stemmer().stemWords([typed, folded])}
    if len(folded) == MIN_STEM and folded.endswith("s"):
        found = {folded[:-1] if stem == folded else stem for stem in found}
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("french")
