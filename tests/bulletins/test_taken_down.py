"""``taken-down.yml``: what it may hold, and that nothing it names is published again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.taken_down import load_taken_down
from plugins.problems import errors

ENTRY = "- url: {}\n  date: 2026-01-10\n  reason: Theo yêu cầu.\n"


def read(text):
    return load_taken_down(text.encode())


def test_no_list_and_an_empty_one_are_the_same():
    for text in ("", "[]\n", "# chưa có gì\n"):
        taken, problems = read(text)
        assert not taken.urls
        assert not problems


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("/ban-tin/2025/03/tin/", "/ban-tin/2025/03/tin/"),
        ("/ban-tin/2025/03/tin", "/ban-tin/2025/03/tin/"),
        ("/tep/so-lieu.0123456789ab.pdf", "/tep/so-lieu.0123456789ab.pdf"),
    ],
)
def test_an_address_is_kept_as_the_site_writes_it(written, url):
    taken, problems = read(ENTRY.format(written))
    assert taken.urls == {url}
    assert url in taken
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.format("https://bantin.example/ban-tin/2025/03/tin/"),
        ENTRY.format("ban-tin/2025/03/tin/"),
        ENTRY.format("//bantin.example/"),
        ENTRY.format("/ban-tin/?a=1"),
        "- /ban-tin/2025/03/tin/\n",
        "url: /ban-tin/2025/03/tin/\n",
        "- date: 2026-01-10\n",
        "- url: /a/\n  ngay: 2026\n",
        "- url: [\n",
    ],
)
def test_what_is_not_understood_is_an_error(text):
    _, problems = read(text)
    assert errors(problems)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_addresses_and_problems(data):
    taken, _ = load_taken_down(data)
    assert all(url.startswith("/") for url in taken.urls)
