"""The archive for everybody, on a server: what uvicorn is told to serve, from the folder `carton publish` wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.publish.site import site

SETTINGS = {
    "default_allow_sql": False,
    "suggest_facets": False,
    "default_page_size": 50,
    "facet_time_limit_ms": 400,
    "sql_time_limit_ms": 1500,
    "num_sql_threads": 8,
    "max_returned_rows": 1000,
    "max_csv_mb": 50,
    "default_cache_ttl": 3600,
    "trace_debug": False,
}
"""No SQL from strangers: one query can take all of a server's memory. The whole file may be downloaded instead."""


def app() -> Any:  # noqa: ANN401 - an ASGI application
    """The release in the current folder, which stays what it is when another becomes `current`."""
    release = Path.cwd()
    return site(
        release / "archive.db",
        _read(release / "settings.json"),
        titles=_read(release / "metadata.json"),
        counts=_read(release / "counts.json"),
    ).app()


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
