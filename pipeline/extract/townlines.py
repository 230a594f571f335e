"""Which town a paper is about, told by its dates, addresses, letter head and the commune that signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.addresses import has_postcode, has_street
from pipeline.extract.mentions import Span
from pipeline.extract.places import may_be_town, parse_place, town_after
from pipeline.extract.rows import Row
from pipeline.extract.towns import LINK, SHAPE, WORD, heads_no_town, is_town, is_unlisted_town
from pipeline.extract.venuewords import is_elsewhere, is_venue_word
from pipeline.gazetteer import town_key
from pipeline.lexicon import lexicon

LEAD = re.compile(rf"\W*(?P<town>{SHAPE.pattern})(?:\s*\([^)]{{2,25}}\))?\s*(?:,|\s[–—-])\s")
"""What stands before the first mark of a dated line."""
PIECE = re.compile(r"(?:[,·•|–—]|\s-)\s+(?P<town>[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*)(?=\s*(?:$|[,·•|–—(]|-\s))")
"""A piece of a dated line between marks."""
COMMUNE = re.compile(
    r"\b(?:ville|commune|mairie|municipal[e]?)\s+(?:de\s+|d['’]|du\s+)"
    r"(?P<town>[A-ZÀ-Þ][\w'’-]*(?:[ -][A-ZÀ-Þ][\w'’-]*)*)",
    re.IGNORECASE,
)
WITH_DEPARTMENT = re.compile(
    rf"(?:^|[,–—|•]\s*|\s-\s+|(?<![^\W\d])à\s+)(?P<town>{WORD}(?:[ -](?:{LINK}[ -]?){{0,2}}{WORD}|-[^\W\d_]+){{0,4}})"
    rf"\s*\((?:\d\d|2[AB]|97\d|{'|'.join(lexicon('venues')['departements'])})\)"
)
""" "Bon-Repos (22)", "Bon-Repos (Orne)": a name and its département."""
COMPOUND = re.compile(r"-|^(?:Saint|Sainte|St|Ste|Le|La|Les)\s", re.IGNORECASE)
"""What most towns' names have that are no single word."""
GLUED = re.compile(r"[^\W\d_]\d")
"""A university's or a team's short name: "PARIS8"."""
WRITTEN_AT = re.compile(r",?\s+le\s*$")
BEFORE_HOUR = re.compile(rf"\W*(?P<town>{SHAPE.pattern})\s*[|,–—/-]\s*(?:à\s)?")
"""What stands before the hour of a line that says no more: "SARREBOURG | 21h00"."""
MAX_WORDS = 5
DATED, NAMED, ASIDE = 3, 2, 1
"""How much a line tells: beside the date, by itself, or among the ways to write and to book."""


def town_of(rows: Sequence[Row]) -> Span | None:
    """The town that the most telling lines agree on; None where they name several."""
    found = [told for row in rows for told in _told_by(row)]
    most = max((strength for strength, _ in found), default=0)
    spans = [span for strength, span in found if strength == most]
    names = {town_key(span.text) for span in spans}
    return spans[0] if len(names) == 1 else None


def is_town_line(text: str) -> bool:
    """Whether a line is the name of a town and nothing else."""
    town = text.strip(" .,()")
    if GLUED.search(town):
        return False
    return (
        len(town.split()) <= MAX_WORDS
        and len(town) > 2
        and town[0].isupper()
        and is_town(town)
        and not is_venue_word(town)
    )


def bare_span(text: str) -> tuple[int, int]:
    """A line without the marks around it."""
    return len(text) - len(text.lstrip(" .,()")), len(text.rstrip(" .,()"))


def _told_by(row: Row) -> Iterator[tuple[int, Span]]:
    strength = ASIDE if is_elsewhere(row.text) and row.contacts else NAMED
    for span in (*_addressed(row), *_named(row)):
        yield strength, Span(row.segment, *span)
    if row.kind in ("date", "day"):
        for span in _dated(row):
            written = WRITTEN_AT.match(row.text[span[1] : row.dates[0].start if row.dates else None])
            yield ASIDE if written else DATED, Span(row.segment, *span)


def _addressed(row: Row) -> Iterator[tuple[int, int]]:
    """The town of an address: behind a postcode, or behind a street on a line of its own."""
    text = row.text
    opens = row.is_short or text[:1].isdigit()
    by_street = has_street(text) and opens and not row.people and not is_elsewhere(text)
    place = parse_place(text) if has_postcode(text) or by_street else None
    if place and "city" in place.spans:
        yield place.spans["city"]


def _named(row: Row) -> Iterator[tuple[int, int]]:
    """A town on a line of its own, with its département, or as the commune that signs."""
    if not row.is_short:
        return
    text = row.text
    if is_town_line(text):
        yield bare_span(text)
    if (
        (lead := BEFORE_HOUR.match(text))
        and row.times
        and row.times[0].start == lead.end()
        and _is_listed(lead["town"])
    ):
        yield lead.span("town")
    if not row.people:
        found = [match for match in WITH_DEPARTMENT.finditer(text) if not heads_no_town(match["town"])]
        yield from (match.span("town") for match in found)
    for match in COMMUNE.finditer(text):
        alone = match.end() - match.start() == len(text.strip())
        if is_town(match["town"]) or (alone and is_unlisted_town(match["town"])):
            yield match.span("town")


def _dated(row: Row) -> Iterator[tuple[int, int]]:
    """The town on a dated line: before its date, behind "à", or between marks."""
    text = row.text
    lead = LEAD.match(text)
    if lead and (is_town(lead["town"]) or _leads_to_date(row, lead)):
        yield lead.span("town")
    if after := town_after(text):
        yield after
    if not row.people:
        yield from (match.span("town") for match in PIECE.finditer(text) if is_town(match["town"]))


def _is_listed(name: str) -> bool:
    return is_town(name) or (COMPOUND.search(name) is not None and is_unlisted_town(name))


def _leads_to_date(row: Row, lead: re.Match[str]) -> bool:
    """Whether a name no list has stands right before the date: "Trois-Ruisseaux, 8 novembre", "Aubray, le 3 mai"."""
    if not row.dates or row.people or not may_be_town(lead["town"]):
        return False
    between = row.text[lead.end() : row.dates[0].start].strip()
    return between == "le" or (between in ("", "les", "du") and COMPOUND.search(lead["town"]) is not None)
