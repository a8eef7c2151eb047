"""Awards read from a table of the text: the same data as ``awards:``, at the rows' own lines."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.award_table import facts_of
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.records import Award, Recipient

PATH = "bulletins/2023/a.md"
OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
HEADER = (
    "---\ntitle: Khen thưởng\ndate: 2023-12-20\ncategory: Khen thưởng\nauthors: Minh Hiền\n{}---\n"
)
HEADING = "## Danh sách khen thưởng\n\n"
HEAD = (
    "| Hình thức | Tập thể/cá nhân | Cơ quan tặng | Số quyết định | Ngày | Trạng thái |\n"
    "|---|---|---|---|---|---|\n"
)
FIRST_ROW = 12
"""The line of the first row below HEADER, a blank line, HEADING and HEAD."""


def read(body, header=""):
    return read_bulletin(PATH, (HEADER.format(header) + "\n" + body).encode(), OPTIONS)


def record(body, header=""):
    outcome = read(body, header)
    assert outcome.problems == ()
    return outcome.record


def awards(rows):
    return record(HEADING + HEAD + rows).awards


def problems(body):
    return [(found.code, found.line) for found in read(body).problems]


def row(form="Giấy khen", who="Khoa Nội", authority="Sở Y tế", number="", day="", status="Đã tặng"):
    return f"| {form} | {who} | {authority} | {number} | {day} | {status} |\n"


def names(award):
    return [recipient.text for recipient in award.recipients]


def test_a_row_becomes_an_award():
    (award,) = awards(row("HCLĐ hạng III", "Khoa Nội", "Chủ tịch nước", "12/QĐ", "15/12/2023"))
    assert award == Award(
        form="huan-chuong-lao-dong",
        grade="Ba",
        status="awarded",
        authority="Chủ tịch nước",
        recipients=(Recipient("listed", "Khoa Nội", FIRST_ROW),),
        decision="12/QĐ",
        date=date(2023, 12, 15),
        line=FIRST_ROW,
    )


def test_the_table_stays_in_the_text_and_the_page_is_told():
    found = record("Lời dẫn.\n\n" + HEADING + HEAD + row())
    assert found.awards_in_body
    assert found.table_awards == ()
    assert "<table>" in found.body.html


def test_a_body_without_such_a_table_says_nothing():
    for body in (
        "Lời dẫn.\n",
        HEADING + "Sẽ cập nhật.\n",
        "## Kết quả\n\n" + HEAD + row(),
        HEADING + "Chờ.\n\n## Mục khác\n\n" + HEAD + row(),
    ):
        found = record(body)
        assert (found.awards, found.awards_in_body) == ((), False)


@pytest.mark.parametrize(
    "heading",
    [
        "## Danh sách khen thưởng",
        "## **Danh sách khen thưởng**",
        "## DANH SÁCH KHEN THƯỞNG ##",
        "## danh sach khen thuong",
        "### Danh sách khen thưởng",
        "Danh sách khen thưởng\n---",
        "## Danh sách khen thưởng năm 2023",
        "## Danh sách khen thưởng 2023",
    ],
)
def test_the_heading_is_known_however_it_is_written(heading):
    body = f"{heading}\n\n{HEAD}{row()}"
    (award,) = read(body).record.awards
    assert award.line == FIRST_ROW + heading.count("\n")


def test_a_footnote_of_the_heading_is_no_part_of_it():
    body = f"## Danh sách khen thưởng[^1]\n\n{HEAD}{row()}\n[^1]: Theo nguồn tin.\n"
    (award,) = record(body).awards
    assert award.line == FIRST_ROW


@pytest.mark.parametrize("more", ["1", "kèm theo", "Quỹ học bổng năm 2023", "tháng 12-2023"])
def test_a_list_of_something_else_is_left_alone(more):
    found = record(f"## Danh sách khen thưởng {more}\n\n{HEAD}{row()}")
    assert (found.awards, found.awards_in_body) == ((), False)


def test_a_list_of_something_else_does_not_move_the_lines_of_the_next():
    body = f"## Danh sách khen thưởng 1\n\n{HEAD}{row()}\n{HEADING}{HEAD}{row()}"
    (award,) = record(body).awards
    assert award.line == FIRST_ROW + 6


def test_tables_below_further_headings_belong_to_the_list():
    body = (
        f"{HEADING}### Tập thể\n\n{HEAD}{row(who='Khoa Nội')}\n"
        f"### Cá nhân\n\n{HEAD}{row(who='Trần Thị B')}{row(who='Lê Văn C')}\n"
        f"## Kết quả\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    found = record(body).awards
    assert [names(award) for award in found] == [["Khoa Nội"], ["Trần Thị B"], ["Lê Văn C"]]
    lines = (HEADER.format("") + "\n" + body).split("\n")
    for award in found:
        assert names(award)[0] in lines[award.line - 1]


def test_columns_may_stand_in_any_order_and_be_named_otherwise():
    body = (
        HEADING + "STT | TÌNH TRẠNG | Danh hiệu, hình thức | Đơn vị, cá nhân\n--|--|--|--\n"
        "1 | Suy tôn | Cờ thi đua | Phòng Thanh tra\n"
    )
    (award,) = record(body).awards
    assert (award.form, award.status, names(award)) == (
        "co-thi-dua",
        "nominated",
        ["Phòng Thanh tra"],
    )
    assert (award.authority, award.decision, award.date) == ("", "", None)


@pytest.mark.parametrize(
    ("cell", "recipients", "counts"),
    [
        ("Khoa Nội", ["Khoa Nội"], (None, None)),
        ("Khoa Nội; Khoa Ngoại;", ["Khoa Nội", "Khoa Ngoại"], (None, None)),
        ("Khoa Nội<br>Khoa Ngoại", ["Khoa Nội", "Khoa Ngoại"], (None, None)),
        ("Khoa Kiểm soát bệnh tật và HIV", ["Khoa Kiểm soát bệnh tật và HIV"], (None, None)),
        ("03 tập thể", [], (3, None)),
        ("2.230 tập thể", [], (2230, None)),
        ("14 cá nhân", [], (None, 14)),
        ("03 tập thể và 14 cá nhân", [], (3, 14)),
        ("03 tập thể, 14 cá nhân", [], (3, 14)),
        ("03 Tập thể<br>14 cá nhân", [], (3, 14)),
        ("Khoa Nội; 14 cá nhân", ["Khoa Nội"], (None, 14)),
        ("[Khoa Nội](https://moh.gov.vn)", ["Khoa Nội"], (None, None)),
        ("**Lê Văn C**", ["Lê Văn C"], (None, None)),
        ("Khoa A &amp; B", ["Khoa A & B"], (None, None)),
        (r"Tổ \| Đội", ["Tổ | Đội"], (None, None)),
        ("=HYPERLINK(1)", ["=HYPERLINK(1)"], (None, None)),
    ],
)
def test_a_cell_holds_names_and_numbers(cell, recipients, counts):
    (award,) = awards(row(who=cell))
    assert names(award) == recipients
    assert (award.collectives, award.individuals) == counts


def test_a_note_in_a_cell_is_no_part_of_it():
    body = HEADING + HEAD + row("Giấy khen[^1]", "Khoa Nội[^1]") + "\n[^1]: Theo thông báo.\n"
    (award,) = record(body).awards
    assert (award.form, names(award)) == ("giay-khen", ["Khoa Nội"])


@pytest.mark.parametrize(
    "day", ["05/12/2023", "5/12/2023", "2023-12-05", "ngày 5 tháng 12 năm 2023"]
)
def test_days_are_read_day_first(day):
    (award,) = awards(row(day=day))
    assert award.date == date(2023, 12, 5)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (row("Giấy khên"), [("award-form-unknown", FIRST_ROW)]),
        (row() + row(status="sẽ tặng"), [("choice-unknown", FIRST_ROW + 1)]),
        (row(""), [("award-table-cell-empty", FIRST_ROW)]),
        (row(status=""), [("award-table-cell-empty", FIRST_ROW)]),
        (row(day="12/2023"), [("award-table-date", FIRST_ROW)]),
        (row(day="31/11/2023"), [("award-table-date", FIRST_ROW)]),
        (row(day="15/12/2023 và 16/12/2023"), [("award-table-date", FIRST_ROW)]),
        (row(day="21/12/2023"), [("award-date-future", FIRST_ROW)]),
        (row(who="-3 tập thể"), [("award-table-count", FIRST_ROW)]),
        (row(who="9 Tổ công đoàn"), [("award-table-count", FIRST_ROW)]),
        (row(who="03 tập thể: Khoa Nội"), [("award-table-count", FIRST_ROW)]),
        (row(who=""), [("award-without-recipient", FIRST_ROW)]),
        (row("CSTĐCS", "03 tập thể"), [("award-for-others", FIRST_ROW)]),
        (
            row(who="Khoa Nội; Khoa Ngoại; 01 tập thể; 0 cá nhân"),
            [("award-count-too-small", FIRST_ROW)],
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_told_at_its_line(rows, expected):
    assert problems(HEADING + HEAD + rows) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Hình thức | Tập thể", ["award-table-column-missing"]),
        ("Trạng thái | Tập thể", ["award-table-column-missing"]),
        ("Họ tên | Khoa", ["award-table-column-missing"] * 2 + ["award-table-column-unknown"]),
        ("Hình thức | Danh hiệu | Trạng thái", ["award-table-column-twice"]),
        ("Hình thức | Thành tích | Trạng thái", ["award-table-column-unknown"]),
    ],
)
def test_columns_that_are_wrong_are_told_at_the_head(head, expected):
    width = head.count("|") + 1
    values = {"Hình thức": "Giấy khen", "Danh hiệu": "Giấy khen", "Trạng thái": "Đã tặng"}
    cells = " | ".join(values.get(name, "Khoa Nội") for name in head.split(" | "))
    found = read(f"{HEADING}{head}\n{'|'.join(['---'] * width)}\n{cells}\n").problems
    of_head = [entry for entry in found if entry.line == FIRST_ROW - 2]
    assert sorted(entry.code for entry in of_head) == expected


def test_an_error_in_the_header_does_not_hide_those_of_the_table():
    outcome = read(HEADING + HEAD + row("Giấy khên"), "expires: mai\n")
    assert [found.code for found in outcome.problems] == ["date-format", "award-form-unknown"]


def test_a_header_that_lists_awards_keeps_its_own():
    header = "awards: [{form: LĐTT, status: đã tặng, count: {individuals: 2}}]\n"
    found = record(HEADING + HEAD + row("LĐTT", "02 cá nhân", ""), header)
    assert [award.line for award in found.awards] == [6]
    assert [award.line for award in found.table_awards] == [FIRST_ROW + 1]
    assert found.awards_in_body


def test_an_html_table_is_read_at_the_line_of_the_text():
    table = (
        "<table><tr><th>Hình thức</th><th>Tập thể</th><th>Trạng thái</th></tr>"
        "<tr><td>Giấy khen</td><td>Khoa Nội</td><td>Đã tặng</td></tr></table>\n"
    )
    (award,) = record(HEADING + table).awards
    assert (award.form, names(award)) == ("giay-khen", ["Khoa Nội"])


def award(form="giay-khen", recipients=(), **more):
    listed = tuple(Recipient("name", name) for name in recipients)
    return Award(form, "awarded", recipients=listed, **more)


def facts(*given):
    return sorted(fact for one in given for fact in facts_of(one, lambda who: who.text))


def test_one_row_or_four_say_the_same():
    together = award(recipients=["A", "B"], collectives=2)
    assert facts(together) == facts(award(recipients=["A"]), award(recipients=["B"]))


def test_numbers_that_tell_more_than_the_names_count():
    assert facts(award(recipients=["A"], collectives=3)) != facts(award(recipients=["A"]))
    assert facts(award(collectives=3)) != facts(award(individuals=3))
    assert facts(award(authority="SỞ Y TẾ")) == facts(award(authority="Sở Y tế"))


def test_thousands_of_mistakes_are_told_in_a_moment():
    rows = "".join(row(f"Giấy khên số {number}", status="Đã tặg") for number in range(5000))
    started = time.process_time()
    found = read(HEADING + HEAD + rows).problems
    assert time.process_time() - started < 4
    assert found[-1].code == "more-problems"


CELLS = st.text("aB đ|*_<>[]()=;1.^\\&#", max_size=12)


@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=4))
def test_any_table_gives_an_outcome(rows):
    body = HEADING + HEAD + "".join("| " + " | ".join(cells) + " |\n" for cells in rows)
    outcome = read(body)
    last = (HEADER + "\n" + body).count("\n") + 1
    assert all(1 <= found.line <= last for found in outcome.problems)
    assert (outcome.record is None) == any(p.severity == "error" for p in outcome.problems)
