"""The nouns of the house, as frozen values.

Two families. What the paper shows: `Box` ‹ `Word` ‹ `Line` ‹ `Page` ‹ `Document`. What it says: `Mention` (a span of a
page that names something) and `Event` with its `Session`s, `Appearance`s and `Organisation`s, each tied by `evidence`
to the mentions it was read from. A `Record` is both together: all that is known of one document.

Units: boxes are in the page's own `unit` (`pt` for PDF, `px` for images, `char` for plain text), origin top left, y
downwards. Dates are ISO prefixes that keep the precision of the paper (`2007`, `2007-03`, `2007-03-31`); times are
`HH:MM`; confidences run from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

MentionKind = Literal[
    "person", "organisation", "venue", "place", "date", "time", "function", "title", "email", "phone", "url", "price"
]
Status = Literal["scheduled", "cancelled", "postponed"]
OcrMode = Literal["auto", "always", "never"]
"""Which pages go through OCR: those that need it, all that are not plain text, none."""
Stage = Literal["read", "extract", "resolve", "load"]


class Box(NamedTuple):
    """A rectangle on a page: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def union(self, other: Box) -> Box:
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


class Word(NamedTuple):
    """A word as printed, without white space."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True)
class Line:
    """Words a person reads in one go.

    `size` is the height of its letters relative to the page's ordinary text. `block` numbers the paragraphs of a page
    in reading order. `cells` holds the indexes of the words that begin a table cell; a line outside tables has one.
    `broken`: its last word goes on in the next line, without the hyphen that stands there.
    """

    words: tuple[Word, ...]
    block: int = 0
    size: float = 1.0
    bold: bool = False
    cells: tuple[int, ...] = (0,)
    centred: bool = False
    broken: bool = False

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a line has at least one word")

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def caps(self) -> bool:
        """Set in capitals throughout, a word in six apart."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)

    @cached_property
    def box(self) -> Box:
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.union(word.box)
        return box


@dataclass(frozen=True)
class Page:
    """One side of a paper. `source` tells how its words were obtained, `reason` why that way."""

    number: int
    width: float
    height: float
    unit: Literal["pt", "px", "char"]
    source: Literal["text-layer", "ocr", "text"]
    lines: tuple[Line, ...]
    rotation: int = 0
    confidence: float = 1.0
    reason: str | None = None

    @cached_property
    def text(self) -> str:
        """The lines joined by line feeds: what `Mention.start` and `Mention.end` count in."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where in `text` each line begins."""
        return tuple(accumulate((len(line.text) + 1 for line in self.lines[:-1]), initial=0))


@dataclass(frozen=True)
class Issue:
    """Something an archivist should know: a file that could not be read, a date that contradicts its weekday."""

    stage: Stage
    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True)
class Document:
    """What was read from one file of `raw/`; `id` is its path below that folder, with slashes."""

    id: str
    sha256: str
    media_type: str
    bytes: int
    pages: tuple[Page, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A span of a page that names something: `raw` as printed, `value` normalised."""

    id: int
    kind: MentionKind
    raw: str
    value: str
    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    source: str
    confidence: float


@dataclass(frozen=True)
class Venue:
    """Where an event takes place, as printed."""

    name: str | None = None
    address: str | None = None
    postcode: str | None = None
    city: str | None = None

    def __bool__(self) -> bool:
        return bool(self.name or self.address or self.city)


@dataclass(frozen=True)
class Session:
    """A slot of a programme. Its position in `Event.sessions` is its number."""

    date: str | None
    start_time: str | None
    end_time: str | None
    title: str | None
    kind: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Organisation:
    """A body named on a paper; `role` is what it does for the event, null when it is someone's affiliation."""

    name: str
    acronym: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Appearance:
    """One person at one session (`session` null: at the event as a whole), as the paper introduces them that day."""

    person: str
    role: str = "speaker"
    function: str | None = None
    organisation: Organisation | None = None
    session: int | None = None


@dataclass(frozen=True)
class Contact:
    """A way to reach someone. `person` null: the event's own contact."""

    kind: Literal["email", "phone", "url"]
    value: str
    person: str | None = None


@dataclass(frozen=True)
class Event:
    """One thing one can attend under its own name and date.

    `evidence` and `confidence` are keyed by the field they speak of: `title`, `start`, `venue.name`, `appearances.0`;
    evidence lists mention ids.
    """

    title: str | None
    subtitle: str | None = None
    kind: str | None = None
    status: Status = "scheduled"
    start: str | None = None
    end: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    date_note: str | None = None
    venue: Venue = Venue()
    price: str | None = None
    sessions: tuple[Session, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    contacts: tuple[Contact, ...] = ()
    evidence: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Extraction:
    """What a document says: the outcome of the extract stage."""

    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class MadeBy:
    """The versions that made an extracted file; a stage whose version differs from today's is run again.

    `extractor` and `model` are null in a file that was read but not yet extracted from.
    """

    carton: str
    reader: str
    extractor: str | None = None
    model: str | None = None


@dataclass(frozen=True)
class Record:
    """All that is known of one document: what was read and what it says."""

    document: Document
    made_by: MadeBy
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
