"""decisions.jsonl: what people decided, one JSON object a line, only ever appended to.

    {"action": "same", "kind": "person", "left": "J.-M. Le Goff", "right": "Jean-Marie Le Goff",
     "at": "2026-01-31", "by": "archives", "why": "même fonction la même année"}

Actions on names: `same` and `different` (two names of a person or an organisation), `rename` (the name an entity goes
by). Actions on one paper's facts, with the paper's `sha256`: `correct`, `reject`, `add` (see `corrections.py`).

    {"action": "correct", "kind": "start", "left": "1998-05-03", "right": "1988-05-03", "sha256": "5f…",
     "at": "2026-01-31", "by": "archives", "why": "année lue sur l'original"}
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from pipeline.archive import Decision
from pipeline.errors import DamagedDecisions
from pipeline.messages import say
from pipeline.resolve.corrections import KINDS as FACTS
from pipeline.resolve.corrections import TIES

ON_NAMES = frozenset({"same", "different", "rename"})
INCOMPLETE = {"correct": "correct-incomplete", "reject": "reject-incomplete", "add": "add-incomplete"}
"""What to say of a decision on a fact that lacks something."""
ON_FACTS = frozenset(INCOMPLETE)
KINDS = frozenset({"person", "organisation"})
DAYS, HOURS = frozenset({"start", "end"}), frozenset({"start_time", "end_time"})


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """All decisions in the order they were taken; none when there is no file.

    Raises `DamagedDecisions` for a line that cannot be understood: a decision is never passed over in silence.
    """
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_decision(line, number) for number, line in enumerate(lines, 1) if line.strip())


def _decision(line: str, number: int) -> Decision:
    try:
        decision = Decision(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise DamagedDecisions(line=number, detail=str(error)) from error
    if fault := _fault(decision):
        raise DamagedDecisions(line=number, detail=fault)
    return decision


def _fault(decision: Decision) -> str | None:
    """What a decision lacks to be understood."""
    action, kind = decision.action, decision.kind
    if wrong := next((name for name, value in vars(decision).items() if not isinstance(value, str | None)), None):
        return say("decision-not-text", name=wrong)
    if action not in ON_NAMES | ON_FACTS:
        return say("unknown-action", action=action)
    if action in ON_NAMES:
        if kind not in KINDS:
            return say("unknown-kind", kind=kind)
        return None if decision.left and decision.right else say("decision-incomplete", action=action)
    if kind not in FACTS or (kind == "event" and action == "correct"):
        return say("unknown-fact", action=action, kind=kind)
    if not decision.sha256 or not _is_whole(decision):
        return say(INCOMPLETE[action])
    if decision.right and not _is_well_formed(kind, decision.right):
        return say("decision-malformed", kind=kind, value=decision.right)
    return None


def _is_well_formed(kind: str, value: str) -> bool:
    """Whether days and hours are written as such, and exist.

    >>> [_is_well_formed("start", day) for day in ("2007", "2007-02", "2007-02-30")]
    [True, True, False]
    """
    if kind in HOURS:
        return bool(re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value))
    if kind not in DAYS:
        return True
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        return False
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def _is_whole(decision: Decision) -> bool:
    """Whether a decision on a fact names what it is about and what is to stand there."""
    anchored = bool(decision.left) or (decision.action == "add" and decision.kind not in TIES)
    return anchored and bool(decision.right) == (decision.action != "reject")


def by_paper(decisions: Iterable[Decision]) -> dict[str | None, list[Decision]]:
    """Decisions on facts by the checksum of the paper that has them."""
    found: dict[str | None, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.action in ON_FACTS:
            found[decision.sha256].append(decision)
    return found


def unmatched(
    decisions: Sequence[Decision], names: Iterable[str], found: AbstractSet[Decision]
) -> tuple[Decision, ...]:
    """Decisions that speak of a name or a fact no paper has (any more): to be reported, not dropped.

    `found` are the decisions on facts that were applied.
    """
    known = set(names)
    return tuple(decision for decision in decisions if decision not in found and not _is_known(decision, known))


def _is_known(decision: Decision, names: AbstractSet[str]) -> bool:
    if decision.action in ON_FACTS:
        return False
    return decision.left in names and (decision.action == "rename" or decision.right in names)
