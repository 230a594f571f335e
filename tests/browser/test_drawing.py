"""The network, the map and the timeline as a visitor uses them."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit


def opened(visit: Visit, path: str) -> Page:
    """A page whose picture is drawn."""
    page = visit(path)
    page.wait_for_selector("figure[data-ready]", timeout=30_000)
    return page


def ties_shown(page: Page) -> int:
    """How many ties the line below the picture counts."""
    counted = re.search(r"([\d\s]+) liens", page.locator("figure.network [role=status]").inner_text())
    assert counted
    return int(re.sub(r"\s", "", counted[1]))


def slide(page: Page, label: str, value: int) -> None:
    """Move a slider as a keyboard would, and say so to the page."""
    page.get_by_label(label, exact=True).evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', { bubbles: true })); }",
        value,
    )


def test_the_network_is_drawn_and_counted(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    assert page.locator("figure.network canvas").count() > 0
    told = json.loads(page.request.get(page.url.replace("/reseau", "/reseau/image.json")).text())
    assert ties_shown(page) == len(told["ties"])


def test_the_picture_is_not_blank(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    page.wait_for_timeout(300)
    assert len(page.locator("figure.network .canvas").screenshot()) > 20_000


def test_sliding_the_years_leaves_the_ties_of_these_years(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    before = ties_shown(page)
    slide(page, "Depuis", 2005)
    assert 0 < ties_shown(page) < before
    expect(page.locator("output[for=c-depuis]")).to_have_text("2005")
    slide(page, "Depuis", 1996)
    assert ties_shown(page) == before


def test_a_year_moved_past_the_other_takes_it_along(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    slide(page, "Jusqu'à", 2003)
    slide(page, "Depuis", 2005)
    expect(page.locator("output[for=c-jusque]")).to_have_text("2005")
    slide(page, "Jusqu'à", 2001)
    expect(page.locator("output[for=c-depuis]")).to_have_text("2001")


def test_weak_ties_can_be_hidden(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    before = ties_shown(page)
    slide(page, "Montrer les liens d'au moins", 3)
    assert 0 < ties_shown(page) < before


def test_a_name_is_found_and_leads_to_its_page(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    page.get_by_label("Trouver un nom").focus()
    name = page.locator("#c-noms option").first.get_attribute("value")
    assert name
    page.get_by_label("Trouver un nom").fill(name)
    page.locator("figure.network [role=status]").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split()[0])


def test_a_click_on_a_node_opens_its_page(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    page.get_by_label("Trouver un nom").fill(page.locator("table.list tbody a").first.inner_text())
    page.wait_for_timeout(700)
    canvas = page.locator("figure.network .canvas")
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/(personne|organisation)/"))


def test_the_network_narrowed_down_by_the_form_is_smaller(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    before = ties_shown(page)
    page.get_by_label("De l'année").fill("2003")
    page.get_by_label("À l'année").fill("2005")
    page.get_by_role("button", name="Afficher").click()
    page.wait_for_selector("figure[data-ready]")
    assert 0 < ties_shown(page) < before
    assert "debut=2003" in page.url


def test_the_picture_can_be_saved(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    with page.expect_download() as download:
        page.get_by_role("button", name="Image PNG").click()
    assert download.value.suggested_filename == "reseau.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_what_can_be_downloaded_is_what_is_asked_for(visit: Visit) -> None:
    page = visit("/reseau?debut=2003&fin=2005")
    for name in ("CSV", "GEXF"):
        address = page.get_by_role("link", name=name).first.get_attribute("href")
        assert address
        assert address.endswith("?debut=2003&fin=2005")


def test_what_can_be_downloaded_is_what_the_sliders_leave(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    slide(page, "Depuis", 2003)
    slide(page, "Montrer les liens d'au moins", 2)
    link = page.get_by_role("link", name="liens (CSV)")
    with page.expect_download() as download:
        link.click()
    rows = download.value.path().read_text("utf-8").splitlines()
    assert len(rows) - 1 == ties_shown(page) > 0
    slide(page, "Depuis", 1996)
    slide(page, "Montrer les liens d'au moins", 1)
    expect(link).to_have_attribute("href", re.compile(r"/reseau/liens\.csv$"))


def test_part_of_a_name_without_its_accents_is_found(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    page.get_by_label("Trouver un nom").focus()
    name = next(
        text for text in page.locator("#c-noms option").evaluate_all("all => all.map(o => o.value)") if "é" in text
    )
    page.get_by_label("Trouver un nom").fill(name.replace("é", "e").lower()[:-1])
    expect(page.locator("figure.network [role=status] a")).to_have_text(name)


def test_a_name_nobody_has_is_said(visit: Visit) -> None:
    page = opened(visit, "/reseau")
    page.get_by_label("Trouver un nom").fill("xyzzy")
    expect(page.locator("figure.network [role=status]")).to_contain_text("xyzzy")
    page.get_by_label("Trouver un nom").fill("")
    assert ties_shown(page) > 0


def test_the_map_marks_the_towns_and_a_mark_tells_its_venues(visit: Visit) -> None:
    page = opened(visit, "/carte")
    marks = page.locator("figure.map .spot")
    assert marks.count() > 1
    town = page.locator("table.list tbody a").first.inner_text()
    mark = page.locator(f"figure.map .spot:has(span[title='{town}'])")
    for _ in range(8):
        if mark.count():
            break
        page.locator("figure.map .spot:has(span[title=''])").first.click()
        page.wait_for_timeout(600)
    mark.first.click()
    expect(page.locator(".leaflet-popup .card strong")).to_have_text(town)


@pytest.mark.parametrize("overseas", [0, 1, 9])
def test_the_map_shows_first_where_most_was_held(visit: Visit, overseas: int) -> None:
    towns = [("Nantes", 47.2, -1.6, 3), ("Lille", 50.6, 3.1, 2), ("Saint-Denis", -20.9, 55.5, overseas)]
    spots = [
        {"name": name, "latitude": north, "longitude": east, "events": events, "path": None, "venues": [], "more": 0}
        for name, north, east, events in towns
        if events
    ]
    page = visit("/")
    page.route("**/carte/lieux.json", lambda route: route.fulfill(json={"spots": spots}))
    page.goto(page.url + "carte")
    page.wait_for_selector("figure[data-ready]")
    found = {name: page.locator(f"figure.map .spot:has(span[title='{name}'])").count() for name, *_ in towns}
    assert (found["Nantes"], found["Lille"], found["Saint-Denis"]) == ((0, 0, 1) if overseas == 9 else (1, 1, 0))


@pytest.mark.parametrize(
    ("path", "source", "told"),
    [("/reseau", "image.json", "L'image n'a pas pu"), ("/carte", "lieux.json", "La carte n'a pas pu")],
)
def test_what_cannot_be_drawn_says_so(browser: Browser, address: str, path: str, source: str, told: str) -> None:
    page = browser.new_page()
    page.route(f"**/{source}", lambda route: route.fulfill(status=500))
    page.goto(address + path)
    expect(page.locator("figure .canvas")).to_contain_text(told)
    page.close()


def test_a_bar_of_the_timeline_leads_to_its_events(visit: Visit) -> None:
    page = visit("/chronologie")
    bar = page.locator(".histogram a").first
    year = bar.locator(".year").inner_text()
    bar.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(year)
    assert page.locator(".chronicle li").count() >= 1


@pytest.mark.parametrize("path", ["/reseau", "/carte", "/chronologie"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_fits_a_telephone_in_either_scheme(visit: Visit, path: str, scheme: str) -> None:
    page = visit("/")
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(page.url.rstrip("/") + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_person_leads_to_the_network_around_them(visit: Visit) -> None:
    page = visit("/reseau")
    page.locator("table.list tbody td:first-child a[href^='/personne/']").first.click()
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Voir son réseau").click()
    page.wait_for_selector("figure[data-ready]")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
