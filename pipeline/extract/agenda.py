"""What each event of an agenda is called: the title near its date, told from places, speakers and practical matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.continuations import in_capitals
from pipeline.extract.entries import QUOTATION, named_in, told_in
from pipeline.extract.headings import title_span
from pipeline.extract.kinds import is_only_kind, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.slot_titles import names_only_kind, title_of_row
from pipeline.extract.slots import unquoted
from pipeline.extract.standing import MAX_KIND_WORDS
from pipeline.extract.titles import (
    SAME_SIZE,
    Title,
    can_be_title,
    groups_of,
    score_of,
    title_of,
)
from pipeline.extract.venuewords import is_venue_word

MARKS = " *_.:;,–—-"
LED = 0.8
SITTING = re.compile(r"\W*s[ée]ance\b", re.IGNORECASE)
HEADS = ("boilerplate", "label")
"""What heads a list or a note: nothing below it names what is on."""
MAX_LINE_WORDS = 8
MAX_NAME_LENGTH = 120
"""Characters a title has at most where it stands in a sentence with who speaks."""


def title_of_unit(rows: Sequence[Row], date: Dated) -> Title | None:
    """The title of one event among several: the headings just above its date, its own line, the heading below."""
    if led := _in_capitals_before(date):
        return led
    above = [row for row in rows if row.index < date.row.index and can_be_title(row) and not _leads_to_list(row, date)]
    beside = [row for row in rows if row.index == date.row.index and can_be_title(row)]
    below = [row for row in _rows_below(rows, date) if _can_name(row, date)]
    below = [row for row in below if row.segment.block == below[0].segment.block]
    if sum(row.segment.bullet for row in below) > 1:
        below = []
    told = [row for row in below if not _introduces_speaker(row)]
    says = _says_what(date) and not (
        told and (told[0].segment.paragraph == date.row.segment.paragraph or _says_kind(date))
    )
    own = [date.row] if says else []
    for candidates in (above, beside, own, told[:2], below[:2]):
        groups = groups_of(candidates)
        if named := _first_line(groups, date.row) or _named(groups, above=candidates is above):
            best = max(named, key=lambda group: score_of(group, named.index(group)))
            if candidates is not above and best[0].segment.size <= named[0][0].segment.size + SAME_SIZE:
                best = named[0]
            return _as_entry(_without_speaker(title_of(score_of(best, 0), best), best[0]), best[0], date)
    groups = [group for group in groups_of([*above, *beside, *below[:1]]) if not SITTING.match(group[0].text)]
    if (
        not groups
        and title_span(date.row)
        and not SITTING.match(date.row.text)
        and date.row.segment.words <= MAX_LINE_WORDS
    ):
        groups = [[date.row]]
    return _as_entry(title_of(0.0, groups[0]), groups[0][0], date) if groups else None


def _as_entry(title: Title | None, row: Row, date: Dated) -> Title | None:
    """The title without what the dated line or the paragraph below it tells besides."""
    told = row.kind == "prose" and row.index != date.row.index
    if title is None or len(title.spans) != 1 or not (told or row.index == date.row.index):
        return title
    speaks = row.people and row.people[0].start > 0 and not QUOTATION.match(row.text)
    short = len(title.text) <= MAX_NAME_LENGTH and speaks
    span = told_in(Span(row.segment, 0, len(row.text))) if told and not short else named_in(title.spans[0])
    return replace(title, text=span.text.strip(MARKS), spans=(span,)) if span else title


def _in_capitals_before(date: Dated) -> Title | None:
    """The title in capitals that leads to the date of a sentence: "NUIT DU FIL – samedi 18 mai, de 19h à minuit"."""
    lead = date.row.text[: date.span.start].rstrip(f"{MARKS}(")
    if not date.row.segment.is_prose or not in_capitals(lead):
        return None
    return Title(lead, (Span(date.row.segment, 0, len(lead)),), LED, (date.row.index,))


def _rows_below(rows: Sequence[Row], date: Dated) -> Iterator[Row]:
    """The rows just below a date, up to what heads something else or says more than a title."""
    for row in rows:
        if date.row.index < row.index <= date.row.index + 3:
            if row.kind in HEADS or (row.kind == "prose" and not _can_name(row, date)):
                return
            yield row


def _leads_to_list(row: Row, date: Dated) -> bool:
    """Whether a line with a colon leads to the list in which the date stands: "Quatre réunions sont prévues :"."""
    return date.row.segment.bullet and row.text.rstrip().endswith(":") and not is_only_kind(row.text.rstrip(" :"))


def _says_what(date: Dated) -> bool:
    """Whether a few words stand behind the date that begins a line: "24 juin, 14 h : Noeuds et cordages"."""
    span = title_span(date.row)
    words = span.text.split() if span and date.span.start <= 1 else []
    return len(words) > 1 and not SITTING.match(" ".join(words))


def _says_kind(date: Dated) -> bool:
    """Whether what stands beside the date is but the kind of thing that comes: "13/10 - Conférence sociologie"."""
    span = title_span(date.row)
    return span is not None and opens_with_kind(span.text) and len(span.text.split()) <= MAX_KIND_WORDS


def _first_line(groups: list[list[Row]], dated: Row) -> list[list[Row]]:
    """The heading that opens the paragraph its date closes, unless it says what kind of thing comes."""
    first = groups[0][0] if groups else dated
    opens = first.index < dated.index and first.segment.paragraph == dated.segment.paragraph
    return groups[:1] if opens and not (opens_with_kind(first.text) or _is_rubric(first.text)) else []


def _is_rubric(text: str) -> bool:
    """Whether a heading only says what kind of thing or house comes: "SÉANCE INAUGURALE", "CINÉMA"."""
    return names_only_kind(text) or (" " not in text and is_venue_word(text))


def _can_name(row: Row, date: Dated) -> bool:
    """Whether a row below a date can name what is on; so may a sentence just below it."""
    if can_be_title(row):
        return row.kind != "place"
    near = row.segment.block == date.row.segment.block or row.segment.bullet
    follows = row.kind == "prose" and row.index == date.row.index + 1 and near
    return follows and told_in(Span(row.segment, 0, len(row.text))) is not None


def _introduces_speaker(row: Row) -> bool:
    """A line that only says who speaks and for which body; a name alone may be a band's."""
    if row.people and row.people[0].told and row.text[: row.people[0].start].rstrip().endswith(":"):
        return True
    return any(entry.body for person in row.people for entry in person.affiliations) and title_of_row(row) is None


def _without_speaker(title: Title | None, row: Row) -> Title | None:
    """ "Julie Roche (INRA) : Pollinisateurs", "Les cantines, par Paul Sauvage": a line of an agenda names both."""
    span = title_of_row(row, title.spans[0].start) if title and len(title.spans) == 1 and row.people else None
    if title is None or span is None or min(span.end, title.spans[0].end) <= span.start:
        return title
    span = Span(span.segment, span.start, min(span.end, title.spans[0].end))
    return replace(title, text=unquoted(span.text.strip(MARKS)), spans=(span,))


def _named(groups: list[list[Row]], *, above: bool) -> list[list[Row]]:
    """The headings that give a name: those below the one that says what kind of thing comes."""
    for place in range(len(groups) - 1, -1, -1):
        text = " ".join(row.text for row in groups[place])
        larger = groups[place][0].segment.size > groups[-1][0].segment.size + SAME_SIZE
        leads = above and place == len(groups) - 2 and opens_with_kind(text) and ":" not in text and not larger
        if leads or (_is_rubric(text) if above else names_only_kind(text)):
            return groups[place + 1 :]
    return groups
