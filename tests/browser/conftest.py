"""A browser on the sample archive. Whatever it complains of, or asks of another host, fails the test."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.folder import page_image
from pipeline.publish.server import SETTINGS
from pipeline.publish.site import site

Visit = Callable[[str], Page]
SOFTWARE_DRAWING = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")


@pytest.fixture(scope="session")
def pictured(sample: Path) -> Path:
    """archive.db of the sample archive; beside it pictures, all white, of the pages that were not read from text."""
    query = "select sha256, number, width, height from pages join documents on documents.id = document"
    with closing(sqlite3.connect(sample)) as connection:
        for sha256, number, width, height in connection.execute(f"{query} where pages.source != 'text'"):
            picture = page_image(sample.parent / "images", sha256, number)
            picture.parent.mkdir(parents=True, exist_ok=True)
            Image.new("L", (round(width), round(height)), "white").save(picture)
    return sample


@pytest.fixture(scope="session")
def address(pictured: Path) -> Iterator[str]:
    """Where the sample archive is served, in a thread."""
    config = uvicorn.Config(site(pictured, SETTINGS).app(), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window. Without it these tests are left out, except where everything is to be tested."""
    chromium = shutil.which("chromium")
    if chromium is None and "CI" not in os.environ:
        pytest.skip("the tests in the browser need chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SOFTWARE_DRAWING)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens a page of the site; the same window for all of a test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else complaints.append(request.url),
    )

    def open_(path: str) -> Page:
        page.goto(address + path)
        return page

    yield open_
    page.close()
    assert complaints == []
