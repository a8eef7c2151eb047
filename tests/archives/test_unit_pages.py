"""The directory of units and the page of each (issue TAGGING), read in whole small sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support.content import bulletin, write_content
from support.planning import empty_site
from support.sites import build_apart

from plugins.archives.award_groups import NO_AWARDS
from plugins.archives.unit_pages import NO_PROVINCE, is_closed, relatives_of, unit_pages, unit_tree
from plugins.units.registry import Unit, units_of

TODAY = date(2026, 1, 15)

UNITS = """\
- id: bo-mau
  name: Bộ Mẫu
- id: so-y-te-mau
  name: Sở Y tế Mẫu
  name_en: Sample Department of Health
  short_name: SYT Mẫu
  aliases: [Ty Y tế Mẫu]
  kind: so
  province: Tỉnh Mẫu
  valid_from: 2005-01-01
  phone: 024 0000 0001 máy lẻ 12
  address: Số 1 đường Mẫu
  email: syt@mau.example
  website: https://syt.mau.example
  description: Cơ quan dùng để thử.
- id: benh-vien-da-khoa-mau
  name: Bệnh viện Đa khoa Mẫu
  kind: benh-vien
  parent: so-y-te-mau
- id: benh-vien-da-lieu-mau
  name: Bệnh viện Da liễu Mẫu
  parent: so-y-te-mau
- id: van-phong-mau
  name: Văn phòng Sở Y tế Mẫu
  parent: so-y-te-mau
  order: 1
- id: khoa-noi-mau
  name: Khoa Nội tổng quát Mẫu
  parent: benh-vien-da-khoa-mau
- id: trung-tam-cu
  name: Trung tâm Truyền thông Cũ
  parent: so-y-te-mau
  valid_from: 2001-02-03
  valid_to: 2020-06-30
  successor: trung-tam-moi
- id: trung-tam-moi
  name: Trung tâm Kiểm soát bệnh tật Mới
  parent: so-y-te-mau
  valid_from: 2020-07-01
- id: so-y-te-an
  name: Sở Y tế An
  province: An
"""
BULLETINS = {
    "bulletins/2025/hai-don-vi.md": bulletin(
        "Một cuộc họp",
        "2025-03-05",
        body="Dự họp có Bệnh viện Da liễu Mẫu và lại có Bệnh viện Da liễu Mẫu.",
        units="[so-y-te-mau, benh-vien-da-khoa-mau]",
        event="{name: Cuộc họp mẫu, host: Sở Y tế Mẫu}",
    ),
    "bulletins/2025/nhac-toi.md": bulletin(
        "Một buổi khám bệnh",
        "2025-04-05",
        body="Bệnh viện Đa khoa Mẫu cử bác sĩ tới khám.",
        units="[bo-mau]",
        event="{name: Buổi khám mẫu, host: Hội người mẫu}",
    ),
    "bulletins/2019/tin-cu.md": bulletin(
        "Một đợt truyền thông", "2019-05-05", units="[trung-tam-cu]"
    ),
    "bulletins/2025/rut.md": bulletin(
        "Tin đã rút", "2025-05-05", units="[so-y-te-mau]", status="withdrawn", change_note="Sai."
    ),
    "bulletins/2025/nhap.md": bulletin(
        "Tin còn viết", "2025-06-05", units="[so-y-te-mau]", status="draft"
    ),
}


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A public site: a ministry, a department with what is below it, and another department."""
    root = tmp_path_factory.mktemp("units")
    content = write_content(root / "content", {"units.yml": UNITS, **BULLETINS})
    return build_apart(content, root / "output", public=True)


@pytest.fixture(scope="module")
def directory(site):
    return soup(site, "/don-vi/").main


def line_of(directory, name):
    return words(directory.find("a", string=name).find_parent("p"))


def below(directory, name):
    """The names on the level below a unit, as they stand."""
    item = directory.find("a", string=name).find_parent("li")
    level = item.select_one(".unit-tree")
    rows = level.find_all("li", recursive=False) if level else ()
    return [row.select_one("a").get_text() for row in rows]


def test_units_are_grouped_by_province_and_those_of_none_come_first(directory):
    assert [words(heading) for heading in directory.find_all("h2")] == [
        NO_PROVINCE,
        "An",
        "Tỉnh Mẫu",
    ]


