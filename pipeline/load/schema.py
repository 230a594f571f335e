"""The shape of archive.db and private.db, as data: tables, keys, indexes, views. Nothing is executed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = "8"
"""Raised whenever the same records may be loaded differently: the database is then built anew."""

TEXT, INTEGER, FLOAT = str, int, float
Columns = Mapping[str, type]


@dataclass(frozen=True)
class Table:
    """One table: columns in order, the primary key, foreign keys (column → table), indexes ("one" or "one,two")."""

    name: str
    columns: Columns
    pk: str
    references: Mapping[str, str]
    indexes: tuple[str, ...] = ()


def _table(name: str, columns: Columns, references: Mapping[str, str] | None = None, indexes: str = "") -> Table:
    """A table whose primary key is its first column; foreign keys that begin no index get one of their own."""
    references, wanted = references or {}, indexes.split()
    begun = {index.partition(",")[0] for index in wanted}
    alone = (column for column in references if column not in begun)
    return Table(name, columns, next(iter(columns)), references, (*alone, *wanted))


DOCUMENTS = _table(
    "documents",
    {"id": TEXT, "part_of": TEXT, "media_type": TEXT, "bytes": INTEGER, "pages": INTEGER, "source": TEXT}
    | {"confidence": FLOAT, "status": TEXT, "sha256": TEXT, "carton": TEXT, "reader": TEXT, "extractor": TEXT}
    | {"model": TEXT},
    {"part_of": "documents"},
    indexes="media_type source status",
)
PAGES = _table(
    "pages",
    {"id": TEXT, "document": TEXT, "number": INTEGER, "width": FLOAT, "height": FLOAT, "unit": TEXT, "source": TEXT}
    | {"reason": TEXT, "rotation": INTEGER, "confidence": FLOAT, "text": TEXT},
    {"document": "documents"},
    indexes="source",
)
PLACES = _table(
    "places",
    {"id": TEXT, "name": TEXT, "sort": TEXT, "latitude": FLOAT, "longitude": FLOAT, "events": INTEGER}
    | {"venues": INTEGER, "first_seen": TEXT, "last_seen": TEXT},
    indexes="name sort events",
)
VENUES = _table(
    "venues",
    {"id": TEXT, "name": TEXT, "sort": TEXT, "address": TEXT, "postcode": TEXT, "city": TEXT, "place": TEXT}
    | {"latitude": FLOAT, "longitude": FLOAT, "events": INTEGER},
    {"place": "places"},
    indexes="city sort events",
)
EVENTS = _table(
    "events",
    {"id": TEXT, "title": TEXT, "subtitle": TEXT, "kind": TEXT, "status": TEXT, "start": TEXT, "end": TEXT}
    | {"start_time": TEXT, "end_time": TEXT, "year": INTEGER, "date_note": TEXT, "venue": TEXT, "city": TEXT}
    | {"place": TEXT, "price": TEXT, "people": INTEGER, "documents": INTEGER, "confidence": FLOAT},
    {"venue": "venues", "place": "places"},
    indexes="kind year,start city start status venue,start place,start",
)
PEOPLE = _table(
    "people",
    {"id": TEXT, "name": TEXT, "sort": TEXT, "events": INTEGER, "first_seen": TEXT, "last_seen": TEXT},
    indexes="name sort events",
)
ORGANISATIONS = _table(
    "organisations",
    {"id": TEXT, "name": TEXT, "sort": TEXT, "acronym": TEXT, "events": INTEGER, "people": INTEGER}
    | {"first_seen": TEXT, "last_seen": TEXT},
    indexes="name sort events",
)
EVENT_DOCUMENTS = _table(
    "event_documents",
    {"id": TEXT, "event": TEXT, "document": TEXT, "position": INTEGER, "title": TEXT, "start": TEXT, "end": TEXT}
    | {"start_time": TEXT, "end_time": TEXT, "venue": TEXT, "city": TEXT, "facts": TEXT},
    {"event": "events", "document": "documents"},
)
SESSIONS = _table(
    "sessions",
    {"id": TEXT, "event": TEXT, "position": INTEGER, "date": TEXT, "start_time": TEXT, "end_time": TEXT, "title": TEXT}
    | {"kind": TEXT, "place": TEXT},
    {"event": "events"},
    indexes="kind",
)
APPEARANCES = _table(
    "appearances",
    {"id": TEXT, "event": TEXT, "session": TEXT, "person": TEXT, "role": TEXT, "function": TEXT, "organisation": TEXT}
    | {"person_printed": TEXT, "organisation_printed": TEXT, "date": TEXT, "year": INTEGER, "document": TEXT}
    | {"mentions": TEXT, "confidence": FLOAT},
    {"event": "events", "session": "sessions", "person": "people", "organisation": "organisations"}
    | {"document": "documents"},
    indexes="role year person,event,date",
)
CAREERS = _table(
    "careers",
    {"id": INTEGER, "person": TEXT, "organisation": TEXT, "organisation_printed": TEXT, "function": TEXT}
    | {"first_seen": TEXT, "last_seen": TEXT, "events": INTEGER, "years": TEXT},
    {"person": "people", "organisation": "organisations"},
    indexes="organisation,first_seen",
)
EVENT_ORGANISATIONS = _table(
    "event_organisations",
    {"id": TEXT, "event": TEXT, "organisation": TEXT, "role": TEXT, "printed": TEXT, "year": INTEGER, "document": TEXT},
    {"event": "events", "organisation": "organisations", "document": "documents"},
    indexes="role year organisation,year,event",
)
MENTIONS = _table(
    "mentions",
    {"id": TEXT, "document": TEXT, "page": INTEGER, "kind": TEXT, "raw": TEXT, "value": TEXT, "start": INTEGER}
    | {"end": INTEGER, "boxes": TEXT, "source": TEXT, "confidence": FLOAT},
    {"document": "documents"},
    indexes="kind source",
)
NAMES = _table(
    "names",
    {"id": INTEGER, "person": TEXT, "organisation": TEXT, "name": TEXT, "count": INTEGER},
    {"person": "people", "organisation": "organisations"},
)
REDIRECTS = _table("redirects", {"id": INTEGER, "kind": TEXT, "slug": TEXT, "target": TEXT}, indexes="slug")
IDENTIFIERS = _table(
    "identifiers",
    {"id": INTEGER, "person": TEXT, "organisation": TEXT, "scheme": TEXT, "value": TEXT},
    {"person": "people", "organisation": "organisations"},
)
DECISIONS = _table(
    "decisions",
    {"id": INTEGER, "action": TEXT, "kind": TEXT, "left": TEXT, "right": TEXT, "at": TEXT, "by": TEXT, "why": TEXT}
    | {"sha256": TEXT, "replaced": TEXT, "applied": INTEGER},
    indexes="left right sha256",
)
ISSUES = _table(
    "issues",
    {"id": INTEGER, "document": TEXT, "page": INTEGER, "stage": TEXT, "code": TEXT, "message": TEXT},
    {"document": "documents"},
    indexes="stage code",
)
KEYS = _table("keys", {"id": INTEGER, "kind": TEXT, "ref": TEXT}, indexes="ref,kind")
PRESENCES = _table(
    "presences",
    {"id": INTEGER, "event": INTEGER, "person": INTEGER, "organisation": INTEGER, "role": TEXT, "year": INTEGER}
    | {"place": INTEGER},
    indexes="event,person,organisation person,event,year organisation,event,person,year year place",
)
GATHERINGS = _table(
    "gatherings", {"event": INTEGER, "year": INTEGER, "place": INTEGER, "kind": INTEGER, "present": bytes}
)
NETWORK_NODES = _table(
    "network_nodes",
    {"id": INTEGER, "key": INTEGER, "kind": TEXT, "person": TEXT, "organisation": TEXT, "name": TEXT}
    | {"events": INTEGER, "neighbours": INTEGER, "x": FLOAT, "y": FLOAT},
    {"person": "people", "organisation": "organisations"},
    indexes="kind",
)
NETWORK_TIES = _table(
    "network_ties",
    {"id": INTEGER, "source": INTEGER, "target": INTEGER, "kind": TEXT, "events": INTEGER, "first_year": INTEGER}
    | {"last_year": INTEGER, "years": TEXT},
    {"source": "network_nodes", "target": "network_nodes"},
    indexes="kind",
)
YEARS = _table("years", {"id": INTEGER, "events": INTEGER, "documents": INTEGER, "people": INTEGER})
KINDS = _table("kinds", {"id": TEXT, "name": TEXT, "events": INTEGER})
FOLDERS = _table("folders", {"id": TEXT, "documents": INTEGER})
COUNTS = _table("counts", {"name": TEXT, "count": INTEGER})
WORDS = _table("words", {"word": TEXT, "things": INTEGER})
RUNS = _table("runs", {"fingerprint": TEXT, "carton": TEXT, "loader": TEXT, "documents": INTEGER})
SEARCH = _table(
    "search",
    {"id": INTEGER, "kind": TEXT, "ref": TEXT, "title": TEXT},
    indexes="kind",
)
SEARCH_FACETS = _table("search_facets", {"id": INTEGER, "facets": TEXT})
CONTACTS = _table(
    "contacts",
    {"id": INTEGER, "document": TEXT, "page": INTEGER, "kind": TEXT, "value": TEXT, "raw": TEXT, "person": TEXT},
)
PICTURES = _table("pictures", {"id": INTEGER, "document": TEXT, "sha256": TEXT, "page": INTEGER, "hidden": TEXT})

PUBLIC = (
    DOCUMENTS,
    PAGES,
    PLACES,
    VENUES,
    EVENTS,
    PEOPLE,
    ORGANISATIONS,
    EVENT_DOCUMENTS,
    SESSIONS,
    APPEARANCES,
    CAREERS,
    EVENT_ORGANISATIONS,
    MENTIONS,
    NAMES,
    REDIRECTS,
    IDENTIFIERS,
    DECISIONS,
    ISSUES,
    YEARS,
    KINDS,
    FOLDERS,
    COUNTS,
    WORDS,
    KEYS,
    PRESENCES,
    GATHERINGS,
    NETWORK_NODES,
    NETWORK_TIES,
    RUNS,
    SEARCH,
    SEARCH_FACETS,
)
"""Parents before children, so that rows can be inserted in this order."""

PRIVATE = (CONTACTS, PICTURES)

VIEWS = {
    "affiliations": """
        select c.person, p.name as person_name, c.organisation,
               coalesce(o.name, c.organisation_printed) as organisation_name, c.function,
               c.first_seen, c.last_seen, c.events
        from careers c
        join people p on p.id = c.person
        left join organisations o on o.id = c.organisation
    """,
    "shared_stage": """
        select a.person as person, p.name as person_name, b.person as other, q.name as other_name,
               count(distinct a.event) as events,
               count(distinct case when a.session = b.session then a.session end) as sessions,
               min(e.start) as first_seen, max(e.start) as last_seen
        from appearances a
        join appearances b on b.event = a.event and b.person <> a.person
        join people p on p.id = a.person
        join people q on q.id = b.person
        join events e on e.id = a.event
        group by a.person, b.person
        order by events desc, person_name, other_name
    """,
    "person_organisation": """
        select a.person, p.name as person_name, a.organisation, o.name as organisation_name,
               count(distinct a.event) as events, min(e.start) as first_seen, max(e.start) as last_seen
        from appearances a
        join people p on p.id = a.person
        join organisations o on o.id = a.organisation
        join events e on e.id = a.event
        group by a.person, a.organisation
        order by events desc, person_name
    """,
}

PREPARED = """
    insert into careers (person, organisation, organisation_printed, function, first_seen, last_seen, events, years)
    select a.person, a.organisation, case when a.organisation is null then a.organisation_printed end as printed,
           a.function, min(a.date) as first_seen, max(a.date), count(distinct a.event),
           json_group_array(distinct a.year) filter (where a.year is not null)
    from appearances a join people p on p.id = a.person
    where coalesce(a.function, a.organisation, a.organisation_printed) is not null
    group by p.sort, a.person, a.organisation, printed, a.function
    order by p.sort, a.person, first_seen is null, first_seen, a.organisation, printed, a.function;
    insert into folders
    select substr(id, 1, instr(id, '/') - 1), count(*) from documents where instr(id, '/') group by 1;
"""
"""Functions and affiliations of everyone with the years they are printed in, and the folders at the top of raw/."""

FULL_TEXT = """
    create virtual table search_fts using fts5(
        title, text, stem, facets, content="", tokenize="unicode61 remove_diacritics 2"
    );
"""
"""French full text: words as printed, folded by SQLite, beside them their stems (see search.py) and their facets. The
index holds no text: its rows are those of `search`, what is shown stands in the tables it leads to."""

VOCABULARY = """
    insert into search_fts (search_fts) values ('optimize');
    create virtual table temp.vocabulary using fts5vocab('main', 'search_fts', 'col');
    insert into words select term, sum(doc) from vocabulary where col in ('title', 'text') group by term;
    drop table temp.vocabulary;
"""
"""Every word there is, for when a typed one is not among them."""
