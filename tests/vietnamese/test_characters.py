"""Repair of characters (research note 3.1)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import collapse_spaces, nfc, repair_lookalikes, strip_invisible

ZERO_WIDTH_SPACE = "\u200b"
SOFT_HYPHEN = "\u00ad"
NBSP = "\u00a0"


@pytest.mark.parametrize(
    "typed",
    [
        "e\u0323\u0302",  # the order of NFD
        "e\u0302\u0323",
        "ê\u0323",
        "ẹ\u0302",
    ],
)
def test_every_way_to_type_a_letter_gives_the_same_letter(typed: str) -> None:
    assert nfc(typed) == "ệ"


@pytest.mark.parametrize(("typed", "composed"), [("a\u0340", "à"), ("a\u0341", "á")])
def test_deprecated_tone_marks_compose(typed: str, composed: str) -> None:
    assert nfc(typed) == composed


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("Ðảng ủy", "Đảng ủy"),
        ("Ɖa khoa", "Đa khoa"),
        ("ðiều trị", "điều trị"),
        ("ɖến", "đến"),
        ("Nguyễn Vаn An", "Nguyễn Van An"),  # Cyrillic а
        ("Hа\u0300 Nội", "Hà Nội"),  # Cyrillic а with a combining grave
        ("Lê Тoàn", "Lê Toàn"),  # Cyrillic Т
        ("Сovid-19", "Covid-19"),  # Cyrillic С
        ("ΗIV", "HIV"),  # Greek Η
        ("cοvid", "covid"),  # Greek omicron
    ],
)
def test_lookalikes_in_latin_words_are_repaired(written: str, repaired: str) -> None:
    assert repair_lookalikes(written) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "Москва",
        "Соса",  # Cyrillic from end to end, though each letter has a Latin double
        "А",
        "Ρ ΑΟ",
        "TNFα, IFNγ, β-lactam, 5 μg",
        "Sở Y tế, hòa, khoẻ",
        "Жan",  # one letter that no Latin letter looks like
    ],
)
def test_foreign_words_stay(text: str) -> None:
    assert repair_lookalikes(text) == nfc(text)


@pytest.mark.parametrize(
    "character",
    [ZERO_WIDTH_SPACE, SOFT_HYPHEN, *"\u200c\u200d\u2060\ufeff\u200e\u202e\u2066\u061c\u034f"],
)
def test_invisible_characters_go(character: str) -> None:
    assert strip_invisible(f"nổ{character} h{character}ũ") == "nổ hũ"


def test_a_mark_parted_from_its_letter_joins_it_again() -> None:
    assert strip_invisible(f"a{ZERO_WIDTH_SPACE}\u0301") == "á"


def test_visible_characters_stay() -> None:
    text = f"“Một cửa” – 106,6%…{NBSP}☎\n\t./."

    assert strip_invisible(text) == text


@pytest.mark.parametrize(
    ("text", "collapsed"),
    [
        (f"TIN,{NBSP * 90}ẢNH", "TIN, ẢNH"),
        (f"Sở{NBSP}Y tế", "Sở Y tế"),
        ("a \t b", "a b"),
        ("a\u2003\u202f\u3000b", "a b"),
        ("a\vb\u2028c", "a b c"),
        ("một \n\n  hai\r\nba", "một \n\n hai\r\nba"),
        ("  a  ", " a "),
        ("a b", "a b"),
        ("", ""),
    ],
)
def test_blanks_become_one_space_and_line_breaks_stay(text: str, collapsed: str) -> None:
    assert collapse_spaces(text) == collapsed


@pytest.mark.parametrize("function", [nfc, repair_lookalikes, strip_invisible, collapse_spaces])
@given(text=st.text())
def test_each_repair_is_idempotent_gives_nfc_and_takes_nfd(function, text: str) -> None:
    repaired = function(text)

    assert function(repaired) == repaired
    assert unicodedata.is_normalized("NFC", repaired)
    assert function(unicodedata.normalize("NFD", text)) == repaired


@given(text=st.text())
def test_collapsing_keeps_everything_that_is_no_blank(text: str) -> None:
    assert collapse_spaces(text).split() == nfc(text).split()
