"""Tone style and misplaced marks (research note 3.2)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import (
    Syllable,
    Tone,
    put_tone,
    repair_marks,
    to_new_style,
    to_old_style,
)
from plugins.vietnamese.letters import PLAIN_VOWELS

BOTH_STYLES = [
    ("hòa", "hoà"),
    ("khỏe", "khoẻ"),
    ("thủy", "thuỷ"),
    ("ủy", "uỷ"),
    ("Ủy", "Uỷ"),
    ("HÒA", "HOÀ"),
    ("hóa", "hoá"),
    ("xòe", "xoè"),
    ("tùy", "tuỳ"),
    ("lũy", "luỹ"),
    ("ngụy", "nguỵ"),
    ("nghịch lý ngụy", "nghịch lý nguỵ"),
    ("Luật Thủy sản", "Luật Thuỷ sản"),
    ("ĐẢNG ỦY SỞ Y TẾ", "ĐẢNG UỶ SỞ Y TẾ"),
    ("(hòa)-hỏa/khóa.", "(hoà)-hoả/khoá."),
    ("Òa", "Oà"),
]
SAME_IN_BOTH = """toàn khoét thuyền ngoài khuỷu quý quả giá quà quỳ quỷ quẻ bìa lụa lửa biển thuyền
nhuộm được Huế thuở huỳnh quỳnh hoạch hoặc choàng xoáy ngoéo khuya quyết Nguyễn quốc múa
mùi núi cúi tay hoa khoe huy"""
FOREIGN = ["Chloé", "Zoé", "Malmoà", "Françoá", "canoés", "Haiti", "Covid", "CBCC", "qoà", "wuý"]


@pytest.mark.parametrize(("old", "new"), BOTH_STYLES)
def test_each_style_turns_into_the_other(old: str, new: str) -> None:
    assert to_new_style(old) == new
    assert to_old_style(new) == old


@pytest.mark.parametrize(("old", "new"), BOTH_STYLES)
def test_a_text_in_the_wanted_style_stays(old: str, new: str) -> None:
    assert to_old_style(old) == old
    assert to_new_style(new) == new


@pytest.mark.parametrize("word", SAME_IN_BOTH.split() + FOREIGN)
def test_other_words_stay(word: str) -> None:
    assert to_old_style(word) == word
    assert to_new_style(word) == word


def test_styles_round_trip_on_every_valid_syllable(syllable_parts: tuple[Syllable, ...]) -> None:
    wrong = []
    for syllable in syllable_parts:
        old, new = syllable.text(), syllable.text(new_style=True)
        for cased_old, cased_new in ((old, new), (old.upper(), new.upper())):
            there = to_new_style(cased_old), to_old_style(cased_new)
            if there != (cased_new, cased_old) or len(old) != len(new):
                wrong.append(old)

    assert wrong == []


@pytest.mark.parametrize("convert", [to_old_style, to_new_style, repair_marks])
@given(text=st.text() | st.text(alphabet="hkqugoaeyòàóủỷýẻ \u0301\u0309"))
def test_conversion_is_idempotent_keeps_length_and_takes_nfd(convert, text: str) -> None:
    converted = convert(text)

    assert convert(converted) == converted
    assert len(converted) == len(unicodedata.normalize("NFC", text))
    assert convert(unicodedata.normalize("NFD", text)) == converted


@given(text=st.text() | st.text(alphabet="hkqugoaeyòàóủỷýẻ "))
def test_going_through_the_other_style_changes_nothing(text: str) -> None:
    assert to_old_style(to_new_style(text)) == to_old_style(text)
    assert to_new_style(to_old_style(text)) == to_new_style(text)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("qúy", "quý"),
        ("cuả", "của"),
        ("gìơ", "giờ"),
        ("tòan", "toàn"),
        ("đựơc", "được"),
        ("TÒAN", "TOÀN"),
        ("Tòan quốc", "Toàn quốc"),
        ("qúa trình", "quá trình"),
        ("qủa", "quả"),
        ("gía", "giá"),
        ("gỉai", "giải"),
        ("gíup", "giúp"),
        ("nghiã", "nghĩa"),
        ("điạ phương", "địa phương"),
        ("lọai", "loại"),
        ("ngừơi", "người"),
        ("hùynh", "huỳnh"),
        ("chùyên", "chuyền"),
        ("thủơ", "thuở"),
        ("khủyu", "khuỷu"),
        ("trứơc", "trước"),
        ("moị", "mọi"),
        ("luạ", "lụa"),
    ],
)
def test_misplaced_marks_move(wrong: str, right: str) -> None:
    assert repair_marks(wrong) == right


@pytest.mark.parametrize(
    "word",
    [
        *SAME_IN_BOTH.split(),
        *FOREIGN,
        *(word for pair in BOTH_STYLES for word in pair),
        "gịa",
        "GỊA",
        "đuợc",  # a letter is wrong, not the place of the tone
        "nghành",
        "Río",
        "García",
        "São Paulo",
        "Málaga",
        "éa1",
        "café-crème",
    ],
)
def test_right_words_and_foreign_words_are_not_touched(word: str) -> None:
    assert repair_marks(word) == word


def test_every_misplaced_tone_of_every_valid_syllable_is_repaired(
    syllable_parts: tuple[Syllable, ...],
) -> None:
    wrong = []
    for syllable in syllable_parts:
        if syllable.tone is Tone.NGANG:
            continue
        letters = syllable.initial + syllable.nucleus + syllable.final
        right = {syllable.text(), syllable.text(new_style=True), "gịa"}
        for at, letter in enumerate(letters):
            if letter not in PLAIN_VOWELS:
                continue
            written = letters[:at] + put_tone(letter, syllable.tone) + letters[at + 1 :]
            expected = written if written in right else syllable.text()
            if repair_marks(written) != expected:
                wrong.append((written, expected))

    assert wrong == []
