"""Award tables in texts: links to recipients, marks of what was not given, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import honours

from plugins.archives.award_dressing import dress_award_tables, recipient_links

LINKS = (("Lê & Sơn", "/tac-gia/le-son/"), ("Trạm Mẫu", "/don-vi/tram-mau/"))
SECTION = '<h2 id="muc-danh-sach-khen-thuong">Danh sách khen thưởng</h2>'


def table(*cells):
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


def dressed(*cells):
    html = dress_award_tables(SECTION + table(*cells), LINKS)
    return re.findall(r"<td>(.*?)</td>", html)


def test_names_get_links_where_they_are_all_of_a_piece():
    assert dressed("Lê &amp; Sơn", "trạm mẫu; Người khác<br>Trạm Mẫu", "Trạm Mẫu ở xa") == [
        '<a href="/tac-gia/le-son/">Lê &amp; Sơn</a>',
        '<a href="/don-vi/tram-mau/">trạm mẫu</a>; Người khác<br>'
        '<a href="/don-vi/tram-mau/">Trạm Mẫu</a>',
        "Trạm Mẫu ở xa",
    ]


def test_a_name_that_is_a_link_stays_that_link():
    link = '<a href="/khac/">Trạm Mẫu</a>'
    assert dressed(link) == [link]


@pytest.mark.parametrize(
    ("status", "mark"),
    [("Đã tặng", "given"), ("đề nghị", "pending"), ("Suy tôn", "pending"), ("Thu hồi", "revoked")],
)
def test_a_status_is_marked_by_what_it_is_worth(status, mark):
    assert dressed(status) == [f'<span class="award-status award-status--{mark}">{status}</span>']


def test_only_tables_of_the_section_are_dressed():
    other = "<h2>Kết quả</h2>" + table("Trạm Mẫu", "Suy tôn")
    html = dress_award_tables(f"{other}{SECTION}{table('Suy tôn')}{other}", LINKS)
    assert html.startswith(other)
    assert html.endswith(other)
    assert html.count("award-status--pending") == 1


def test_parts_of_the_section_belong_to_it():
    html = f"{SECTION}<h3>Tập thể</h3>{table('Trạm Mẫu')}<h2>Khác</h2>{table('Trạm Mẫu')}"
    assert dress_award_tables(html, LINKS).count("<a ") == 1


def test_a_second_section_is_dressed_as_well():
    second = SECTION.replace('thuong"', 'thuong-2"')
    html = f"{SECTION}{table('Trạm Mẫu')}{second}{table('Trạm Mẫu')}"
    assert dress_award_tables(html, LINKS).count("<a ") == 2


@pytest.mark.parametrize(("more", "links"), [(" năm 2023", 1), (" 1", 0), (" thi đua", 0)])
def test_the_same_headings_count_as_for_the_data(more, links):
    heading = f'<h2 id="muc-danh-sach-khen-thuong-1">Danh sách khen thưởng{more}</h2>'
    assert dress_award_tables(heading + table("Trạm Mẫu"), LINKS).count("<a ") == links


@given(st.text(st.characters(codec="utf-8", exclude_characters="<>"), max_size=60))
def test_no_word_is_lost_or_added(text):
    html = SECTION + table(text.replace("&", "&amp;"))
    without_tags = re.compile(r"<[^>]*>")
    assert without_tags.sub("", dress_award_tables(html, LINKS)) == without_tags.sub("", html)


def test_links_are_those_of_recipients_with_a_page():
    entries = [
        honours.entry(recipients=(honours.NURSE, honours.STRANGER)),
        honours.entry(recipients=(honours.CENTRE, honours.NURSE)),
    ]
    assert recipient_links(entries) == (
        ("Mẫu Thị A", "/tac-gia/mau-thi-a/"),
        ("Trung tâm Mẫu", "/don-vi/trung-tam-mau/"),
    )
