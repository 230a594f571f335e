"""Addresses: every thing in the archive has one page, at an address that does not change."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

FOLDERS = {
    "document": "document",
    "event": "evenement",
    "person": "personne",
    "organisation": "organisation",
    "venue": "lieu",
    "place": "ville",
    "year": "annee",
}
"""Kind of thing → first part of its address, in the language of the site."""


@dataclass(frozen=True)
class Ref:
    """A thing one can go to: its kind, its id, the name it is shown under."""

    kind: str
    id: str
    name: str

    @property
    def path(self) -> str:
        return path_of(self.kind, self.id)


def path_of(kind: str, ref: str) -> str:
    """The address of a thing, below the site's root.

    >>> path_of("document", "1998/Affiche été.pdf")
    '/document/1998/Affiche%20%C3%A9t%C3%A9.pdf'
    >>> path_of("page", "1998/a.pdf#2")
    '/document/1998/a.pdf#p2'
    >>> path_of("document", "data.json")  # without the slash, it would be the JSON of a document called data
    '/document/data.json/'
    """
    if kind == "page":
        document, _, number = ref.rpartition("#")
        return f"{path_of('document', document)}#p{number}"
    return f"/{FOLDERS[kind]}/{quote(ref)}" + ("/" if ref.endswith(".json") else "")


def ref(kind: str, identifier: str | None, name: str | None) -> Ref | None:
    """A `Ref`, or None where there is nothing to refer to."""
    return Ref(kind, identifier, name or identifier) if identifier else None
