"""People: who is named, in which role, with which function and body, as the paper introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.affiliation import Affiliation, is_evident_body, parse_affiliation, starts_with_function
from pipeline.extract.language import Entity
from pipeline.extract.names import find_names, is_named_after, shape_of
from pipeline.extract.roles import SUBJECT, role_before, role_of_label
from pipeline.extract.segments import SLOT, Segment
from pipeline.lexicon import lexicon
from pipeline.text import fold

JOINER = re.compile(r"\s*(?:,|;|/|&|\+|et|ainsi que|,\s*et|avec|[-–—])?\s*(?:de\s+|d['’])?")
LIST_JOINER = re.compile(r"\s*(?:,|&|\+|et|,\s*et|/)\s*")
IS = re.compile(r"\s*,?\s*(?:est|sera|était|a été)\s+(?=\S)")
BIOGRAPHY = re.compile(r"\s*(?:[:(,–—]|/|-\s|(?:est|a|est né|a été|travaille|enseigne|dirige|étudie|vit)\s)")
MODEL_CONFIDENCE = 0.75
MAX_NAME_WORDS = 4


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
    for index, segment in enumerate(segments):
        announced = role_of_label(segment.text)
        if announced:
            label = announced
            continue
        names = _names(segment, entities[index], listed=label is not None)
        if label and _ends_list(segment, names):
            label = None
        following = segments[index + 1] if index + 1 < len(segments) else None
        found.extend(_introduced(index, segment, names, label, following))
    return found


def _ends_list(segment: Segment, names: list[_Named]) -> bool:
    """Whether a list of people ends here: a new slot, a heading, running text that does not begin with a name."""
    if SLOT.match(segment.text):
        return True
    if names and names[0].start < 12:
        return False
    is_heading = segment.caps or segment.bold or segment.size > 1.15
    return (is_heading and not names) or segment.is_prose or segment.text.rstrip().endswith(":")


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Named:
    start: int
    end: int
    text: str
    source: str
    confidence: float


def _names(segment: Segment, entities: tuple[Entity, ...], *, listed: bool) -> list[_Named]:
    """Names by rule, then those only the model sees, then those only their place in a list tells."""
    text = segment.text
    found = [
        _Named(name.start, name.end, name.text, f"rule:name-{name.rule}", name.confidence) for name in find_names(text)
    ]
    for candidate in (*_cell_names(text), *_model_names(text, entities), *_entry_names(segment, listed=listed)):
        if not any(candidate.start < name.end and name.start < candidate.end for name in found):
            found.append(candidate)
    return sorted(found, key=lambda name: name.start)


def _is_historic(name: str) -> bool:
    """A composer, author or figure of the past: a known surname, alone or with a given name, not in capitals."""
    words = fold(name).split()
    return words[-1] in _historic() and len(words) <= 3 and not re.search(r"\b[A-ZÀ-Þ]{3,}", name)


@cache
def _historic() -> frozenset[str]:
    return frozenset(fold(lexicon("names")["historic"]).split())


def _cell_names(text: str) -> Iterator[_Named]:
    """Given name and surname in two neighbouring cells of a row."""
    cells = text.split("\t")
    if len(cells) < 2 or not all(cells[:2]):
        return
    shapes = ["".join(shape_of(word) for word in cell.split()) for cell in cells[:2]]
    if re.fullmatch(r"[gwc]{1,2}", shapes[0]) and re.fullmatch(r"p{0,2}u(?:p*u)?", shapes[1]):
        end = len(cells[0]) + 1 + len(cells[1])
        yield _Named(0, end, f"{cells[0]} {cells[1]}", "rule:name-cells", 0.9)


def _model_names(text: str, entities: tuple[Entity, ...]) -> Iterator[_Named]:
    """What the model takes for a person, when it has the shape of a name of two to four words."""
    for entity in entities:
        if entity.kind != "person":
            continue
        words = text[entity.start : entity.end].split()
        shapes = "".join(shape_of(word) for word in words)
        shaped = re.fullmatch(r"[gwci]{1,2}p{0,2}[cugw](?:p*[cu])?", shapes)
        name = " ".join(words)
        if not shaped or not 2 <= len(words) <= MAX_NAME_WORDS or is_evident_body(name):
            continue
        held_at = HELD_AT.search(text[: entity.start])
        if not is_named_after(text, entity.start) and not (held_at and starts_with_function(held_at["head"])):
            yield _Named(entity.start, entity.end, name, "model:PER", MODEL_CONFIDENCE)


HELD_AT = re.compile(r"(?P<head>[^\W\d_]{4,})\s+(?:de|d['’]|du|des|de la|de l['’]|chez)\s*$")
"""A word and its link before a name: after a function, what follows is the body it is held at."""
ENTRY = re.compile(r"(?P<name>[^\W\d_]\S*(?:[ \u00a0]+[^\W\d_]\S*){1,3}?)(?=\s*(?:\(|,|$|\s[–—-]\s|\s:\s|\t|&))")


def _entry_names(segment: Segment, *, listed: bool) -> Iterator[_Named]:
    """An entry of a list that begins with two or three capitalised words, then a bracket or a function."""
    if segment.is_prose and not listed:
        return
    offset = 0
    for cell in segment.text.split("\t"):
        match = ENTRY.match(cell)
        if match and _is_entry(match, cell, listed=listed or segment.bullet):
            yield _Named(offset, offset + match.end(), match["name"], "rule:name-entry", 0.7)
        offset += len(cell) + 1


def _is_entry(match: re.Match[str], cell: str, *, listed: bool) -> bool:
    shapes = "".join(shape_of(word.rstrip(",;")) for word in match["name"].split())
    if not re.fullmatch(r"[gwc]{1,2}p{0,2}[cuw](?:p*[cu])?", shapes) or is_evident_body(match["name"]):
        return False
    after = cell[match.end() :].strip()
    introduced = (
        bool(parse_affiliation(re.sub(r"^[\s(,:–—-]+", "", after), strict=not after.startswith("(")))
        if after
        else False
    )
    return introduced and (listed or after.startswith("(") or starts_with_function(after.lstrip(" ,–—-:")))


# ── introductions ────────────────────────────────────────────────────────────────────────────────────────────────────


def _introduced(
    index: int, segment: Segment, names: list[_Named], label: str | None, following: Segment | None
) -> list[Person]:
    """The names of a segment with the role and affiliations the words around them give."""
    text = segment.text
    people: list[Person] = []
    for position, name in enumerate(names):
        until = names[position + 1].start if position + 1 < len(names) else len(text)
        before = names[position - 1].end if position else 0
        preceding = _function_before(text, before, name.start)
        tail = _affiliations_after(text[name.end : until], alone=name.start == 0, following=following)
        role, told = _role(segment, name, preceding[0], people[-1] if people else None, label)
        affiliations = preceding[1] or tail
        if not _takes_part(name, role, told=told, affiliations=affiliations):
            role = None
        people.append(
            Person(index, name.start, name.end, name.text, name.source, name.confidence, role, told, affiliations)
        )
    return _shared(text, people)


def _takes_part(name: _Named, role: str | None, *, told: bool, affiliations: tuple[Affiliation, ...]) -> bool:
    """Whether there is evidence enough for someone taking part: an uncertain name needs a word or a bracket."""
    if _is_historic(name.text):
        return bool(affiliations) or role in ("chair", "contact", "organiser")
    is_sure = name.source not in ("model:PER", "rule:name-capitals", "rule:name-weak")
    return is_sure or told or bool(affiliations) or name.start <= 1


def _role(
    segment: Segment, name: _Named, start: int, before: Person | None, label: str | None
) -> tuple[str | None, bool]:
    """The role told by words, carried on along a list, announced by a heading, or understood from the place."""
    told = role_before(segment.text, start)
    if told:
        return (None, True) if told == SUBJECT else (told, True)
    if before and _carries_on(segment.text, before, name, start):
        return before.role, before.told
    if label:
        return label, True
    if not segment.is_prose or (name.start <= 3 and BIOGRAPHY.match(segment.text[name.end :])):
        return "speaker", False
    return None, False


JOINED_LIST = re.compile(r"(?:,|;|/|&|\bet(?: de| d['’])?|\bainsi que)\s*$")


def _carries_on(text: str, before: Person, name: _Named, start: int) -> bool:
    """Whether the list a name before belongs to goes on: only an affiliation and a joining word stand between."""
    between = text[before.end : start]
    if JOINER.fullmatch(between):
        return True
    if not JOINED_LIST.search(between) or not (before.affiliations or between.lstrip().startswith("(")):
        return False
    sentence_ends = re.search(r"[.!?](?:\s|$)", between) is not None
    return not sentence_ends or bool(re.match(r"\s*[,(]", text[name.end :]))


def _function_before(text: str, floor: int, start: int) -> tuple[int, tuple[Affiliation, ...]]:
    """A function printed before the name ("le critique d'art X", "Le Maire, X"): where it begins, and what it is."""
    low = max(floor, start - 90)
    window = text[low:start]
    bare = window.rstrip(" ,:")
    if not bare or bare[-1] in ".;()!?«»\t" or (bare != window.rstrip() and floor > 0):
        return start, ()
    for word in reversed(list(re.finditer(r"[^\s(]+", bare))[-8:]):
        phrase = re.sub(r"^[ld]['’]", "", bare[word.start() :])
        if re.search(r"[,;:().!?«»\t]|\s(?:et|avec|par|de|du|à)$", phrase):
            break
        if starts_with_function(phrase):
            if bare != window.rstrip() and word.start() > 3:
                break
            return low + word.start(), parse_affiliation(phrase)[:1]
    return start, ()


def _affiliations_after(tail: str, *, alone: bool, following: Segment | None) -> tuple[Affiliation, ...]:
    """Function and bodies after a name: in brackets, after a comma or dash, in the next cells, on the next line."""
    if tail.startswith("\t"):
        cells = [parse_affiliation(cell, strict=True) for cell in tail.split("\t") if cell.strip()]
        return tuple(affiliation for cell in cells for affiliation in cell)
    stripped = tail.lstrip()
    if stripped.startswith("("):
        inside, _, rest = stripped[1:].partition(")")
        found = parse_affiliation(inside)
        rest = rest.lstrip()
        return found + (parse_affiliation(rest[1:], strict=True) if rest.startswith(",") else ())
    if match := IS.match(tail):
        return parse_affiliation(tail[match.end() :], strict=True)
    if stripped.startswith(","):
        return parse_affiliation(stripped[1:])
    if re.match(r"[–—:/-]\s?", stripped):
        return parse_affiliation(stripped[1:], strict=True)
    if not stripped and alone and following and not following.bullet and following.words <= 14:
        first = following.text.strip()
        if starts_with_function(first) or is_evident_body(first):
            return parse_affiliation(first, strict=True)
    return ()


def _shared(text: str, people: list[Person]) -> list[Person]:
    """ "X & Y (KU Leuven)", "X et Y, co-présidents de Z": what follows the last of a list holds for all of it."""
    shared = list(people)
    for index in range(len(shared) - 2, -1, -1):
        person, following = shared[index], shared[index + 1]
        between = text[person.end : following.start]
        if person.affiliations or not following.affiliations or not LIST_JOINER.fullmatch(between):
            continue
        if _is_for_all(text, following, between):
            shared[index] = replace(person, affiliations=following.affiliations)
    return shared


def _is_for_all(text: str, last: Person, between: str) -> bool:
    """A bracket after "X & Y", or a function in the plural."""
    function = last.affiliations[0].function
    if function:
        return fold(function.split()[0]).endswith("s") and not fold(function.split()[0]).endswith(("mcf", "ss"))
    return text[last.end :].lstrip().startswith("(") or between.strip() in ("et", "&")
