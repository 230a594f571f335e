"""Gold: what a careful archivist notes from a document alone, a JSON file each, as docs/evaluation.md says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import DamagedGold, GoldNotFound
from pipeline.messages import say

GoldEvents = list[dict[str, Any]]

KNOWN: Mapping[str, frozenset[str]] = {
    "file": frozenset({"id", "events", "note"}),
    "event": frozenset(
        "title subtitle kind status start end start_time end_time times_optional venue price sessions organisations "
        "appearances contacts optional note".split()
    ),
    "venue": frozenset("name address postcode city optional city_optional note".split()),
    "sessions": frozenset("date start_time end_time title kind place optional note".split()),
    "organisations": frozenset("name acronym aliases role optional note".split()),
    "appearances": frozenset(
        "person role function organisation session optional function_optional organisation_optional note".split()
    ),
}
"""The names a gold file may use: a slip of the pen must not silently leave something out of the measure."""


def read_gold(place: Path) -> dict[str, GoldEvents]:
    """The events of every gold document, by its id, from one file or from a folder and those below it.

    Raises `GoldNotFound` when there is none, `DamagedGold` for a file that cannot be used.
    """
    files = [place] if place.is_file() else sorted(place.rglob("*.json"))
    gold: dict[str, GoldEvents] = {}
    for file in files:
        document, events = _read(file)
        if document in gold:
            raise DamagedGold(file=file, detail=say("gold-twice", document=document))
        gold[document] = events
    if not gold:
        raise GoldNotFound(place=place)
    return dict(sorted(gold.items()))


def _read(file: Path) -> tuple[str, GoldEvents]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DamagedGold(file=file, detail=str(error)) from error
    problem = next(_problems(data), None)
    if problem:
        raise DamagedGold(file=file, detail=problem)
    return data["id"], data["events"]


def _problems(data: object) -> Iterator[str]:
    """What keeps a gold file from being used, in sentences."""
    if not isinstance(data, dict) or not isinstance(data.get("id"), str) or not isinstance(data.get("events"), list):
        yield say("gold-shape")
        return
    yield from _unknown("file", data)
    for event in data["events"]:
        yield from _unknown("event", event)
        yield from _unknown("venue", event.get("venue") or {})
        for name in ("sessions", "organisations", "appearances"):
            for item in event.get(name) or []:
                yield from _unknown(name, item)
        count = len(event.get("sessions") or [])
        for appearance in event.get("appearances") or []:
            session = appearance.get("session")
            if session is not None and session not in range(count):
                yield say("gold-session", person=appearance.get("person"), session=session, count=count)


def _unknown(kind: str, item: object) -> Iterator[str]:
    if isinstance(item, str) and kind == "organisations":
        return
    if not isinstance(item, dict):
        yield say("gold-shape")
        return
    for name in item.keys() - KNOWN[kind]:
        yield say("gold-unknown", name=name)
