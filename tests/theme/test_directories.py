"""The pages of units and people, and their directories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest


def words(html):
    return " ".join(html.get_text(" ").split())


@pytest.fixture
def unit(samples, render):
    return render("unit.html", samples.UNIT_PAGE)


@pytest.fixture
def person(samples, render):
    return render("person.html", samples.PERSON_PAGE)


# --- Units ---


def test_the_tree_shows_two_levels_and_folds_a_long_third(samples, render):
    page = render("units.html", samples.UNITS_PAGE)
    fold = page.main.select_one("details")
    assert not fold.has_attr("open")
    assert words(fold.summary) == f"5 đơn vị trực thuộc của {samples.UNIT.name}"
    assert len(fold.select("li")) == 5
    assert fold.find_parent("li").a.get_text() == samples.UNIT.name
    assert not page.summary.find("a")


def test_a_short_third_level_is_not_folded(samples, macro):
    centre = replace(samples.CENTRE, children=samples.CENTRE.children[:4])
    tree = macro("unit-tree.html", "unit_tree", nodes=(centre,), level=2)
    assert tree.find("details") is None
    assert len(tree.find_all("li")) == 5


def test_a_unit_without_bulletins_shows_no_count(samples, macro):
    line = macro("unit-tree.html", "unit_tree", nodes=(samples.LEAF,)).p
    assert words(line) == samples.LEAF.name
    counted = macro("unit-tree.html", "unit_tree", nodes=(samples.CENTRE,)).p
    assert words(counted) == f"{samples.UNIT.name} 1.205 tin đã kết thúc hoạt động"


def test_one_province_needs_no_heading(samples, render):
    page = render("units.html", {**samples.UNITS_PAGE, "groups": samples.UNITS_PAGE["groups"][:1]})
    assert page.main.find("h2") is None
    assert page.main.section["aria-label"]


def test_contacts_come_before_everything_else_known(unit):
    headings = [words(heading) for heading in unit.select(".profile__facts h2")]
    assert headings == [
        "Liên hệ",
        "Thông tin",
        "Đơn vị trực thuộc",
        "Từng trực thuộc, nay đã kết thúc hoạt động",
    ]
    terms = [words(term) for term in unit.select(".contact dt")]
    assert terms == ["Điện thoại", "Địa chỉ", "Thư điện tử", "Trang web"]


def test_what_is_known_of_a_unit(unit):
    known = {words(term): words(term.find_next("dd")) for term in unit.select(".profile__list dt")}
    assert known == {
        "Tên ngắn": "TTYT",
        "Tên gọi khác, tên cũ": "TTYT Mẫu; Phòng khám Mẫu",
        "Trực thuộc": "Sở Y tế tỉnh Mẫu",
        "Hoạt động": "từ 01/01/2005 đến 30/06/2025",
        "Tiền thân": "Phòng khám Mẫu",
    }


def test_the_english_name_is_marked_as_english(samples, unit):
    assert [name.get_text() for name in unit.main.find_all(lang="en")] == [samples.UNIT.name_en]


def test_many_units_below_are_folded(samples, unit):
    fold = unit.main.select_one("details")
    assert words(fold.summary) == "Xem 7 đơn vị"
    assert len(fold.find_all("a")) == len(samples.RELATIVES.children)


def test_a_closed_unit_without_successor(samples, render):
    relatives = replace(samples.RELATIVES, successor=None)
    notice = render("unit.html", {**samples.UNIT_PAGE, "relatives": relatives}).select_one(
        ".message"
    )
    assert "kế tục" not in words(notice)
    assert notice.a is None


def test_a_unit_of_which_only_the_name_is_known(samples, render):
    page = render("unit.html", samples.BARE_UNIT_PAGE)
    assert page.h1.get_text() == samples.LONG_UNIT
    for selector in (".profile__facts", ".profile__kind", ".message", ".news"):
        assert page.select_one(selector) is None
    assert "profile--columns" not in page.article["class"]


def test_a_long_list_offers_its_years(samples, render):
    page = render("unit.html", samples.BUSY_UNIT_PAGE)
    assert words(page.select_one(".news__counts")) == "Tin về đơn vị: 1.205 Tin có nhắc tới: 112"
    assert page.select_one(".year-nav a")["href"] == "/don-vi/don-vi-tran/2022/"
    assert page.select_one(".year-nav")["aria-label"] == f"{samples.LONG_UNIT} theo năm"
    assert [words(note) for note in page.select(".card-row__note")] == ["Được nhắc tới"]


def test_short_lists_are_counted_in_their_headings(unit):
    assert [words(heading) for heading in unit.select(".news h2")] == [
        "Tin về đơn vị 2 tin",
        "Tin có nhắc tới 1 tin",
    ]
    assert {heading.name for heading in unit.select(".card-row__title")} == {"h3"}


def test_unit_texts_are_escaped(samples, render):
    hostile = samples.HOSTILE
    inputs = {
        **samples.UNIT_PAGE,
        "unit": replace(
            samples.UNIT,
            name=hostile,
            name_en=hostile,
            short_name=hostile,
            aliases=(hostile,),
            address=hostile,
            description=hostile,
        ),
        "unit_kind": hostile,
        "relatives": replace(samples.RELATIVES, parent=samples.NamedLink(hostile)),
    }
    page = render("unit.html", inputs)
    assert page.find("b") is None
    assert page.main.get_text().count(hostile) == 8


# --- People ---


def test_a_person_is_told_with_pen_names_roles_and_contacts(person):
    assert words(person.select_one(".profile__pen-names")) == "Bút danh: Bút Một, Bút Hai"
    assert [words(role) for role in person.select(".role")] == [
        "Giám đốc , Sở Y tế tỉnh Mẫu (từ 12/12/2022 )",
        "Bác sĩ (từ 01/01/2001 đến 11/12/2022 )",
    ]
    assert [link["href"] for link in person.select(".contact a")] == [
        "tel:02400000002",
        "mailto:a@mau.example",
    ]


def test_a_past_role_is_set_back(person):
    assert ["role--past" in role["class"] for role in person.select(".role")] == [False, True]


def test_a_person_of_whom_only_the_name_is_known(samples, render):
    page = render("person.html", samples.BARE_PERSON_PAGE)
    assert page.select_one(".profile__facts") is None
    assert page.select_one(".profile__pen-names") is None
    assert page.select_one(".empty-note")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 1, 2), None, "từ 02/01/2020"),
        (None, date(2020, 1, 2), "đến 02/01/2020"),
        (date(2019, 1, 2), date(2020, 1, 2), "từ 02/01/2019 đến 02/01/2020"),
        (None, None, ""),
    ],
)
def test_period(macro, start, end, expected):
    assert words(macro("profile.html", "period", start=start, end=end)) == expected


@pytest.mark.parametrize(
    ("wrote", "photographed", "expected"),
    [
        (1205, 3, "viết 1.205 tin, chụp ảnh 3 tin"),
        (1, 0, "viết 1 tin"),
        (0, 2, "chụp ảnh 2 tin"),
    ],
)
def test_tally(samples, macro, wrote, photographed, expected):
    item = replace(samples.WRITER, wrote=wrote, photographed=photographed)
    assert words(macro("people.html", "tally", item=item)) == expected


def test_the_directory_of_people_names_units_without_links(samples, render):
    page = render("people.html", samples.PEOPLE_PAGE)
    assert words(page.select_one(".letter__person .role")) == (
        "Giám đốc , Sở Y tế tỉnh Mẫu (từ 12/12/2022 )"
    )
    assert page.select_one(".role a") is None


def test_the_directory_of_people_shows_only_the_parts_there_are(samples, render):
    page = render("people.html", {**samples.PEOPLE_PAGE, "contributors": ()})
    assert [words(heading) for heading in page.main.find_all("h2")] == [
        "Cán bộ được nêu trong danh bạ"
    ]


def test_person_texts_are_escaped(samples, render):
    hostile = samples.HOSTILE
    roles = (replace(samples.ROLES[0], role=hostile, unit=samples.NamedLink(hostile)),)
    person = replace(
        samples.PERSON_PAGE["person"], name=hostile, pen_names=(hostile,), description=hostile
    )
    page = render("person.html", {**samples.PERSON_PAGE, "person": person, "roles": roles})
    assert page.find("b") is None
    assert page.main.get_text().count(hostile) == 5
