"""Marks stand in the text as characters that no author can write."""

import pytest

from plugins.bulletins.decoding import decode
from plugins.bulletins.marks import MARK, MAX_MARKS, LineBreak, Literal, Marks


def test_a_mark_comes_back_by_its_character():
    marks = Marks()
    first, second = marks.put(Literal("*")), marks.put(LineBreak())
    assert (marks.get(first), marks.get(second)) == (Literal("*"), LineBreak())
    assert len(marks) == 2
    assert MARK.fullmatch(first)


def test_there_are_only_so_many():
    marks = Marks()
    for _ in range(MAX_MARKS):
        last = marks.put(LineBreak())
    assert MARK.fullmatch(last)
    with pytest.raises(OverflowError):
        marks.put(LineBreak())


@pytest.mark.parametrize("number", [0, 1, MAX_MARKS - 1])
def test_no_file_can_hold_the_character_of_a_mark(number):
    text, [found] = decode(chr(0xF0000 + number).encode(), "bulletins/2025/bai.md")
    assert (text, found.code) == (None, "private-character")
