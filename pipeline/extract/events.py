"""Events: title, kind, dates, venue, bodies, programme and people of one unit, each tied to its mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.agenda import title_of_unit
from pipeline.extract.agendas import end_of_title
from pipeline.extract.appearances import confidence_of, parts_of
from pipeline.extract.casting import everywhere
from pipeline.extract.covers import MIN_SLOTS, front_of
from pipeline.extract.date_tokens import weekday_names
from pipeline.extract.draft import Draft
from pipeline.extract.halls import in_halls
from pipeline.extract.kinds import is_nothing_on, is_only_kind, kind_of
from pipeline.extract.mentions import MentionBook, Span
from pipeline.extract.organisers import organisations_of
from pipeline.extract.paper import Paper
from pipeline.extract.programme import Programme, programme_of
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated, main_date, opening_hours, usual_hours
from pipeline.extract.slots import Slot, unquoted
from pipeline.extract.subtitles import subtitle_of
from pipeline.extract.titles import Title, find_title
from pipeline.extract.townlines import town_of
from pipeline.extract.units import Unit
from pipeline.extract.venues import find_venue
from pipeline.gazetteer import town_key
from pipeline.lexicon import lexicon
from pipeline.messages import say
from pipeline.model import Appearance, Contact, Event, Organisation, Session, Status, Venue
from pipeline.text import fold

ENDING = re.compile(r"(?:fin|cloture)\b|depart(?: des \w+)?\W*$")
SUBTITLE = 0.7
ENTRY = 0.8


def event_of(unit: Unit, paper: Paper, dates: Sequence[Dated], book: MentionBook) -> Event | None:
    """The event of one unit; from `paper` comes what a unit leaves to its document."""
    draft = Draft(book, [row.segment for row in paper.rows])
    own_dates = [dated for dated in dates if any(row.index == dated.row.index for row in unit.rows)]
    main = unit.date or main_date(own_dates)
    programme = programme_of(unit.rows, own_dates, main)
    programme = replace(programme, cast=(*programme.cast, *everywhere(unit.common)))
    only = programme.slots if len(programme.slots) < MIN_SLOTS and not unit.is_whole else ()
    if len(programme.slots) < MIN_SLOTS or not programme.tells:
        programme = Programme((), tuple(type(member)(member.person, None) for member in programme.cast))
    title = _entry_title(unit, only) or _headline(unit, main) or (None if unit.is_whole else find_title(unit.common))
    if (title is None and main is None) or (title and unit.date and is_nothing_on(title.text)):
        return None
    when = _when(draft, unit, main, own_dates, replace(programme, slots=programme.slots or only))
    return Event(
        title=_title(draft, title),
        subtitle=_subtitle(draft, title, unit.rows),
        kind=_kind(unit, title),
        status=_status(unit.rows),
        venue=_venue(draft, unit, paper, main),
        price=_price(unit.rows) or _price(unit.common),
        sessions=_sessions(draft, in_halls(programme.slots, unit.rows)),
        organisations=organisations_of(draft, unit, paper),
        appearances=_appearances(draft, unit, programme),
        contacts=_contacts(draft, (*unit.common, *unit.rows)),
        evidence=draft.evidence,
        confidence=draft.confidence,
        **when,
    )


def _entry_title(unit: Unit, slots: Sequence[Slot]) -> Title | None:
    """What stands beside the hour of an entry of an agenda, whose day stands above it."""
    entry = unit.date is not None and unit.rows[0].kind == "slot" and unit.rows[0].index > unit.date.row.index
    slot = slots[0] if entry and slots else None
    if slot is None or not slot.text:
        return None
    first = slot.title[0]
    span = replace(first, end=first.start + end_of_title(first.text))
    return Title(unquoted(span.text), (span,), ENTRY, (slot.row,))


def _headline(unit: Unit, main: Dated | None) -> Title | None:
    """The title: sought before the first slot, or in a unit around its date."""
    if unit.date:
        return title_of_unit(unit.rows, unit.date)
    begins, ends = front_of(unit.rows)
    return find_title(unit.rows[begins:ends], main, (*unit.rows[:begins], *unit.rows[ends:]))


def _title(draft: Draft, title: Title | None) -> str | None:
    if title is None:
        return None
    ids = [draft.book.note("title", span, source="rule:title", confidence=title.confidence) for span in title.spans]
    draft.cite("title", ids, title.confidence)
    return title.text


def _subtitle(draft: Draft, title: Title | None, rows: Sequence[Row]) -> str | None:
    span = subtitle_of(title, rows) if title else None
    if span is None:
        return None
    draft.cite("subtitle", [draft.book.note("title", span, source="rule:subtitle", confidence=SUBTITLE)], SUBTITLE)
    return span.text


def _kind(unit: Unit, title: Title | None) -> str | None:
    """The kind named beside the title, in it, or in the first rows."""
    beside = [row for row in unit.rows[:8] if row.is_short and is_only_kind(row.text)]
    texts = [row.text for row in beside] + ([title.text] if title else []) + [row.text for row in unit.rows[:6]]
    return next((kind for text in texts if (kind := kind_of(text))), None)


def _status(rows: Sequence[Row]) -> Status:
    words = {fold(word) for row in rows if row.is_short for word in re.findall(r"\w+", row.text)}
    forms = lexicon("kinds")["status"]
    if words & {fold(form) for form in forms["cancelled"]}:
        return "cancelled"
    return "postponed" if words & {fold(form) for form in forms["postponed"]} else "scheduled"


# ── when ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _when(
    draft: Draft, unit: Unit, main: Dated | None, dates: Sequence[Dated], programme: Programme
) -> dict[str, str | None]:
    """Dates and hours of the event."""
    found: dict[str, str | None] = {"start": None, "end": None, "start_time": None, "end_time": None, "date_note": None}
    if main:
        days = [main, *(_heading_days(dates, programme) + _listed_days(dates, main) if unit.is_whole else [])]
        first = min((dated.first for dated in days), key=lambda day: day.iso or "9")
        last = max((dated.last for dated in days), key=lambda day: day.iso or "")
        found |= {"start": first.iso, "end": last.iso, "date_note": _note(main)}
        confidence = 0.95 if not main.note else 0.85 if main.first.weekday is not None else 0.6
        ids = [
            draft.book.note("date", dated.place, source="rule:date", confidence=confidence, value=dated.first.iso)
            for dated in days
        ]
        if found["start"]:
            draft.cite("start", ids, confidence)
            draft.cite("end", ids, confidence)
    return found | _hours(draft, unit, main, programme)


def _hours(draft: Draft, unit: Unit, main: Dated | None, programme: Programme) -> dict[str, str | None]:
    """Opening and closing as printed for the whole event; else the first slot's hour and the last one's end."""
    printed = opening_hours(unit.rows, main) or usual_hours(unit.common)
    timed = [slot for slot in programme.slots if slot.time and slot.time.begins]
    opening = next((slot for slot in timed if not slot.is_break), timed[0]) if timed else None
    begins, ends = (_begins(opening), _ends(timed[-1])) if opening else (None, None)
    where = opening.time_span if opening else None
    if printed:
        row, hours = printed
        begins, ends, where = hours.begins, hours.ends or ends, Span(row.segment, hours.start, hours.end)
    if where:
        confidence = 0.95 if printed else 0.7
        value = "-".join(part for part in (begins, ends) if part)
        ids = [draft.book.note("time", where, source="rule:time", confidence=confidence, value=value)]
        for field in ("start_time", "end_time"):
            draft.cite(field, ids, confidence)
    return {"start_time": begins, "end_time": ends}


def _begins(slot: Slot) -> str | None:
    return slot.time.begins if slot.time else None


def _ends(slot: Slot) -> str | None:
    """When a last slot ends: as printed, or when it only says that the day is over, when it begins."""
    if slot.time and not slot.time.ends and ENDING.match(fold(slot.text or "")):
        return slot.time.begins
    return slot.time.ends if slot.time else None


def _heading_days(dates: Sequence[Dated], programme: Programme) -> list[Dated]:
    """The day headings of a programme whose slots follow them."""
    days = {slot.day for slot in programme.slots if slot.day}
    return [dated for dated in dates if dated.first in days and dated.weight > 0 and dated.first.iso]


def _listed_days(dates: Sequence[Dated], main: Dated) -> list[Dated]:
    """The lines of dates just above and below the event's own, as those of a run of performances."""
    days = {
        dated.row.index: dated for dated in dates if dated.row.kind == "day" and dated.first.iso and dated.weight > 0
    }
    listed = []
    for step in (-1, 1):
        place = main.row.index + step
        while place in days and days[place].row.segment.block == main.row.segment.block:
            listed.append(days[place])
            place += step
    return listed if main.row.kind == "day" and main.first == main.last else []


