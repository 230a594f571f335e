"""Where a segment may name people: by the shape of the words, by what the model sees, by where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.extract.affiliation import parse_affiliation
from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.functions import starts_with_function
from pipeline.extract.language import Entity
from pipeline.extract.namelists import Named, couples, listed_names, surnames_after_plural
from pipeline.extract.names import Token, chains_of, find_names, is_named_after, is_place, shape_of
from pipeline.extract.roles import SUBJECT, craft_before, role_before
from pipeline.extract.segments import Segment
from pipeline.gazetteer import is_town

MODEL_CONFIDENCE = 0.75
MAX_NAME_WORDS = 4
HELD_AT = re.compile(r"(?P<head>[^\W\d_]{4,})\s+(?:de|d['’]|du|des|de la|de l['’]|chez)\s*$")
"""A word and its link before a name: after a function, what follows is the body it is held at."""
ENTRY = re.compile(
    r"(?P<name>[^\W\d_][^\s,;(]*(?:[ \u00a0]+[^\W\d_][^\s,;(]*){1,3}?)(?=\s*(?:\(|,|$|\s[–—-]\s|\s:\s|\t|&))"
)
CELL_OR_ITEM = re.compile(r"\t|\s[–—-]\s|(?<=\))\s*(?:,|;|et|&)\s")
DASH = re.compile(r"\s[–—-]\s$")
NO_NAME = re.compile(r"[\d\t]")
LONG = 60
"""A line this long that ends in a given name goes on with the surname."""
PHONE_AFTER = re.compile(r"\s*\)?\s*(?:au|:|-|–|,|\()?\s*(?:[Tt][ée]l\.?\s*:?\s*)?(?:\+33|0[1-9])[\s.\d]{6}")
"""A telephone number just after a name: whom to call."""
PART = re.compile(
    r"(?:^|(?<=[,;•|\t/])|(?<=\bet)|(?<=[:&]))\s*(?P<name>[^\W\d_][\w'’-]+)\s*(?P<mark>[(,:])\s*(?=[^\W\d_])"
)
DOUBLE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+-[A-ZÀ-Þ][a-zà-ÿ]+\s")
"""A double given name, of which the second part may be unknown: "Marie-Pier"."""
CLUB = re.compile(r"(?:[A-ZÀ-Þ]\.){2,}\s")
MIN_RUN = 3
GIVEN_LIST = re.compile(r"\s*(?:,|et|ou|&|\+)\s*")
TWO_WORDS = re.compile(r"[gwci]{1,2}p{0,2}[cugw](?:p*[cu])?")


def candidates_of(segment: Segment, entities: tuple[Entity, ...], *, listed: bool) -> list[Named]:
    """Names by rule, then those only the model sees, then those only the words before or a list tell."""
    text = segment.text
    found = list(names_by_rule(text))
    for other in (*_of_model(text, entities), *_in_entries(segment, listed=listed), *_introduced(text)):
        _add(found, other)
    for other in (*_given_alone(text, found), *_part_alone(text)):
        _add(found, other)
    return sorted(found, key=lambda name: name.start)


@lru_cache(maxsize=4096)
def names_by_rule(text: str) -> tuple[Named, ...]:
    """The names that the shape of their words tells, whatever the model sees."""
    found = list(listed_names(text))
    by_shape = (
        Named(name.start, name.end, name.text, f"rule:name-{name.rule}", name.confidence)
        for name in find_names(text)
        if name.rule in ("civility", "title") or not (is_town(name.text) or _is_club(name.text))
    )
    for name in (*by_shape, *surnames_after_plural(text), *couples(text)):
        _add(found, name)
    return tuple(found)


def _is_club(name: str) -> bool:
    """ "U.S. Auch": the initials of a club and its town."""
    club = CLUB.match(name)
    return club is not None and is_town(name[club.end() :])


def _add(found: list[Named], other: Named) -> None:
    """A further name, unless it stands where one was found."""
    if not any(other.start < name.end and name.start < other.end for name in found):
        found.append(other)


def _of_model(text: str, entities: tuple[Entity, ...]) -> Iterator[Named]:
    """What the model takes for a person, when it has the shape of a name of two to four words."""
    for entity in entities:
        if entity.kind != "person" or NO_NAME.search(text, entity.start, entity.end):
            continue
        words = text[entity.start : entity.end].split()
        shapes = "".join(shape_of(word) for word in words)
        name = " ".join(words)
        if not TWO_WORDS.fullmatch(shapes) or not 2 <= len(words) <= MAX_NAME_WORDS or _is_other(name):
            continue
        held_at = HELD_AT.search(text[: entity.start])
        if not is_named_after(text, entity.start) and not (held_at and starts_with_function(held_at["head"])):
            yield Named(entity.start, entity.end, name, entity.source, MODEL_CONFIDENCE)


def _in_entries(segment: Segment, *, listed: bool) -> Iterator[Named]:
    """An entry of a list that begins with two or three capitalised words, then a bracket or a function."""
    if segment.is_prose and not listed:
        return
    offset = 0
    for cell in CELL_OR_ITEM.split(segment.text):
        offset = segment.text.index(cell, offset)
        match = ENTRY.match(cell)
        behind_dash = DASH.search(segment.text[:offset]) is not None
        if match and _is_entry(match, cell, listed=listed or segment.bullet, strict=behind_dash):
            yield Named(offset, offset + match.end(), match["name"], "rule:name-entry", 0.7)
        offset += len(cell)


def _is_entry(match: re.Match[str], cell: str, *, listed: bool, strict: bool) -> bool:
    """Whether an item begins with a name that what follows introduces; `strict`: only if it does so on its face."""
    shapes = "".join(shape_of(word.rstrip(",;")) for word in match["name"].split())
    if not re.fullmatch(r"[gwc]{1,2}p{0,2}[cuw](?:p*[cu])?", shapes) or _is_other(match["name"]):
        return False
    after = cell[match.end() :].strip()
    if not after:
        return False
    introduced = parse_affiliation(re.sub(r"^[\s(,:–—-]+", "", after), strict=strict or not after.startswith("("))
    is_plain = after.startswith("(") or starts_with_function(after.lstrip(" ,–—-:"))
    return bool(introduced) and (listed or is_plain or shapes[0] in "gw")


def _introduced(text: str) -> Iterator[Named]:
    """Two or three capitalised words after words that only a person can follow: "animé par Nine Fournials"."""
    for chain in map(_bare, chains_of(text)):
        shapes = "".join(word.shape for word in chain)
        is_whole = re.fullmatch(r"[gwc][gwci]?p{0,2}[cu]", shapes) is not None
        is_last = (
            shapes in ("g", "w", "c")
            and text[: chain[0].start].rstrip().endswith(":")
            and not text[chain[0].end :].strip()
        )
        start = chain[0].start if chain else 0
        if shapes == "g" and text.isupper() and not text[chain[0].end :].strip():
            is_last = _is_told(text, start, only_people=True)
        if not is_whole and not is_last:
            continue
        name = " ".join(word.text for word in chain)
        told = _is_told(text, start, only_people=True) or _is_office(text[:start])
        told = told or bool(is_last and craft_before(text, start))
        if told and not _is_other(name.title() if text.isupper() else name) and not is_named_after(text, start):
            yield Named(start, chain[-1].end, name, "rule:name-introduced", 0.7)


def _given_alone(text: str, found: list[Named]) -> Iterator[Named]:
    """Given names that stand for the whole: "Atelier animé par Bérangère, Lou et Max"."""
    listed_until: int | None = None
    whole = {name.start: name for name in found}
    runs = _runs_of_given(text)
    for chain in map(_bare, chains_of(text)):
        if not chain:
            continue
        first = chain[0]
        name = whole.get(first.start) or _given(chain)
        carried = listed_until is not None and GIVEN_LIST.fullmatch(text[listed_until : first.start]) is not None
        told = (
            first.start in runs
            or _is_told(text, first.start, only_people=False)
            or PHONE_AFTER.match(text[chain[-1].end :]) is not None
        )
        if name is None or not (carried or told):
            listed_until = None
            continue
        listed_until = name.end
        is_cut = name.end == len(text.rstrip()) and len(text) > LONG
        if first.start not in whole and (carried or first.shape == "g") and not is_cut:
            yield name


def _runs_of_given(text: str) -> frozenset[int]:
    """Where three given names or more stand in a row, which needs no word before: "Léa, Tom et Zoé"."""
    starts: set[int] = set()
    run: list[Token] = []
    for chain in [*chains_of(text), []]:
        bare = _bare(chain)
        joined = run and bare and GIVEN_LIST.fullmatch(text[run[-1].end : bare[0].start])
        if run and not joined:
            starts |= {word.start for word in run} if len(run) >= MIN_RUN else set()
            run = []
        if len(bare) == 1 and bare[0].shape == "g" and not bare[0].text.isupper():
            run.append(bare[0])
    return frozenset(starts)


def _part_alone(text: str) -> Iterator[Named]:
    """A given or a stage name with a function: "Mehdi (batterie)", at the beginning of a line also "Lou, clown"."""
    for match in PART.finditer(text):
        word = match["name"]
        at_start = not text[: match.start()].strip(" -–•*")
        is_name = shape_of(word) == "g" or (match["mark"] == "(" and shape_of(word) == "c" and not _is_other(word))
        is_entry = (
            is_name and not word.isupper() and (at_start or match["mark"] == "(" or text[: match.start()].endswith("/"))
        )
        if is_entry and starts_with_function(text[match.end() :].strip()):
            yield Named(match.start("name"), match.end("name"), word, "rule:name-part", 0.6)


def _given(chain: Sequence[Token]) -> Named | None:
    """A chain that is one given name and no town, nor a word in capitals."""
    first = chain[0]
    if (
        len(chain) != 1
        or first.shape not in "gw"
        or first.text.isupper()
        or (first.shape == "w" and is_town(first.text))
    ):
        return None
    name = first.text.rstrip(".")
    return Named(first.start, first.start + len(name), name, "rule:name-given-alone", 0.6)


def _bare(chain: Sequence[Token]) -> Sequence[Token]:
    """The chain without the particles around it: "de Marina", "Max de la"."""
    kept = [place for place, word in enumerate(chain) if word.shape != "p"]
    return chain[kept[0] : kept[-1] + 1] if kept else []


def _is_office(before: str) -> bool:
    """Whether an office and a colon stand before: "Guide : "."""
    office = re.search(r"(?:^|[;,.]\s)(?P<office>[^\W\d_][^;,.:]{2,40}?)\s*:\s*$", before)
    return office is not None and starts_with_function(office["office"])


def _is_told(text: str, start: int, *, only_people: bool) -> bool:
    return role_before(text, start, only_people=only_people) not in (None, SUBJECT)


def _is_other(name: str) -> bool:
    if DOUBLE.match(name) and shape_of(name.split("-", maxsplit=1)[0]) == "g":
        return False
    return is_evident_body(name) or is_town(name) or is_place(name)
