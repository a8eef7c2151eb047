"""``SITEURL``: the root of a host, and needed by a public build."""

from __future__ import annotations

import pytest

from plugins.archives.settings import site_address
from plugins.engine.errors import SettingsError


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://bantin.example", "https://bantin.example"),
        ("https://bantin.example/", "https://bantin.example"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_the_root_of_a_host_is_taken(address, found):
    assert site_address({"SITEURL": address, "PUBLIC_BUILD": True}) == found


def test_a_preview_needs_none():
    assert site_address({"SITEURL": "", "PUBLIC_BUILD": False}) == ""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bantin.example",
        "//bantin.example",
        "ftp://bantin.example",
        "https://bantin.example/tin",
        "https://bantin.example?a",
        "https://a b.example",
        "https://bantin.example\n",
    ],
)
def test_anything_else_is_refused_and_shown(address):
    with pytest.raises(SettingsError, match="SITEURL"):
        site_address({"SITEURL": address, "PUBLIC_BUILD": True})
