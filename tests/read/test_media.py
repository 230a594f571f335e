"""What kind of file is this."""

from __future__ import annotations

import pytest

from pipeline.read.media import media_type_of

ZIPPED = b"PK\x03\x04".ljust(30, b"\x00")
"""The head of a ZIP before the name of its first member."""


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("scanned.jpg", b"%PDF-1.4 named for what it was", "application/pdf"),
        ("a.pdf", b"\n junk before the head %PDF-1.4", "application/pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("no name", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.tif", b"II*\x00", "image/tiff"),
        ("a.tif", b"MM\x00*", "image/tiff"),
        ("PROGRAMME.TXT", b"Samedi", "text/plain"),
        ("a.md", b"# Samedi", "text/markdown"),
        ("a.zip", b"PK\x03\x04", "application/zip"),
        ("a.zip", ZIPPED + b"a.pdf%PDF-1.4 stored as it is", "application/zip"),
        ("a.zip", ZIPPED + b"a.odtPK mimetypeapplication/vnd.oasis.opendocument.text", "application/zip"),
        (
            "no name",
            ZIPPED + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text",
        ),
        ("a.xyz-unknown", b"\x00\x01", "application/octet-stream"),
        ("noext", b"", "application/octet-stream"),
    ],
)
def test_first_bytes_count_before_the_name(name: str, content: bytes, kind: str) -> None:
    assert media_type_of(name, content) == kind
