"""Bodies: who organises, hosts, pays or is named, with acronym and full name tied together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.acronyms import is_acronym_of
from pipeline.extract.affiliation import NOBODY, is_body, is_evident_body, parse_affiliation, parts
from pipeline.extract.bodynames import names_in
from pipeline.extract.bodyroles import role_announced, role_of, role_pattern
from pipeline.extract.contacts import find_contacts
from pipeline.extract.functions import starts_with_function
from pipeline.extract.introductions import is_alone
from pipeline.extract.letterheads import SMALL_WORDS, Words, letterheads_in, words_of
from pipeline.extract.names import find_names, never_names
from pipeline.extract.segments import SLOT, Segment
from pipeline.gazetteer import is_town
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

ITEM = re.compile(
    r"\s*(?:[,;•|\t/]|\s[–—-]\s|\s&\s|\bet\s+(?:(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|d['’]|de\s+|les?\s+|la\s+|l['’]|avec\s+)(?=\S)|(?=[A-ZÀ-Þ«])))\s*"
)
LINK = re.compile(
    r"^(?:(?:(?:de\s+la|du|des|de|par|avec|la|le|les|notre|nos|son|sa|ses|entre|à|au|aux)(?=\s)|(?:de\s+)?[ld]['’]|[:,–-]|"
    r"(?:associations|organisations|collectifs|partenaires|structures|villes|communes)\s+(?=[A-ZÀ-Þ«]))\s*)+",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"[.!?;](?=\s|$)|\s(?:qui|dont|où|pour|afin|dans|lors|à partir|depuis)\s|"
    r"(?<!herche)(?<!herches)(?<!tudes)(?<!toire)\ssur\s|"
    r"\s(?:en\s+(?:\w+\s+)?(?:partenariat|collaboration|coopération|lien|association)\s+)?avec\s"
)
PAIR = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w'’‘-]*|l['’]?[A-ZÀ-Þ]\w+)(?:[\s,]+(?:[\w'’‘-]+)){1,12}?)\s*\((?P<acronym>[A-ZÀ-Þ][\w.&²-]{1,11}(?:\s\d{1,3})?)(?:,\s[^()]{2,25})?\)"
)
REVERSE_PAIR = re.compile(r"\b(?P<acronym>[A-ZÀ-Þ][A-ZÀ-Þ0-9.&-]{1,9})\s*[,(:–-]\s*(?P<name>[A-ZÀ-Þ][^()\n,;:.]{8,90})")
SAID = re.compile(r"\b(?:ce|cet|cette|ces|nous|vous|est|sont|qui|bénéficie|il|elle|on)\b", re.IGNORECASE)
"""Words that make the beginning of a sentence more than a name."""
OPENINGS = frozenset(
    "pour plus nous vous ce cette ces cet il elle ils voir lire et puis inscription entree merci".split()
)
"""Words that begin a sentence or a heading, not a name."""
MAX_WORDS = 12


@dataclass(frozen=True)
class Body:
    """One naming of a body, at characters `start` to `end` of a segment."""

    segment: int
    start: int
    end: int
    name: str
    acronym: str | None
    role: str
    source: str
    confidence: float


def bodies_of(segments: Sequence[Segment]) -> list[Body]:
    """Every naming of a body that a rule vouches for, in reading order; affiliations of people are told elsewhere."""
    found: list[Body] = []
    listed: str | None = None
    block = 0
    said = words_of([segment.text for segment in segments])
    for index, segment in enumerate(segments):
        announced = role_announced(segment.text)
        if announced:
            listed, block = announced, segment.block
            continue
        if listed and (segment.block > block + 1 or SLOT.match(segment.text) or segment.text.rstrip().endswith(":")):
            listed = None
        if listed and segment.is_prose and SAID.search(segment.text):
            listed = None
        if listed:
            items = _items(index, segment.text, 0, listed, "rule:body-listed")
            found.extend(body for body in items if _is_name(body.name))
        found.extend(_told(index, segment.text))
        found.extend(_subjects(index, segment.text))
        found.extend(_pairs(index, segment.text))
        found.extend(_alone(index, segment, said))
        found.extend(_represented(index, segment))
        found.extend(_named(index, segment))
    return _unique(found)


def _told(index: int, text: str) -> Iterator[Body]:
    """Bodies after "organisé par", "en partenariat avec", "avec le soutien de"."""
    folded = fold_in_place(text)
    for match in role_pattern().finditer(folded):
        role = role_of(match["phrase"])
        yield from _items(index, text, match.end(), role, "rule:body-told")


def _items(index: int, text: str, start: int, role: str, source: str) -> Iterator[Body]:
    """The bodies of an enumeration, up to the end of its sentence."""
    ends = [match.start() for match in SENTENCE.finditer(text, start) if not _goes_on(match[0], text[match.end() :])]
    ends += [contact.start for contact in find_contacts(text) if contact.start >= start]
    end = min(ends, default=len(text))
    if _abbreviation_at(text, end):
        end = len(text)
    position = start
    for match in [*(cut for cut in ITEM.finditer(text, start, end) if not _is_inside(text, start, cut)), None]:
        stop = match.start() if match else end
        body = _item(index, text, (position, stop), role, source)
        if body:
            yield body
        position = match.end() if match else end


def _goes_on(mark: str, rest: str) -> bool:
    """Whether a semicolon parts two bodies of an enumeration: "; le Centre de recherche en …"."""
    rest = rest.lstrip()
    return mark == ";" and is_evident_body(rest[_lead(rest) :] or "-")


def _is_inside(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether an "et de" belongs to a name: "Centre d'histoire et de sociologie des gauches"."""
    if not re.fullmatch(r"\s*et\s+(?:de\s+|d['’])", cut[0]) or is_evident_body(text[cut.end() :][:60]):
        return False
    last = re.split(r"[,;]|\set\s", text[start : cut.start()])[-1]
    return re.search(r"\w\s(?:de\s|d['’])\w+$", last) is not None and is_evident_body(last[_lead(last) :] or "-")


