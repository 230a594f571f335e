"""Datasette's metadata: titles, descriptions, labels, facets, hidden tables and canned queries, from the lexicon."""

from __future__ import annotations

from typing import Any

from pipeline.lexicon import lexicon
from pipeline.messages import LANGUAGE

DATABASE = "archive"


def metadata() -> dict[str, Any]:
    """What Datasette is told about the archive."""
    site = lexicon(f"site.{LANGUAGE}")
    tables = {name: _table(table) for name, table in site["tables"].items()}
    queries = {name: dict(query) for name, query in site["queries"].items()}
    tables |= {name: {"hidden": True} for name in site["hidden"]}
    return {
        "title": site["title"],
        "description": site["description"],
        "about": site["about"],
        "license": site["license"],
        "databases": {DATABASE: {"tables": tables, "queries": queries}},
    }


def _table(table: dict[str, Any]) -> dict[str, Any]:
    """One table's part; left out what the lexicon does not say."""
    told = {
        "title": table.get("title"),
        "description": table.get("description"),
        "label_column": table.get("label"),
        "facets": table.get("facets"),
        "sort": table.get("sort"),
        "columns": table.get("columns"),
        "fts_table": table.get("fts_table"),
    }
    return {key: value for key, value in told.items() if value}
