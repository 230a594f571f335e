"""Who takes part, once per slot: namings of one person put together, with the fullest name and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.casting import Cast
from pipeline.extract.certainty import sure_of_name
from pipeline.extract.people import Person
from pipeline.text import fold

INITIALS = re.compile(r"(?P<initials>(?:[A-ZÀ-Þ]\.[ -]?)+)\s*(?P<surname>[^.]+)$")
"""A name of which the given part is written in initials."""


@dataclass(frozen=True)
class Part:
    """One person in one slot (None: the whole event): the namings that say so, and the affiliations printed there."""

    name: str
    role: str
    slot: int | None
    namings: tuple[Person, ...]
    affiliations: tuple[tuple[Person, Affiliation], ...]


def person_key(name: str) -> str:
    """A name for comparison within one paper: folded, no civility, order of words ignored."""
    return " ".join(sorted(fold(name).replace("-", " ").replace(".", " ").split()))


def parts_of(cast: Sequence[Cast], others: Sequence[Person]) -> list[Part]:
    """The parts in reading order. `others` are namings without a role: they may still tell a function."""
    keys = _keys([person.name for person in (*(member.person for member in cast), *others)])
    groups: dict[tuple[str, int | None], list[Person]] = {}
    for member in cast:
        groups.setdefault((keys[member.person.name], member.slot), []).append(member.person)
    by_key: dict[str, list[Person]] = {}
    for person in (*(member.person for member in cast), *others):
        by_key.setdefault(keys[person.name], []).append(person)
    in_slots = {key for key, slot in groups if slot is not None}
    return [
        _part(slot, namings, by_key[key])
        for (key, slot), namings in groups.items()
        if slot is not None or key not in in_slots or _has_own_role(namings)
    ]


def _keys(names: Sequence[str]) -> dict[str, str]:
    """Each name's key; a name with initials has the key of the one full name they stand for: "J.-M. Roux"."""
    full = {name: person_key(name) for name in names if not INITIALS.match(name)}
    keys = dict(full)
    for name in names:
        if short := INITIALS.match(name):
            meant = {key for other, key in full.items() if _stands_for(short["initials"], short["surname"], other)}
            keys[name] = meant.pop() if len(meant) == 1 else person_key(name)
    return keys


def _stands_for(initials: str, surname: str, name: str) -> bool:
    letters = re.findall(r"\w", fold(initials))
    words = fold(name).replace("-", " ").split()
    family = fold(surname).replace("-", " ").split()
    given = words[: -len(family)]
    return words[-len(family) :] == family and [word[0] for word in given] == letters


def confidence_of(part: Part) -> float:
    """How sure it is that this person takes part; what they are and for whom has a confidence of its own."""
    return max(
        sure_of_name(naming.confidence, told=naming.told, affiliated=bool(naming.affiliations))
        for naming in part.namings
    )


def _has_own_role(namings: list[Person]) -> bool:
    """Whether someone who speaks in a slot is also named for the whole event: as organiser, contact, signatory."""
    return any(person.role in ("organiser", "contact", "signatory") for person in namings)


def _part(slot: int | None, namings: list[Person], everywhere: list[Person]) -> Part:
    """Affiliations as printed at this place; where none or no function is, those printed elsewhere on the paper."""
    own, elsewhere = _affiliations(namings), _affiliations(everywhere)
    if own and not any(affiliation.function for _, affiliation in own):
        own += tuple(entry for entry in elsewhere if entry[1].function)
    full = max(everywhere, key=lambda person: (not INITIALS.match(person.name), person.confidence)).name
    best = max(namings, key=lambda person: (person.confidence, person.told))
    role = next((person.role for person in namings if person.told and person.role), best.role or "speaker")
    return Part(full if INITIALS.match(best.name) else best.name, role, slot, tuple(namings), own or elsewhere)


def _affiliations(namings: Sequence[Person]) -> tuple[tuple[Person, Affiliation], ...]:
    found: dict[tuple[str, str], tuple[Person, Affiliation]] = {}
    for person in namings:
        for affiliation in person.affiliations:
            found.setdefault((fold(affiliation.function or ""), fold(affiliation.body or "")), (person, affiliation))
    rich = [entry for entry in found.values() if entry[1].body]
    return (
        tuple(found.values())
        if not rich
        else tuple(
            entry
            for entry in found.values()
            if entry[1].body or entry[1].function not in {other[1].function for other in rich}
        )
    )
