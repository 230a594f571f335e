"""Where: the venue of an event, put together from the lines that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.addresses import begins_as_street
from pipeline.extract.houses import PLAIN, Candidate, outside_programme, with_houses
from pipeline.extract.kinds import kind_of, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.paper import Paper
from pipeline.extract.places import TO, Place, may_be_town, parse_place, places_in
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.extract.townlines import bare_span, is_town_line, town_of
from pipeline.extract.venuewords import (
    begins_as_place,
    is_article,
    is_elsewhere,
    is_street_word,
    is_venue_word,
    online_in,
)
from pipeline.gazetteer import town_key
from pipeline.lexicon import lexicon
from pipeline.model import Venue
from pipeline.text import fold

FIELDS = ("name", "address", "postcode", "city")
TAKES_PLACE = re.compile(
    r"(?:aura lieu|auront lieu|se tiendra|se tien(?:t|nent)|se deroulera|lieu|"
    r"rendez-vous|accueilli\w*|hall|au cinema|seance|"
    r"se reunira|reunion)"
)
LAST_SENTENCE = re.compile(r"[a-zà-ÿ)][.!]\s+(?=[A-ZÀ-Þ][^.!]*$)")
HEADED = 2.5
"""What a place weighs that a heading names: "Portes ouvertes au lycée Ravel", "Chaque mardi à 19 h au Rex"."""
MAX_HOUSE_WORDS = 6
NAMED = re.compile(r"L(?:es?|a)\s[A-ZÀ-Þ]|L['’][A-ZÀ-Þ]|(?:LES?|LA)\s")
"""How the names of halls begin that tell nothing of what they are: "La Cartonnerie"."""
FEW_WORDS = 5
HOLDS = re.compile(r"\s*,\s*(?!(?:à|au|aux|en|dans|chez|le|la)\b)[a-zà-ÿ][^,\d]*")
"""What stands between a name and the body someone works at: ", maître de conférences à l'"."""
BRACKETED = re.compile(
    rf"\((?:[^():]{{2,20}}\s?:\s*)?(?P<room>(?:{'|'.join(lexicon('venues')['rooms'])})\b[^()]*)\)", re.IGNORECASE
)
"""A room in brackets: "(Attention : salle Ravel)"."""
VERB = re.compile(r"\b(?:ont|aura|auront|a) lieu\s+|\bse (?:tien\w+|déroul\w+|réuni\w+)\s+")
"""What leads to a place without a small word: "Les séances se tiennent salle Ravel"."""
WAY = re.compile(r"\bà\s+\d+\s*(?:m|km|mn|min|mètres|minutes|pas)\b", re.IGNORECASE)
"""How far it is to the venue: "Gare SNCF à 400 m"."""
NEAR = 2
"""Rows apart within which lines complete each other: a hall's name above its street."""


@dataclass(frozen=True)
class Found:
    """A venue with where each field stands and how sure it is."""

    venue: Venue
    spans: dict[str, Span]
    confidence: float


def find_venue(rows: Sequence[Row], date: Dated | None, paper: Paper) -> Found:
    """The venue the rows give; fields the best line lacks are taken from its neighbours, the town from the paper."""
    candidates = sorted(with_houses(list(_candidates(rows, date))), key=lambda candidate: -candidate.weight)
    told = [candidate for candidate in candidates if candidate.weight > 0]
    venue, spans, weight = _put_together(outside_programme(told, rows))
    if not venue.city and (town := town_of(rows) or paper.town):
        venue, spans = replace(venue, city=town.text), spans | {"city": town}
    if venue.name and venue.city and town_key(venue.name) == town_key(venue.city):
        venue, spans = replace(venue, name=None), {field: span for field, span in spans.items() if field != "name"}
    return Found(venue, spans, round(min(0.95, 0.45 + weight / 20), 2))


def _put_together(candidates: Sequence[Candidate]) -> tuple[Venue, dict[str, Span], float]:
    """The best place with a name, what the others say of it, and the weight of the best."""
    if not candidates:
        return Venue(), {}, 0.0
    best = next((candidate for candidate in candidates if candidate.place.venue.name), candidates[0])
    if best.weight < candidates[0].weight - 3:
        best = candidates[0]
    venue, spans = best.place.venue, _spans(best)
    for other in candidates:
        if other is best or not _completes(best, other, venue):
            continue
        missing = [name for name in FIELDS if not getattr(venue, name) and getattr(other.place.venue, name)]
        if "name" in missing and other.weight < PLAIN:
            missing.remove("name")
        venue = replace(venue, **{name: getattr(other.place.venue, name) for name in missing})
        spans |= {name: span for name, span in _spans(other).items() if name in missing}
    return venue, spans, best.weight


def _spans(candidate: Candidate) -> dict[str, Span]:
    return {name: Span(candidate.row.segment, *span) for name, span in candidate.place.spans.items()}


