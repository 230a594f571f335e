"""What a heading's place on the paper says of it: below the hosts, behind the kind of event, above the date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.kinds import is_only_kind, opens_with_kind
from pipeline.extract.rows import Row
from pipeline.extract.schedule import Dated
from pipeline.text import fold

NEAR_DATE = 4
MAX_KIND_WORDS = 3
"""A longer heading that opens with a kind of event says more than the kind."""
INVITING = re.compile(
    r"\b(?:vous (?:prie|invite|convie|propose|presente)(?:nt)?|vous etes (?:\w+ment )?(?:prie|invite|convie)|"
    r"(?:a|ont|est|sont) (?:le plaisir|l'honneur|la joie|heureux|heureuses?))\b"
)
LEADS_TO = re.compile(
    r"(?:\b(?:sa|son|ses|leurs?|notre|nos|votre|une?|les?|la|du|des?|aux?)|\b[dl]['’])\s*$", re.IGNORECASE
)
"""How a sentence ends that the heading below it carries on: "organise, samedi 14 mars, son / GRAND BAL"."""
PRESENTS = re.compile(r"\W*(?:vous\s+)?(?:presente|propose|organise)(?:nt)?\b(?:\s+\w+)?\W*$")


def is_said_by_host(text: str) -> bool:
    """Whether a line goes on from the host above it: "présente", "ont le plaisir de vous inviter à …"."""
    folded = fold(text)
    return PRESENTS.match(folded) is not None or (text[:1].islower() and INVITING.match(folded) is not None)


def under_hosts(groups: list[list[Row]], rows: Sequence[Row], date: Dated | None) -> list[list[Row]]:
    """The headings below the line by which the hosts invite; all of them where there is none above the date."""
    until = date.row.index if date else 0
    inviting = next((row.index for row in rows if row.index < until and INVITING.search(row.segment.folded)), None)
    below = [group for group in groups if inviting is not None and inviting < group[0].index < until]
    return below or groups


def standing_of(groups: Sequence[list[Row]], rows: Sequence[Row], date: Dated | None) -> Iterator[float]:
    """What each heading gains: it returns on another page, stands near the date, ends a sentence, is below its kind."""
    repeated = Counter(_bare(row.text) for row in rows)
    kinds = {row.index for row in rows if names_kind(row)}
    led = {row.index + 1 for row in rows if LEADS_TO.search(row.text)}
    for group in groups:
        returns = any(repeated[_bare(row.text)] > 1 for row in group)
        above = date is not None and 0 <= date.row.index - group[-1].index <= NEAR_DATE
        below_kind = group[0].index - 1 in kinds and group[0].kind == "heading" and not names_kind(group[0])
        yield 1.2 * returns + 0.8 * above + 1.0 * (below_kind and above) + 2.0 * (group[0].index in led)


def names_kind(row: Row) -> bool:
    """Whether a heading says what kind of event comes and hardly more: "Colloque étudiant"."""
    text = row.text
    leads = row.segment.words <= MAX_KIND_WORDS or text.rstrip().endswith(":")
    return row.is_short and (is_only_kind(text) or (leads and opens_with_kind(text)))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()
