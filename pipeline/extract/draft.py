"""An event being put together: its fields, with the evidence and the confidence of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.appearances import Part
from pipeline.extract.certainty import Place, place_after, sure_of_body, sure_of_function
from pipeline.extract.mentions import MentionBook, Span
from pipeline.extract.neighbours import LINES_BELOW
from pipeline.extract.people import Person
from pipeline.extract.segments import Segment


@dataclass
class Draft:
    """An event being put together: its fields, with the evidence and the confidence of each."""

    book: MentionBook
    segments: Sequence[Segment]
    evidence: dict[str, tuple[int, ...]] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)

    def cite(self, name: str, mentions: Sequence[int], confidence: float) -> None:
        self.evidence[name] = tuple(dict.fromkeys(mentions))
        self.confidence[name] = confidence

    def mentions_of_person(self, part: Part, person: Person, affiliation: Affiliation) -> list[int]:
        """The mentions of a person, their function and their body."""
        ids = [
            self.book.note(
                "person",
                Span(self.segments[naming.segment], naming.start, naming.end),
                source=naming.source,
                confidence=naming.confidence,
                value=naming.name,
            )
            for naming in part.namings
        ]
        alone = len(person.affiliations) == 1
        if affiliation.function and (told := _find(self.segments, person, affiliation.function)):
            sure = sure_of_function(affiliation.function, told.place, alone=alone)
            ids.append(self.book.note("function", told.span, source="rule:affiliation", confidence=sure))
        if affiliation.body and (told := _find(self.segments, person, affiliation.body)):
            sure = sure_of_body(affiliation, told.place, alone=alone)
            ids.append(self.book.note("organisation", told.span, source="rule:affiliation", confidence=sure))
        return ids


@dataclass(frozen=True)
class _Told:
    """Where words said of a name stand, and how they stand to it."""

    span: Span
    place: Place


def _find(segments: Sequence[Segment], person: Person, words: str) -> _Told | None:
    """Where a function or body stands: after the name, before it, on the lines below or the line above."""
    text = segments[person.segment].text
    found = text.find(words, person.end)
    if found >= 0:
        span = Span(segments[person.segment], found, found + len(words))
        return _Told(span, place_after(text[person.end : found]))
    for index in (person.segment, *range(person.segment + 1, person.segment + 1 + LINES_BELOW), person.segment - 1):
        if 0 <= index < len(segments) and (found := segments[index].text.find(words)) >= 0:
            return _Told(Span(segments[index], found, found + len(words)), "elsewhere")
    return None
