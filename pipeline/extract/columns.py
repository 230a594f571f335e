"""Tables whose heads say what stands in their columns: "Nom | Fonction | Structure", "Heure | Intervenant | Titre"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.affiliation import Affiliation
from pipeline.lexicon import lexicon
from pipeline.text import fold

CELL = "\t"
MIN_COLUMNS = 3
"""A programme set as a table has its hours, its titles and more."""


def body_column(text: str) -> int | None:
    r"""Which column of the rows below names bodies, counted from 0; None when the line is no such head of a table.

    >>> body_column("Nom\tFonction\tStructure"), body_column("Heure\tSalle")
    (2, None)
    """
    heads = _heads_in(text)
    names_people = _first(heads, _heads("organisations", "people")) is not None
    return _first(heads, _heads("organisations", "bodies")) if names_people else None


def programme_columns(texts: Sequence[str]) -> tuple[int | None, int | None]:
    r"""Which columns of a table say what is on and where, by the first line that heads a programme; None without one.

    >>> programme_columns(["Programme", "Heure\tIntervenant\tTitre"]), programme_columns(["Heure\tTitre"])
    ((2, None), (None, None))
    """
    tables = (heads for heads in map(_heads_in, texts) if len(heads) >= MIN_COLUMNS)
    heads = next((heads for heads in tables if heads[0] in _heads("kinds", "hours")), [])
    return _first(heads, _heads("kinds", "titles")), _first(heads, _heads("kinds", "places"))


def is_table_head(text: str) -> bool:
    r"""Whether a line only names the columns of a table.

    >>> is_table_head("Heures | Événement |"), is_table_head("Horaire\tQui\tQuoi"), is_table_head("Programme")
    (True, True, False)
    """
    cells = [fold(cell).strip(" .:*") for cell in re.split(r"[\t|]", text)]
    cells = [cell for cell in cells if cell]
    cells = cells if len(cells) > 1 else fold(text).split()
    return len(cells) > 1 and all(cell in _all_heads() for cell in cells)


def held_at_cell(affiliations: tuple[Affiliation, ...], text: str, column: int) -> tuple[Affiliation, ...]:
    """The affiliations of the one person of a row, held at the body its column names unless they have their own."""
    cells = text.split(CELL)
    body = cells[column].strip() if column < len(cells) else ""
    if not body or any(affiliation.body for affiliation in affiliations):
        return affiliations
    return tuple(replace(affiliation, body=body) for affiliation in affiliations) or (Affiliation(None, body),)


def _heads_in(text: str) -> list[str]:
    """The cells of a line as heads of columns are compared."""
    return [fold(cell).strip(" .:*") for cell in text.split(CELL)]


def _first(heads: Sequence[str], named: Collection[str]) -> int | None:
    """The first column whose head is one of those named."""
    return next((place for place, head in enumerate(heads) if head in named), None)


@cache
def _heads(family: str, kind: str) -> frozenset[str]:
    return frozenset(fold(head) for head in lexicon(family)["columns"][kind])


@cache
def _all_heads() -> frozenset[str]:
    return frozenset(
        fold(head)
        for family in ("kinds", "organisations")
        for heads in lexicon(family)["columns"].values()
        for head in heads
    )
