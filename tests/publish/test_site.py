"""The published site over the sample archive: titles, labels, hidden tables, and every canned query."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from pipeline.lexicon import lexicon
from pipeline.load.schema import PUBLIC, VIEWS
from pipeline.publish.server import SETTINGS
from pipeline.publish.site import site

SITE = lexicon("site.fr")
ASKED = {
    "mots": "villes",
    "personne": "ouedraogo",
    "organisation": "economie partagee",
    "ville": "nantes",
    "autre": "benkhelifa",
    "annee": "2003",
    "sorte": "",
    "fonction": "direct",
    "mot": "table",
    "seuil": "0.9",
    "debut": "",
    "fin": "2012",
}
"""What someone types into the canned queries, accents left out."""
ASKED_OF = {"personnes_communes_a_deux_organisations": {"organisation": "ustl", "autre_organisation": "marais"}}
"""What is typed into one query alone."""


@pytest.fixture
def get(sample: Path) -> Any:
    """Asks the site for a path; the answer as parsed JSON, or as text."""

    def ask(path: str, **parameters: str) -> Any:
        async def answer() -> Any:
            response = await site(sample, SETTINGS).client.get(f"{path}?{urlencode(parameters)}")
            assert response.status_code == 200, response.text
            return response.json() if path.endswith(".json") else response.text

        return asyncio.run(answer())

    return ask


def test_the_archive_says_what_it_is(get: Any) -> None:
    assert SITE["description"].split(":")[0].strip() in get("/")


@pytest.mark.parametrize("name", SITE["queries"])
def test_a_canned_query_returns_rows(get: Any, name: str) -> None:
    typed = ASKED | ASKED_OF.get(name, {})
    asked = {blank: typed[blank] for blank in re.findall(r":(\w+)", SITE["queries"][name]["sql"])}
    assert get(f"/archive/{name}.json", _shape="array", **asked)


@pytest.mark.parametrize("name", SITE["queries"])
def test_a_canned_query_explains_itself(name: str) -> None:
    assert {"title", "description", "sql"} == SITE["queries"][name].keys()


@pytest.mark.parametrize("spelling", ["Ouédraogo", "ouedraogo", "OUÉDRAOGO"])
def test_a_person_is_found_however_the_name_is_typed(get: Any, spelling: str) -> None:
    rows = get("/archive/evenements_d_une_personne.json", _shape="array", personne=spelling)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert len({row["evenement"] for row in rows}) >= 5


def test_an_empty_question_is_no_error(get: Any) -> None:
    assert get("/archive/recherche.json", _shape="array", mots="") == []


@pytest.mark.parametrize("typed", ["collectivites", "l'eau", '"', "AND (", "eau*"])
def test_the_search_box_of_a_table_speaks_french(get: Any, typed: str) -> None:
    found = get("/archive/search.json", _shape="array", _search=typed)
    assert bool(found) == (typed in ("l'eau", "eau*"))


def test_every_table_and_view_is_described_or_hidden() -> None:
    names = {table.name for table in PUBLIC} | set(VIEWS)
    assert names == set(SITE["tables"]) | set(SITE["hidden"])


@pytest.mark.parametrize("table", [table for table in PUBLIC if table.name in SITE["tables"]], ids=lambda t: t.name)
def test_what_is_said_of_a_table_speaks_of_its_columns(table: Any) -> None:
    told = SITE["tables"][table.name]
    spoken = {*told.get("columns", ()), *told.get("facets", ()), *filter(None, (told.get("label"), told.get("sort")))}
    assert spoken <= set(table.columns)


@pytest.mark.parametrize("table", [table for table in PUBLIC if table.name in SITE["tables"]], ids=lambda t: t.name)
def test_a_facet_is_an_indexed_column(table: Any) -> None:
    assert set(SITE["tables"][table.name].get("facets", ())) <= {
        *(index.partition(",")[0] for index in table.indexes),
        table.pk,
    }


@pytest.mark.parametrize("name", [*SITE["hidden"], "search_fts", "search_fts_data"])
def test_plumbing_is_hidden(get: Any, name: str) -> None:
    assert name not in [table["name"] for table in get("/archive.json")["tables"] if not table["hidden"]]


@pytest.mark.parametrize("name", SITE["tables"])
def test_a_table_has_its_french_title(get: Any, name: str) -> None:
    assert f">{SITE['tables'][name]['title']}" in get(f"/archive/{name}")


@pytest.mark.parametrize(
    ("table", "column"),
    [(table.name, column) for table in PUBLIC for column in table.references if table.name in SITE["tables"]],
)
def test_a_reference_shows_a_name_and_not_a_code(get: Any, table: str, column: str) -> None:
    rows = get(f"/archive/{table}.json", _labels="on", _size="1", _shape="array", **{f"{column}__notnull": "1"})
    assert [row[column]["label"] for row in rows if row[column]["label"]]
