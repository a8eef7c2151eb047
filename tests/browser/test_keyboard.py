"""The keyboard alone: everything is reached, seen, and works.

Success criteria 2.1.1, 2.1.2, 2.4.3, 2.4.7 and 2.4.11 of WCAG 2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from support.page_types import PageType, page_type
from support.visits import Visit, visitor

WALKED = [
    page_type(name)
    for name in (
        "front",
        "everything",
        "gallery",
        "unit",
        "many-awards",
        "archive-year",
        "open-data",
        "not-found",
        "preview-front",
    )
]
WIDTHS = (360, 1440)
# More stops than any page has: a page that holds the focus fails and does not run on.
MOST_STOPS = 600

# Where the keyboard is: which stop it is in the page's order, what is said of it, and whether it is
# seen. An outline counts from two pixels on; an element that something covers is not seen.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const places = [...element.getClientRects()];
  const style = getComputedStyle(element);
  const inside = places.some((place) => place.bottom > 0 && place.top < innerHeight
    && place.right > 0 && place.left < innerWidth);
  const seen = places.some((place) => {
    const x = Math.min(Math.max((place.left + place.right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((place.top + place.bottom) / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  });
  const order = [...document.querySelectorAll("*")].indexOf(element);
  return {
    order, inside, seen, html: element.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    name: [element.textContent, element.ariaLabel, element.labels?.[0]?.textContent,
      ...[...element.querySelectorAll("img")].map((image) => image.alt)].join("").trim(),
  };
}"""
# What the keyboard should reach: links, buttons, fields, summaries that are shown.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((element) => element.checkVisibility({visibilityProperty: true})).length"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page; return every stop."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (found and stop["order"] == found[0]["order"]):
            return found
        found.append(stop)
    raise AssertionError(f"the focus does not leave {page.url}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", WALKED, ids=lambda kind: kind.name)
def test_every_stop_is_seen_and_in_order(browser, sites, kind: PageType, width):
    with visitor(browser, sites[kind.site].address) as visit:
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.open(kind.url)
        found = stops(visit.page)
        wrong = [
            f"{stop['html']}: {stop}"
            for stop in found
            if stop["outline"] < 2 or not (stop["inside"] and stop["seen"] and stop["name"])
        ]
        assert not wrong, "\n".join(wrong)
        places = [stop["order"] for stop in found]
        assert places == sorted(places)
        # Regions that scroll are stops too, so there may be more than links and fields.
        assert len(found) >= visit.page.evaluate(REACHABLE)


@pytest.fixture
def visit(browser, sites) -> Iterator[Visit]:
    """Return a tab of the made-up site."""
    with visitor(browser, sites["made-up"].address) as opened:
        yield opened
        assert opened.complaints == []


def reach(page: Page, role: str, name: str | re.Pattern[str]) -> None:
    """Press Tab until something has the focus."""
    wanted = page.get_by_role(role, name=name).first
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {role} {name}")


def test_the_first_stop_leads_past_the_menu(visit):
    visit.open("/")
    page = visit.page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_menu_of_a_phone_unfolds_and_leads_on(browser, sites, script):
    with visitor(browser, sites["made-up"].address, java_script_enabled=script) as visit:
        page = visit.page
        page.goto(sites["made-up"].address)
        link = page.get_by_role("navigation").get_by_role("link", name="Khen thưởng").first
        expect(link).to_be_hidden()
        page.keyboard.press("Tab")
        menu = page.locator("summary").first
        menu.focus()
        page.keyboard.press("Enter")
        expect(link).to_be_visible()
        link.focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Khen thưởng")


def test_a_photo_of_a_gallery_is_opened_large_and_left_again(visit):
    visit.open(page_type("gallery").url)
    page = visit.page
    reach(page, "link", re.compile("Ảnh mẫu thứ nhất"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/anh/.*\.jpg$"))
    page.go_back()
    expect(page.locator("h1")).to_have_text("Bài có bốn ảnh")


def test_a_table_is_sorted_and_chosen_from(visit):
    visit.open(page_type("many-awards").url)
    page = visit.page
    reach(page, "combobox", "Hình thức")
    page.keyboard.press("B")
    page.keyboard.press("Enter")
    shown = page.locator("tbody tr[data-status]:visible")
    expect(page.get_by_role("status").first).to_contain_text("trong 40 dòng")
    assert 0 < shown.count() < 40
    reach(page, "button", "Hình thức")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").count() == 1
