"""Photos, bylines, dates, documents and the fact box, by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest


def words(html):
    return " ".join(html.get_text(" ").split())


def test_photo_keeps_its_place_free(samples, macro):
    image = macro("picture.html", "picture", item=samples.PHOTO).img
    assert (image["width"], image["height"]) == ("1600", "1067")


def test_photo_of_unknown_size_has_no_false_one(samples, macro):
    html = macro("picture.html", "figure", item=replace(samples.PHOTO, width=0, height=0))
    assert not html.img.has_attr("width")
    assert not html.img.has_attr("height")
    assert "photo__image--unsized" in html.img["class"]


def test_upright_photo_is_kept_small(samples, macro):
    upright = macro("picture.html", "figure", item=replace(samples.PHOTO, width=900, height=1200))
    assert "photo--portrait" in upright.figure["class"]
    lying = macro("picture.html", "figure", item=samples.PHOTO)
    assert "photo--portrait" not in lying.figure["class"]


def test_photo_has_caption_and_credit(samples, macro):
    caption = macro("picture.html", "figure", item=samples.PHOTO).figcaption
    assert words(caption) == f"{samples.PHOTO.caption} Ảnh: {samples.PHOTO.credit}"


def test_photo_without_words_has_no_caption(samples, macro):
    html = macro("picture.html", "figure", item=replace(samples.PHOTO, caption="", credit=""))
    assert html.find("figcaption") is None


def test_photo_text_is_escaped(samples, macro):
    hostile = samples.HOSTILE
    item = replace(samples.PHOTO, alt=hostile, caption=hostile, credit=hostile)
    html = macro("picture.html", "figure", item=item)
    assert html.img["alt"] == hostile
    assert html.find("b") is None


def test_byline_names_writers_and_photographers(samples, macro):
    html = macro(
        "byline.html", "byline", authors=samples.AUTHORS, photographers=samples.PHOTOGRAPHERS
    )
    assert words(html) == "Tin: Bút danh Một , Bút danh Hai Ảnh: Bút danh Ba"
    assert [link["href"] for link in html.find_all("a")] == ["/tac-gia/mot/", "/tac-gia/ba/"]


def test_byline_of_the_same_people_is_one(samples, macro):
    people = samples.PHOTOGRAPHERS
    html = macro("byline.html", "byline", authors=people, photographers=people)
    assert words(html) == "Tin, ảnh: Bút danh Ba"


@pytest.mark.parametrize(
    ("authors", "photographers", "expected"),
    [(1, 0, "Tin: Bút danh Ba"), (0, 1, "Ảnh: Bút danh Ba"), (0, 0, "")],
)
def test_byline_leaves_out_what_is_missing(samples, macro, authors, photographers, expected):
    people = samples.PHOTOGRAPHERS
    html = macro(
        "byline.html", "byline", authors=people[:authors], photographers=people[:photographers]
    )
    assert words(html) == expected


def test_badge(macro):
    assert words(macro("badge.html", "badge", mark="Bản nháp")) == "Bản nháp"
    assert macro("badge.html", "badge", mark="").find() is None


def test_long_moment_says_the_hour_only_where_one_was_given(samples, macro):
    timed = datetime(2024, 7, 8, 9, 13, tzinfo=samples.ZONE)
    dated = datetime(2024, 7, 8, tzinfo=samples.ZONE)
    assert words(macro("moment.html", "long_moment", value=timed)).endswith("2024, 09:13")
    assert words(macro("moment.html", "long_moment", value=dated)).endswith("năm 2024")


def test_short_moment(samples, macro):
    timed = datetime(2024, 7, 8, 9, 13, tzinfo=samples.ZONE)
    dated = datetime(2024, 7, 8, tzinfo=samples.ZONE)
    assert words(macro("moment.html", "short_moment", value=timed)) == "08/07/2024 09:13"
    assert words(macro("moment.html", "short_moment", value=dated)) == "08/07/2024"


def test_fact_box_tells_the_event(samples, macro):
    html = macro(
        "fact-box.html", "fact_box", event=samples.EVENT, host=samples.BULLETIN_PAGE["host"]
    )
    facts = {term.get_text(): words(term.find_next("dd")) for term in html.find_all("dt")}
    assert facts == {
        "Sự kiện": "Hội nghị tổng kết công tác thi đua năm 2023",
        "Thời gian": "Sáng thứ Sáu, ngày 15 tháng 12 năm 2023",
        "Địa điểm": "Hội trường tầng 3",
        "Đơn vị tổ chức": "Khối thi đua mẫu",
        "Chủ trì": "Bà Mẫu Thị A",
        "Khách mời": "Ông Mẫu Văn B Bà Mẫu Thị C",
    }
    assert html.time["datetime"] == "2023-12-15"
    assert [link["href"] for link in html.find_all("a")] == ["/don-vi/khoi-mau/"]


def test_fact_box_shows_only_what_is_known(samples, macro):
    html = macro("fact-box.html", "fact_box", event=type(samples.EVENT)(name="Hội nghị mẫu"))
    assert [term.get_text() for term in html.find_all("dt")] == ["Sự kiện"]


def test_fact_box_of_several_days(samples, macro):
    event = replace(samples.EVENT, session="", end_date=date(2023, 12, 17))
    html = macro("fact-box.html", "event_time", event=event)
    assert [time["datetime"] for time in html.find_all("time")] == ["2023-12-15", "2023-12-17"]
    assert " đến " in words(html)


def test_fact_box_of_an_event_that_ends_on_its_day(samples, macro):
    event = replace(samples.EVENT, session="", end_date=samples.EVENT.date)
    html = macro("fact-box.html", "event_time", event=event)
    assert html.get_text().strip() == "Thứ Sáu, ngày 15 tháng 12 năm 2023"


def test_fact_box_is_escaped(samples, macro):
    event = replace(samples.EVENT, name=samples.HOSTILE, guests=(samples.HOSTILE,))
    html = macro("fact-box.html", "fact_box", event=event, host=samples.NamedLink(samples.HOSTILE))
    assert html.find("b") is None
    assert html.get_text().count(samples.HOSTILE) == 3


def test_documents_link_to_their_files(samples, macro):
    html = macro("documents.html", "document_list", items=samples.DOCUMENTS)
    first, second = html.find_all("li")
    assert first.a["href"] == "/tep/quyet-dinh.0123456789ab.pdf"
    assert words(first) == (
        "Quyết định về việc tặng cờ thi đua (PDF, 312 KB) Số 880/QĐ-MAU Ngày 23/12/2023 Ủy ban mẫu"
    )
    assert words(second) == "Tài liệu hội nghị"
    assert second.a is None


def test_named_link_without_page_is_plain_text(samples, macro):
    html = macro("named-link.html", "named_links", items=samples.AUTHORS)
    assert [link.get_text() for link in html.find_all("a")] == ["Bút danh Một"]
    assert words(html) == "Bút danh Một , Bút danh Hai"
