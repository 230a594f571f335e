"""What a page is: an address, a pure function from the archive to a typed view, and a template.

    address ──▶ Ask ──build(Reader, Ask)──▶ View ──template──▶ HTML
                                              └──plain()─────▶ .json beside it

A view is a frozen dataclass with a `head`. To add a page, write a module with a `PAGE` in `pages/` and name it there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Protocol

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
class Ask:
    """What is asked for: the parts of the address and the arguments after the question mark."""

    path: Mapping[str, str]
    args: Mapping[str, Sequence[str]]

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
class Page:
    """`address` is a regular expression; `linked` gives the page's schema.org JSON-LD."""

    address: str
    template: str
    build: Callable[[Reader, Ask], View | Redirect]
    linked: Callable[[Any, Absolute], Mapping[str, Any]] | None = None


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """A view as dictionaries and lists; things one can go to also tell their address."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return told | {"path": value.path} if isinstance(value, Ref) else told
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    return value
