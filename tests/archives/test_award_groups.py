"""Awards parted by what they are worth, and those that a unit or person shows."""

from __future__ import annotations

from itertools import chain

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support import honours
from support.content import bulletin, write_content
from support.sites import build_apart

from plugins.archives.award_groups import (
    MOST_ON_PROFILE,
    STANDINGS,
    groups_of,
    profile_awards,
    roll_years,
    standing_of,
)
from plugins.bulletins.categories import AWARD_STATUSES

STATUSES = [choice.id for choice in AWARD_STATUSES.choices]


def test_every_status_belongs_to_exactly_one_standing():
    assert sorted(chain.from_iterable(one.statuses for one in STANDINGS)) == sorted(STATUSES)


@given(st.lists(st.sampled_from(STATUSES), max_size=20))
def test_groups_hold_every_award_once_in_the_order_given(statuses):
    rows = [honours.row(status=status, year=number) for number, status in enumerate(statuses)]
    groups = groups_of(rows)
    assert sorted(row.year for group in groups for row in group.lines) == list(range(len(rows)))
    for group in groups:
        assert group.lines
        assert {standing_of(row) for row in group.lines} == {group.standing}
        assert list(group.lines) == sorted(group.lines, key=lambda row: row.year)
    order = [STANDINGS.index(group.standing) for group in groups]
    assert order == sorted(set(order))


def test_what_was_given_is_no_other_standing():
    for status in STATUSES:
        row = honours.row(status=status)
        assert row.is_award is (standing_of(row).mark == "given")
        assert bool(standing_of(row).note) is not row.is_award


def test_columns_that_say_nothing_are_told():
    (bare,) = groups_of([honours.row()])
    assert (bare.with_authority, bare.with_decision) == (False, False)
    (full,) = groups_of([honours.row(), honours.row(authority="Sở Mẫu", decision="1/QĐ")])
    assert (full.with_authority, full.with_decision) == (True, True)


def test_a_profile_is_bounded_and_leads_to_the_rest():
    rows = [honours.row(year=year) for year in (2024, 2023) for _ in range(10)]
    rows += [honours.row(year=2021), honours.row("Bằng khen", "nominated", year=2020)]
    shown = profile_awards(rows)
    assert [(group.year, len(group.lines)) for group in shown.years] == [(2024, 10), (2023, 2)]
    assert sum(len(group.lines) for group in shown.years) == MOST_ON_PROFILE
    assert (shown.given, shown.pending) == (21, 1)
    assert [link.url for link in shown.more] == [
        f"/khen-thuong/so-vang/{year}/" for year in (2023, 2021, 2020)
    ]


def test_what_was_given_comes_first_in_a_profile():
    rows = [
        honours.row("Cờ thi đua", "nominated"),
        honours.row("Bằng khen", "revoked"),
        honours.row("Bằng khen"),
        honours.row("Giấy khen"),
    ]
    (year,) = profile_awards(rows).years
    assert [line.award.title for line in year.lines[:2]] == ["Bằng khen", "Giấy khen"]
    assert [line.standing.mark for line in year.lines[2:]] == ["pending", "revoked"]


def test_a_short_profile_leads_nowhere_else():
    shown = profile_awards([honours.row(status="revoked")])
    assert (shown.given, shown.pending, shown.more) == (0, 0, ())
    assert profile_awards([]).years == ()


def test_years_of_awards_are_told_once():
    rows = [honours.row(year=2020), honours.row(year=2024), honours.row(year=2020)]
    assert [link.name for link in roll_years(rows)] == ["năm 2024", "năm 2020"]


