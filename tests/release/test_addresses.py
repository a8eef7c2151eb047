"""Addresses as staff copy them, and the list of what was taken down as they and git see it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.taken_down import load_taken_down
from plugins.release.addresses import address_path, with_addresses, without_addresses
from plugins.release.errors import DeployError

SITE = "https://bantin.example"
URL = "/ban-tin/2025/03/tin/"
DAY = dt.date(2026, 1, 15)
ADDRESSES = st.text("abc/-.0123456789", min_size=1, max_size=20).map(
    lambda text: "/" + "/".join(part.strip(".") for part in text.split("/") if part.strip("."))
)


@pytest.mark.parametrize(
    "text",
    [
        f"{SITE}{URL}",
        f"HTTPS://BANTIN.example{URL}",
        URL,
        f"  {URL}\n",
        f"{SITE}{URL}?utm_source=zalo#anh",
        "/ban-tin/2025/03/t%69n/",
    ],
)
def test_an_address_is_taken_as_it_is_copied(text):
    assert address_path(text, SITE) == URL


@pytest.mark.parametrize(
    "text",
    [
        f"https://khac.example{URL}",
        "",
        "/",
        "tin",
        "/tin cũ/",
        "/../etc/passwd",
        "/a//b",
        "/.git/config",
        "/a;b",
        "/a%0ab",
        "mailto:a@bantin.example",
        "http://[",
    ],
)
def test_what_is_no_address_of_the_site_is_refused(text):
    with pytest.raises(DeployError) as caught:
        address_path(text, SITE)
    assert caught.value.exitcode == 2


def test_where_the_site_is_not_known_any_host_will_do():
    assert address_path(f"https://khac.example{URL}", "") == URL


def test_a_list_is_begun_and_added_to():
    text = with_addresses("", [URL], DAY)
    assert text.startswith("# ")
    assert text.endswith(f"- url: {URL}\n  date: 2026-01-15\n")
    more = with_addresses(text, ["/a/", URL], DAY)
    assert more == f"{text}- url: /a/\n  date: 2026-01-15\n"


def test_what_others_wrote_stays_as_it_is():
    mine = "# Ghi chú của tôi\n- url: '/a/'  # cũ\n  reason: Cũ.\n\n# Hết"
    assert with_addresses(mine, ["/a"], DAY) == f"{mine}\n"
    more = with_addresses(mine, ["/b/"], DAY)
    assert more == f"{mine}\n- url: /b/\n  date: 2026-01-15\n"
    assert without_addresses(more, ["/b/"]) == f"{mine}\n"
    assert (
        without_addresses(more, ["/a/"])
        == "# Ghi chú của tôi\n# Hết\n- url: /b/\n  date: 2026-01-15\n"
    )


@given(st.lists(ADDRESSES, max_size=5))
def test_any_list_is_read_as_it_was_written(urls):
    text = with_addresses("", urls, DAY)
    taken, problems = load_taken_down(text.encode())
    assert not problems
    assert {url.rstrip("/") for url in taken.urls} == {url.rstrip("/") for url in urls}
    emptied, problems = load_taken_down(without_addresses(text, urls).encode())
    assert not problems
    assert not emptied.urls
