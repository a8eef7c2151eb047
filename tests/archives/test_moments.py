"""When a site changes by itself: between two moments, nothing that readers see does."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from support.content import bulletin

from plugins.archives.moments import moments
from plugins.authors.people import Person, Role
from plugins.units.registry import Unit

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FILES = {
    "units.yml": (
        "- id: so-y-te\n  name: Sở Y tế\n  kind: so\n"
        "- id: tram-y-te\n  name: Trạm Y tế\n  parent: so-y-te\n  valid_to: 2026-02-28\n"
    ),
    "people.yml": (
        "- id: minh-hien\n  name: Minh Hiền\n  phone: 024 3825 5555\n  roles:\n"
        "    - role: Giám đốc\n      unit: so-y-te\n      from: 2026-02-10\n      to: 2026-03-31\n"
    ),
    "bulletins/2025/that.md": bulletin("Bản tin đã đăng"),
    "bulletins/2026/hen.md": bulletin("Bản tin hẹn giờ", "2026-02-01 07:30"),
    "bulletins/2026/thong-bao.md": bulletin(
        "Thông báo lịch nghỉ", "2026-01-10", category="Thông báo", expires="2026-02-05"
    ),
    "bulletins/2026/nhap.md": bulletin("Bản tin viết dở", "2026-02-20", status="draft"),
}
EXPECTED = [
    "2026-02-01T07:30:00+07:00",
    "2026-02-06T00:00:00+07:00",
    "2026-02-10T00:00:00+07:00",
    "2026-03-01T00:00:00+07:00",
    "2026-04-01T00:00:00+07:00",
]
# release.json names the build; the others tell programs what is new, and forget it by themselves.
APART = ("MANIFEST", "release.json", "sitemap.xml", "sitemaps/tin-moi.xml")


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def tree_at(tmp_path, build_site, monkeypatch):
    """Build the same content at some time; return the bytes of what readers see."""

    def build(now):
        monkeypatch.setenv("BUILD_NOW", now)
        site = build_site(FILES, public=True, output=f"public-{now}")
        return {path: data for path, data in site.files().items() if path not in APART}

    return build


def test_each_moment_changes_the_site_and_nothing_does_in_between(tree_at):
    edges = [dt.datetime.fromisoformat(text) for text in EXPECTED]
    second = dt.timedelta(seconds=1)
    before = tree_at((edges[0] - dt.timedelta(days=5)).isoformat())
    for edge in edges:
        last = tree_at((edge - second).isoformat())
        assert last == before, edge
        before = tree_at(edge.isoformat())
        assert last != before, edge


def test_moments_are_those_of_bulletins_units_and_posts():
    people = [Person("a", "A", roles=(Role("Giám đốc", "so", dt.date(2026, 1, 5)),))]
    units = [
        Unit("so", "Sở"),
        Unit("tram", "Trạm", valid_from=dt.date(2020, 1, 1), valid_to=dt.date(2026, 2, 28)),
    ]
    assert list(moments([], units, people, ZONE)) == [at("2026-01-05"), at("2026-03-01")]


def test_for_ever_has_no_end():
    assert not list(moments([], [Unit("so", "Sở", valid_to=dt.date.max)], [], ZONE))
