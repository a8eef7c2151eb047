"""Slips beside common words, by counts of pairs."""

import pytest

from plugins.gate.language.slips import is_one_letter_off, slip_between


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("cài đặt phầm mềm mới", "phần mềm"),
        ("Điều này đòi hòi cố gắng", "đòi hỏi"),
        ("thu gom rac thải", "rác thải"),
        ("tại bệnh vien tỉnh", "bệnh viện"),
        ("Tổng thổng phát biểu", "Tổng thống"),
        ("mức chi gường bệnh", "giường bệnh"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(cures, text, cure):
    assert cure in [what for code, what in cures(text) if code in {"word-slip", "word-wrong"}]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị diễn ra trong hai ngày",
        "khám sức khỏe cho học sinh tiểu học",
        "bác sĩ Tổng Thông trình bày",
        "sử dụng vắc xin theo hướng dẫn",
        "cuộc họp giao ban hằng tháng",
    ],
)
def test_good_words_are_left_alone(found, text):
    assert not [what for code, what in found(text) if code == "word-slip"]


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("trển", "triển", True),
        ("phầm", "phần", True),
        ("trương", "chương", True),
        ("dám", "giám", True),
        ("an", "anh", True),
        ("an", "an", False),
        ("toàn", "tín", False),
    ],
)
def test_one_letter_is_added_left_out_or_replaced(one, other, off):
    assert is_one_letter_off(one, other) is off
    assert is_one_letter_off(other, one) is off


def test_a_tone_is_the_commonest_slip():
    assert slip_between("hòi", "hỏi") == 0.0
    assert slip_between("phầm", "phần") == 2.0
    assert slip_between("hỏi", "hỏi") is None
    assert slip_between("a1", "á") is None
