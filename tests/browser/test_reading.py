"""The pages as a visitor reads them: facts and words light each other up, all by keyboard, no fault of access."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

AXE = Path(__file__).parents[2] / "pipeline" / "publish" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
DOCUMENT = "/document/2007/rencontres-eau-programme-2007.txt"
SCANNED = "/document/1997/conference-habitat-1997.png"
PAGES = (
    "/",
    "/recherche",
    "/recherche?q=habitants",
    "/recherche?q=talendier",
    DOCUMENT,
    SCANNED,
    "/document/2013/copie-interrompue-2013.pdf",
    "/evenement/2007-10-13-l-eau-bien-commun",
    "/personne/nadia-benkhelifa",
    "/organisation/universite-populaire-du-marais",
    "/lieu/centre-d-art-la-filature-nantes",
    "/ville/nantes",
    "/annee/2003",
    "/annees",
    "/personnes",
    "/documents",
    "/questions",
    "/reseau",
    "/carte",
    "/chronologie",
    "/archive",
    "/archive/people",
    "/archive/events?_facet=year",
    "/archive/people/nadia-benkhelifa",
    "/archive/carriere?personne=benkhelifa",
)
SCHEMES = ("light", "dark")


def _faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, a line each. It is called without being put into the page."""
    page.evaluate(AXE.read_text("utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("(rules) => axe.run({ runOnly: rules })", rules)
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found["violations"] for node in fault["nodes"]]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault_of_access(visit: Visit, path: str, scheme: str) -> None:
    page = visit(path)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert _faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_pointing_at_a_fact_lights_its_words_and_back(visit: Visit) -> None:
    page = visit(DOCUMENT)
    fact = page.locator("li.fact", has_text="Josiane Michenaud").first
    words = page.locator(".print a.mark", has_text="Josiane Michenaud").first
    fact.hover()
    expect(words).to_have_class("mark k-person lit")
    page.locator("h1").hover()
    expect(words).to_have_class("mark k-person")
    words.hover()
    expect(fact).to_have_class("fact lit")


def test_the_keyboard_lights_them_as_well(visit: Visit) -> None:
    page = visit(DOCUMENT)
    words = page.locator(".print a.mark", has_text="Josiane Michenaud").first
    words.focus()
    expect(page.locator("li.fact", has_text="Josiane Michenaud").first).to_have_class("fact lit")


def test_a_fact_leads_to_its_words_and_the_words_to_the_fact(visit: Visit) -> None:
    page = visit(DOCUMENT)
    fact = page.locator("li.fact", has_text="Josiane Michenaud").first
    fact.get_by_role("link", name="Montrer sur le papier").click()
    expect(page.locator(":target")).to_have_count(1)
    page.locator(".print a.mark", has_text="Josiane Michenaud").first.press("Enter")
    assert page.url.endswith(f"#{fact.get_attribute('id')}")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_searching_from_any_page_and_narrowing(visit: Visit) -> None:
    page = visit("/annees")
    page.get_by_role("searchbox").fill("habitants")
    page.keyboard.press("Enter")
    results = page.locator(".results > li")
    expect(results).not_to_have_count(0)
    before = results.count()
    page.get_by_role("complementary").get_by_role("link", name="Organisation", exact=True).first.click()
    expect(page.get_by_role("link", name="retirer")).to_be_visible()
    assert 0 < results.count() < before
    page.get_by_role("link", name="retirer").click()
    expect(results).to_have_count(before)


def test_a_misspelt_name_leads_to_the_right_one(visit: Visit) -> None:
    page = visit("/recherche?q=talendier")
    page.get_by_role("link", name="talandier", exact=True).click()
    expect(page.locator(".results > li").first).to_contain_text("Talandier")


def test_a_question_is_answered(visit: Visit) -> None:
    page = visit("/questions")
    form = page.locator("form", has=page.get_by_role("heading", name="La carrière d'une personne"))
    form.get_by_label("Personne").fill("benkhelifa")
    form.get_by_role("button").click()
    expect(page.locator("table.rows tbody tr").first).to_contain_text("Nadia Benkhelifa")


# ── pages with a picture ─────────────────────────────────────────────────────────────────────────────────────────────


def enlarged(page: Page, times: int) -> None:
    """Click without moving the page to where the button stands, as the driver of the browser would."""
    for _ in range(times):
        page.get_by_role("button", name="Agrandir").dispatch_event("click")


def middle(page: Page, target: str) -> tuple[float, float]:
    """Where the middle of something stands on the screen."""
    box = page.locator(target).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_scanned_page_can_be_enlarged_and_made_to_fit_again(visit: Visit) -> None:
    page = visit(SCANNED)
    width = "document.querySelector('.plate').offsetWidth"
    before = page.evaluate(width)
    enlarged(page, 3)
    assert page.evaluate(width) > 1.5 * before
    page.get_by_role("button", name="Largeur de la page").click()
    assert page.evaluate(width) == before


def test_what_one_looks_at_stays_in_the_middle_when_it_is_enlarged(visit: Visit) -> None:
    page = visit(SCANNED)
    page.evaluate("scrollTo(0, document.querySelector('.glass').getBoundingClientRect().top)")
    share = """() => {
        const box = document.querySelector('.plate').getBoundingClientRect();
        return (innerHeight / 2 - box.top) / box.height;
    }"""
    before = page.evaluate(share)
    enlarged(page, 3)
    assert page.evaluate(share) == pytest.approx(before, abs=0.01)


def test_the_words_of_a_fact_come_with_what_is_around_them(visit: Visit) -> None:
    page = visit(SCANNED)
    enlarged(page, 3)
    fact = page.locator("li.fact", has_text="Miquel Sarradell").first
    fact.get_by_role("link", name="Montrer sur le papier").click()
    page.wait_for_function("""() => {
        const [seen, at] = [".glass", ".plate :target"].map((it) => document.querySelector(it).getBoundingClientRect());
        return Math.abs(at.left + at.right - seen.left - seen.right) < 60;
    }""")
    glass = page.locator(".glass").bounding_box()
    assert glass
    x, y = middle(page, ".plate :target")
    assert x == pytest.approx(glass["x"] + glass["width"] / 2, abs=30)
    assert y == pytest.approx(450, abs=30)


def test_pointing_at_a_fact_brings_words_beside_an_enlarged_page_into_sight(visit: Visit) -> None:
    page = visit(SCANNED)
    enlarged(page, 6)
    page.locator(".glass").first.evaluate("glass => glass.scrollLeft = 0")
    page.evaluate("scrollTo(0, 0)")
    fact = page.locator("li.fact", has_text="Miquel Sarradell").first
    fact.hover()
    glass = page.locator(".glass").bounding_box()
    assert glass
    x, _ = middle(page, ".plate .lit")
    assert glass["x"] < x < glass["x"] + glass["width"]
