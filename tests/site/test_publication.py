"""What a preview shows and what the public gets: drafts, future, withdrawn, expired."""

from __future__ import annotations

import gzip
import json
import unicodedata

import brotli
import pytest
from lxml import html
from support.content import bulletin
from support.scenario import picture

PAST = "2025-03-05"
FUTURE = "2026-06-01 07:30"
ALT = "Hội trường trước giờ khai mạc"


def test_drafts_and_the_future_are_shown_in_a_preview_with_a_mark(build_site):
    site = build_site(
        {
            "bulletins/2025/nhap.md": bulletin("Bản tin đang viết", status="draft"),
            "bulletins/2026/hen.md": bulletin("Bản tin hẹn giờ", FUTURE),
            "bulletins/2025/that.md": bulletin("Bản tin đã đăng"),
        }
    )
    assert "Bản nháp" in site.read("/ban-tin/2025/03/ban-tin-dang-viet/")
    assert "Hẹn đăng" in site.read("/ban-tin/2026/06/ban-tin-hen-gio/")
    assert "Bản nháp" not in site.read("/ban-tin/2025/03/ban-tin-da-dang/")


def test_drafts_and_the_future_are_nowhere_in_the_public_tree(build_site):
    site = build_site(
        {
            "bulletins/2025/nhap.md": bulletin("Bản tin đang viết", status="draft"),
            "bulletins/2026/hen.md": bulletin("Bản tin hẹn giờ", FUTURE),
            "bulletins/2025/that.md": bulletin(
                "Bản tin đã đăng", body="Xem [tin sẽ đăng](../2026/hen.md)."
            ),
        },
        public=True,
    )
    text = site.everything()
    assert "đang viết".encode() not in text
    assert "hẹn giờ".encode() not in text
    assert b"ban-tin-hen-gio" not in text
    page = html.fromstring(site.read("/ban-tin/2025/03/ban-tin-da-dang/"))
    assert "Xem tin sẽ đăng." in page.text_content()


def test_a_future_bulletin_appears_when_its_time_has_come(build_site, monkeypatch):
    files = {"bulletins/2026/hen.md": bulletin("Bản tin hẹn giờ", FUTURE)}
    monkeypatch.setenv("BUILD_NOW", "2026-06-01T07:29+07:00")
    assert "ban-tin-hen-gio" not in build_site(files, public=True).read("/")
    monkeypatch.setenv("BUILD_NOW", "2026-06-01T07:30+07:00")
    assert "ban-tin-hen-gio" in build_site(files, public=True).read("/")


@pytest.mark.parametrize("public", [False, True])
def test_a_withdrawn_bulletin_keeps_its_page_and_leaves_every_list(build_site, public):
    site = build_site(
        {
            "bulletins/2025/rut.md": bulletin(
                "Thông tin sai",
                status="withdrawn",
                change_note="Số liệu không đúng.",
                body="Đoạn đã rút.",
            ),
            "bulletins/2025/that.md": bulletin("Bản tin đã đăng"),
        },
        public=public,
    )
    page = site.read("/ban-tin/2025/03/thong-tin-sai/")
    assert "Số liệu không đúng." in page
    assert "Đoạn đã rút." not in page
    for url in ("/", "/hoi-nghi/", "/luu-tru/2025/03/", "/ban-tin/2025/03/ban-tin-da-dang/"):
        assert "thong-tin-sai" not in site.read(url)
    rows = json.loads(site.read("/du-lieu/ban-tin/2025.json"))
    assert [row["status"] for row in rows] == ["withdrawn", "published"]


