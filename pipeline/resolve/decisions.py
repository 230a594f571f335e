"""decisions.jsonl: what people decided, one JSON object a line, only ever appended to.

    {"action": "same", "kind": "person", "left": "J.-M. Le Goff", "right": "Jean-Marie Le Goff",
     "at": "2026-01-31", "by": "archives", "why": "même fonction la même année"}

Actions: `same` and `different` (two names of a person or an organisation), `rename` (the name an entity goes by).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.archive import Decision
from pipeline.errors import DamagedDecisions
from pipeline.messages import say

ACTIONS = frozenset({"same", "different", "rename"})
KINDS = frozenset({"person", "organisation"})


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
    if decision.action not in ACTIONS:
        raise DamagedDecisions(line=number, detail=say("unknown-action", action=decision.action))
    if decision.kind not in KINDS:
        raise DamagedDecisions(line=number, detail=say("unknown-kind", kind=decision.kind))
    if not decision.right:
        raise DamagedDecisions(line=number, detail=say("decision-incomplete", action=decision.action))
    return decision


def unmatched(decisions: Sequence[Decision], names: Iterable[str]) -> tuple[Decision, ...]:
    """Decisions that speak of a name no paper has (any more): to be reported, not dropped."""
    known = set(names)
    return tuple(
        decision
        for decision in decisions
        if decision.left not in known or (decision.action != "rename" and decision.right not in known)
    )
