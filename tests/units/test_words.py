"""A line divided into words, and the way back to the text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plugins.units.words import compared, words_of


def read(text):
    return words_of(text, compared(text))


def test_words_are_compared_in_small_letters_old_tone_style_and_plain_numbers():
    words = read("Đảng uỷ, Cụm số 02 (năm 2020)")
    assert words.words == ("đảng", "ủy", "cụm", "số", "2", "năm", "2020")
    assert [words.printed(index) for index in (1, 4)] == ["uỷ", "02"]
    assert words.run(2, 5) == "Cụm số 02"


def test_gaps_are_told_with_single_blanks():
    words = read("  A \xa0 B ,  C")
    assert [words.gap(index) for index in range(4)] == [" ", " ", " , ", ""]
    assert words.after(2) == ""


def test_capitals_are_those_of_the_text():
    words = read("Sở y Tế")
    assert [words.is_capital(index) for index in range(4)] == [True, False, True, False]


def test_marks_behind_their_letters_do_not_part_a_word():
    text = unicodedata.normalize("NFD", "Sở Y tế")
    assert compared(text) is None
    words = read(text)
    assert words.words == ("sở", "y", "tế")
    assert words.run(0, 3) == text


def test_a_letter_with_two_small_ones_moves_no_place():
    words = read("İ Sở Y tế")
    assert words.printed(1) == "Sở"


@given(st.text())
def test_words_and_gaps_together_are_the_text(text):
    words = read(text)
    parts = [words.gaps[index] + words.printed(index) for index in range(len(words.words))]
    whole = "".join([*parts, words.gaps[-1]])
    assert len(words.gaps) == len(words.words) + 1
    assert whole.lower() == text.lower() or len(whole) == len(text)
