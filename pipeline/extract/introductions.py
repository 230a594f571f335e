"""The words on both sides of a name that say who it is: "le maire de X, …", "…, directrice de Y (Z)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.affiliation import LED, Affiliation, held_together, parse_affiliation
from pipeline.extract.bodylooks import is_evident_body
from pipeline.extract.functions import ARTICLE, starts_with_function
from pipeline.extract.namelists import OUT_OF_SERVICE
from pipeline.extract.names import shape_of
from pipeline.extract.roles import SUBJECT, role_of_label

CIVILITY = (
    r"(?:(?:MM?|M[mM][eE]s?|M[lL][lL][eE]s?|D[rR]|P[rR]|Me|Mgr|"
    r"(?i:monsieur|madame|mademoiselle|messieurs|mesdames|docteurs?|professeure?s?|ma[iî]tres?|abb[eé]|p[eè]re|s(?:œ|oe)ur|"
    r"fr[eè]re|mgr|monseigneur))\b\.?\s+)?"
)
"""A civility that may stand before a name or an office, with the blank after it."""
NICKNAME = re.compile(r"\s+dite?\s*[«\"“][^»\"”]*[»\"”]")
""" "dit « Tonton »": stands between a name and what is said of it."""
IS = re.compile(r"\s*,?\s*(?:est|sera|était|a été)\s+(?=\S)")
PLAYS = re.compile(r"\s+(?:au|aux|à\s+la|à\s+l['’])\s*(?=\S)")
"""Words before an instrument: "au chant", "à la guitare"."""
MAX_WORDS_IN_CELL = 2
RETIRED = re.compile(rf"\s{OUT_OF_SERVICE}\s*$")
OFFICE_NAMED = re.compile(r"(?P<office>(?i:professeure?|abbé))\s+$")
"""A civility that is an office as well."""
REPRESENTED = re.compile(rf"\s*,?\s*représentée?s?\s+par\s*:?\s*{CIVILITY}$")
OTHERS = r"(?:[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*)*\s*(?:,|et|&)\s*)*"
OF = re.compile(
    r"\s+(?:pour\s+|au nom\s+)?(?:de\s+la|de\s+l['’]|du|des|de|d['’]|pour\s+la|pour\s+le|pour\s+l['’])\s*(?=\S)"
)
DETERMINER = re.compile(r"(?:Les?|La|Une?|Des|Du|De|Ce|Cette|Quels?|Quelles?|Comment|Pourquoi)\s|L['’]")
PLURAL = re.compile(r"\S+s(?:\s|$)")
"""An office several hold: "Responsables : "."""
ONLY_ROLES = frozenset({"chair", "speaker", "contact"})
"""Roles whose words are no office: "modératrice", "intervenant"."""
OFFICE_LEAD = re.compile(
    rf"(?:^|[.!?:;]\s)\W*(?:et\s+)?(?:de\s+)?{CIVILITY}(?:[Ll]['’])?$|(?<!\w)(?:[Ll][ae]\s+|[Dd]u\s+|[Ll]['’]|(?:[Nn]otre|leur|son|sa)\s+)$"
    r"|^\W*(?:L[ae]\s|L['’])[^,.;:]{3,40},\s*$"
)
OFFICES = re.compile(r"\W*(?:L[ae]\s|L['’])[^,.;:]{3,40},\s*")
"""A first office before the one a comma parts from its name: "Le Maire, | conseiller général,"."""
OFFICE_ARTICLE = re.compile(r"^\W*(?:L[ae]\s|L['’])")
"""What may stand before an office that a comma parts from its name: the beginning of a sentence, or "le"."""
LABEL_LEAD = re.compile(rf"(?:^|[.!?:;,]\s|\()\W*(?:et\s+)?{CIVILITY}(?:[Ll][ae]\s+|[Ll]['’])?$")
"""What may stand before an office that a colon parts from its name."""
OWN_LEAD = re.compile(r"\s*(?:,|;|et)\s|\s+(?:L[ae]\s|L['’])[^,;.]+:\s*$")
"""What parts an office from the name before it: a mark, or an article with a capital before a label."""
FIELD_OF = re.compile(r"(?P<head>[^\W\d_]+)\s+(?:des?|du|d['’])\s*$")
"""An office whose field follows: "chef de | chant"."""
WINDOW = 130
MAX_WORDS_BEFORE = 14


@dataclass(frozen=True)
class Preceding:
    """What stands before a name: where it begins, the office it tells or the role it is."""

    start: int
    affiliations: tuple[Affiliation, ...] = ()
    role: str | None = None


def is_alone(text: str, start: int) -> bool:
    """Whether a name begins its line, civility apart."""
    return re.fullmatch(rf"\W*{CIVILITY}", text[:start]) is not None


def function_before(text: str, floor: int, start: int) -> Preceding:
    """A function printed before the name: "le critique d'art X", "M. le maire de Y, X", "Modératrice : X"."""
    window = text[max(floor, start - WINDOW) : start]
    low = start - len(window)
    if civil := OFFICE_NAMED.search(window):
        return Preceding(low + civil.start(), (Affiliation(civil["office"], None),))
    bare = RETIRED.sub("", re.sub(rf"\s*{CIVILITY}$", "", window)).rstrip(" ,:")
    if not bare or bare[-1] in ".;()/!?«»\t":
        return Preceding(start)
    parted = "," in window[len(bare) :] or ":" in window[len(bare) :]
    if parted and floor > 0 and not OWN_LEAD.match(window):
        return Preceding(start)
    return _office_in(bare, window, low, floor) or Preceding(start)


def _office_in(bare: str, window: str, low: int, floor: int) -> Preceding | None:
    """The office at the end of the words before a name; `low` is where the window on them begins."""
    parting = window[len(bare) :]
    for word in reversed(list(re.finditer(r"[^\s(]+", bare))[-MAX_WORDS_BEFORE:]):
        phrase = re.sub(r"^[ld]['’]", "", bare[word.start() :])
        if re.search(r"[,;:().!?«»\t]|\s(?:et|avec|par|de|du|à|d['’])$", phrase, re.IGNORECASE):
            break
        if starts_with_function(phrase):
            lead = bare[: word.start()]
            if (head := FIELD_OF.search(lead)) and starts_with_function(head["head"]):
                continue
            if floor > 0 and _is_of_person_before(lead):
                break
            parted = "," in parting or ":" in parting
            if parted and not (OFFICE_LEAD if "," in parting else LABEL_LEAD).search(lead):
                continue
            if OFFICES.fullmatch(lead):
                return Preceding(low, parse_affiliation(OFFICE_ARTICLE.sub("", bare)))
            role = role_of_label(phrase)
            if role in ONLY_ROLES or (parted and PLURAL.match(phrase)):
                return Preceding(low + word.start(), role=role)
            return Preceding(low + word.start(), parse_affiliation(phrase)[:1], None if role == SUBJECT else role)
    return None


def _is_of_person_before(lead: str) -> bool:
    """Whether what stands between makes an office that of the name before: ", ", ", la", ", professeure | émérite"."""
    rest = re.fullmatch(r"\s*[,(–-]\s*(?:[Ll][ae]\s*|[Ll]['’]\s*)?(?P<rest>[^,;]*)", lead)
    return rest is not None and (not rest["rest"] or starts_with_function(rest["rest"]))


def body_before(text: str, start: int) -> tuple[Affiliation, ...]:
    """The body a name stands behind in a bracket, alone or with others: "association Les Toits (Jeanne Kervella)"."""
    opening = re.search(rf"\s*\(\s*{OTHERS}{CIVILITY}$", text[:start]) or REPRESENTED.search(text[:start])
    if not opening:
        return ()
    phrase = LED.sub("", ARTICLE.sub("", re.split(r"[:;,•|\t)]|\s[–—-]\s", text[: opening.start()])[-1].strip()))
    return (Affiliation(None, phrase),) if is_evident_body(phrase) else ()


def affiliations_after(tail: str, *, strict: bool) -> tuple[Affiliation, ...]:
    """Function and bodies after a name: in brackets, after a comma or dash, in the next cells. `strict` as there."""
    if tail.startswith("\t"):
        return _in_cells(tail)
    tail = re.sub(f"^{NICKNAME.pattern}", "", tail)
    stripped = tail.lstrip()
    if match := PLAYS.match(tail):
        return (
            parse_affiliation(tail[match.end() :], strict=True)[:1] if starts_with_function(tail[match.end() :]) else ()
        )
    if stripped.startswith("("):
        inside, _, rest = stripped[1:].partition(")")
        rest = rest.lstrip()
        inside = "" if shape_of(inside.strip()) == "g" and not inside.isupper() else inside
        return parse_affiliation(inside) + (parse_affiliation(rest[1:], strict=True) if rest.startswith(",") else ())
    if match := IS.match(tail):
        return parse_affiliation(tail[match.end() :], strict=True)
    if stripped.startswith(","):
        found = parse_affiliation(stripped[1:], strict=strict)
        return tuple(entry for place, entry in enumerate(found) if not _is_title(entry, found[:place]))
    if re.match(r"[–—:/-]\s?", stripped):
        return parse_affiliation(stripped[1:], strict=True)
    if starts_with_function(stripped):
        return parse_affiliation(stripped, strict=True)
    if is_evident_body(stripped):
        columns = parse_affiliation(stripped, strict=True)
        return columns if any(affiliation.function for affiliation in columns) else ()
    held_at = OF.match(tail)
    if held_at and is_evident_body(tail[held_at.end() :]):
        return parse_affiliation(tail[held_at.end() :], strict=True)[:1]
    return ()


def _in_cells(tail: str) -> tuple[Affiliation, ...]:
    """The further cells of a row: what is a body on its face and, beside one, short names in capitals or not."""
    cells = [cell for cell in tail.split("\t") if cell.strip() and not LED.match(cell)]
    strict = [parse_affiliation(cell, strict=True) for cell in cells]
    if not any(affiliation.body for cell in strict for affiliation in cell):
        return held_together(tuple(affiliation for cell in strict for affiliation in cell))
    short = [len(cell.split()) <= MAX_WORDS_IN_CELL and not cell.isdigit() for cell in cells]
    loose = [parse_affiliation(cell, strict=not is_short) for cell, is_short in zip(cells, short, strict=True)]
    return held_together(tuple(affiliation for cell in loose for affiliation in cell))


def _is_title(affiliation: Affiliation, before: tuple[Affiliation, ...]) -> bool:
    """ "Les archives de la faim": no function of its own, and an article in capitals before what is no evident body."""
    if affiliation.function and affiliation.function not in {entry.function for entry in before}:
        return False
    body = affiliation.body or ""
    article = DETERMINER.match(body)
    return article is not None and not is_evident_body(body[article.end() :])
