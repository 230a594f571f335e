"""What stands below a title and explains it: "La ruine et le chantier / Reconstruire après les guerres"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.courtesies import greets
from pipeline.extract.headings import TO_PLACE, is_body, title_span
from pipeline.extract.kinds import is_only_kind, opens_with_kind
from pipeline.extract.mentions import Span
from pipeline.extract.rows import Row
from pipeline.extract.titles import INVITES, SAME_SIZE, Title
from pipeline.text import fold

MIN_WORDS, MAX_WORDS = 3, 24
LEADS = re.compile(
    r"\W*(?:avec|par|de [A-ZÀ-Þ]|organis|propos|en (?:partenariat|collaboration|présence|hommage)|dans le cadre|"
    r"à l'occasion|sous l|présent|entr[ée]e|gratuit|tout public|anim|suivi|mise? en|direction|"
    r"\d+\s?e(?:me|ème)? (?:édition|année|festival)|séance|saison)",
    re.IGNORECASE,
)
"""What begins a line that says who, for whom or for how much."""


def subtitle_of(title: Title, rows: Sequence[Row]) -> Span | None:
    """The line that explains the title: labelled so, or set smaller just below it."""
    labelled = next((row for row in rows if row.label and row.label.field == "subtitle"), None)
    if labelled and labelled.label:
        return Span(labelled.segment, labelled.label.start, len(labelled.text))
    heading = next((row for row in rows if row.index == title.rows[-1]), None)
    below = next((row for row in rows if row.index == title.rows[-1] + 1), None)
    return title_span(below) if heading and below and _explains(below, heading) else None


def _explains(row: Row, title: Row) -> bool:
    """Whether a line below the title goes on about the subject: words of its own, set smaller or in small letters."""
    text, segment = row.text, row.segment
    if row.kind != "heading" or text.startswith("(") or not row.is_short or not MIN_WORDS <= segment.words <= MAX_WORDS:
        return False
    if row.people or row.bodies or row.dates or row.times or row.contacts or segment.bullet or "\t" in text:
        return False
    if opens_with_kind(text) or is_only_kind(title.text) or is_body(row) or text.rstrip().endswith(":"):
        return False
    if INVITES.search(fold(text)) or greets(text) or TO_PLACE.match(text) or LEADS.match(text):
        return False
    together = segment.page == title.segment.page and segment.size <= title.segment.size + SAME_SIZE
    smaller = segment.size < title.segment.size - SAME_SIZE or (title.segment.caps and not segment.caps)
    return together and smaller
