"""Fixtures for all tests: small archives made of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline import load, resolve, store
from pipeline.extract import language
from pipeline.folder import Folder

settings.register_profile("carton", deadline=None)  # a busy machine is no failure
settings.load_profile("carton")

ROOT = Path(__file__).parent.parent
INVITATION = """\
Les Amis du canal
vous invitent à la conférence

Les écluses de l'Yonne

samedi 31 mars 2007, de 14h à 17h30
Maison des associations, 12 rue des Tanneurs, 89000 Auxerre

Avec :
- Jeanne Kervella, présidente des Amis du canal
- Karim Boussaïd, historien

Entrée libre. Renseignements : Jeanne Kervella, 03 53 01 12 34, jeanne@canal.example
"""

MakeArchive = Callable[[Mapping[str, str | bytes]], Folder]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in the browser come last: its event loop stays open, and others start their own."""
    items.sort(key=lambda item: "tests/browser/" in item.path.as_posix())


@pytest.fixture(scope="session", autouse=True)
def model() -> None:
    """Loads the language model once; worker processes, forked from here, find it loaded."""
    list(language.entities(["Jeanne Kervella"]))


@pytest.fixture
def make_archive(tmp_path: Path) -> MakeArchive:
    """Makes an archive folder whose raw/ holds the given files."""

    def make(files: Mapping[str, str | bytes]) -> Folder:
        (tmp_path / "raw").mkdir(exist_ok=True)
        for name, content in files.items():
            path = tmp_path / "raw" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Folder(tmp_path)

    return make


@pytest.fixture
def archive(make_archive: MakeArchive) -> Folder:
    """An archive of one invitation, nothing read yet."""
    return make_archive({"2007/ecluses.txt": INVITATION})


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """archive.db of the sample archive, made from its extracted files as they are committed."""
    records = [store.load(path) for path in store.documents_in(ROOT / "extracted").values()]
    place = tmp_path_factory.mktemp("sample")
    load.load(resolve.resolve(records, ()), place / "archive.db", place / "private.db", "sample")
    return place / "archive.db"
