"""Office files that do not open: a password, or damage."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pipeline.errors import BrokenFile, EncryptedFile, UnreadableDocument

ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""What Word stores a document under that asks for a password, in a file of the older kind: [MS-OFFCRYPTO] 1.3.2."""
ENCRYPTED_PART = b"encryption-data"
"""What the manifest of an OpenDocument says of each part that is encrypted: OpenDocument 1.3, part 2, 4.6."""


def why_closed(path: Path) -> UnreadableDocument:
    """The error of a DOCX or ODT that could not be opened."""
    locked = ENCRYPTED_STREAM in path.read_bytes() or ENCRYPTED_PART in _manifest(path)
    return EncryptedFile(file=path.name) if locked else BrokenFile(file=path.name)


def _manifest(path: Path) -> bytes:
    try:
        with ZipFile(path) as archive:
            return archive.read("META-INF/manifest.xml")
    except (BadZipFile, KeyError):
        return b""
