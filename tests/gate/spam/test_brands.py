"""Brand names of gambling sites, and the codes and names that only look like them."""

import pytest

from plugins.gate.spam.brands import find_brands
from plugins.gate.spam.folded import folded
from plugins.gate.wordlist import words


def brands(text):
    return [finding.values["text"] for finding in find_brands(folded(text))]


BRANDS = words(
    "w88 fb88 FB88 sky88 kuwin 98win go88 789club shbet kubet sunwin 188bet f8bet bk88 MB66 8xbet "
    "Rikvip hitclub gemwin 11bet bong88 i9bet 33win ae888 bk8 dafabet sv388 kubet77 luck8 88clb"
)


@pytest.mark.parametrize("brand", sorted(BRANDS))
def test_brands_are_found(brand):
    assert brands(f"Tham gia {brand} ngay hôm nay") == [brand]


@pytest.mark.parametrize(
    "text",
    [
        "188 ca mắc, 79 ca khỏi, năm 1988 và 1999, 88 người",
        "Mã bệnh F99, C79, W88, X88 theo ICD-10; mã E66.9",
        "Quốc lộ QL88, đường tỉnh DT79, xe TL99",
        "Tây Tạng (Tibet), Darwin, Edwin, Baldwin, Erwin, Alphabet, fanclub",
        "Dấu ấn CD79a, CD99; kháng thể Ki67; IL99",
        "Công ty F88, đạn RG88, chuyến bay VN1266, VJ689, chuẩn IP68",
        "Văn bản số 88/QĐ-SYT, phòng 99, khu B79",
        "phòng VIP, câu lạc bộ (club), chiến thắng (win)",
        "Bluetooth 4.2, Windows 11, windows và 5G",
    ],
)
def test_numbers_codes_and_names_are_innocent(text):
    assert brands(text) == []


def test_a_capital_letter_before_88_is_a_disease_and_a_small_one_a_site():
    assert brands("W88 m88") == ["m88"]


@pytest.mark.parametrize("brand", ["KU BET", "SKY 88", "789 club", "Sun Win", "f8 bet", "𝗸𝘂𝗯𝗲𝘁"])
def test_brands_in_two_words_and_in_other_letters_are_found(brand):
    assert brands(f"Tham gia {brand} ngay hôm nay") == [brand]


def test_words_with_marks_are_no_brand_in_two_words():
    assert brands("gò 88 hộ dân, mới 88 ca, xã Gỗ 88") == []


def test_many_brands_are_cut():
    assert len(brands("kubet sky88 " * 60)) == 20