def _note(main: Dated) -> str | None:
    for day in (main.first, main.last):
        if day.contradicts_weekday:
            return mismatch(main)
    return main.note


def mismatch(dated: Dated) -> str:
    """The sentence that says a weekday and its date disagree."""
    names = weekday_names()
    day = dated.first if dated.first.contradicts_weekday else dated.last
    actual = day.calendar_day
    return say(
        "weekday-mismatch",
        date=dated.place.text,
        weekday=names[day.weekday or 0],
        actual=names[actual.weekday()] if actual else "",
    )


# ── where ─────────────────────────────────────────────────────────────────────────────────────────────


def _venue(draft: Draft, unit: Unit, paper: Paper, main: Dated | None) -> Venue:
    found = find_venue(unit.rows, main, paper)
    if not unit.is_whole and not (found.venue.name or found.venue.address):
        common, town = find_venue(unit.common, main, paper), town_of(unit.rows)
        if town is None or town_key(found.venue.city or "") == town_key(common.venue.city or ""):
            found = common
    for name, span in found.spans.items():
        kind = {"name": "venue", "address": "venue", "postcode": "place", "city": "place"}[name]
        mention = draft.book.note(kind, span, source="rule:place", confidence=found.confidence)  # type: ignore[arg-type]
        draft.cite(f"venue.{name}", [mention], found.confidence)
    return found.venue