def test_nothing_that_a_withdrawn_bulletin_said_or_showed_is_published(build_site):
    site = build_site(
        {
            "bulletins/2025/rut.md": bulletin(
                "Thông tin sai",
                status="withdrawn",
                summary="Tóm tắt không đúng.",
                cover="anh-bia.jpg",
                cover_alt=ALT,
                event="{name: Sự kiện không có}",
                body="![Người bệnh chờ khám](anh.jpg)\n\n[Tệp](so-lieu.pdf)",
            ),
            "bulletins/2025/anh-bia.jpg": picture("teal"),
            "bulletins/2025/anh.jpg": picture("olive"),
            "bulletins/2025/so-lieu.pdf": b"%PDF-1.4\n%%EOF\n",
        },
        public=True,
    )
    assert not site.photos()
    assert not (site.output / "tep").exists()
    text = site.everything().decode("utf-8", "replace")
    assert "Tóm tắt không đúng" not in text
    assert "Sự kiện không có" not in text


def test_photos_of_drafts_and_of_the_future_are_published_with_them_and_not_before(build_site):
    files = {
        "bulletins/2025/nhap.md": bulletin(
            "Tin viết dở", status="draft", cover="nhap.jpg", cover_alt=ALT
        ),
        "bulletins/2025/nhap.jpg": picture("teal"),
        "bulletins/2026/hen.md": bulletin("Tin sau", FUTURE, body=f"![{ALT}](hen.jpg)"),
        "bulletins/2026/hen.jpg": picture("olive"),
    }
    assert len(build_site(files, output="preview").photos()) == 2
    assert not build_site(files, public=True).photos()


def test_compressed_copies_hold_what_the_files_hold(build_site):
    files = {"bulletins/2025/that.md": bulletin("Bản tin đã đăng")}
    made = build_site(files, public=True, ENGINE_COMPRESS=True).files()
    copies = {path for path in made if path.endswith((".br", ".gz"))}
    assert {"index.html.br", "index.html.gz", "du-lieu/ban-tin/2025.json.br"} <= copies
    for path in copies:
        unpack = brotli.decompress if path.endswith(".br") else gzip.decompress
        assert unpack(made[path]) == made[path[:-3]]


def test_a_photo_named_by_a_mac_is_found_and_published(build_site):
    """On a Mac names are decomposed: what looks like one letter is a letter and its marks."""
    name = "ảnh hội nghị.jpg"
    site = build_site(
        {
            "bulletins/2025/a.md": bulletin(
                "Tin có ảnh", body=f"![Ảnh]({name})", cover=f"'{name}'"
            ),
            f"bulletins/2025/{unicodedata.normalize('NFD', name)}": picture("teal"),
        }
    )
    (photo,) = site.photos()
    assert photo.name.startswith("anh-hoi-nghi.")
    assert site.read("/ban-tin/2025/03/tin-co-anh/").count(f'src="/anh/{photo.name}"') == 2


def test_an_expired_notice_leaves_the_front_page_only(build_site, monkeypatch):
    files = {
        "bulletins/2025/cup-nuoc.md": bulletin(
            "Lịch cúp nước", category="Thông báo", expires="2025-03-10"
        )
    }
    monkeypatch.setenv("BUILD_NOW", "2025-03-10T23:59+07:00")
    assert "lich-cup-nuoc" in build_site(files, public=True).read("/")
    monkeypatch.setenv("BUILD_NOW", "2025-03-11T00:00+07:00")
    site = build_site(files, public=True)
    assert "lich-cup-nuoc" not in site.read("/")
    assert "lich-cup-nuoc" in site.read("/thong-bao/")


def test_public_pages_have_an_absolute_canonical_address_and_previews_none(build_site):
    files = {"bulletins/2025/that.md": bulletin("Bản tin đã đăng")}
    url = "/ban-tin/2025/03/ban-tin-da-dang/"
    (canonical,) = html.fromstring(build_site(files, public=True).read(url)).xpath(
        "//link[@rel='canonical']/@href"
    )
    assert canonical == f"https://bantin.example{url}"
    assert "canonical" not in build_site(files, output="preview").read(url)


