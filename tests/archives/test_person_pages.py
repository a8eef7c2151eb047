"""The directory of people and the page of each (issue TAGGING), read in whole small sites."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support.content import bulletin, write_content
from support.sites import build_apart

from plugins.archives.person_pages import NO_LETTER, PersonRow, by_letter, roles_of, row_of
from plugins.archives.views import NamedLink
from plugins.authors.people import Person, Role
from plugins.units.registry import Unit, units_of
from plugins.vietnamese import person_sort_key

TODAY = date(2026, 1, 15)

PEOPLE = """\
- id: le-ha
  name: Lê Hà
- id: le-ha-nang
  name: Lê Hạ
  pen_names: [Hạ Vi]
- id: nguyen-van-hung
  name: Nguyễn Văn Hùng
  phone: 024 0000 0003
  email: hung@mau.example
  description: Người dùng để thử.
  roles:
    - role: Nhân viên
      unit: benh-vien-phoi
      from: 2010-01-01
      to: 2015-12-31
    - role: Giám đốc
      unit: so-y-te
      from: 2020-02-03
    - role: Cộng tác viên
- id: nguyen-van-hung-2
  name: Nguyễn Văn Hưng
  roles:
    - role: Trưởng khoa
      unit: benh-vien-phoi
- id: ha-thi-anh
  name: Hà Thị Ánh
- id: tran-van-an
  name: Trần Văn Ân
- id: phan-minh-dan
  name: Phan Minh Đan
"""
BULLETINS = {
    "bulletins/2025/viet-va-chup.md": bulletin(
        "Tin viết và chụp", "2025-03-01", authors="Lê Hà", photographers="Lê Hà"
    ),
    "bulletins/2025/viet.md": bulletin(
        "Tin viết", "2025-03-02", authors="[Lê Hà, Nguyễn Văn Hùng]", photographers="Hạ Vi"
    ),
    "bulletins/2025/anh.md": bulletin(
        "Tin có ảnh", "2025-03-03", authors="Nguyễn Văn Hưng", photographers="Lê Hà"
    ),
    "bulletins/2025/rut.md": bulletin(
        "Tin đã rút", "2025-03-04", authors="Lê Hà", status="withdrawn", change_note="Sai."
    ),
}


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A public site of seven people, four of whom wrote or photographed."""
    root = tmp_path_factory.mktemp("people")
    content = write_content(root / "content", {"people.yml": PEOPLE, **BULLETINS})
    return build_apart(content, root / "output", public=True)


@pytest.fixture(scope="module")
def directory(site):
    return soup(site, "/tac-gia/").main


def test_people_stand_by_given_name_under_its_first_letter(directory):
    found = [
        [
            (words(group.h3), [link.get_text() for link in group.select("a")])
            for group in section.select(".letter")
        ]
        for section in directory.select(".directory__group")
    ]
    assert found == [
        [
            ("H", ["Lê Hà", "Lê Hạ", "Nguyễn Văn Hùng", "Nguyễn Văn Hưng"]),
        ],
        [
            ("A", ["Hà Thị Ánh"]),
            ("Â", ["Trần Văn Ân"]),
            ("Đ", ["Phan Minh Đan"]),
        ],
    ]


def test_the_directory_parts_those_who_made_bulletins_from_the_others(directory):
    assert [words(heading) for heading in directory.find_all("h2")] == [
        "Người viết và chụp ảnh",
        "Cán bộ được nêu trong danh bạ",
    ]


@pytest.mark.parametrize(
    ("person", "line"),
    [
        ("le-ha", "Lê Hà viết 2 tin, chụp ảnh 2 tin"),
        ("le-ha-nang", "Lê Hạ chụp ảnh 1 tin"),
        ("nguyen-van-hung-2", "Nguyễn Văn Hưng viết 1 tin Trưởng khoa , Bệnh viện Phổi"),
        ("phan-minh-dan", "Phan Minh Đan"),
    ],
)
def test_the_directory_counts_listed_bulletins_and_tells_roles(directory, person, line):
    assert words(directory.find("a", href=f"/tac-gia/{person}/").find_parent("li")) == line


