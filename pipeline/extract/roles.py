"""What a person does at an event, told by the words before the name: "animé par", "avec :", "contact"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.extract.names import find_names
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

SUBJECT = "subject"
"""Someone spoken of, who takes no part."""

UNDERSTOOD = (
    r"(?:\s*(?:[:=,(–—-]|\b(?:par|de|du|des|avec|a|le|la|les|en presence de|"
    r"notre|nos|leurs?|son|sa|ami|amie|amis|collegue|collegues|camarades?|confrere|consoeur|pp|rr|mgr|soeurs?|frere|drs|prs|"
    r"m|mm|mr|mmes?|mlles?|monsieur|madame|mademoiselle|messieurs|mesdames|dr|docteur|pr|prof|professeure?|me|maitre|abbe|pere|"
    r"colloque|congres|journees?|seminaire|travaux|seance|session|soiree|debats?|conference|rencontre|atelier|"
    r"table ronde|exposition)\b\.?|"
    r"\b[dl]'))*\s*$"
)
"""Small words and marks that may stand between the phrase and the name."""
LOOK_BACK = 70
LOOK_AHEAD = 150


def role_before(text: str, start: int, *, only_people: bool = False) -> str | None:
    """The role the words just before a name give, or None; `only_people`: by words that bodies do not follow.

    >>> role_before("Table ronde animée par Sophie", 23), role_before("un film de Luc", 11)
    ('chair', 'subject')
    """
    phrase = _phrase_before(fold(text[max(0, start - LOOK_BACK) : start]))
    if phrase is None or (only_people and phrase in _open_phrases()):
        return None
    return _roles()[phrase]


@lru_cache(maxsize=4096)
def _phrase_before(before: str) -> str | None:
    """The phrase at the end of a folded text that tells what the person named next does."""
    match = _pattern().search(before)
    return re.sub(r" d'$", " de", match["phrase"]) if match else None


def label_before(text: str, start: int) -> int:
    """Where the label that gives the name at `start` its role begins, `start` itself when there is none.

    >>> label_before("Luc, ténor au piano : Anne", 22), label_before("Luc et Anne", 7)
    (11, 7)
    """
    low = max(0, start - LOOK_BACK)
    match = _pattern().search(fold_in_place(text[low:start]))
    return low + match.start("phrase") if match and ":" in text[low + match.end("phrase") : start] else start


def craft_before(text: str, start: int) -> str | None:
    """What someone does on or behind the stage, as the label before the name says, or None.

    >>> craft_before("Décors et costumes : Luc", 21), craft_before("avec Luc", 5)
    ('Décors et costumes', None)
    """
    low = max(0, start - LOOK_BACK)
    match = _crafts().search(fold_in_place(text[low:start]))
    return text[low + match.start("craft") : low + match.end("craft")] if match else None


@cache
def _crafts() -> re.Pattern[str]:
    crafts = "|".join(re.escape(fold(craft)) for craft in sorted(lexicon("roles")["crafts"], key=len, reverse=True))
    joined = rf"(?:{crafts})(?:(?:\s*,\s*|\s+et\s+|\s*/\s*)(?:{crafts}))*"
    return re.compile(
        rf"(?:(?:^|[,;.(•|/\t–—-])\s*|\s(?!son\b|jeu\b|texte|ecriture|conception|video))(?P<craft>{joined}){UNDERSTOOD}"
    )


def role_after(text: str, end: int) -> str | None:
    """The role the verb after a name gives, or None.

    >>> role_after("Mme Sophie présentera le rapport", 10), role_after("Mme Sophie dort", 10)
    ('speaker', None)
    """
    match = _verbs().match(fold(text[end : end + LOOK_AHEAD]))
    return _roles_of_verbs()[match["verb"]] if match else None


@lru_cache(maxsize=4096)
def role_of_label(text: str) -> str | None:
    """The role a line announces for the names below it: "Avec :", "Comité scientifique".

    >>> role_of_label("Avec :"), role_of_label("COMITÉ D'ORGANISATION"), role_of_label("Bulletin")
    ('speaker', 'organiser', None)
    """
    label = re.sub(r"^(?:les|le|la|nos|l')\s*|[^\w' ]+", " ", fold(text)).strip()
    label = re.sub(r"\s+", " ", label)
    if label in _roles():
        return _roles()[label]
    parts = re.split(r"\s+et\s+(?:les\s+)?", label)
    known = [part for part in parts if part in _roles()]
    is_label = known and len(label.split()) <= 6 and not find_names(text)
    return _roles()[known[0]] if is_label else None


@cache
def _roles() -> dict[str, str]:
    return {fold(phrase): role for role, phrases in lexicon("roles")["phrases"].items() for phrase in phrases}


@cache
def _roles_of_verbs() -> dict[str, str]:
    return {fold(verb): role for role, verbs in lexicon("roles")["verbs"].items() for verb in verbs}


@cache
def _verbs() -> re.Pattern[str]:
    """A verb after a name, with what may stand between: a bracket, an office between commas, "nous"."""
    verbs = "|".join(re.escape(verb) for verb in sorted(_roles_of_verbs(), key=len, reverse=True))
    return re.compile(
        rf"(?:\s*\([^)]*\))?(?:\s*,[^,.;:]{{3,80}},)?\s+(?:(?:nous|vous|y|en|la|le|les|lui)\s+)*(?P<verb>{verbs})\b"
    )


@cache
def _open_phrases() -> frozenset[str]:
    """Phrases that a body may follow as well as a person."""
    return frozenset(fold(phrase) for phrase in lexicon("roles")["open"])


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_roles(), key=len, reverse=True)
    phrases = "|".join(re.sub(r"\\ de$", r"\\ (?:de|d')", re.escape(phrase)) for phrase in longest_first)
    return re.compile(rf"(?<![\w'-])(?P<phrase>{phrases}){UNDERSTOOD}")
