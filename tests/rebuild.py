"""Rebuilds the sample archive twice, from raw/ alone, and says what differs from the one that is committed.

Run by `make rebuilt`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import store
from pipeline.database import opened
from pipeline.folder import Folder
from pipeline.run import extract_documents, load_archive, plan_extraction, plan_reading, read_documents, unpack_members

MAX_SHOWN = 200
"""Characters shown of a row that differs."""
ROOT = Path(__file__).parent.parent


def main() -> int:
    """Exit code 1 when anything differs."""
    committed = Folder(ROOT)
    unpack_members(committed)
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        rebuilt = [_build(committed, Path(place)) for place in (first, second)]
        differences = [
            *(f"committed and rebuilt differ: {what}" for what in _differences(committed, rebuilt[0])),
            *(f"two rebuilds differ: {what}" for what in _differences(*rebuilt)),
        ]
    sys.stdout.write("\n".join(differences or ["rebuilt without a difference"]) + "\n")
    return bool(differences)


def _build(source: Folder, place: Path) -> Folder:
    """The whole archive made anew in an empty place."""
    shutil.copytree(source.raw, place / "raw")
    if source.decisions.exists():
        shutil.copy(source.decisions, place)
    folder = Folder(place)
    unpack_members(folder)
    read_documents(folder, plan_reading(folder), lambda _: None)
    extract_documents(folder, plan_extraction(folder), lambda _: None)
    load_archive(folder)
    return folder


def _differences(one: Folder, other: Folder) -> Iterator[str]:
    """Extracted files byte by byte, databases by their content."""
    for document in sorted({*store.documents_in(one.extracted), *store.documents_in(other.extracted)}):
        paths = [store.path_of(each.extracted, document) for each in (one, other)]
        if not all(path.exists() for path in paths) or paths[0].read_bytes() != paths[1].read_bytes():
            yield f"extracted/{document}.json"
    pairs = zip_longest(_content(one.database), _content(other.database))
    yield from (
        f"archive.db: {str(ours)[:MAX_SHOWN]} / {str(theirs)[:MAX_SHOWN]}" for ours, theirs in pairs if ours != theirs
    )


def _content(database: Path) -> list[str]:
    """A database as the SQL that makes it."""
    with opened(database) as connection:
        return list(connection.iterdump())


if __name__ == "__main__":
    sys.exit(main())
