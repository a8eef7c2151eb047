"""Paste damage goes; places stay those of the author's file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.source import MAX_OF_ONE_CODE, Source, clean


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("Sở\xa0\xa0\xa0Y tế", "Sở Y tế"),
        ("Sở\xa0Y\u2009tế", "Sở Y tế"),
        ("\xa0\xa0\xa0\xa0\xa0TIN, ẢNH MINH HIỀN", "TIN, ẢNH MINH HIỀN"),
        ("hội\u200b ng\xadhị\ufeff", "hội nghị"),
        ("Ðảng bộ, ðồng chí", "Đảng bộ, đồng chí"),
        ("Hội nghị kết thúc./.", "Hội nghị kết thúc."),
        ("Hội nghị kết thúc ./.", "Hội nghị kết thúc."),
        ("Hội nghị kết thúc../.  ", "Hội nghị kết thúc.  "),
        ("./.", ""),
        ("đoạn một\n \xa0 \nđoạn hai", "đoạn một\n\nđoạn hai"),
        ("một dòng  \nhai", "một dòng  \nhai"),
        ("một dòng \nhai", "một dòng\nhai"),
        ("    - mục con", "    - mục con"),
        ("\t- mục con", "    - mục con"),
        ("a  b\tc", "a b c"),
        ("năm 2022 ./. 2023", "năm 2022 ./. 2023"),
    ],
)
def test_paste_damage_is_understood(pasted, cleaned):
    assert clean(pasted) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ("a\nb <x", "<", (11, 3)),
        ("a\n\xa0\xa0\xa0b\xa0\xa0c <x", "<", (11, 9)),
        ("a\nSở\u200b\u200b Y\xad tế <", "<", (11, 12)),
        ("<", "<", (10, 1)),
        ("a\n\n\n   \xa0<", "<", (13, 5)),
    ],
)
def test_a_place_is_that_of_the_file(text, sign, place):
    source = Source(text, 10, "bulletins/2025/bai.md")
    assert source.place(source.text.index(sign)) == place
    line, column = place
    assert text.split("\n")[line - 10][column - 1] == sign


def test_a_million_of_one_problem_is_shown_as_the_first_few():
    source = Source("x\n" * 1_000, 1, "bulletins/2025/bai.md")
    for row in range(1_000):
        source.report_line("heading-empty", row)
    source.report("link-unclosed", 4)
    assert len(source.problems) == MAX_OF_ONE_CODE + 1
    assert (source.problems[-1].line, source.problems[-1].column) == (3, 1)


@given(st.text(alphabet=" \t\n\xa0\u200b\xadðab<./", max_size=60))
def test_cleaning_keeps_lines_and_is_stable_and_every_sign_is_traced(text):
    source = Source(text, 1, "bulletins/2025/bai.md")
    assert source.text.count("\n") == text.count("\n")
    assert clean(source.text) == source.text
    for offset, sign in enumerate(source.text):
        if sign in "<ab/":
            line, column = source.place(offset)
            assert text.split("\n")[line - 1][column - 1] == sign
