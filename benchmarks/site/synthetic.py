"""A fictional archive of any size, made at random but the same every time: what `resolve` would hand to `load`.

Its shape is that of real collections: a few people and bodies are everywhere, most are seen once; circles of people
meet among themselves; every paper announces one event of about ten people.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from pipeline.archive import Archive, Attendance, Entity, EventEntity, Hosting, Source, VenueEntity
from pipeline.gazetteer import Town, towns
from pipeline.model import (
    Appearance,
    Box,
    Document,
    Event,
    Line,
    MadeBy,
    Mention,
    Organisation,
    Page,
    Record,
    Session,
    Venue,
    Word,
)
from pipeline.text import slug

T = TypeVar("T")

SYLLABLES = "ba bel bri cha cor da dru fan ga gre jo lan ler lo mar mi mor na no pel ra ro sa ta ver vi".split()
GIVEN = (
    "Adèle Alban Basile Camille Célestin Denise Edmée Firmin Gaëlle Honoré Irène Joachim Léontine Maël Odile".split()
)
BODIES = ("Association", "Coopérative", "Laboratoire", "Ville", "Syndicat", "Université", "Comité", "Fédération")
FUNCTIONS = ("présidente", "historien", "secrétaire", "directrice", "chercheuse", "économiste", "maire", "adhérent")
KINDS = ("colloque", "conférence", "séminaire", "assemblée générale", "concert", "exposition", "débat", "réunion")
WORDS = (
    "habitants et rivière racontent une histoire commune de travail, de quartier, de mémoire, de commerce et de "
    "culture : écoles, ateliers, marchés, jardins, ponts, usines, théâtres, chansons, métiers, logements, "
    "transports, archives, fêtes, luttes, images, langues, voyages, récoltes, forêts, ports, canaux, bibliothèques"
).split()
ROLES = ("speaker", "speaker", "speaker", "speaker", "chair", "discussant", "organiser", "performer")
HOSTS = ("organiser", "organiser", "partner", "host", "funder")
CIRCLE = 400
"""People who mostly meet each other."""
WORDS_A_PAGE = 250
MADE_BY = MadeBy("synthetic", "synthetic", "synthetic", "synthetic")


@dataclass(frozen=True)
class Cast:
    """Who and what can appear; the first of each most often."""

    people: Sequence[Entity]
    bodies: Sequence[Entity]
    venues: Sequence[VenueEntity]
    dice: random.Random

    def person(self, circle: int) -> Entity:
        """Mostly someone of the circle."""
        if self.dice.random() < 0.85:
            place = circle * CIRCLE + int(CIRCLE * self.dice.random() ** 3)
            return self.people[min(place, len(self.people) - 1)]
        return favourite(self.people, self.dice)


def favourite(things: Sequence[T], dice: random.Random) -> T:
    """Any of them, the first most often."""
    return things[int(len(things) * dice.random() ** 3)]


@dataclass(frozen=True)
class Papers:
    """A paper for each event, made when it is looked at, in the order of their names as files are."""

    events: Sequence[EventEntity]

    def __iter__(self) -> Iterator[Record]:
        ordered = sorted(enumerate(self.events), key=lambda entry: entry[1].sources[0].document)
        return (_record(event, number) for number, event in ordered)


def archive(documents: int) -> Archive:
    """An archive of that many documents, ten times as many appearances and nearly as many people."""
    dice = random.Random(1)
    homes = [town for town in towns() if town.country == "FR"][:1500]
    cast = Cast(
        [_entity(f"{dice.choice(GIVEN)} {_word(dice)}-{_word(dice)}", number) for number in range(documents * 4 // 5)],
        [_entity(f"{dice.choice(BODIES)} {_word(dice)} {_word(dice)}", number) for number in range(documents // 5)],
        [_venue(number, favourite(homes, dice), dice) for number in range(documents // 8)],
        dice,
    )
    events = tuple(_event(number, cast) for number in range(documents))
    return Archive(Papers(events), events, tuple(cast.people), tuple(cast.bodies), tuple(cast.venues))


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3))).capitalize()


def _entity(name: str, number: int) -> Entity:
    return Entity(f"{slug(name)}-{number}", name, {name: 1, name.upper(): 1})


def _venue(number: int, town: Town, dice: random.Random) -> VenueEntity:
    name = f"Salle {_word(dice)}"
    address = f"{dice.randint(1, 99)}, rue {_word(dice)}"
    return VenueEntity(f"{slug(f'{name} {town.name}')}-{number}", name, address, None, town.name)


def _phrase(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def _event(number: int, cast: Cast) -> EventEntity:
    dice = cast.dice
    start = f"{dice.randint(1965, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    sessions = tuple(
        Session(start, f"{9 + slot:02}:00", f"{10 + slot:02}:00", _phrase(dice, 6), "table ronde") for slot in range(3)
    )
    people = [cast.person(number % max(1, len(cast.people) // CIRCLE)) for _ in range(dice.randint(4, 16))]
    bodies = [favourite(cast.bodies, dice) if dice.random() < 0.6 else None for _ in people]
    hosts = [favourite(cast.bodies, dice) for _ in range(dice.randint(1, 3))]
    venue = favourite(cast.venues, dice)
    title = _phrase(dice, 5).capitalize()
    roles = [dice.choice(ROLES) for _ in people]
    functions = [dice.choice(FUNCTIONS) for _ in people]
    event = Event(
        title=title,
        subtitle=_phrase(dice, 8),
        kind=dice.choice(KINDS),
        start=start,
        end=start,
        start_time="09:00",
        end_time="12:00",
        venue=Venue(venue.name, venue.address, None, venue.city),
        sessions=sessions,
        organisations=tuple(Organisation(host.name, None, "organiser") for host in hosts),
        appearances=tuple(
            Appearance(person.name, role, function, Organisation(body.name) if body else None, place % 3)
            for place, (person, body, role, function) in enumerate(zip(people, bodies, roles, functions, strict=True))
        ),
        evidence={f"appearances.{place}": (place + 1,) for place in range(len(people))},
        confidence={"title": 0.9},
    )
    document = f"{start[:4]}/papier-{number:06}.pdf"
    return EventEntity(
        id=f"{start}-{slug(title)}-{number}",
        event=event,
        venue=venue.id,
        sources=(Source(document, 0, event),),
        attendances=tuple(
            Attendance(
                person.id,
                said.person,
                said.role,
                said.function,
                body.id if body else None,
                body.name if body else None,
                said.session,
                document,
                (place + 1,),
                0.9,
            )
            for place, (person, body, said) in enumerate(zip(people, bodies, event.appearances, strict=True))
        ),
        hostings=tuple(Hosting(host.id, host.name, dice.choice(HOSTS), document) for host in hosts),
    )


def _record(entity: EventEntity, number: int) -> Record:
    """A page whose lines name everyone; a line is one word to the loader, which reads the page's text only."""
    dice = random.Random(number)
    event, document = entity.event, entity.sources[0].document
    lines = [str(event.title), *(said.person for said in event.appearances)]
    lines += [_phrase(dice, 25) for _ in range(WORDS_A_PAGE // 25)]
    boxes = [Box(50, 20 * row, 500, 20 * row + 15) for row in range(len(lines))]
    page = Page(
        number=1,
        width=595,
        height=842,
        unit="pt",
        source="text-layer",
        lines=tuple(Line((Word(text, box),)) for text, box in zip(lines, boxes, strict=True)),
    )
    mentions = tuple(
        Mention(place, "person", said.person, said.person, 1, 0, 1, (boxes[place],), "rule:synthetic", 0.9)
        for place, said in enumerate(event.appearances, 1)
    )
    digest = sha256(str(number).encode()).hexdigest()
    return Record(Document(document, digest, "application/pdf", 100_000, (page,)), MADE_BY, mentions, (event,))
