"""What is written as Markdown is read back word by word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.corpus import OPTIONS

from plugins.bulletins.reading import read_bulletin
from plugins.desk.importing.blocks import Block, Photo, Run, cleaned, text_of, trimmed
from plugins.desk.importing.markdown import body_of

HEADER = "---\ntitle: Thử\ndate: 2023-01-01\ncategory: hoi-nghi\n---\n\n"
SIGNS = "*_`[]()<>#+-=|~\\&!.:;,\"'{}^$%@/0123456789 \nabcđếổủ"


def read(blocks, photos=None):
    text = HEADER + body_of(blocks, photos or {})
    return read_bulletin("bulletins/2023/thu.md", text.encode(), OPTIONS)


def words(text):
    return re.findall(r"[^\W_]+", text)


def paragraph(*runs):
    return Block("paragraph", tuple(run if isinstance(run, Run) else Run(run) for run in runs))


@given(st.text(alphabet=SIGNS, max_size=60).map(cleaned))
def test_every_sign_of_a_paragraph_is_a_sign_for_the_reader_too(text):
    runs = trimmed([Run(text)])
    if not words(text_of(runs)):
        return
    outcome = read([paragraph("Mở đầu."), Block("paragraph", runs)])
    assert outcome.record is not None, outcome.problems
    assert words(outcome.record.body.text) == ["Mở", "đầu", *words(text_of(runs))]


@pytest.mark.parametrize(
    "text",
    [
        "1. Một",
        "2023. Năm",
        "- gạch",
        "# thăng",
        "> nhọn",
        "a | b | c",
        "===",
        "--- x",
        "**đậm**",
        "[chữ](http://a.vn)",
        "<b>x</b>",
        "&amp; &nbsp;",
        "*",
        "a_b_c",
        "![ảnh](x.jpg)",
        "~~x~~",
    ],
)
def test_signs_at_the_start_of_a_line_do_nothing(text):
    outcome = read([paragraph("Mở đầu."), paragraph(text)])
    assert outcome.record is not None, outcome.problems
    assert words(outcome.record.body.text) == ["Mở", "đầu", *words(text)]
    assert "<h2" not in outcome.record.body.html
    assert "<a " not in outcome.record.body.html


def test_looks_that_mean_something_are_kept():
    block = paragraph("Có ", Run("40 nhiệm vụ", bold=True), " và ", Run("ba mốc", italic=True), ".")
    html = read([block]).record.body.html
    assert "<strong>40 nhiệm vụ</strong>" in html
    assert "<em>ba mốc</em>" in html


def test_a_paragraph_that_is_bold_as_a_whole_is_plain():
    assert body_of([paragraph(Run("Cả đoạn đậm.", bold=True))], {}) == "Cả đoạn đậm.\n"


def test_links_to_agencies_stay_and_others_lose_their_address():
    link = Run("Bộ Y tế", href="https://moh.gov.vn/tin")
    other = Run("chỗ khác", href="http://quang-cao.example/x")
    text = body_of([paragraph(link, " và ", other)], {})
    assert text == "[Bộ Y tế](https://moh.gov.vn/tin) và chỗ khác\n"


def test_lists_keep_order_depth_and_numbers():
    blocks = [
        Block("item", (Run("Một"),), number=1),
        Block("item", (Run("Con"),), level=1),
        Block("item", (Run("Hai"),), number=2),
    ]
    assert body_of(blocks, {}) == "1. Một\n    - Con\n2. Hai\n"
    assert "<ol>" in read(blocks).record.body.html


def test_typed_dashes_become_a_list():
    blocks = [paragraph("Gồm có:"), paragraph("- Một"), paragraph("+ Hai")]
    assert body_of(blocks, {}) == "Gồm có:\n\n- Một\n- Hai\n"


def test_headings_begin_at_the_second_level_without_gaps():
    blocks = [
        Block("heading", (Run("Phần một"),), 3),
        paragraph("Chữ."),
        Block("heading", (Run("Mục nhỏ"),), 5),
        paragraph("Chữ."),
    ]
    assert "## Phần một\n" in body_of(blocks, {})
    assert "### Mục nhỏ\n" in body_of(blocks, {})


def test_tables_keep_every_cell():
    rows = (((Run("Đơn vị"),), (Run("Số | lượng"),)), ((Run("Trạm"),), ()))
    record = read([Block("table", rows=rows)]).record
    assert len(re.findall("<t[dh][ >]", record.body.html)) == 4
    assert words(record.body.text) == ["Đơn", "vị", "Số", "lượng", "Trạm"]


def test_a_photo_that_is_at_hand_is_shown_with_its_caption():
    block = Block("photo", photo=Photo("a.jpg", "Bác sĩ khám mắt"), caption='Buổi "khám mắt" ở xã')
    assert body_of([block], {0: "b.jpg"}) == '![Bác sĩ khám mắt](b.jpg "Buổi “khám mắt” ở xã")\n'
    assert body_of([block], {}) == ""
    (image,) = read([paragraph("Chữ."), block], {1: "b.jpg"}).record.body.images
    assert image.caption == "Buổi “khám mắt” ở xã"


def test_rules_of_dashes_and_dots_are_no_text():
    assert body_of([paragraph("----------"), paragraph("Chữ.")], {}) == "Chữ.\n"
