"""People and bodies: printed names gathered into entities, each with one id and every form it was printed in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.archive import Decision, Entity
from pipeline.resolve.addresses import free
from pipeline.resolve.clusters import cluster
from pipeline.resolve.compare import (
    LINKED,
    PersonName,
    body_key,
    compare_bodies,
    compare_people,
    is_capitals,
    person_name,
)
from pipeline.text import fold, slug


def people_of(names: Counter[str], decisions: Sequence[Decision]) -> dict[str, Entity]:
    """The person behind each printed name. `names` counts how often each form was printed."""
    parsed = {name: person_name(name) for name in sorted(names)}
    pairs = sorted(_person_pairs(parsed), key=lambda pair: (-pair[0], pair[1:]))
    sure = [(left, right) for value, left, right in pairs if value >= LINKED]
    return _entities(names, _grouped(names, sure, "person", decisions), decisions, "person")


def organisations_of(
    names: Counter[str], acronyms: Mapping[str, str], decisions: Sequence[Decision]
) -> dict[str, Entity]:
    """The body behind each printed name. `acronyms` maps full names to the acronym printed beside them."""
    pairs = [*_acronym_pairs(names, acronyms), *_body_pairs(names)]
    entities = _entities(names, _grouped(names, pairs, "organisation", decisions), decisions, "organisation")
    return {name: _with_acronym(entity, acronyms) for name, entity in entities.items()}


def _grouped(
    names: Counter[str], pairs: Sequence[tuple[str, str]], kind: str, decisions: Sequence[Decision]
) -> list[list[str]]:
    """Clusters of names; what people decided goes before what scores say."""
    told = [decision for decision in decisions if decision.kind == kind and decision.right]
    same = [(d.left, d.right) for d in told if d.action == "same" and d.left and d.right]
    different = [(d.left, d.right) for d in told if d.action == "different" and d.left and d.right]
    return cluster(sorted(names), [*same, *pairs], different)


def _person_pairs(parsed: Mapping[str, PersonName]) -> Iterator[tuple[float, str, str]]:
    """Pairs of names with one surname and their scores; initials count only where they fit a single full name."""
    scored = [(compare_people(parsed[left], parsed[right]), left, right) for left, right in _neighbours(parsed)]
    fits: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for score, left, right in scored:
        if score.why == "initials":
            short, full = sorted((left, right), key=lambda name: len("".join(parsed[name].given)))
            fits[short].add(parsed[full].given)
    for score, left, right in scored:
        ambiguous = score.why == "initials" and any(_several(fits[name]) for name in (left, right))
        if score.value > 0 and not ambiguous:
            yield score.value, left, right


def _neighbours(parsed: Mapping[str, PersonName]) -> list[tuple[str, str]]:
    """Pairs of names that share the beginning of a word: the only ones worth comparing."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for name, parts in parsed.items():
        for word in parts.surname + parts.given:
            if len(word) > 1:
                blocks[word[:4]].add(name)
    return sorted({pair for members in blocks.values() for pair in combinations(sorted(members), 2)})


def _several(givens: set[tuple[str, ...]]) -> bool:
    """Whether initials fit given names of more than one person."""
    firsts = {given[0] for given in givens}
    return len(firsts) > 1


def _body_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for word in body_key(name).split():
            blocks[word[:5]].append(name)
    seen = set()
    for members in blocks.values():
        for left, right in combinations(sorted(set(members)), 2):
            if (left, right) not in seen and compare_bodies(left, right).value >= LINKED:
                yield left, right
            seen.add((left, right))


def _acronym_pairs(names: Counter[str], acronyms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """An acronym and the one full name it was printed beside; an acronym of two bodies links none."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for name, acronym in acronyms.items():
        meanings[fold(acronym)].add(body_key(name))
    for name, acronym in sorted(acronyms.items()):
        if len(meanings[fold(acronym)]) == 1:
            for other in sorted(names):
                if fold(other) == fold(acronym):
                    yield name, other


def _with_acronym(entity: Entity, acronyms: Mapping[str, str]) -> Entity:
    acronym = next((acronyms[form] for form in entity.forms if form in acronyms), None)
    return Entity(entity.id, entity.name, entity.forms, acronym, entity.redirects)


def _entities(
    names: Counter[str], groups: Sequence[Sequence[str]], decisions: Sequence[Decision], kind: str
) -> dict[str, Entity]:
    """One entity per group under the name of its best form; every form's slug leads to it."""
    spell = spelled_person if kind == "person" else str
    renamed = {d.left: d.right for d in decisions if d.kind == kind and d.action == "rename" and d.right}
    taken: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    drafts = []
    for group in groups:
        name = next((renamed[form] for form in group if form in renamed), None) or spell(_best_form(group, names))
        drafts.append((name, group))
    slugs = Counter(slug(form) for _, group in drafts for form in {slug(form): form for form in group}.values())
    for name, group in sorted(drafts, key=lambda draft: (fold(draft[0]), draft[0])):
        identifier = free(slug(name) or kind, taken)
        redirects = sorted({slug(form) for form in group if slugs[slug(form)] == 1} - {identifier, ""})
        entity = Entity(identifier, name, {form: names[form] for form in group}, None, tuple(redirects))
        entities |= dict.fromkeys(group, entity)
    return entities


def _best_form(group: Sequence[str], names: Counter[str]) -> str:
    """The fullest form: no initials, not all capitals, most words, accents."""
    return max(group, key=lambda form: (_fullness(form), names[form], form))


def _fullness(form: str) -> tuple[int, int, int]:
    initials = len(re.findall(r"\b[A-ZÀ-Þ]\.", form))
    accents = sum(not letter.isascii() for letter in form)
    shouting = sum(letter.isupper() for letter in form) > 0.6 * sum(letter.isalpha() for letter in form)
    return (-initials, -int(shouting and " " in form), len(form.split()) + min(accents, 3))


def spelled_person(form: str) -> str:
    """A person's name as one would write it: given name first, capitals only where they belong.

    >>> spelled_person("MILÉSY Jean-Philippe"), spelled_person("Claude GEIGER"), spelled_person("fred Pailler")
    ('Jean-Philippe Milésy', 'Claude Geiger', 'fred Pailler')
    """
    words = form.split()
    shouted = [word for word in words if is_capitals(word)]
    if len(shouted) < len(words) and shouted and is_capitals(words[0]) and not is_capitals(words[-1]):
        words = [word for word in words if word not in shouted] + shouted
    return " ".join(_small(word) if is_capitals(word) else word for word in words)


def _small(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
