"""Capitals by Nghị định 30/2020/NĐ-CP."""

import pytest

from plugins.gate.language.capitals import find_mixed
from plugins.gate.language.reading import read


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("phong cách Hồ chí Minh", "capital-name", "Hồ Chí Minh"),
        ("Ông Nguyễn văn An dự", "capital-name", "Nguyễn Văn An"),
        ("do Sở y tế tổ chức", "capital-agency", "Sở Y tế"),
        ("tại Trung Tâm Y tế huyện", "capital-agency", "Trung tâm Y tế"),
        ("của Ủy Ban nhân dân tỉnh", "capital-agency", "Ủy ban nhân dân"),
        ("họp Đảng bộ, Xem xét kỷ luật", "capital-after-sign", "xem"),
        ("làm tốt công tác; Tăng cường kiểm tra", "capital-after-sign", "tăng"),
        ("phòng bệnh; Chấm dứt tình trạng ấy", "capital-after-sign", "chấm"),
    ],
)
def test_it_is_told_with_its_cure(cures, text, code, cure):
    assert (code, cure) in cures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Trần Văn An và đồng chí Lê Thị Bình",
        "Bệnh viện Hoàng gia Anh, Vương quốc Anh",
        "SỞ Y TẾ TỈNH",
        "do Sở Y tế, Trung tâm Y tế và Ủy ban nhân dân huyện tổ chức",
        "Trạm y tế là nơi gần dân nhất.",
        "các trung tâm y tế và bệnh viện đa khoa",
        "Ông An, Giám đốc Sở; Bệnh viện Mắt; Hà Nội; Nghị quyết 20; Chỉ thị 05; Huân chương",
    ],
)
def test_right_capitals_are_left_alone(found, text):
    assert not [printed for code, printed in found(text) if code.startswith("capital")]


def mixed(*texts):
    return [hit.values for _, hit in find_mixed([read(text) for text in texts])]


def test_one_name_in_two_ways_is_told_once():
    (values,) = mixed(
        "thăm Trung tâm Y tế huyện, làm việc với Trung tâm Y tế", "cùng Trung tâm y tế ấy"
    )
    assert values == {"text": "Trung tâm y", "other": "Trung tâm Y"}


def test_a_number_with_and_without_zero():
    (values,) = mixed("của Cụm thi đua số 2 và Cụm thi đua số 02, Cụm thi đua số 2")
    assert values["text"] == "đua số 02"


def test_the_state_takes_a_capital_everywhere_or_nowhere():
    (values,) = mixed("cơ quan Nhà nước và quản lý nhà nước về y tế của Nhà nước")
    assert values == {"text": "nhà nước", "other": "Nhà nước"}


@pytest.mark.parametrize(
    "texts",
    [
        ("Trung tâm Y tế họp.", "tại Trung tâm Y tế"),
        ("Hội nghị tổng kết. Tại hội nghị tổng kết",),
        ("tin của ngành y tế Hà Nội và của Sở Y tế Hà Nội",),
        ("có 2 bác sĩ và 02 điều dưỡng", "TRUNG TÂM Y TẾ", "Trung tâm Y tế"),
        ("Thành uỷ Hà Nội", "của Thành ủy Hà Nội"),
    ],
)
def test_what_only_looks_like_two_ways(texts):
    assert not mixed(*texts)