def _abbreviation_at(text: str, end: int) -> bool:
    return re.search(r"\b(?:Univ|St|Ste|Cie|[A-Z])$", text[:end]) is not None


def _item(index: int, text: str, span: tuple[int, int], role: str, source: str) -> Body | None:
    start = span[0] + _lead(text[span[0] : span[1]])
    phrase, _, bracket = text[start : span[1]].partition(" (")
    phrase = phrase.split(":")[0].strip(' .*_«»"“”[]')
    phrase = phrase if "(" in phrase else phrase.rstrip(") ")
    if not phrase or len(phrase.split()) > MAX_WORDS or not is_body(phrase) or starts_with_function(phrase):
        return None
    if is_town(phrase) or _is_heading(phrase) or _is_person(phrase):
        return None
    start = text.index(phrase, start)
    if "«" in phrase and (closing := re.match(r"\s*»", text[start + len(phrase) :])):
        phrase += closing[0]
    acronym = bracket.split(")")[0].strip()
    is_pair = is_acronym_of(acronym, phrase)
    confidence = 0.96 if is_pair else 0.85
    return Body(index, start, start + len(phrase), phrase, acronym if is_pair else None, role, source, confidence)


def _is_heading(phrase: str) -> bool:
    """ "Pour aller plus loin": it begins as a sentence or a heading does, and is no body on its face."""
    first = fold(phrase.split(maxsplit=1)[0])
    return fold(phrase) in never_names() or (first in OPENINGS and not is_evident_body(phrase))


def _is_person(phrase: str) -> bool:
    return any(is_alone(phrase, name.start) for name in find_names(phrase)) or "M. et Mme" in phrase


def _lead(item: str) -> int:
    """How long the small words before a name are: "de l'", "avec la"; "La" stays where it may belong to the name."""
    lead = LINK.match(item)
    if not lead:
        return 0
    is_capital_article = lead[0].strip() in ("La", "Le", "Les", "L'", "L’")
    return 0 if is_capital_article and not is_evident_body(item[lead.end() :] or "-") else lead.end()


def _subjects(index: int, text: str) -> Iterator[Body]:
    """Who "organise", "vous invite", "propose": the subject at the beginning of a sentence."""
    for match in _subject_pattern().finditer(text):
        subject = match["subject"]
        if (
            SAID.search(subject)
            or fold(subject.split(maxsplit=1)[0]) in parts()
            or fold(subject.split()[-1]) in SMALL_WORDS
        ):
            continue
        offset = match.start("subject")
        for item in _items(index, subject, 0, "organiser", "rule:body-subject"):
            if _is_name(item.name):
                yield Body(
                    index, item.start + offset, item.end + offset, item.name, None, "organiser", item.source, 0.8
                )


