"""Which addresses may not vanish from one publication to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.release.lost import lost_addresses

BULLETIN = "/ban-tin/2025/03/hoi-nghi/"


@pytest.mark.parametrize(
    "url", [BULLETIN, "/gioi-thieu/", "/don-vi/so-y-te/", "/hoi-nghi/", "/tin-cu.html", "/"]
)
def test_a_page_that_the_web_points_at_may_not_vanish(url):
    assert lost_addresses([url], (), ()) == [url]


@pytest.mark.parametrize(
    "url",
    [
        "/luu-tru/2025/03/",
        "/hoi-nghi/2019/",
        "/hoi-nghi/2019/trang/3/",
        "/don-vi/so-y-te/2019/",
        "/don-vi/so-y-te/2019/trang/2/",
        "/tac-gia/nguyen-van-a/",
        "/khen-thuong/so-vang/2019/",
        "/manh/thong-bao.html",
        "/van-ban/",
        "/du-lieu/",
    ],
)
def test_lists_follow_from_what_they_list(url):
    assert lost_addresses([url], (), ()) == []


@pytest.mark.parametrize(
    "old", [BULLETIN, BULLETIN.rstrip("/"), f"{BULLETIN}index.html", "/ban-tin/2025/03/h%6fi-nghi/"]
)
def test_an_address_that_leads_elsewhere_is_not_lost(old):
    assert lost_addresses([BULLETIN], [old], ()) == []


def test_an_address_that_was_taken_down_is_not_lost():
    assert lost_addresses([BULLETIN, "/gioi-thieu/"], (), [BULLETIN]) == ["/gioi-thieu/"]


@given(st.lists(st.text("abc/-0123456789", min_size=1, max_size=12).map(lambda s: f"/{s}")))
def test_what_is_lost_was_there_and_stands_once(urls):
    lost = lost_addresses(urls, (), ())
    assert lost == sorted(set(lost))
    assert set(lost) <= set(urls)
    assert not lost_addresses(urls, urls, ())
