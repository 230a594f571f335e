"""extract(document) → Extraction: what a document says, every value tied to the spot on the page that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract import language
from pipeline.extract.bodyspans import apart
from pipeline.extract.events import event_of, mismatch
from pipeline.extract.grids import with_grids
from pipeline.extract.mentions import MentionBook
from pipeline.extract.month_days import with_month_days
from pipeline.extract.organisations import bodies_of
from pipeline.extract.paper import Paper
from pipeline.extract.people import people_of
from pipeline.extract.questions import question
from pipeline.extract.rows import rows_of
from pipeline.extract.schedule import Dated, dated_of
from pipeline.extract.segments import segments_of
from pipeline.extract.units import units_of
from pipeline.extract.years import clues_of
from pipeline.messages import say
from pipeline.model import Document, Event, Extraction, Issue

VERSION = "11"
"""Raised whenever the same pages may be extracted differently: files extracted by another version are redone."""

model_version = language.model_version


def extract(document: Document) -> Extraction:
    """What a document says; empty for one that could not be read."""
    segments = with_grids(segments_of(document))
    if not segments:
        return Extraction()
    entities = list(language.entities(question(segment.text) for segment in segments))
    people = people_of(segments, entities)
    rows = with_month_days(rows_of(segments, people, apart(bodies_of(segments), people)))
    dates = dated_of(rows, clues_of(rows, document.id))
    book = MentionBook(document)
    paper = Paper(rows)
    found = [event_of(unit, paper, dates, book) for unit in units_of(rows, dates)]
    events = tuple(event for event in found if event is not None)
    return Extraction(book.mentions, events, tuple(_issues(events, dates)))


def _issues(events: Sequence[Event], dates: Sequence[Dated]) -> Iterator[Issue]:
    """What an archivist should look at: no event, no date, a date without a year, a weekday that disagrees."""
    for dated in dates:
        if dated.first.contradicts_weekday or dated.last.contradicts_weekday:
            yield Issue("extract", "weekday-mismatch", mismatch(dated), dated.row.segment.page)
    if not events:
        yield Issue("extract", "no-event", say("no-event"))
    undated = [event for event in events if not event.start]
    yearless = [dated for dated in dates if dated.first.month and not dated.first.year and dated.weight > 0]
    if undated and yearless:
        printed = yearless[0].place.text
        yield Issue("extract", "year-unknown", say("year-unknown", date=printed), yearless[0].row.segment.page)
    elif undated:
        yield from (Issue("extract", "no-date", say("no-date", title=event.title or "?")) for event in undated)
