"""The Datasette application over one archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datasette.app import Datasette

from pipeline.publish.metadata import metadata


def site(database: Path, settings: Mapping[str, object] | None = None) -> Datasette:
    """A Datasette over archive.db, opened read-only as a file that does not change."""
    return Datasette(immutables=[str(database)], metadata=metadata(), settings=dict(settings or {}))
