"""The story: raw → unpack → read → extract → resolve → load. What has not changed is not done again.

Each stage leaves a file and works from the files of the stage before: reading writes extracted/<id>.json with the
pages, extracting completes it with mentions and events, loading makes archive.db of them all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pipeline import __version__, extract, load, read, resolve, store
from pipeline.errors import CartonError, DamagedExtraction, DocumentNotFound, ToolMissing, UnreadableDocument
from pipeline.folder import INSIDE, Folder, sha256_of
from pipeline.messages import say
from pipeline.model import Document, Extraction, Issue, MadeBy, OcrMode, Record, Stage

T = TypeVar("T")
Watch = Callable[[str], None]
"""Told of each document a stage has finished, by its id."""


@dataclass(frozen=True)
class Plan:
    """What a stage has to do and what it can leave alone."""

    stale: Mapping[str, Path]
    unchanged: tuple[str, ...]
    ocr: OcrMode = "auto"


# ── unpack ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def unpack_members(folder: Folder) -> None:
    """Bring unpacked/ up to date with the ZIPs and e-mails of raw/: each of their members is a document as well.

    One that cannot be unpacked says so when it is read.
    """
    seen: set[Path] = set()
    kept: set[Path] = set()
    while new := [path for path in folder.documents().values() if path not in seen]:
        seen.update(new)
        holders = [path for path in new if read.holds_others(path)]
        if not holders:
            break
        for path in holders:
            _unpack(path, folder.members_of(path))
        kept.update(map(folder.members_of, holders))
    for place in sorted(folder.unpacked.rglob("*" + INSIDE)):
        if place not in kept:
            shutil.rmtree(place, ignore_errors=True)


def _unpack(path: Path, target: Path) -> None:
    """Unpack one file unless that was done; its checksum beside the members says so."""
    mark, sha256 = target / ".sha256", sha256_of(path)
    if mark.exists() and mark.read_text("ascii") == sha256:
        return
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with suppress(UnreadableDocument):
        read.unpack(path, target)
    mark.write_text(sha256, "ascii")


# ── read ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def plan_reading(folder: Folder, ocr: OcrMode | None = None) -> Plan:
    """Documents of raw/ that are new, have changed, or were read by another version of the reader.

    Where a way of using OCR is asked for, those read another way as well.
    """
    stale, unchanged = {}, []
    for document_id, path in folder.documents().items():
        header = store.read_header(store.path_of(folder.extracted, document_id))
        if header and header.sha256 == sha256_of(path) and read.is_current(header.made_by.reader, ocr):
            unchanged.append(document_id)
        else:
            stale[document_id] = path
    return Plan(stale, tuple(unchanged), ocr or "auto")


def read_documents(folder: Folder, plan: Plan, done: Watch) -> None:
    """Read what the plan says, in parallel. Every document ends as an extracted file, be it only to say why not."""
    if not plan.stale:
        return
    with _workers() as executor:
        for document_id, reading in read.read_all(plan.stale.items(), executor, plan.ocr, folder.images):
            document = _outcome(reading, "read")
            if isinstance(document, Issue):
                document = _unread(document_id, plan.stale[document_id], document)
            made_by = MadeBy(__version__, read.version_of(document, plan.ocr))
            store.save(Record(document, made_by), folder.extracted)
            done(document_id)


def plan_drawing(folder: Folder) -> Plan:
    """Documents that were read and whose pages have no pictures yet."""
    stale, unchanged = {}, []
    for document_id, path in folder.documents().items():
        header = store.read_header(store.path_of(folder.extracted, document_id))
        if header and read.has_pictures(header.media_type):
            if _drawn(folder, header.sha256).exists():
                unchanged.append(document_id)
            else:
                stale[document_id] = path
    return Plan(stale, tuple(unchanged))


def draw_pages(folder: Folder, plan: Plan, done: Watch) -> None:
    """Make the pictures of pages that were not kept when they were read, in parallel."""
    if not plan.stale:
        return
    with _workers() as executor:
        tasks = {
            executor.submit(_draw_stored, path, store.path_of(folder.extracted, document_id), folder): document_id
            for document_id, path in plan.stale.items()
        }
        for task in as_completed(tasks):
            issues = _outcome(task.result, "read")
            _note(tasks[task], (issues,) if isinstance(issues, Issue) else issues, folder)
            done(tasks[task])


def _draw_stored(path: Path, extracted: Path, folder: Folder) -> tuple[Issue, ...]:
    """Draw a document's pages; they count as drawn when none failed."""
    document = store.load(extracted).document
    issues = read.draw(path, document, folder.images)
    if not issues:
        mark = _drawn(folder, document.sha256)
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return issues


def _note(document_id: str, issues: Iterable[Issue], folder: Folder) -> None:
    """Hold in an extracted file what the last drawing had to say, in place of what an earlier one said."""
    record = store.load(store.path_of(folder.extracted, document_id))
    kept = tuple(issue for issue in record.document.issues if issue.code != "page-undrawn")
    told = (*kept, *(issue for issue in issues if issue not in kept))
    if told != record.document.issues:
        store.save(replace(record, document=replace(record.document, issues=told)), folder.extracted)


