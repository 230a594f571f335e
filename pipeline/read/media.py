"""What kind of file is this: told by its first bytes, then by its name."""

from __future__ import annotations

import mimetypes

MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
)
BY_NAME = {".md": "text/markdown", ".txt": "text/plain"}
UNKNOWN = "application/octet-stream"


def media_type_of(name: str, content: bytes) -> str:
    """The IANA media type of a file.

    >>> media_type_of("affiche.jpg", b"%PDF-1.4 ...")
    'application/pdf'
    >>> media_type_of("programme.TXT", b"Samedi 31 mars")
    'text/plain'
    """
    for magic, media_type in MAGIC:
        if magic in content[:1024] if media_type == "application/pdf" else content.startswith(magic):
            return media_type
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return BY_NAME.get(suffix) or mimetypes.guess_type(name)[0] or UNKNOWN
