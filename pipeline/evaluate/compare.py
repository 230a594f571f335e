"""Comparing facts: which of the found ones are right, which gold ones were missed. Pure.

A fact is right when every part of it is: names of people in any order of given and family name, bodies by name, acronym
or alias, titles and functions by the similarity of their words, dates and hours exactly. Accents, case, punctuation
and a leading article never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.fuzz import ratio, token_sort_ratio

from pipeline.evaluate.facts import Fact, Value
from pipeline.text import fold

ALIKE, FUNCTIONS_ALIKE, BODIES_ALIKE = 85, 80, 90
"""Least similarity, of 100, of titles and places, of functions, and of the names of bodies with the same numerals."""
MIN_BODY = 6
"""Names of bodies up to this long must be the same: acronyms differ by a letter."""
LEADING_ARTICLE = re.compile(r"^(?:l|le|la|les|un|une|d|de|du|des)\s+(?=\w)")
CIVILITY = re.compile(r"^(?:(?:m|mr|mme|mlle|mmes|mm|dr|pr|prof|me|monsieur|madame|maitre|docteur|professeure?)\s+)+")
NUMERAL = re.compile(r"\b(?:\d+|[ivx]+)\b")


@dataclass(frozen=True)
class Verdict:
    """One field of one document, or of many added up.

    `right` and `also_right` were found, the latter being facts one may leave out or a repetition; `extra` were found
    and are wrong; `missed` were not found. What a paper does not print and Carton inferred is in none of them.
    """

    right: tuple[Fact, ...] = ()
    also_right: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()
    missed: tuple[Fact, ...] = ()

    @property
    def precision(self) -> float:
        return _share(len(self.right), len(self.right) + len(self.extra))

    @property
    def recall(self) -> float:
        return _share(len(self.right), len(self.right) + len(self.missed))

    @property
    def f1(self) -> float:
        return _share(2 * len(self.right), 2 * len(self.right) + len(self.extra) + len(self.missed))


def add_up(verdicts: Iterable[Verdict]) -> Verdict:
    """Many documents' verdicts on a field as one."""
    listed = list(verdicts)
    return Verdict(
        right=tuple(fact for verdict in listed for fact in verdict.right),
        also_right=tuple(fact for verdict in listed for fact in verdict.also_right),
        extra=tuple(fact for verdict in listed for fact in verdict.extra),
        missed=tuple(fact for verdict in listed for fact in verdict.missed),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def compare(gold: Sequence[Fact], found: Sequence[Fact], *, free: int = 0) -> Verdict:
    """The verdict on one field of one document: facts are paired one to one, those that must be found first.

    The first `free` unpaired facts are let pass.
    """
    wanted = _without_repetition(sorted(gold, key=lambda fact: fact.optional))
    left = _without_repetition(found)
    right: list[Fact] = []
    also_right: list[Fact] = []
    missed: list[Fact] = []
    for fact in wanted:
        hit = next((other for other in left if _same(fact, other)), None)
        if hit is not None:
            left.remove(hit)
            (also_right if fact.optional else right).append(hit)
        elif not fact.optional:
            missed.append(fact)
    repeated = [any(_same(other, fact) for other in wanted) for fact in left]
    also_right += [fact for fact, again in zip(left, repeated, strict=True) if again]
    extra = [fact for fact, again in zip(left, repeated, strict=True) if not again]
    return Verdict(tuple(right), tuple(also_right), tuple(extra[free:]), tuple(missed))


def _without_repetition(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that say the same by their own names become the first of them, as sure as the surest."""
    kept: list[Fact] = []
    for fact in facts:
        place = next((place for place, other in enumerate(kept) if _same(other.main, fact.main)), None)
        if place is None:
            kept.append(fact)
        elif (fact.confidence or 0) > (kept[place].confidence or 0):
            kept[place] = replace(kept[place], confidence=fact.confidence)
    return kept


# ── what is the same ─────────────────────────────────────────────────────────────────────────────────────────────────


def _same(gold: Fact, found: Fact) -> bool:
    return SAME[gold.field](gold.values, found.values)


Values = tuple[Value, ...]


def _same_dates(gold: Values, found: Values) -> bool:
    return gold == found


def _same_times(gold: Values, found: Values) -> bool:
    return gold[1:] == found[1:] and (gold[0] == found[0] or not gold[0].readings)


def _same_text(gold: Values, found: Values) -> bool:
    return _alike(gold[0], found[0], ALIKE)


def _same_person(gold: Values, found: Values) -> bool:
    return any(_person(one) == _person(other) for one in gold[0].readings for other in found[0].readings)


def _same_function(gold: Values, found: Values) -> bool:
    return _same_person(gold, found) and _alike(gold[1], found[1], FUNCTIONS_ALIKE)


def _same_organisation(gold: Values, found: Values) -> bool:
    return any(_same_body(one, other) for one in gold[-1].readings for other in found[-1].readings)


def _same_affiliation(gold: Values, found: Values) -> bool:
    return _same_person(gold, found) and _same_organisation(gold, found)


def _same_slot(gold: Values, found: Values) -> bool:
    """Slots by hour and title: a gold one without an hour by its title, without a title by its hour."""
    (hour, title), (other_hour, other_title) = gold[1:], found[1:]
    if title.readings and other_title.readings:
        return (hour == other_hour or not hour.readings) and _alike(title, other_title, ALIKE)
    return bool(hour.readings) and hour == other_hour and not title.readings


def _same_session(gold: Values, found: Values) -> bool:
    return gold[0] == found[0] and _same_slot(gold, found)


def _same_person_in_slot(gold: Values, found: Values) -> bool:
    return _same_person(gold, found) and _same_slot(gold, found)


SAME: Mapping[str, Callable[[Values, Values], bool]] = {
    "dates": _same_dates,
    "times": _same_times,
    "title": _same_text,
    "venue": _same_text,
    "city": _same_text,
    "people": _same_person,
    "functions": _same_function,
    "organisations": _same_organisation,
    "affiliations": _same_affiliation,
    "sessions": _same_session,
    "session_people": _same_person_in_slot,
}
FIELDS = tuple(SAME)


# ── names and words ──────────────────────────────────────────────────────────────────────────────────────────────────


def _alike(one: Value, other: Value, floor: float) -> bool:
    return any(
        max(token_sort_ratio(a, b), ratio(a, b)) >= floor
        for a in map(_bare, one.readings)
        for b in map(_bare, other.readings)
    )


def _same_body(one: str, other: str) -> bool:
    """Paris 3 is not Paris 8: names that differ a little must have the same numerals."""
    a, b = _bare(one), _bare(other)
    if not a or not b:
        return False
    is_near = min(len(a), len(b)) > MIN_BODY and ratio(a, b) >= BODIES_ALIKE
    return a == b or (is_near and NUMERAL.findall(a) == NUMERAL.findall(b))


@cache
def _bare(text: str) -> str:
    """A text without case, accents, punctuation and leading article."""
    return LEADING_ARTICLE.sub("", _words(text))


@cache
def _person(name: str) -> tuple[str, ...]:
    """A name for comparison: no civility, order of its words ignored."""
    return tuple(sorted(CIVILITY.sub("", _words(name)).split()))


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
