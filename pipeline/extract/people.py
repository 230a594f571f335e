"""People: who is named, in which role, with which function and body, as the paper introduces them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.affiliation import NOBODY, Affiliation
from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.candidates import PHONE_AFTER, candidates_of
from pipeline.extract.columns import CELL, body_column, held_at_cell
from pipeline.extract.continuations import SLOT
from pipeline.extract.credits import TOGETHER, is_credited, is_in_title, is_of_the_past, is_present, is_reference
from pipeline.extract.introductions import (
    CIVILITY,
    NICKNAME,
    PLAYS,
    Preceding,
    affiliations_after,
    body_before,
    function_before,
    is_alone,
)
from pipeline.extract.language import Entity
from pipeline.extract.namelists import Named
from pipeline.extract.names import find_names, is_historic
from pipeline.extract.neighbours import NEAR, Place
from pipeline.extract.roles import SUBJECT, craft_before, label_before, role_after, role_before, role_of_label
from pipeline.extract.segments import Segment
from pipeline.text import fold

JOINER = re.compile(rf"\s*(?:,|;|/|&|\+|et|ou|ainsi que|,\s*et|avec|[-–—])?\s*(?:de\s+|d['’])?{CIVILITY}")
JOINED_LIST = re.compile(rf"(?:(?:,|\bet)(?: de| du| d['’])?|;|/|&|\bainsi que(?: de| du| d['’])?)\s*{CIVILITY}$")
LIST_JOINER = re.compile(r"\s*(?:,|&|\+|et|,\s*et|/)\s*")
BIOGRAPHY = re.compile(r"\s*(?:[:(,–—]|/|-\s|(?:est|a|est né|a été|travaille|enseigne|dirige|étudie|vit)\s)")
NUMBERED = re.compile(r"\s*(?P<letter>[A-H])[.)]\s+(?=\w)")
SHORT = 8
SMALL_WORDS = re.compile(r"\b[a-zà-ÿ]{2,}\s.*\b[a-zà-ÿ]{2,}\s|['’][a-zà-ÿ]{2,}\s.*\s[a-zà-ÿ]{2,}\s")
LED_TO = re.compile(r"\b(?:de|avec|par)\s+$")
LISTED = re.compile(rf":\s*{CIVILITY}$")
"""A colon before a name: even in running text a list of people begins."""
GREETED = re.compile(
    r"(?<!\w)(?:(?:M|Mme|Mlle|Monsieur|Madame)\b\.?\s+(?:[Ll][ae]\s+|[Ll]['’])|(?:[Nn]otre|[Ll]eur|[Ss]on|[Ss]a)\s+)$"
)
"""A civility and an article before an office, or whose it is: "leur professeur, Mme X"."""
POLITE = re.compile(r"(?P<opening>\(?)(?<!\w)(?:M|MM|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle)\b\.?\s+$")
UNSURE = frozenset({"rule:name-capitals", "rule:name-weak"})
"""Shapes of names that other words have as well."""


@dataclass(frozen=True)
class Person:
    """One naming of a person: characters `start` to `end` of a segment.

    `role` is None for people only spoken of. `told` says that words or a heading gave the role.
    """

    segment: int
    start: int
    end: int
    name: str
    source: str
    confidence: float
    role: str | None
    told: bool = False
    affiliations: tuple[Affiliation, ...] = ()


def people_of(segments: Sequence[Segment], entities: Sequence[tuple[Entity, ...]]) -> list[Person]:
    """Every naming of a person, in reading order. `entities` are the model's, one tuple per segment."""
    found: list[Person] = []
    label: str | None = None
    numbered = _are_numbered(segments)
    column: int | None = None
    for index, segment in enumerate(segments):
        column = body_column(segment.text) if CELL not in segment.text or column is None else column
        announced = role_of_label(segment.text)
        if announced:
            label = announced
            continue
        if is_reference(segment.text):
            continue
        names = candidates_of(segment, entities[index], listed=label is not None)
        if NOBODY.match(segment.text):
            names = [name for name in names if is_sure(name.source)]
        if numbered and NUMBERED.match(segment.text):
            names = [name for name in names if name.start >= NEAR or name.source != "rule:name-initials"]
        if label and _ends_list(segment, names):
            label = None
        people = _introduced(Place(segments, index), names, label)
        if column is not None and len(people) == 1:
            held = held_at_cell(people[0].affiliations, segment.text, column)
            people = [replace(people[0], affiliations=held)]
        found.extend(people)
    return found


