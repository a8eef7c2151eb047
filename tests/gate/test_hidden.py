"""Invisible signs inside words and letters of other scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.gating import codes, examine_body

from plugins.gate.hidden import find_hidden


def found(text):
    return [(finding.code, finding.start) for finding in find_hidden(text)]


@pytest.mark.parametrize(
    "sign",
    ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u034f", "\u3164", "\ufe0f", "\U000e0061"],
)
def test_an_invisible_sign_inside_a_word_is_found(sign):
    assert found(f"Hội ng{sign}hị") == [("hidden-sign", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffHội nghị",
        "Hội \u200bnghị",
        "Gia đình 👨\u200d👩\u200d👧",
        "Hội nghị.\u200b",
        "chữ\u00adcái",
    ],
)
def test_between_words_and_in_emoji_it_is_harmless_paste(text):
    assert found(text) == []


@pytest.mark.parametrize("sign", ["\u202e", "\u2066"])
def test_signs_that_turn_the_direction_are_found(sign):
    assert found(f"abc{sign}def")[0][0] == "direction-sign"


@pytest.mark.parametrize(
    ("word", "letter"),
    [("nhà cái".replace("c", "с"), "с"), ("Вệnh", "В"), ("viện".replace("i", "і"), "і")],
)
def test_a_letter_of_another_script_in_a_latin_word_is_found(word, letter):
    assert found(f"Xem {word}") == [("lookalike-letter", 4 + word.index(letter))]


@pytest.mark.parametrize("word", ["𝐓𝐡𝐨𝐧𝐠", "ⓗⓞⓘ", "ｈｏｉ", "🄷🄾🄸"])
def test_letters_in_another_dress_are_found(word):
    assert found(f"Xem {word} nhé") == [("lookalike-letter", 4)]


@pytest.mark.parametrize(
    "text",
    ["TNFα và IFNγ", "5 μg, 3 μmol", "β-lactam", "Ngày Δ", "Москва", "Omega-3", "❤\ufe0f 1️⃣ ① Ⓐ"],
)
def test_greek_of_science_and_foreign_words_are_innocent(text):
    assert found(text) == []


def test_the_rule_reads_a_file_before_it_is_cleaned():
    assert "hidden-sign" in codes(examine_body("Hội ng\u200bhị diễn ra."))
    assert "lookalike-letter" in codes(examine_body("Bệnh νiện tỉnh họp."))


@given(st.text(max_size=100))
def test_any_text_is_read(text):
    for finding in find_hidden(text):
        assert 0 <= finding.start < finding.end <= len(text)
