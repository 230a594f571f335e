"""Tables whose heads say what stands in their columns: "Nom | Fonction | Structure"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.extract.affiliation import Affiliation
from pipeline.lexicon import lexicon
from pipeline.text import fold

CELL = "\t"


def body_column(text: str) -> int | None:
    r"""Which column of the rows below names bodies, counted from 0; None when the line is no such head of a table.

    >>> body_column("Nom\tFonction\tStructure"), body_column("Heure\tSalle")
    (2, None)
    """
    heads = [fold(cell).strip(" .:*") for cell in text.split(CELL)]
    if not any(head in _heads("people") for head in heads):
        return None
    return next((place for place, head in enumerate(heads) if head in _heads("bodies")), None)


def held_at_cell(affiliations: tuple[Affiliation, ...], text: str, column: int) -> tuple[Affiliation, ...]:
    """The affiliations of the one person of a row, held at the body its column names unless they have their own."""
    cells = text.split(CELL)
    body = cells[column].strip() if column < len(cells) else ""
    if not body or any(affiliation.body for affiliation in affiliations):
        return affiliations
    return tuple(replace(affiliation, body=body) for affiliation in affiliations) or (Affiliation(None, body),)


@cache
def _heads(kind: str) -> frozenset[str]:
    return frozenset(fold(head) for head in lexicon("organisations")["columns"][kind])
