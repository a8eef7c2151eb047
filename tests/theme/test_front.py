"""The front page."""

from __future__ import annotations

from dataclasses import replace


def headings(page):
    return [" ".join(heading.get_text().split()) for heading in page.main.find_all("h2")]


def test_lead_latest_notices_sections(samples, render):
    page = render("index.html", samples.FRONT)
    assert headings(page) == [samples.CONFERENCE.title, "Tin mới", "Thông báo", "Hội nghị"]


def test_empty_parts_are_absent(samples, render):
    page = render("index.html", {**samples.FRONT, "lead": None, "notices": ()})
    assert headings(page) == ["Tin mới", "Hội nghị"]


def test_section_without_cards_is_absent(samples, render):
    page = render("index.html", samples.FRONT)
    assert page.find(id="muc-tin-hoat-dong") is None


def test_newsroom_without_bulletins_says_so(samples, render):
    page = render("index.html", samples.EMPTY_FRONT)
    assert page.select_one(".empty-note").get_text() == "Chưa có bản tin nào."
    assert render("index.html", samples.FRONT).select_one(".empty-note") is None


def test_section_leads_to_its_list_by_name(samples, render):
    link = render("index.html", samples.FRONT).select_one(".section-heading__link")
    assert link["href"] == "/hoi-nghi/"
    assert " ".join(link.get_text().split()).startswith("Xem tất cả Hội nghị")


def test_grid_knows_how_many_cards_it_holds(samples, render):
    grid = render("index.html", samples.FRONT).select_one(".card-grid")
    assert "card-grid--2" in grid["class"]
    assert len(grid.find_all("li")) == 2


def test_only_the_lead_photo_is_fetched_first(samples, render):
    images = render("index.html", samples.FRONT).main.find_all("img")
    assert [image.get("fetchpriority") for image in images] == ["high", None]


def test_long_unnamed_words_stay_whole_in_the_text(samples, render):
    lead = replace(samples.CONFERENCE, title=samples.LONG_UNIT)
    page = render("index.html", {**samples.FRONT, "lead": lead})
    assert page.main.h2.get_text() == samples.LONG_UNIT
