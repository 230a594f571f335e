"""Takes the pictures of the documentation from the sample archive, as a visitor sees it.

Run by `make pictures`. Needs the Debian package chromium and the extra `docs` (`pip install '.[docs]'`); nothing is
downloaded. Another picture is another line of PICTURES.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
MAX_BYTES = 200_000
COLOURS = 128


class Picture(NamedTuple):
    """A page of the site: the picture's name, the path on the site, width and height of the window in pixels."""

    name: str
    path: str
    size: tuple[int, int]


PICTURES = (
    Picture("home", "/", (1280, 900)),
    Picture("document", "/document/2003/colloque-villes-moyennes-2003.pdf", (1280, 900)),
    Picture("event", "/evenement/2003-06-05-villes-moyennes-la-part-du-commun", (1280, 1000)),
    Picture("person", "/personne/etienne-vasseur-lamy", (1280, 900)),
    Picture("search", "/recherche?q=habitants", (1280, 900)),
    Picture("network", "/reseau", (1280, 1100)),
    Picture("map", "/carte", (1280, 1100)),
)


def main() -> int:
    """Exit code 1 without Chromium or when a picture has become too large for a README."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("chromium is missing: apt-get install chromium\n")
        return 1
    with _site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            page = browser.new_page(viewport={"width": picture.size[0], "height": picture.size[1]}, locale="fr-FR")
            page.goto(address + picture.path, wait_until="networkidle")
            with Image.open(BytesIO(page.screenshot())) as shot:
                shot.convert("RGB").quantize(COLOURS).save(_path(picture), optimize=True)
        browser.close()
    return any(_path(picture).stat().st_size > MAX_BYTES for picture in PICTURES)


def _path(picture: Picture) -> Path:
    return ROOT / "docs" / "pictures" / f"{picture.name}.png"


@contextmanager
def _site() -> Iterator[str]:
    """The sample archive served on a free port; its address."""
    command = [sys.executable, "-m", "pipeline", "serve", "--archive", str(ROOT), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None  # noqa: S101 - a pipe was asked for
            line = server.stdout.readline()
            yield next(word for word in line.split() if word.startswith("http")).rstrip("/")
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
