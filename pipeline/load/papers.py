"""What stands on one paper → rows: the document, its pages, what was noticed on them, what is to be looked at."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict
from pathlib import PurePosixPath

from pipeline.load.building import Row
from pipeline.load.masking import Mask, is_understood, private_mentions
from pipeline.messages import say
from pipeline.model import Issue, Record


def paper_rows(record: Record, mask: Mask, above: Container[str]) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table name and rows; `above` are the documents seen before, among them any that holds this one."""
    issues = _issues(record)
    yield "documents", [_document(record, issues, above)]
    yield "pages", _pages(record, mask)
    yield "mentions", _mentions(record, mask)
    yield (
        "issues",
        [{"document": record.document.id, **asdict(issue), "message": mask(issue.message)} for issue in issues],
    )


def _issues(record: Record) -> tuple[Issue, ...]:
    """Those of reading and extraction, and that nothing was extracted yet."""
    found = (*record.document.issues, *record.issues)
    if record.document.pages and not record.made_by.extractor:
        return (*found, Issue("extract", "not-extracted", say("not-extracted")))
    return found


def _status(record: Record, issues: Iterable[Issue]) -> str:
    """`failed` when nothing could be read, `doubtful` when something is to be looked at, else `good`."""
    if issues and not any(page.lines for page in record.document.pages):
        return "failed"
    return "doubtful" if issues else "good"


def _document(record: Record, issues: Iterable[Issue], above: Container[str]) -> Row:
    document, made_by = record.document, record.made_by
    confidences = [page.confidence for page in document.pages]
    return {
        "id": document.id,
        "part_of": next((str(holder) for holder in PurePosixPath(document.id).parents if str(holder) in above), None),
        "media_type": document.media_type,
        "bytes": document.bytes,
        "pages": len(document.pages),
        "source": ", ".join(sorted({page.source for page in document.pages})) or None,
        "confidence": round(sum(confidences) / len(confidences), 3) if confidences else None,
        "status": _status(record, issues),
        "sha256": document.sha256,
        **asdict(made_by),
    }


def _pages(record: Record, mask: Mask) -> Iterator[Row]:
    """A page's text is published only when someone has looked for what is private in it."""
    for page in record.document.pages:
        yield {
            "id": f"{record.document.id}#{page.number}",
            "document": record.document.id,
            **{name: getattr(page, name) for name in ("number", "width", "height", "unit", "source", "reason")},
            "rotation": page.rotation,
            "confidence": page.confidence,
            "text": mask(page.text) if is_understood(record) else None,
        }


def _mentions(record: Record, mask: Mask) -> Iterator[Row]:
    private = {mention.id for mention in private_mentions(record)}
    for mention in record.mentions:
        if mention.id in private:
            continue
        told = {
            "raw": mask(mention.raw),
            "value": mask(mention.value),
            "boxes": json.dumps([list(box) for box in mention.boxes]),
        }
        yield {**vars(mention), **told, "id": f"{record.document.id}#{mention.id}", "document": record.document.id}
