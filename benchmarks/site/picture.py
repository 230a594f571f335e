"""How soon the network of the 5,000 best connected is on the screen, and what the browser computes for it.

    python benchmarks/site/picture.py FOLDER

FOLDER holds the archive.db that measure.py made. The page is opened in Debian's Chromium, which draws without a
graphics card: each time in a browser of its own, nothing kept. `ready` is when the picture was painted; `computed` is
the processor time of all the browser's processes until then, which other work on the machine does not change. A list
without any picture is opened in the same run, for comparison.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from measure import BASE, served
from playwright.sync_api import Browser, sync_playwright

TIMES = 8
DRAWING = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
PAINTED = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
)


def main() -> None:
    with served(Path(sys.argv[1]) / "archive.db") as server, sync_playwright() as playwright:
        print(f"{'page':12}{'times':>6}{'ready':>9}{'slowest':>9}{'computed':>10}   milliseconds")
        for name, path, selector in (("list", "/annees", "main"), ("network", "/reseau", "figure[data-ready]")):
            ready, cpu = [], []
            for _ in range(TIMES + 1):
                chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=DRAWING)
                measured = opened(chromium, path, selector, server)
                ready.append(measured[0])
                cpu.append(measured[1])
                chromium.close()
            print(f"{name:12}{TIMES:6}{median(ready[1:]):9.0f}{max(ready[1:]):9.0f}{median(cpu[1:]):10.0f}", flush=True)
        print("others on the machine:", *(f"{load:.1f}" for load in os.getloadavg()))


def opened(chromium: Browser, path: str, selector: str, server: int) -> tuple[float, float]:
    """Milliseconds until the page is painted, and milliseconds that the browser computed for it."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    before = computed(server)
    page.goto(BASE + path, wait_until="commit")
    page.wait_for_selector(selector, timeout=120_000)
    ready = float(page.evaluate(PAINTED))
    return ready, 1000 * (computed(server) - before)


def computed(server: int) -> float:
    """Seconds that all processes started from here have computed, but for the server and this one itself."""
    stats = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, told = path.read_text("utf-8").rpartition(") ")
        except OSError:
            continue
        _, parent, *rest = told.split()
        stats[int(path.parent.name)] = (int(parent), int(rest[9]) + int(rest[10]))
    ours = set(below(os.getpid(), {process: parent for process, (parent, _) in stats.items()})) - {server}
    return sum(stats[process][1] for process in ours) / os.sysconf("SC_CLK_TCK")


def below(process: int, parents: dict[int, int]) -> Iterator[int]:
    """Processes that were started by this one, and by those."""
    for child in [child for child, parent in parents.items() if parent == process]:
        yield child
        yield from below(child, parents)


if __name__ == "__main__":
    main()