def _is_name(phrase: str) -> bool:
    """Whether a phrase at the beginning of a sentence is a name: a body on its face, or capitalised throughout."""
    if is_evident_body(phrase):
        return True
    words = re.findall(r"[^\W\d_]+", re.sub(r"^(?:Les?|La|L['’])\s*", "", phrase))
    return bool(words) and all(word[0].isupper() or fold(word) in SMALL_WORDS for word in words)


def _pairs(index: int, text: str) -> Iterator[Body]:
    """ "Union des Rescapés du Génocide des Tutsi (URGT)", "FAPIL, Fédération des Associations …"."""
    for match in PAIR.finditer(text):
        name, acronym = match["name"], match["acronym"]
        start = _start_of_name(name, acronym)
        if start is not None and fold(name[start:].split(maxsplit=1)[0]) not in _things():
            first = match.start("name") + start
            yield Body(
                index,
                first,
                match.end("name"),
                text[first : match.end("name")],
                acronym,
                "mentioned",
                "rule:body-pair",
                0.95,
            )
    for match in REVERSE_PAIR.finditer(text):
        name = match["name"].strip()
        if is_acronym_of(match["acronym"], name) and is_evident_body(name):
            yield Body(
                index,
                match.start("name"),
                match.start("name") + len(name),
                name,
                match["acronym"],
                "mentioned",
                "rule:body-pair",
                0.95,
            )


@cache
def _things() -> frozenset[str]:
    """First words of what has an acronym and is no body: "dictionnaire", "revenu"."""
    return frozenset(fold(word) for word in lexicon("organisations")["things"])


def _start_of_name(name: str, acronym: str) -> int | None:
    """Where the full name begins in the words before a bracketed acronym: the shortest tail it abbreviates."""
    starts = [match.start() for match in re.finditer(r"(?<![\w'’-])[A-ZÀ-Þ]", name)]
    for start in reversed(starts):
        if is_acronym_of(acronym, name[start:]):
            return start
    return None


def _alone(index: int, segment: Segment, said: Words) -> Iterator[Body]:
    """A short line that is nothing but a body's name."""
    for start, end in letterheads_in(segment, said):
        yield Body(index, start, end, segment.text[start:end], None, "organiser", "rule:body-alone", 0.7)


def _named(index: int, segment: Segment) -> Iterator[Body]:
    """Bodies named in full with nothing to say what they do."""
    if segment.caps:
        return
    for start, end in names_in(segment.text):
        yield Body(index, start, end, segment.text[start:end], None, "mentioned", "rule:body-named", 0.6)


def _represented(index: int, segment: Segment) -> Iterator[Body]:
    """ "Un(e) administrateur (-trice) de la FAPIL": nobody is named, but a body is."""
    text = segment.text.strip()
    lead = NOBODY.match(text)
    if not lead or segment.is_prose:
        return
    rest = re.sub(r"\([^)]*\)", "", text[lead.end() :])
    for affiliation in parse_affiliation(rest):
        if affiliation.function and affiliation.body and affiliation.body in segment.text:
            start = segment.text.index(affiliation.body)
            yield Body(
                index,
                start,
                start + len(affiliation.body),
                affiliation.body,
                None,
                "mentioned",
                "rule:body-represented",
                0.85,
            )


def _unique(bodies: list[Body]) -> list[Body]:
    """One naming per span, the surest."""
    best: dict[tuple[int, int], Body] = {}
    for body in sorted(bodies, key=lambda body: -body.confidence):
        if not any(
            body.segment == other.segment and body.start < other.end and other.start < body.end
            for other in best.values()
        ):
            best[(body.segment, body.start)] = body
    return [best[key] for key in sorted(best)]


@cache
def _subject_pattern() -> re.Pattern[str]:
    verbs = "|".join(
        re.escape(verb) for verb in sorted(lexicon("organisations")["organising_verbs"], key=len, reverse=True)
    )
    return re.compile(
        rf"(?:^|(?<=[.!?»]\s)|(?<=,\s))(?P<subject>(?:L['’]|Les?\s|La\s|l['’]|les?\s|la\s)?[^.!?;:,]{{2,90}}?),?\s+(?:{verbs})\b"
    )
