"""The title of a slot, told from the people, the place and the price that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.bylines import (
    BY,
    BY_AUTHOR,
    CIVILITY,
    COMPANY,
    INITIALED,
    LED,
    PARTED,
    POLITE,
    PRESIDES,
    ROLE_MARK,
    SPOKEN_BY,
    WITH,
    introduced_at,
)
from pipeline.extract.continuations import RUNS_ON
from pipeline.extract.functions import starts_with_function
from pipeline.extract.kinds import is_only_kind
from pipeline.extract.mentions import Span
from pipeline.extract.people import Person
from pipeline.extract.places import places_in
from pipeline.extract.roles import label_before
from pipeline.extract.rooms import past_room, without_room
from pipeline.extract.rows import LEADER, SLOT_LEAD, Row
from pipeline.extract.times import TimeSpan
from pipeline.lexicon import lexicon
from pipeline.text import fold

LEAD = re.compile(r"^[\s:–—\-|\t•.,;/)>=]+")
WELCOME = re.compile(r"\b(?:mots?|discours|allocutions?|ouverture|introduction|accueil|conclusions?|cloture)\b.*$")
AMONG_SPEAKERS = re.compile(
    r"\s*(?:\([^)]*\)?)?\s*(?:,[^:–—«“\"\t]*)?(?:,|;|/|&|\+|\bet\b|\band\b|\bavec\b)\s*" + CIVILITY
)
BREAK_OFF = re.compile(r"\s*(?:\s[–—-]\s|:\s|[«“\"]|\t|\s[–—]|–)\s*")
QUOTED_NEXT = re.compile(r"(?:\s*\([^)]*\))?\s*[,:–—-]?\s*(?=[«“\"])")
MIN_COMPANY = 2
MIN_LETTERS = 3
MAX_LEAD = 4
"""Letters of "Le ", "Du " before the date that begins a line."""
QUOTED_LEAD = re.compile(r"[«“\"][^»”\"]{3,}[»”\"]")
QUOTING = re.compile(
    r"(?P<title>[^«“\"]{0,50}[«“\"][^»”\"]{3,}[»”\"])\s*"
    r"(?:[,(–—-]|(?:avec|par|anim\w+|présent\w+|de|en présence|suivie?)\b)"
)
NOTES = re.compile(
    r"\s*\((?:[^()]*\b\d{1,3}\s?(?:['’′]{1,2}|(?:mn|min(?:utes)?|h|heures?|ans)\b)[^()]*"
    r"|(?:entrée|accès|durée|dès|tout public|sous réserve|à confirmer|visio|en visio|en ligne|à distance)\b[^()]*)\)$"
    r"|(?:[.,;!]|\s[–—-])\s*(?:entrée libre|entrée gratuite|gratuit|sur inscription|sur réservation|dès \d).*$",
    re.IGNORECASE,
)
"""Behind a title: how long, from which age, for whom."""
LASTING = re.compile(r"\s*\(\s*(?:durée\s*:?\s*)?\d{1,3}\s?(?:min|mn|['’]|h)[^()]*\)")
UNFINISHED = re.compile(rf"[:–—-]\s*$|{RUNS_ON.pattern}", re.IGNORECASE)
PRICE_TAIL = re.compile(r"[\s,;–—-]+\d{1,3}(?:[.,]\d\d)?\s?(?:€|euros?|F)\s*$")
TAIL = re.compile(
    r"\s*\((?:prés(?:id\w*)?|mod(?:érat\w*)?|anim\w*|discutante?s?|resp\w*|dir)\b\.?[^()]*\)$"
    rf"|,\s(?:par|avec|(?:anim|présent|propos|racont|dirig)ée?s?\spar)\s.+$|\s*\({INITIALED}(?:(?:,|\set)\s{INITIALED})*\)$"
    r"|[\s,;–—-]+en présence (?:d|not).*$|\s*\([^()]*(?:€|euros?\b|réservation|gratuit|sur inscription)[^()]*\)$"
)
"""Behind a title: by whom, and for how much."""
SUBTITLE = re.compile(r"\s*:\s*(?!(?:avec|par|anim\w*|présent\w*)\b)[^\W\d]+\s+[^\W\d]+", re.IGNORECASE)
PARTS = ("\t", "–", "—", "-", "|")
ARTICLED = re.compile(r"(?:L[ea]s?\s|L['’]|Une?\s|Des?\s|Du\s|D['’]|Pour\s|Vers\s|Comment\s|Quel)[^,]*\w+\s\w+")
"""How a title begins that follows a comma."""
AT = re.compile(r"\s+(?:à la|aux?|à l['’]|chez|dans l[ae]|dans l['’])\s*$", re.IGNORECASE)
DANGLING = re.compile(r"(?:[\s,–—(-]|\b(?:le|du|de|des|à|dès|au|ce))*$", re.IGNORECASE)
TRAIL = " \t,;:–—-(."
TRAIL_MARKS = " \t,;:–—-"


def title_of_row(row: Row, start: int = 0) -> Span | None:
    """What a row without hour says is on: itself, without the people it begins with; None when nothing is left."""
    title = _without_people(row, start)
    return title if title and title.end > title.start else None


def end_before_author(row: Row, title: Span) -> int:
    """Where a title ends before by whom it is: "Les moulins du pays, par Paul Roux, historien"."""
    author = next((person for person in row.people if title.start < person.start < title.end), None)
    before = row.text[title.start : author.start] if author else ""
    by = BY_AUTHOR.search(before)
    return title.start + by.start() if by and len(before[: by.start()].split()) > 1 else title.end


def title_beside(row: Row, time: TimeSpan) -> tuple[Span | None, bool]:
    """What a slot is about, and whether the next row goes on with it."""
    text = row.text
    before = text[: time.start]
    if time.start > 3 and "(" in before[-6:]:
        return cleaned(row, 0, before.rindex("(")), False
    if leader := LEADER.search(before):
        return cleaned(row, 0, leader.start()), False
    is_dated = bool(row.dates) and row.dates[0].start <= MAX_LEAD
    if len(before.split()) > 2 and not (row.label or is_dated or SLOT_LEAD.match(before)):
        first = min([time.start, *(date.start for date in row.dates)])
        return cleaned(row, 0, len(_without_place(DANGLING.sub("", text[:first])))), False
    title = title_of_row(row, behind_hour(row))
    return title, title is not None and UNFINISHED.search(text) is not None


def behind_hour(row: Row) -> int:
    """Where what is on begins behind the hours of a slot, how long it lasts and the marks between."""
    text, last = row.text, row.times[0]
    for following in row.times[1:]:
        if re.fullmatch(r"\s*(?:&|et|/|,)\s*", text[last.end : following.start]):
            last = following
    lasting = LASTING.match(text, last.end)
    start = lasting.end() if lasting else last.end
    lead = LEAD.match(text[start:])
    return start + (lead.end() if lead else 0)


def _without_place(text: str) -> str:
    """ "La conférence à la médiathèque": what is on, without where."""
    place = next(places_in(text), None)
    return AT.sub("", text[: place.start]) if place else text


def _without_people(row: Row, start: int) -> Span | None:
    """The rest of a row from `start` on, without the people before or after the title."""
    text = row.text
    lead = LEAD.match(text[start:])
    start = past_room(text, start + (lead.end() if lead else 0))
    quoted = QUOTED_LEAD.match(text, start)
    if quoted and _ends_with_quotation(text, quoted.end(), row.people):
        return cleaned(row, start, quoted.end())
    quoting = QUOTING.match(text, start)
    before_quote = quoting and not any(start <= person.start < quoting.end("title") for person in row.people)
    if quoting and before_quote and any(person.start >= quoting.end() for person in row.people):
        return cleaned(row, start, quoting.end("title"))
    people = [person for person in row.people if person.start >= start]
    if people and PRESIDES.match(fold(text[start:])):
        return None
    if people and not re.sub(rf"^{CIVILITY}", "", text[start : people[0].start]).strip():
        after = _after_people(row, people)
        return cleaned(row, after, _end_of_quotation(text, after)) if after else None
    if people:
        return cleaned(row, *_around_people(row, start, people))
    return cleaned(row, start, len(text))


def _ends_with_quotation(text: str, end: int, people: Sequence[Person]) -> bool:
    """Whether nothing but who speaks follows a quotation: no "« On m'a dit » : le témoignage indirect, Ida Roy"."""
    behind = [person.start for person in people if person.start >= end]
    goes_on = behind and SUBTITLE.match(text[end : behind[0]])
    return not goes_on and bool(behind or not text[end:].strip(TRAIL))


def _end_of_quotation(text: str, start: int) -> int:
    """Where a title in quotation marks ends before what is said of its discussion; else with the text."""
    quoted = QUOTED_LEAD.match(text, start)
    return quoted.end() if quoted and re.match(r"\s*[,;(–—-]", text[quoted.end() :]) else len(text)


def _after_people(row: Row, people: list[Person]) -> int | None:
    """Where the title begins after the speakers: behind their bracket, a colon, a dash, a quotation mark."""
    text, last = row.text, _last_speaker(row.text, people)
    offset = last.end
    bracket = re.match(r"\s*\([^)]*\)", text[offset:])
    if bracket:
        offset += bracket.end()
    rest = text[offset:]
    if bracket and rest.strip() and not rest.lstrip().startswith((",", ";", "et ", "&", ":", "–", "—", "-")):
        return offset
    match = BREAK_OFF.search(rest)
    if match and match[0].strip(" ") in PARTS and (end := _end_of_body(row, offset + match.end(), last)):
        match = BREAK_OFF.search(rest, end - offset)
    if not match:
        return _behind_commas(text, offset, last)
    if match and rest[match.end() :].strip():
        return offset + match.end() - (match[0].strip() in tuple('«“"'))
    return None


def _last_speaker(text: str, people: Sequence[Person]) -> Person:
    """The last of those named one after the other."""
    last = people[0]
    for person in people[1:]:
        if not AMONG_SPEAKERS.fullmatch(text[last.end : person.start]):
            break
        last = person
    return last


def _end_of_body(row: Row, start: int, speaker: Person) -> int | None:
    """Where the piece from `start` on ends, if it holds only the speaker's body and another piece follows."""
    following = BREAK_OFF.search(row.text, start)
    if not following or following.start() == start:
        return None
    piece = row.text[start : following.start()].strip()
    bodies = [entry.body for entry in speaker.affiliations] + [row.text[body.start : body.end] for body in row.bodies]
    return following.start() if piece in bodies or is_evident_body(piece) else None


