"""TCVN3 and VNI, as fonts say or as a text plainly is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.word_bulletins import _TO_TCVN3, VN_TIME

from plugins.desk.importing.fields_of_posts import page_of_fields
from plugins.desk.importing.old_letters import from_vn3, from_vni, of_font, repaired
from plugins.desk.importing.plain_text import read_plain_text

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ "


@given(st.text(alphabet=SMALL, max_size=40))
def test_every_letter_of_tcvn3_comes_back(text):
    assert from_vn3(text.translate(_TO_TCVN3)) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sôû Y teá", "Sở Y tế"),
        ("Beänh vieän Ña khoa", "Bệnh viện Đa khoa"),
        ("ngöôøi daân", "người dân"),
        ("trònh ñoä", "trịnh độ"),
        ("kyõ thuaät", "kỹ thuật"),
        ("chöõ", "chữ"),
    ],
)
def test_vni_is_read(written, meant):
    assert unicodedata.normalize("NFC", from_vni(written)) == meant


def test_a_font_says_which_encoding_its_letters_have():
    assert of_font("Së Y tÕ", VN_TIME) == "Sở Y tế"
    assert of_font("së y tÕ", ".VnTimeH") == "SỞ Y TẾ"
    assert of_font("Sở Y tế", "Times New Roman") == "Sở Y tế"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_plain_text_comes_out_composed_whatever_it_was_saved_as(encoding):
    text = "Trạm y tế xã hướng dẫn người dân rửa tay đúng cách trước bữa ăn hằng ngày."
    for written in (text, unicodedata.normalize("NFD", text), text.translate(_TO_TCVN3)):
        page = read_plain_text(written.encode(encoding))
        assert [block.text for block in page.blocks] == [text]


def test_a_record_is_converted_as_a_whole_and_told(zone):
    text = "Trạm y tế xã hướng dẫn người dân rửa tay đúng cách trước bữa ăn hằng ngày."
    record = {"title": "Rửa tay", "body": f"{text}\n{text}", "id": 7}
    old = {name: v.translate(_TO_TCVN3) if isinstance(v, str) else v for name, v in record.items()}
    page = page_of_fields(old, zone)
    assert page.declared.title == "Rửa tay"
    assert [block.text for block in page.blocks] == [text, text]
    assert page.notes == (("import-old-letters", ""),)


def test_a_text_is_converted_only_where_it_is_plainly_old():
    old = "Héi nghÞ tæng kÕt c«ng t¸c y tÕ n¨m 2003 cña Së Y tÕ"
    assert repaired(old) == ("Hội nghị tổng kết công tác y tế năm 2003 của Sở Y tế", True)
    for text in ("Hội nghị tổng kết", "The café and the naïve coöperation", "Õ Ê ù"):
        assert repaired(text) == (text, False)
