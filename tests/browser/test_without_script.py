"""Without script every page reads fully, and nothing is offered that does not work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.page_types import ALL_PAGES, PageType
from support.visits import PHONE

# What stands in a page to be read, and is shown neither at once nor after a reader unfolds it. A
# narrow screen leaves out what cards say besides, with script as without.
UNREAD = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const texts = "h1, h2, h3, p, li, td, th, dt, dd, figcaption, img, caption, time";
  return [...document.querySelectorAll(`main :is(${texts}), footer :is(${texts})`)]
    .filter((element) => !element.closest("[hidden], .print-only, [data-reading-tools]"))
    .filter((element) => element.tagName === "IMG" || element.textContent.trim() !== "")
    .filter((element) => !element.checkVisibility())
    .map((element) => element.textContent.trim() || element.outerHTML);
}"""
# Buttons and fields that are shown. A form with an address, which the server answers, works.
IDLE = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((element) => element.checkVisibility({visibilityProperty: true}))
  .filter((element) => !element.form?.hasAttribute("action"))
  .map((element) => element.outerHTML.slice(0, 120))"""
EMPTY_PICTURES = """() => [...document.images].filter((image) => image.checkVisibility()
  && image.loading !== "lazy" && image.naturalWidth === 0).map((image) => image.src)"""


@pytest.fixture(scope="module")
def page(browser) -> Iterator[Page]:
    """Return a tab in which scripts of pages do not run; tests look at it all the same."""
    yield from _tab(browser, script=False)


@pytest.fixture(scope="module")
def other(browser) -> Iterator[Page]:
    """Return a tab to compare with, where they run."""
    yield from _tab(browser, script=True)


def _tab(browser: Browser, *, script: bool) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=script, viewport=PHONE, locale="vi-VN")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", ALL_PAGES, ids=lambda kind: kind.name)
def test_a_page_reads_fully_and_offers_only_what_works(page, other, sites, kind: PageType):
    for tab in (page, other):
        tab.goto(sites[kind.site].address + kind.url)
    assert set(page.evaluate(UNREAD)) - set(other.evaluate(UNREAD)) == set()
    assert page.evaluate(IDLE) == []
    assert page.evaluate(EMPTY_PICTURES) == []


@pytest.mark.parametrize("url", ["/", "/ban-tin/2025/11/hoi-nghi-thu/", "/don-vi/benh-vien-phoi/"])
def test_what_a_script_would_fetch_has_a_link_in_its_place(page, sites, url):
    page.goto(sites["made-up"].address + url)
    for part in page.locator("[data-notices]").all():
        assert part.get_by_role("link").first.is_visible()
