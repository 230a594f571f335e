"""Places: the name of a venue, its street, postcode and town, in one line of a flyer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.addresses import (
    TOWN_AFTER,
    TRAILING,
    bare_street_span,
    ends_in_street,
    pieces_of,
    postcode_span,
    street_span,
    town_span,
    trimmed,
    unlisted_town_span,
)
from pipeline.extract.contacts import find_contacts
from pipeline.extract.dates import find_dates
from pipeline.extract.kinds import kind_of
from pipeline.extract.names import never_names
from pipeline.extract.times import find_times
from pipeline.extract.towns import is_town, is_unlisted_town, town_of_building
from pipeline.extract.venuewords import begins_as_place, is_article, is_open_word, is_room, is_venue_word
from pipeline.model import Venue
from pipeline.text import fold

TO = re.compile(
    r"(?<![\w'’])(?:(?:[àÀA]|[dD]ans|[eE]n|[dD]evant|[sS]ous|[aA]u sein de) l['’]\s*"
    r"|(?:[àÀaA] la|[aA][uU][xX]?|[àÀ]|[cC]hez|[eE]n(?=\s+[sS]alle\b)|[eE]n la|[dD]ans l(?:a|es?)|[sS]ur l[ae]"
    r"|[dD]evant l[ae]|[sS]ous l[ae]|[aA]u sein d[ue](?: la)?)\s+)"
)
LED = re.compile(r"\W*(?P<town>[A-ZÀ-Þ][^,;:()|•\t–—]{1,40}?)(?:\s*\([^)]{2,25}\))?(?:\s*[,|•]\s*|\s+[–—-]\s+)")
"""A piece of a line and the mark that parts it from the next: "Salers (Cantal), "."""
BRACKETED = re.compile(r"\s*\([^)]*\)")
"""What may stand behind a town: its département."""
ROOM = re.compile(r"(?:,|\s[–—-])\s+(?P<room>[^,–—]+)")
BARE = frozenset(["à", "a", "dans", "en"])
"""What leads to towns as well as to halls."""
FEW = 8
MAX_NAME_WORDS = 12


@dataclass(frozen=True)
class Place:
    """A place read from a line; `spans` tells at which characters each field stands."""

    venue: Venue
    spans: dict[str, tuple[int, int]]

    @property
    def start(self) -> int:
        """Where the first of its fields begins."""
        return min(first for first, _ in self.spans.values())


@lru_cache(maxsize=4096)
def parse_place(text: str, start: int = 0) -> Place | None:
    """The place a phrase is, as after "Lieu :"; None when there is none in it.

    >>> parse_place("Amphithéâtre Le Corsaire 80, rue de la Mouette, Paris, XXème").venue
    Venue(name='Amphithéâtre Le Corsaire', address='80, rue de la Mouette', postcode=None, city='Paris')
    """
    end = _end_of_place(text, start)
    spans: dict[str, tuple[int, int]] = {}
    if address := street_span(text, start, end) or bare_street_span(text, start, end):
        spans["address"] = address
    if code := postcode_span(text, start, end):
        spans["postcode"] = code
    told = town_span(text, start, end, spans) or unlisted_town_span(text, start, end, spans)
    if town := told or leading_town(text, start):
        spans["city"] = town
    if name := _name(text, start, end, spans):
        spans["name"] = name
    if "name" in spans and "city" not in spans and (town := _town_of_house(text, spans["name"][0], end)):
        spans["city"] = town
    if not spans:
        return None
    spans = {key: trimmed(text, *span) for key, span in spans.items()}
    fields = {key: text[first:last] for key, (first, last) in spans.items()}
    return Place(Venue(**fields), spans)


def places_in(text: str, *, plain: bool = False) -> Iterator[Place]:
    """Places told by a preposition and a word for a place: "à la mairie de Merlieu", "au cinéma Le Corsaire".

    `plain` lets a name be of common nouns only, as in "à la salle des fêtes".
    """
    is_dated = bool(find_dates(text) or find_times(text))
    for match in TO.finditer(text):
        first = re.match(r"[^\s,;:.()]+", text[match.end() :])
        if not first or (match[0].startswith(("sur", "Sur")) and not is_open_word(first[0])):
            continue
        place = parse_place(text, match.end())
        told = begins_as_place(text[match.end() :]) or (
            is_venue_word(first[0]) and (first[0][0].isupper() or not is_article(first[0]))
        )
        addressed = place is not None and place.venue.address is not None and first[0][0].isupper()
        hosted = first[0][0].isupper() and (_hosts(text, match) or (is_dated and _follows_time(text, match)))
        if not (told or addressed or hosted):
            continue
        name = place.venue.name if place else None
        if place and (any(word[0].isupper() for word in name.split()) or plain if name else addressed):
            yield place


def _hosts(text: str, to: re.Match[str]) -> bool:
    """Whether "chez" leads to who receives: beside a date, or at the head of a line of few words."""
    short = to.start() == 0 and len(text.split()) <= FEW
    return to[0].lower().startswith("chez") and (short or bool(find_dates(text) or find_times(text)))


def _follows_time(text: str, to: re.Match[str]) -> bool:
    """Whether "au", "à la" stand right behind a date or an hour: "vendredi 18 mars 20h30 au Pendora"."""
    ends = [date.end for date in find_dates(text)] + [time.end for time in find_times(text)]
    follows = any(not text[end : to.start()].strip(" ,–-") for end in ends if end <= to.start())
    is_le_town = is_town("Le " + re.split(r"[,;:.()]", text[to.end() :])[0].strip())
    return follows and to[0].strip().lower() not in BARE and not is_le_town


def town_after(text: str) -> tuple[int, int] | None:
    """Where a town stands behind "à": "du 4 au 6 juin à Revin"."""
    for match in TOWN_AFTER.finditer(text):
        if match[0].startswith("à") and is_town(match["town"]):
            return match.span("town")
    return None


def _end_of_place(text: str, start: int) -> int:
    """A place ends where a date, an hour, a telephone number or a sentence begins."""
    ends = [date.start for date in find_dates(text) if date.start >= start and not ends_in_street(text[: date.start])]
    ends += [time.start for time in find_times(text) if time.start >= start]
    ends += [contact.start for contact in find_contacts(text) if contact.start >= start]
    ends += [
        match.start()
        for match in re.finditer(
            r"(?<=[a-zà-ÿ)\d]{3})\.(?=\s+[A-ZÀ-Þ])|[!?»]|\s(?:qui|où|dont|avec|et sera|afin|suivie?|sur le)\s"
            r"|\s(?:de l['’]exposition|du vernissage|du spectacle|de la conférence|de la projection)\b"
            r"|\s(?:est|sont|sera|seront|aura|auront)\s"
            r"|(?<![mM]aison)\spour\s",
            text,
        )
        if match.start() >= start
    ]
    end = min(ends, default=len(text))
    return start + len(TRAILING.sub("", text[start:end]))


def _name(text: str, start: int, end: int, spans: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The venue's name: the piece before street, postcode and town, or behind the town that leads the line."""
    begin = _behind_town(text, start, spans)
    until = min([end, *(first for first, _ in spans.values() if first >= begin)])
    first, last = next(pieces_of(text, begin, until), (begin, begin))
    piece = text[first:last].strip(" .-–")
    worded = len(piece.split()) <= MAX_NAME_WORDS and re.search(r"[^\W\d]{2}", piece)
    is_name = worded and (begin == start or start > 0 or begins_as_place(piece))
    return (first, last) if is_name else None


