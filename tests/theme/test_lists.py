"""Lists, the archive, static pages and the page for a wrong address."""

from __future__ import annotations

from dataclasses import replace

import pytest


@pytest.fixture
def page(samples, render):
    return render("list.html", samples.LIST_PAGE)


def test_rows_show_date_and_kind(page):
    meta = page.select_one(".card-row__meta")
    assert " ".join(meta.get_text().split()) == "15/12/2023 Hội nghị"
    assert [heading.name for heading in page.select(".card-row__title")] == ["h2", "h2", "h2"]


def test_intro_and_note_stand_when_given(page):
    assert page.select_one(".page-header__intro").get_text() == "Hội nghị, hội thảo của các đơn vị."
    assert page.select_one(".page-header__note").get_text() == "Trang 2 năm 2023"


def test_empty_list_says_so(samples, render):
    page = render("list.html", samples.EMPTY_LIST)
    assert page.select_one(".empty-note").get_text() == "Chưa có bản tin nào."
    for selector in (".row-list", ".pager", ".year-nav", ".page-header p"):
        assert page.select_one(selector) is None


def test_years_show_counts_and_the_current_one(page):
    links = page.select(".year-nav a")
    assert [" ".join(link.get_text().split()) for link in links] == [
        "2023 1.230 tin",
        "2022 87 tin",
    ]
    assert [link.get("aria-current") for link in links] == ["page", None]


def test_pager_leads_both_ways(page):
    newer, older = page.select(".pager a")
    assert (newer["href"], newer["rel"]) == ("/hoi-nghi/2024/", ["prev"])
    assert (older["href"], older["rel"]) == ("/hoi-nghi/2023/trang/1/", ["next"])


@pytest.mark.parametrize(("given", "absent"), [("older_url", "newer"), ("newer_url", "older")])
def test_pager_shows_only_the_way_there_is(samples, render, given, absent):
    page = render("list.html", {**samples.EMPTY_LIST, given: "/hoi-nghi/2022/"})
    assert len(page.select(".pager a")) == 1
    assert page.select_one(f".pager__link--{absent}") is None


def test_list_texts_are_escaped(samples, render):
    inputs = {**samples.LIST_PAGE, "heading": samples.HOSTILE, "intro": samples.HOSTILE}
    page = render("list.html", inputs)
    assert page.h1.get_text() == samples.HOSTILE
    assert page.find("b") is None


def test_archive_counts_by_year_and_month(samples, render):
    page = render("archive.html", samples.ARCHIVE_PAGE)
    years = [" ".join(heading.get_text().split()) for heading in page.main.find_all("h2")]
    assert years == ["Năm 2023 1.230 tin", "Năm 2022 2 tin"]
    months = page.select(".archive__month-link")
    assert [" ".join(month.get_text().split()) for month in months] == [
        "Tháng 12 năm 2023 1.200 tin",
        "Tháng 01 năm 2023 30 tin",
        "Tháng 05 năm 2022 2 tin",
    ]
    assert months[0]["href"] == "/luu-tru/2023/12/"


def test_archive_of_one_year_does_not_link_to_itself(samples, render):
    page = render("archive.html", samples.ARCHIVE_YEAR_PAGE)
    assert page.main.h2.a is None
    assert render("archive.html", samples.ARCHIVE_PAGE).main.h2.a["href"] == "/luu-tru/2023/"


def test_empty_archive_says_so(samples, render):
    page = render("archive.html", {**samples.ARCHIVE_PAGE, "years": ()})
    assert page.select_one(".empty-note").get_text() == "Chưa có bản tin nào."


def test_static_page_shows_its_body(samples, render):
    page = render("page.html", samples.STATIC_PAGE)
    assert page.h1.get_text() == "Giới thiệu"
    assert page.select_one(".prose h2").get_text() == "Kết quả"


def test_wrong_address_offers_the_menu(samples, render):
    page = render("404.html", samples.NOT_FOUND)
    assert page.h1.get_text() == "Không tìm thấy trang"
    links = [link["href"] for link in page.main.find_all("a")]
    assert links == ["/", *(item.url for item in samples.MENU)]


def test_wrong_address_without_menu_offers_the_front_page(samples, render):
    page = render("404.html", samples.NOT_FOUND, menu=())
    assert [link["href"] for link in page.main.find_all("a")] == ["/"]


def test_long_unit_name_is_not_cut(samples, render):
    item = replace(samples.CONFERENCE, title=samples.LONG_UNIT)
    page = render("list.html", {**samples.LIST_PAGE, "cards": (item,)})
    assert page.select_one(".card-row__link").get_text() == samples.LONG_UNIT
