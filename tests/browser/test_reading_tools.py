"""The tools above a bulletin: size of text, print, share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from support.page_types import page_type
from support.visits import Visit, visitor

BULLETIN = page_type("everything")
SIZE = "parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)"


@pytest.fixture
def visit(browser, sites) -> Iterator[Visit]:
    permissions = ["clipboard-read", "clipboard-write"]
    with visitor(browser, sites[BULLETIN.site].address, permissions=permissions) as visit:
        visit.open(BULLETIN.url)
        yield visit
        assert visit.complaints == []
        assert visit.refused == []


def press(page: Page, label: str) -> None:
    page.get_by_role("group", name="Cỡ chữ").get_by_role("button", name=label, exact=True).click()


def said(page: Page):
    return page.get_by_role("article").get_by_role("status")


LARGER, USUAL, SMALLER = "A+ chữ lớn hơn", "A cỡ chữ thường", "A− chữ nhỏ hơn"


def test_text_grows_and_shrinks_and_this_is_said(visit):
    page = visit.page
    usual = page.evaluate(SIZE)
    press(page, LARGER)
    assert page.evaluate(SIZE) > usual
    expect(said(page)).to_have_text("Cỡ chữ 115%.")
    press(page, SMALLER)
    assert page.evaluate(SIZE) == usual
    press(page, SMALLER)
    assert page.evaluate(SIZE) < usual
    press(page, USUAL)
    assert page.evaluate(SIZE) == usual


def test_the_largest_size_is_an_end_and_fits_a_narrow_screen(visit):
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 568})
    for _ in range(9):
        press(page, LARGER)
    expect(said(page)).to_contain_text("không đổi thêm được nữa")
    assert visit.sticking_out == []


def test_the_size_is_remembered_on_every_page_and_before_it_is_painted(visit):
    press(visit.page, LARGER)
    chosen = visit.page.evaluate("getComputedStyle(document.documentElement).fontSize")
    for url in (BULLETIN.url, "/", "/don-vi/"):
        visit.open(url)
        now = visit.page.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert now == chosen, url
        assert visit.shifts == [], url


def test_the_address_is_copied_where_the_browser_cannot_share(visit):
    page = visit.page
    page.get_by_role("button", name="Chia sẻ").click()
    expect(said(page)).to_have_text("Đã sao chép địa chỉ bản tin.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


def test_the_browsers_own_way_to_share_gets_title_and_address(visit):
    page = visit.page
    page.evaluate("navigator.share = async (what) => { window.shared = what; }")
    page.get_by_role("button", name="Chia sẻ").click()
    page.wait_for_function("window.shared")
    shared = page.evaluate("window.shared")
    assert shared["title"] == page.locator("h1").inner_text()
    assert shared["url"] == page.locator("link[rel=canonical]").get_attribute("href")


def test_the_print_button_prints(visit):
    visit.page.evaluate("window.print = () => { window.printed = true; }")
    visit.page.get_by_role("button", name="In", exact=True).click()
    assert visit.page.evaluate("window.printed")
