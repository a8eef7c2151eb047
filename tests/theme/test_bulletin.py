"""The page of one bulletin: the order of its parts, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

# In the order in which readers of official news expect them.
ORDER = (
    ".breadcrumbs",
    ".bulletin__kind",
    ".bulletin__title",
    ".bulletin__subtitle",
    ".bulletin__summary",
    ".bulletin__meta",
    ".reading-tools",
    ".fact-box",
    ".bulletin__cover",
    ".bulletin__body",
    ".awards--given",
    ".awards--pending",
    ".awards--revoked",
    ".awards__more",
    ".documents",
    ".tags",
    ".byline",
    ".change-note",
    ".reader-letters",
    ".editions",
    ".further__related",
    ".further__older",
    ".neighbours",
    ".bulletin__feedback",
)


@pytest.fixture
def page(samples, render):
    return render("bulletin.html", samples.BULLETIN_PAGE)


def text_of(page, selector):
    return " ".join(page.select_one(selector).get_text(" ").split())


def test_parts_stand_in_order(samples, render):
    page = render("bulletin.html", samples.AWARDED_BULLETIN)
    everything = list(page.find_all(True))
    places = [everything.index(page.select_one(selector)) for selector in ORDER]
    assert places == sorted(places)


def test_bare_bulletin_shows_no_empty_part(samples, render):
    page = render("bulletin.html", samples.BARE_PAGE)
    absent = set(ORDER) - {
        ".breadcrumbs",
        ".bulletin__kind",
        ".bulletin__title",
        ".bulletin__meta",
        ".reading-tools",
        ".bulletin__body",
        ".bulletin__feedback",
    }
    assert [selector for selector in absent if page.select_one(selector)] == []


def test_date_line(page):
    assert text_of(page, ".bulletin__meta") == (
        "Đăng: Thứ Sáu, ngày 15 tháng 12 năm 2023, 16:30 Cập nhật 18/12/2023 09:13 "
        "( nội dung cập nhật ) Nguồn: Cổng thông tin mẫu Đọc 3 phút"
    )
    note, source = page.select(".bulletin__meta a")
    assert page.select_one(note["href"])
    assert source["href"] == "https://mau.example/tin"
    assert source["rel"] == ["noopener", "nofollow"]


def test_source_without_address_is_plain_text(samples, render):
    bulletin = replace(samples.BULLETIN, source_url="")
    page = render("bulletin.html", {**samples.BULLETIN_PAGE, "bulletin": bulletin})
    assert page.select_one(".bulletin__meta a") is None
    assert "Nguồn: Cổng thông tin mẫu" in text_of(page, ".bulletin__meta")


def test_derived_summary_is_not_printed_twice(samples, render):
    bulletin = replace(samples.BULLETIN, summary_given=False)
    page = render("bulletin.html", {**samples.BULLETIN_PAGE, "bulletin": bulletin})
    assert page.select_one(".bulletin__summary") is None


def test_kind_leads_to_its_list_only_where_there_is_one(samples, render, page):
    assert page.select_one(".bulletin__kind a")["href"] == "/hoi-nghi/"
    bare = render("bulletin.html", samples.BARE_PAGE)
    assert bare.select_one(".bulletin__kind a") is None
    assert text_of(bare, ".bulletin__kind") == "Thông báo"


def test_body_is_markup_and_the_rest_is_escaped(samples, render):
    bulletin = replace(
        samples.UPDATED,
        title=samples.HOSTILE,
        kicker=samples.HOSTILE,
        subtitle=samples.HOSTILE,
        summary=samples.HOSTILE,
        source=samples.HOSTILE,
        change_note=samples.HOSTILE,
    )
    page = render("bulletin.html", {**samples.BULLETIN_PAGE, "bulletin": bulletin})
    assert page.h1.get_text() == samples.HOSTILE
    assert page.find("b") is None
    assert page.select_one(".prose h2#ket-qua")


def test_lead_photo_is_fetched_first(page):
    image = page.select_one(".bulletin__cover img")
    assert image["fetchpriority"] == "high"
    assert image["alt"] == "Đại biểu biểu quyết trong hội trường"


def test_units_with_and_without_page(samples, page):
    items = page.select(".tags li")
    assert [item.get_text() for item in items] == ["Phòng Tổ chức mẫu", samples.LONG_UNIT]
    assert [bool(item.a) for item in items] == [True, False]


def test_update_says_what_changed(page):
    assert text_of(page, ".change-note p") == "18/12/2023 09:13 : Sửa tên đơn vị làm trưởng khối."


def test_feedback_carries_the_title(samples, page):
    address = page.select_one(".bulletin__feedback a")["href"]
    assert address.startswith("mailto:bantin@mau.example?subject=")
    assert unquote(address).endswith(f"Góp ý: {samples.BULLETIN.title}")


def test_neighbours_are_told_apart(page):
    older, newer = page.select(".neighbours a")
    assert (older["rel"], newer["rel"]) == (["prev"], ["next"])
    assert "Tin trước" in older.get_text()
    assert "Tin sau" in newer.get_text()


def test_permalink_is_on_paper_only(page):
    permalink = page.select_one(".bulletin__permalink")
    assert "print-only" in permalink["class"]
    assert permalink.get_text().endswith("https://mau.example/ban-tin/2023/12/so-ket/")


class TestWithdrawn:
    @pytest.fixture
    def page(self, samples, render):
        return render("bulletin.html", samples.WITHDRAWN_PAGE)

    def test_explains_itself(self, page):
        assert text_of(page, ".message h2") == "Bản tin này đã được rút"
        assert "Lý do: Quyết định đã bị thu hồi." in text_of(page, ".message")
        assert text_of(page, ".badge") == "Đã rút"

    def test_keeps_title_and_dates(self, samples, page):
        assert page.h1.get_text() == samples.BULLETIN.title
        assert len(page.select(".bulletin__meta time")) == 2

    def test_prints_nothing_else_of_the_bulletin(self, samples, page):
        gone = (
            ".reading-tools",
            ".prose",
            ".fact-box",
            ".bulletin__cover",
            ".documents",
            ".tags",
            ".byline",
        )
        assert [selector for selector in gone if page.select_one(selector)] == []
        shown = page.select_one(".bulletin").get_text()
        assert samples.BULLETIN.summary not in shown
        assert samples.BULLETIN.subtitle not in shown
        assert samples.BULLETIN.source not in shown

    def test_needs_no_reason(self, samples, render):
        bulletin = replace(samples.WITHDRAWN, change_note="")
        page = render("bulletin.html", {**samples.WITHDRAWN_PAGE, "bulletin": bulletin})
        assert "Lý do" not in page.main.get_text()


class TestReadingTools:
    def test_each_button_says_what_it_does(self, page):
        names = [
            " ".join(button.get_text().split()) for button in page.select(".reading-tools button")
        ]
        assert names == [
            "A− chữ nhỏ hơn",
            "A cỡ chữ thường",
            "A+ chữ lớn hơn",
            "In",
            "Chia sẻ",
        ]

    def test_buttons_send_nothing(self, page):
        assert {button["type"] for button in page.select(".reading-tools button")} == {"button"}

    def test_a_confirmation_is_spoken_politely(self, page):
        assert page.select_one(".reading-tools [role=status]").get_text() == ""

    def test_their_script_comes_with_them(self, samples, render, page):
        scripts = {script.get("src") for script in page.find_all("script")}
        assert "/theme/js/reading-tools.js" in scripts
        withdrawn = render("bulletin.html", samples.WITHDRAWN_PAGE)
        scripts = {script.get("src") for script in withdrawn.find_all("script")}
        assert "/theme/js/reading-tools.js" not in scripts
