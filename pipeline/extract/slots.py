"""A slot of a programme: where its hour stands and what is on, told from who is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.date_tokens import PartialDate
from pipeline.extract.kinds import is_only_kind
from pipeline.extract.mentions import Span
from pipeline.extract.people import Person
from pipeline.extract.places import places_in
from pipeline.extract.rows import Row
from pipeline.extract.segments import RUNS_ON
from pipeline.extract.times import TimeSpan
from pipeline.lexicon import lexicon
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
NEXT = re.compile(r"[^\W\d]{3}[^/;|•–—]*(?:[/;|•–—]|\s-)\s*(?:puis\s+)?(?:à\s+)?$")
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


@dataclass(frozen=True)
class Slot:
    """A session on paper: where its hour and its title stand; `open_title` when the next row carries the title on."""

    row: int
    day: PartialDate | None
    time: TimeSpan | None
    time_span: Span | None
    title: tuple[Span, ...]
    open_title: bool = False

    @property
    def text(self) -> str | None:
        words = " ".join(span.segment.text[span.start : span.end] for span in self.title).replace("\t", " ")
        return unquoted(words.strip(" _*")) or None

    @property
    def is_break(self) -> bool:
        """A pause, a meal, the welcome: nobody speaks."""
        return self.text is not None and is_break(self.text)


def unquoted(text: str) -> str:
    """Without the quotation marks that hold all of it, or are left alone at an end."""
    if re.fullmatch(r"[«“\"][^«»“”\"]*[»”\"]?|[^«»“”\"]*[»”\"]", text):
        return text.strip(' «»“”"')
    return text


def is_break(text: str) -> bool:
    """Whether a line only says that nothing is on: "Pause café", "Déjeuner libre", "Accueil des participants"."""
    return _break_pattern().match(fold(text).strip()) is not None


@cache
def _break_pattern() -> re.Pattern[str]:
    names = sorted((fold(name) for name in lexicon("kinds")["breaks"]), key=len, reverse=True)
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, names))})(?!\w)(?:\W*[\w'-]+){{0,4}}\W*$")


def slots_in(row: Row, day: PartialDate | None) -> Iterator[Slot]:
    """The slot a row opens; in a grid, one per cell."""
    time = row.times[0]
    where = Span(row.segment, time.start, time.end)
    cells = _cells(row, time)
    if len(cells) > 1 and _is_grid(row, cells):
        for first, last in cells:
            yield Slot(row.index, day, time, where, (_clean(row, first, _end_of_title(row, first, last)),))
        return
    further = _further(row)
    if further:
        for now, until in zip([time, *further], [*(each.start for each in further), len(row.text)], strict=True):
            span = Span(row.segment, now.start, now.end)
            yield Slot(row.index, day, now, span, (_clean(row, now.end, until),))
        return
    title, open_title = _title(row, time)
    yield Slot(row.index, day, time, where, (title,) if title else (), open_title)


def _further(row: Row) -> list[TimeSpan]:
    """More hours on one line, each behind a mark and before words: "10h30 messe – 11h30 vin d'honneur"."""
    text = row.text
    return [
        time
        for before, time in pairwise(row.times)
        if NEXT.search(text[before.end : time.start]) and re.match(r"\s*[:–—-]?\s*[^\W\d]{2}", text[time.end :])
    ]


def rest_of_row(row: Row) -> tuple[Span, ...]:
    """All that stands beside an hour: who appears, where nothing says in what."""
    span = _clean(row, row.times[0].end, len(row.text))
    return (span,) if span.end > span.start else ()


def title_of_row(row: Row, start: int = 0) -> Span | None:
    """What a row without hour says is on: itself, without the people it begins with."""
    return _without_people(row, start)


def _cells(row: Row, time: TimeSpan) -> list[tuple[int, int]]:
    """The cells after the hour."""
    cells, position = [], 0
    for cell in row.text.split("\t"):
        if position > time.start and cell.strip():
            cells.append((position, position + len(cell)))
        position += len(cell) + 1
    return cells


def _end_of_title(row: Row, first: int, last: int) -> int:
    """Where the title in a cell ends: at the mark before who speaks, "PostGIS pour les marcheurs — Anne Carpentier"."""
    inside = [person for person in row.people if first < person.start < last]
    before = row.text[first : inside[0].start] if inside else ""
    parted = PARTED.search(before) or BY_AUTHOR.search(before)
    return first + parted.start() if parted and parted.start() > 0 else last


def _is_grid(row: Row, cells: list[tuple[int, int]]) -> bool:
    """Several things at one hour, rather than title, speaker and room of one thing."""
    if len(row.text.split("\t")[0].strip()) > row.times[0].end + 2:
        return False
    starts = {person.start for person in row.people}
    return not any(first <= start <= first + 3 for first, _ in cells for start in starts) and all(
        last - first > 8 for first, last in cells
    )


def _title(row: Row, time: TimeSpan) -> tuple[Span | None, bool]:
    """What a slot is about, and whether the next row goes on with it."""
    text = row.text
    before = text[: time.start]
    if time.start > 3 and "(" in before[-6:]:
        return _clean(row, 0, before.rindex("(")), False
    if len(before.split()) > 2 and not row.label:
        first = min([time.start, *(date.start for date in row.dates)])
        return _clean(row, 0, len(_without_place(DANGLING.sub("", text[:first])))), False
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
        return _clean(row, start, quoted.end())
    quoting = QUOTING.match(text, start)
    if quoting and any(person.start >= quoting.end() for person in row.people):
        return _clean(row, start, quoting.end("title"))
    people = [person for person in row.people if person.start >= start]
    if people and not re.sub(rf"^{CIVILITY}", "", text[start : people[0].start]).strip():
        after = _after_people(row, people)
        return _clean(row, after, len(text)) if after else None
    if people:
        return _clean(row, *_around_people(text, start, people))
    return _clean(row, start, len(text))


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


def _clean(row: Row, start: int, end: int) -> Span:
    text = TAIL.sub("", PRICE_TAIL.sub("", row.text[:end]))
    lead = LEAD.match(text[start:])
    start += lead.end() if lead else 0
    kept = text.rstrip(TRAIL)
    return Span(row.segment, start, max(start, len(kept)))
