"""Each trap of the issue TAGGING, both ways: it tags, and it must not tag."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.units.recogniser import Recogniser
from plugins.units.registry import units_of

NAMES = [
    # full names, in any case and either tone style
    ("Sáng 15/7, Trung tâm Y tế huyện Hữu Lũng tổ chức", ["ttyt-huu-lung"]),
    ("trung tâm y tế huyện Hữu Lũng", ["ttyt-huu-lung"]),
    ("TRUNG TÂM Y TẾ HUYỆN HỮU LŨNG KHÁM BỆNH MIỄN PHÍ", ["ttyt-huu-lung"]),
    ("Uỷ ban nhân dân tỉnh Lạng Sơn", ["ubnd-ls"]),
    ("Trung tâm Y tế Hữu Lũng", ["ttyt-huu-lung"]),
    ("Cụm Thi đua số 02", ["cum-2"]),
    ("Bệnh viện Đa khoa tỉnh Lạng Sơn", ["bvdk-ls"]),
    # letters are never merged
    ("Bệnh viện Y học cổ truyền Lạng Sơn", ["bv-yhct"]),
    ("Bệnh viện Y Dược cổ truyền Lạng Sơn", []),
    ("Trung tâm Y tế huyện Hữu Lưng", []),
    # abbreviations
    ("TTYT huyện Hữu Lũng", ["ttyt-huu-lung"]),
    ("BVĐK tỉnh Quảng Ngãi", ["bvdk-qn"]),
    ("BV Phổi Lạng Sơn", ["bv-phoi"]),
    ("CDC Quảng Ngãi", ["cdc-qn"]),
    ("TTKSBT tỉnh Quảng Ngãi", ["cdc-qn"]),
    ("CDC Hoa Kỳ khuyến cáo", []),
    ("CDC Thanh Hóa", []),
    ("UBND tỉnh Lạng Sơn", ["ubnd-ls"]),
    ("SYT Lạng Sơn", ["syt-ls"]),
    ("Sở Y tế TP.HCM", ["syt-hcm"]),
    ("Sở Y tế TPHCM", ["syt-hcm"]),
    ("Quyết định số 831/QĐ-BYT", []),
    ("Công văn 2147/BYT-TCCB", []),
    ("địa chỉ bo-y-te.example, BYT.VN", []),
    # the longest name wins
    ("Đảng bộ Trung tâm Y tế huyện Mê Linh", ["dang-bo-ml"]),
    ("Cục Y tế dự phòng, Bộ Y tế", ["cuc-ytdp"]),
    ("Phòng Nghiệp vụ Y Sở Y tế Lạng Sơn", ["phong-nvy"]),
    # another body that bears the name
    ("Chi bộ Bệnh viện Phổi", []),
    ("Công đoàn cơ sở Trung tâm Y tế huyện Hữu Lũng", []),
    ("Đoàn Thanh niên Bệnh viện Phổi Lạng Sơn", []),
    ("Ban Giám đốc Sở Y tế Lạng Sơn", ["syt-ls"]),
    # syllables of other words
    ("cán bộ y tế ở cơ sở y tế", []),
    ("CÁN BỘ Y TẾ", []),
    ("Thành ủy viên, Bí thư", []),
    ("Thành ủy Hà Nội", ["thanh-uy-hn"]),
    # kinds, plurals, places
    ("các bệnh viện tuyến tỉnh", []),
    ("các Bệnh viện Đa khoa", []),
    ("8 TTYT và 302 trạm y tế", []),
    ("trở thành trung tâm y tế chuyên sâu", []),
    ("một số Sở Y tế", []),
    ("tại huyện Hữu Lũng, tỉnh Lạng Sơn", []),
    ("năm 2023 Sở Y tế Lạng Sơn", ["syt-ls"]),
    # another place's unit
    ("Sở Y tế Thanh Hóa", []),
    ("Sở Y tế tỉnh Thanh Hóa", []),
    ("Bệnh viện Phổi Trung ương", []),
    ("Bệnh viện Đa khoa Xanh Pôn", []),
    ("Giám đốc Sở Y tế Nguyễn Văn An phát biểu", ["syt-ls", "syt-qn", "syt-hcm"]),
]

LISTS = [
    ("các phòng Nghiệp vụ Y, Nghiệp vụ Dược", ["phong-nvy", "phong-nvd"]),
    (
        "phòng Nghiệp vụ Y, Nghiệp vụ Dược và Tổ chức - Hành chính",
        ["phong-nvy", "phong-nvd", "phong-tchc"],
    ),
    (
        "Trung tâm Y tế các huyện Bắc Sơn, Chi Lăng và Hữu Lũng",
        ["ttyt-bac-son", "ttyt-chi-lang", "ttyt-huu-lung"],
    ),
    (
        "các Trung tâm Y tế huyện: Bắc Sơn, Chi Lăng, Hữu Lũng",
        ["ttyt-bac-son", "ttyt-chi-lang", "ttyt-huu-lung"],
    ),
    (
        "Trung tâm Y tế huyện Bắc Sơn, Đình Lập và Hữu Lũng",
        ["ttyt-bac-son", "ttyt-huu-lung"],
    ),
    (
        "04 bệnh viện: Đa khoa tỉnh, Phổi, Phục hồi chức năng và Y học cổ truyền",
        ["bvdk-ls", "bvdk-qn", "bv-phoi", "bv-phcn", "bv-yhct"],
    ),
    ("trạm y tế xã Văn Khê, Tiền Phong", ["tyt-van-khe", "tyt-tien-phong"]),
    ("Trạm Y tế xã Văn Khê, Mê Linh, Hà Nội", ["tyt-van-khe"]),
    ("Trạm Y tế xã Văn Khê và Mê Linh", ["tyt-van-khe", "tyt-me-linh"]),
    ("đoàn đến các xã Văn Khê, Tiền Phong", []),
    ("Bệnh viện Phổi Lạng Sơn, Sở Tài chính và Công an tỉnh", ["bv-phoi"]),
]


@pytest.mark.parametrize(("text", "units"), NAMES)
def test_a_name_is_found_or_left_alone(units_in, text, units):
    assert units_in(text) == units


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_members_of_a_list_share_its_head(units_in, text, units):
    assert units_in(text) == units


@pytest.mark.parametrize(("text", "units"), [pair for pair in NAMES if pair[1]])
def test_a_name_is_found_within_a_sentence(units_in, text, units):
    assert units_in(f"Ngày 5/3, «{text}», theo báo cáo.") == units


def test_a_newline_ends_a_name(recogniser):
    text = "Trung tâm Y tế\nhuyện Hữu Lũng"
    assert [text[found.start : found.end] for found in recogniser.find(text)] == ["Trung tâm Y tế"]


def test_places_are_those_of_the_text(recogniser):
    text = "Tại TTYT huyện Hữu Lũng, Bệnh viện Phổi Lạng Sơn."
    printed = [text[found.start : found.end] for found in recogniser.find(text)]
    assert printed == ["TTYT huyện Hữu Lũng", "Bệnh viện Phổi Lạng Sơn"]


@given(st.lists(st.sampled_from([text for text, _ in NAMES + LISTS] + [" ", ", ", "\n", "12"])))
def test_any_mixture_gives_places_in_order_and_apart(recogniser, parts):
    text = unicodedata.normalize("NFC", "".join(parts))
    ends = 0
    for found in recogniser.find(text):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


@given(st.text())
def test_any_text_can_be_read(recogniser, text):
    recogniser.find(unicodedata.normalize("NFC", text))


def test_an_empty_registry_finds_nothing():
    assert Recogniser(units_of([]), FAMILY_NAMES).find("Sở Y tế Lạng Sơn") == []
