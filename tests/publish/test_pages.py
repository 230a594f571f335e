"""Every page of the site: what it says, in which forms it comes, and what is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from rdflib import Graph, Literal, URIRef

from pipeline.archive import Decision
from pipeline.model import Appearance, Event, Organisation, Session, Venue
from tests.publish.conftest import Ask, published
from tests.records import INVITED, appearance, event, record

SCHEMA = "https://schema.org/"
EVENT = "/evenement/2007-03-31-marges-de-manoeuvre-des-collectivites-riveraines"
PAGES = {
    "/": "Qui a parlé",
    EVENT: "Marges de manœuvre",
    "/document/2007/marges.txt": "Marges de manœuvre",
    "/personne/jeanne-kervella": "Jeanne Kervella",
    "/organisation/amis-du-canal": "Amis du canal",
    "/lieu/maison-des-associations-auxerre": "Maison des associations",
    "/ville/auxerre": "Auxerre",
    "/annee/2007": "2007",
    "/annees": "Années",
    "/personnes": "Personnes",
    "/organisations": "Organisations",
    "/villes": "Villes",
    "/lieux": "Lieux",
    "/documents": "Documents",
    "/recherche?q=kervella": "kervella",
    "/questions": "Questions",
}
Publish = Callable[..., Ask]
every_page = pytest.mark.parametrize("path", PAGES)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return published(tmp_path_factory.mktemp("invited"), INVITED)


def decided(action: str, kind: str, left: str | None, right: str | None) -> Decision:
    return Decision(action, kind, left, right, at="2026-01-31", by="archives", sha256="0" * 64)


def _json(path: str) -> str:
    address, mark, arguments = path.partition("?")
    return f"{address if address != '/' else '/index'}.json{mark}{arguments}"


# ── what holds for all ───────────────────────────────────────────────────────────────────────────────────────────────


@every_page
def test_a_page_is_french_and_has_one_heading_that_names_it(ask: Ask, path: str) -> None:
    html = ask(path).text
    (heading,) = re.findall(r"<h1[^>]*>(.*?)</h1>", html)
    assert '<html lang="fr">' in html
    assert PAGES[path] in heading


@every_page
def test_a_page_tells_search_engines_its_title_description_and_true_address(ask: Ask, path: str) -> None:
    html = ask(path).text
    address = path.partition("?")[0]
    assert re.search(r"<title>[^<]{3,}</title>", html)
    assert re.search(r'<meta name="description" content="[^"]{10,}">', html)
    assert f'<link rel="canonical" href="http://localhost{address}">' in html


@every_page
def test_a_page_has_its_json_beside_it(ask: Ask, path: str) -> None:
    answer = ask(_json(path))
    assert answer.headers["content-type"].startswith("application/json")
    assert {"title", "description", "path"} == answer.json()["head"].keys()


@every_page
def test_a_page_runs_nothing_but_our_own_files(ask: Ask, path: str) -> None:
    answer = ask(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert not re.search(r"<script(?! type=\"application/ld\+json\")(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"\s(style|on\w+)=\"", answer.text)


def test_browsers_keep_our_own_files_for_good(ask: Ask) -> None:
    found = re.findall(r'(?:href|src)="(/-/static-plugins/carton/[^"]+)"', ask("/").text)
    assert {ask(address).headers["cache-control"] for address in found} == {"public, max-age=31536000, immutable"}
    assert "immutable" not in ask(found[0].partition("?")[0]).headers.get("cache-control", "")
    assert "immutable" not in ask("/").headers.get("cache-control", "")


@every_page
def test_a_page_leads_only_to_pages_that_are_there(ask: Ask, path: str) -> None:
    links = {link.partition("#")[0] for link in re.findall(r'href="(/[^"?]*)', ask(path).text)}
    shown = {link for link in links if not re.match(r"/(reseau|carte|chronologie)\b", link)}
    assert [link for link in sorted(shown) if ask(link).status_code != 200] == []


@pytest.mark.parametrize("path", ["/personne/personne", "/annee/1899", "/document/rien.txt", f"{EVENT}-2", "/x/y"])
def test_what_is_not_there_is_said_in_french(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert "Vérifiez l&#39;adresse" in answer.text


@pytest.mark.parametrize("form", ["", ".json"])
def test_a_merged_slug_leads_to_the_one_that_stayed(publish: Publish, form: str) -> None:
    spelled = [
        record(f"{n}.txt", event("Le port", f"200{n}-01-01", appearance(name, function="x", at="Canal")))
        for n, name in enumerate(("Jeanne Kervella", "J. Kervella"))
    ]
    answer = publish(*spelled)(f"/personne/j-kervella{form}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/personne/jeanne-kervella{form}")


@pytest.mark.parametrize("form", ["", ".json", ".ics"])
def test_the_address_of_a_corrected_event_leads_to_the_one_it_has(publish: Publish, form: str) -> None:
    answer = publish(INVITED, decisions=[decided("correct", "start", "2007-03-31", "2008-03-31")])(EVENT + form)
    assert (answer.status_code, answer.headers["location"]) == (301, EVENT.replace("2007", "2008") + form)


# ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _entry(answer: Any) -> Any:
    return Calendar.from_ical(answer.content).walk("VEVENT")[0]


def test_an_event_goes_into_a_calendar_with_the_hours_of_the_paper(publish: Publish) -> None:
    printed = event("Le port", "1962-03-31", start_time="14:00", end_time="17:30", kind="conférence")
    answer = publish(record("a.txt", printed))("/evenement/1962-03-31-le-port.ics")
    entry = _entry(answer)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert (entry["summary"], entry["uid"]) == ("Le port", "1962-03-31-le-port@carton")
    assert (entry["dtstart"].dt.isoformat(), entry["dtend"].dt.isoformat()) == (
        "1962-03-31T14:00:00",
        "1962-03-31T17:30:00",
    )


def test_an_event_without_hours_takes_whole_days_and_ends_the_day_after(publish: Publish) -> None:
    printed = Event("Le port", start="2003-06-05", end="2003-06-06", status="cancelled")
    entry = _entry(publish(record("a.txt", printed))("/evenement/2003-06-05-le-port.ics"))
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2003, 6, 5), date(2003, 6, 7))
    assert entry["status"] == "CANCELLED"


def test_an_event_whose_day_is_unknown_has_no_calendar(publish: Publish) -> None:
    ask = publish(record("a.txt", event("Le port", "2003-06")))
    assert ".ics" not in ask("/evenement/2003-06-le-port").text
    assert ask("/evenement/2003-06-le-port.ics").status_code == 404


def test_a_programme_gives_everyone_as_introduced_that_day(ask: Ask) -> None:
    (day,) = ask(f"{EVENT}.json").json()["programme"]
    (speaker,) = day["slots"][1]["people"]
    assert [slot["start_time"] for slot in day["slots"]] == ["09:15", "14:00"]
    assert (speaker["ref"]["name"], speaker["function"], speaker["organisation"]["name"]) == (
        "Jeanne Kervella",
        "présidente",
        "Amis du canal",
    )


def test_papers_that_disagree_are_shown_side_by_side(publish: Publish) -> None:
    first = event("L'eau, bien commun", "2007-10-13", venue=Venue("Salle laïque", city="Redon"))
    second = event("L'EAU, BIEN COMMUN", "2007-10-13", venue=Venue("Espace Bonnefoy", city="Redon"))
    told = publish(record("a.txt", first), record("b.txt", second))(
        "/evenement/2007-10-13-l-eau-bien-commun.json"
    ).json()
    (disagreement,) = told["disagreements"]
    assert disagreement["field"] == "venue"
    assert {said["value"] for said in disagreement["values"]} == {"Salle laïque", "Espace Bonnefoy"}


# ── schema.org ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _graph(html: str) -> Graph:
    """The page's JSON-LD as RDF; schema.org's vocabulary stands in for its context, which is elsewhere."""
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    data = json.loads(told) | {"@context": {"@vocab": SCHEMA}}
    return Graph().parse(data=json.dumps(data), format="json-ld")


def test_an_event_is_a_schema_org_event(ask: Ask) -> None:
    graph = _graph(ask(EVENT).text)
    me = URIRef(f"http://localhost{EVENT}")
    assert graph.value(me, URIRef(SCHEMA + "startDate")) == Literal("2007-03-31")
    performer = graph.value(me, URIRef(SCHEMA + "performer"))
    assert performer == URIRef("http://localhost/personne/jeanne-kervella")
    assert graph.value(me, URIRef(SCHEMA + "organizer")) == URIRef("http://localhost/organisation/amis-du-canal")


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/personne/jeanne-kervella", "Person", "Jeanne Kervella"),
        ("/organisation/amis-du-canal", "Organization", "Amis du canal"),
        ("/lieu/maison-des-associations-auxerre", "Place", "Maison des associations"),
        ("/ville/auxerre", "City", "Auxerre"),
    ],
)
def test_people_bodies_and_places_are_what_schema_org_calls_them(ask: Ask, path: str, kind: str, name: str) -> None:
    graph = _graph(ask(path).text)
    me = URIRef(f"http://localhost{path}")
    assert (me, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), URIRef(SCHEMA + kind)) in graph
    assert graph.value(me, URIRef(SCHEMA + "name")) == Literal(name)


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_fact_names_the_words_it_was_read_from_and_they_lead_back(ask: Ask) -> None:
    html = ask("/document/2007/marges.txt").text
    assert re.search(r'<li class="fact" id="(f0-\d)" data-mentions="2">', html)
    fact = re.search(r'id="(f0-\d)" data-mentions="2"', html)
    assert fact
    assert f'data-mentions="2" href="#{fact[1]}">Jeanne Kervella</a>' in html


def test_a_fact_tells_its_confidence_and_the_rule_that_found_it(ask: Ask) -> None:
    (reading,) = ask("/document/2007/marges.txt.json").json()["readings"]
    title = next(fact for fact in reading["facts"] if fact["field"] == "title")
    assert (title["confidence"], title["sources"], title["page"]) == (0.9, ["rule:test"], 1)


DECIDED = {
    ("correct", "title", "Marges de manœuvre des collectivités riveraines", "Marges"): "title",
    ("correct", "start", "2007-03-31", "2008-03-31"): "date",
    ("correct", "venue.city", "AUXERRE", "Avallon"): "venue",
    ("correct", "organisation", "Amis du canal", "Amis du halage"): "organisation",
    ("correct", "function", "Jeanne Kervella", "trésorière"): "appearance",
    ("correct", "function", "JEANNE KERVELLA", "secrétaire"): "appearance",
    ("reject", "affiliation", "Jeanne Kervella", None): "appearance",
    ("add", "session", None, "Le pot"): "session",
}


@pytest.mark.parametrize("told", DECIDED, ids=lambda told: " ".join(told[:2]))
def test_a_fact_that_a_person_decided_says_so_and_no_other_does(
    publish: Publish, told: tuple[str, str, str | None, str | None]
) -> None:
    (reading,) = publish(INVITED, decisions=[decided(*told)])("/document/2007/marges.txt.json").json()["readings"]
    assert {fact["field"] for fact in reading["facts"] if fact["decided"]} == {DECIDED[told]}


def test_who_decided_a_fact_when_and_why_is_shown_beside_it(publish: Publish) -> None:
    told = replace(decided("add", "price", None, "5 €"), why="au crayon")
    assert "Ajouté à la main par archives (31 janvier 2026). Motif : au crayon" in _facts(publish, told)


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        (("title", "Marges de manœuvre des collectivités riveraines", "Marges"), "riveraines"),
        (("title", "Marges illisibles", "Marges de manœuvre des collectivités riveraines"), "Marges illisibles"),
        (("start", "2007-03-31", "2008-03-31"), "31 mars 2007"),
        (("start", "fin mars", "2007-03-31"), "fin mars"),
        (("venue.city", "AUXERRE", "Avallon"), "AUXERRE"),
        (("organisation", "Amis du canal", "Amis du halage"), "Amis du canal"),
        (("person", "Jeanne Kervella", "Zoé Delmas"), "Jeanne Kervella"),
        (("function", "Jeanne Kervella", "trésorière"), "présidente"),
        (("affiliation", "Jeanne Kervella", "Cercle nautique"), "Amis du canal"),
    ],
    ids=lambda told: " ".join(told[:2]) if isinstance(told, tuple) else told,
)
def test_what_stood_there_before_a_correction_is_struck_through(
    publish: Publish, told: tuple[str, str, str], beside: str
) -> None:
    shown = _facts(publish, decided("correct", *told))
    assert re.search(rf"Corrigé [^.]*, au lieu de <del>[^<]*{beside}</del>", shown)


def test_a_value_corrected_twice_tells_both_it_replaced(publish: Publish) -> None:
    told = [decided("add", "price", None, "5 €"), decided("correct", "price", "5 €", "6 €")]
    told.append(decided("correct", "price", "6 €", "7 €"))
    shown = _facts(publish, *told)
    assert re.findall("<del>(.*?)</del>", shown) == ["5 €", "6 €"]
    assert shown.count("Ajouté à la main") == 1


@pytest.mark.parametrize(
    ("kind", "what", "label", "struck"),
    [
        ("person", "Jeanne Kervella", "Personne", "Jeanne Kervella"),
        ("organisation", "Amis du canal", "Organisation", "Amis du canal"),
        ("start", "2007-03-31", "Date", "samedi 31 mars 2007"),
        ("venue.city", "Auxerre", "Lieu", "AUXERRE"),
        ("session", "Débat", "Séance", "Débat"),
        ("event", EVENT.removeprefix("/evenement/"), "Événement", "Marges de manœuvre des collectivités riveraines"),
    ],
)
def test_what_was_rejected_is_struck_through(publish: Publish, kind: str, what: str, label: str, struck: str) -> None:
    assert f"{label} <del>Écarté : {struck}</del>" in _facts(publish, decided("reject", kind, what, None))


def test_a_rejected_fact_leads_to_the_words_it_was_read_from(publish: Publish) -> None:
    answer = publish(INVITED, decisions=[decided("reject", "person", "Jeanne Kervella", None)])
    (undone,) = answer("/document/2007/marges.txt.json").json()["undone"]
    assert (undone["mentions"], undone["page"]) == ([2], 1)


def test_a_function_taken_from_someone_is_struck_through_beside_the_person(publish: Publish) -> None:
    shown = _facts(publish, decided("reject", "function", "Jeanne Kervella", None))
    assert "Écarté (fonction) par archives (31 janvier 2026) : <del>présidente</del>" in shown
    assert "modifié à la main" not in shown


def test_a_function_taken_from_someone_who_was_taken_away_as_well_is_still_told(publish: Publish) -> None:
    told = [decided("reject", kind, "Jeanne Kervella", None) for kind in ("function", "person")]
    assert "présidente (Jeanne Kervella)" in _facts(publish, *told)


@pytest.mark.parametrize("action", ["reject", "correct", "add"])
def test_a_decision_that_found_no_place_is_shown_beside_no_fact(publish: Publish, action: str) -> None:
    lost = decided(action, "function", "Personne Inconnue", None if action == "reject" else "maire")
    assert "par archives" not in _facts(publish, lost)


def test_a_name_decided_on_tells_who_did_and_when(publish: Publish) -> None:
    told = Decision("rename", "person", "Jeanne Kervella", "Jeanne Roux", at="le même jour", by="archives")
    assert "Nom corrigé par archives (le même jour)." in _facts(publish, told)


def _facts(publish: Publish, *decisions: Decision) -> str:
    """What stands beside the page: plain blanks, no tags but those of what is struck through."""
    html = publish(INVITED, decisions=decisions)("/document/2007/marges.txt").text
    return re.sub(r"\s+", " ", re.sub(r"<(?!/?del>)[^>]+>", "", html[html.index('<div class="facts">') :]))


def test_what_is_private_is_on_no_page(ask: Ask) -> None:
    everything = "".join(ask(path).text + ask(_json(path)).text for path in PAGES)
    assert "jeanne@canal.example" not in everything
    assert "03 53 01 12 34" not in everything


def test_the_picture_of_a_page_is_shown_with_marks_in_the_units_of_the_page(publish: Publish, tmp_path: Path) -> None:
    ask = publish(INVITED)
    picture = tmp_path / "images" / ("0" * 64) / "1.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"RIFF")
    html = ask("/document/2007/marges.txt").text
    assert f'<img src="/image/{"0" * 64}/1.webp"' in html
    assert 'viewBox="0 0 80.0 2.0"' in html
    assert '<rect x="0" y="0" width="1" height="1"/>' in html
    answer = ask(f"/image/{'0' * 64}/1.webp")
    assert (answer.content, answer.headers["content-type"]) == (b"RIFF", "image/webp")


@pytest.mark.parametrize(("originals", "status"), [(True, 200), (False, 404)])
def test_an_original_is_given_only_where_that_is_allowed(
    publish: Publish, tmp_path: Path, *, originals: bool, status: int
) -> None:
    ask = publish(INVITED, originals=originals)
    paper = tmp_path / "raw" / "2007" / "marges.txt"
    paper.parent.mkdir(parents=True)
    paper.write_text("Marges", "utf-8")
    answer = ask("/original/2007/marges.txt")
    assert answer.status_code == status
    assert ("/original/" in ask("/document/2007/marges.txt").text) == originals


def test_the_original_of_a_piece_of_a_mail_can_be_had_as_well(publish: Publish, tmp_path: Path) -> None:
    ask = publish(record("2007/lettre.eml/lot.zip/affiche.txt"), originals=True)
    paper = tmp_path / "unpacked" / "2007" / "lettre.eml!" / "lot.zip!" / "affiche.txt"
    paper.parent.mkdir(parents=True)
    paper.write_text("Affiche", "utf-8")
    assert ask("/original/2007/lettre.eml/lot.zip/affiche.txt").text == "Affiche"


@pytest.mark.parametrize("path", ["..%2Fprivate.db", "2007%2F..%2F..%2Fprivate.db", "%2Fetc%2Fpasswd", "private.db"])
def test_no_path_leads_out_of_the_archive(publish: Publish, path: str) -> None:
    assert publish(INVITED, originals=True)(f"/original/{path}").status_code in {302, 404}


def test_a_document_whose_name_ends_like_a_json_form_has_a_page_and_a_form_of_its_own(publish: Publish) -> None:
    ask = publish(record("a.txt"), record("a.txt.json"))
    forms = (ask("/document/a.txt.json"), ask("/document/a.txt.json.json"))
    assert [form.json()["ref"]["id"] for form in forms] == ["a.txt", "a.txt.json"]
    assert "<h1>a.txt.json</h1>" in ask("/document/a.txt.json/").text
    assert 'href="/document/a.txt.json.json"' in ask("/document/a.txt.json/").text


def test_a_document_names_the_other_papers_of_its_event(publish: Publish) -> None:
    papers = [record(f"{name}.txt", event("L'eau, bien commun", "2007-10-13")) for name in "ab"]
    (reading,) = publish(*papers)("/document/a.txt.json").json()["readings"]
    assert [other["id"] for other in reading["others"]] == ["b.txt"]


# ── people and organisations ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_career_runs_from_the_first_to_the_last_year_of_each_function(publish: Publish) -> None:
    papers = [
        record(
            f"{year}.txt", event("Le port", f"{year}-01-01", appearance("Jeanne Kervella", function=what, at="Canal"))
        )
        for year, what in ((1996, "trésorière"), (1999, "présidente"), (2004, "présidente"))
    ]
    told = publish(*papers)("/personne/jeanne-kervella.json").json()
    assert [(stint["function"], stint["first"], stint["last"], stint["seen"]) for stint in told["career"]] == [
        ("trésorière", 1996, 1996, [1996]),
        ("présidente", 1999, 2004, [1999, 2004]),
    ]
    assert [shown["date"][:4] for shown in told["appearances"]] == ["1996", "1999", "2004"]


def test_a_long_life_is_turned_page_by_page_and_a_year_leads_to_its_page(publish: Publish) -> None:
    talks = [event(f"Séance {day}", f"{1990 + day // 20}-01-{1 + day % 20:02}", _jeanne(day)) for day in range(120)]
    ask = publish(record("a.txt", *talks))
    pages = [ask(f"/personne/jeanne-kervella.json?page={page}").json() for page in (1, 2)]
    assert [len(page["appearances"]) for page in pages] == [100, 20]
    assert [page["turn"]["has_more"] for page in pages] == [True, False]
    assert pages[0]["years"][4:] == [{"year": "1994", "page": 1}, {"year": "1995", "page": 2}]
    assert 'id="a1995"' in ask("/personne/jeanne-kervella?page=2").text


def test_a_long_career_is_turned_as_well(publish: Publish) -> None:
    talks = [event(f"Séance {day}", f"1990-{1 + day // 20:02}-{1 + day % 20:02}", _jeanne(day)) for day in range(120)]
    ask = publish(record("a.txt", *talks))
    told = [ask(f"/personne/jeanne-kervella.json?parcours={page}").json()["career"] for page in (1, 2)]
    assert [len(stints) for stints in told] == [100, 20]
    people = [ask(f"/organisation/amis-du-canal.json?personnes={page}").json()["people"] for page in (1, 2)]
    assert [len(members) for members in people] == [100, 20]


def _jeanne(number: int) -> Appearance:
    return appearance("Jeanne Kervella", function=f"secrétaire {number}", at="Amis du canal")


def test_those_who_shared_a_stage_are_counted_once_an_event(publish: Publish) -> None:
    both = [appearance(name, session=n) for name in ("Jeanne Kervella", "Karim Boussaïd") for n in (0, 1)]
    sessions = (Session("2008-01-01", "09:00", None, "A"), Session("2008-01-01", "10:00", None, "B"))
    told = publish(record("a.txt", event("Le port", "2008-01-01", *both, sessions=sessions)))
    (other,) = told("/personne/jeanne-kervella.json").json()["shared"]
    assert (other["ref"]["name"], other["count"]) == ("Karim Boussaïd", 1)


def test_an_organisation_tells_its_people_and_what_it_did(publish: Publish) -> None:
    bodies = (Organisation("Amis du canal", "AC", "organiser"), Organisation("Ville d'Auxerre", None, "funder"))
    held = event(
        "Le port",
        "2008-01-01",
        appearance("Jeanne Kervella", function="présidente", at="Amis du canal"),
        organisations=bodies,
    )
    told = publish(record("a.txt", held))("/organisation/amis-du-canal.json").json()
    assert [(member["ref"]["name"], member["function"]) for member in told["people"]] == [
        ("Jeanne Kervella", "présidente")
    ]
    assert [(entry["ref"]["name"], entry["role"]) for entry in told["events"]] == [("Le port", "organiser")]
    assert [ally["ref"]["name"] for ally in told["allies"]] == ["Ville d'Auxerre"]


def test_people_are_listed_by_surname_and_by_letter(publish: Publish) -> None:
    who = [appearance(name) for name in ("Zoé Abgrall", "Anne Zola", "Marc d'Aubigny")]
    ask = publish(record("a.txt", event("Le port", "2008-01-01", *who)))
    names = [entry["ref"]["name"] for entry in ask("/personnes.json").json()["entries"]]
    assert names == ["Zoé Abgrall", "Marc d'Aubigny", "Anne Zola"]
    assert [entry["ref"]["name"] for entry in ask("/personnes.json?lettre=Z").json()["entries"]] == ["Anne Zola"]


def test_a_long_list_is_turned_page_by_page(publish: Publish) -> None:
    many = [record(f"{n:03}.txt", event(f"Réunion {n}", "2008-01-01")) for n in range(130)]
    ask = publish(*many)
    assert [len(ask(f"/documents.json?page={page}").json()["entries"]) for page in (1, 2, 3)] == [100, 30, 0]
    assert 'rel="next"' in ask("/documents").text
    assert 'rel="next"' not in ask("/documents?page=2").text


# ── Datasette's own ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_leads_to_its_page(ask: Ask) -> None:
    assert 'href="/personne/jeanne-kervella"' in ask("/archive/people/jeanne-kervella").text


def test_a_row_names_only_tables_that_people_read(ask: Ask) -> None:
    html = ask("/archive/people/jeanne-kervella").text
    assert "/archive/appearances?" in html
    assert "/archive/careers?" not in html


def test_dates_in_tables_are_french_and_in_json_are_not(ask: Ask) -> None:
    assert "31\N{NO-BREAK SPACE}mars 2007" in ask("/archive/people").text
    assert ask("/archive/people.json?_shape=array").json()[0]["first_seen"] == "2007-03-31"


@pytest.mark.parametrize(
    "path", ["/archive", "/archive/people", "/archive/people/jeanne-kervella", "/archive/carriere?personne=k"]
)
def test_pages_of_datasette_are_in_french(ask: Ask, path: str) -> None:
    html = ask(path).text
    assert '<html lang="fr">' in html
    assert not re.search(r"\b(rows?|This data|Search:|Apply|Powered by|Custom SQL)\b(?![^<]*>)", html)
