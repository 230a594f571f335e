"""Whatever a document says stays text: markup in names, titles and texts is shown and never obeyed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest

from pipeline.model import Issue, Organisation, Session, Venue
from tests.publish.conftest import Ask, published
from tests.records import appearance, event, mention, record

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TEXT = f"Titre {SCRIPT} et {IMAGE}\nJeanne {IMAGE}\n</script><script>alert(2)</script>"
HOSTILE = record(
    f"2007/{SCRIPT.replace('/', '')}'.txt",
    event(
        f"Titre {SCRIPT} et {IMAGE}",
        "2007-03-31",
        appearance(f"Jeanne {SCRIPT}", function=f"présidente {IMAGE}", at=f"Amis {SCRIPT}", session=0),
        appearance(f"Karim {IMAGE}", at=f"Port {IMAGE}"),
        venue=Venue(f"Maison {IMAGE}", f"12 rue {SCRIPT}", "89000", f"Auxerre {IMAGE}"),
        sessions=(Session("2007-03-31", "09:15", None, f"Débat {SCRIPT}", f"atelier {IMAGE}", f"salle {SCRIPT}"),),
        organisations=(
            Organisation(f"Amis {SCRIPT}", IMAGE, "organiser"),
            Organisation(f"Ville {IMAGE}", None, "funder"),
        ),
        subtitle=IMAGE,
        kind=f"colloque {IMAGE}",
        price=SCRIPT,
        date_note=IMAGE,
        evidence={"title": (1,)},
    ),
    text=TEXT,
    mentions=(mention(1, "title", f"Titre {SCRIPT} et {IMAGE}", TEXT), mention(2, "person", f"Jeanne {IMAGE}", TEXT)),
    issue=Issue("extract", "no-date", SCRIPT),
)
START = ("/", "/documents", "/personnes", "/organisations", "/villes", "/lieux", "/annees", "/questions", "/archive")
ASKED = ("/recherche?q=titre", f"/recherche?q={SCRIPT}&year={IMAGE}", "/recherche?thing=page", "/recherche?q=maison")


class Tags(HTMLParser):
    """What a browser would make of a page: elements and attributes that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        if tag == "script" and "src" not in given and given.get("type") != "application/ld+json":
            self.found.append("script")
        if tag == "img" and not str(given.get("src")).startswith("/"):
            self.found.append("img")
        self.found += [name for name in given if name.startswith("on") or name == "style"]
        self.found += [value for value in given.values() if value and value.strip().lower().startswith("javascript:")]


def _walk(ask: Ask) -> dict[str, str]:
    """Every page reached from the lists, and its HTML."""
    todo, seen = [*START, *ASKED], {}
    while todo:
        path = todo.pop()
        answer = ask(path)
        if path in seen or not answer.headers["content-type"].startswith("text/html"):
            continue
        seen[path] = answer.text
        if not path.startswith(("/archive", "/recherche")):
            todo += [link for link in re.findall(r'href="(/[^"#?]+)', answer.text) if link not in seen]
    return seen


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return _walk(published(tmp_path_factory.mktemp("hostile"), HOSTILE, originals=True))


def test_the_walk_reaches_every_kind_of_page(walked: dict[str, str]) -> None:
    kinds = {path.split("/")[1].partition("?")[0] for path in walked}
    assert {"document", "evenement", "personne", "organisation", "lieu", "ville", "annee", "recherche"} <= kinds


def test_no_page_obeys_what_a_document_says(walked: dict[str, str]) -> None:
    obeyed = {}
    for path, html in walked.items():
        tags = Tags()
        tags.feed(html)
        if tags.found:
            obeyed[path] = tags.found
    assert obeyed == {}


def test_markup_is_shown_as_it_was_printed(walked: dict[str, str]) -> None:
    shown = [path for path, html in walked.items() if "&lt;script&gt;alert(1)&lt;/script&gt;" in html]
    assert len(shown) >= 6


def test_linked_data_cannot_end_its_script(walked: dict[str, str]) -> None:
    told = [part for html in walked.values() for part in re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)]
    assert told
    assert not [part for part in told if "<" in part]


def test_no_template_calls_anything_safe() -> None:
    templates = files("pipeline.publish.plugin").joinpath("templates")
    sources = [
        path.read_text("utf-8")
        for path in (*templates.iterdir(), *templates.joinpath("carton").iterdir())
        if path.name.endswith(".html")
    ]
    assert not [source for source in sources if re.search(r"\|\s*safe\b|autoescape", source)]


def test_no_script_writes_markup() -> None:
    static = files("pipeline.publish.plugin").joinpath("static")
    scripts = [path.read_text("utf-8") for path in static.iterdir() if path.name.endswith(".js")]
    assert not [
        script
        for script in scripts
        if re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)
    ]
