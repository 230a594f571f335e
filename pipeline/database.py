"""Looking into archive.db and private.db without changing them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def opened(database: Path) -> closing[sqlite3.Connection]:
    """A connection for a with statement; the path may hold `#`, `?` and `%`, which mean something in an address.

    Raises sqlite3.OperationalError where there is no such file.
    """
    return closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True))
