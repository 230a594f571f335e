"""The shape of archive.db and private.db, as data: tables, keys, indexes, views. Nothing is executed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = "4"
"""Raised whenever the same records may be loaded differently: the database is then built anew."""

TEXT, INTEGER, FLOAT = str, int, float
Columns = Mapping[str, type]


@dataclass(frozen=True)
class Table:
    """One table: columns in order, the primary key, foreign keys (column → table), columns to index."""

    name: str
    columns: Columns
    pk: str
    references: Mapping[str, str]
    indexes: tuple[str, ...] = ()


def _table(name: str, columns: Columns, references: Mapping[str, str] | None = None, indexes: str = "") -> Table:
    """A table whose primary key is its first column; foreign keys are indexed as well."""
    references = references or {}
    return Table(name, columns, next(iter(columns)), references, (*references, *indexes.split()))


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
    indexes="kind year city start status",
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
    indexes="role year",
)
EVENT_ORGANISATIONS = _table(
    "event_organisations",
    {"id": TEXT, "event": TEXT, "organisation": TEXT, "role": TEXT, "printed": TEXT, "year": INTEGER, "document": TEXT},
    {"event": "events", "organisation": "organisations", "document": "documents"},
    indexes="role year",
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
    {"id": INTEGER, "action": TEXT, "kind": TEXT, "left": TEXT, "right": TEXT, "at": TEXT, "by": TEXT, "why": TEXT},
    indexes="left right",
)
ISSUES = _table(
    "issues",
    {"id": INTEGER, "document": TEXT, "page": INTEGER, "stage": TEXT, "code": TEXT, "message": TEXT},
    {"document": "documents"},
    indexes="stage code",
)
NETWORK_NODES = _table(
    "network_nodes",
    {"id": INTEGER, "kind": TEXT, "person": TEXT, "organisation": TEXT, "name": TEXT, "events": INTEGER}
    | {"neighbours": INTEGER, "x": FLOAT, "y": FLOAT},
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
COUNTS = _table("counts", {"name": TEXT, "count": INTEGER})
WORDS = _table("words", {"word": TEXT, "things": INTEGER})
RUNS = _table("runs", {"fingerprint": TEXT, "carton": TEXT, "loader": TEXT, "documents": INTEGER})
SEARCH = _table(
    "search",
    {"id": INTEGER, "kind": TEXT, "ref": TEXT, "title": TEXT, "facets": TEXT, "text": TEXT, "stem": TEXT},
    indexes="kind",
)
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
    EVENT_ORGANISATIONS,
    MENTIONS,
    NAMES,
    REDIRECTS,
    IDENTIFIERS,
    DECISIONS,
    ISSUES,
    YEARS,
    KINDS,
    COUNTS,
    WORDS,
    NETWORK_NODES,
    NETWORK_TIES,
    RUNS,
    SEARCH,
)
"""Parents before children, so that rows can be inserted in this order."""

PRIVATE = (CONTACTS, PICTURES)

VIEWS = {
    "affiliations": """
        select a.person, p.name as person_name, a.organisation, o.name as organisation_name, a.function,
               min(e.start) as first_seen, max(e.start) as last_seen, count(distinct a.event) as events
        from appearances a
        join people p on p.id = a.person
        join events e on e.id = a.event
        left join organisations o on o.id = a.organisation
        where a.function is not null or a.organisation is not null
        group by a.person, a.organisation, a.function
        order by p.name, first_seen
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

FULL_TEXT = """
    create virtual table search_fts using fts5(
        title, text, stem, facets, content="search", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
    );
    insert into search_fts(search_fts) values ('rebuild');
    create virtual table temp.vocabulary using fts5vocab('main', 'search_fts', 'col');
    insert into words select term, sum(doc) from vocabulary where col in ('title', 'text') group by term;
    drop table temp.vocabulary;
"""
"""French full text: words as printed, folded by SQLite, beside them their stems (see search.py) and their facets.
`words` holds every word there is, for when a typed one is not among them."""
