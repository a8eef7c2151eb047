"""The notices that bulletin pages fetch (issue ARCHIVES)."""

from __future__ import annotations

import pytest
from support.content import bulletin
from support.machines import pages

FRAGMENT = "/manh/thong-bao.html"
NEWS = "/ban-tin/2025/03/tin/"


def notice(title, date="2025-03-05", **fields):
    return bulletin(title, date, category="Thông báo", **fields)


def titles(site):
    page = pages(site)[FRAGMENT]
    return [heading.text_content().strip() for heading in page.xpath("//*[@data-fragment]//h3")]


def test_the_latest_notices_in_force_newest_first(build_site):
    files = {
        f"bulletins/2025/{n}.md": notice(f"Thông báo {n}", f"2025-03-{n:02}") for n in range(1, 8)
    }
    files["bulletins/2025/tin.md"] = bulletin("Tin", "2025-03-20")
    site = build_site(files, public=True)
    assert titles(site) == [f"Thông báo {n}" for n in (7, 6, 5, 4, 3)]


def test_an_expired_notice_leaves_the_fragment_and_the_front_page_only(build_site, monkeypatch):
    files = {
        "bulletins/2025/a.md": notice("Cúp nước", expires="2025-03-10"),
        "bulletins/2025/b.md": notice("Lịch trực"),
    }
    monkeypatch.setenv("BUILD_NOW", "2025-03-10T23:59+07:00")
    before = build_site(files, public=True, output="before")
    monkeypatch.setenv("BUILD_NOW", "2025-03-11T00:00+07:00")
    after = build_site(files, public=True, output="after")
    assert sorted(titles(before)) == ["Cúp nước", "Lịch trực"]
    assert titles(after) == ["Lịch trực"]
    changed = {
        path for path, data in before.files().items() if after.files().get(path, data) != data
    }
    # release.json tells the time of the build.
    assert changed == {"index.html", FRAGMENT[1:], "release.json", "MANIFEST"}


def test_a_bulletin_page_fetches_them_and_links_all_without_script(build_site):
    files = {
        "bulletins/2025/a.md": notice("Cúp nước"),
        "bulletins/2025/tin.md": bulletin("Tin"),
    }
    page = pages(build_site(files))[NEWS]
    (section,) = page.xpath("//section[@data-notices]")
    assert section.get("data-notices") == FRAGMENT
    assert section.xpath(".//a/@href") == ["/thong-bao/"]
    assert page.xpath("//script[@type='module'][contains(@src, '/js/notices.')]")


def test_no_notices_at_all_means_no_fragment_and_no_place_for_it(build_site):
    site = build_site({"bulletins/2025/tin.md": bulletin("Tin")})
    assert not (site.output / "manh").exists()
    page = pages(site)[NEWS]
    assert not page.xpath("//*[@data-notices] | //script[contains(@src, 'notices')]")


def test_none_in_force_leaves_the_link_alone(build_site):
    site = build_site({"bulletins/2025/a.md": notice("Cúp nước", expires="2025-03-10")})
    page = pages(site)[FRAGMENT]
    assert titles(site) == []
    assert "không có thông báo nào" in page.text_content()
    assert page.xpath("//main//a/@href") == ["/thong-bao/"]


@pytest.mark.parametrize("public", [False, True])
def test_a_new_notice_changes_no_page_of_another_category(build_site, public):
    files = {
        "bulletins/2025/a.md": notice("Cúp nước", "2025-03-01"),
        **{f"bulletins/2025/t{n}.md": bulletin(f"Tin {n}", f"2025-03-{n:02}") for n in range(2, 9)},
    }
    before = build_site(files, public=public, output="before", RELATED_MAX=0).files()
    files["bulletins/2025/b.md"] = notice("Cúp điện", "2025-03-20")
    after = build_site(files, public=public, output="after", RELATED_MAX=0).files()
    changed = {
        path for path in before if path.startswith("ban-tin/") and before[path] != after[path]
    }
    # Its neighbour in time, and nobody else.
    assert changed == {"ban-tin/2025/03/tin-8/index.html"}