def test_siblings_follow_their_order_then_the_vietnamese_alphabet(directory):
    assert below(directory, "Sở Y tế Mẫu") == [
        "Văn phòng Sở Y tế Mẫu",
        "Bệnh viện Da liễu Mẫu",
        "Bệnh viện Đa khoa Mẫu",
        "Trung tâm Kiểm soát bệnh tật Mới",
        "Trung tâm Truyền thông Cũ",
    ]
    assert below(directory, "Bệnh viện Đa khoa Mẫu") == ["Khoa Nội tổng quát Mẫu"]
    assert below(directory, "Bộ Mẫu") == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Sở Y tế Mẫu", "Sở Y tế Mẫu 1 tin"),
        ("Bệnh viện Đa khoa Mẫu", "Bệnh viện Đa khoa Mẫu 2 tin"),
        ("Bệnh viện Da liễu Mẫu", "Bệnh viện Da liễu Mẫu 1 tin"),
        ("Bộ Mẫu", "Bộ Mẫu 1 tin"),
        ("Khoa Nội tổng quát Mẫu", "Khoa Nội tổng quát Mẫu"),
    ],
)
def test_each_unit_counts_its_own_listed_bulletins_once(directory, name, line):
    assert line_of(directory, name) == line


def test_a_closed_unit_is_marked_in_the_directory(directory):
    line = line_of(directory, "Trung tâm Truyền thông Cũ")
    assert line == "Trung tâm Truyền thông Cũ 1 tin đã kết thúc hoạt động"
    assert len(directory.select(".unit-tree__closed")) == 1


def test_every_registered_unit_has_a_page(site):
    pages = {path.parent.name for path in (site.output / "don-vi").glob("*/index.html")}
    assert pages == {line[6:] for line in UNITS.splitlines() if line.startswith("- id:")}


def test_a_page_begins_with_how_to_reach_the_unit(site):
    page = soup(site, "/don-vi/so-y-te-mau/")
    assert page.h1.get_text() == "Sở Y tế Mẫu"
    assert page.main.h2.get_text() == "Liên hệ"
    links = {link.get_text(): link["href"] for link in page.select(".contact a")}
    assert links == {
        "024 0000 0001 máy lẻ 12": "tel:02400000001;ext=12",
        "syt@mau.example": "mailto:syt@mau.example",
        "syt.mau.example": "https://syt.mau.example",
    }
    assert "Số 1 đường Mẫu" in words(page.select_one(".contact"))


def test_a_page_tells_names_kind_and_description(site):
    page = soup(site, "/don-vi/so-y-te-mau/").main
    english = page.find(lang="en")
    assert english.get_text() == "Sample Department of Health"
    assert words(page.select_one(".profile__kind")) == "Sở · Tỉnh Mẫu"
    text = words(page)
    for known in ("SYT Mẫu", "Ty Y tế Mẫu", "Cơ quan dùng để thử.", "từ 01/01/2005"):
        assert known in text


def test_a_page_inherits_the_province_of_the_unit_above(site):
    kind = soup(site, "/don-vi/benh-vien-da-khoa-mau/").select_one(".profile__kind")
    assert words(kind) == "Bệnh viện · Tỉnh Mẫu"


def test_a_page_leads_to_the_units_above_and_below(site):
    page = soup(site, "/don-vi/so-y-te-mau/")
    now = page.select_one("[aria-labelledby=truc-thuoc]")
    assert [link["href"] for link in now.find_all("a")] == [
        "/don-vi/van-phong-mau/",
        "/don-vi/benh-vien-da-lieu-mau/",
        "/don-vi/benh-vien-da-khoa-mau/",
        "/don-vi/trung-tam-moi/",
    ]
    past = page.select_one("[aria-labelledby=tung-truc-thuoc]")
    assert [link["href"] for link in past.find_all("a")] == ["/don-vi/trung-tam-cu/"]
    child = soup(site, "/don-vi/khoa-noi-mau/").select_one(".profile__list")
    assert child.a["href"] == "/don-vi/benh-vien-da-khoa-mau/"


def test_a_closed_unit_says_so_and_names_its_successor(site):
    page = soup(site, "/don-vi/trung-tam-cu/")
    notice = page.select_one(".message")
    assert "30/06/2020" in words(notice)
    assert notice.a["href"] == "/don-vi/trung-tam-moi/"
    assert "từ 03/02/2001 đến 30/06/2020" in words(page.select_one(".profile__list"))
    assert "Một đợt truyền thông" in words(page.select_one(".profile__news"))


def test_a_successor_names_what_it_follows(site):
    page = soup(site, "/don-vi/trung-tam-moi/")
    assert page.select_one(".message") is None
    assert page.find("a", href="/don-vi/trung-tam-cu/").get_text() == "Trung tâm Truyền thông Cũ"


