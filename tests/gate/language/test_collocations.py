"""Slips of the table, and words that only meet."""

import pytest

from plugins.gate.language.wrong_forms import entries
from plugins.vietnamese import merge_tone_style


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Cum thị đua số 2 họp", "Cụm thi đua"),
        ("theo quy định của phát luật", "pháp luật"),
        ("xin ý kiếm các đơn vị", "ý kiến"),
        ("góp ý kiếm tham gia", "ý kiến"),
        ("niềm tin đối vói ngành", "đối với"),
        ("lãnh đạo phòng trình bầy", "trình bày"),
        ("việc ứng cung ứng thuốc", "cung ứng"),
        ("Chuẩn đoán sớm", "Chẩn đoán"),
        ("tại BỆNH VIÊN tỉnh", "BỆNH VIỆN"),
        ("toàn nghành", "ngành"),
        ("người bệnh đuợc khám", "được"),
        ("Xuất xắc", "Xuất sắc"),
    ],
)
def test_a_slip_is_told_with_its_cure(cures, text, cure):
    assert ("word-wrong", cure) in cures(text)


@pytest.mark.parametrize(
    "text",
    [
        "nhiều người chú ý kiếm tiền",
        "cảnh sát nhập cuộc",
        "có dấu hiệu xuất huyết",
        "các vụ việc liên quan trong tỉnh",
        "đã có công văn đề nghị hỗ trợ",
        "bệnh nhân Đinh Văn A được xuất viện",
        "anh Nhửng làm việc ở đây",
        "khoa Chẩn đoán hình ảnh",
        "Có Sở Y tế Hà Nội cùng dự",
        "bà Phạm Thị Thường Xuyến dự họp",
        "làm việc bằng chính trí tuệ của mình",
    ],
)
def test_words_that_only_meet_are_left_alone(found, text):
    assert not [code for code, _ in found(text) if code == "word-wrong"]


def test_the_table_is_in_the_form_in_which_words_are_compared():
    for form, cure, _ in entries():
        written = " ".join(form)
        assert written == merge_tone_style(written.lower())
        assert cure.lower() != written


def test_each_form_stands_once():
    forms = [form for form, _, _ in entries()]
    assert len(forms) == len(set(forms))


def test_no_form_is_a_part_of_its_own_cure(rule):
    for _, cure, _ in entries():
        assert not [hit for hit in rule.check(cure) if hit.code == "word-wrong"], cure
