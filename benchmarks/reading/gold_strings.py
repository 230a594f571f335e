"""Which share of the titles, people, bodies, places and sessions stands in the reading of pages without text layer.

    python -m benchmarks.reading.gold_strings GOLD RAW

GOLD holds one JSON per document ({"id", "events"}, in the shape of extracted files; a string may be a list of forms),
RAW the documents. Those Carton reads by OCR are also read by plain `tesseract` (one call per page, French, 300 dpi).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.reading.references import drawn, tesseract
from benchmarks.reading.words import fold, stands_in
from pipeline.read import read

KINDS = ("titles", "people", "organisations", "venues", "sessions")


def forms(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in (value if isinstance(value, list) else [value]) if each)


def strings(gold: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each string of a gold document once, as its kind and the forms that count as it."""
    for event in gold["events"]:
        yield "titles", forms(event.get("title"))
        yield "venues", forms((event.get("venue") or {}).get("name"))
        appearances = event.get("appearances", ())
        yield from (("people", forms(each["person"])) for each in appearances)
        yield from (("sessions", forms(each.get("title"))) for each in event.get("sessions", ()))
        bodies = [
            *event.get("organisations", ()),
            *(each["organisation"] for each in appearances if each.get("organisation")),
        ]
        for body in bodies:
            yield "organisations", (*forms(body.get("name")), *forms(body.get("acronym")), *forms(body.get("aliases")))


def readings(path: Path) -> dict[str, str] | None:
    """A document as Carton and as Tesseract read it; none when it has a text layer."""
    document = read(path, path.name)
    if not any(page.source == "ocr" for page in document.pages):
        return None
    plain = " ".join(tesseract(picture) for picture in drawn(path, 300))
    return {"carton": fold(" ".join(page.text for page in document.pages)), "tesseract": fold(plain)}


def main() -> None:
    golds, raw = (Path(argument) for argument in sys.argv[1:3])
    documents = {
        gold["id"]: gold for gold in (json.loads(path.read_text("utf-8")) for path in sorted(golds.glob("*.json")))
    }
    paths = [path for path in sorted(raw.iterdir()) if path.stem in documents and path.suffix not in (".txt", ".md")]
    found: Counter[tuple[str, str]] = Counter()
    asked: Counter[str] = Counter()
    with ProcessPoolExecutor() as workers:
        for path, texts in zip(paths, workers.map(readings, paths), strict=True):
            for kind, accepted in sorted({pair for pair in strings(documents[path.stem]) if pair[1] and texts}):
                asked[kind] += 1
                for reader, text in (texts or {}).items():
                    found[reader, kind] += stands_in(text, accepted)
                if not stands_in((texts or {})["carton"], accepted):
                    print(f"not found in {path.name}: {kind}: {accepted[0]}")
    print(f"{'':12}" + "".join(f"{kind:>16}" for kind in KINDS))
    for reader in ("carton", "tesseract"):
        shares = (
            f"{found[reader, kind]}/{asked[kind]} {found[reader, kind] / max(1, asked[kind]):.2f}" for kind in KINDS
        )
        print(f"{reader:12}" + "".join(f"{share:>16}" for share in shares))


if __name__ == "__main__":
    main()
