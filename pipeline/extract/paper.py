"""A paper as a whole: what it leaves to all its events, worked out once however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.letterheads import Words, words_of
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.townlines import town_of


@dataclass(frozen=True)
class Paper:
    """All rows of a document, in reading order."""

    rows: Sequence[Row]

    @cached_property
    def town(self) -> Span | None:
        """The town its most telling lines agree on."""
        return town_of(self.rows)

    @cached_property
    def said(self) -> Words:
        """What it says in small letters and in capitals."""
        return words_of([row.text for row in self.rows])
