"""The forms of a letter: to whom it goes, how it greets and how it takes leave. None of them says what is on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.rows import Row
from pipeline.lexicon import lexicon
from pipeline.text import fold

MAX_GREETING = 60
"""Letters a greeting has at most: "Mesdames, Messieurs les conseillers,"."""
ADDRESSED = re.compile(r"\W*(?:aux? [^\W\d]+e?s\b|a l'attention d|a tou(?:s|tes)\b|a mesdames|a messieurs|a monsieur)")


def greets(text: str) -> bool:
    """Whether a line greets: "Cher(e)s camarades,", "Madame, Monsieur"; "Bonjour tristesse" is a title."""
    folded = fold(text)
    greeting = _opening("greetings").match(folded)
    if greeting is None or len(text) > MAX_GREETING:
        return False
    rest = _opening("greetings").sub(" ", folded[greeting.end() :])
    return text.rstrip().endswith((",", "!")) or not re.search(r"\w{3}", rest) or folded.startswith("cher")


def takes_leave(text: str) -> bool:
    """Whether a line closes a letter: "Bien cordialement", "À très vite, Ida et Paul"."""
    return _opening("farewells").match(fold(text)) is not None


def courteous_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The lines of a letter that say to whom it goes, above its greeting, and by whom it is signed, at its end."""
    greeting = next((row.index for row in rows if greets(row.text)), -1)
    above = (row for row in rows if row.index < greeting and ADDRESSED.match(row.segment.folded))
    leave = next((row.index for row in rows if row.is_short and takes_leave(row.text)), None)
    signed = (row for row in rows if row.index >= leave) if leave is not None and leave > greeting else ()
    return frozenset(row.index for row in (*above, *signed))


@cache
def _opening(key: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(fold(phrase)) for phrase in lexicon("kinds")[key])
    return re.compile(rf"\W*(?<!\w)(?:{phrases})(?!\w)")
