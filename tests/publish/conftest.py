"""A site to ask: the sample archive, or one made of records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import load
from pipeline.model import Record
from pipeline.publish.site import site
from pipeline.resolve import resolve

Ask = Callable[[str], Any]


def asking(database: Path, *, originals: bool = False) -> Ask:
    """A function that asks a site for a path and gives the whole answer, redirects not followed."""

    def ask(path: str) -> Any:
        async def answer() -> Any:
            return await site(database, originals=originals).client.get(path)

        return asyncio.run(answer())

    return ask


@pytest.fixture(scope="session")
def ask(sample: Path) -> Ask:
    """Asks the sample archive."""
    return asking(sample)


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., Ask]:
    """Makes an archive of records and gives a way to ask it."""

    def made(*records: Record, originals: bool = False) -> Ask:
        load.load(resolve(records, ()), tmp_path / "archive.db", tmp_path / "private.db", "test")
        return asking(tmp_path / "archive.db", originals=originals)

    return made
