"""An event as iCalendar (RFC 5545), by the library of that name.

Times are the local times of the paper, without a zone: calendars show them as printed, and zone data does not reach
back before 1970.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from pipeline import __version__
from pipeline.publish.page import Absolute
from pipeline.publish.pages.event_view import Event

STATUS = {"scheduled": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def calendar(view: Event, absolute: Absolute) -> bytes | None:
    """A calendar of one event; None when its day is not known."""
    if not view.is_dated or not view.start:
        return None
    entry = Entry()
    entry.add("uid", f"{view.ref.id}@carton")
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("summary", view.ref.name)
    begin, end = _times(view)
    entry.add("dtstart", begin)
    if end:
        entry.add("dtend", end)
    entry.add("url", absolute(view.ref.path))
    entry.add("status", STATUS.get(view.status, "CONFIRMED"))
    if where := _where(view):
        entry.add("location", where)
    if what := "\n".join(
        filter(None, (view.subtitle, ", ".join(body.ref.name for body in view.bodies), view.date_note))
    ):
        entry.add("description", what)
    if view.kind:
        entry.add("categories", [view.kind])
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//Carton//Carton {__version__}//FR")
    made.add_component(entry)
    return bytes(made.to_ical())


def _times(view: Event) -> tuple[date, date | None]:
    """Begin and end: moments where the paper has hours, else whole days, the end being the day after the last."""
    first = date.fromisoformat(str(view.start))
    last = date.fromisoformat(view.end) if view.end and len(view.end) == 10 else first
    if not view.start_time:
        return first, last + timedelta(days=1)
    begin = datetime.combine(first, time.fromisoformat(view.start_time))
    if view.end_time:
        end = datetime.combine(last, time.fromisoformat(view.end_time))
        return begin, end if end > begin else end + timedelta(days=1)
    return begin, None


def _where(view: Event) -> str:
    town = " ".join(part for part in (view.postcode, view.place.name if view.place else view.city) if part)
    return ", ".join(part for part in (view.venue.name if view.venue else None, view.address, town) if part)
