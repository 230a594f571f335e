"""Files that hold files: a ZIP of flyers, an e-mail with attachments. Each member becomes a document of its own.

Members are unpacked beside raw/, under the id of the file that holds them: `raw/2004/lot.zip` with `affiche.pdf` in it
gives the document `2004/lot.zip/affiche.pdf`. What lies in raw/ is never touched.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from pipeline.errors import BrokenFile, EmptyFile, EncryptedFile, TooLarge
from pipeline.messages import say
from pipeline.model import Issue, Page
from pipeline.read.mail import message_of

MAX_BYTES = 4_000_000_000
"""What one file may unpack to: more is no box of flyers but a trap."""
LEFT_BY_SYSTEMS = frozenset({"__MACOSX"})
ENCRYPTED = 0x1
"""Bit of a ZIP entry's flags."""
DAMAGED = (BadZipFile, NotImplementedError, EOFError, OSError, zlib.error)
"""What reading a member may raise."""


def unpack(path: Path, media_type: str, target: Path) -> None:
    """Write the members of a file below the folder `target`, except damaged ones, which `read_zip` reports.

    Raises `BrokenFile`, `EncryptedFile` or `TooLarge`.
    """
    if media_type == "message/rfc822":
        for place, content in _attachments(message_of(path)):
            _prepared(target / place).write_bytes(content)
        return
    with _opened(path) as archive:
        for place, entry in _members(archive, path):
            copy = _prepared(target / place)
            try:
                with archive.open(entry) as source, copy.open("wb") as stream:
                    shutil.copyfileobj(source, stream)
            except DAMAGED:
                copy.unlink()


def read_zip(path: Path) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """No pages: the members are documents. Damaged members are issues.

    Raises as `unpack` does, and `EmptyFile` where there is no member.
    """
    with _opened(path) as archive:
        entries = [entry for _, entry in _members(archive, path)]
        damaged = [entry.filename for entry in entries if _is_damaged(archive, entry)]
    if not entries:
        raise EmptyFile(file=path.name)
    return (), tuple(Issue("read", "member-damaged", say("member-damaged", member=name)) for name in damaged)


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except DAMAGED as error:
        raise BrokenFile(file=path.name) from error


def _members(archive: ZipFile, path: Path) -> Iterator[tuple[str, ZipInfo]]:
    """Every file in a ZIP with the place it is unpacked to."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise EncryptedFile(file=path.name)
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise TooLarge(file=path.name, limit=MAX_BYTES // 10**9)
    taken: set[str] = set()
    for entry in entries:
        if place := _place(entry.filename, taken):
            yield place, entry


def _is_damaged(archive: ZipFile, entry: ZipInfo) -> bool:
    try:
        with archive.open(entry) as source:
            while source.read(1 << 20):
                pass
    except DAMAGED:
        return True
    return False


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Every attachment of a message; one without a name gets a number."""
    taken: set[str] = set()
    for number, part in enumerate(message.iter_attachments(), 1):
        is_message = part.get_content_type() == "message/rfc822"
        suffix = "eml" if is_message else part.get_content_subtype()
        name = part.get_filename() or say("attachment-name", number=number, suffix=suffix)
        content = part.get_payload(0).as_bytes() if is_message else part.get_payload(decode=True)  # type: ignore[union-attr]
        if isinstance(content, bytes) and (place := _place(name, taken)):
            yield place, content


def _place(name: str, taken: set[str]) -> str | None:
    """A member's name as a path that stays inside and is free; None for what systems leave behind."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts or any(part.startswith(".") or part in LEFT_BY_SYSTEMS for part in parts):
        return None
    wished = PurePosixPath(*parts)
    place, number = wished, 1
    while str(place).lower() in taken:
        number += 1
        place = wished.with_stem(f"{wished.stem}-{number}")
    taken.add(str(place).lower())
    return str(place)


def _prepared(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