def test_past_roles_are_left_out_of_the_directory(directory):
    entry = directory.find("a", href="/tac-gia/nguyen-van-hung/").find_parent("li")
    assert [words(name) for name in entry.select(".role__name")] == ["Giám đốc", "Cộng tác viên"]


def test_every_registered_person_has_a_page(site):
    pages = {path.parent.name for path in (site.output / "tac-gia").glob("*/index.html")}
    assert pages == {line[6:] for line in PEOPLE.splitlines() if line.startswith("- id:")}


@pytest.mark.parametrize(
    ("person", "name", "titles"),
    [
        ("le-ha", "Lê Hà", {"Tin viết và chụp", "Tin viết", "Tin có ảnh"}),
        ("le-ha-nang", "Lê Hạ", {"Tin viết"}),
        ("nguyen-van-hung", "Nguyễn Văn Hùng", {"Tin viết"}),
        ("nguyen-van-hung-2", "Nguyễn Văn Hưng", {"Tin có ảnh"}),
    ],
)
def test_people_whose_names_differ_in_accents_only_have_a_page_each(site, person, name, titles):
    page = soup(site, f"/tac-gia/{person}/")
    assert page.h1.get_text() == name
    assert {words(title) for title in page.select(".news h3")} == titles


def test_a_page_tells_which_part_a_person_took(site):
    page = soup(site, "/tac-gia/le-ha/")
    lists = [
        (words(group.h2), [words(title) for title in group.select("h3")])
        for group in page.select(".news")
    ]
    assert lists == [
        ("Viết bài và chụp ảnh 1 tin", ["Tin viết và chụp"]),
        ("Viết bài 1 tin", ["Tin viết"]),
        ("Chụp ảnh 1 tin", ["Tin có ảnh"]),
    ]


def test_a_page_tells_how_to_reach_a_person_and_what_they_do(site):
    page = soup(site, "/tac-gia/nguyen-van-hung/")
    assert [link["href"] for link in page.select(".contact a")] == [
        "tel:02400000003",
        "mailto:hung@mau.example",
    ]
    roles = [words(role) for role in page.select(".role")]
    assert roles == [
        "Giám đốc , Sở Y tế (từ 03/02/2020 )",
        "Cộng tác viên",
        "Nhân viên , Bệnh viện Phổi (từ 01/01/2010 đến 31/12/2015 )",
    ]
    assert [link["href"] for link in page.select(".role a")] == [
        "/don-vi/so-y-te/",
        "/don-vi/benh-vien-phoi/",
    ]
    assert "Người dùng để thử." in words(page.main)


def test_a_page_tells_pen_names(site):
    assert words(soup(site, "/tac-gia/le-ha-nang/").header.find_next(class_="profile__header")) == (
        "Lê Hạ Bút danh: Hạ Vi"
    )


def test_a_person_without_bulletins_has_a_page_that_says_so(site):
    page = soup(site, "/tac-gia/phan-minh-dan/")
    assert page.select_one(".empty-note")
    assert not page.select(".news")


def test_bulletins_lead_to_their_makers(site):
    byline = soup(site, "/ban-tin/2025/03/tin-viet/").select_one(".byline")
    assert {link.get_text(): link["href"] for link in byline.find_all("a")} == {
        "Lê Hà": "/tac-gia/le-ha/",
        "Nguyễn Văn Hùng": "/tac-gia/nguyen-van-hung/",
        "Lê Hạ": "/tac-gia/le-ha-nang/",
    }


def test_withdrawn_bulletins_are_in_no_list(site):
    assert "Tin đã rút" not in site.read("/tac-gia/le-ha/")


def test_the_footer_leads_to_the_directory(site):
    (menu,) = soup(site, "/").select('footer nav[aria-label="Chân trang"]')
    footer = [link["href"] for link in menu.select("a")]
    assert footer == ["/tac-gia/", "/du-lieu/", "/co-cau/", "/lien-he/", "/so-do-trang/"]


