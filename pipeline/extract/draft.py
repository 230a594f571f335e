"""An event being put together: its fields, with the evidence and the confidence of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.affiliation import Affiliation
from pipeline.extract.appearances import Part
from pipeline.extract.mentions import MentionBook, Span
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
        for kind, words in (("function", affiliation.function), ("organisation", affiliation.body)):
            span = _find(self.segments, person, words)
            if span:
                ids.append(self.book.note(kind, span, source="rule:affiliation", confidence=0.8))  # type: ignore[arg-type]
        return ids


def _find(segments: Sequence[Segment], person: Person, words: str | None) -> Span | None:
    """Where a function or body stands: after the name, before it, or on the next line."""
    if not words:
        return None
    for index, start in ((person.segment, person.end), (person.segment, 0), (person.segment + 1, 0)):
        if index < len(segments):
            found = segments[index].text.find(words, start)
            if found >= 0:
                return Span(segments[index], found, found + len(words))
    return None
