"""Structure, contacts and the English page."""

from __future__ import annotations

from dataclasses import replace

import pytest


def words(element):
    return " ".join(element.get_text(" ").split())


@pytest.fixture
def contacts(samples, render):
    return render("contacts.html", samples.CONTACTS_PAGE).main


@pytest.fixture
def english(samples, render):
    return render("english.html", samples.ENGLISH_PAGE).main


def test_a_unit_shows_its_kind_only_where_its_name_does_not_say_it(samples, render):
    page = render("structure.html", samples.STRUCTURE_PAGE).main
    kinds = [kind.get_text() for kind in page.select(".place__kind")]
    assert kinds == ["Đoàn thể"]


def test_a_unit_says_how_to_reach_it(samples, render):
    place = render("structure.html", samples.STRUCTURE_PAGE).main.select_one(".place")
    assert [words(term) for term in place.find_all("dt")] == [
        "Điện thoại",
        "Thư điện tử",
        "Địa chỉ",
        "Trang web",
    ]
    assert [link["href"] for link in place.find_all("a")] == [
        "/don-vi/so-y-te/",
        "tel:02400000001",
        "mailto:so@mau.example",
        "https://so.mau.example",
    ]


def test_a_long_level_is_folded_and_says_whose_it_is(samples, render):
    page = render("structure.html", samples.STRUCTURE_PAGE).main
    assert words(page.summary) == f"5 đơn vị trực thuộc của {samples.LONG_UNIT}"
    assert len(page.details.select(".structure__item")) == 5


def test_one_group_needs_no_heading(samples, render):
    alone = render("structure.html", samples.STRUCTURE_PAGE).main
    assert [heading.name for heading in alone.find_all(["h1", "h2"])] == ["h1"]
    several = render("structure.html", samples.PROVINCES_PAGE).main
    assert [words(heading) for heading in several.find_all("h2")] == ["Trung ương và chung", "Mẫu"]


def test_words_of_staff_come_before_the_list(samples, render):
    page = render("structure.html", samples.PROVINCES_PAGE).main
    written = page.select_one(".directory__words")
    assert words(written) == "Sở có các đơn vị sau."
    assert written.find_next(class_="structure")
    assert render("structure.html", samples.STRUCTURE_PAGE).select_one(".directory__words") is None


def test_contacts_begin_with_the_body_itself(samples, contacts):
    own = contacts.select_one(".contact")
    assert words(own.h2) == samples.NEWSROOM.managing_body
    assert own.find("a", href="tel:02400000000")
    assert own.find_next(class_="place")


def test_officials_are_named_with_their_posts(contacts):
    official = contacts.select_one("[aria-labelledby=can-bo-dau-moi] .place")
    assert words(official) == (
        "Mẫu Thị A Chánh Văn phòng, Sở Y tế tỉnh Mẫu "
        "Điện thoại 024 0000 0003 Thư điện tử a@mau.example"
    )


def test_a_page_without_registries_keeps_the_words(samples, render):
    page = render("contacts.html", samples.BARE_CONTACTS).main
    assert "Mời bạn đọc liên hệ." in words(page)
    assert page.select_one(".place") is None


def test_the_english_page_is_english_but_for_what_is_not(english):
    assert [words(term) for term in english.select(".place")[1].find_all("dt")] == [
        "Telephone",
        "E-mail",
        "Address",
        "Website",
    ]
    assert {words(part) for part in english.find_all(lang="vi")} == {
        "Mẫu",
        "Số 1 đường Mẫu, phường Mẫu",
        "Số 2 đường Mẫu",
    }
    assert {link["hreflang"] for link in english.select("a.place__name")} == {"vi"}


def test_names_are_escaped(samples, render):
    place = replace(samples.STATION, name=samples.HOSTILE, address=samples.HOSTILE)
    group = samples.PlaceGroup(samples.HOSTILE, (place,))
    for template, inputs in (samples.PAGES["structure"], samples.PAGES["english"]):
        page = render(template, {**inputs, "groups": (group,)}).main
        assert page.find("b") is None
        assert page.select_one("a.place__name").get_text() == samples.HOSTILE
