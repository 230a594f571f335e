"""The title of a slot, told from the people, the place and the price that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.continuations import RUNS_ON
from pipeline.extract.kinds import is_only_kind, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.people import Person
from pipeline.extract.places import places_in
from pipeline.extract.rows import Row
from pipeline.extract.times import TimeSpan
from pipeline.extract.venuewords import begins_as_place, is_article
from pipeline.text import fold

LEAD = re.compile(r"^[\s:–—\-|\t•.,;/)>=]+")
CIVILITY = r"(?:(?:M\.|MM\.|Mgr|Mmes?|Mlles?|Dr|Pr|Me|Monsieur|Madame|Maître|M)\s+)*"
BY = re.compile(
    rf"[\s,]*(?:\(|\t|\b(?:(?:anim|présent|présid|propos|donn|célébr|dirig)ée?s?\s+par|(?:intervention|allocution|exposé|communication|présentation|discours)s?\s+(?:de|par)|de|d['’]|par|avec|du|des)\s*)?(?:le|la|les|l['’])?\s*{CIVILITY}$",
    re.IGNORECASE,
)
BY_AUTHOR = re.compile(
    r"(?:\s*,?\s+(?:(?:anim|présent|présid|propos|donn|célébr|dirig)ée?s?\s+)?par(?:\s+l[ea]s?)?"
    r"|\s*,?\s+(?:intervention|allocution|exposé|communication|présentation|discours)s?\s+(?:de|par)"
    rf"|,\s+par(?:\s+[\w'’-]+){{1,3}}|\s+par\s+(?:l[ae]s?\s+|l['’])(?:[a-zà-ÿ-]+\s+){{0,3}}|\s*[(\t])\s*{CIVILITY}$",
    re.IGNORECASE,
)
WELCOME = re.compile(r"\b(?:mots?|discours|allocutions?|ouverture|introduction|accueil|conclusions?|cloture)\b.*$")
AMONG_SPEAKERS = re.compile(
    r"\s*(?:\([^)]*\)?)?\s*(?:,[^:–—«“\"\t]*)?(?:,|;|/|&|\+|\bet\b|\band\b|\bavec\b)\s*" + CIVILITY
)
BREAK_OFF = re.compile(r"\s*(?:\s[–—-]\s|:\s|[«“\"]|\t|\s[–—]|–)\s*")
COMPANY = re.compile(rf"[\s,]+avec\s+{CIVILITY}$")
"""What leads to the members of a round table."""
MIN_COMPANY = 2
QUOTED_LEAD = re.compile(r"[«“\"][^»”\"]{3,}[»”\"]")
QUOTING = re.compile(
    r"(?P<title>[^«“\"]{0,50}[«“\"][^»”\"]{3,}[»”\"])\s*"
    r"(?:[,(–—-]|avec|par|anim\w+|présent\w+|de|en présence|suivie?)\b"
)
PARTED = re.compile(rf"\s*(?:[.,;]|\s[–—-]|\s:)\s*{CIVILITY}$")
UNFINISHED = re.compile(rf"[:–—-]\s*$|{RUNS_ON.pattern}", re.IGNORECASE)
PRICE_TAIL = re.compile(r"[\s,;–—-]+\d{1,3}(?:[.,]\d\d)?\s?(?:€|euros?|F)\s*$")
LED = re.compile(r"(?:\s*\([^)]*\)|,[^:–—]{3,60}?)?(?:\s:|\s[–—])\s")
"""What stands between a chair and the title: "animée par Ida Roy (CNRS) : "."""
INITIALED = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.[ -]?)+[A-ZÀ-Þ][\w'’-]+"
TAIL = re.compile(
    r"\s*\((?:prés(?:id\w*)?|mod(?:érat\w*)?|anim\w*|discutante?s?|resp\w*|dir)\b\.?[^()]*\)$"
    rf"|,\s(?:par|avec|(?:anim|présent|propos|racont|dirig)ée?s?\spar)\s.+$|\s*\({INITIALED}(?:(?:,|\set)\s{INITIALED})*\)$"
    r"|\s*\([^()]*(?:€|euros?\b|réservation|gratuit|sur inscription)[^()]*\)$"
)
"""Behind a title: by whom, and for how much."""
SUBTITLE = re.compile(r"\s*:\s*(?!(?:avec|par|anim\w*|présent\w*)\b)[^\W\d]+\s+[^\W\d]+", re.IGNORECASE)
TRAIL = " \t,;:–—-(."
TRAIL_MARKS = " \t,;:–—-"
ROOM = re.compile(r"\s*\((?P<room>[^()]+)\)$")
"""What stands in brackets at the end, where it may be."""
ROOM_NUMBER = re.compile(r"[A-Z]{1,2}[ .-]?\d{1,4}(?:\s*(?:-|et|&|/)\s*[A-Z]{1,2}[ .-]?\d{1,4})?")
MAX_HALL_WORDS = 9
MAX_TOLD_WORDS = 5
JOINS = re.compile(r"\S+\s+(?:et|ou|aux?|en)\b", re.IGNORECASE)
"""A word for a place that something is said of: "Archives et mémoire"."""


def title_of_row(row: Row, start: int = 0) -> Span | None:
    """What a row without hour says is on: itself, without the people it begins with."""
    return _without_people(row, start)


def end_in_cell(row: Row, first: int, last: int) -> int:
    """Where the title in a cell ends: at the mark before who speaks, "PostGIS pour les marcheurs — Anne Carpentier"."""
    inside = [person for person in row.people if first < person.start < last]
    before = row.text[first : inside[0].start] if inside else ""
    parted = PARTED.search(before) or BY_AUTHOR.search(before)
    return first + parted.start() if parted and parted.start() > 0 else last


def title_beside(row: Row, time: TimeSpan) -> tuple[Span | None, bool]:
    """What a slot is about, and whether the next row goes on with it."""
    text = row.text
    before = text[: time.start]
    if time.start > 3 and "(" in before[-6:]:
        return cleaned(row, 0, before.rindex("(")), False
    if len(before.split()) > 2 and not row.label:
        first = min([time.start, *(date.start for date in row.dates)])
        return cleaned(row, 0, len(_without_place(DANGLING.sub("", text[:first])))), False
    last = time
    for following in row.times[1:]:
        if re.fullmatch(r"\s*(?:&|et|/|,)\s*", text[last.end : following.start]):
            last = following
    title = _without_people(row, last.end)
    return title, title is not None and UNFINISHED.search(text) is not None


def _without_place(text: str) -> str:
    """ "La conférence à la médiathèque": what is on, without where."""
    place = next(places_in(text), None)
    return AT.sub("", text[: place.start]) if place else text


AT = re.compile(r"\s+(?:à la|aux?|à l['’]|chez|dans l[ae]|dans l['’])\s*$", re.IGNORECASE)
DANGLING = re.compile(r"(?:[\s,–—(-]|\b(?:le|du|de|des|à|dès|au|ce))*$", re.IGNORECASE)


def _without_people(row: Row, start: int) -> Span | None:
    """The rest of a row from `start` on, without the people before or after the title."""
    text = row.text
    lead = LEAD.match(text[start:])
    start += lead.end() if lead else 0
    quoted = QUOTED_LEAD.match(text, start)
    if quoted and _ends_with_quotation(text, quoted.end(), row.people):
        return cleaned(row, start, quoted.end())
    quoting = QUOTING.match(text, start)
    if quoting and any(person.start >= quoting.end() for person in row.people):
        return cleaned(row, start, quoting.end("title"))
    people = [person for person in row.people if person.start >= start]
    if people and not re.sub(rf"^{CIVILITY}", "", text[start : people[0].start]).strip():
        after = _after_people(row, people)
        return cleaned(row, after, len(text)) if after else None
    if people:
        return cleaned(row, *_around_people(text, start, people))
    return cleaned(row, start, len(text))


def _ends_with_quotation(text: str, end: int, people: Sequence[Person]) -> bool:
    """Whether nothing but who speaks follows a quotation: no "« On m'a dit » : le témoignage indirect, Ida Roy"."""
    behind = [person.start for person in people if person.start >= end]
    goes_on = behind and SUBTITLE.match(text[end : behind[0]])
    return not goes_on and bool(behind or not text[end:].strip(TRAIL))


def _after_people(row: Row, people: list[Person]) -> int | None:
    """Where the title begins after the speakers: behind their bracket, a colon, a dash, a quotation mark."""
    text, last = row.text, people[0]
    for person in people[1:]:
        if not AMONG_SPEAKERS.fullmatch(text[last.end : person.start]):
            break
        last = person
    offset = last.end
    bracket = re.match(r"\s*\([^)]*\)", text[offset:])
    if bracket:
        offset += bracket.end()
    rest = text[offset:]
    if bracket and rest.strip() and not rest.lstrip().startswith((",", ";", "et ", "&", ":", "–", "—", "-")):
        return offset
    match = BREAK_OFF.search(rest)
    if match and match[0].strip(" ") == "\t" and (cell := _body_cell(row, offset + match.end(), last)):
        match = BREAK_OFF.search(rest, cell - offset)
    if match and rest[match.end() :].strip():
        return offset + match.end() - (match[0].strip() in tuple('«“"'))
    return None


def _body_cell(row: Row, start: int, speaker: Person) -> int | None:
    """Where the cell from `start` on ends, if it holds only the speaker's body and another cell follows."""
    end = row.text.find("\t", start)
    cell = row.text[start:end].strip()
    bodies = [entry.body for entry in speaker.affiliations] + [row.text[body.start : body.end] for body in row.bodies]
    return end if end > start and (cell in bodies or is_evident_body(cell)) else None


