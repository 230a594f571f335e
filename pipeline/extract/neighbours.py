"""The lines around a name: what stands below one that stands alone, the office above one that signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.affiliation import Affiliation, parse_affiliation
from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.functions import starts_with_function
from pipeline.extract.introductions import CIVILITY
from pipeline.extract.names import find_names
from pipeline.extract.roles import role_of_label
from pipeline.extract.segments import Segment

OFFICE = re.compile(r"\s*(?:[Pp]our [^,]{3,40},\s*)?(?:L[ae]\s|LA\s|LE\s|L['’])\s*")
"""What an office above the name that signs begins with: "La | présidente"."""
LINES_ABOVE = 2
LABELLED = re.compile(r"[^:]{3,30}\s:\s")
"""A line of a form: "Pays représentés : "."""
LINES_BELOW = 3
MAX_LINE = 14
NEAR = 30


@dataclass(frozen=True)
class Place:
    """A segment among its neighbours."""

    segments: Sequence[Segment]
    index: int

    @property
    def segment(self) -> Segment:
        return self.segments[self.index]

    @property
    def below(self) -> str:
        """The text of the segment below; empty for the last one."""
        return self.segments[self.index + 1].text if self.index + 1 < len(self.segments) else ""

    def beside(self) -> tuple[Affiliation, ...]:
        """Functions and bodies on the lines below a name that stands alone, or the office above one that signs."""
        found: tuple[Affiliation, ...] = ()
        for following in self.segments[self.index + 1 : self.index + 1 + LINES_BELOW]:
            lines = _affiliations_of_line(following)
            if not lines:
                break
            found += lines
        return found or self._above()

    def _above(self) -> tuple[Affiliation, ...]:
        """The office on the lines above a name that signs, the first with its article: "Le Maire, | Conseiller"."""
        found: tuple[Affiliation, ...] = ()
        for above in reversed(self.segments[max(0, self.index - LINES_ABOVE) : self.index]):
            lead = OFFICE.match(above.text)
            office = above.text[lead.end() if lead else 0 :]
            if above.words > MAX_LINE or find_names(office) or not starts_with_function(office):
                return ()
            found = parse_affiliation(office, strict=True) + found
            if lead:
                return found
        return ()


def _affiliations_of_line(segment: Segment) -> tuple[Affiliation, ...]:
    text = segment.text.strip()
    names = find_names(text)
    if segment.bullet or role_of_label(text) or any(name.start < NEAR for name in names):
        return ()
    if names and re.fullmatch(rf"[^:,;]+:\s*{CIVILITY}", text[: names[0].start]):
        return ()
    if LABELLED.match(text) and not starts_with_function(text):
        return ()
    if segment.words > MAX_LINE and not starts_with_function(text):
        return ()
    if starts_with_function(text) or is_evident_body(text):
        return parse_affiliation(text, strict=True)
    return ()
