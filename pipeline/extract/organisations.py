"""Bodies: who organises, hosts, pays or is named, with acronym and full name tied together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.affiliation import NOBODY, parse_affiliation
from pipeline.extract.bodylooks import is_evident_body, parts
from pipeline.extract.bodynames import names_in
from pipeline.extract.bodypairs import pairs_in
from pipeline.extract.bodyroles import role_announced, role_of, role_pattern
from pipeline.extract.continuations import SLOT
from pipeline.extract.ensembles import ensembles_in
from pipeline.extract.enumerations import Body, items_in
from pipeline.extract.letterheads import SMALL_WORDS, Words, letterheads_in, words_of
from pipeline.extract.segments import Segment
from pipeline.lexicon import lexicon
from pipeline.text import fold, fold_in_place

SAID = re.compile(r"\b(?:ce|cet|cette|ces|nous|vous|est|sont|qui|bénéficie|il|elle|on)\b", re.IGNORECASE)
"""Words that make the beginning of a sentence more than a name."""


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
            items = [
                body for body in items_in(index, segment.text, 0, listed, "rule:body-listed") if _is_name(body.name)
            ]
            block = segment.block - 1 if items else block
            found.extend(items)
        found.extend(_told(index, segment.text))
        found.extend(_subjects(index, segment.text))
        found.extend(pairs_in(index, segment.text))
        found.extend(_alone(index, segment, said))
        found.extend(_represented(index, segment))
        found.extend(_named(index, segment))
        found.extend(_ensembles(index, segment.text))
    return _unique(found)


def _told(index: int, text: str) -> Iterator[Body]:
    """Bodies after "organisé par", "en partenariat avec", "avec le soutien de"."""
    folded = fold_in_place(text)
    for match in role_pattern().finditer(folded):
        role = role_of(match["phrase"])
        yield from items_in(index, text, match.end(), role, "rule:body-told")


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
        for item in items_in(index, subject, 0, "organiser", "rule:body-subject"):
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


def _ensembles(index: int, text: str) -> Iterator[Body]:
    """Bands and ensembles that play."""
    for start, end in ensembles_in(text):
        yield Body(index, start, end, text[start:end], None, "mentioned", "rule:body-ensemble", 0.75)


def _represented(index: int, segment: Segment) -> Iterator[Body]:
    """ "Un(e) administrateur (-trice) de la FAPEL": nobody is named, but a body is."""
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
