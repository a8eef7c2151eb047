"""Data of persons, and what is public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.gating import codes, examine_body, facts

from plugins.gate.privacy import find_in_text


def found(text, **public):
    return [finding.code for finding in find_in_text(text, **public)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Liên hệ 0912345678 để biết", "private-phone"),
        ("Điện thoại: 0912.345.678", "private-phone"),
        ("+84 912 345 678", "private-phone"),
        ("tel:+84912345678", "private-phone"),
        ("Gọi (0912) 345 678", "private-phone"),
        ("Gọi +84(0)912345678", "private-phone"),
        ("thư nguyenvana@gmail.com", "private-email"),
        ("Mã số BHXH 0123456789", "private-identity"),
        ("thẻ HS 4 01 0123456789", "private-identity"),
        ("ông An, SN 12/03/1990", "private-birthday"),
        ("BN Nguyễn Văn An, chẩn đoán viêm phổi", "private-patient"),
        ("Bệnh nhân 17 là Nguyễn Hồng Nhung dương tính với COVID-19", "private-patient"),
        ("Anh Nguyễn Văn An (45 tuổi, trú tại xã A) bị ung thư", "private-patient"),
        ("chị Trần Thị Bình, 30 tuổi, nhiễm HIV", "private-patient"),
        ("Số căn cước 001085012345 cấp năm 2021", "private-identity"),
        ("CMND 012345678", "private-identity"),
        ("số 001085012345 ghi trên thẻ", "private-identity"),
        ("bà sinh ngày 15/02/1987 tại Hà Nội", "private-birthday"),
        ("Ngày sinh: 15-2-1987", "private-birthday"),
        ("sinh ngày 29 tháng 8 năm 1980", "private-birthday"),
        ("STK: 19033445566778 của chị Hoa", "private-account"),
        ("Bệnh nhân Nguyễn Văn An, 45 tuổi, mắc lao phổi", "private-patient"),
        ("Chẩn đoán viêm gan cho bệnh nhi Trần Thị Bé", "private-patient"),
        ("Bệnh nhân là ông LÊ VĂN BA dương tính với HIV", "private-patient"),
    ],
)
def test_data_of_persons_are_found(text, code):
    assert found(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng đài 19009095, đường dây nóng 0243.823.456, cấp cứu 115",
        "Điện thoại cơ quan: (024) 3936 9999",
        "Kinh phí 0,912 tỷ đồng; 10.912.345.678 đồng; văn bản số 0912345678901/QĐ",
        "thư soytequangninh@quangninh.gov.vn",
        "Mã hồ sơ 123456789 và 912345678901",
        "Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890",
        "Bà sinh năm 1987; trẻ sinh ngày đầu năm",
        "Số tài khoản 3761.0.1058 tại Kho bạc Nhà nước tỉnh",
        "STK 113000001234 của Quỹ Vì người nghèo",
        "Bệnh nhân N.V.A, 45 tuổi, mắc lao phổi",
        "Bệnh nhân Nguyễn Văn A mắc lao phổi",
        "Chị Trần Thị B. bị ung thư",
        "Ông Nguyễn Văn An, Giám đốc Bệnh viện, cho biết số người mắc lao giảm",
        "Công văn số 4010/KCB ngày 12/03/1990; thuốc HS 123",
        "Bệnh nhân nam 45 tuổi mắc lao phổi",
        "Bệnh nhân Covid-19 nhiễm biến chủng",
        "Bác sĩ Nguyễn Văn An chẩn đoán bệnh nhân mắc lao. Ông cho biết thêm.",
        "Ban Giám đốc thăm bệnh nhân Nguyễn Văn An nhân dịp năm mới",
    ],
)
def test_what_is_public_or_no_person_is_innocent(text):
    assert found(text) == []


def test_registered_work_phones_and_mails_are_public():
    units = "- id: a\n  name: Bệnh viện A\n  phone: 0912.345.678\n  email: bva@gmail.com\n"
    body = "Liên hệ 0912 345 678, +84912345678 hoặc BVA@gmail.com để biết."
    assert codes(examine_body(body, facts(units))) == []
    assert codes(examine_body(body)) == ["private-phone", "private-phone", "private-email"]


def test_a_report_does_not_repeat_the_number():
    (finding,) = find_in_text("Liên hệ 0912345678 để biết")
    assert finding.values["text"] == "091•••••78"
    (finding,) = find_in_text("thư nguyenvana@gmail.com")
    assert finding.values["text"] == "ng…@gmail.com"


@given(st.text(alphabet="0123456789 .-@gmail.comSTKsinhngày/", max_size=120))
def test_any_text_is_read(text):
    for finding in find_in_text(text):
        assert 0 <= finding.start < finding.end <= len(text)