# ── programme and people ─────────────────────────────────────────────────────────────────────────────────────────────


def _sessions(draft: Draft, slots: Sequence[Slot]) -> tuple[Session, ...]:
    sessions = []
    for place, slot in enumerate(slots):
        ids = [
            draft.book.note("title", span, source="rule:slot", confidence=0.8)
            for span in slot.title
            if span.end > span.start
        ]
        if slot.time_span and slot.time:
            value = "-".join(part for part in (slot.time.begins, slot.time.ends) if part)
            ids.append(draft.book.note("time", slot.time_span, source="rule:time", confidence=0.95, value=value))
        if slot.place:
            ids.append(draft.book.note("venue", slot.place, source="rule:slot", confidence=0.8))
        draft.cite(f"sessions.{place}", ids, 0.8)
        time = slot.time
        sessions.append(
            Session(
                date=slot.day.iso if slot.day else None,
                start_time=time.begins if time else None,
                end_time=time.ends if time else None,
                title=slot.text,
                kind=kind_of(slot.text or ""),
                place=slot.place.text if slot.place else None,
            )
        )
    return tuple(sessions)


def _appearances(draft: Draft, unit: Unit, programme: Programme) -> tuple[Appearance, ...]:
    acting = {member.person for member in programme.cast}
    others = [person for row in unit.rows for person in row.people if person not in acting]
    appearances: list[Appearance] = []
    for part in parts_of(programme.cast, others):
        for person, affiliation in part.affiliations or ((part.namings[0], Affiliation(None, None)),):
            ids = draft.mentions_of_person(part, person, affiliation)
            draft.cite(f"appearances.{len(appearances)}", ids, confidence_of(part))
            body = Organisation(affiliation.body) if affiliation.body else None
            appearances.append(Appearance(part.name, part.role, affiliation.function, body, part.slot))
    return tuple(appearances)


def _contacts(draft: Draft, rows: Sequence[Row]) -> tuple[Contact, ...]:
    contacts = []
    for row in rows:
        persons = [person.name for person in row.people if person.role == "contact"]
        for contact in row.contacts:
            span = Span(row.segment, contact.start, contact.end)
            draft.book.note(contact.kind, span, source="rule:contact", confidence=0.95, value=contact.value)
            if contact.kind != "price":
                contacts.append(Contact(contact.kind, contact.value, persons[0] if persons else None))
    return tuple(dict.fromkeys(contacts))


def _price(rows: Sequence[Row]) -> str | None:
    return next((contact.value for row in rows for contact in row.contacts if contact.kind == "price"), None)
