"""Awards, figures, letters and editions, by themselves: what they say, and that it is escaped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support import honours

from plugins.archives.award_groups import groups_of, profile_awards
from plugins.archives.event_pages import Edition
from plugins.archives.honour_pages import Figures, RollLine, roll_lines
from plugins.bulletins.records import Letter


def words(html):
    return " ".join(html.get_text(" ").split())


@pytest.mark.parametrize(
    ("collectives", "individuals", "expected"),
    [
        (9, 0, "9 tập thể"),
        (0, 2230, "2.230 cá nhân"),
        (3, 14, "3 tập thể, 14 cá nhân"),
        (0, 0, ""),
    ],
)
def test_counts_are_told_as_the_source_tells_them(macro, collectives, individuals, expected):
    html = macro("awards.html", "count", collectives=collectives, individuals=individuals)
    assert words(html) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"decision": "5/QĐ", "date": date(2024, 1, 2)}, "Số 5/QĐ , ngày 02/01/2024"),
        ({"decision": "5/QĐ"}, "Số 5/QĐ"),
        ({"date": date(2024, 1, 2)}, "Ngày 02/01/2024"),
        ({}, ""),
    ],
)
def test_a_decision_is_told_as_far_as_it_is_known(macro, fields, expected):
    assert words(macro("awards.html", "decision", item=honours.row(**fields))) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"recipients": (honours.CENTRE,)}, "Trung tâm Mẫu"),
        ({"individuals": 16}, "16 cá nhân"),
        (
            {"recipients": (honours.NURSE, honours.STRANGER)},
            "2 cá nhân: Mẫu Thị A Mẫu Văn Đan",
        ),
        (
            {"recipients": (honours.NURSE,), "collectives": 2, "individuals": 16},
            "2 tập thể, 16 cá nhân: Mẫu Thị A và 2 tập thể, 15 cá nhân khác",
        ),
    ],
)
def test_recipients_are_named_and_counted(macro, fields, expected):
    assert words(macro("awards.html", "recipients", item=honours.entry(**fields))) == expected


def test_an_award_of_nobody_says_so(macro):
    assert words(macro("awards.html", "recipients", item=honours.entry())) == (
        "Không nêu tên, số lượng"
    )
    (group,) = groups_of([honours.row()])
    group = replace(group, lines=roll_lines(group.lines))
    html = macro("awards.html", "roll_table", group=group, year=2023)
    assert words(html.tbody.th) == "Không nêu tên, số lượng"


def test_only_a_table_of_several_rows_can_be_sorted(macro):
    for rows in ([honours.row(individuals=1)], [honours.row(individuals=n) for n in (1, 2)]):
        (group,) = groups_of(rows)
        group = replace(group, lines=roll_lines(group.lines))
        html = macro("awards.html", "roll_table", group=group, year=2023)
        assert html.table.has_attr("data-sortable") == (len(rows) > 1)
        assert ("xếp sẵn" in words(html.caption)) == (len(rows) > 1)


def test_a_nomination_reads_unlike_an_award(samples, macro):
    html = macro("awards.html", "bulletin_awards", groups=groups_of(samples.AWARDS))
    given, pending, revoked = html.find_all("section")
    assert given.select_one(".awards__note") is None
    assert "chưa phải quyết định" in words(pending.select_one(".awards__note"))
    assert "thu hồi" in words(revoked.select_one(".awards__note"))
    marks = [
        section.select_one(".award-status")["class"][1] for section in html.find_all("section")
    ]
    assert list(dict.fromkeys(marks)) == [
        "award-status--given",
        "award-status--pending",
        "award-status--revoked",
    ]


def test_columns_without_anything_are_left_out(macro):
    html = macro("awards.html", "bulletin_awards", groups=groups_of([honours.entry(individuals=1)]))
    heads = [words(head) for head in html.find_all("th", scope="col")]
    assert heads == ["Hình thức", "Tập thể, cá nhân", "Trạng thái"]
    assert all(len(row.find_all(["th", "td"])) == 3 for row in html.tbody.find_all("tr"))


def test_the_roll_names_every_bulletin_that_reports_an_award(samples, macro):
    (group, *_) = groups_of(samples.ROWS)
    group = replace(group, lines=roll_lines(group.lines))
    html = macro("awards.html", "roll_table", group=group, year=2023)
    links = [link["href"] for link in html.tbody.tr.select(".award-table__cell--source a")]
    assert links == [honours.REPORT.url, "/ban-tin/2024/01/nhac-lai/"]


def test_names_in_tables_are_escaped(samples, macro):
    hostile = replace(honours.CENTRE, name=samples.HOSTILE)
    entry = honours.entry(recipients=(hostile,), authority=samples.HOSTILE, decision="<b>")
    html = macro("awards.html", "bulletin_awards", groups=groups_of([entry]))
    assert html.find("b") is None
    assert html.get_text().count(samples.HOSTILE) == 2
    row = honours.row(recipient=hostile, authority=samples.HOSTILE)
    (group,) = groups_of([row])
    lines = (RollLine(row, 0, 0, 0, 0, 0, 0),)
    html = macro("awards.html", "roll_table", group=replace(group, lines=lines), year=2023)
    assert html.find("b") is None
    assert html.tbody.tr["data-unit"] == samples.HOSTILE
    html = macro("awards.html", "profile_awards", awards=profile_awards([row]))
    assert html.find("b") is None


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (Figures(1200, 34, 0), "1.234 lượt khen thưởng: 1.200 tập thể và 34 cá nhân."),
        (
            Figures(0, 0, 3),
            "Chưa có khen thưởng nào đã quyết định. Ngoài ra có 3 đề nghị chưa phải quyết định "
            "khen thưởng, không tính vào số này.",
        ),
        (Figures(0, 0, 0), "Chưa có khen thưởng nào đã quyết định."),
        (Figures(1, 0, 0), "1 lượt khen thưởng: 1 tập thể."),
        (Figures(0, 16, 0), "16 lượt khen thưởng: 16 cá nhân."),
        (Figures(0, 0, 0, 2), "2 khen thưởng không nêu tên, số lượng nên không tính được."),
        (
            Figures(1, 0, 0, 1),
            "1 lượt khen thưởng: 1 tập thể. "
            "1 khen thưởng không nêu tên, số lượng nên không tính được.",
        ),
    ],
)
def test_figures_are_told_in_a_sentence(macro, figures, expected):
    assert words(macro("figures.html", "figures_sentence", figures=figures)) == expected


def test_letters_keep_their_line_breaks_and_are_escaped(samples, macro):
    letter = Letter(samples.HOSTILE, date(2024, 1, 2), f"Một.\n{samples.HOSTILE}")
    html = macro("letters.html", "letters", items=(letter,))
    assert html.find("b") is None
    assert html.blockquote.get_text() == letter.text
    assert html.h2.get_text().endswith("1 ý kiến")


def test_editions_are_dated_links(samples, macro):
    item = Edition(samples.HOSTILE, "/tin/", date(2024, 1, 2))
    html = macro("editions.html", "editions", series="Chuỗi", items=(item,))
    assert html.find("b") is None
    assert words(html.li) == f"02/01/2024 {samples.HOSTILE}"
