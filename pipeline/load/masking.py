"""What must not be published: e-mail addresses and telephone numbers leave the texts and go to private.db.

archive.db can be downloaded as a whole, so what is private is not in it at all. A masked character is a dot, so that
offsets of mentions stay valid. private.db also tells where to black out the pictures of pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from pipeline.load.building import Row
from pipeline.model import Box, Line, Mention, Page, Record

PRIVATE_KINDS = frozenset({"email", "phone"})
DOT = "•"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<!\d)(?:\+\d\d[ .]?(?:\(0\))?|0)[1-9](?:[ .-]?\d\d){4}(?!\d)")


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
        return ADDRESS.sub(lambda match: _dots(match[0]), text) if "@" in text else text

    def on_written(self, text: str | None) -> str | None:
        """The same for what archivists wrote: they may tell telephone numbers that stand on no paper."""
        return PHONE.sub(lambda match: _dots(match[0]), self(text) or "") if text else text


NO_MASK = Mask(())


def mask_of(record: Record) -> Mask:
    """The mask for one document: all its private mentions, the longest first, also as printed over line ends."""
    raw = {mention.raw for mention in private_mentions(record)}
    raw |= {word.replace("\n", " ") for word in raw}
    return Mask(tuple(sorted(raw, key=lambda word: (-len(word), word))))


def private_mentions(record: Record) -> Iterable[Mention]:
    """The mentions that go to private.db."""
    return (mention for mention in record.mentions if mention.kind in PRIVATE_KINDS)


def contacts_of(record: Record) -> Iterator[Row]:
    """What is private on a paper: rows of the table `contacts`."""
    persons = {contact.value: contact.person for event in record.events for contact in event.contacts}
    for mention in private_mentions(record):
        yield {
            "document": record.document.id,
            "page": mention.page,
            "kind": mention.kind,
            "value": mention.value,
            "raw": mention.raw,
            "person": persons.get(mention.value),
        }


def pictures_of(record: Record, mask: Mask) -> Iterator[Row]:
    """The pages whose pictures may be published, and what to black out on each: rows of the table `pictures`.

    `hidden` is a list of boxes in shares of the page's width and height. A page that was not wholly read, or whose
    document nothing was extracted from, has no row: nobody knows what its picture shows.
    """
    for page in _pictured(record):
        size = (page.width, page.height) * 2
        hidden = [
            [round(x / side, 5) for x, side in zip(box, size, strict=True)] for box in _hidden(record, page, mask)
        ]
        row = {"document": record.document.id, "sha256": record.document.sha256, "page": page.number}
        yield {**row, "hidden": json.dumps(hidden)}


def is_understood(record: Record) -> bool:
    """Whether a document was extracted from, so that what is private in it is known."""
    return bool(record.events) or any(issue.code == "no-event" for issue in record.issues)


def _pictured(record: Record) -> Iterator[Page]:
    """Pages with a picture that were read and extracted from; an issue of reading that names a page says it was not."""
    if is_understood(record):
        unread = {issue.page for issue in record.document.issues}
        yield from (
            page for page in record.document.pages if page.lines and page.unit != "char" and page.number not in unread
        )


def _hidden(record: Record, page: Page, mask: Mask) -> Iterator[Box]:
    """The boxes of all words on a page of which the mask hides a letter."""
    text = page.text
    masked = mask(text) or ""
    changed = zip(text, masked, strict=True) if text != masked else ()
    hidden = {at for at, (printed, shown) in enumerate(changed) if printed != shown}
    for mention in private_mentions(record):
        if mention.page == page.number:
            hidden.update(range(mention.start, mention.end))
    if not hidden:
        return
    for line, start in zip(page.lines, page.line_starts, strict=True):
        yield from _bars(line, start, hidden)


def _bars(line: Line, start: int, hidden: Container[int]) -> Iterator[Box]:
    """One box for hidden words that follow each other; `start` is where the line begins in the text of its page."""
    words: list[tuple[bool, Box]] = []
    for word in line.words:
        words.append((any(at in hidden for at in range(start, start + len(word.text))), word.box))
        start += len(word.text) + 1
    for is_hidden, stretch in groupby(words, key=lambda word: word[0]):
        if is_hidden:
            yield reduce(Box.union, (box for _, box in stretch))


def _dots(word: str) -> str:
    return re.sub(r"[^\n]", DOT, word)
