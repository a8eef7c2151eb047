"""Sitemaps and robots.txt: every public page once, and nothing else (issue ARCHIVES)."""

from __future__ import annotations

import pytest
from support.content import bulletin
from support.invariants import open_data
from support.machines import SITEMAP, pages, sitemaps

from plugins.archives import sitemaps as module

HOST = "https://bantin.example"
NEWS = "/sitemaps/tin-moi.xml"
NOINDEX = {"name": "Bản tin", "noindex": True}
INDEXED = {"name": "Bản tin", "noindex": False}


def places(root):
    return [loc.removeprefix(HOST) for loc in root.xpath("//s:loc/text()", namespaces=SITEMAP)]


def field(root, url, path):
    found = root.xpath(f"*[s:loc='{HOST}{url}']/{path}/text()", namespaces=SITEMAP)
    return [str(text) for text in found]


def test_the_index_names_every_sitemap_and_tells_when_it_changed(public_site):
    found = sitemaps(public_site)
    index = found.pop("/sitemap.xml")
    assert sorted(places(index)) == sorted(found)
    assert set(found) == {f"/sitemaps/{name}.xml" for name in (2023, 2024, 2025, 2026, "trang")} | {
        NEWS
    }
    for year in (2023, 2024, 2025, 2026):
        root = found[f"/sitemaps/{year}.xml"]
        latest = max(root.xpath("//s:lastmod/text()", namespaces=SITEMAP))
        assert field(index, f"/sitemaps/{year}.xml", "s:lastmod") == [latest]
    assert field(index, "/sitemaps/trang.xml", "s:lastmod") == []


def test_the_sitemaps_together_name_every_page_for_readers_once(public_site):
    found = sitemaps(public_site)
    named = [
        url
        for name, root in found.items()
        if name not in {"/sitemap.xml", NEWS}
        for url in places(root)
    ]
    withdrawn = {
        row["url"] for row in open_data(public_site.output) if row["status"] == "withdrawn"
    }
    moved = {"/cu/bai-1.html", "/cu/bai-2/", "/cu/bai-3/", "/ban-tin/2026/01/ten-cu/"}
    others = {"/404.html", "/manh/thong-bao.html", "/tim-kiem/"} | moved | withdrawn
    assert len(named) == len(set(named))
    assert set(named) == set(pages(public_site)) - others


def test_a_year_tells_of_each_bulletin_when_it_last_changed(public_site):
    found = sitemaps(public_site)
    for row in open_data(public_site.output):
        root = found[f"/sitemaps/{row['date'][:4]}.xml"]
        shown = row["status"] == "published"
        expected = [row["modified"] or row["date"]] if shown else []
        assert field(root, row["url"], "s:lastmod") == expected


def test_photos_stand_by_their_bulletin(public_site):
    root = sitemaps(public_site)["/sitemaps/2026.xml"]
    images = field(root, "/ban-tin/2026/01/tin-moi/", "image:image/image:loc")
    assert len(images) == 2
    assert [image.rpartition("/")[2].partition(".")[0] for image in images] == [
        "anh-bia-lon",
        "trong-bai",
    ]
    for image in images:
        assert (public_site.output / image.removeprefix(f"{HOST}/")).is_file()


def test_the_oldest_stands_first_so_that_a_new_one_is_added_at_the_end(public_site):
    root = sitemaps(public_site)["/sitemaps/2023.xml"]
    dates = root.xpath("//s:lastmod/text()", namespaces=SITEMAP)
    assert dates == sorted(dates)


# --- News -----------------------------------------------------------------------------------------


def test_news_are_those_of_the_last_two_days(public_site):
    root = sitemaps(public_site)[NEWS]
    url = "/ban-tin/2026/01/tin-moi/"
    assert places(root) == [url]
    assert field(root, url, "news:news/news:title") == ['Tin mới <3 & "ngoặc"']
    assert field(root, url, "news:news/news:publication_date") == ["2026-01-14T09:30:00+07:00"]
    assert field(root, url, "news:news/news:publication/news:name") == ["Bản tin ngành Y tế"]
    assert field(root, url, "news:news/news:publication/news:language") == ["vi"]


@pytest.mark.parametrize(
    ("now", "there"),
    [
        ("2025-03-05T09:00+07:00", True),
        ("2025-03-07T08:59+07:00", True),
        ("2025-03-07T09:00+07:00", False),
        ("2025-06-01T00:00+07:00", False),
    ],
)
def test_news_are_absent_when_there_are_none(build_site, monkeypatch, now, there):
    monkeypatch.setenv("BUILD_NOW", now)
    site = build_site({"bulletins/2025/a.md": bulletin("Tin", "2025-03-05 09:00")}, public=True)
    found = sitemaps(site)
    assert (NEWS in found) is there
    assert (NEWS in places(found["/sitemap.xml"])) is there


# --- Limits and builds without an address ---------------------------------------------------------


def test_a_sitemap_is_cut_where_it_may_hold_no_more(build_site, monkeypatch):
    monkeypatch.setattr(module, "MAX_URLS", 3)
    files = {f"bulletins/2025/{n}.md": bulletin(f"Tin {n}", f"2025-03-{n:02}") for n in range(1, 8)}
    found = sitemaps(build_site(files, public=True))
    years = [found[f"/sitemaps/2025{part}.xml"] for part in ("", "-2", "-3")]
    assert [len(places(root)) for root in years] == [3, 3, 1]
    assert places(years[2]) == ["/ban-tin/2025/03/tin-7/"]
    assert "/sitemaps/trang-2.xml" in found
    assert sorted(places(found["/sitemap.xml"])) == sorted(set(found) - {"/sitemap.xml"})


def test_a_site_without_bulletins_still_tells_its_pages(build_site):
    found = sitemaps(build_site({}, public=True))
    assert set(found) == {"/sitemap.xml", "/sitemaps/trang.xml"}
    assert "/" in places(found["/sitemaps/trang.xml"])


def test_a_preview_has_no_sitemap_and_is_closed_to_robots(preview_site):
    assert sitemaps(preview_site) == {}
    assert preview_site.read("/robots.txt") == "User-agent: *\nDisallow: /\n"


def test_a_preview_with_an_address_tells_nothing_that_is_not_out(build_site):
    files = {
        "bulletins/2025/a.md": bulletin("Đã đăng"),
        "bulletins/2025/b.md": bulletin("Nháp", status="draft"),
        "bulletins/2026/c.md": bulletin("Hẹn", "2026-02-01"),
    }
    found = sitemaps(build_site(files, SITEURL=HOST))
    urls = [url for name, root in found.items() for url in places(root)]
    assert [url for url in urls if "/ban-tin/" in url] == ["/ban-tin/2025/03/da-dang/"]


@pytest.mark.parametrize(("newsroom", "rule"), [(INDEXED, "Allow: /"), (NOINDEX, "Disallow: /")])
def test_robots(build_site, newsroom, rule):
    site = build_site({}, public=True, NEWSROOM=newsroom)
    assert site.read("/robots.txt").splitlines() == [
        "User-agent: *",
        rule,
        "",
        f"Sitemap: {HOST}/sitemap.xml",
    ]
