"""A site to ask: the sample archive, or one made of records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline import load
from pipeline.archive import Decision
from pipeline.model import Record
from pipeline.publish.site import site
from pipeline.resolve import resolve

Ask = Callable[[str], Any]


def asking(database: Path, *, originals: bool = False) -> Ask:
    """A function that asks a site for a path and gives the whole answer, redirects not followed."""
    served = site(database, originals=originals)

    def ask(path: str) -> Any:
        async def answer() -> Any:
            return await served.client.get(path)

        return asyncio.run(answer())

    return ask


def published(place: Path, *records: Record, decisions: Sequence[Decision] = (), originals: bool = False) -> Ask:
    """Makes an archive of records in a folder and gives a way to ask it."""
    load.load(resolve(records, decisions), place / "archive.db", place / "private.db", "test")
    return asking(place / "archive.db", originals=originals)


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., Ask]:
    """Makes an archive for one test."""
    return partial(published, tmp_path)
