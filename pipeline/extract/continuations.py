"""Whether a printed line goes on in the next one: what makes lines one thing to read."""

from __future__ import annotations

import re

from pipeline.extract.addresses import begins_as_street
from pipeline.extract.fields import label_of
from pipeline.extract.kinds import opens_with_kind
from pipeline.extract.ornaments import BULLET, begins_with_ornament
from pipeline.model import Line, Page

SLOT = re.compile(
    r"^\W*(?:de\s+(?:\d{1,2}\s+à\s+)?)?(?:[01]?\d|2[0-3])\s?(?:h|H|:|heures?\b|\.(?=[0-5]\d\b))\s?(?:[0-5]\d)?"
)
LED_SLOT = re.compile(
    r"(?i:à|dès|vers|à partir de|entre)\s+(?:[01]?\d|2[0-3])\s?[hH]\s?(?:[0-5]\d)?\s*(?:[:–—-]|(?=[A-ZÀ-Þ«]))"
)
"""An hour with a small word before it and what is on behind it."""
WRAPPED = 60
"""Typed lines shorter than this many letters were not wrapped."""
DATE_LEAD = re.compile(
    r"^\W*(?P<article>(?:les?|du)\s+)?"
    r"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun?|mar?|mer?|jeu?|ven?|sam?|dim?)\.?(?=\s+\d)|\d{1,2}(?:er)?)\s+)"
    r"(?:\d{1,2}(?:er)?\s+)?(?:janv|f[ée]v|mars|avr|mai\b|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)",
    re.IGNORECASE,
)
"""A line that opens with a date begins something; with an article it may also carry a sentence on."""
ENTRY = re.compile(r"(?:[^:,]{3,25}\s?: )?(?:[A-ZÀ-Þ][\w'’.-]*\s){1,3}[A-ZÀ-Þ][\w'’.-]+\s?[,(]")
"""How an entry of a list of people begins: two or more words with capitals, then a comma or parenthesis."""
LABEL = re.compile(r"^[^\W\d][\w'’() -]{1,38}\s?:")
OF = re.compile(r"(?:DE|DU|DES|D['’]|ET|AU|AUX)\b")
RUNS_ON = re.compile(
    r"(?:\b(?:de|du|des|d['’]|la|le|les|l['’]|un|une|et|ou|à|au|aux|en|pour|par|avec|sur|dans|entre|sous|chez|the|of|and)|[,&-])$",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!?…:;]['’\"»)\]]*$")
HOUR_LATER = re.compile(r"\d\s?[hH](?:\s?\d\d)?\b")
SPEAKER = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]\S*\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?\s*(?:$|[(,])")
"""A line that opens with a name: who speaks, below what is on."""
APPOSED = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]\S*\s){1,2}[A-ZÀ-Þ][\w'’-]+,\s[^\W\d]")
"""A line that opens with a full name and what follows a comma: who it is."""
BRACKETED = re.compile(r"\([^()]*[^\W\d]{2}[^()]*\)\W*$")
"""A line that is one bracket: for whom the people on the line above speak."""
NAMES = re.compile(
    r"(?:\d{1,2}\s?[hH]\s?(?:\d\d)?\s*[:–—-]?\s*)?"
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]+,?|&|et|de|du)\s+){1,11}[A-ZÀ-Þ][\w'’-]+$"
)
"""A line of words with capitals and what links them, behind an hour perhaps."""
CUT_NAME = re.compile(r"[A-ZÀ-Þ]{3,}.*(?:&|\bet|,)\s[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?$")
"""A list of names with surnames in capitals that ends with a given name …"""
SURNAME = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\b")
"""… and the surname on the next line."""
QUOTED = re.compile(r"^[«“\"][^»”\"]+[»”\"]$")
CAPS_SHARE = 0.6
PRACTICAL = re.compile(
    r"^(?:entr[ée]e|gratuit|tarif|r[ée]servation|renseignement|inscription|contact|t[ée]l\b)", re.IGNORECASE
)
"""Practical matters begin a line of their own."""
FEW_WORDS = 3
MAX_HOUSE_WORDS = 6
"""A house's name above its street has hardly more words."""
MAX_SET_WORDS = 6
"""A centred line of no more words was ended by whoever set it, not for want of room."""
OTHER_SIZE = 0.15
FULL = 0.9
"""A line reaching this share of its paragraph's width may have been broken for want of room."""


