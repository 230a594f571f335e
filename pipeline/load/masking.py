"""What must not be published: e-mail addresses and telephone numbers leave the texts and go to private.db.

archive.db can be downloaded as a whole, so what is private is not in it at all. A masked character is a dot, so that
offsets of mentions stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.archive import Archive
from pipeline.model import Mention, Record

PRIVATE_KINDS = frozenset({"email", "phone"})
DOT = "•"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Mask:
    """The private words of one document."""

    words: tuple[str, ...]

    def __call__(self, text: str | None) -> str | None:
        """The text with every private word dotted out, wherever it stands."""
        if text is None:
            return None
        for word in self.words:
            text = text.replace(word, _dots(word))
        return ADDRESS.sub(lambda match: _dots(match[0]), text)


def mask_of(record: Record) -> Mask:
    """The mask for one document: all its private mentions, the longest first, also as printed over line ends."""
    raw = {mention.raw for mention in private_mentions(record)}
    raw |= {word.replace("\n", " ") for word in raw}
    return Mask(tuple(sorted(raw, key=lambda word: (-len(word), word))))


def private_mentions(record: Record) -> Iterable[Mention]:
    """The mentions that go to private.db."""
    return (mention for mention in record.mentions if mention.kind in PRIVATE_KINDS)


def contacts_of(archive: Archive) -> list[dict[str, object]]:
    """The rows of private.db."""
    rows: list[dict[str, object]] = []
    for record in archive.records:
        persons = {contact.value: contact.person for event in record.events for contact in event.contacts}
        for mention in private_mentions(record):
            rows.append(
                {
                    "id": len(rows) + 1,
                    "document": record.document.id,
                    "page": mention.page,
                    "kind": mention.kind,
                    "value": mention.value,
                    "raw": mention.raw,
                    "person": persons.get(mention.value),
                }
            )
    return rows


def _dots(word: str) -> str:
    return re.sub(r"[^\n]", DOT, word)
