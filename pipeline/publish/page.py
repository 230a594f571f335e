"""What a page is: an address, a pure function from the archive to a typed view, and a template.

    address ──▶ Ask ──build(Reader, Ask)──▶ View ──template──▶ HTML
                                              └──plain()─────▶ .json beside it

A view is a frozen dataclass with a `head`. To add a page, write a module with a `PAGE` in `pages/` and name it there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Protocol

from pipeline.folder import original_of, page_image
from pipeline.publish.links import Ref
from pipeline.publish.reader import Reader

Absolute = Callable[[str], str]
"""From an address below the site's root to a full one."""


@dataclass(frozen=True)
class Head:
    """What a page says of itself: `path` is its one true address."""

    title: str
    description: str
    path: str


class View(Protocol):
    """What a template shows."""

    @property
    def head(self) -> Head: ...


@dataclass(frozen=True)
class Shelf:
    """The folder archive.db lies in; `originals`: whether the files of its raw/ and unpacked/ may be downloaded."""

    root: Path
    originals: bool = False

    def picture(self, sha256: str, number: int) -> Path | None:
        """The picture of a page, where there is one."""
        path = page_image(self.root / "images", sha256, number)
        return path if path.is_file() else None

    def original(self, document: str) -> Path | None:
        """The file a document was read from, where it may be had; `document` is an id from the archive."""
        return original_of(self.root, document) if self.originals else None


@dataclass(frozen=True)
class Ask:
    """What is asked for: the parts of the address, the arguments after the question mark; and the shelf beside."""

    path: Mapping[str, str]
    args: Mapping[str, Sequence[str]]
    shelf: Shelf

    def one(self, name: str, default: str = "") -> str:
        """An argument given once, without white space around it."""
        given = self.args.get(name) or ()
        return given[0].strip() if given else default

    def number(self, name: str, default: int) -> int:
        """An argument that is a whole number; the default where it is none."""
        given = self.one(name)
        return int(given) if given.isdecimal() and len(given) < 10 else default


@dataclass(frozen=True)
class Redirect:
    """The thing asked for has another address."""

    path: str


class Missing(Exception):
    """There is no such thing in the archive."""


@dataclass(frozen=True)
class Format:
    """Another form of a page, beside it under its own ending; `write` gives None where the view has no such form."""

    content_type: str
    write: Callable[[Any, Absolute], bytes | None]


@dataclass(frozen=True)
class Page:
    """`address` is a regular expression; `linked` gives the page's schema.org JSON-LD; `formats`: ending → form."""

    address: str
    template: str
    build: Callable[[Reader, Ask], View | Redirect]
    linked: Callable[[Any, Absolute], Mapping[str, Any]] | None = None
    formats: Mapping[str, Format] = field(default_factory=dict)


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """A view as dictionaries and lists; things one can go to also tell their address."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {entry.name: plain(getattr(value, entry.name)) for entry in fields(value)}
        return told | {"path": value.path} if isinstance(value, Ref) else told
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    return value