def _behind_commas(text: str, start: int, speaker: Person) -> int | None:
    """Where a title begins behind commas, office and body: "Ida Roy, université de Tours, Le fleuve et la ville"."""
    told = {word for entry in speaker.affiliations for word in (entry.function, entry.body) if word}
    for comma in re.finditer(r",\s+", text[start:]):
        first = start + comma.end()
        piece = text[first:].split(",", maxsplit=1)[0].strip(" .")
        if piece in told or starts_with_function(piece) or is_evident_body(piece):
            continue
        return first if ARTICLED.match(text, first) else None
    return None


def _before_others(text: str, start: int, person: Person) -> int | None:
    """Where a title ends before what comes with it: the chair's label, "en présence de", "suivie d'un débat avec"."""
    label = label_before(text, person.start)
    if start + MIN_LETTERS < label < person.start and ROLE_MARK.search(text[start:label]):
        return label
    company = WITH.search(text[start : person.start])
    if company and len(text[start : start + company.start()].split()) > 1:
        return start + company.start()
    return None


def names_only_kind(text: str) -> bool:
    """Whether words beside an hour only say what kind of session it is: "Keynote", "Conférence inaugurale"."""
    return is_only_kind(_talks().sub("conference", fold(text)))


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(fold, lexicon('kinds')['talks']))})\b")


