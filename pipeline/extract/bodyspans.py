"""Bodies kept apart from the people named beside them: "coopérative Le Lavoir avec Jeanne Kervella"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.enumerations import Body
from pipeline.extract.people import Person, is_sure

JOINED = re.compile(r"\s*(?:,|\bavec|\bet|\bpar|[–—-])\s*(?:M\.|Mmes?|Mlle|MM\.|Dr|Pr)?\s*$")
"""What parts a body from the person named after it."""


def apart(bodies: Sequence[Body], people: Sequence[Person]) -> list[Body]:
    """The bodies without those that are a person, and without the person named after one."""
    return [kept for body in bodies for kept in _without(body, people)]


def _without(body: Body, people: Sequence[Person]) -> Iterator[Body]:
    inside = [
        person
        for person in people
        if person.segment == body.segment and body.start < person.end and person.start < body.end
    ]
    if any(person.start <= body.start for person in inside if is_sure(person.source)):
        if is_evident_body(body.name) or body.source == "rule:body-ensemble":
            yield body
        return
    for person in inside:
        before = body.name[: person.start - body.start]
        if link := JOINED.search(before):
            name = before[: link.start()]
            if is_evident_body(name):
                yield replace(body, end=body.start + len(name), name=name)
            return
    yield body
