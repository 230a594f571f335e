"""Our style sheet and scripts: addresses that change when the file does, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Datasette is not whole yet while it loads its plugins
    from datasette.app import Datasette


def asset(datasette: Datasette, name: str) -> str:
    """The address of a file in `static/`."""
    return f"{datasette.urls.static_plugins('carton', name)}?{_version(name)}"


@cache
def _version(name: str) -> str:
    content = files("pipeline.publish.plugin").joinpath("static", name).read_bytes()
    return hashlib.sha256(content).hexdigest()[:8]


def drawn(name: str) -> str | None:
    """The name in `static/` of a script or style that the browser draws with, where these were bundled at set-up."""
    path = f"drawn/{name}"
    return path if files("pipeline.publish.plugin").joinpath("static", path).is_file() else None