def _town_of_house(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The town a public building's name tells, the room's or the house's: "Salle des mariages, Mairie de Merlieu"."""
    for first, last in pieces_of(text, start, end):
        if town := town_of_building(text[first:last].rstrip()):
            return first + town[0], first + town[1]
    return None


def _behind_town(text: str, start: int, spans: dict[str, tuple[int, int]]) -> int:
    """Where a place goes on that begins with its town: "69003 LYON – Salle Garcin"."""
    position = start
    for key in ("postcode", "city"):
        if key in spans and not text[position : spans[key][0]].strip(" ,.:(–—-"):
            position = spans[key][1]
    in_brackets = BRACKETED.match(text, position) if position > start else None
    return in_brackets.end() if in_brackets else position


def leading_town(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where a town stands that leads to a place: "RIVES — Médiathèque"; one that no list has is a single word."""
    lead = LED.match(text, start)
    if not lead or not begins_as_place(text[lead.end() :]):
        return None
    town = lead["town"]
    unlisted = " " not in town and may_be_town(town) and not town_of_building(text[lead.end() :])
    return lead.span("town") if is_town(town) or unlisted else None


def leads_to_place(text: str) -> bool:
    """Whether a line names a town and its hall, or a house and its room: "À VANNES, Palais des Arts"."""
    to = TO.match(text)
    if leading_town(text, to.end() if to else 0):
        return True
    rooms = (room for room in ROOM.finditer(text) if is_room(room["room"]))
    return len(text.split()) <= MAX_NAME_WORDS and text[:1].isupper() and next(rooms, None) is not None


def may_be_town(name: str) -> bool:
    """Whether a name no list has looks like a town's, and is neither a kind of event nor a word of programmes."""
    return is_unlisted_town(name) and kind_of(name) is None and fold(name) not in never_names()