@pytest.mark.parametrize("public", [False, True])
def test_a_site_without_people_has_no_directory(build_site, public):
    site = build_site({"people.yml": "[]\n"}, public=public)
    assert not (site.output / "tac-gia").exists()
    assert "/tac-gia/" not in site.read("/")


def test_a_long_list_is_cut_by_year_and_marks_photos(build_site):
    files = {
        f"bulletins/{year}/tin-{number}.md": bulletin(
            f"Bản tin số {number} năm {year}",
            f"{year}-03-{number:02}",
            authors="Lê Sơn" if number % 2 else "Minh Hiền",
            photographers="Lê Sơn",
        )
        for year in (2024, 2025)
        for number in range(1, 23)
    }
    site = build_site(files, public=True)
    page = soup(site, "/tac-gia/le-son/")
    assert len(page.select(".card-row")) == 20
    assert words(page.select_one(".news__counts")) == "Viết bài và chụp ảnh: 22 Chụp ảnh: 22"
    assert [words(note) for note in page.select(".card-row__note")][:2] == ["Ảnh", "Tin, ảnh"]
    assert [link["href"] for link in page.select(".year-nav a")] == [
        "/tac-gia/le-son/2025/",
        "/tac-gia/le-son/2024/",
    ]
    assert len(soup(site, "/tac-gia/le-son/2024/").select(".card-row")) == 22
    assert "viết 22 tin, chụp ảnh 44 tin" in words(soup(site, "/tac-gia/").main)


# --- Without a site ------------------------------------------------------------------------------

UNITS = units_of([Unit("so-y-te", "Sở Y tế")])


def person(*roles):
    return Person("mot", "Mẫu Thị Một", roles=roles)


def test_present_roles_keep_their_order_and_past_ones_follow_the_latest_first():
    roles = (
        Role("Cũ nhất", end=date(2001, 1, 1)),
        Role("Chính", unit="so-y-te"),
        Role("Cũ hơn", start=date(2002, 1, 1), end=date(2010, 1, 1)),
        Role("Kiêm nhiệm", end=TODAY),
    )
    found = roles_of(person(*roles), UNITS, TODAY)
    assert [(view.role, view.past) for view in found] == [
        ("Chính", False),
        ("Kiêm nhiệm", False),
        ("Cũ hơn", True),
        ("Cũ nhất", True),
    ]
    assert found[0].unit == NamedLink("Sở Y tế", "/don-vi/so-y-te/")
    assert found[1].unit is None


def test_the_directory_tells_the_last_role_of_somebody_who_has_left():
    views = roles_of(
        person(Role("Trước", end=date(2001, 1, 1)), Role("Sau", end=date(2002, 1, 1))), UNITS, TODAY
    )
    assert [view.role for view in row_of(person(), views, ()).roles] == ["Sau"]


def row(name):
    return PersonRow(name, f"/tac-gia/{name}/", (), 0, 0)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Lê Ánh", "A"),
        ("Lê Ân", "Â"),
        ("Lê Ẩn", "Â"),
        ("Lê Ấm", "Â"),
        ("Lê ăng", "Ă"),
        ("Lê Đức", "Đ"),
        ("Lê Ước", "Ư"),
        ("T.B", "T"),
        ("(TH)", NO_LETTER),
        ("Nhóm 9", NO_LETTER),
        ("", NO_LETTER),
    ],
)
def test_a_letter_keeps_its_hat_and_loses_its_tone(name, letter):
    (group,) = by_letter([row(name)])
    assert group.letter == letter


@given(st.lists(st.sampled_from(["Lê Hà", "Lê Hạ", "An", "Ánh", "Đan", "Dũng", "(TH)", "9"])))
def test_everybody_stands_once_and_each_letter_once_in_order(names):
    groups = by_letter(row(name) for name in names)
    letters = [group.letter for group in groups]
    assert len(set(letters)) == len(letters)
    assert sorted(person.name for group in groups for person in group.people) == sorted(names)
    for group in groups:
        keys = [person_sort_key(person.name) for person in group.people]
        assert keys == sorted(keys)
