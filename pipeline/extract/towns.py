"""Towns: told from regions and common words, and, where no list has them, by how and where they are printed."""

from __future__ import annotations

import re
from functools import cache

from pipeline import gazetteer
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

WORD = r"(?:[A-ZÀ-Þ](?:[^\W\d_]|['’])*)"
LINK = r"(?:sur|sous|les?|la|lès|en|de|du|des|aux?|d['’]|l['’]|et|lez)"
SHAPE = re.compile(rf"(?:(?:Le|La|Les|LE|LA|LES|L['’])[ ]?)?{WORD}(?:[ -](?:{LINK}[ -]?)?{WORD}){{0,4}}", re.UNICODE)
"""What a town's name looks like: capitalised words, small ones between them."""
MAX_WORDS = 4
SHORTEST = 3
OF_TOWN = re.compile(r"\b(?:de\s|d['’]|du\s)(?=(?P<town>\S+(?:\s\S+){0,3})\s*$)", re.IGNORECASE)


def is_town(name: str) -> bool:
    """Whether a phrase is a town's name, and neither a region's nor a word of the language.

    >>> is_town("Dijon"), is_town("Bourgogne"), is_town("Ville")
    (True, False, False)
    """
    return gazetteer.is_town(name) and fold(name).strip() not in _no_towns()


def is_unlisted_town(phrase: str) -> bool:
    """Whether the last piece of an address can only be its town: "Salle polyvalente, Saint-Paul-du-Mont".

    It looks like a town's name and has no word for a place, a body or a region.
    """
    words = phrase.split()
    if not SHAPE.fullmatch(phrase) or len(words) > MAX_WORDS or len(phrase) <= SHORTEST:
        return False
    return not _no_heads() & {word.split("'")[-1] for word in fold(phrase).split()}


def heads_no_town(phrase: str) -> bool:
    """Whether a phrase begins with a word no town's name begins with: "Arrondissement de Muret"."""
    return fold(phrase.split(maxsplit=1)[0]) in _no_heads()


def town_of_building(name: str) -> tuple[int, int] | None:
    """Where a public building's name tells its town: "Salle des fêtes de Merlieu", "MAIRIE D'AUBRAY".

    A town no list has is told only where such a building belongs to a commune.
    """
    for match in OF_TOWN.finditer(name):
        town = match["town"]
        if not town[0].isupper() or _named_so(name[: match.start()]):
            continue
        told = _communal().match(fold_in_place(name)[: match.start()].strip()) and is_unlisted_town(town)
        if is_town(town) or told:
            return match.span("town")
    return None


def _named_so(before: str) -> bool:
    """Whether what stands before "de …" makes a proper name of it: "Musée d'Orsay", "Campus de Beaulieu"."""
    words = fold(before).split()
    return bool(words) and words[-1] in lexicon("venues")["named_so"]


@cache
def _communal() -> re.Pattern[str]:
    names = "|".join(re.escape(fold(name)) for name in lexicon("venues")["communal"])
    return re.compile(rf"(?:^|.*\W)(?:{names})$")


@cache
def _no_towns() -> frozenset[str]:
    venues = lexicon("venues")
    return frozenset(fold(name) for key in ("regions", "no_towns") for name in venues[key])


@cache
def _no_heads() -> frozenset[str]:
    """First words of what is no town: kinds of place, letterheads, civilities."""
    venues = lexicon("venues")
    words = [word for key in ("buildings", "rooms", "open", "streets", "regions", "no_towns") for word in venues[key]]
    kept = {"le", "la", "les"}
    return frozenset(fold(word) for word in [*words, *lexicon("kinds")["letterheads"]]) - kept
