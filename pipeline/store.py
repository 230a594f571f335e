"""extracted/*.json ⇄ `Record`: the only module that knows the JSON shape and its version.

The files are made to be read and compared: UTF-8, stable key order, no time stamps, one line of the page, one mention,
one session a line. The same record gives the same bytes. The header (who, which file, made by which versions) is
always the second line, so that `read_header` need not parse the rest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import DamagedExtraction
from pipeline.model import (
    Appearance,
    Box,
    Contact,
    Document,
    Event,
    Issue,
    Line,
    MadeBy,
    Mention,
    Organisation,
    Page,
    Record,
    Session,
    Venue,
    Word,
)

SCHEMA = 1
SUFFIX = ".json"

T = TypeVar("T")
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Header:
    """What decides whether an extracted file is still good."""

    sha256: str
    media_type: str
    made_by: MadeBy


def path_of(extracted: Path, document_id: str) -> Path:
    """Where the extracted file of a document lies: the folder mirrors raw/."""
    return extracted / (document_id + SUFFIX)


def documents_in(extracted: Path) -> dict[str, Path]:
    """Every extracted file by document id, sorted."""
    found = {
        path.relative_to(extracted).as_posix().removesuffix(SUFFIX): path for path in extracted.rglob("*" + SUFFIX)
    }
    return dict(sorted(found.items()))


def save(record: Record, extracted: Path) -> Path:
    """Write the record's file in one move: a crash leaves the old file or the new one, never half of one."""
    path = path_of(extracted, record.document.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_text(dumps(record), encoding="utf-8")
    os.replace(unfinished, path)
    return path


def load(path: Path) -> Record:
    """Read one extracted file.

    Raises `DamagedExtraction` when it is no JSON, of another schema, or not of the expected shape.
    """
    try:
        return loads(path.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedExtraction(file=str(path), detail=str(error)) from error


@dataclass(frozen=True)
class Stored:
    """The records of extracted files, read anew each time one goes through them: there may be more than fit in memory.

    Raises `DamagedExtraction` on the way.
    """

    paths: Sequence[Path]

    def __iter__(self) -> Iterator[Record]:
        return map(load, self.paths)


def read_header(path: Path) -> Header | None:
    """The header of an extracted file, or None when there is none to trust (absent, damaged, another schema)."""
    try:
        with path.open(encoding="utf-8") as lines:
            schema, header = next(lines), next(lines)
        if schema != _schema_line():
            return None
        document = json.loads("{" + header.rstrip().rstrip(",") + "}}")["document"]
        return Header(document["sha256"], document["media_type"], MadeBy(**document["made_by"]))
    except (OSError, StopIteration, ValueError, KeyError, TypeError):
        return None


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def dumps(record: Record) -> str:
    """The record as the text of its extracted file."""
    document = record.document
    head = {
        "id": document.id,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "bytes": document.bytes,
        "made_by": asdict(record.made_by),
    }
    parts = [
        _schema_line(),
        f'"document": {_compact(head)[:-1]},\n',
        '"pages": ' + _listed(document.pages, _dump_page) + "},\n",
        '"mentions": ' + _listed(record.mentions, _dump_mention) + ",\n",
        '"events": ' + _listed(record.events, _dump_event) + ",\n",
        '"issues": ' + _listed((*document.issues, *record.issues), _dump_issue) + "}\n",
    ]
    return "".join(parts)


def _schema_line() -> str:
    return f'{{"schema": {SCHEMA},\n'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(items: Iterable[T], dump: Callable[[T], str]) -> str:
    """A JSON list with one item a line."""
    rows = [dump(item) for item in items]
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _spread(fields: Json, lists: Mapping[str, Iterable[object]], tail: Json) -> str:
    """A JSON object: plain fields on one line, then lists with one item a line, then the tail on one line."""
    rows = [f'"{key}": ' + _listed(items, _compact) for key, items in lists.items()]
    return "{" + ",\n".join([_compact(fields)[1:-1], *rows, _compact(tail)[1:-1]]) + "}"


def _dump_page(page: Page) -> str:
    fields = {
        "number": page.number,
        "width": _rounded(page.width),
        "height": _rounded(page.height),
        "unit": page.unit,
        "source": page.source,
        "reason": page.reason,
        "rotation": page.rotation,
        "confidence": _rounded(page.confidence, 3),
    }
    return _compact(fields)[:-1] + ',\n"lines": ' + _listed(page.lines, _dump_line) + "}"


def _dump_line(line: Line) -> str:
    fields: dict[str, object] = {
        "text": line.text,
        "box": _dump_box(line.box),
        "block": line.block,
        "size": _rounded(line.size),
        "bold": line.bold,
    }
    if line.cells != (0,):
        fields["cells"] = line.cells
    fields |= {name: True for name in ("centred", "broken") if getattr(line, name)}
    fields["words"] = [[word.text, *_dump_box(word.box), _rounded(word.confidence)] for word in line.words]
    return _compact(fields)


def _dump_mention(mention: Mention) -> str:
    fields = asdict(mention)
    fields["boxes"] = [_dump_box(box) for box in mention.boxes]
    fields["confidence"] = _rounded(mention.confidence, 3)
    return _compact(fields)


def _dump_event(event: Event) -> str:
    plain = ("title", "subtitle", "kind", "status", "start", "end", "start_time", "end_time", "date_note")
    fields = {name: getattr(event, name) for name in plain}
    fields |= {"venue": asdict(event.venue) if event.venue else None, "price": event.price}
    lists: dict[str, Iterable[object]] = {
        name: [asdict(item) for item in getattr(event, name)]
        for name in ("sessions", "organisations", "appearances", "contacts")
    }
    confidence = {key: _rounded(value, 3) for key, value in event.confidence.items()}
    return _spread(fields, lists, {"evidence": dict(event.evidence), "confidence": confidence})


def _dump_issue(issue: Issue) -> str:
    return _compact({"page": issue.page, "stage": issue.stage, "code": issue.code, "message": issue.message})


def _dump_box(box: Box) -> list[float]:
    return [_rounded(edge) for edge in box]


def _rounded(value: float, digits: int = 2) -> float:
    """A short number; whole ones without a decimal point, so that 3.0 and 3 are written alike."""
    short = round(float(value), digits)
    return int(short) if short.is_integer() else short


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def loads(text: str) -> Record:
    """The record that `dumps` wrote. Raises ValueError, KeyError or TypeError when the text is something else."""
    data = json.loads(text)
    if data["schema"] != SCHEMA:
        raise ValueError(f"schema {data['schema']}")
    head = data["document"]
    issues = tuple(Issue(**issue) for issue in data["issues"])
    document = Document(
        id=head["id"],
        sha256=head["sha256"],
        media_type=head["media_type"],
        bytes=head["bytes"],
        pages=tuple(_load_page(page) for page in head["pages"]),
        issues=tuple(issue for issue in issues if issue.stage == "read"),
    )
    return Record(
        document=document,
        made_by=MadeBy(**head["made_by"]),
        mentions=tuple(_load_mention(mention) for mention in data["mentions"]),
        events=tuple(_load_event(event) for event in data["events"]),
        issues=tuple(issue for issue in issues if issue.stage != "read"),
    )


def _load_page(data: Json) -> Page:
    return Page(**{**data, "lines": tuple(_load_line(line) for line in data["lines"])})


def _load_line(data: Json) -> Line:
    return Line(
        words=tuple(Word(text, Box(*box), confidence) for text, *box, confidence in data["words"]),
        block=data["block"],
        size=data["size"],
        bold=data["bold"],
        cells=tuple(data.get("cells", (0,))),
        centred=data.get("centred", False),
        broken=data.get("broken", False),
    )


def _load_mention(data: Json) -> Mention:
    return Mention(**{**data, "boxes": tuple(Box(*box) for box in data["boxes"])})


def _load_event(data: Json) -> Event:
    return Event(
        **{
            **data,
            "venue": Venue(**data["venue"]) if data["venue"] else Venue(),
            "sessions": tuple(Session(**session) for session in data["sessions"]),
            "organisations": tuple(Organisation(**organisation) for organisation in data["organisations"]),
            "appearances": tuple(_load_appearance(appearance) for appearance in data["appearances"]),
            "contacts": tuple(Contact(**contact) for contact in data["contacts"]),
            "evidence": {key: tuple(ids) for key, ids in data["evidence"].items()},
        }
    )


def _load_appearance(data: Json) -> Appearance:
    organisation = data["organisation"]
    return Appearance(**{**data, "organisation": Organisation(**organisation) if organisation else None})
