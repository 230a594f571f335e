"""What the browser draws with: locked versions from no named host, their licences beside them, nothing committed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import pipeline

BROWSER = Path(pipeline.__file__).parent / "publish" / "browser"
DRAWN = BROWSER.parent / "plugin" / "static" / "drawn"
LOCK = json.loads((BROWSER / "package-lock.json").read_text("utf-8"))
BUNDLED = sorted(
    folder.rpartition("node_modules/")[2] for folder, told in LOCK["packages"].items() if not told.get("dev")
)


def test_the_lock_file_names_no_host() -> None:
    assert not [folder for folder, told in LOCK["packages"].items() if "resolved" in told]


def test_every_package_is_locked_by_its_checksum() -> None:
    assert all(told["integrity"].startswith("sha512-") for folder, told in LOCK["packages"].items() if folder)


def test_versions_are_exact() -> None:
    wanted = json.loads((BROWSER / "package.json").read_text("utf-8"))
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}.values()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_no_code_of_others_is_committed() -> None:
    ignored = (BROWSER.parents[2] / ".gitignore").read_text("utf-8").splitlines()
    assert {"node_modules/", "pipeline/publish/plugin/static/drawn/"} <= set(ignored)


@pytest.mark.skipif(not DRAWN.is_dir(), reason="not bundled here: the site shows tables")
@pytest.mark.parametrize("package", [name for name in BUNDLED if name])
def test_a_licence_stands_beside_what_was_bundled(package: str) -> None:
    texts = (DRAWN / "LICENCES.txt").read_text("utf-8").split("-" * 80)
    mine = next(text for text in texts if text.strip().startswith(f"{package} {LOCK_VERSION[package]}"))
    assert "WITHOUT WARRANTY OF ANY KIND" in mine.upper() or "PROVIDED BY THE COPYRIGHT HOLDERS" in mine.upper()


LOCK_VERSION = {folder.rpartition("node_modules/")[2]: told.get("version") for folder, told in LOCK["packages"].items()}


def test_our_scripts_never_write_html() -> None:
    scripts = [*BROWSER.glob("*.js"), *(BROWSER.parent / "plugin" / "static").glob("*.js")]
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    assert not [script.name for script in scripts if forbidden.search(script.read_text("utf-8"))]