def test_bulletins_about_a_unit_stand_before_those_that_mention_it(site):
    page = soup(site, "/don-vi/benh-vien-da-khoa-mau/")
    lists = {
        words(group.h2): [words(title) for title in group.select("h3")]
        for group in page.select(".news")
    }
    assert lists == {
        "Tin về đơn vị 1 tin": ["Một cuộc họp"],
        "Tin có nhắc tới 1 tin": ["Một buổi khám bệnh"],
    }
    assert next(iter(lists)).startswith("Tin về đơn vị")


def test_a_unit_without_bulletins_says_so(site):
    page = soup(site, "/don-vi/khoa-noi-mau/")
    assert words(page.select_one(".empty-note")) == "Chưa có bản tin nào về đơn vị này."
    assert not page.select(".news")


def test_withdrawn_and_draft_bulletins_are_in_no_list(site):
    text = site.read("/don-vi/so-y-te-mau/")
    assert "Tin đã rút" not in text
    assert "Tin còn viết" not in text


def test_bulletins_lead_to_their_units_and_host(site):
    page = soup(site, "/ban-tin/2025/03/mot-cuoc-hop/")
    tags = {tag.get_text(): tag["href"] for tag in page.select(".tags a")}
    assert tags == {
        "Sở Y tế Mẫu": "/don-vi/so-y-te-mau/",
        "Bệnh viện Đa khoa Mẫu": "/don-vi/benh-vien-da-khoa-mau/",
        "Bệnh viện Da liễu Mẫu": "/don-vi/benh-vien-da-lieu-mau/",
    }
    assert page.select_one(".fact-box a")["href"] == "/don-vi/so-y-te-mau/"


def test_a_host_that_is_no_registered_unit_stays_as_written(site):
    box = soup(site, "/ban-tin/2025/04/mot-buoi-kham-benh/").select_one(".fact-box")
    assert "Hội người mẫu" in words(box)
    assert box.a is None


def test_the_menu_leads_to_the_directory_before_the_archive(site):
    menu = [link["href"] for link in soup(site, "/").select(".site-nav a")]
    assert menu[-2:] == ["/don-vi/", "/luu-tru/"]
    assert (
        soup(site, "/don-vi/bo-mau/").select_one(".site-nav [aria-current]")["href"] == "/don-vi/"
    )


@pytest.mark.parametrize("public", [False, True])
def test_a_site_without_units_has_no_directory(build_site, public):
    site = build_site(
        {"units.yml": "[]\n", "bulletins/2025/mot.md": bulletin("Một tin")}, public=public
    )
    assert not (site.output / "don-vi").exists()
    assert "/don-vi/" not in site.read("/")


def test_a_long_list_is_cut_by_year_and_marks_mentions(build_site):
    files = {
        f"bulletins/{year}/tin-{number}.md": bulletin(
            f"Bản tin số {number} năm {year}",
            f"{year}-03-{number:02}",
            body="Có Bệnh viện Phổi cùng dự." if number % 2 else "Một đoạn văn.",
            units="[so-y-te]",
        )
        for year in (2023, 2024, 2025)
        for number in range(1, 29)
    }
    site = build_site(files, public=True)
    page = soup(site, "/don-vi/benh-vien-phoi/")
    (group,) = page.select(".news")
    assert len(group.select("h3")) == 20
    assert words(group.select_one(".news__counts")) == "Tin có nhắc tới: 42"
    assert {words(note) for note in group.select(".card-row__note")} == {"Được nhắc tới"}
    years = [(words(link), link["href"]) for link in page.select(".year-nav a")]
    assert years == [
        (f"{year} 14 tin", f"/don-vi/benh-vien-phoi/{year}/") for year in (2025, 2024, 2023)
    ]
    year = soup(site, "/don-vi/benh-vien-phoi/2023/")
    assert len(year.select(".card-row")) == 14
    assert len(year.select(".card-row__note")) == 14
    assert year.h1.get_text() == "Bệnh viện Phổi năm 2023"
    assert [link["href"] for link in year.select(".breadcrumbs a")] == [
        "/",
        "/don-vi/",
        "/don-vi/benh-vien-phoi/",
    ]
    assert not soup(site, "/don-vi/so-y-te/").select(".card-row__note")


def test_forty_bulletins_stand_on_one_page(build_site):
    files = {
        f"bulletins/2025/tin-{number}.md": bulletin(
            f"Bản tin số {number}",
            f"2025-{1 + number // 28:02}-{1 + number % 28:02}",
            units="[so-y-te]",
        )
        for number in range(40)
    }
    site = build_site(files, public=True)
    page = soup(site, "/don-vi/so-y-te/")
    assert len(page.select(".card-row")) == 40
    assert not page.select(".year-nav")
    assert not (site.output / "don-vi/so-y-te/2025").exists()


