"""One text, one way to write."""

import pytest

from plugins.gate.language.reading import read
from plugins.gate.language.styles import find_mixed


def codes(*texts):
    return [hit.code for _, hit in find_mixed([read(text) for text in texts])]


def test_two_tone_styles_are_told_once_at_the_rarer():
    texts = [read("sức khỏe, hòa nhã"), read("Tỉnh uỷ và sức khoẻ, ủy viên")]
    ((number, hit),) = find_mixed(texts)
    assert (number, hit.values["text"], hit.values["cure"]) == (1, "uỷ", "ủy")


def test_the_newer_style_may_be_the_usual_one():
    ((_, hit),) = find_mixed([read("khoẻ, hoà, uỷ viên, sức khỏe")])
    assert (hit.values["text"], hit.values["cure"]) == ("khỏe", "khoẻ")


@pytest.mark.parametrize(
    "texts",
    [("sức khỏe, hòa nhã",), ("quý, quả, của, toàn, thuyền", "khoẻ"), ("bà Hoà ở đây", "khỏe")],
)
def test_one_style_or_a_name(texts):
    assert not codes(*texts)


def test_i_and_y():
    assert codes("kĩ thuật mới", "kỹ năng") == ["spelling-mixed"]
    assert not codes("kỹ thuật", "ông Sĩ và ông Sỹ", "chi tiết, y sĩ")


def test_two_kinds_of_dash_in_one_paragraph():
    assert codes("Xanh - Sạch – Đẹp") == ["dash-mixed"]
    assert not codes("Xanh - Sạch - Đẹp", "Xanh – Sạch")
    assert not codes("họp (27/7/1947 – 27/7/2018) - cả ngày")
