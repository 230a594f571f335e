"""Which files of raw/ are documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ArchiveNotFound
from pipeline.folder import Folder, sha256_of
from tests.conftest import MakeArchive


def test_every_file_below_raw_is_a_document_whatever_its_kind(make_archive: MakeArchive) -> None:
    folder = make_archive({"b.pdf": b"", "1998/a.txt": "", "1998/tract é.xyz": ""})
    assert list(folder.documents()) == ["1998/a.txt", "1998/tract é.xyz", "b.pdf"]


@pytest.mark.parametrize("name", ["README.md", "1998/readme.txt", ".DS_Store", "Thumbs.db", ".cache/a.txt"])
def test_notes_and_what_systems_leave_behind_are_passed_over(make_archive: MakeArchive, name: str) -> None:
    assert list(make_archive({name: "x", "a.txt": "x"}).documents()) == ["a.txt"]


def test_a_folder_without_raw_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveNotFound, match="--archive"):
        Folder(tmp_path)


def test_the_checksum_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert sha256_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_page_image_is_found_by_what_the_document_holds_and_not_by_its_name(make_archive: MakeArchive) -> None:
    folder = make_archive({"a.pdf": b""})
    assert folder.page_image("ab12", 3) == folder.root / "images" / "ab12" / "3.webp"