def _completes(best: Candidate, other: Candidate, venue: Venue) -> bool:
    """Whether another line speaks of the same place: a neighbour, a labelled address, the name again, a town."""
    if other.weight <= 0:
        return False
    near = abs(other.row.index - best.row.index) <= NEAR
    labelled = other.row.label is not None and other.row.label.field in ("address", "venue") and other.weight > PLAIN
    name, again = venue.name, other.place.venue.name
    same = bool(name and again and (fold(name) in fold(again) or fold(again) in fold(name)))
    headed = other.weight >= HEADED and opens_with_kind(other.row.text)
    return near or labelled or same or headed or (not venue.city and not other.place.venue.name)


def _candidates(rows: Sequence[Row], date: Dated | None) -> Iterator[Candidate]:
    slots = [row.index for row in rows if row.kind == "slot"]
    only_hour = len(slots) == 1
    programme = slots[0] if len(slots) > 1 else rows[-1].index if rows else 0
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if _is_town(row, before, after):
            span = bare_span(row.text)
            yield Candidate(row, Place(Venue(city=row.text[slice(*span)]), {"city": span}), 1.5)
        if house := _house(row, after, date):
            yield Candidate(row, house, PLAIN)
        if row.index <= programme:
            yield from (Candidate(row, room, PLAIN) for room in _rooms_in_brackets(row))
        penalty = 5.0 if is_elsewhere(row.text) and not (row.label and row.label.field == "venue") else 0.0
        for place, weight in _places(row, date, only_hour=only_hour):
            if place.venue.name and not (_is_name(place.venue.name) and _is_told(row, place, rows)):
                continue
            yield Candidate(row, place, weight + _bonus(row, place, date) - penalty - 0.02 * row.index)


def _rooms_in_brackets(row: Row) -> Iterator[Place]:
    """The rooms in brackets of a line outside a programme, where each slot may have one of its own."""
    if row.kind != "slot":
        rooms = (
            parse_place(row.text[: match.end("room")], match.start("room")) for match in BRACKETED.finditer(row.text)
        )
        yield from (room for room in rooms if room)


def _bonus(row: Row, place: Place, date: Dated | None) -> float:
    """What a place gains by what it tells: street, town, a word for a house; and by standing just below the date."""
    first = place.venue.name.split()[0] if place.venue.name else ""
    below = date is not None and 0 < row.index - date.row.index <= NEAR
    bonus = 1.0 * bool(place.venue.address) + 0.7 * bool(place.venue.city)
    bonus += 0.7 * (is_venue_word(first) and not is_street_word(first))
    return bonus + 0.15 * (below and row.kind == "place" and is_venue_word(first))


def _house(row: Row, after: Row | None, date: Dated | None) -> Place | None:
    """A house without a word for it: the line above its street, or "Le Quartz, Brest" just below the date."""
    if row.kind != "heading" or row.index == 0 or row.segment.words > MAX_HOUSE_WORDS or _is_other(row):
        return None
    place = parse_place(row.text)
    if place is None or "name" not in place.spans:
        return None
    street = parse_place(after.text) if after and after.kind == "place" else None
    together = after is not None and after.segment.block == row.segment.block
    if street and street.venue.address and not street.venue.name and together:
        return place
    below = date is not None and row.index == date.row.index + 1
    parted = "city" in place.spans and place.spans["city"][0] > place.spans["name"][1]
    return place if below and parted and NAMED.match(row.text) else None


def _is_other(row: Row) -> bool:
    """Whether a heading speaks of people, of ways to write or of what is on rather than of a place."""
    speaks = row.people or row.contacts or row.segment.bullet or row.text.endswith((":", "?", "!"))
    return bool(speaks) or kind_of(row.text) is not None or is_elsewhere(row.text)


def _is_town(row: Row, before: Row | None, after: Row | None) -> bool:
    """Whether a line is a town beside a place or a date, or one that no list has, below a hall's name or street."""
    if row.kind != "heading":
        return False
    beside = {side.kind for side in (before, after) if side}
    if beside & {"place", "date", "day", "hours"} and is_town_line(row.text):
        return True
    below = before is not None and before.kind == "place" and before.segment.block == row.segment.block
    return below and row.is_short and not row.people and may_be_town(row.text.strip(" .,()"))


def _is_told(row: Row, place: Place, rows: Sequence[Row]) -> bool:
    """Whether more than one word for a house tells a place: a logo says "MAIRIE", a heading "CINÉMA"."""
    if place.venue.name != row.text.strip(" .:") or " " in place.venue.name or place.venue.city:
        return True
    dated = (other for other in rows if 0 < row.index - other.index <= NEAR and other.kind in ("date", "day", "hours"))
    return any(not row.segment.caps or row.segment.paragraph == other.segment.paragraph for other in dated)


