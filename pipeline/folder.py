"""The archive folder: where things lie, and which files of raw/ are documents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.errors import ArchiveNotFound

NOT_DOCUMENTS = frozenset({"readme.md", "readme.txt", "thumbs.db", "desktop.ini"})
"""Notes about the folder and what systems leave behind; names beginning with a dot are passed over as well."""

PAGE_IMAGE = ".webp"
INSIDE = "!"
"""Ends the name of the folder a file's members are unpacked to: unpacked/lot.zip!/affiche.pdf."""


@dataclass(frozen=True)
class Folder:
    """Paths of one archive.

    Raises `ArchiveNotFound` when there is no raw/ in it.
    """

    root: Path

    def __post_init__(self) -> None:
        if not self.raw.is_dir():
            raise ArchiveNotFound(folder=self.root)

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def unpacked(self) -> Path:
        return self.root / "unpacked"

    @property
    def extracted(self) -> Path:
        return self.root / "extracted"

    @property
    def decisions(self) -> Path:
        return self.root / "decisions.jsonl"

    @property
    def database(self) -> Path:
        return self.root / "archive.db"

    @property
    def private_database(self) -> Path:
        return self.root / "private.db"

    @property
    def images(self) -> Path:
        return self.root / "images"

    def page_image(self, sha256: str, number: int) -> Path:
        """Where the picture of a document's page lies, by the checksum of the document and the page's number from 1.

        A document of another content has another checksum: a picture that is there is the right one, for ever. It
        shows the page as its boxes count, turned by `Page.rotation`: a box in page units times picture width ÷ page
        width is a box in pixels of the picture. Text documents have no pictures.
        """
        return page_image(self.images, sha256, number)

    def documents(self) -> dict[str, Path]:
        """Every document by id, sorted: the files of raw/, and what lies in those that hold others."""
        found = {_relative(path, self.raw): path for path in self.raw.rglob("*") if _is_document(path, self.raw)}
        for path in self.unpacked.rglob("*"):
            if _is_document(path, self.unpacked):
                found[_relative(path, self.unpacked).replace(INSIDE + "/", "/")] = path
        return dict(sorted(found.items()))

    def members_of(self, path: Path) -> Path:
        """Where the members of a file that holds others are unpacked; it lies in raw/ or is such a member itself."""
        base = self.raw if path.is_relative_to(self.raw) else self.unpacked
        return self.unpacked / (_relative(path, base) + INSIDE)


def _relative(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix()


def _is_document(path: Path, base: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(base).parts)
    return path.is_file() and path.name.lower() not in NOT_DOCUMENTS and not hidden


def page_image(images: Path, sha256: str, number: int) -> Path:
    """Where a page's picture lies in a folder of pictures: see `Folder.page_image`. A published site has no raw/."""
    return images / sha256 / f"{number}{PAGE_IMAGE}"


def original_of(root: Path, document_id: str) -> Path | None:
    """The file a document was read from, where it is there: in raw/, or unpacked from a file that held it."""
    if (root / "raw" / document_id).is_file():
        return root / "raw" / document_id
    place = root / "unpacked"
    *above, name = PurePosixPath(document_id).parts
    for part in above:
        inside = place / (part + INSIDE)
        place = inside if inside.is_dir() else place / part
    return place / name if (place / name).is_file() else None


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
