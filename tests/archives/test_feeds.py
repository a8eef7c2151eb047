"""Atom feeds: valid, complete, and quiet when nothing is new (issue ARCHIVES)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from support.content import bulletin
from support.invariants import open_data
from support.machines import ATOM, SCHEMAS, atom_feeds, pages

from plugins.archives.feeds import LATEST, Feed, FeedEntry, absolute_links, make_feed, tag_uri
from plugins.bulletins.records import Body, Bulletin

HOST = "https://bantin.example"
ALL = "/feeds/tat-ca.atom.xml"
ZONE = timezone(timedelta(hours=7))


def entries(root):
    return root.findall("a:entry", ATOM)


def texts(root, path):
    return [element.text for element in root.findall(path, ATOM)]


def listed(rows, **wanted):
    """The rows of open data that feeds may show, newest first."""
    rows = [row for row in rows if row["status"] == "published" and row["date"] < "2026-01-15T08"]
    for name, value in wanted.items():
        rows = [row for row in rows if row[name]["id"] == value]
    return sorted(rows, key=lambda row: (row["date"], row["url"]), reverse=True)


# --- What is there --------------------------------------------------------------------------------


def test_there_is_a_feed_of_all_of_each_category_and_of_each_unit_with_bulletins(public_site):
    assert set(atom_feeds(public_site)) == {
        ALL,
        "/feeds/hoi-nghi.atom.xml",
        "/feeds/khen-thuong.atom.xml",
        "/feeds/thong-bao.atom.xml",
        "/feeds/tin-hoat-dong.atom.xml",
        "/feeds/don-vi/benh-vien-phoi.atom.xml",
        "/feeds/don-vi/so-y-te.atom.xml",
    }


def test_a_feed_holds_the_latest_of_its_list(public_site):
    feeds, rows = atom_feeds(public_site), open_data(public_site.output)
    urls = {
        name: [link.get("href").removeprefix(HOST) for link in root.findall("a:entry/a:link", ATOM)]
        for name, root in feeds.items()
    }
    assert urls[ALL] == [row["url"] for row in listed(rows)][:LATEST]
    assert len(urls[ALL]) == LATEST
    for category in ("hoi-nghi", "khen-thuong", "thong-bao", "tin-hoat-dong"):
        wanted = [row["url"] for row in listed(rows, category=category)][:LATEST]
        assert urls[f"/feeds/{category}.atom.xml"] == wanted
    of_unit = [
        row["url"]
        for row in listed(rows)
        if any(unit["id"] == "benh-vien-phoi" for unit in row["units"])
    ]
    assert urls["/feeds/don-vi/benh-vien-phoi.atom.xml"] == of_unit


def test_an_expired_notice_stays_in_its_feed(public_site):
    assert "Cúp nước đầu tháng" in texts(
        atom_feeds(public_site)["/feeds/thong-bao.atom.xml"], "a:entry/a:title"
    )


def test_a_preview_shows_feeds_nothing_that_is_not_out(preview_site):
    titles = {
        title
        for root in atom_feeds(preview_site).values()
        for title in texts(root, "a:entry/a:title")
    }
    assert titles
    assert not titles & {"Bài còn viết dở", "Bài sẽ ra mắt", "Bài đã rút"}


def test_nothing_out_means_no_feed_and_no_link_to_one(build_site):
    site = build_site(
        {
            "bulletins/2025/nhap.md": bulletin("Nháp", status="draft", units="Bệnh viện Phổi"),
            "bulletins/2025/that.md": bulletin("Đã đăng", category="Khen thưởng"),
        }
    )
    assert set(atom_feeds(site)) == {ALL, "/feeds/khen-thuong.atom.xml"}
    for url in ("/hoi-nghi/", "/don-vi/benh-vien-phoi/"):
        assert offered(pages(site)[url]) == [ALL]


def test_a_site_without_bulletins_has_no_feed(build_site):
    site = build_site({}, public=True)
    assert atom_feeds(site) == {}
    assert offered(pages(site)["/"]) == []


def offered(page):
    links = page.xpath("//link[@rel='alternate'][@type='application/atom+xml']")
    assert all(link.get("title") for link in links)
    return [link.get("href") for link in links]


def test_pages_offer_the_feeds_of_the_path_to_them(public_site):
    found = pages(public_site)
    unit = "/feeds/don-vi/benh-vien-phoi.atom.xml"
    assert offered(found["/"]) == [ALL]
    assert offered(found["/luu-tru/2025/"]) == [ALL]
    assert offered(found["/hoi-nghi/2025/trang/1/"]) == [ALL, "/feeds/hoi-nghi.atom.xml"]
    assert offered(found["/don-vi/benh-vien-phoi/"]) == [ALL, unit]
    assert offered(found["/don-vi/trung-tam-cu/"]) == [ALL]
    assert offered(found["/404.html"]) == []


# --- What an entry says ---------------------------------------------------------------------------


def test_rules_that_the_grammar_cannot_say(public_site):
    for root in atom_feeds(public_site).values():
        assert root.findall("a:author", ATOM)
        ids = texts(root, "a:entry/a:id")
        assert len(set(ids)) == len(ids)
        (self_link,) = root.xpath("a:link[@rel='self']/@href", namespaces=ATOM)
        assert (public_site.output / self_link.removeprefix(f"{HOST}/")).is_file()
        for entry in entries(root):
            assert len(entry.xpath("a:link[@rel='alternate']", namespaces=ATOM)) == 1
            assert entry.find("a:content", ATOM).text


def test_feedparser_reads_every_field_back(public_site):
    rows = {row["url"]: row for row in open_data(public_site.output)}
    for name in atom_feeds(public_site):
        feed = feedparser.parse((public_site.output / name[1:]).read_bytes(), sanitize_html=False)
        assert not feed.bozo, feed.bozo_exception
        assert feed.version == "atom10"
        assert feed.feed.author == "Bản tin ngành Y tế"
        assert feed.feed.links[0].href == HOST + name
        assert feed.feed.language == "vi"
        for entry in feed.entries:
            row = rows[entry.link.removeprefix(HOST)]
            assert entry.title == row["title"]
            assert entry.published == row["date"]
            assert entry.updated == (row["modified"] or row["date"])
            assert entry.get("summary") == row["summary"]
            names = [author["name"] for author in row["authors"]]
            assert [author.name for author in entry.authors] == names
            assert [(tag.term, tag.label) for tag in entry.tags] == [
                (row["category"]["id"], row["category"]["name"])
            ]
            assert entry.content[0].type == "text/html"


def test_a_feed_is_as_old_as_its_latest_change(public_site):
    for root in atom_feeds(public_site).values():
        moments = [datetime.fromisoformat(text) for text in texts(root, "a:entry/a:updated")]
        assert datetime.fromisoformat(root.findtext("a:updated", None, ATOM)) == max(moments)


def test_content_is_whole_and_its_links_and_photos_are_absolute(public_site):
    (entry,) = (
        entry
        for entry in entries(atom_feeds(public_site)[ALL])
        if entry.findtext("a:title", None, ATOM).startswith("Tin mới")
    )
    text = entry.findtext("a:content", None, ATOM)
    body = html.fragment_fromstring(text, create_parent=True)
    assert [heading.text for heading in body.iter("h2")] == ["Kết luận"]
    for words in ("Đoạn một.", "Hết.", "Toàn cảnh. Ảnh: Lê Sơn"):
        assert words in body.text_content()
    page = f"{HOST}/ban-tin/2026/01/tin-moi/"
    addresses = body.xpath("//@href | //@src")
    assert len(addresses) == 5
    assert body.xpath("//figure/img/@alt") == ["Ảnh bìa lớn", "Trong bài"]
    assert f"{page}#muc-ket-luan" in addresses
    for address in addresses:
        path = address.removeprefix(HOST).partition("#")[0]
        assert path != address
        file = path[1:] + ("index.html" if path.endswith("/") else "")
        assert (public_site.output / file).is_file()


def test_no_address_of_any_feed_is_left_relative(public_site):
    for root in atom_feeds(public_site).values():
        for content in texts(root, "a:entry/a:content"):
            body = html.fragment_fromstring(content, create_parent=True)
            addresses = body.xpath("//@href | //@src | //@srcset | //@poster")
            assert all(address.startswith(("https:", "mailto:", "tel:")) for address in addresses)


# --- Over time ------------------------------------------------------------------------------------


def test_an_id_survives_a_new_headline_and_its_new_address(build_site):
    old = build_site({"bulletins/2025/a.md": bulletin("Tên cũ")}, output="old", public=True)
    new = build_site({"bulletins/2025/a.md": bulletin("Tên mới")}, output="new", public=True)
    before, after = atom_feeds(old)[ALL], atom_feeds(new)[ALL]
    assert texts(before, "a:entry/a:id") == texts(after, "a:entry/a:id")
    assert texts(before, "a:entry/a:title") != texts(after, "a:entry/a:title")


def test_a_feed_does_not_know_the_time_of_the_build(build_site, monkeypatch):
    files = {"bulletins/2025/a.md": bulletin("Tin")}
    first = (build_site(files, output="first").output / ALL[1:]).read_bytes()
    monkeypatch.setenv("BUILD_NOW", "2027-05-05T12:00+07:00")
    assert (build_site(files, output="second").output / ALL[1:]).read_bytes() == first


def test_a_withdrawn_bulletin_leaves_its_feeds(build_site):
    files = {
        "bulletins/2025/a.md": bulletin("Tin một", status="withdrawn", units="Bệnh viện Phổi"),
        "bulletins/2025/b.md": bulletin("Tin hai", category="Khen thưởng"),
    }
    feeds = atom_feeds(build_site(files, public=True))
    assert set(feeds) == {ALL, "/feeds/khen-thuong.atom.xml"}
    assert texts(feeds[ALL], "a:entry/a:title") == ["Tin hai"]


def test_a_preview_has_no_host(preview_site):
    root = atom_feeds(preview_site)[ALL]
    ids = texts(root, "a:id") + texts(root, "a:entry/a:id")
    assert all(name.startswith("tag:preview.invalid,") for name in ids)
    links = root.xpath("//a:link/@href", namespaces=ATOM)
    assert all(link.startswith("/") for link in links)


# --- On their own ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "path", "expected"),
    [
        ("bantin.example", "bulletins/2025/a.md", "tag:bantin.example,2026:bulletins/2025/a.md"),
        ("a.b", "bulletins/ảnh 1.md", "tag:a.b,2026:bulletins/%E1%BA%A3nh%201.md"),
        ("a.b", "x?y#z", "tag:a.b,2026:x%3Fy%23z"),
    ],
)
def test_tags(host, path, expected):
    assert tag_uri(host, path) == expected


@pytest.mark.parametrize(
    ("written", "absolute"),
    [
        ('<a href="/x/">', '<a href="https://s/x/">'),
        ('<img src="/anh/a.jpg" alt="b">', '<img src="https://s/anh/a.jpg" alt="b">'),
        ('<a href="#muc">', '<a href="https://s/p/#muc">'),
        ('<a href="https://o/x">', '<a href="https://o/x">'),
        ('<a href="mailto:a@b.c">', '<a href="mailto:a@b.c">'),
        ('<p>href="/x/"</p>', '<p>href="/x/"</p>'),
    ],
)
def test_links_become_absolute(written, absolute):
    assert absolute_links(written, "/p/", "https://s") == absolute


# What the reader of bulletins lets through (plugins/bulletins/decoding.py).
TEXT = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=60,
    )
    .map(str.strip)
    .filter(bool)
)


@given(title=TEXT, summary=TEXT, body=TEXT, authors=st.lists(TEXT, max_size=3))
def test_any_words_come_back_as_they_were(title, summary, body, authors):
    written = Bulletin(
        path="bulletins/2025/a.md",
        title=title,
        slug="a",
        date=datetime(2025, 3, 5, tzinfo=ZONE),
        category="hoi-nghi",
        body=Body(html=f"<p>{body.replace('<', '')}</p>", text=body),
        summary=summary,
    )
    entry = FeedEntry(written, tuple(authors), None, ())
    feed = Feed(ALL, title, "/", (written.path,))
    data = {"feed": feed, "entries": (entry,), "publisher": "P", "siteurl": HOST, "licence": ""}
    root = etree.fromstring(make_feed(data))
    assert etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng")).validate(root)
    assert root.findtext("a:title", None, ATOM) == title
    assert texts(root, "a:entry/a:title") == [title]
    assert texts(root, "a:entry/a:summary") == [summary]
    assert texts(root, "a:entry/a:content") == [written.body.html]
    assert texts(root, "a:entry/a:author/a:name") == authors
