"""Tones on letters."""

import unicodedata

import pytest

from plugins.vietnamese import Tone, put_tone, split_tone, strip_tones
from plugins.vietnamese.letters import PLAIN_VOWELS, TONED_VOWELS, VOWELS


@pytest.mark.parametrize(
    ("letter", "plain", "tone"),
    [
        ("a", "a", Tone.NGANG),
        ("ờ", "ơ", Tone.HUYEN),
        ("Ẩ", "Â", Tone.HOI),
        ("ỹ", "y", Tone.NGA),
        ("ứ", "ư", Tone.SAC),
        ("ệ", "ê", Tone.NANG),
        ("đ", "đ", Tone.NGANG),
        ("ñ", "ñ", Tone.NGANG),
        ("7", "7", Tone.NGANG),
    ],
)
def test_a_letter_splits_into_letter_and_tone(letter: str, plain: str, tone: Tone) -> None:
    assert split_tone(letter) == (plain, tone)


def test_every_vowel_takes_every_tone() -> None:
    letters = {put_tone(vowel, tone) for vowel in PLAIN_VOWELS for tone in Tone}

    assert len(letters) == 72
    assert all(len(letter) == 1 for letter in letters)
    assert letters | {letter.upper() for letter in letters} == set(VOWELS)
    assert len(TONED_VOWELS) == 120


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_takes_the_place_of_another(tone: Tone) -> None:
    toned = [put_tone(letter, tone) for letter in VOWELS]

    assert [split_tone(letter) for letter in toned] == [
        (split_tone(letter)[0], tone) for letter in VOWELS
    ]
    assert all(unicodedata.is_normalized("NFC", letter) for letter in toned)


@pytest.mark.parametrize("letter", ["đ", "b", "ü", "", "ai"])
def test_only_vowels_carry_tones(letter: str) -> None:
    with pytest.raises(ValueError, match="not a Vietnamese vowel"):
        put_tone(letter, Tone.SAC)


def test_stripping_tones_keeps_hats_and_length() -> None:
    text = "Được phục hồi CHỨC NĂNG, ngày 3"

    assert strip_tones(text) == "Đươc phuc hôi CHƯC NĂNG, ngay 3"
    assert len(strip_tones(text)) == len(text)


def test_tones_stand_in_dictionary_order() -> None:
    assert [put_tone("a", tone) for tone in sorted(Tone)] == list("aàảãáạ")
