"""The search page: ranked, in French, narrowed by facets, with extracts and other spellings."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Organisation, Venue
from pipeline.publish.pages.extract import extract
from pipeline.publish.pages.marks import stretches
from pipeline.search import spans
from tests.publish.conftest import Ask, published
from tests.records import appearance, event, record

Find = Callable[..., dict]


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Find:
    """Searches three papers: a colloquium at Nantes, one at Nantes-Sud, a concert."""
    ask = published(
        tmp_path_factory.mktemp("searched"),
        record(
            "a.txt",
            event(
                "Les collectivités riveraines",
                "2003-06-05",
                appearance("Agnès Milésy", function="urbaniste", at="AITEC"),
                venue=Venue("Bourse du travail", city="Nantes"),
                kind="colloque",
                organisations=(Organisation("Ville de Nantes", None, "funder"),),
            ),
            text="Débat sur l’œuvre des collectivités riveraines, avec Agnès Milésy",
        ),
        record(
            "b.txt",
            event("Habiter la ville", "2004-02-01", venue=Venue(city="Nantes-Sud"), kind="colloque"),
            text="Habiter la ville, débat",
        ),
        record("c.txt", event("Concert de fanfare", "2004-06-21", kind="concert"), text="Fanfare des territoires"),
    )

    def searched(typed: str = "", **chosen: str) -> dict:
        answer = ask(f"/recherche.json?{urlencode({'q': typed, **chosen})}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    return searched


def _refs(told: dict) -> list[str]:
    return [result["ref"]["id"] for result in told["results"]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("milesy", "agnes-milesy"),
        ("MILÉSY", "agnes-milesy"),
        ("collectivité riveraine", "2003-06-05-les-collectivites-riveraines"),
        ("collectivites riveraines", "2003-06-05-les-collectivites-riveraines"),
        ("l’aitec", "aitec"),
        ("l'AITEC", "aitec"),
        ("oeuvre", "a.txt#1"),
        ("« collectivités riveraines »", "2003-06-05-les-collectivites-riveraines"),
        ("débat -fanfare -collectivités", "b.txt#1"),
        ("fanf*", "2004-06-21-concert-de-fanfare"),
        ("bourse", "bourse-du-travail-nantes"),
    ],
)
def test_the_best_comes_first(find: Find, typed: str, first: str) -> None:
    assert _refs(find(typed))[0] == first


@pytest.mark.parametrize("typed", ['"', "AND (", "NEAR(", "*", "-x", "a OR", "facets:x", "'; drop table people"])
def test_whatever_is_typed_is_no_error(find: Find, typed: str) -> None:
    assert find(typed)["total"] == 0


def test_nothing_typed_explains_how_to_search(find: Find) -> None:
    assert (find()["total"], find()["facets"]) == (0, [])


def test_facets_count_and_narrow(find: Find) -> None:
    told = find("débat")
    kinds = next(facet for facet in told["facets"] if facet["name"] == "year")
    assert {choice["value"]: choice["count"] for choice in kinds["choices"]} == {"2003": 1, "2004": 1}
    assert _refs(find("débat", year="2003")) == ["a.txt#1"]


def test_a_town_is_not_taken_for_one_whose_name_begins_alike(find: Find) -> None:
    assert all("ville" not in ref for ref in _refs(find("", place="nantes", thing="event")))
    assert _refs(find("", place="nantes-sud", thing="event")) == ["2004-02-01-habiter-la-ville"]


def test_people_are_found_by_organisation_and_role(find: Find) -> None:
    assert _refs(find("", thing="person", organisation="aitec", role="speaker")) == ["agnes-milesy"]


def test_a_chosen_facet_can_be_taken_back(find: Find) -> None:
    (year,) = [facet for facet in find("débat", year="2003")["facets"] if facet["name"] == "year"]
    assert [(choice["is_chosen"], choice["query"]) for choice in year["choices"]] == [(True, "q=d%C3%A9bat")]


@pytest.mark.parametrize(("typed", "better"), [("milessy", "milesy"), ("colectivites", "collectivites")])
def test_a_misspelling_is_answered_with_the_nearest_word_there_is(find: Find, typed: str, better: str) -> None:
    assert [suggestion["typed"] for suggestion in find(typed)["suggestions"]] == [better]


def test_what_was_looked_for_is_marked_in_the_extract(find: Find) -> None:
    result = find("collectivité", thing="page")["results"][0]
    assert [piece["text"] for piece in result["extract"] if piece["is_hit"]] == ["collectivités"]


def test_a_page_found_leads_to_that_page_of_its_document(publish: Callable[..., Ask]) -> None:
    ask = publish(record("été/a b.txt", event("Le port", "2008-01-01"), text="Le canal"))
    assert 'href="/document/%C3%A9t%C3%A9/a%20b.txt#p1"' in ask("/recherche?q=canal").text


WORDS = st.text(alphabet="aéœ '-\n«", max_size=400)


@given(WORDS, WORDS)
def test_an_extract_is_part_of_its_text(text: str, typed: str) -> None:
    shown = "".join(piece.text for piece in extract(text, typed)).removeprefix("… ").removesuffix(" …")
    assert shown in text


@given(WORDS, WORDS)
def test_hits_are_in_order_and_do_not_overlap(text: str, typed: str) -> None:
    ends = [place for span in spans(text, typed) for place in span]
    assert ends == sorted(ends)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_a_text_cut_at_its_mentions_is_still_the_text(text: str, places: list[tuple[int, int]]) -> None:
    rows = [{"id": f"a#{n}", "start": start, "end": end, "kind": "person"} for n, (start, end) in enumerate(places)]
    assert "".join(stretch.text for stretch in stretches(text, rows)) == text  # type: ignore[arg-type]
