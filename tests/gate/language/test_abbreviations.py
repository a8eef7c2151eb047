"""Abbreviations of the office, and commas that tear a sentence."""

import pytest

from plugins.gate.language.abbreviations import find_unexplained
from plugins.gate.language.reading import read
from plugins.gate.language.signs import find


def unexplained(*texts):
    return [
        (number, finding.values["text"], finding.values["cure"])
        for number, finding in find_unexplained([read(text) for text in texts])
    ]


def test_each_is_told_once_with_its_words():
    assert unexplained("Đồng chí A, UV BTV, dự họp.", "Họp BTV mở rộng.") == [
        (0, "UV", "ủy viên"),
        (0, "BTV", "Ban Thường vụ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ban Thường vụ (BTV) họp; BTV thống nhất.",
        "Kế hoạch số 05/KH-TCCB của Sở Y tế.",
        "Quyết định 12/TCCB ngày 1/2/2024.",
        "TẬP HUẤN CHO UV BTV",
        "UBND tỉnh và BHYT",
    ],
)
def test_what_is_explained_a_code_or_known_is_not_told(text):
    assert unexplained(text) == []


def stray(text):
    return [finding.start for finding in find(text) if finding.code == "comma-stray"]


def test_a_comma_between_subject_and_verb_is_told():
    assert stray("Hội nghị, còn được nghe báo cáo.") == [8]
    assert stray("Các đại biểu, cũng đã được tham quan.") == [12]


@pytest.mark.parametrize(
    "text",
    [
        "Lễ ra quân, còn được gọi là lễ phát động.",
        "Hội nghị, còn được biết đến với tên gọi khác.",
        "Trẻ em còn được uống vitamin A.",
        "Sau hội nghị, đại biểu được tham quan.",
    ],
)
def test_other_commas_are_not_told(text):
    assert stray(text) == []
