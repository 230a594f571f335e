"""Hours written with a point, told from prices, dates and numbers of sections: "9.30 Accueil", "de 10.15 à 11.00"."""

from __future__ import annotations

import re
from functools import lru_cache

CLOCK = r"(?:0?[7-9]|1\d|2[0-3])\.(?:[0-5][05])"
"""What a programme begins by day or in the evening, at five minutes' grain."""
NO_MONTH = r"(?:0?[7-9]|1\d|2[0-3])\.(?:00|[2345][05]|15)"
"""An hour that cannot be a day and its month."""
NOT_MORE = r"(?![.,/]?\d|\s?(?:€|\$|%|°|euros?\b|F\b|CHF\b|m\b|km\b|[kM]€))"
LINK = r"\s*(?:-|–|—|à|>|/)\s*"
RANGE = re.compile(rf"(?<![\w.,/:-])(?:{CLOCK}{LINK}{NO_MONTH}|{NO_MONTH}{LINK}{CLOCK}){NOT_MORE}")
SINGLE = re.compile(
    rf"(?:^\W{{0,3}}|\t\s*|\b(?:[àÀ]|[dD]ès|à partir de|vers)\s+){NO_MONTH}{NOT_MORE}"
    r"(?=\s*(?:[:–—\t-]|\s[^\W\d]|[,;.]|$))"
)


@lru_cache(maxsize=4096)
def with_colons(text: str) -> str:
    """The text with the points of its hours made colons, as long as it was.

    >>> with_colons("9.30 – 10.15 Ouverture, entrée 12.50 €")
    '9:30 – 10:15 Ouverture, entrée 12.50 €'
    """
    for pattern in (RANGE, SINGLE):
        text = pattern.sub(lambda match: match[0].replace(".", ":"), text)
    return text
