"""What leads from a title to who speaks: "animé par", "en présence de", a dash, a bracket, a civility."""

from __future__ import annotations

import re

CIVIL_TITLE = (
    r"M\.|MM\.|Mgr|Mmes?|Mlles?|Dr|Pr|Prof|Me|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Maîtres?|Docteur"
    r"|Monseigneur"
)
CIVILITY = rf"(?:(?:{CIVIL_TITLE}|M)\.?\s+)*"
SPEAKING = r"(?:intervention|allocution|exposé|communication|présentation|discours)s?\s+(?:de|par)"
NO_PARTICIPLES = r"journée|soirée|matinée|rentrée|entrée|arrivée|tournée|assemblée|guid|comment|cont|illustr|chant|dans"
"""What looks like a participle before "par", and those that say of what sort a thing is: "visite guidée par"."""
IRREGULAR = (
    "présenté|raconté|interprété|exécuté|assisté|monté|adapté|représenté|fourni|choisi|réuni|suivi|servi|accueilli|"
    "ouvert|offert|conçu|tenu|soutenu|défendu|rendu|lu|mis|remis|transmis|écrit|dit|conduit|traduit|introduit|décrit"
)
PARTICIPLE = rf"(?!{NO_PARTICIPLES})(?:[^\W\d][\w-]*[^\W\dt]é|{IRREGULAR})(?:·?e)?(?:·?s)?"
"""What stands before "par": "animé", "encadrée", "conduit", "offertes"; no noun as "la santé", "la loi"."""
BY = re.compile(
    rf"[\s,]*(?:\(|\t|\b(?:{PARTICIPLE}\s+par|{SPEAKING}|de|d['’]|par|avec|du|des)\s*)?"
    rf"(?:le|la|les|l['’])?\s*{CIVILITY}$",
    re.IGNORECASE,
)
BY_AUTHOR = re.compile(
    rf"(?:\s*,?\s+(?:{PARTICIPLE}\s+(?:et\s+{PARTICIPLE}\s+)?)?par"
    r"(?:\s+(?:l[ae]s?\s+|l['’])(?:[a-zà-ÿ-]+\s+){0,3}|\s+l[ea]s?)?"
    rf"|\s*,?\s+{SPEAKING}|,\s+par(?:\s+[\w'’-]+){{1,3}}|\s*[(\t])\s*{CIVILITY}$",
    re.IGNORECASE,
)
SPOKEN_BY = re.compile(rf"\sde\s+{CIVILITY}$|\sd['’]$", re.IGNORECASE)
"""What leads to who speaks: "Discours de Mme"."""
POLITE = re.compile(rf"(?<=\w)\s+(?:de|par)\s+(?:(?:{CIVIL_TITLE})\s+)+$")
"""What leads to somebody who speaks rather than is spoken of: "Intervention de M."."""
COMPANY = re.compile(rf"[\s,]+avec\s+{CIVILITY}$")
"""What leads to the members of a round table."""
PARTED = re.compile(
    rf"\s*(?:(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bPr)\.|[,;|[]|\s/|\s[–—-]|:)\s*{CIVILITY}(?:(?:l[ea]s?\s+|l['’])[\w-]+\s+)?$"
)
"""What parts a title from who speaks: a mark, then perhaps an office."""
WITH = re.compile(
    r"\s*[,;–—-]?\s+(?:en présence d|suivie?s? d|précédée?s? d"
    rf"|(?:avec|(?:{PARTICIPLE} et )?{PARTICIPLE} par)\s+(?:l[ea]s?\s+|l['’])?(?:[a-zà-ÿ-]+\s+){{0,3}}$).*$"
)
"""What else follows a title before its people: "suivie d'un débat avec"."""
ROLE_MARK = re.compile(r"[.,;(–—|/-]\s*$")
LED = re.compile(r"(?:\s*\([^)]*\)|,[^:–—]{3,60}?)?(?:\s:|\s[–—])\s")
"""What stands between a chair and the title: "animée par Ida Roy (CNRS) : "."""
INITIALED = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.[ -]?)+[A-ZÀ-Þ][\w'’-]+"
ABBREVIATED = re.compile(
    rf"(?:[\s,;–—(-]|\s)+\b(?:dir|mod|modér|prés|anim|resp|coord|org|interv)\.\s*:?\s*{CIVILITY}$", re.IGNORECASE
)
"""The role of the person named next, cut short: "Grand orchestre, dir. Ida Roy"."""
PRESIDES = re.compile(
    r"\W*(?:(?:sous la )?presiden(?:ce|te?)(?: de (?:la )?(?:seance|session))?\s*:|sous la presidence d)"
)
"""What leads to the chair of a part of a programme rather than of one talk."""
CLOSING = " .,;:–—-"


def introduced_at(text: str, start: int, person: int) -> int | None:
    """Where a title from `start` on ends before what introduces a person: a bracket that closes it, "dir.".

    >>> introduced_at("Messe (abbé Paul Roux)", 0, 12), introduced_at("La ville (selon Ida Roy) et le fleuve", 0, 16)
    (5, None)
    """
    before = text[start:person]
    bracket = before.rfind("(")
    if bracket > 0 and ")" not in before[bracket:]:
        rest = text[person:].partition(")")[2]
        return start + len(before[:bracket].rstrip()) if not rest.strip(CLOSING) else None
    short = ABBREVIATED.search(before)
    return start + short.start() if short and short.start() else None
