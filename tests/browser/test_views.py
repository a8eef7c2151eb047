"""How often a bulletin was opened: shown where the server says so, and no error where not."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from support.content import bulletin
from support.site_server import serving

URL = "/ban-tin/2025/03/tin-moi/"
FILE = "**/luot-xem/2025/03.json"
BULLETINS = {"bulletins/2025/tin-moi.md": bulletin("Tin mới", "2025-03-01")}


@pytest.fixture
def address(build_site):
    site = build_site(BULLETINS, public=True, ARCHIVES_VIEW_COUNTS=True)
    with serving(site.output) as found:
        yield found


def test_nothing_is_asked_while_the_setting_is_off(build_site):
    page = build_site(BULLETINS, public=True).read(URL)
    assert "luot-xem" not in page
    assert "views" not in page


def test_the_figure_is_shown(address, page):
    body = json.dumps({"tin-moi": 12345, "tin-khac": 1})
    page.route(FILE, lambda route: route.fulfill(status=200, body=body))
    page.goto(address + URL)
    expect(page.locator("[data-views]")).to_have_text("12.345 lượt xem")


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 204},
        {"status": 404, "body": "<html>"},
        {"status": 200, "body": "{}"},
        {"status": 200, "body": "rubbish"},
        {"status": 200, "body": '{"tin-moi": "<b>9</b>"}'},
    ],
)
def test_without_a_figure_the_page_says_nothing(address, page, answer):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 - it takes no built-in
    page.route(FILE, lambda route: route.fulfill(**answer))
    with page.expect_response(FILE):
        page.goto(address + URL)
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-views]")).to_have_text("")
    assert errors == []


def test_nothing_below_moves_when_the_figure_comes(address, page):
    held = []
    page.route(FILE, lambda route: held.append(route))  # noqa: PLW0108 - it takes no built-in
    page.goto(address + URL)
    below = page.locator("footer").first
    before = below.bounding_box()
    held[0].fulfill(status=200, body='{"tin-moi": 7}')
    expect(page.locator("[data-views]")).to_have_text("7 lượt xem")
    assert below.bounding_box() == before
