"""Records made by code, for the stages after extraction: no file is read and no model is needed."""

from __future__ import annotations

from pipeline.model import (
    Appearance,
    Box,
    Contact,
    Document,
    Event,
    Issue,
    Line,
    MadeBy,
    Mention,
    MentionKind,
    Organisation,
    Page,
    Record,
    Session,
    Venue,
    Word,
)

NOWHERE = Venue()
MADE_BY = MadeBy(carton="0", reader="1", extractor="1", model="none")


def page(text: str, number: int = 1) -> Page:
    """A page of characters: a line of the text is a line of the page."""
    rows = [row.split() for row in text.splitlines()]
    lines = tuple(
        Line(tuple(Word(word, Box(x, y, x + 1, y + 1)) for x, word in enumerate(row))) for y, row in enumerate(rows)
    )
    return Page(number, 80, len(rows), "char", "text", lines)


def mention(number: int, kind: MentionKind, raw: str, text: str) -> Mention:
    """Where `raw` stands first in the text of page 1."""
    start = text.index(raw)
    return Mention(number, kind, raw, raw, 1, start, start + len(raw), (Box(0, 0, 1, 1),), "rule:test", 1.0)


def record(
    document_id: str,
    *events: Event,
    text: str = "Une page",
    mentions: tuple[Mention, ...] = (),
    issue: Issue | None = None,
) -> Record:
    """One document of one page and what was extracted from it, be it that there is no event on it."""
    document = Document(document_id, "0" * 64, "text/plain", len(text), (page(text),))
    silent = () if events else (Issue("extract", "no-event", "Aucun événement."),)
    return Record(document, MADE_BY, mentions, events, ((issue,) if issue else silent))


def appearance(
    person: str, *, function: str | None = None, at: str | None = None, session: int | None = None
) -> Appearance:
    """Someone who speaks, perhaps for the body `at`."""
    return Appearance(person, "speaker", function, Organisation(at) if at else None, session)


def event(
    title: str | None, start: str | None, *appearances: Appearance, venue: Venue = NOWHERE, **more: object
) -> Event:
    """An event with its people; other fields by name."""
    return Event(title, start=start, end=start, appearances=appearances, venue=venue, **more)  # type: ignore[arg-type]


SESSIONS = (Session("2007-03-31", "09:15", "10:15", "Ouverture"), Session("2007-03-31", "14:00", None, "Débat"))

PROGRAMME = "Marges de manœuvre des collectivités riveraines\nJeanne Kervella, jeanne@canal.example, 03 53 01 12 34"

INVITED = record(
    "2007/marges.txt",
    event(
        "Marges de manœuvre des collectivités riveraines",
        "2007-03-31",
        appearance("Jeanne Kervella", function="présidente", at="Amis du canal", session=1),
        venue=Venue("Maison des associations", "12 rue des Tanneurs", "89000", "AUXERRE"),
        sessions=SESSIONS,
        organisations=(Organisation("Amis du canal", "AC", "organiser"),),
        contacts=(Contact("email", "jeanne@canal.example", "Jeanne Kervella"),),
        evidence={"title": (1,), "appearances.0": (2,)},
        confidence={"title": 0.9},
    ),
    text=PROGRAMME,
    mentions=(
        mention(1, "title", "Marges de manœuvre des collectivités riveraines", PROGRAMME),
        mention(2, "person", "Jeanne Kervella", PROGRAMME),
        mention(3, "email", "jeanne@canal.example", PROGRAMME),
        mention(4, "phone", "03 53 01 12 34", PROGRAMME),
    ),
)
"""A seminar of two sessions with one speaker, whose address and number are printed on the paper."""
