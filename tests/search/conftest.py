"""A small site with everything that is searched, as the public sees it and as a preview."""

from __future__ import annotations

import json

import pytest
from support.search import search_site
from support.sites import build_apart


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    root = tmp_path_factory.mktemp("public")
    return build_apart(search_site(root / "content"), root / "output", public=True)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    root = tmp_path_factory.mktemp("preview")
    return build_apart(search_site(root / "content"), root / "output")


def rows_of(site):
    """Return the rows of all items of a built index, by their titles."""
    files = (site.output / "tim-kiem").rglob("bai-*.json")
    rows = (row for file in files for row in json.loads(file.read_text(encoding="utf-8")))
    return {row[1]: row for row in rows}


@pytest.fixture
def rows(public):
    return rows_of(public)
