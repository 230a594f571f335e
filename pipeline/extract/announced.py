"""Titles that stand in a sentence: "vous convie au colloque « … »", "l'assemblée générale aura lieu le …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.kinds import kind_span
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.schedule import TAKES_PLACE
from pipeline.text import fold_in_place

IN_QUOTES = re.compile(r"«\s*(?P<french>[^«»]{6,160}?)\s*»|[“\"](?P<other>[^«»“”\"]{6,160}?)[”\"]")
CALLED = re.compile(
    r"(?:intitule\w*|baptise\w*|(?:sur|autour de|autour du|ayant pour) (?:le )?(?:theme|titre)(?: de)?)\W*$"
)
ASIDE = re.compile(r"dans le cadre d|a l'occasion d|a la suite d|prochain numero")
"""What leads to the name of something larger or other than the event."""
SENTENCE = re.compile(r"[.!?;]\s")
MAX_BETWEEN = 6
"""Words between the kind of event and its title: "au colloque international de notre société « … »"."""
MAX_ROWS = 25


def quoted_title(rows: Sequence[Row]) -> Span | None:
    """The title in quotation marks that a sentence gives the event: "invitation à la soirée « Écrire la terre »"."""
    return next((span for row in rows[:MAX_ROWS] if row.kind == "prose" for span in _quoted_in(row)), None)


def _quoted_in(row: Row) -> Iterator[Span]:
    folded = fold_in_place(row.text)
    for match in IN_QUOTES.finditer(row.text):
        sentence = SENTENCE.split(folded[: match.start()])[-1]
        kind = kind_span(sentence)
        near = kind is not None and len(sentence[kind[1] :].split()) <= MAX_BETWEEN
        if (near or CALLED.search(sentence)) and not ASIDE.search(sentence):
            yield Span(row.segment, *match.span("french" if match["french"] else "other"))


def kind_told(rows: Sequence[Row]) -> Span | None:
    """The kind of event a sentence announces, where no heading does: "L'assemblée générale aura lieu …"."""
    for row in rows[:MAX_ROWS]:
        if (row.dates or TAKES_PLACE.search(row.segment.folded)) and (span := kind_span(row.text)):
            return Span(row.segment, *span)
    return None