PARTICIPANTS = re.compile(
    r"(?:intervenant|animat|mod[ée]rat|discutant|présid|répondant|rapporteu|conférenci|invitée?s?|participant|orat(?:eu|ri))"
    r"[\w·.-]*(?:\s+de\s+(?:séance|session))?\s*:",
    re.IGNORECASE,
)
"""A label before names of people."""


def runs_on(line: Line, following: Line, edge: float, *, in_slot: bool) -> bool:
    """Whether a printed line goes on in the next one."""
    text, after = line.text, following.text
    if _begins_anew(line, following):
        return False
    if len(line.cells) > 1 and not _is_timed(line):
        return following.box.x0 >= line.words[line.cells[1]].box.x0 - line.box.height
    if (text.endswith("-") and text[-2:-1].isalpha() and after[0].isalpha()) or RUNS_ON.search(text):
        return True
    if (BRACKETED.match(after) and NAMES.match(text)) or (CUT_NAME.search(text) and SURNAME.match(after)):
        return True
    listed = SPEAKER.match(after) is not None and not line.words[-1].text[:1].isupper()
    speaks = in_slot and (listed or APPOSED.match(after) is not None)
    dated = DATE_LEAD.match(text) is not None and after[0].isupper() and HOUR_LATER.search(text) is not None
    unbroken = not (speaks or dated or _changes_look(line, following)) and _was_full(line, following, edge)
    if ENDS.search(text) or QUOTED.match(text):
        return unbroken
    if DATE_LEAD.match(after):
        return _was_full(line, following, edge)
    if in_capitals(text) and in_capitals(after) and OF.match(after):
        return True
    in_both = in_capitals(text) and in_capitals(after) and len(line.words) >= FEW_WORDS and not opens_with_kind(after)
    return (
        (after[0].islower() and not in_capitals(text))
        or (in_both and (in_slot or line.box.x1 >= CAPS_SHARE * edge))
        or unbroken
    )


def _is_timed(line: Line) -> bool:
    """Whether a row is a day or an hour and one cell: what stands below goes on as it would without them."""
    dated = SLOT.match(line.text) or DATE_LEAD.match(line.text)
    return len(line.cells) == 2 and dated is not None


def _begins_anew(line: Line, following: Line) -> bool:
    """Whether the next line begins something: in another block or size, with a bullet, an hour, a name, a date."""
    after = following.text
    if line.block != following.block or abs(line.size - following.size) > OTHER_SIZE:
        return True
    if len(following.cells) > 1 or begins_with_ornament(after) or SLOT.match(after) or LED_SLOT.match(after):
        return True
    if LABEL.match(line.text) and LABEL.match(after) and (label_of(line.text) or label_of(after)):
        return True
    if RUNS_ON.search(line.text):
        return False
    is_house = len(line.words) <= MAX_HOUSE_WORDS or DATE_LEAD.match(line.text)
    if PARTICIPANTS.match(after) or (is_house and begins_as_street(after)):
        return True
    if PRACTICAL.match(after) or (ENTRY.match(line.text) and ENTRY.match(after)):
        return True
    dated = DATE_LEAD.match(after)
    return dated is not None and not dated["article"]


def runs_on_in_list(group: list[tuple[int, Line]], following: Line, page: Page) -> bool:
    """Whether a typed line without bullet goes on with the long entry of a list above it."""
    first, last = group[0][1], group[-1][1]
    return (
        page.unit == "char"
        and BULLET.match(first.text) is not None
        and first.block == following.block
        and last.box.x1 >= WRAPPED
        and not ENDS.search(last.text)
        and not (BULLET.match(following.text) or SLOT.match(following.text) or DATE_LEAD.match(following.text))
        and not LABEL.match(following.text)
    )


def _changes_look(line: Line, following: Line) -> bool:
    """Whether the next line is set otherwise, or opens with a label."""
    return (
        LABEL.match(following.text) is not None
        or line.bold != following.bold
        or (in_capitals(line.text) != in_capitals(following.text) and len(line.words) > 1)
    )


def in_capitals(text: str) -> bool:
    """Whether a text is set in capitals, a letter in six apart."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def _was_full(line: Line, following: Line, edge: float) -> bool:
    """Whether the next line's first word had no room left: the mark of running text."""
    left = min(line.box.x0, following.box.x0)
    width = edge - left
    if width <= 0 or len(line.words) < 4 or line.text.endswith(")"):
        return False
    if line.centred and following.centred and len(line.words) <= MAX_SET_WORDS and following.text[0] != "(":
        return False
    room = edge - line.box.x1
    return room < following.words[0].box.width + 0.5 * line.box.height and (line.box.x1 - left) >= FULL * width * 0.8
