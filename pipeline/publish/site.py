"""The Datasette application over one archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datasette.app import Datasette

from pipeline.publish.compat import configuration
from pipeline.publish.metadata import metadata


def site(database: Path, settings: Mapping[str, object] | None = None, *, originals: bool = False) -> Datasette:
    """A Datasette over archive.db, opened read-only as a file that does not change.

    `originals`: whether the files of raw/ can be downloaded; they show what is masked in the texts.
    """
    told = configuration(metadata(), {"carton": {"originals": originals}})
    return Datasette(immutables=[str(database)], settings=dict(settings or {}), **told)