def _drawn(folder: Folder, sha256: str) -> Path:
    """The mark that all pages of a document have been drawn."""
    return folder.images / sha256 / "complete"


def show_reading(folder: Folder, document: str, target: Path) -> list[Path]:
    """Draw what was read of a document over its pages, below `target`; a document not yet read is read for this.

    Raises `DocumentNotFound` when the archive has none of that name, an `UnreadableDocument` when it cannot be read.
    """
    document_id = document.removeprefix("raw/")
    path = folder.documents().get(document_id)
    if path is None:
        raise DocumentNotFound(document=document)
    stored = store.path_of(folder.extracted, document_id)
    pages = store.load(stored).document.pages if stored.exists() else read.read(path, document_id).pages
    return read.show(path, pages, target)


def _unread(document_id: str, path: Path, issue: Issue) -> Document:
    """A document without pages that says why."""
    return Document(document_id, sha256_of(path), read.media_type(path), path.stat().st_size, issues=(issue,))


# ── extract ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def plan_extraction(folder: Folder) -> Plan:
    """Extracted files that were never extracted from, or by another version of the extractor or another model."""
    today = (extract.VERSION, extract.model_version())
    stale, unchanged = {}, []
    for document_id in folder.documents():
        path = store.path_of(folder.extracted, document_id)
        header = store.read_header(path)
        if header and (header.made_by.extractor, header.made_by.model) == today:
            unchanged.append(document_id)
        elif header:
            stale[document_id] = path
    return Plan(stale, tuple(unchanged))


def extract_documents(folder: Folder, plan: Plan, done: Watch) -> None:
    """Extract from the stored pages what the plan says, in parallel; nothing is read again."""
    if not plan.stale:
        return
    with _workers() as executor:
        tasks = {executor.submit(_extract_stored, path): document_id for document_id, path in plan.stale.items()}
        for task in as_completed(tasks):
            path = plan.stale[tasks[task]]
            extraction = _outcome(task.result, "extract")
            if isinstance(extraction, Issue):
                extraction = Extraction(issues=(extraction,))
            store.save(_completed(store.load(path), extraction), folder.extracted)
            done(tasks[task])


def _extract_stored(path: Path) -> Extraction:
    return extract.extract(store.load(path).document)


def _completed(record: Record, extraction: Extraction) -> Record:
    made_by = replace(record.made_by, extractor=extract.VERSION, model=extract.model_version())
    return Record(record.document, made_by, extraction.mentions, extraction.events, extraction.issues)


# ── load ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def is_loaded(folder: Folder) -> bool:
    """Whether archive.db was made from what lies in extracted/ and decisions.jsonl now."""
    return load.fingerprint_of(folder.database) == _fingerprint(folder)


def load_archive(folder: Folder) -> None:
    """Resolve all extracted files and load them into a new archive.db and private.db that replace the old ones."""
    made_from = _fingerprint(folder)
    if load.fingerprint_of(folder.database) == made_from and folder.private_database.exists():
        return
    extracted = [store.path_of(folder.extracted, document_id) for document_id in folder.documents()]
    records = store.Stored([path for path in extracted if path.exists()])
    archive = resolve.resolve(records, resolve.read_decisions(folder.decisions))
    load.load(archive, folder.database, folder.private_database, made_from)


def _fingerprint(folder: Folder) -> str:
    """All that archive.db depends on, as one checksum."""
    headers = [store.read_header(store.path_of(folder.extracted, document_id)) for document_id in folder.documents()]
    decisions = sha256_of(folder.decisions) if folder.decisions.exists() else "none"
    return load.fingerprint([__version__, decisions, *map(str, headers)])


# ── all ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def differences(folder: Folder) -> tuple[str, ...]:
    """What is not as it should be, a sentence each: nothing when the archive accounts for every file of raw/."""
    reading, extraction = plan_reading(folder), plan_extraction(folder)
    documents = folder.documents()
    orphans = [document_id for document_id in store.documents_in(folder.extracted) if document_id not in documents]
    return (
        *(say("check-unread", file=document_id) for document_id in reading.stale),
        *(say("check-unextracted", file=file) for file in extraction.stale if file not in reading.stale),
        *(say("check-orphan", file=document_id) for document_id in orphans),
        *(() if is_loaded(folder) else (say("check-database"),)),
        *load.faults(folder.database),
    )


def _workers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=os.cpu_count() or 1)


def _outcome(produce: Callable[[], T], stage: Stage) -> T | Issue:
    """The boundary around one document: whatever happens to it, it ends as an issue and the others go on."""
    try:
        return produce()
    except (ToolMissing, DamagedExtraction):
        raise
    except CartonError as error:
        return Issue(stage, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - the one broad handler of the house
        return Issue(stage, "unexpected", say("unexpected", detail=f"{type(error).__name__}: {error}"))
