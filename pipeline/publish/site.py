"""The Datasette application over one archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from pipeline.publish.compat import configuration
from pipeline.publish.metadata import metadata


def site(
    database: Path,
    settings: Mapping[str, object] | None = None,
    *,
    originals: bool = False,
    titles: Mapping[str, Any] | None = None,
    counts: Mapping[str, Any] | None = None,
) -> Datasette:
    """A Datasette over archive.db, opened read-only as a file that does not change.

    `database`: Datasette takes the path for part of an address, where `#`, `?` and `%` mean something. Where the folder
    is anybody's, go there and give the name alone.
    `originals`: whether the files of raw/ and unpacked/ can be downloaded; they show what is masked in the texts.
    `titles`: what the archive says of itself, if not what the lexicon says. `counts`: its rows, counted once for all.
    """
    told = configuration(dict(titles or metadata()), {"carton": {"originals": originals}})
    counted = dict(counts) if counts else None
    return Datasette(immutables=[str(database)], settings=dict(settings or {}), inspect_data=counted, **told)
