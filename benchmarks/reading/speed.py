"""Pages per second and word accuracy beside other programs, in one run on the same pages.

    python -m benchmarks.reading.speed PDF... [--rounds N] [--ocrmypdf PROGRAM]

Scans: the pages of the PDFs given that have a text layer, drawn at 200 dots per inch and spoilt as by a scanner, in one
PDF of pictures; read by Carton, by OCRmyPDF (`--jobs` = cores) and by Tesseract (one process per core). Text layers:
the PDFs themselves, read by Carton, by pdfplumber's `extract_words` and by `pdftotext`. The programs take turns, so
that whatever else the machine does weighs on all of them; seconds of processor time, with those of child processes, are
the steadier measure on a busy machine. Programs that are not installed are left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import pdfplumber

from benchmarks.reading.references import ONE_THREAD, drawn, tesseract
from benchmarks.reading.twins import scanned
from benchmarks.reading.words import compare, words_of
from pipeline.read import read, read_all

CORES = os.cpu_count() or 1
RESOLUTION = 200
Program = Callable[[], list[str]]
"""Reads all pages: a text for each."""


def by_carton(path: Path) -> list[str]:
    with ProcessPoolExecutor(CORES) as workers:
        return [page.text for _, outcome in read_all([(path.name, path)], workers) for page in outcome().pages]


def by_ocrmypdf(path: Path, program: str) -> list[str]:
    with TemporaryDirectory() as place:
        text = Path(place) / "text"
        options = ["-l", "fra", "--jobs", str(CORES), "--output-type", "pdf", "-O0", "--sidecar", str(text), "--quiet"]
        subprocess.run([program, *options, str(path), f"{place}/out.pdf"], check=True, env=ONE_THREAD)
        return text.read_text("utf-8").split("\f")


def by_tesseract(path: Path) -> list[str]:
    with ThreadPoolExecutor(CORES) as workers:
        return list(workers.map(tesseract, drawn(path, 300)))


def by_layer(path: Path) -> list[str]:
    return [page.text for page in read(path, path.name).pages]


def by_pdfplumber(path: Path) -> list[str]:
    with pdfplumber.open(path) as pdf:
        return [" ".join(word["text"] for word in page.extract_words()) for page in pdf.pages]


def by_pdftotext(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return done.stdout.split("\f")


class Result(NamedTuple):
    """Median seconds by the clock and of processor time, and the text of each page."""

    seconds: float
    work: float
    texts: list[str]


def take_turns(programs: dict[str, Program], rounds: int) -> dict[str, Result]:
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    texts: dict[str, list[str]] = {}
    for _ in range(rounds):
        for name, program in programs.items():
            clock, work = perf_counter(), processor_time()
            texts[name] = program()
            times[name].append((perf_counter() - clock, processor_time() - work))
    return {
        name: Result(median(clock for clock, _ in times[name]), median(work for _, work in times[name]), texts[name])
        for name in programs
    }


def processor_time() -> float:
    return sum(os.times()[:4])


def scan_of(paths: list[Path], target: Path) -> list[str]:
    """Make one PDF of pictures of all pages with a text layer; what is printed on each."""
    pictures, printed = [], []
    for path in paths:
        for page, picture in zip(read(path, path.name).pages, drawn(path, RESOLUTION), strict=True):
            if page.source == "text-layer":
                pictures.append(scanned(picture))
                printed.append(page.text)
    pictures[0].save(target, save_all=True, append_images=pictures[1:], resolution=RESOLUTION)
    return printed


def table(title: str, results: dict[str, Result], printed: list[str]) -> None:
    pages, ours = len(printed), results["carton"]
    print(f"{title}: {pages} pages, {CORES} cores")
    for name, (seconds, work, texts) in results.items():
        scores = [compare(words_of(page), words_of(text)) for page, text in zip(printed, texts, strict=False)]
        print(
            f"  {name:12} {pages / seconds:6.2f} pages/s (time {seconds / ours.seconds:5.2f} of carton's),"
            f" {work / pages:5.2f} s of processor a page ({work / ours.work:5.2f}),"
            f" F1 {fmean(score.f1 for score in scores):.3f}, order {fmean(score.order for score in scores):.3f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("pdfs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ocrmypdf", default="ocrmypdf")
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        scan = Path(place) / "scan.pdf"
        printed = scan_of(options.pdfs, scan)
        programs: dict[str, Program] = {"carton": lambda: by_carton(scan), "tesseract": lambda: by_tesseract(scan)}
        if shutil.which(options.ocrmypdf):
            programs["ocrmypdf"] = lambda: by_ocrmypdf(scan, options.ocrmypdf)
        table("scans", take_turns(programs, options.rounds), printed)
    texts = {"carton": by_layer, "pdfplumber": by_pdfplumber}
    if shutil.which("pdftotext"):
        texts["pdftotext"] = by_pdftotext
    whole = [path for path in options.pdfs if all(page.source == "text-layer" for page in read(path, path.name).pages)]
    layers = {name: _over(reader, whole) for name, reader in texts.items()}
    table("text layers", take_turns(layers, 3 * options.rounds), _over(by_layer, whole)())


def _over(reader: Callable[[Path], list[str]], paths: list[Path]) -> Program:
    return lambda: [text for path in paths for text in reader(path)]


if __name__ == "__main__":
    main()
