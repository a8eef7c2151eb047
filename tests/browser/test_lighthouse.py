"""Lighthouse: accessibility, best practices and search engines, 95 of 100 at least.

The demonstration keeps search engines away on purpose; a department's site does not, so that is
what is built here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pelican.settings import read_settings
from support.content import NOW, PROJECT
from support.lighthouse import audit
from support.page_types import page_type
from support.site_server import serving
from support.sites import isolated_signals, make_engine

LEAST = 95
CATEGORIES = ("accessibility", "best-practices", "seo")
PAGES = [page_type(name) for name in ("front", "bulletin", "unit", "honours-year")]


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Build the project's content as a department publishes its own, and serve it."""
    output = tmp_path_factory.mktemp("public")
    newsroom = read_settings(str(PROJECT / "publishconf.py"))["NEWSROOM"]
    with pytest.MonkeyPatch.context() as patch, isolated_signals():
        patch.setenv("BUILD_NOW", NOW)
        open_to_all = {**newsroom, "noindex": False}
        make_engine(PROJECT / "content", output, public=True, NEWSROOM=open_to_all).run()
    with serving(output) as served:
        yield served


@pytest.mark.long
@pytest.mark.timeout(400)
@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_every_score_is_high(address, tmp_path, kind):
    file = tmp_path / "report.json"
    report = audit(address + kind.url, file, categories=",".join(CATEGORIES))
    scores = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
    failed = [one["title"] for one in report["audits"].values() if one["score"] == 0]
    assert min(scores.values()) >= LEAST, f"{scores}: {failed}"
