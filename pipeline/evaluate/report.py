"""An evaluation as an archivist reads it: two tables and, on demand, what was missed and what was invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.evaluate import Evaluation
from pipeline.evaluate.compare import FIELDS, Verdict, add_up
from pipeline.evaluate.facts import Fact
from pipeline.messages import say

LABELS = {
    "dates": "field-dates",
    "times": "field-times",
    "title": "field-title",
    "venue": "field-venue",
    "city": "field-city",
    "people": "field-people",
    "functions": "field-functions",
    "organisations": "field-organisations",
    "affiliations": "field-affiliations",
    "sessions": "field-sessions",
    "session_people": "field-session-people",
}
QUALITY = (
    "column-field",
    "column-precision",
    "column-recall",
    "column-f1",
    "column-right",
    "column-extra",
    "column-missed",
)
BANDS = ("column-sure", "column-likely", "column-doubtful", "column-unsaid")
SURE, LIKELY = 0.9, 0.7
FIRST, COLUMN, WIDE = 22, 11, 20


def quality(evaluation: Evaluation) -> Iterator[str]:
    """Precision, recall and F1 of every field over all documents, and the mean of the F1s."""
    absent = evaluation.absent
    yield say("evaluated", documents=len(evaluation.documents), absent=len(absent))
    yield from (say("evaluated-absent", document=document) for document in absent)
    yield ""
    yield _row([say(code) for code in QUALITY], COLUMN)
    totals = _totals(evaluation)
    for field, verdict in totals.items():
        counts = (len(verdict.right), len(verdict.extra), len(verdict.missed))
        shares = (verdict.precision, verdict.recall, verdict.f1)
        yield _row([say(LABELS[field]), *map(_decimal, shares), *map(str, counts)], COLUMN)
    mean = sum(verdict.f1 for verdict in totals.values()) / len(totals)
    yield _row([say("evaluation-mean"), "", "", _decimal(mean)], COLUMN)


def calibration(evaluation: Evaluation) -> Iterator[str]:
    """How many of the facts found are right, by field and by the confidence Carton gave them."""
    totals = _totals(evaluation)
    yield say("calibration-title")
    yield _row([say("column-field"), *(say(code) for code in BANDS)], WIDE)
    for field, verdict in totals.items():
        yield _row([say(LABELS[field]), *_cells(verdict)], WIDE)
    yield _row([say("calibration-all"), *_cells(add_up(totals.values()))], WIDE)


def misses(evaluation: Evaluation) -> Iterator[str]:
    """What was missed and what was invented, document by document."""
    for document in evaluation.documents:
        lines = [line for field in FIELDS for line in _errors(field, evaluation.verdicts[document, field])]
        if lines:
            yield from (document, *lines, "")


def _errors(field: str, verdict: Verdict) -> Iterator[str]:
    for code, facts in (("miss-missed", verdict.missed), ("miss-extra", verdict.extra)):
        yield from (f"  {say(code):8} {say(LABELS[field]):{FIRST}} {fact}" for fact in facts)


def _totals(evaluation: Evaluation) -> Mapping[str, Verdict]:
    return {
        field: add_up(evaluation.verdicts[document, field] for document in evaluation.documents) for field in FIELDS
    }


def _cells(verdict: Verdict) -> list[str]:
    """Right of found in each band of confidence; facts one may leave out count as found and right."""
    right, wrong = (*verdict.right, *verdict.also_right), verdict.extra
    return [_cell(_count(right, band), _count(wrong, band)) for band in BANDS]


def _cell(right: int, wrong: int) -> str:
    count = right + wrong
    return say("calibration-cell", right=right, count=count, share=f"{100 * right / count:.0f}") if count else "–"


def _count(facts: Iterable[Fact], band: str) -> int:
    return sum(_band(fact.confidence) == band for fact in facts)


def _band(confidence: float | None) -> str:
    if confidence is None:
        return "column-unsaid"
    return "column-sure" if confidence >= SURE else "column-likely" if confidence >= LIKELY else "column-doubtful"


def _row(cells: Iterable[str], width: int) -> str:
    first, *others = cells
    return f"{first:{FIRST}}" + "".join(f"{cell:>{width}}" for cell in others)


def _decimal(share: float) -> str:
    """Three digits, with a comma."""
    return f"{share:.3f}".replace(".", ",")