def _around_people(text: str, start: int, people: list[Person]) -> tuple[int, int]:
    """A title with its speaker inside: "Conférence de X, Paris 3 : TikTok …" → "TikTok …"; "Mot d'accueil de X"."""
    colon = re.search(r"\s:\s|\s[–—]\s", text[people[-1].end :])
    before = text[start : people[0].start]
    if is_only_kind(BY.sub("", before)):
        if led := LED.match(text, people[0].end):
            later = [person for person in people if person.start >= led.end()]
            return _around_people(text, led.end(), later) if later else (led.end(), len(text))
        if colon:
            return people[-1].end + colon.end(), len(text)
    if BY_AUTHOR.search(before) and len(before.split()) > 1 and not is_only_kind(BY_AUTHOR.sub("", before)):
        return start, start + len(BY_AUTHOR.sub("", before))
    if len(people) >= MIN_COMPANY and (company := COMPANY.search(before)) and len(before.split()) > MIN_COMPANY:
        title = start, start + company.start()
        return title if not is_only_kind(text[slice(*title)]) else (start, len(text))
    behind = text[people[-1].end :].strip()
    is_last = PARTED.search(before) and (not behind or behind.startswith(("(", ",")))
    if is_last and len(before.split()) > 1 and not is_only_kind(before):
        return start, start + len(PARTED.sub("", before))
    led = re.search(r"(?:[,(–—\t-]|\bpar|\bavec)\s*$", re.sub(rf"{CIVILITY}$", "", before))
    if led and not is_only_kind(before) and len(before.split()) >= 3 and people[-1].affiliations:
        return start, start + len(BY.sub("", before))
    if WELCOME.search(fold(before)):
        return start, start + len(BY.sub("", before))
    return start, len(text)


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


def _without_room(text: str, start: int) -> str:
    """ "Ouverture du forum (amphi Sciences 2)": what is on, without the room in brackets behind it."""
    room = ROOM.search(text, start)
    return text[: room.start()] if room and room.start() > start and is_hall(room["room"]) else text


def cleaned(row: Row, start: int, end: int) -> Span:
    """Characters `start` to `end` of a row without the marks around them, the price, the room, and by whom."""
    text = _without_room(TAIL.sub("", PRICE_TAIL.sub("", row.text[:end])).rstrip(TRAIL_MARKS), start)
    lead = LEAD.match(text[start:])
    start += lead.end() if lead else 0
    kept = text.rstrip(TRAIL)
    return Span(row.segment, start, max(start, len(kept)))
