"""Search over everything: ranked, with facets, extracts and, where nothing is found, other spellings."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from pipeline.publish.links import Ref
from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.pages.extract import Piece, extract
from pipeline.publish.pages.listing import Turn
from pipeline.publish.reader import Reader, Row
from pipeline.publish.words import label, word
from pipeline.search import match_expression, words_of

AT_ONCE = 20
COUNTED = 1_000
"""Results whose facets are counted; beyond, the counts are of the first ones and said to be."""
RANKED = 20_000
"""Above this many results, ranking them all takes longer than anyone reads."""
FACETS = ("thing", "year", "place", "kind", "role", "organisation")
SHOWN = 12
TOKEN = re.compile(r"(\w+):(\S+):z")


@dataclass(frozen=True)
class Found:
    """A result: where it leads, what it is, the words around what was looked for."""

    ref: Ref
    kind: str
    title: tuple[Piece, ...]
    extract: tuple[Piece, ...]
    start: str | None
    aside: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """A value that narrows the search, with how many results it leaves; `query` is the address's part after `?`."""

    value: str
    name: str
    count: int
    is_chosen: bool
    query: str


@dataclass(frozen=True)
class Facet:
    """A way to narrow the search."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Suggestion:
    """Another spelling of what was typed."""

    typed: str
    query: str


@dataclass(frozen=True)
class Search:
    """Results for what was typed; `is_ranked` false where there are too many to rank."""

    head: Head
    typed: str
    chosen: Mapping[str, str]
    total: int
    is_ranked: bool
    counted: int
    results: tuple[Found, ...]
    facets: tuple[Facet, ...]
    suggestions: tuple[Suggestion, ...]
    turn: Turn
    kept: str


def build(read: Reader, ask: Ask) -> Search:
    """Without words and without choices the page only explains itself."""
    typed = ask.one("q")[:500]
    chosen = {name: value for name in FACETS if (value := ask.one(name)[:200])}
    page = max(1, min(ask.number("page", 1), 500))
    match = _match(typed, chosen)
    row = read.row("search.count", match=match)
    total = int(row["count"]) if row else 0
    query = "search.ranked" if typed and total <= RANKED else "search.unranked"
    rows = read.rows(query, match=match, limit=AT_ONCE, offset=AT_ONCE * (page - 1)) if total else ()
    title = word("search.title", typed=typed) if typed else word("search.empty")
    return Search(
        head=Head(title, word("search.description"), "/recherche"),
        typed=typed,
        chosen=chosen,
        total=total,
        is_ranked=total <= RANKED,
        counted=min(total, COUNTED),
        results=_results(read, rows, typed),
        facets=_facets(read, match, typed, chosen) if total else (),
        suggestions=suggestions(read, typed) if typed and total < 3 else (),
        turn=Turn(page, total > AT_ONCE * page),
        kept=urlencode({"q": typed, **chosen}),
    )


def _match(typed: str, chosen: Mapping[str, str]) -> str:
    """An FTS5 query: the words, and each chosen facet as a phrase of its column."""
    parts = [f"({match_expression(typed)})"] if typed or not chosen else []
    for name, value in chosen.items():
        words = re.findall(r"\w+", value)
        parts.append(f'(facets : "{" ".join([name, *words, "z"])}")')
    return " AND ".join(parts)


# ── results ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _results(read: Reader, rows: Sequence[Row], typed: str) -> tuple[Found, ...]:
    """The rows as they stand in their own tables, in the order found."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row["ref"])
    told = {
        (kind, row["ref"]): row
        for kind, refs in by_kind.items()
        for row in read.rows(f"search.{kind}", refs=json.dumps(refs))
    }
    found = ((row["kind"], told.get((row["kind"], row["ref"]))) for row in rows)
    return tuple(_found(kind, row, typed) for kind, row in found if row)


def _found(kind: str, row: Row, typed: str) -> Found:
    title = row["title"] or row["ref"]
    return Found(
        ref=Ref(kind, row["ref"], title),
        kind=kind,
        title=extract(title, typed, whole=True),
        extract=extract(row["text"] or "", typed),
        start=row["start"] if kind == "event" else None,
        aside=tuple(_aside(kind, row)),
    )


def _aside(kind: str, row: Row) -> list[str]:
    if kind == "event":
        return [told for told in (row["kind"], row["city"]) if told]
    if kind == "page":
        return [word("document.page", row["number"])]
    if kind == "venue":
        return [told for told in (row["city"], word("home.events", row["events"])) if told]
    return [word("home.events", row["events"])]


# ── facets ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _facets(read: Reader, match: str, typed: str, chosen: Mapping[str, str]) -> tuple[Facet, ...]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row in read.rows("search.facets", match=match, limit=COUNTED):
        for name, value in TOKEN.findall(row["facets"]):
            counts[name][value] += 1
    return tuple(facet for name in FACETS if (facet := _facet(read, name, counts[name], typed, chosen)).choices)


def _facet(read: Reader, name: str, counts: Counter[str], typed: str, chosen: Mapping[str, str]) -> Facet:
    """The most frequent values; years in their own order. A chosen value leads back out."""
    if name in chosen:
        counts = Counter({chosen[name]: counts[chosen[name]]})
    values = [value for value, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:SHOWN]]
    if name == "year":
        values.sort()
    names = _names(read, name, values)
    others = {"q": typed, **{key: value for key, value in chosen.items() if key != name}}
    return Facet(
        name,
        tuple(
            Choice(
                value,
                names.get(value, value),
                counts[value],
                name in chosen,
                urlencode(others if name in chosen else {**others, name: value}),
            )
            for value in values
        ),
    )


def _names(read: Reader, name: str, values: Sequence[str]) -> Mapping[str, str]:
    if name == "thing":
        return {value: label("kind_of_thing", value) for value in values}
    if name == "role":
        return {value: label("role", value) for value in values}
    if name == "year":
        return {}
    rows = read.rows(f"search.names.{name}", ids=json.dumps(values))
    return {row["id"]: row["name"] for row in rows}


# ── other spellings ──────────────────────────────────────────────────────────────────────────────────────────────────


def suggestions(read: Reader, typed: str) -> tuple[Suggestion, ...]:
    """What was typed with its unknown words replaced by the nearest the archive has."""
    words = words_of(typed)
    known = {row["word"] for row in read.rows("search.known", words=json.dumps(words))}
    spelled = [word if word in known or len(word) < 4 else _nearest(read, word) or word for word in words]
    if spelled == words:
        return ()
    better = " ".join(spelled)
    return (Suggestion(better, urlencode({"q": better})),)


def _nearest(read: Reader, typed: str) -> str | None:
    """The word of the archive nearest by letters changed; of several, the most frequent. First letters agree."""
    reach = 1 if len(typed) < 6 else 2
    bounds: dict[str, str | int] = {"from": typed[0], "to": chr(ord(typed[0]) + 1)}
    rows = read.rows("search.near", shortest=len(typed) - reach, longest=len(typed) + reach, **bounds)
    counts = {row["word"]: row["things"] for row in rows}
    near = process.extract(typed, list(counts), scorer=DamerauLevenshtein.distance, score_cutoff=reach, limit=5)
    return min(near, key=lambda entry: (entry[1], -counts[entry[0]]))[0] if near else None


PAGE = Page(r"/recherche", "search.html", build)
