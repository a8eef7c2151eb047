"""Structure, contacts and the English page, from registries to inputs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from support.planning import empty_site

from plugins.archives.directory_pages import (
    contacts_of,
    directories_of,
    officials_of,
    structure_of,
)
from plugins.authors.people import Person, Role, people_of
from plugins.bulletins.records import Body, StaticPage
from plugins.bulletins.settings import Newsroom
from plugins.units.registry import Unit, units_of

TODAY = dt.date(2026, 1, 15)
ROOM = Newsroom(name="Bản tin mẫu")
DEPARTMENT = Unit("so", "Sở Y tế", name_en="Department of Health", province="Mẫu", phone="02400")
OFFICE = Unit("van-phong", "Văn phòng", name_en="Office", parent="so", order=2)
CENTRE = Unit("trung-tam", "Trung tâm", parent="so", order=1)
STATION = Unit("tram", "Trạm", name_en="Station", parent="trung-tam", email="tram@mau.example")
CLOSED = Unit("cu", "Phòng cũ", parent="so", valid_to=dt.date(2025, 6, 30))
MINISTRY = Unit("bo", "Bộ Y tế", name_en="Ministry of Health")
UNITS = units_of((DEPARTMENT, OFFICE, CENTRE, STATION, CLOSED, MINISTRY))
NOBODY = people_of(())
NONE = units_of(())


def outline(places):
    return [(place.name, outline(place.children)) for place in places]


def structure(units, root="", **options):
    found = structure_of(units, root, TODAY, **options)
    return [(group.heading, outline(group.places)) for group in found]


def pages(room=ROOM, units=NONE, people=NOBODY, static=()):
    site = replace(empty_site(), static_pages=static)
    found = directories_of(site, room, units, people)
    return {page.path: page for page in found.pages}, found


def test_the_structure_is_that_of_the_newsrooms_unit():
    tree = [("Sở Y tế", [("Trung tâm", [("Trạm", [])]), ("Văn phòng", [])])]
    assert structure(UNITS, "so") == [("", tree)]


def test_without_a_unit_of_its_own_all_stand_there_by_province():
    assert [(heading, len(tree)) for heading, tree in structure(UNITS)] == [
        ("Trung ương và chung", 1),
        ("Mẫu", 1),
    ]


def test_one_province_needs_no_heading():
    assert [heading for heading, _ in structure(units_of((DEPARTMENT, CENTRE)))] == [""]


def test_both_spellings_of_a_province_are_one():
    here = Unit("a", "Sở A", province="Hòa Bình"), Unit("b", "Sở B", province="Hoà Bình")
    assert structure(units_of((*here, MINISTRY)))[1] == ("Hòa Bình", [("Sở A", []), ("Sở B", [])])


def test_what_a_closed_unit_had_below_it_stays():
    below = Unit("con", "Tổ", parent="cu")
    assert structure(units_of((DEPARTMENT, CLOSED, below)), "so") == [
        ("", [("Sở Y tế", [("Tổ", [])])])
    ]


def test_a_unit_lasts_to_its_last_day():
    last = replace(CLOSED, parent="", valid_to=TODAY)
    assert structure(units_of((last,))) == [("", [("Phòng cũ", [])])]


def test_english_leaves_out_what_has_no_english_name():
    tree = [("Department of Health", [("Station", []), ("Office", [])])]
    assert structure(UNITS, "so", english=True) == [("", tree)]
    assert structure(units_of((CENTRE,)), english=True) == []


def test_contacts_are_the_units_that_can_be_reached():
    (group,) = contacts_of(structure_of(UNITS, "so", TODAY))
    assert [place.name for place in group.places] == ["Sở Y tế", "Trạm"]
    assert list(contacts_of(structure_of(units_of((CENTRE,)), "", TODAY))) == []


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role("Chánh Văn phòng", "van-phong"), True),
        (Role("Chánh Văn phòng", "van-phong", end=TODAY), True),
        (Role("Chánh Văn phòng", "van-phong", end=dt.date(2025, 12, 31)), False),
        (Role("Chánh Văn phòng", "van-phong", start=dt.date(2026, 2, 1)), False),
    ],
)
def test_an_official_holds_a_post_today(role, shown):
    people = people_of((Person("a", "Mẫu Thị A", roles=(role,), phone="02401"),))
    found = list(officials_of(people, UNITS, TODAY))
    assert [official.posts for official in found] == [("Chánh Văn phòng, Văn phòng",)] * shown


def test_an_official_without_a_public_contact_is_none():
    people = people_of((Person("a", "Mẫu Thị A", roles=(Role("Giám đốc", "so"),)),))
    assert list(officials_of(people, UNITS, TODAY)) == []


def test_officials_stand_by_their_given_names():
    persons = [
        Person(name, name, roles=(Role("Giám đốc"),), email="a@mau.example")
        for name in ("Lê Văn Đức", "Phan Thị Ánh", "Mẫu Văn Dũng")
    ]
    found = [official.name for official in officials_of(people_of(persons), UNITS, TODAY)]
    assert found == ["Phan Thị Ánh", "Mẫu Văn Dũng", "Lê Văn Đức"]


def test_a_newsroom_with_nothing_to_say_has_none_of_the_pages():
    declared, found = pages()
    assert declared == {}
    assert (found.links, found.urls, found.english_url) == ((), frozenset(), "")


def test_a_telephone_is_enough_for_the_contacts():
    declared, found = pages(room=replace(ROOM, phone="024 0000 0000"))
    assert list(declared) == ["lien-he/index.html"]
    assert [(link.name, link.url) for link in found.links] == [("Liên hệ", "/lien-he/")]


def test_units_make_structure_contacts_and_english():
    declared, found = pages(units=UNITS)
    assert list(declared) == ["co-cau/index.html", "lien-he/index.html", "en/index.html"]
    assert found.english_url == "/en/"
    assert declared["en/index.html"].inputs["page"].lang == "en"
    assert [link.lang for link in found.links] == ["", "", "en"]


def test_a_page_of_staff_gives_title_and_words():
    written = StaticPage(
        "pages/lien-he.md", "Liên hệ với Sở", "lien-he", Body("<p>Mời.</p>", "Mời.")
    )
    declared, found = pages(static=(written,))
    page = declared["lien-he/index.html"]
    shown = page.view(page.inputs)
    assert shown["heading"] == "Liên hệ với Sở"
    assert "<p>Mời.</p>" in str(shown["body"])
    assert "/lien-he/" in found.urls


def test_other_pages_of_staff_stay_their_own():
    written = StaticPage("pages/gioi-thieu.md", "Giới thiệu", "gioi-thieu", Body("", ""))
    assert pages(static=(written,))[0] == {}
