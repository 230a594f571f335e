"""How long extraction takes, against spaCy alone on the same texts.

    python -m benchmarks.extraction [RAW]

RAW holds the documents, by default `benchmarks/programmes`. The reference is `nlp.pipe`, all texts at once, with only
the component that extraction uses. Both are timed in the same process, in processor time (the load other programs make
does not count), each document once, as an archive is extracted: what extraction remembers of a text it has seen must
not count for it. The text documents of the sample are extracted before, so that model and lexicons are loaded. The
middle one of five such processes stands. The target is a ratio of 1.5 at most.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import spacy

from pipeline.extract import extract, language
from pipeline.extract.segments import segments_of
from pipeline.model import Document
from pipeline.read import read

ROOT = Path(__file__).parents[1]
TEXTS = (".txt", ".md")
ROUNDS = 5
TARGET = 1.5


def documents(place: Path) -> Iterator[Document]:
    for path in sorted(place.rglob("*")):
        if path.suffix in TEXTS and path.stem != "README":
            yield read(path, path.name)


def texts_of(papers: list[Document]) -> list[str]:
    return [language.spell_small(segment.text) for paper in papers for segment in segments_of(paper)]


def processor_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measured(place: Path) -> tuple[float, float]:
    """Seconds of `nlp.pipe` and of extraction."""
    sample, papers = list(documents(ROOT / "raw")), list(documents(place))
    texts = texts_of(papers)
    nlp = spacy.load(language.MODEL, exclude=language.OTHER_PARTS)
    list(nlp.pipe(texts_of(sample))), [extract(paper) for paper in sample]
    return processor_seconds(lambda: list(nlp.pipe(texts))), processor_seconds(lambda: [*map(extract, papers)])


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "benchmarks" / "programmes" / "raw"
    texts = texts_of(list(documents(place)))
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as executor:
        rounds = sorted(executor.map(measured, [place] * ROUNDS), key=lambda both: both[1] / both[0])
    reference, ours = rounds[ROUNDS // 2]
    print(f"nlp.pipe     {1000 * reference:8.0f} ms")
    print(f"extraction   {1000 * ours:8.0f} ms")
    print(f"ratio        {ours / reference:8.2f}    (target: {TARGET} at most)")
    sys.exit(ours > TARGET * reference)


if __name__ == "__main__":
    main()
