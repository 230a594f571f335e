"""An event as schema.org/Event."""

from __future__ import annotations

from typing import Any

from pipeline.publish.links import Ref
from pipeline.publish.page import Absolute
from pipeline.publish.pages.event_view import Event

STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
PARTS = {"organiser": "organizer", "host": "organizer", "partner": "contributor", "funder": "sponsor"}
"""What a body does → schema.org's property; one that is only mentioned has none."""


def linked(view: Event, absolute: Absolute) -> dict[str, Any]:
    """The event with its place, bodies and speakers; what is not known is left out."""
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": absolute(view.ref.path),
        "url": absolute(view.ref.path),
        "name": view.ref.name,
        "alternateName": view.subtitle,
        "description": view.head.description,
        "startDate": _moment(view.start, view.start_time),
        "endDate": _moment(view.end, view.end_time),
        "eventStatus": f"https://schema.org/{STATUS.get(view.status, 'EventScheduled')}",
        "location": _location(view, absolute),
        "performer": [_named("Person", speaker.ref, absolute) for speaker in view.everyone],
        "subjectOf": [
            {"@type": "ArchiveComponent", "@id": absolute(paper.document.path), "name": paper.document.name}
            for paper in view.papers
        ],
    }
    for body in view.bodies:
        if part := PARTS.get(body.role):
            told.setdefault(part, []).append(_named("Organization", body.ref, absolute))
    return {key: value for key, value in told.items() if value}


def _named(kind: str, ref: Ref, absolute: Absolute) -> dict[str, str]:
    return {"@type": kind, "@id": absolute(ref.path), "name": ref.name}


def _moment(day: str | None, time: str | None) -> str | None:
    return f"{day}T{time}" if day and time and len(day) == 10 else day


def _location(view: Event, absolute: Absolute) -> dict[str, Any] | None:
    if not (view.venue or view.place or view.city):
        return None
    address = {
        "@type": "PostalAddress",
        "streetAddress": view.address,
        "postalCode": view.postcode,
        "addressLocality": view.place.name if view.place else view.city,
    }
    where = view.venue or view.place
    told = {
        "@type": "Place",
        "@id": absolute(where.path) if where else None,
        "name": where.name if where else view.city,
        "address": {key: value for key, value in address.items() if value},
    }
    return {key: value for key, value in told.items() if value}