FILES = {
    "bulletins/2025/khen.md": bulletin(
        "Khen thưởng năm 2024",
        "2025-01-05",
        category="Khen thưởng",
        awards=(
            "[{form: Giấy khen, recipients: [{unit: benh-vien-phoi}, {person: le-son}], "
            "status: Đã tặng, authority: Sở Mẫu, decision: 5/QĐ-MAU, date: 2024-12-20}, "
            "{form: Huân chương Lao động hạng Ba, recipients: [{unit: benh-vien-phoi}], "
            "status: Đề nghị, authority: Chủ tịch nước}]"
        ),
    ),
    "bulletins/2025/bang.md": bulletin(
        "Khen thưởng trong bảng",
        "2025-02-05",
        category="Khen thưởng",
        body=(
            "Mở đầu.\n\n## Danh sách khen thưởng\n\n"
            "| Hình thức | Tập thể/cá nhân | Trạng thái |\n| --- | --- | --- |\n"
            "| Bằng khen | Minh Hiền; Người Lạ Mẫu | Đã tặng |\n"
            "| Cờ thi đua | Bệnh viện Phổi | Suy tôn |\n\nHết.\n"
        ),
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("awards")
    return build_apart(write_content(root / "content", FILES), root / "output", public=True)


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


def test_a_bulletin_shows_awards_and_nominations_apart(site):
    page = soup(site, "/ban-tin/2025/01/khen-thuong-nam-2024/")
    given, pending = page.select("section.awards")
    assert words(given.h2) == "Khen thưởng"
    assert words(given.tbody.tr) == (
        "Giấy khen 1 tập thể, 1 cá nhân: Bệnh viện Phổi Lê Sơn Cơ quan tặng: Sở Mẫu "
        "Quyết định: Số 5/QĐ-MAU , ngày 20/12/2024 Trạng thái: Đã tặng"
    )
    assert [link["href"] for link in given.tbody.find_all("a")] == [
        "/don-vi/benh-vien-phoi/",
        "/tac-gia/le-son/",
    ]
    assert words(pending.h2) == "Đề nghị khen thưởng"
    assert words(pending.select_one(".awards__note")) == (
        "Đề nghị, chưa phải quyết định khen thưởng"
    )
    assert "Cơ quan xét tặng" in words(pending.thead)
    assert "Cơ quan tặng" not in words(pending)
    assert [link["href"] for link in page.select(".awards__more a")] == [
        "/khen-thuong/so-vang/2025/",
        "/khen-thuong/so-vang/2024/",
    ]


def test_a_table_in_the_text_stays_and_is_not_said_twice(site):
    page = soup(site, "/ban-tin/2025/02/khen-thuong-trong-bang/")
    assert page.select("section.awards") == []
    (table,) = page.select(".prose table")
    assert words(table.tbody) == (
        "Bằng khen Minh Hiền ; Người Lạ Mẫu Đã tặng Cờ thi đua Bệnh viện Phổi Suy tôn"
    )
    assert words(table.select_one(".award-status--pending")) == "Suy tôn"
    assert [link["href"] for link in table.find_all("a")] == [
        "/tac-gia/minh-hien/",
        "/don-vi/benh-vien-phoi/",
    ]
    assert page.select_one('.awards__more a[href="/khen-thuong/so-vang/2025/"]')


def test_the_page_of_a_unit_shows_its_awards_by_year(site):
    section = soup(site, "/don-vi/benh-vien-phoi/").select_one(".profile-awards")
    assert words(section.h2) == "Khen thưởng 1 lần được khen thưởng, 2 đề nghị"
    years = [words(heading) for heading in section.find_all("h3")]
    assert years == ["Năm 2025", "Năm 2024"]
    pending = section.select(".profile-awards__item--pending")
    assert [words(item.select_one(".profile-awards__form")) for item in pending] == [
        "Huân chương Lao động hạng Ba",
        "Cờ thi đua của Bộ, ban, ngành, tỉnh",
    ]
    assert all("chưa phải quyết định khen thưởng" in words(item) for item in pending)
    (given,) = section.select(".profile-awards__item--given")
    assert words(given) == (
        "Giấy khen Sở Mẫu Số 5/QĐ-MAU , ngày 20/12/2024 Bản tin: Khen thưởng năm 2024"
    )


def test_the_page_of_a_person_shows_theirs(site):
    section = soup(site, "/tac-gia/minh-hien/").select_one(".profile-awards")
    assert words(section.h2) == "Khen thưởng 1 lần được khen thưởng"
    assert section.select_one('a[href="/ban-tin/2025/02/khen-thuong-trong-bang/"]')


def test_who_has_no_award_has_no_section(site):
    assert soup(site, "/don-vi/so-y-te/").select_one(".profile-awards") is None
