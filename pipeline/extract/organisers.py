"""The bodies of an event: who organises, hosts, supports it or is only named."""

from __future__ import annotations

import re

from pipeline.extract.draft import Draft
from pipeline.extract.enumerations import Body
from pipeline.extract.kinds import kind_of
from pipeline.extract.letterheads import Words, acronyms_in
from pipeline.extract.mentions import Span
from pipeline.extract.paper import Paper
from pipeline.extract.rows import Row
from pipeline.extract.units import Unit
from pipeline.model import Organisation
from pipeline.text import fold


def organisations_of(draft: Draft, unit: Unit, paper: Paper) -> tuple[Organisation, ...]:
    """Bodies of the unit and, for what the paper says of all its events, of the paper."""
    bodies = [
        body
        for row in (unit.rows if unit.is_whole else paper.rows)
        for body in row.bodies
        if not _is_told_of_people(body, row)
    ]
    bodies += _bodies_beside_title(unit, paper.said)
    organisations: dict[str, Organisation] = {}
    mentions: dict[str, list[int]] = {}
    sure: dict[str, float] = {}
    for body in bodies:
        span = Span(draft.segments[body.segment], body.start, body.end)
        key = _body_key(body.name)
        known = organisations.get(key)
        acronym = body.acronym or (known.acronym if known else None)
        role = body.role if known is None or known.role == "mentioned" else known.role
        organisations[key] = Organisation(known.name if known else body.name, acronym, role)
        mentions.setdefault(key, []).append(
            draft.book.note("organisation", span, source=body.source, confidence=body.confidence)
        )
        sure[key] = max(sure.get(key, 0.0), body.confidence)
    kept = _without_acronym_twins(organisations)
    for place, key in enumerate(kept):
        draft.cite(f"organisations.{place}", mentions[key], sure[key])
    return tuple(organisations[key] for key in kept)


def _is_told_of_people(body: Body, row: Row) -> bool:
    """Whether a body named in passing is one someone in the same row belongs to: told there already."""
    if body.source != "rule:body-named":
        return False
    theirs = [
        fold(affiliation.body) for person in row.people for affiliation in person.affiliations if affiliation.body
    ]
    return any(fold(body.name) in known or known in fold(body.name) for known in theirs)


def _without_acronym_twins(organisations: dict[str, Organisation]) -> list[str]:
    """A body named by its acronym alone is left out where its full name carries that acronym."""
    acronyms = {_body_key(body.acronym) for body in organisations.values() if body.acronym}
    return [key for key in organisations if key not in acronyms]


def _bodies_beside_title(unit: Unit, said: Words) -> list[Body]:
    """Acronyms in the line that says what kind of event it is: "Séminaire … RÉSOL & AITEC"."""
    found = []
    for row in unit.rows[:10]:
        if not row.is_short or kind_of(row.text) is None or row.segment.caps or row.kind in ("slot", "people"):
            continue
        for start, end in acronyms_in(row.text, said):
            found.append(
                Body(row.index, start, end, row.text[start:end], None, "organiser", "rule:body-beside-kind", 0.8)
            )
    return found


def _body_key(name: str) -> str:
    return re.sub(
        r"^(?:l'|les? |la |un |une |association |asso |l'association )+",
        "",
        re.sub(r"[^\w' ]+", " ", fold(name)).strip(),
    )