def _is_name(name: str) -> bool:
    """Whether words can name a place: no sentence, no heading of another kind, no title in quotation marks."""
    words = name.split()
    if is_elsewhere(words[0]) or (is_venue_word(words[0]) and not begins_as_place(name) and not is_article(words[0])):
        return False
    if re.search(r"[«»“”@]|\b(?:se|s['’])\s", name) or WAY.search(name):
        return False
    return len(words) > 1 or words[0][:1].isupper() or is_venue_word(words[0])


def _places(row: Row, date: Dated | None, *, only_hour: bool) -> Iterator[tuple[Place, float]]:
    """The places of one row with their first weights."""
    if row.label and row.label.field in ("venue", "address"):
        to = TO.match(row.text, row.label.start)
        if place := parse_place(row.text, to.end() if to else row.label.start):
            booking = any(contact.kind == "phone" for contact in row.contacts)
            yield place, -3.0 if booking else 9.0 if row.label.field == "venue" else 6.0
    elif row.kind in ("place", "heading", "people", "contact") and _is_place(row):
        says = TAKES_PLACE.search(row.segment.folded) is not None and not begins_as_place(row.text)
        lead = TO.match(row.text)
        start = lead.end() if lead and row.kind == "place" else 0
        if place := next(places_in(row.text, plain=True), None) if says else parse_place(row.text, start):
            is_letterhead = row.index == 0 and not place.venue.address
            yield place, 2.0 if is_letterhead else 4.0 if row.kind == "place" else 2.5
    else:
        yield from _in_sentence(row, _weight(row, date, only_hour=only_hour))


def _weight(row: Row, date: Dated | None, *, only_hour: bool) -> float:
    """How much a place named within a row looks like the event's: most beside its date, least within a slot."""
    if row.kind == "slot" and not only_hour:
        return -0.5
    if date is not None and row.index == date.row.index:
        return 5.5
    if row.kind in ("date", "day", "hours", "slot"):
        return 4.0
    if date is not None and abs(row.index - date.row.index) <= NEAR and row.is_short and TO.match(row.text):
        return 4.0
    if row.kind == "heading" and (row.times or opens_with_kind(row.text)):
        return HEADED
    says = row.segment.words > FEW_WORDS and TAKES_PLACE.search(row.segment.folded) is not None
    return 3.0 + bool(row.times) if says else 0.8


def _in_sentence(row: Row, weight: float) -> Iterator[tuple[Place, float]]:
    text = row.text
    piece = LAST_SENTENCE.search(text) if row.kind in ("heading", "contact") else None
    if piece and begins_as_place(text[piece.end() :]) and (place := parse_place(text, piece.end())):
        yield place, 3.0
    beside = [(place, weight - 1.0) for place in _beside_date(row)] if row.dates or row.times else []
    for place, weighed in [*((place, weight) for place in places_in(text, plain=weight > PLAIN)), *beside]:
        if not _is_affiliation(row, place):
            yield place, weighed
    for verb in VERB.finditer(text):
        if begins_as_place(text[verb.end() :]) and (place := parse_place(text, verb.end())):
            yield place, weight
    if (row.dates or row.times) and (online := online_in(text)):
        yield Place(Venue(name=text[slice(*online)]), {"name": online}), 2.0


def _is_affiliation(row: Row, place: Place) -> bool:
    """A place behind someone's name, in brackets or where nothing on the line speaks of time: where they come from."""
    behind = [row.text[person.end : place.start] for person in row.people if person.end <= place.start]
    in_brackets = any(between.count("(") > between.count(")") for between in behind)
    held = any(HOLDS.fullmatch(between) for between in behind)
    in_cell = "\t" in row.text and any("\t" not in between for between in behind)
    return in_brackets or in_cell or held or (bool(behind) and not (row.dates or row.times))


def _is_place(row: Row) -> bool:
    street = row.is_short and begins_as_street(row.text)
    return row.kind == "place" or (
        not row.people and bool(parse_place(row.text)) and (street or bool(re.search(r"\d{5}", row.text)))
    )


def _beside_date(row: Row) -> Iterator[Place]:
    """Pieces of a dated line that begin with a word for a place: "Salle des fêtes – samedi 3 mai"."""
    text = row.text
    for start, end in [(date.start, date.end) for date in row.dates] + [(time.start, time.end) for time in row.times]:
        text = text[:start] + "|" * (end - start) + text[end:]
    for match in re.finditer(r"[^,;|•\t()–—]+", re.sub(r"(?<=\s)-(?=\s)", "–", text)):
        piece = match[0].strip(" .:")
        if begins_as_place(piece):
            start = match.start() + match[0].index(piece)
            place = parse_place(row.text, start)
            if place and place.venue.name and len(place.venue.name.split()) > 1:
                yield place
