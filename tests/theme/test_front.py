"""The front page."""

from __future__ import annotations

from dataclasses import replace


def headings(page):
    return [" ".join(heading.get_text().split()) for heading in page.main.find_all("h2")]


def test_lead_latest_notices_sections(samples, render):
    page = render("index.html", samples.FRONT)
    assert headings(page) == [
        samples.CONFERENCE.title,
        "Tin mới",
        "Thông báo",
        "Hội nghị",
        "Đơn vị",
        "Sổ vàng khen thưởng năm 2023",
    ]


def test_empty_parts_are_absent(samples, render):
    bare = {"lead": None, "notices": (), "units": (), "roll": None}
    page = render("index.html", {**samples.FRONT, **bare})
    assert headings(page) == ["Tin mới", "Hội nghị"]
    assert page.select_one(".front__pair") is None


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


def test_a_unit_leads_to_its_page_and_says_how_new_its_news_is(samples, render):
    item = render("index.html", samples.FRONT).select_one(".unit-news__item")
    link = item.find("a")
    assert (link.get_text(), link["href"]) == (samples.LONG_UNIT, "/don-vi/ban-dai/")
    assert " ".join(item.get_text(" ").split()).endswith("Tin mới nhất: 15/12/2023")


def test_the_roll_shows_no_figure_of_nothing(samples, render):
    figures = render("index.html", samples.FRONT).select(".roll-panel__figure")
    assert [figure.get_text() for figure in figures] == ["1.204 lượt tập thể", "33 lượt cá nhân"]
    roll = replace(samples.FRONT["roll"], individuals=0)
    figures = render("index.html", {**samples.FRONT, "roll": roll}).select(".roll-panel__figure")
    assert [figure.get_text() for figure in figures] == ["1.204 lượt tập thể"]