def _are_numbered(segments: Sequence[Segment]) -> bool:
    """Whether lines begin with "A.", "B." and so on, each once and in order: headings, not initials."""
    letters = "".join(match["letter"] for segment in segments if (match := NUMBERED.match(segment.text)))
    return len(letters) > 1 and "ABCDEFGH".startswith(letters)


def _ends_list(segment: Segment, names: list[Named]) -> bool:
    """Whether a list of people ends here: a new slot, a heading, running text that does not begin with a name."""
    if SLOT.match(segment.text):
        return True
    if names and names[0].start < 12:
        return False
    is_heading = segment.caps or segment.bold or segment.size > 1.15
    return (is_heading and not names) or segment.is_prose or segment.text.rstrip().endswith(":")


# ── introductions ────────────────────────────────────────────────────────────────────────────────────────────────────


def _introduced(place: Place, names: list[Named], label: str | None) -> list[Person]:
    """The names of a segment with the role and affiliations the words around them give."""
    text = place.segment.text
    people: list[Person] = []
    roles: list[_Role] = []
    for position, name in enumerate(names):
        until = label_before(text, names[position + 1].start) if position + 1 < len(names) else len(text)
        preceding = function_before(text, names[position - 1].end if position else 0, name.start)
        tail = _said_after(place, name, until)
        before = (people[-1], roles[-1]) if people else None
        role = _role(place, name, preceding.start, before, label)
        if not role.told and preceding.role:
            role = _Role(preceding.role, told=True)
        affiliations = _joined(preceding.affiliations, tail) or body_before(text, name.start)
        if role.name == "performer" and not any(entry.function for entry in affiliations):
            affiliations = _practised(craft_before(text, name.start), affiliations)
        if role.name is None and not role.told and _is_called(text, name, preceding, affiliations):
            role = _Role("speaker", told=False)
        if not role.told and affiliations and PLAYS.match(text[name.end :]):
            role = _Role("performer", told=True)
        if not role.told and not affiliations and _is_in_title(place, people, name):
            role = _Role(None, told=False)
        roles.append(role)
        takes_part = _takes_part(place.segment, name, role, affiliations)
        people.append(
            Person(
                segment=place.index,
                start=name.start,
                end=name.end,
                name=name.text,
                source=name.source,
                confidence=name.confidence,
                role=role.name if takes_part else None,
                told=role.told,
                affiliations=affiliations,
            )
        )
    return _shared(text, people)


def _said_after(place: Place, name: Named, until: int) -> tuple[Affiliation, ...]:
    """What is said of a name behind it, up to `until`, or where it ends its line on the lines around."""
    text = place.segment.text
    tail = affiliations_after(text[name.end : until], strict=SLOT.match(text) is not None)
    is_last = until == len(text) and NICKNAME.sub("", text[name.end :]).strip(" .,") == ""
    return place.beside() if not tail and is_last and _ends_line(place.segment, name) else tail


def _is_in_title(place: Place, people: Sequence[Person], name: Named) -> bool:
    """Whether a name stands in the title of what someone else speaks of, named before it or on the line below."""
    text = place.segment.text
    if people:
        return is_in_title(text, people[0].end, name.start, name.end)
    below = find_names(place.below)
    is_slot = SLOT.match(text) is not None and SMALL_WORDS.search(text[: name.start]) is not None
    return is_slot and bool(below) and is_alone(place.below, below[0].start)


def _ends_line(segment: Segment, name: Named) -> bool:
    """Whether what is said of the last name of a line may stand on the next: it is alone, or only its role precedes."""
    text = segment.text
    if is_alone(text, name.start) or role_of_label(text[: name.start]):
        return True
    told = role_before(text, name.start) not in (None, SUBJECT) or LED_TO.search(text[: name.start])
    return bool(told) and segment.words <= SHORT and not is_evident_body(text)


