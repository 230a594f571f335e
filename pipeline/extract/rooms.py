"""Where a slot is held, told beside its title: a hall alone, a room in front of the title, behind it or in brackets."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.kinds import opens_with_kind
from pipeline.extract.venuewords import begins_as_place, is_article
from pipeline.lexicon import lexicon
from pipeline.text import fold

ROOM = re.compile(r"\s*\((?P<room>[^()]+)\)$")
"""What stands in brackets at the end, where it may be."""
ROOM_NUMBER = re.compile(r"[A-Z]{1,2}[ .-]?\d{1,4}(?:\s*(?:-|et|&|/)\s*[A-Z]{1,2}[ .-]?\d{1,4})?")
MAX_HALL_WORDS = 9
MAX_TOLD_WORDS = 5
JOINS = re.compile(r"\S+\s+(?:et|ou|aux?|en)\b", re.IGNORECASE)
"""A word for a place that something is said of: "Archives et mémoire"."""
IN_FRONT = re.compile(r"(?P<piece>[^:–—\t|«“\"]{2,40}?)(?:\s:\s|\s[–—-]\s|\t|\s\|\s)\s*(?=\S)")
FRONT = re.compile(
    r"(?P<at>(?:à\s+la|à\s+l['’]|aux?|dans\s+l[ae]s?|dans\s+l['’]|devant\s+l[ae]|devant\s+l['’]|sur\s+l[ae]s?|sous\s+l[ae]s?)\s*)?"
    r"(?P<piece>(?:M\.|[^:–—\t|«“\".,])(?:[^:–—\t|«“\".,]|(?<=\b[A-ZÀ-Þ])\.){2,50}?)"
    r"(?P<mark>\s?:\s|\s[–—-]\s|,\s|\.\s)\s*(?=[^\W\d]{2}|[«“\"])",
    re.IGNORECASE,
)
"""A place before what is on there, and the mark between: "à la mairie, ", "Grange : ", "Place du Marché. "."""
BEHIND = re.compile(r"(?:\s[–—|-]\s|,\s|\t)\s*(?P<piece>[^–—|\t,]+(?:,\s[^–—|\t,]+)?)$")


def is_hall(text: str, *, told: bool = False) -> bool:
    """Whether what stands beside an hour only says where: "Cinéma Le Palace – place du Quai", "Amphi 2".

    `told`: the programme has places beside its hours, so that any few words without kind of event are one.

    >>> is_hall("Cinéma Le Palace"), is_hall("Maison de retraite : quel avenir ?"), is_hall("La forêt des contes")
    (True, False, False)
    """
    words = text.split()
    if not words or len(words) > MAX_HALL_WORDS or re.search(r"[:«“\"?!.]", text) or ROOM_NUMBER.fullmatch(text):
        return ROOM_NUMBER.fullmatch(text) is not None
    if JOINS.match(text):
        return False
    if told and len(words) <= MAX_TOLD_WORDS:
        return not opens_with_kind(text)
    return begins_as_place(text) and not is_article(re.split(r"[\s'’]", text)[0]) and not opens_with_kind(text)


def place_in_front(text: str, start: int, *, told: bool = False) -> tuple[int, int, int] | None:
    """Where the place before a title begins and ends, and where the title begins; None where there is none.

    `told`: other slots of the programme have places before their titles, so that a bare "Jardin : " is one.

    >>> place_in_front("À la mairie, débat", 0), place_in_front("Jardin : bal", 0), place_in_front("Mai : bal", 0)
    ((5, 11, 13), None, None)
    """
    front = FRONT.match(text, start)
    if not front or not _is_in_front(front, told=told) or is_hall(text[front.end() :]):
        return None
    further = place_in_front(text, front.end(), told=told)
    return (front.start("piece"), *(further[1:] if further else (front.end("piece"), front.end())))


def _is_in_front(front: re.Match[str], *, told: bool) -> bool:
    piece, mark = front["piece"].strip(), front["mark"].strip()
    if not is_hall(piece) or fold(piece) in _arts():
        return False
    rest = front.string[front.end() :]
    sure = bool(front["at"]) or _is_named(piece)
    if mark == ".":
        return sure or _is_open(piece)
    if mark == ",":
        goes_on = rest[0].islower() or opens_with_kind(rest) or place_in_front(front.string, front.end(), told=told)
        return sure and bool(goes_on)
    return told or (sure and (bool(front["at"]) or " " in piece))


def past_room(text: str, start: int) -> int:
    """Where the title begins behind a room in front of it: "Grande salle : Le fleuve", "Amphi A – Le fleuve"."""
    front = IN_FRONT.match(text, start)
    return front.end() if front and _is_room(front["piece"].strip()) and is_hall(front["piece"].strip()) else start


def without_room(text: str, start: int) -> str:
    """What is on, without the room behind it: "Ouverture (amphi 2)", "Bal – Salle des fêtes"."""
    bracket = ROOM.search(text, start)
    if bracket and bracket.start() > start and is_hall(bracket["room"]):
        return text[: bracket.start()]
    behind = BEHIND.search(text, start)
    if behind and behind.start() > start and is_hall(behind["piece"]) and _is_named(behind["piece"]):
        return text[: behind.start()]
    return text


def _is_room(piece: str) -> bool:
    words = fold(piece).split()
    rooms = lexicon("venues")["rooms"]
    return bool(words) and (words[0] in rooms or " ".join(words[:2]) in rooms)


def _is_named(piece: str) -> bool:
    """Whether words for a place name one: with capitals or figures, a room, or what every commune has."""
    named = any(word[:1].isupper() or word[:1].isdigit() for word in piece.split()[1:])
    return named or _is_room(piece) or fold(piece) in _communal()


@cache
def _communal() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon("venues")["communal"])


def _is_open(piece: str) -> bool:
    return fold(piece).split()[0] in lexicon("venues")["open"]


@cache
def _arts() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon("venues")["arts"])
