"""What a bulletin weighs: at most 40 KB of HTML, CSS and JavaScript, in at most eight requests."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.engine.assets import Assets, collect

THEME = Path(__file__).parents[2] / "theme"
MOST_BYTES = 40_000
MOST_REQUESTS = 8
# A text of 1,400 syllables, longer than nine bulletins in ten, of words that hardly repeat.
BODY = Markup("").join(
    Markup("<p>{}</p>").format(" ".join(f"từ{place * 7919 % 10007}" for place in range(n, n + 140)))
    for n in range(0, 1400, 140)
)


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.fixture(scope="module")
def assets() -> Assets:
    return collect(THEME / "static")


@pytest.fixture(scope="module")
def page(samples, render, assets):
    inputs = {**samples.AWARDED_BULLETIN, "body": (BODY,)}
    return render("bulletin.html", inputs, asset=assets.url, emblem_url="/anh/bieu-trung.png")


def addresses(page, assets):
    """Return what the browser fetches of the theme to show the page."""
    found = [link["href"] for link in page.head.select("link[rel=stylesheet], link[rel=icon]")]
    found += [script["src"] for script in page.find_all("script", src=True)]
    return [address for address in found if address.removeprefix("/") in assets.files]


def test_html_styles_and_scripts_are_light(page, assets):
    weights = {"page": compressed(str(page).encode())}
    weights |= {
        address: compressed(assets.files[address.removeprefix("/")])
        for address in addresses(page, assets)
        if address.endswith((".css", ".js"))
    }
    assert len(weights) == 5
    assert sum(weights.values()) <= MOST_BYTES, weights


def test_few_requests_before_scrolling(page, assets):
    eager = {image["src"] for image in page.find_all("img") if image.get("loading") != "lazy"}
    assert len(eager) == 2
    assert 1 + len(addresses(page, assets)) + len(eager) <= MOST_REQUESTS


def test_scripts_let_the_page_be_read_first(page):
    for script in page.find_all("script", src=True):
        assert script["type"] == "module"
