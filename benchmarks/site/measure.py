"""How large and how fast the site is over an archive of 100,000 papers: every page, the search, the network.

    python benchmarks/site/measure.py FOLDER [DOCUMENTS]

Makes FOLDER/archive.db by the load stage when it is not there, serves it by one process and asks for each kind of page
many times, at addresses drawn from the archive, half of them its best known names, whose pages are the longest. Times
are those of the whole answer; `cpu` is what the server itself computed, which other work on the machine does not
change. Datasette's own table pages are asked for in the same run, for comparison.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

import httpx
from synthetic import WORDS, archive

from pipeline.database import opened
from pipeline.load import load
from pipeline.publish.links import path_of

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
SERVE = (
    "import pathlib, sys, uvicorn;"
    "from pipeline.publish.server import SETTINGS; from pipeline.publish.site import site;"
    f"uvicorn.run(site(pathlib.Path(sys.argv[1]), SETTINGS).app(), port={PORT}, log_level='warning')"
)
EACH = 40


def main() -> None:
    folder, documents = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    database = folder / "archive.db"
    if not database.exists():
        make(folder, documents)
    print(f"archive.db: {database.stat().st_size / 1e6:,.0f} MB")
    with served(database) as server:
        print(f"{'page':34}{'times':>6}{'median':>9}{'p95':>9}{'cpu':>9}{'cpu p95':>9}   milliseconds")
        for name, addresses in pages(database):
            report(name, addresses, server)
        status = Path(f"/proc/{server}/status").read_text("utf-8")
        memory = {line.split()[0]: int(line.split()[1]) // 1024 for line in status.splitlines() if "kB" in line}
        print(f"memory of the server: {memory['VmRSS:']} MB, at most {memory['VmHWM:']} MB")


def make(folder: Path, documents: int) -> None:
    """archive.db, through the load stage."""
    folder.mkdir(parents=True, exist_ok=True)
    made = archive(documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, computed = time.perf_counter(), time.process_time()
    load(made, folder / "archive.db", folder / "private.db", "synthetic")
    appearances = sum(len(event.attendances) for event in made.events)
    print(
        f"{documents:,} documents, {appearances:,} appearances loaded in {time.perf_counter() - start:,.0f} s", end=""
    )
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f" ({time.process_time() - computed:,.0f} s computing)")
    print(f"memory: {before / 1024:,.0f} MB for the events, at most {most / 1024:,.0f} MB while loading")


@contextmanager
def served(database: Path) -> Iterator[int]:
    """The number of the process that serves."""
    with subprocess.Popen([sys.executable, "-c", SERVE, str(database)]) as process:
        try:
            _await_answer()
            yield process.pid
        finally:
            process.terminate()


def _await_answer() -> None:
    for _ in range(300):
        try:
            httpx.get(BASE, timeout=60)
        except httpx.ConnectError:
            time.sleep(0.2)
        else:
            return


def report(name: str, addresses: Sequence[str], server: int) -> None:
    """One line of the table; an answer that is not a page is said as well."""
    times, cpu = [], []
    with httpx.Client(base_url=BASE, timeout=120) as client:
        for address in addresses:
            start, before = time.perf_counter(), computed(server)
            answer = client.get(address)
            times.append(1000 * (time.perf_counter() - start))
            cpu.append(1000 * (computed(server) - before))
            if answer.status_code != 200:
                print(f"  {answer.status_code} {address}")
    told = (median(times), p95(times), median(cpu), p95(cpu))
    print(f"{name:34}{len(times):6}" + "".join(f"{value:9.0f}" for value in told), flush=True)


def p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def computed(process: int) -> float:
    """Seconds a process has computed so far, all its threads together."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text("utf-8").split()[0]) for thread in threads) / 1e9


def pages(database: Path) -> Iterator[tuple[str, list[str]]]:
    """Kinds of pages and addresses of each."""
    dice = random.Random(3)
    with opened(database) as connection:
        known = {kind: _ids(connection, table, dice) for kind, table in TABLES.items()}
    yield "home", ["/"] * EACH
    for kind, ids in known.items():
        yield kind, [path_of(kind, identifier) for identifier in ids]
    yield "lists", [f"/{name}" for name in LISTS for _ in range(EACH // len(LISTS))]
    yield "search", [f"/recherche?{urlencode({'q': typed})}" for typed in _searches(dice)]
    yield "network", ["/reseau"] * EACH
    yield "network, picture", ["/reseau/image.json"] * (EACH // 4)
    around = [f"/reseau?autour=person/{identifier}" for identifier in known["person"]]
    yield "network around someone", around
    yield "  its picture", [address.replace("?", "/image.json?") for address in around[: EACH // 2]]
    narrow = [f"/reseau?ville={place}&debut={dice.randint(1970, 2010)}" for place in known["place"][: EACH // 4]]
    yield "network of a town", narrow
    yield "  its picture", [address.replace("?", "/image.json?") for address in narrow]
    yield "map", ["/carte"] * EACH
    yield "map, marks", ["/carte/lieux.json"] * (EACH // 4)
    yield "map of a town", [f"/carte?ville={place}" for place in known["place"]]
    yield "timeline", ["/chronologie"] * EACH
    yield "timeline of a year", [f"/chronologie?debut={year}&fin={year}" for year in known["year"]]
    for table in ("people", "events", "appearances", "pages"):
        yield f"Datasette: {table}", [f"/archive/{table}"] * (EACH // 4)
    yield "Datasette: appearances of one", [f"/archive/appearances?person={quote(who)}" for who in known["person"]]
    yield (
        "Datasette: search",
        [f"/archive/search?{urlencode({'_search': typed})}" for typed in list(_searches(dice))[: EACH // 2]],
    )


TABLES = {
    "document": "documents",
    "event": "events",
    "person": "people",
    "organisation": "organisations",
    "venue": "venues",
    "place": "places",
    "year": "years",
}
LISTS = ("annees", "personnes", "organisations", "villes", "documents")


def _ids(connection: sqlite3.Connection, table: str, dice: random.Random) -> list[str]:
    """Half of them those with most events, half any; for documents and events any."""
    known = [row[0] for row in connection.execute(f"select id from {table} order by rowid")]  # noqa: S608
    columns = {row[1] for row in connection.execute(f"pragma table_info({table})")}
    best = (
        [row[0] for row in connection.execute(f"select id from {table} order by events desc limit {EACH // 2}")]  # noqa: S608
        if "events" in columns
        else []
    )
    return [str(identifier) for identifier in (*best, *dice.sample(known, min(len(known), EACH - len(best))))]


def _searches(dice: random.Random) -> Iterable[str]:
    """A word in many pages, two words, a phrase, a beginning, a word left out, a mistake."""
    words = [word.strip(",:") for word in WORDS if len(word) > 5]
    for _ in range(EACH // 5):
        one, other = dice.sample(words, 2)
        yield from (one, f"{one} {other}", f'"{one} {other}"', f"{one[:5]}* -{other}", one[:-2] + "xt")


if __name__ == "__main__":
    main()
