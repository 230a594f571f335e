"""All that differs between Datasette 0.65 and 1.0."""

from __future__ import annotations

from typing import Any

import datasette.version

IS_V1 = not datasette.version.__version__.startswith("0.")


def configuration(metadata: dict[str, Any], plugins: dict[str, Any]) -> dict[str, Any]:
    """Titles, queries and plugin settings as arguments of `Datasette`: 1.0 keeps metadata and configuration apart."""
    if not IS_V1:
        return {"metadata": metadata | {"plugins": plugins}}
    kept = {"hidden", "label_column", "facets", "sort", "sort_desc", "size", "fts_table", "fts_pk"}
    databases: dict[str, Any] = {}
    for name, database in metadata["databases"].items():
        tables = {
            table: {key: value for key, value in told.items() if key in kept}
            for table, told in database["tables"].items()
        }
        databases[name] = {"tables": tables, "queries": database["queries"]}
    return {"metadata": metadata, "config": {"plugins": plugins, "databases": databases}}


def sql_path(database: str) -> str:
    """Where one writes SQL."""
    return f"/{database}/-/query" if IS_V1 else f"/{database}"
