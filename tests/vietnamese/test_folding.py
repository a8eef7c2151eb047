"""Folding in its three strengths (research note 3.1, 3.2, 3.4)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import fold, fold_exact, merge_tone_style


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("hoà", "hòa"),
        ("hòa", "hòa"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("ĐẢNG UỶ", "ĐẢNG ỦY"),
        ("Khoẻ  mạnh\n", "Khỏe  mạnh\n"),
        ("kĩ thuật", "kĩ thuật"),
    ],
)
def test_merging_tone_style_keeps_letters_case_and_blanks(text: str, merged: str) -> None:
    assert merge_tone_style(text) == merged


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế", "SỞ Y TẾ"),
        ("Đảng uỷ Sở Y tế", "ĐẢNG ỦY SỞ Y TẾ"),
        ("Lê  Hoà", "Lê Hòa"),
        (" Lê\u00a0Hà\n", "lê hà"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Hưng"), "Nguyễn Văn Hưng"),
        ("Trung tâm Y tế", "trung tâm y tế"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert fold_exact(one) == fold_exact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Lê Hà", "Lê Hạ"),
        ("sởi", "sỏi"),
        ("Cúm", "Cụm"),
        ("Bệnh viện Y học cổ truyền", "Bệnh viện Y Dược cổ truyền"),
        ("Đan", "Dan"),
        ("kỹ thuật", "kĩ thuật"),
        ("Quý", "Quy"),
        ("Mê Linh", "MêLinh"),
    ],
)
def test_names_that_are_different(one: str, other: str) -> None:
    assert fold_exact(one) != fold_exact(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng bộ Đa khoa", "dang bo da khoa"),
        ("Đảng ủy", "dang uy"),
        ("Đảng uỷ", "dang uy"),
        ("Đường", "duong"),
        ("nổ hũ", "no hu"),
        ("nỗ hu", "no hu"),
        ("ẮẶẦỆỖỢỮỸ", "aaaeoouy"),
        ("Lạng Sơn,  15/7 – 106,6%\n", "lang son,  15/7 – 106,6%\n"),
        ("Müller, Hélène, İzmir", "muller, helene, izmir"),
        ("Москва", "москва"),
        ("й", "й"),
        ("Straße", "strasse"),
    ],
)
def test_full_folding_drops_tones_hats_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_full_folding_leaves_ascii_of_every_valid_syllable(
    valid_syllables: frozenset[str],
) -> None:
    assert all(fold(word).isascii() and len(fold(word)) == len(word) for word in valid_syllables)


def test_exact_folding_parts_all_valid_syllables_but_for_tone_style(
    valid_syllables: frozenset[str],
) -> None:
    assert len({fold_exact(word) for word in valid_syllables}) == len(
        {merge_tone_style(word) for word in valid_syllables}
    )


TEXT = st.text() | st.text(alphabet="aăâđhoàẠ\u0301\u0302\u0309 Ủyßİΐ\u0345")


@pytest.mark.parametrize("function", [merge_tone_style, fold_exact, fold])
@given(text=TEXT)
def test_folding_is_idempotent_gives_nfc_and_takes_nfd(function, text: str) -> None:
    folded = function(text)

    assert function(folded) == folded
    assert unicodedata.is_normalized("NFC", folded)
    assert function(unicodedata.normalize("NFD", text)) == folded


@given(text=TEXT)
def test_each_strength_merges_what_the_weaker_one_merges(text: str) -> None:
    assert fold_exact(merge_tone_style(text)) == fold_exact(text)
    assert fold(merge_tone_style(text)) == fold(text)
    assert " ".join(fold(text).split()) == " ".join(fold(fold_exact(text)).split())


@given(text=TEXT)
def test_merging_tone_style_keeps_positions(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert len(merge_tone_style(composed)) == len(composed)
