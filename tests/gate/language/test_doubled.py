"""Words that stand twice."""

import pytest


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("các đại biểu được được nghe", "được được"),
        ("huy động nguồn nhân nhân lực", "nhân nhân"),
        ("Các các đơn vị", "Các các"),
        ("sức khỏe của của nhân dân", "của của"),
        ("làm việc với lãnh đạo lãnh đạo đơn vị", "lãnh đạo lãnh đạo"),
    ],
)
def test_a_doubled_word_is_told(found, text, printed):
    assert ("word-doubled", printed) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "luôn luôn lắng nghe",
        "ngày ngày rửa tay, hàng cây xanh xanh",
        "công nhân nhân dịp này",
        "Đảng bộ có bốn chi bộ bộ phận",
        "Bé Chi Chi đến khám",
        "đi đi về về nhiều lần",
        "điện thoại 24 24",
        "trong năm 2023, 2023 là năm",
        "Bệnh viện Mắt; Mắt sáng",
    ],
)
def test_what_is_doubled_on_purpose_or_meets_by_chance_is_not(found, text):
    assert not [printed for code, printed in found(text) if code == "word-doubled"]
