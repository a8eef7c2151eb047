"""The list of page types is whole: no page of any site is of a kind that no test opens."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from support.page_types import ALL_PAGES, PageType

FAMILIES = [kind.family for kind in ALL_PAGES if kind.family]


def addresses(site) -> list[str]:
    files = site.output.rglob("*.html")
    paths = (file.relative_to(site.output).as_posix() for file in files)
    return sorted(f"/{path.removesuffix('index.html')}" for path in paths)


@pytest.mark.parametrize("name", ["project", "made-up", "preview"])
def test_every_page_is_of_a_known_kind(sites, name):
    found = addresses(sites[name].site)
    assert found
    unknown = [url for url in found if not any(re.fullmatch(one, url) for one in FAMILIES)]
    assert unknown == []


@pytest.mark.parametrize("kind", ALL_PAGES, ids=lambda kind: kind.name)
def test_every_example_is_there_and_of_its_kind(sites, kind: PageType):
    path = urlsplit(kind.url).path
    assert (path in addresses(sites[kind.site].site)) == (kind.status == 200)
    assert any(re.fullmatch(one, path) for one in FAMILIES) == (kind.status == 200)


def test_names_are_told_apart():
    names = [kind.name for kind in ALL_PAGES]
    assert sorted(set(names)) == sorted(names)
