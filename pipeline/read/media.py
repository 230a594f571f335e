"""What kind of file is this: told by its first bytes, then by its name."""

from __future__ import annotations

import mimetypes

HEAD = 1024
"""Bytes that are looked at."""
ODT = "application/vnd.oasis.opendocument.text"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
MAIL = "message/rfc822"
CONTAINERS = frozenset({ZIP, MAIL})
"""Files that may hold other documents."""

MEMBER = 30
"""Bytes of a ZIP before the name of its first member."""
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
HTML_BEGINS = (b"<!doctype html", b"<html")
BY_NAME = {
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".eml": MAIL,
    ".docx": DOCX,
    ".odt": ODT,
    ".htm": "text/html",
    ".html": "text/html",
    ".doc": "application/msword",
    ".msg": "application/vnd.ms-outlook",
}
UNKNOWN = "application/octet-stream"


def media_type_of(name: str, content: bytes) -> str:
    """The IANA media type of a file.

    >>> media_type_of("affiche.jpg", b"%PDF-1.4 ...")
    'application/pdf'
    >>> media_type_of("programme.TXT", b"Samedi 31 mars")
    'text/plain'
    """
    head = content[:HEAD]
    return _by_zip(name, head) or _by_content(head) or _by_magic(name, head) or _by_name(name) or UNKNOWN


def _by_content(head: bytes) -> str | None:
    """Formats whose mark does not stand at the very first byte, or that several marks tell together."""
    if b"%PDF-" in head:
        return "application/pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return "image/heic"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_BEGINS):
        return "text/html"
    return None


def _by_zip(name: str, head: bytes) -> str | None:
    """Office formats are ZIP files: their first member or their name tells them. Other members may be of any kind."""
    if not head.startswith(b"PK\x03\x04"):
        return None
    if head[MEMBER:].startswith(b"mimetype" + ODT.encode()):
        return ODT
    guessed = _by_name(name) or ZIP
    return guessed if "officedocument" in guessed or "opendocument" in guessed else ZIP


def _by_magic(name: str, head: bytes) -> str | None:
    found = next((media_type for magic, media_type in MAGIC if head.startswith(magic)), None)
    if found == "application/x-ole-storage":
        return _by_name(name) or found
    return found


def _by_name(name: str) -> str | None:
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return BY_NAME.get(suffix) or mimetypes.guess_type(name)[0]
