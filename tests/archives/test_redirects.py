"""Old addresses: the map, the pages, and what may not be one (issue ARCHIVES)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from support.content import bulletin
from support.machines import meta, pages

from plugins.archives.redirects import address_problems, page_file
from plugins.bulletins.records import Body, Bulletin, Mention, StaticPage

HOST = "https://bantin.example"
NEW = "/ban-tin/2026/01/tin-moi/"
ZONE = timezone(timedelta(hours=7))
BODY = Body(html="", text="")


def with_aliases(path, *aliases):
    return Bulletin(
        path=path,
        title="Tin",
        slug=PurePosixPath(path).stem,
        date=datetime(2025, 3, 5, tzinfo=ZONE),
        category="hoi-nghi",
        body=BODY,
        aliases=tuple(Mention(alias, 7 + n) for n, alias in enumerate(aliases)),
    )


def codes(bulletins, static=()):
    return [(found.path, found.line, found.code) for found in address_problems(bulletins, static)]


# --- In a site ------------------------------------------------------------------------------------


def test_the_map_holds_every_old_address_sorted(public_site):
    text = public_site.read("/chuyen-huong.json")
    found = json.loads(text)
    assert found == {
        "/?p=12": NEW,
        "/ban-tin/2026/01/ten-cu/": NEW,
        "/cu/bai-1.html": NEW,
        "/cu/bai-2/": NEW,
        "/cu/bai-3": NEW,
        "/cu/bai.aspx": NEW,
        "/tin-cu.aspx?id=12": "/ban-tin/2025/11/hoi-nghi-thu/",
    }
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    "url", ["/cu/bai-1.html", "/cu/bai-2/", "/cu/bai-3/", "/ban-tin/2026/01/ten-cu/"]
)
def test_a_plain_path_has_a_page_that_leads_on(public_site, url):
    page = html.fromstring(public_site.read(url))
    assert page.xpath("//link[@rel='canonical']/@href") == [HOST + NEW]
    assert page.xpath("//main//a/@href") == [NEW]
    assert page.xpath("string(//h1)") == "Bản tin đã chuyển sang địa chỉ mới"
    assert "noindex" in meta(page)["robots"]
    assert not page.xpath("//meta[@http-equiv] | //script")


def test_other_old_addresses_have_no_page(public_site):
    files = public_site.files()
    assert not [path for path in files if "aspx" in path]
    assert "p=12" not in " ".join(files)


def test_a_site_without_old_addresses_has_an_empty_map(build_site):
    assert json.loads(build_site({}).read("/chuyen-huong.json")) == {}


def test_old_addresses_of_drafts_are_not_told(build_site):
    files = {"bulletins/2025/a.md": bulletin("Nháp", status="draft", aliases="[/cu.html]")}
    assert "/cu.html" in pages(build_site(files, output="preview"))
    site = build_site(files, public=True)
    assert "/cu.html" not in pages(site)
    assert json.loads(site.read("/chuyen-huong.json")) == {}


def test_a_withdrawn_bulletin_keeps_its_old_addresses(build_site):
    files = {"bulletins/2025/a.md": bulletin("Rút", status="withdrawn", aliases="[/cu.html]")}
    page = pages(build_site(files, public=True))["/cu.html"]
    assert page.xpath("//main//a/@href") == ["/ban-tin/2025/03/rut/"]


def test_an_old_address_with_accents_is_answered_both_ways(build_site):
    files = {"bulletins/2025/a.md": bulletin("Tin", aliases='["/tin-t%E1%BB%A9c/b%C3%A0i.html"]')}
    site = build_site(files, public=True)
    assert "/tin-tức/bài.html" in pages(site)
    assert list(json.loads(site.read("/chuyen-huong.json"))) == ["/tin-t%E1%BB%A9c/b%C3%A0i.html"]


@pytest.mark.parametrize(
    "alias",
    [
        "/hoi-nghi/",
        "/so-do-trang/",
        "/robots.txt/a/",
        "/favicon.ico/a/",
        "/gioi-thieu",
        "/co-cau/",
        "/lien-he",
        "/en/index.html",
    ],
)
def test_an_address_of_the_site_is_refused_with_its_line(problems_of, alias):
    page = "---\ntitle: Giới thiệu\n---\n\nMột trang.\n"
    files = {
        "bulletins/2025/a.md": bulletin("Tin", aliases=f"[{alias}]"),
        "pages/gioi-thieu.md": page,
    }
    (found,) = problems_of(files)
    assert (found.path, found.line, found.code) == ("bulletins/2025/a.md", 6, "alias-clash")
    assert f"«{alias}»" in found.message


# --- Which file answers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("/tin.html", "tin.html"),
        ("/tin.htm", "tin.htm"),
        ("/muc/tin/", "muc/tin/index.html"),
        ("/muc/tin", "muc/tin/index.html"),
        ("/b%C3%A0i/", "bài/index.html"),
        ("/", "index.html"),
        ("/tin.html?id=1", None),
        ("/tin.aspx", None),
        ("/tin.html/", "tin.html/index.html"),
        ("/a//b/", None),
        ("/%2e%2e/b/", None),
        ("/a%00b/", None),
        ("/a%5Cb/", None),
        ("/.well-known/x/", None),
        ("/" + "a" * 201, None),
        ("/" + "a/" * 501, None),
    ],
)
def test_the_file_that_answers(alias, file):
    assert page_file(alias) == file


@given(st.text(max_size=60))
def test_no_file_lies_outside_or_is_hidden(text):
    file = page_file(f"/{text}")
    if file is not None:
        parts = PurePosixPath(file).parts
        assert PurePosixPath(file).as_posix() == file
        assert not file.startswith("/")
        assert not any(part.startswith(".") for part in parts)
        assert parts[-1].endswith((".html", ".htm"))


# --- What may not be an old address ---------------------------------------------------------------


@pytest.mark.parametrize(
    "alias",
    [
        "/",
        "/index.html",
        "/404.html",
        "/MANIFEST/a/",
        "/anh/cu/",
        "/theme/x.html",
        "/feeds/",
        "/luu-tru/2011/",
        "/hoi-nghi",
        "/HOI-NGHI/",
        "/hoi-nghi/2019/",
        "/hoi-nghi/2019/trang/3/",
        "/don-vi/benh-vien/",
        "/tac-gia/a/2020/",
        "/khen-thuong/so-vang/2023/",
        "/tim-kiem/",
    ],
)
def test_what_the_site_has_or_may_come_to_have_is_its_own(alias):
    assert codes([with_aliases("bulletins/2025/a.md", alias)]) == [
        ("bulletins/2025/a.md", 7, "alias-clash")
    ]


@pytest.mark.parametrize(
    "alias",
    [
        "/hoi-nghi/tin-cu.html",
        "/thong-bao/123-cup-nuoc/",
        "/don-vi/benh-vien/tin-1.html",
        "/ban-tin/2025/03/ten-cu/",
        "/?p=12",
        "/hoi-nghi/?page=2",
        "/default.aspx",
        "/luu-tru.html",
    ],
)
def test_addresses_as_old_sites_had_them_are_free(alias):
    assert codes([with_aliases("bulletins/2025/a.md", alias)]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("/a", "/a/"), ("/a/", "/a/index.html"), ("/A.html", "/a.html"), ("/a.html", "/a.html/b/")],
)
def test_two_bulletins_cannot_share_a_place(first, second):
    one = with_aliases("bulletins/2025/a.md", first)
    two = with_aliases("bulletins/2025/b.md", second)
    assert codes([one, two]) == [
        ("bulletins/2025/a.md", 7, "alias-clash"),
        ("bulletins/2025/b.md", 7, "alias-clash"),
    ]


def test_one_bulletin_may_name_one_place_twice(build_site):
    assert codes([with_aliases("bulletins/2025/a.md", "/a", "/a/", "/a/index.html")]) == []
    files = {"bulletins/2025/a.md": bulletin("Tin", aliases="[/a, /a/, /a/index.html]")}
    site = build_site(files, public=True)
    assert "/a/" in pages(site)
    assert len(json.loads(site.read("/chuyen-huong.json"))) == 3


def test_the_place_of_another_bulletin_in_other_letters_is_taken():
    one = with_aliases("bulletins/2025/a.md", "/ban-tin/2025/03/B")
    two = with_aliases("bulletins/2025/b.md")
    assert codes([one, two]) == [("bulletins/2025/a.md", 7, "alias-clash")]


def test_what_is_the_same_to_the_letter_is_told_once(problems_of):
    files = {
        "bulletins/2025/a.md": bulletin("A", aliases="[/cu/]"),
        "bulletins/2025/b.md": bulletin("B", aliases="[/cu/, /ban-tin/2025/03/a/]"),
    }
    assert sorted(found.code for found in problems_of(files)) == [
        "alias-duplicate",
        "alias-duplicate",
        "alias-taken",
    ]


@pytest.mark.parametrize("slug", ["hoi-nghi", "so-do-trang", "don-vi", "feeds", "luu-tru"])
def test_a_static_page_cannot_take_an_address_of_the_site(slug):
    page = StaticPage(f"pages/{slug}.md", "Trang", slug, BODY, lines=(("slug", 4),))
    assert codes([], [page]) == [(page.path, 4, "slug-reserved")]
    assert codes([], [replace(page, slug="gioi-thieu")]) == []


NAMES = st.sampled_from(["a", "A", "a.html", "index.html", "b", "hoi-nghi", "2019", "", "ban-tin"])
ALIASES = st.lists(NAMES, min_size=1, max_size=4).map(lambda names: "/" + "/".join(names))


@given(st.lists(st.lists(ALIASES, max_size=3, unique=True), max_size=4))
def test_what_is_let_through_can_be_written(aliases):
    bulletins = [with_aliases(f"bulletins/2025/t{n}.md", *texts) for n, texts in enumerate(aliases)]
    every = [alias for texts in aliases for alias in texts]
    if codes(bulletins) or len(set(every)) < len(every):
        return
    of_bulletin = [{file for text in texts if (file := page_file(text))} for texts in aliases]
    files = [file.casefold() for found in of_bulletin for file in found]
    assert len(set(files)) == len(files)
    folders = {parent.as_posix() for file in files for parent in PurePosixPath(file).parents}
    assert not folders & set(files)