def test_menus_name_only_what_is_there(build_site):
    site = build_site({"bulletins/2025/that.md": bulletin("Bản tin đã đăng")})
    page = site.read("/")
    assert 'href="/hoi-nghi/"' in page
    assert "/khen-thuong/" not in page
    assert "/gioi-thieu/" not in page


@pytest.mark.parametrize("public", [False, True])
def test_a_content_folder_with_registries_only_builds_a_site(build_site, public):
    site = build_site({}, public=public)
    assert set(site.files()) >= {"index.html", "404.html", "MANIFEST"}
    assert not (site.output / "luu-tru").exists()


def test_removed_bulletins_leave_no_page_behind(build_site, content):
    root = content(
        {
            "bulletins/2025/a.md": bulletin("Tin thứ nhất"),
            "bulletins/2025/b.md": bulletin("Tin thứ hai", "2025-04-01"),
        }
    )
    build_site(root)
    (root / "bulletins/2025/b.md").unlink()
    site = build_site(root)
    assert not any("tin-thu-hai" in path for path in site.files())
    assert not (site.output / "luu-tru/2025/04").exists()


def test_neighbours_and_older_ones_of_the_category_are_linked(build_site):
    files = {
        f"bulletins/2025/{n}.md": bulletin(
            f"Tin số {n}", f"2025-03-{n:02}", category="Hội nghị" if n % 2 else "Khen thưởng"
        )
        for n in range(1, 15)
    }
    page = html.fromstring(build_site(files).read("/ban-tin/2025/03/tin-so-13/"))
    links = page.xpath("//main//a/@href")
    for number in (12, 14, 11, 9, 7, 5, 3):
        assert f"/ban-tin/2025/03/tin-so-{number}/" in links
    assert "/ban-tin/2025/03/tin-so-1/" not in links


def test_open_data_gives_every_field(build_site):
    site = build_site(
        {
            "bulletins/2025/a.md": bulletin(
                "Tin đầy đủ",
                "2025-03-05 09:13",
                summary="Tóm tắt.",
                modified="2025-03-06",
                change_note="Sửa số liệu.",
                photographers="Lê Sơn",
                units="Bệnh viện Phổi",
            )
        }
    )
    (row,) = json.loads(site.read("/du-lieu/ban-tin/2025.json"))
    assert row == {
        "path": "bulletins/2025/a.md",
        "url": "/ban-tin/2025/03/tin-day-du/",
        "status": "published",
        "title": "Tin đầy đủ",
        "category": {"id": "hoi-nghi", "name": "Hội nghị"},
        "date": "2025-03-05T09:13:00+07:00",
        "modified": "2025-03-06T00:00:00+07:00",
        "summary": "Tóm tắt.",
        "authors": [{"id": "minh-hien", "name": "Minh Hiền"}],
        "photographers": [{"id": "le-son", "name": "Lê Sơn"}],
        "units": [{"id": "benh-vien-phoi", "name": "Bệnh viện Phổi", "role": "subject"}],
        "event": None,
        "awards": [],
        "related": [],
    }


def test_titles_are_escaped_everywhere(build_site):
    title = 'Tỷ lệ A & B «khỏi» "tốt" 5 > 3'
    site = build_site({"bulletins/2025/a.md": bulletin(f"'{title}'", slug="ty-le")})
    for url in ("/", "/hoi-nghi/", "/ban-tin/2025/03/ty-le/"):
        page = html.fromstring(site.read(url))
        assert title in page.text_content()


def test_links_between_bulletins_survive_a_renamed_headline(build_site):
    site = build_site(
        {
            "bulletins/2025/a.md": bulletin("Tin A", body="Xem [tin B](b.md#muc-ket-qua)."),
            "bulletins/2025/b.md": bulletin("Tiêu đề mới của B", body="## Kết quả\n\nTốt."),
        }
    )
    assert 'href="/ban-tin/2025/03/tieu-de-moi-cua-b/#muc-ket-qua"' in site.read(
        "/ban-tin/2025/03/tin-a/"
    )
