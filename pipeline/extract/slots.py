"""A slot of a programme: where its hour stands and what is on, told from who is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipeline.extract.cells import Layout, cells_beside, told_in_cells
from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.mentions import Span
from pipeline.extract.rooms import is_hall, place_in_front
from pipeline.extract.rows import Row
from pipeline.extract.slot_titles import UNFINISHED, behind_hour, cleaned, title_beside, title_of_row
from pipeline.extract.times import TimeSpan
from pipeline.lexicon import lexicon
from pipeline.text import fold

NEXT = re.compile(r"[^\W\d]{3}[^/;|•–—]*(?:[/;|•–—]|\s-)\s*(?:puis\s+)?(?:à\s+)?$")

LATER = re.compile(r"[^\W\d]{3}.*(?:[.;,]\s+|\bet\s+)(?:puis|ensuite|enfin)?,?\s*(?:à|dès|vers)\s+$", re.IGNORECASE)
"""What parts two hours of a sentence: "évoquera le front, puis à"."""
QUOTED = re.compile(r"«[^«»]{12,}»")
LEADS_ON = re.compile(r"[\s.;,]*(?:\b(?:puis|et|ensuite|enfin),?\s+)?\b(?:à|dès|vers)\s+$", re.IGNORECASE)
"""What leads to the later of two hours."""


SPOKEN = re.compile(
    r"\b(?:mots?|discours|allocutions?|introduction|conclusions?|bienvenue|ouverture(?! des| de l'| du (?:cafe|bar))"
    r"|debats?|concert|spectacle|conferences?|table ronde|presentation)\b"
)
"""What is said or shown during a welcome or a meal."""


@dataclass(frozen=True)
class Slot:
    """A session on paper: where its hour and its title stand; `open_title` when the next row carries the title on."""

    row: int
    day: PartialDate | None
    time: TimeSpan | None
    time_span: Span | None
    title: tuple[Span, ...]
    open_title: bool = False
    place: Span | None = None

    @property
    def text(self) -> str | None:
        words = " ".join(span.text for span in self.title).replace("\t", " ")
        return unquoted(words.strip(" _*")) or None

    @property
    def is_break(self) -> bool:
        """A pause, a meal, the welcome: nobody speaks."""
        return self.text is not None and is_break(self.text)

    @property
    def is_discussion(self) -> bool:
        """Questions and answers on what came before."""
        return self.text is not None and fold(self.text).strip(" .:") in _discussions()


def unquoted(text: str) -> str:
    """Without the quotation marks that hold all of it, or are left alone at an end."""
    if re.fullmatch(r"[«“\"][^«»“”\"]*[»”\"]?|[^«»“”\"]*[»”\"]", text):
        return text.strip(' «»“”"')
    return text


def is_break(text: str) -> bool:
    """Whether a line only says that nothing is on: "Pause café", "Déjeuner libre", "Accueil des participants"."""
    folded = fold(text).strip()
    if SPOKEN.search(folded):
        return False
    if _break_pattern().match(folded):
        return True
    parts = re.split(r"\s[–—/&-]\s|,\s|\s(?:et|puis)\s", folded)
    return len(parts) > 1 and all(part in _discussions() or _break_pattern().match(part) for part in parts)


@cache
def _discussions() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon("kinds")["discussions"])


@cache
def _break_pattern() -> re.Pattern[str]:
    names = sorted((fold(name) for name in lexicon("kinds")["breaks"]), key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, names))})(?!\w)(?:\W*[\w'-]+){{0,4}}\W*$")


def slots_in(row: Row, day: PartialDate | None, layout: Layout) -> Iterator[Slot]:
    """The slot a row opens; in a grid, one per cell; one for each hour of a line that tells what is on at several."""
    time = row.times[0]
    cells = cells_beside(row, time)
    further = _further(row)
    if further:
        for now, until in zip([time, *further], [*(each.start for each in further), len(row.text)], strict=True):
            part = _part(row, now, until)
            yield _slot(part, day, layout, (_told(part), False))
    elif len(cells) > 1:
        beside = told_in_cells(row, cells, layout)
        where = Span(row.segment, time.start, time.end)
        for title in beside.titles or (None,):
            yield Slot(row.index, day, time, where, (title,) if title else (), place=beside.place)
    else:
        yield _slot(row, day, layout, title_beside(row, time))


def _part(row: Row, time: TimeSpan, until: int) -> Row:
    """What a row tells of one of its hours."""
    text = LEADS_ON.sub("", row.text[:until])
    people = tuple(person for person in row.people if time.end <= person.start < len(text))
    return replace(row, segment=replace(row.segment, text=text), times=(time,), people=people)


def _told(part: Row) -> Span | None:
    """What is on at one of several hours; of a sentence what it quotes."""
    start = behind_hour(part)
    whole = cleaned(part, start, len(part.text))
    return _quoted(whole) if part.segment.is_prose else title_of_row(part, start) or whole


def _slot(row: Row, day: PartialDate | None, layout: Layout, beside: tuple[Span | None, bool]) -> Slot:
    """The slot of one hour, its place told from its title."""
    time = row.times[0]
    where = Span(row.segment, time.start, time.end)
    start = behind_hour(row)
    title, going_on = beside
    if front := place_in_front(row.text, start, told=layout.in_front):
        first, last, start = front
        title, going_on = title_of_row(row, start), UNFINISHED.search(row.text) is not None
        return Slot(row.index, day, time, where, (title,) if title else (), going_on, Span(row.segment, first, last))
    if title and not row.people and is_hall(title.text, told=layout.in_halls):
        return Slot(row.index, day, time, where, (), place=title)
    return Slot(row.index, day, time, where, (title,) if title else (), going_on)


def _further(row: Row) -> list[TimeSpan]:
    """More hours on one line, each behind a mark and before words: "10h30 messe – 11h30 vin d'honneur"."""
    return [time for before, time in pairwise(row.times) if _parts(row.text, before, time)]


def _quoted(told: Span) -> Span:
    """The title a sentence quotes: "l'historien Paul Roux parlera des « Ouvrières de la laine »"."""
    quotes = list(QUOTED.finditer(told.text))
    return (
        replace(told, start=told.start + quotes[0].start(), end=told.start + quotes[0].end())
        if len(quotes) == 1
        else told
    )


def _parts(text: str, before: TimeSpan, time: TimeSpan) -> bool:
    between = text[before.end : time.start]
    if NEXT.search(between):
        return re.match(r"\s*[:,–—-]?\s*[^\W\d]{2}", text[time.end :]) is not None
    return (
        LATER.search(between) is not None and re.match(r"\s*,?\s*(?:[ld]['’])?[^\W\d]{2}", text[time.end :]) is not None
    )


def rest_of_row(row: Row, place: Span | None) -> tuple[Span, ...]:
    """All that stands beside an hour and behind the place: who appears, where nothing says in what."""
    start = place.end if place and row.text[place.end :].strip() else row.times[0].end
    span = cleaned(row, start, len(row.text))
    return (span,) if span.end > span.start else ()
