"""Cards, rows, lines and the lead story."""

from __future__ import annotations

from dataclasses import replace

import pytest

MACROS = ("card", "card_row", "card_line", "lead_story")


@pytest.mark.parametrize("name", MACROS)
def test_headline_links_to_the_bulletin(samples, macro, name):
    html = macro("card.html", name, item=samples.CONFERENCE)
    links = html.find_all("a")
    assert [link["href"] for link in links] == [samples.CONFERENCE.url]
    assert links[0].get_text() == samples.CONFERENCE.title


@pytest.mark.parametrize("name", MACROS)
@pytest.mark.parametrize("level", [2, 3])
def test_heading_level_is_the_callers(samples, macro, name, level):
    html = macro("card.html", name, item=samples.CONFERENCE, level=level)
    assert [heading.name for heading in html.find_all(["h2", "h3"])] == [f"h{level}"]


@pytest.mark.parametrize("name", MACROS)
def test_date_has_its_machine_form(samples, macro, name):
    time = macro("card.html", name, item=samples.CONFERENCE).time
    assert time["datetime"] == "2023-12-15T16:30:00+07:00"
    assert time.get_text() == "15/12/2023"


@pytest.mark.parametrize("name", MACROS)
def test_text_is_escaped(samples, macro, name):
    item = replace(
        samples.CONFERENCE,
        title=samples.HOSTILE,
        kicker=samples.HOSTILE,
        summary=samples.HOSTILE,
        cover=replace(samples.PHOTO, alt=samples.HOSTILE),
    )
    html = macro("card.html", name, item=item)
    assert html.a.get_text() == samples.HOSTILE
    assert html.find("b") is None
    assert all(image["alt"] in ("", samples.HOSTILE) for image in html.find_all("img"))


@pytest.mark.parametrize("name", MACROS)
@pytest.mark.parametrize("mark", ["Bản nháp", "Hẹn đăng", "Đã rút"])
def test_state_is_shown(samples, macro, name, mark):
    html = macro("card.html", name, item=replace(samples.CONFERENCE, mark=mark))
    assert html.select_one(".badge").get_text() == mark


@pytest.mark.parametrize("name", MACROS)
def test_published_bulletin_has_no_badge(samples, macro, name):
    assert macro("card.html", name, item=samples.CONFERENCE).select_one(".badge") is None


@pytest.mark.parametrize("name", ["card", "card_row", "card_line"])
def test_category_can_be_left_out(samples, macro, name):
    named = macro("card.html", name, item=samples.CONFERENCE)
    silent = macro("card.html", name, item=samples.CONFERENCE, show_category=False)
    assert "Hội nghị" in named.get_text(" ").replace(samples.CONFERENCE.summary, "")
    assert "Hội nghị" not in silent.get_text(" ").replace(samples.CONFERENCE.summary, "")


def test_no_kind_line_when_there_is_nothing_to_say(samples, macro):
    html = macro("card.html", "card", item=samples.WITHOUT_PHOTO, show_category=False)
    assert html.select_one(".kind-line") is None


def test_photo_of_a_card_is_decorative_and_lazy(samples, macro):
    for name in ("card", "card_row"):
        image = macro("card.html", name, item=samples.CONFERENCE).img
        assert image["alt"] == ""
        assert image["loading"] == "lazy"


def test_photo_of_the_lead_story_is_described_and_comes_first(samples, macro):
    image = macro("card.html", "lead_story", item=samples.CONFERENCE).img
    assert image["alt"] == samples.PHOTO.alt
    assert image["fetchpriority"] == "high"
    assert not image.has_attr("loading")


@pytest.mark.parametrize(
    ("name", "modifier"), [("card", "card--text"), ("lead_story", "lead-story--text")]
)
def test_card_without_photo_has_its_own_look(samples, macro, name, modifier):
    without = macro("card.html", name, item=samples.WITHOUT_PHOTO)
    assert without.find("img") is None
    assert modifier in without.article["class"]
    assert modifier not in macro("card.html", name, item=samples.CONFERENCE).article["class"]


def test_row_keeps_a_column_only_for_a_photo(samples, macro):
    with_photo = macro("card.html", "card_row", item=samples.CONFERENCE)
    without = macro("card.html", "card_row", item=samples.WITHOUT_PHOTO)
    assert "card-row--photo" in with_photo.article["class"]
    assert "card-row--photo" not in without.article["class"]


@pytest.mark.parametrize("name", ["card", "card_row", "lead_story"])
def test_no_empty_summary(samples, macro, name):
    html = macro("card.html", name, item=samples.NOTICE)
    assert all(text.get_text(strip=True) for text in html.find_all("p"))
