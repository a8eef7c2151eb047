"""What is said of photos to those who do not see them."""

import pytest
from support.content import bulletin
from support.gating import codes, examine_body, examine_text


@pytest.mark.parametrize(
    ("photo", "code"),
    [
        ("![](a.jpg)", "photo-alt-missing"),
        ("![Hội nghị](a.jpg)", "photo-alt-short"),
        ("![IMG_1234](a.jpg)", "photo-alt-file-name"),
        ("![DSC00012.JPG](a.jpg)", "photo-alt-file-name"),
        ("![z5012345678901_abcdef0123](a.jpg)", "photo-alt-file-name"),
        ("![Screenshot 2024-01-02](a.jpg)", "photo-alt-file-name"),
        ("![Ảnh 1](a.jpg)", "photo-alt-file-name"),
        ('![Các đại biểu dự hội nghị](a.jpg "Các đại biểu dự hội nghị.")', "photo-alt-caption"),
    ],
)
def test_each_fault_has_its_code(photo, code):
    assert codes(examine_body(f"Mở đầu.\n\n{photo}")) == [code]


def test_the_same_words_for_two_photos_are_told_at_both():
    body = "![Các đại biểu dự hội nghị](a.jpg)\n\n![Các đại biểu dự hội nghị](b.jpg)"
    found = examine_body(body)
    assert [(one.code, one.line) for one in found] == [
        ("photo-alt-repeated", 8),
        ("photo-alt-repeated", 10),
    ]


def test_good_words_are_left_alone():
    body = '![Bác sĩ khám mắt cho một cụ bà](a.jpg "Đoàn khám bệnh tại xã")'
    assert codes(examine_body(body)) == []


def test_the_cover_is_judged_too():
    assert codes(examine_text(bulletin("Hội nghị", cover="a.jpg", cover_alt='""'))) == [
        "photo-alt-missing"
    ]
