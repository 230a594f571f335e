"""Names in lists and tables, where they are written otherwise than in a sentence.

Surnames alone ("MM. Roux et Delmas"), with initials behind ("Roux (J.-L.)"), couples with one surname ("Luc et Anne
Roux"), given name and surname in two cells, ranks with a bracket of their own ("le colonel (e.r.) Roux").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.names import find_names, shape_of

A_SURNAME = (
    r"(?!M(?:M|me|lle)s?\b)(?:[A-ZÀ-Þ]\.\s?)?(?:(?:de|du|des|d['’]|[Ll]e|[Ll]a|De|Du)\s?)*"
    r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}"
)
SURNAME = re.compile(A_SURNAME)
PLURAL = re.compile(
    r"(?<!\w)(?:MM|Mmes|Mlles|Drs|Prs|RR\.\s?PP|PP|Messieurs|Mesdames|[Dd]octeurs|[Pp]rofesseurs|[Pp]ères|[Ss]œurs|[Ff]rères)"
    rf"\b\.?\s+(?P<names>{A_SURNAME}(?:(?:,\s*|\s+et\s+){A_SURNAME})+)"
)
INITIALS = r"[A-ZÀ-Þ][a-zà-ÿ]?\.(?:[ -]?[A-ZÀ-Þ][a-zà-ÿ]?\.)*"
BEFORE_INITIALS = re.compile(
    r"(?<![\w'’-])(?P<surname>(?:[dD]e\s|[lL]e\s|[lL]a\s|[dD]u\s|[dD]['’])*"
    rf"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)\s?\((?P<initials>{INITIALS})\)"
)
MIN_LISTED = 2
"""One surname with initials in a bracket may be the subject of a book; several are a list of people."""
OUT_OF_SERVICE = r"\((?:e\.?\s?r\.?|2S|[hHrR]\.?|[cC]\.?[rR]\.?|er)\)"
"""Behind the rank of an officer: "(e.r.)", "(2S)"."""
RANK = re.compile(
    r"(?<!\w)(?:lieutenant-|adjudant-|sergent-)?(?:général|colonel|commandant|capitaine|lieutenant|adjudant|amiral|médecin|major|chef)\s"
    rf"{OUT_OF_SERVICE}\s+(?P<name>{A_SURNAME})"
)
FIRST_OF_TWO = re.compile(r"(?<![\w-])(?P<given>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)\s+(?:et|&)\s+$")


@dataclass(frozen=True)
class Named:
    """What may be a person's name, at characters `start` to `end` of a segment."""

    start: int
    end: int
    text: str
    source: str
    confidence: float


def listed_names(text: str) -> Iterator[Named]:
    """The names of a text that are written as in a list.

    >>> [name.text for name in listed_names("Roux (J.-L.), Delmas (S.), adjoints")]
    ['J.-L. Roux', 'S. Delmas']
    """
    yield from _in_cells(text)
    yield from _with_initials(text)
    yield from _with_rank(text)


def surnames_after_plural(text: str) -> Iterator[Named]:
    """Bare surnames after a civility in the plural: "MM. Roux, Delmas et de Pons"."""
    for plural in PLURAL.finditer(text):
        for surname in SURNAME.finditer(text, plural.start("names"), plural.end("names")):
            if shape_of(surname[0].split()[-1]) in "cugw":
                yield Named(surname.start(), surname.end(), surname[0], "rule:name-civility", 0.85)


def couples(text: str) -> Iterator[Named]:
    """The first of two given names that share the surname behind: "Luc et Anne Roux" are Luc Roux and Anne Roux."""
    names = find_names(text)
    for name in names:
        given, _, surname = name.text.partition(" ")
        first = FIRST_OF_TWO.search(text[: name.start])
        if not first or not surname or shape_of(given) not in "gw" or shape_of(first["given"]) != "g":
            continue
        if not any(other.start <= first.start() < other.end for other in names):
            yield Named(first.start(), first.end("given"), f"{first['given']} {surname}", "rule:name-couple", 0.8)


def _in_cells(text: str) -> Iterator[Named]:
    """Given name and surname in two neighbouring cells of a row."""
    cells = text.split("\t")
    if len(cells) < 2 or not all(cells[:2]):
        return
    shapes = ["".join(shape_of(word) for word in cell.split()) for cell in cells[:2]]
    if (
        re.fullmatch(r"[gwc]{1,2}", shapes[0])
        and re.fullmatch(r"p{0,2}[ugwm](?:p*[ugw])?", shapes[1])
        and cells[1].isupper()
    ):
        end = len(cells[0]) + 1 + len(cells[1])
        yield Named(0, end, f"{cells[0]} {cells[1]}", "rule:name-cells", 0.9)


def _with_initials(text: str) -> Iterator[Named]:
    """Surnames with their initials in a bracket, when a text has several."""
    found = [match for match in BEFORE_INITIALS.finditer(text) if shape_of(match["surname"].split()[-1]) in "cugwm"]
    if len(found) < MIN_LISTED:
        return
    for match in found:
        yield Named(match.start(), match.end(), f"{match['initials']} {match['surname']}", "rule:name-initials", 0.85)


def _with_rank(text: str) -> Iterator[Named]:
    """Officers out of service: "le colonel (e.r.) Roux"."""
    for match in RANK.finditer(text):
        yield Named(match.start("name"), match.end("name"), match["name"], "rule:name-title", 0.8)
