"""What an entry of an agenda calls its event: the words before it tells where, by whom and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pipeline.extract.agendas import end_of_title
from pipeline.extract.mentions import Span
from pipeline.extract.places import TO
from pipeline.extract.venuewords import begins_as_place
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

MARKS = " *_.:;,–—-"
OPENING = re.compile(
    r"\W*(?:(?:enfin|ensuite|puis|par ailleurs|de plus|egalement|aussi|par la suite),?\s+)?"
    r"(?:(?:notre|nos|votre|vos|la|le|les|une?|prochaine?)\s+|l['’]\s?)?"
)
"""How the subject of a sentence begins."""
HELD = re.compile(
    r"\s+(?:(?:est|sont|sera|seront)\s+(?:\w+ment\s+)?(?:fixe|prevu|programme|organise|propose|donne|reporte|suivi)e?s?\b"
    r"|aura lieu|auront lieu|se tiendra|se tiendront|se deroulera|se derouleront|se reunira|debutera|commencera)"
)
"""The verb of a sentence that says when its subject takes place."""
PAST = re.compile(
    r"(?:\s*[,;(]|\s[–—-])\s*(?:par|avec|direction|dir\.|sous la direction|mise en scene|rendez-vous|rdv|departs?|"
    r"rassemblement|accueil|ouvert(?:ure)?|reservations?|inscriptions?|entree|gratuite?|tarifs?|des \d|jusqu|"
    r"(?:a|sur|selon)\s+(?:partir|inscription|reservation|invitation))\b.*$"
    r"|(?:\s*[,;(]|\s[–—-])?\s*(?:organise|anime|presente|propose|offert|dirige|interprete|donne)e?s?\s+par\b.*$"
    r"|(?:\s*[.,;(])?\s*(?:a partir|des|jusqu['’]\S*|rendez-vous|rassemblement|depart|defile)\W*$"
    r"|\s*\([^)]*$",
    re.DOTALL,
)
"""What follows the name of an event: who gives it, how one takes part, words cut off from their hour."""
PART = re.compile(r"\s*(?:[,;(]|\s[–—-])\s*")
QUOTATION = re.compile(r"[«“\"]\s*(?P<words>[^«»“”\"]{3,}?)\s*[»”\"]")
FEW = 6
MAX_WORDS = 16
"""A longer sentence tells of the event rather than naming it."""


def named_in(span: Span) -> Span:
    """The name an entry gives its event.

    "Thé dansant du club, salle polyvalente" → "Thé dansant du club"; "L'assemblée du quartier aura lieu" → "assemblée
    du quartier".
    """
    text = span.text
    folded = fold_in_place(text)
    first, end = 0, _end_of_sentence(text)
    if held := HELD.search(folded, 0, end):
        opening = OPENING.match(folded)
        first, end = opening.end() if opening else 0, held.start()
    if past := PAST.search(folded, first + 1, end):
        end = past.start()
    end = min([end, *(place for place in _places(text, first, end))])
    kept = text[first:end].strip(MARKS)
    return _at(span, first, kept) if kept else span


def _end_of_sentence(text: str) -> int:
    """Where the sentence that names ends; a question may go on: "Pourquoi obéir ? La Boétie et nous"."""
    end = end_of_title(text)
    rest = text[end:].strip()
    goes_on = text[:end].endswith(("?", "!")) and len(rest.split()) <= FEW and not PAST.match(f", {fold(rest)}")
    return len(text) if goes_on else end


def told_in(span: Span) -> Span | None:
    """The name in a paragraph about an event: a quotation it opens with, its first sentence or the part of it."""
    text = span.text[: end_of_title(span.text)]
    if quoted := QUOTATION.match(text):
        return _at(span, quoted.start("words"), quoted["words"])
    if len(text.split()) <= MAX_WORDS:
        return named_in(_at(span, 0, text))
    quoted = QUOTATION.search(text)
    if quoted and len(text[: quoted.end()].split()) <= MAX_WORDS:
        return _at(span, 0, text[: quoted.end()])
    part = PART.search(text)
    return (
        named_in(_at(span, 0, text[: part.start()]))
        if part and 1 < len(text[: part.start()].split()) <= MAX_WORDS
        else None
    )


def _at(span: Span, after: int, words: str) -> Span:
    """The part of a span that says these words, sought from `after` on."""
    start = span.start + span.text.index(words, after)
    return replace(span, start=start, end=start + len(words))


def _places(text: str, start: int, end: int) -> Iterator[int]:
    """Where a piece begins that says where: ", salle polyvalente", " – au foyer rural"."""
    for part in PART.finditer(text, start + 1, end):
        to = TO.match(text, part.end())
        place = text[to.end() if to else part.end() : end]
        if begins_as_place(place) or fold(place).startswith(_communal()):
            yield part.start()


@cache
def _communal() -> tuple[str, ...]:
    return tuple(fold(place) for place in lexicon("venues")["communal"])