def _around_people(row: Row, start: int, people: list[Person]) -> tuple[int, int]:
    """A title with its speaker inside: "Conférence de X, Paris 3 : l'eau …" → "l'eau …"; "Mot d'accueil de X"."""
    text = row.text
    before = text[start : people[0].start]
    if any(names_only_kind(by.sub("", before)) for by in (BY, SPOKEN_BY)) and (told := _told_by(row, start, people)):
        return told
    if end := introduced_at(text, start, people[0].start):
        return start, end
    if (other := _before_others(text, start, people[0])) is not None:
        return start, other
    if BY_AUTHOR.sub("", before) not in ("", before) and len(before.split()) > 1:
        return start, start + len(BY_AUTHOR.sub("", before))
    if len(people) >= MIN_COMPANY and (company := COMPANY.search(before)) and len(before.split()) > MIN_COMPANY:
        return start, start + company.start()
    rest = text[people[-1].end :].strip()
    is_last = PARTED.search(before) and (not rest or rest.startswith(("(", ",", "]")))
    if is_last and len(before.split()) > 1 and not is_only_kind(before):
        return start, start + len(PARTED.sub("", before))
    led = re.search(r"(?:[,(–—\t-]|\bpar|\bavec)\s*$", re.sub(rf"{CIVILITY}$", "", before))
    if led and not is_only_kind(before) and len(before.split()) >= 3 and people[-1].affiliations:
        return start, start + len(BY.sub("", before))
    if WELCOME.search(fold(before)) and BY.sub("", before):
        return start, start + len(BY.sub("", before))
    if (polite := POLITE.search(before)) and (not rest or rest.startswith(("(", ","))):
        return start, start + polite.start()
    return start, len(text)


def _told_by(row: Row, start: int, people: list[Person]) -> tuple[int, int] | None:
    """The title behind a kind and its speaker; without one both of them: "Discours de Ida Roy, maire"."""
    if behind := _behind_kind(row, people):
        return behind
    by = SPOKEN_BY.search(row.text[start : people[0].start])
    return (start, _last_speaker(row.text, people).end) if by else None


def _behind_kind(row: Row, people: list[Person]) -> tuple[int, int] | None:
    """The title behind the kind and who speaks: "Conférence de Ida Roy (CNRS) : Le fleuve"."""
    text = row.text
    led = LED.match(text, people[0].end)
    if led and starts_with_function(text[led.end() :]):
        return None
    if led:
        later = [person for person in people if person.start >= led.end()]
        return _around_people(row, led.end(), later) if later else (led.end(), len(text))
    if colon := re.search(r"\s:\s|\s[–—]\s", text[people[-1].end :]):
        return people[-1].end + colon.end(), len(text)
    if quoted := QUOTED_NEXT.match(text, people[-1].end):
        return quoted.end(), _end_of_quotation(text, quoted.end())
    return None


def cleaned(row: Row, start: int, end: int) -> Span:
    """Characters `start` to `end` of a row without the marks around them, the price, the room, and by whom."""
    text = TAIL.sub("", PRICE_TAIL.sub("", row.text[:end])).rstrip(TRAIL_MARKS)
    text = without_room(NOTES.sub("", text).rstrip(TRAIL_MARKS), start)
    lead = LEAD.match(text[start:])
    start += lead.end() if lead else 0
    kept = text.rstrip(TRAIL)
    return Span(row.segment, start, max(start, len(kept)))
