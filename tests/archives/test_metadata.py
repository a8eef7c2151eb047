"""Open Graph, Dublin Core and JSON-LD, parsed back to what the source says (issue ARCHIVES)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from support.content import bulletin
from support.invariants import open_data
from support.machines import linked_data, meta, pages

from plugins.archives.metadata import breadcrumbs
from plugins.archives.metadata import linked_data as as_script
from plugins.archives.views import Crumb, Publisher

HOST = "https://bantin.example"
NEW = "/ban-tin/2026/01/tin-moi/"
FULL = "/ban-tin/2025/11/hoi-nghi-thu/"
WITHDRAWN = "/ban-tin/2025/06/bai-da-rut/"
AGENCY = "Trang minh họa của phần mềm mã nguồn mở Bantin"
MANDATORY = {"title", "creator", "date", "description", "publisher", "identifier"}
UNDESCRIBED = {
    "/404.html",
    "/manh/thong-bao.html",
    "/cu/bai-1.html",
    "/cu/bai-2/",
    "/cu/bai-3/",
    "/ban-tin/2026/01/ten-cu/",
}


@pytest.fixture(scope="module")
def public(public_site):
    return pages(public_site)


def described(found):
    return {url: page for url, page in found.items() if url not in UNDESCRIBED}


def only(page, name):
    (content,) = meta(page)[name]
    return content


# --- Dublin Core ----------------------------------------------------------------------------------


def test_every_bulletin_has_the_six_mandatory_elements(public_site, public):
    for row in open_data(public_site.output):
        found = meta(public[row["url"]])
        assert all(found[f"DC.{name}"] for name in MANDATORY), row["url"]
        assert found["DC.title"] == [row["title"]]
        assert found["DC.creator"] == [person["name"] for person in row["authors"]] or [AGENCY]
        assert found["DC.date"] == [row["date"]]
        assert found["DC.description"] == [row["summary"] or row["title"]]
        assert found["DC.publisher"] == [AGENCY]
        assert found["DC.identifier"] == [HOST + row["url"]]
        assert found["DC.language"] == ["vi"]
        assert found.get("DC.contributor", []) == [p["name"] for p in row["photographers"]]


def test_recommended_elements_stand_where_known(public):
    found = meta(public[FULL])
    assert found["DC.source"] == ["https://example.org/tin?a=1&b=2"]
    assert found["DC.subject"] == ["Hội nghị", "Bệnh viện Phổi"]
    assert "DC.source" not in meta(public[NEW])


def test_other_pages_have_the_mandatory_elements_but_the_date(public):
    for url, page in described(public).items():
        if not url.startswith("/ban-tin/"):
            found = meta(page)
            assert all(found[f"DC.{name}"] for name in MANDATORY - {"date"}), url
            assert "DC.date" not in found
            assert found["DC.identifier"] == [HOST + url]


def test_an_english_page_says_so(public):
    assert only(public["/en/"], "DC.language") == "en"
    assert only(public["/en/"], "og:locale") == "en_US"


# --- Open Graph -----------------------------------------------------------------------------------


def test_open_graph_of_a_bulletin(public):
    page = public[NEW]
    assert only(page, "og:type") == "article"
    assert only(page, "og:title") == 'Tin mới <3 & "ngoặc"'
    assert only(page, "og:description") == "Tóm tắt của tin mới."
    assert only(page, "og:url") == HOST + NEW
    assert only(page, "og:site_name") == "Bản tin ngành Y tế"
    assert only(page, "og:locale") == "vi_VN"
    assert only(page, "og:image").startswith(f"{HOST}/anh/the/anh-bia-lon.")
    assert (only(page, "og:image:width"), only(page, "og:image:height")) == ("1200", "630")
    assert only(page, "og:image:alt") == "Ảnh bìa lớn"
    assert only(page, "twitter:card") == "summary_large_image"
    assert only(page, "article:published_time") == "2026-01-14T09:30:00+07:00"
    assert "article:modified_time" not in meta(page)
    assert only(page, "article:section") == "Khen thưởng"
    assert only(public[FULL], "article:modified_time") == "2025-11-21T10:00:00+07:00"


def test_open_graph_agrees_with_the_head_of_every_page(public):
    for url, page in described(public).items():
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert only(page, "og:url") == canonical == HOST + url
        assert only(page, "og:type") == ("article" if url.startswith("/ban-tin/") else "website")
        assert only(page, "og:description")
        assert only(page, "og:image").endswith(".jpg")
        if "description" in meta(page):
            assert only(page, "og:description") == only(page, "description")


def test_lists_of_a_category_show_its_card_and_other_pages_that_of_the_site(public):
    image = {url: only(page, "og:image") for url, page in described(public).items()}
    assert image["/hoi-nghi/"] == image["/hoi-nghi/2025/"] == image[FULL]
    assert image["/"] == image["/don-vi/"] == image["/gioi-thieu/"]
    assert len({image[url] for url in ("/", "/hoi-nghi/", "/khen-thuong/", "/thong-bao/")}) == 4


@pytest.mark.parametrize("url", sorted(UNDESCRIBED))
def test_pages_that_nobody_should_share_are_not_described(public, url):
    found = meta(public[url])
    assert not [name for name in found if name and name.startswith(("og:", "DC.", "twitter:"))]
    assert linked_data(public[url]) == {}


# --- JSON-LD --------------------------------------------------------------------------------------


def test_every_bulletin_is_a_news_article(public_site, public):
    for row in open_data(public_site.output):
        if row["status"] == "withdrawn":
            continue
        page = public[row["url"]]
        found = linked_data(page)["NewsArticle"]
        assert found["@context"] == "https://schema.org"
        assert found["headline"] == row["title"]
        assert found["description"] == row["summary"]
        assert found["datePublished"] == row["date"]
        assert found["dateModified"] == (row["modified"] or row["date"])
        assert [author["name"] for author in found["author"]] == [
            person["name"] for person in row["authors"]
        ]
        assert found["articleSection"] == row["category"]["name"]
        assert found["inLanguage"] == "vi"
        assert found["isAccessibleForFree"] is True
        assert found["url"] == found["mainEntityOfPage"]["@id"] == HOST + row["url"]
        assert found["image"] == meta(page)["og:image"]
        publisher = found["publisher"]
        assert (publisher["name"], publisher["url"]) == ("Bản tin ngành Y tế", f"{HOST}/")


def test_the_place_of_an_event_is_where_the_news_comes_from(public):
    found = linked_data(public[NEW])["NewsArticle"]
    assert found["dateline"] == "Hội trường tỉnh"
    assert found["locationCreated"] == {"@type": "Place", "name": "Hội trường tỉnh"}
    without = linked_data(public["/ban-tin/2025/04/khen-thuong-dot-xuat/"])["NewsArticle"]
    assert not {"dateline", "locationCreated"} & set(without)


def test_breadcrumbs_say_what_the_page_shows(public):
    for url, page in described(public).items():
        shown = [
            (" ".join(item.text_content().split()), "".join(item.xpath("a/@href")))
            for item in page.xpath("//nav[contains(@class, 'breadcrumbs')]//li")
        ]
        told = linked_data(page).get("BreadcrumbList", {"itemListElement": []})
        steps = told["itemListElement"]
        assert [(s["name"], s.get("item", "").removeprefix(HOST)) for s in steps] == shown, url
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))


def test_without_a_byline_the_newsroom_is_the_author(build_site):
    files = {"bulletins/2025/a.md": bulletin("Tin", authors="[]")}
    page = pages(build_site(files, public=True))["/ban-tin/2025/03/tin/"]
    found = linked_data(page)["NewsArticle"]
    assert found["author"] == [found["publisher"]]
    assert meta(page)["DC.creator"] == [AGENCY]


# --- Withdrawn, preview ---------------------------------------------------------------------------


def test_a_withdrawn_bulletin_is_told_to_nobody(public):
    page = public[WITHDRAWN]
    assert set(linked_data(page)) == {"BreadcrumbList"}
    assert "noindex" in meta(page)["robots"]
    assert only(page, "og:description") == only(page, "DC.description") == "Bài đã rút"
    assert only(page, "og:image") == only(public["/hoi-nghi/"], "og:image")


def test_only_pages_that_should_not_be_found_are_closed_to_robots(build_site):
    files = {
        "bulletins/2025/a.md": bulletin("Rút", status="withdrawn", aliases="[/cu.html]"),
        "bulletins/2025/b.md": bulletin("Tin", category="Thông báo"),
    }
    site = build_site(files, public=True, NEWSROOM={"name": "Bản tin"})
    closed = {url for url, page in pages(site).items() if "robots" in meta(page)}
    left = {"/ban-tin/2025/03/rut/", "/cu.html", "/manh/thong-bao.html", "/tim-kiem/"}
    assert closed == left


def test_a_preview_has_no_address_to_share(preview_site):
    for url, page in described(pages(preview_site)).items():
        found = meta(page)
        assert not {"og:url", "og:image"} & set(found)
        assert found["DC.identifier"] == [url]
        assert found["twitter:card"] == ["summary"]
        for thing in linked_data(page).values():
            assert "http" not in json.dumps(thing).replace("https://schema.org", "")
    assert not (preview_site.output / "anh" / "the").exists()


def test_the_agency_is_the_newsroom_where_none_is_named(build_site):
    page = pages(build_site({}, NEWSROOM={"name": "Bản tin A"}))["/"]
    assert only(page, "DC.publisher") == "Bản tin A"


# --- On their own ---------------------------------------------------------------------------------


@given(st.text(max_size=80))
def test_linked_data_never_leaves_its_script(text):
    script = as_script("Thing", name=text)
    assert not set("<>&\u2028\u2029") & set(script)
    if "\x00" not in text and not any(0xD800 <= ord(sign) <= 0xDFFF for sign in text):
        document = f'<script type="application/ld+json">{script}</script><p>sau</p>'
        tree = html.document_fromstring(document)
        assert json.loads(tree.xpath("//script/text()")[0])["name"] == text
        assert tree.xpath("//p/text()") == ["sau"]


def test_no_path_is_no_breadcrumb():
    assert breadcrumbs((), Publisher("Tên", "Tên")) == ()


def test_addresses_are_absolute_where_the_site_has_one():
    (script,) = breadcrumbs((Crumb("A", "/a/"), Crumb("B")), Publisher("T", "T", HOST))
    steps = json.loads(script)["itemListElement"]
    assert [step.get("item") for step in steps] == [f"{HOST}/a/", None]
