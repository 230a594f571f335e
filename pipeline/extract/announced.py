"""Titles that stand in a sentence: "vous convie au colloque « … »", "la fête du lac aura lieu le …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.kinds import first_kind_span, kind_span
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.schedule import TAKES_PLACE
from pipeline.extract.standing import INVITING
from pipeline.text import fold_in_place

IN_QUOTES = re.compile(r"«\s*(?P<french>[^«»]{6,160}?)\s*»|[“\"](?P<other>[^«»“”\"]{6,160}?)[”\"]")
CALLED = re.compile(
    r"(?:intitule\w*|baptise\w*|(?:sur|autour de|autour du|ayant pour) (?:le )?(?:theme|titre)(?: de)?)\W*$"
)
ASIDE = re.compile(r"dans le cadre d|a l'occasion d|a la suite d|prochain numero")
"""What leads to the name of something larger or other than the event."""
QUALITY = re.compile(
    r"(?:\b\d+(?:e|er|è?[mr]e|nde?|ème)s?\s+(?:[ée]dition d(?:e la |u |es |e l['’]))?)?"
    r"(?:\b(?:[Gg]rande?s?|[Tt]raditionnel\w*|[Pp]remi[eè]re?s?|\w+ième)\s+)*$"
)
"""What stands before a kind of event and belongs to its name: "3ème édition de la grande journée"."""
STOP = re.compile(
    r"[,;:.!?()«»“”\"–—]|\s-\s|\s(?:qui|que|dont|où|afin|ce|cette|celui|celle|au|aux|à|se|aura|auront|sera|seront|est|"
    r"sont|a|ont|prévue?s?|organis\w+|propos\w+|anim\w+|présent\w+|du \d+ \w|de (?:notre|votre|leur|son|sa|nos|vos)|"
    r"en|avec|et|dans|par|pour vous|chez|sous|lors|afin)\b|(?<!\bde)(?<!\bsur)(?<!\bpour)(?<!contre)\s(?:le|la|les)\b"
)
"""What no longer belongs to the name of an event."""
LINK = re.compile(r"(?:\s+(?:de|du|des|d['’]|de la|de l['’]|sur|pour|l['’]|la|le))*\s*$")
SENTENCE = re.compile(r"[.!?;]\s")
MAX_BETWEEN = 6
"""Words between the kind of event and its title: "au colloque international de notre société « … »"."""
MAX_ROWS = 25


def quoted_title(rows: Sequence[Row]) -> Span | None:
    """The title in quotation marks that a sentence gives the event: "invitation à la soirée « Écrire la terre »"."""
    telling = (row for row in rows[:MAX_ROWS] if row.kind == "prose" or INVITING.search(row.segment.folded))
    return next((span for row in telling for span in _quoted_in(row)), None)


def _quoted_in(row: Row) -> Iterator[Span]:
    folded = fold_in_place(row.text)
    for match in IN_QUOTES.finditer(row.text):
        sentence = SENTENCE.split(folded[: match.start()])[-1]
        kind = kind_span(sentence)
        near = kind is not None and len(sentence[kind[1] :].split()) <= MAX_BETWEEN
        if (near or CALLED.search(sentence)) and not ASIDE.search(sentence):
            yield Span(row.segment, *match.span("french" if match["french"] else "other"))


def kind_told(rows: Sequence[Row]) -> Span | None:
    """The event a sentence announces, where no heading does: "vous prie d'assister à la fête de la rose"."""
    for row in rows[:MAX_ROWS]:
        announces = TAKES_PLACE.search(row.segment.folded) or INVITING.search(row.segment.folded)
        if (row.dates or announces) and (span := first_kind_span(row.text)):
            return _with_complement(row, *span)
    return None


def _with_complement(row: Row, start: int, end: int) -> Span:
    """A kind of event with its number before it and what it is about behind it, without whose it is."""
    before = QUALITY.search(row.text, 0, start)
    stops = [match.start() for match in [STOP.search(row.text, end)] if match]
    stops += [date.start for date in row.dates] + [time.start for time in row.times]
    stops += [person.start for person in row.people] + [body.start for body in row.bodies]
    last = min((stop for stop in stops if stop >= end), default=len(row.text))
    last = end + len(LINK.sub("", row.text[end:last]))
    return Span(row.segment, before.start() if before else start, max(end, last))