def test_a_new_bulletin_changes_the_pages_of_its_own_units_only(build_site, content):
    files = {"units.yml": UNITS, **BULLETINS}
    before = build_site(content(files, "a"), public=True, output="a-out").files()
    new = bulletin("Thêm một tin", "2025-07-01", body="Một đoạn.", units="[bo-mau]")
    after = build_site(
        content({**files, "bulletins/2025/them.md": new}, "b"), public=True, output="b-out"
    ).files()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    pages = {path for path in changed if path.endswith(".html")}
    assert {path for path in pages if path.startswith("don-vi/")} == {
        "don-vi/index.html",
        "don-vi/bo-mau/index.html",
    }


def test_units_whose_names_differ_in_accents_only_have_a_page_each(build_site):
    units = "- id: khoa-soi\n  name: Khoa sởi\n- id: khoa-soi-than\n  name: Khoa sỏi\n"
    files = {
        "units.yml": units,
        "bulletins/2025/a.md": bulletin("Tin thứ nhất", units="[Khoa sởi]"),
        "bulletins/2025/b.md": bulletin("Tin thứ hai", units="[Khoa sỏi]"),
    }
    site = build_site(files)
    first, second = soup(site, "/don-vi/khoa-soi/"), soup(site, "/don-vi/khoa-soi-than/")
    assert (first.h1.get_text(), second.h1.get_text()) == ("Khoa sởi", "Khoa sỏi")
    assert [words(title) for title in first.select("h3")] == ["Tin thứ nhất"]
    assert [words(title) for title in second.select("h3")] == ["Tin thứ hai"]


def test_a_static_page_cannot_take_the_place_of_the_directory(problems_of):
    page = "---\ntitle: Đơn vị\nslug: don-vi\n---\n\nMột trang.\n"
    (found,) = problems_of({"pages/don-vi.md": page})
    assert (found.path, found.line, found.code) == ("pages/don-vi.md", 3, "slug-reserved")


# --- Without a site ------------------------------------------------------------------------------


def test_two_spellings_of_a_province_are_one_group():
    units = units_of(
        [
            Unit("mot", "Đơn vị một", province="Hòa Bình"),
            Unit("hai", "Đơn vị hai", province="Hoà Bình"),
        ]
    )
    (group,) = unit_tree(units, {}, TODAY)
    assert group.heading == "Hòa Bình"
    assert [node.name for node in group.nodes] == ["Đơn vị hai", "Đơn vị một"]


@pytest.mark.parametrize(
    ("last", "closed"),
    [(None, False), (date(2026, 1, 14), True), (TODAY, False), (date(2026, 1, 16), False)],
)
def test_a_unit_is_closed_after_its_last_day(last, closed):
    assert is_closed(Unit("mot", "Đơn vị một", valid_to=last), TODAY) is closed


def test_relatives_follow_the_order_of_the_directory():
    units = units_of(
        [
            Unit("cha", "Cha"),
            Unit("z", "Z", parent="cha", order=2, successor="cha"),
            Unit("y", "Y", parent="cha", order=1, successor="cha"),
        ]
    )
    found = relatives_of(units, TODAY)["cha"]
    assert [link.name for link in found.children] == ["Y", "Z"]
    assert [link.name for link in found.predecessors] == ["Y", "Z"]
    assert (found.parent, found.successor) == (None, None)


def test_a_page_does_not_depend_on_where_its_unit_stands_in_the_file():
    unit = Unit("mot", "Đơn vị một", line=3)

    def inputs(units):
        pages = unit_pages(empty_site(), units, NO_AWARDS)
        return {page.path: page.inputs for page in pages}

    assert inputs(units_of([replace(unit, line=99)])) == inputs(units_of([unit]))


PARENTS = st.lists(st.integers(min_value=0, max_value=30), min_size=1, max_size=30)


@given(PARENTS)
def test_every_unit_stands_once_in_the_tree(choices):
    units = units_of(
        [
            # A parent always stands earlier, so there is no cycle.
            Unit(f"u{n}", f"Đơn vị {n}", parent=f"u{choice % n}" if n and choice % 3 else "")
            for n, choice in enumerate(choices)
        ]
    )

    def names(nodes):
        for node in nodes:
            yield node.name
            yield from names(node.children)

    found = [name for group in unit_tree(units, {}, TODAY) for name in names(group.nodes)]
    assert sorted(found) == sorted(unit.name for unit in units)
