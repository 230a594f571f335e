"""evaluate(gold, extracted) → Evaluation: what was read held against what an archivist annotated.

`docs/evaluation.md` says how to annotate and what counts as right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline import store
from pipeline.evaluate.compare import FIELDS, Verdict, compare
from pipeline.evaluate.facts import facts_of_gold, facts_of_record, inferred_freely
from pipeline.evaluate.gold import GoldEvents, read_gold


@dataclass(frozen=True)
class Evaluation:
    """One verdict for each field of each gold document; `absent` are those that have no extracted file."""

    verdicts: Mapping[tuple[str, str], Verdict]
    absent: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(document for document, _ in self.verdicts))


def evaluate(gold: Path, extracted: Path) -> Evaluation:
    """Compare a gold file or a folder of them with the extracted files of the same documents.

    Raises `GoldNotFound`, `DamagedGold` and `DamagedExtraction`.
    """
    files = store.documents_in(extracted)
    verdicts: dict[tuple[str, str], Verdict] = {}
    absent = []
    for document, events in read_gold(gold).items():
        file = find_document(document, files)
        if file is None:
            absent.append(document)
        verdicts |= _verdicts(document, events, files[file] if file else None)
    return Evaluation(verdicts, tuple(absent))


def _verdicts(document: str, events: GoldEvents, extracted: Path | None) -> dict[tuple[str, str], Verdict]:
    gold = facts_of_gold(events)
    found = facts_of_record(store.load(extracted)) if extracted else []
    return {
        (document, field): compare(
            [fact for fact in gold if fact.field == field],
            [fact for fact in found if fact.field == field],
            free=inferred_freely(events, field),
        )
        for field in FIELDS
    }


def find_document(name: str, documents: Iterable[str]) -> str | None:
    """The document a gold file means: its id in full, without its ending, or, where only one has it, its bare name.

    >>> find_document("colloque", ["1998/colloque.pdf", "1999/seance.txt"])
    '1998/colloque.pdf'
    >>> find_document("colloque", ["1998/colloque.pdf", "1999/colloque.pdf"])
    """
    paths = [PurePosixPath(document) for document in documents]
    candidates = (
        [path for path in paths if name == str(path)],
        [path for path in paths if name == str(path.with_suffix(""))],
        [path for path in paths if name in (path.name, path.stem)],
    )
    return next((str(meant[0]) for meant in candidates if len(meant) == 1), None)
