"""What a page costs a reader: bytes and requests, before scrolling, on a phone.

Bytes are those of the bodies as they came, compressed with gzip; headers are left out. The limits
are those of issue THEME.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from support.page_types import PageType, ServedSite, page_type
from support.visits import visitor
from support.weights import Weights, weigh

CODE_LIMIT = 40_000
REQUEST_LIMIT = 8
FRONT_LIMIT = 160_000
BULLETINS = [page_type(name) for name in ("bulletin", "commendation", "gallery")]


@pytest.fixture(scope="module", params=BULLETINS, ids=lambda kind: kind.name)
def weights(request, browser, sites) -> Weights:
    """Return the weights of each bulletin in turn, weighed once."""
    return weighed(browser, sites, request.param)


def weighed(browser: Browser, sites: dict[str, ServedSite], kind: PageType) -> Weights:
    with visitor(browser, sites[kind.site].address, device_scale_factor=2) as visit:
        return weigh(visit.page, visit.origin + kind.url)


def test_html_styles_and_scripts_of_a_bulletin_are_light(weights):
    assert weights.code <= CODE_LIMIT, str(weights)


def test_a_bulletin_makes_few_requests_before_scrolling(weights):
    assert len(weights.requests) <= REQUEST_LIMIT, str(weights)


@pytest.mark.parametrize("name", ["front", "front-with-notice"])
def test_the_front_page_with_its_photos_is_light(browser, sites, name):
    weights = weighed(browser, sites, page_type(name))
    assert weights.total <= FRONT_LIMIT, str(weights)