def _joined(before: tuple[Affiliation, ...], after: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    """ "le cinéaste X (Zin)": the function before is held at the bodies after, unless these have their own."""
    if not before or not after:
        return before or after
    if before[0].body is None and all(affiliation.function is None for affiliation in after):
        return tuple(replace(affiliation, function=before[0].function) for affiliation in after)
    return before + tuple(affiliation for affiliation in after if affiliation.function)


def _practised(craft: str | None, held: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    """The craft a label names, practised at the bodies printed beside, if any."""
    if craft is None:
        return held
    return tuple(replace(entry, function=craft) for entry in held) or (Affiliation(craft, None),)


def _takes_part(segment: Segment, name: Named, role: _Role, affiliations: tuple[Affiliation, ...]) -> bool:
    """Whether there is evidence enough for someone taking part: an uncertain name needs a word or a bracket."""
    if is_historic(name.text):
        holds = any(entry.function or is_evident_body(entry.body or "") for entry in affiliations)
        return role.name in ("chair", "contact", "organiser") or (holds and not segment.is_prose)
    return is_sure(name.source) or role.told or bool(affiliations) or is_alone(segment.text, name.start)


def is_sure(source: str) -> bool:
    """Whether what tells a name is a rule, and one that other words do not follow as well."""
    return source.startswith("rule:") and source not in UNSURE


@dataclass(frozen=True)
class _Role:
    """What a person does, None for someone only spoken of; `told` by words or a heading rather than by the place."""

    name: str | None
    told: bool


def _role(place: Place, name: Named, start: int, before: tuple[Person, _Role] | None, label: str | None) -> _Role:
    """The role told by words, carried on along a list, announced by a heading, or understood from the place."""
    segment = place.segment
    told = role_before(segment.text, start)
    if told in (None, SUBJECT) and is_credited(segment.text, name.start, name.end):
        told = SUBJECT
    if before and before[1].told and before[1].name is None and TOGETHER.fullmatch(segment.text[before[0].end : start]):
        return before[1]
    if told == SUBJECT or is_of_the_past(segment.text, name.end):
        return _Role("speaker" if is_present(segment.text, name.end, place.below) else None, told=True)
    if told:
        return _Role(told, told=True)
    if before and _carries_on(segment.text, before[0], name, start):
        return before[1]
    if acting := role_after(segment.text, name.end):
        return _Role(acting, told=True)
    if PHONE_AFTER.match(segment.text[name.end :]):
        return _Role("contact", told=True)
    if label:
        return _Role(label, told=True)
    if (
        not segment.is_prose
        or LISTED.search(segment.text[:start])
        or (is_alone(segment.text, start) and BIOGRAPHY.match(segment.text[name.end :]))
    ):
        return _Role("speaker", told=False)
    return _Role(None, told=False)


def _is_called(text: str, name: Named, preceding: Preceding, affiliations: tuple[Affiliation, ...]) -> bool:
    """Whether someone is greeted, or named behind an office: "M. le Député, X", "(professeur : X)"."""
    if not preceding.affiliations:
        return _is_greeted(text, name, affiliations)
    greeted = GREETED.search(text[: preceding.start]) is not None
    return greeted or text[preceding.start : name.start].rstrip().endswith(":") or _is_greeted(text, name, affiliations)


def _is_greeted(text: str, name: Named, affiliations: tuple[Affiliation, ...]) -> bool:
    """ "M. le principal, Mme X", "(Mme X)": called by a civility, and with an office or in a bracket of one's own."""
    civility = POLITE.search(text[: name.start])
    return civility is not None and (bool(affiliations) or civility["opening"] == "(")


def _carries_on(text: str, before: Person, name: Named, start: int) -> bool:
    """Whether the list a name before belongs to goes on: only an affiliation and a joining word stand between."""
    between = text[before.end : start]
    if JOINER.fullmatch(between) or re.search(rf";\s*{CIVILITY}$", between):
        return True
    if not JOINED_LIST.search(between) or not (before.affiliations or between.lstrip().startswith("(")):
        return False
    sentence_ends = re.search(r"[.!?](?:\s|$)", between) is not None
    return not sentence_ends or bool(re.match(r"\s*[,(]", text[name.end :]))


def _shared(text: str, people: list[Person]) -> list[Person]:
    """ "X & Y (UC Tilleul)", "X et Y, co-présidents de Z": what follows the last of a list holds for all of it."""
    shared = list(people)
    for_all = False
    for index in range(len(shared) - 2, -1, -1):
        person, following = shared[index], shared[index + 1]
        between = text[person.end : following.start]
        if person.affiliations or not following.affiliations or not LIST_JOINER.fullmatch(between):
            for_all = False
            continue
        each_has_own = between.strip() == "," and any(other.affiliations for other in people[:index])
        for_all = for_all or (not each_has_own and _is_for_all(text, following, between))
        if for_all:
            shared[index] = replace(person, affiliations=following.affiliations)
    return shared


def _is_for_all(text: str, last: Person, between: str) -> bool:
    """A bracket after "X & Y", or a function in the plural."""
    function = last.affiliations[0].function
    if function:
        return fold(function.split()[0]).endswith("s") and not fold(function.split()[0]).endswith(("mcf", "ss"))
    return text[last.end :].lstrip().startswith("(") or between.strip() in ("et", "&")
