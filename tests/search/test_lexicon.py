"""The words of a period."""

from __future__ import annotations

from support.search import item

from plugins.search.lexicon import LONGEST, lexicon_of
from plugins.search.postings import postings_of
from plugins.search.terms import batch_of


def lexicon(*titles, items=None):
    batch = batch_of(list(enumerate(item(n, title) for n, title in enumerate(titles))))
    return lexicon_of(postings_of([batch]), batch.tokens, items or len(titles)).split("\n")


def test_the_most_frequent_written_form_stands_for_a_word():
    assert lexicon("sởi", "sởi", "sỏi") == ["sởi b"]


def test_counts_are_classes_of_two():
    assert lexicon(*["sởi"] * 7) == ["sởi c"]
    assert lexicon(*["sởi"] * 8) == ["sởi d"]


def test_words_stand_in_the_order_of_their_folded_forms():
    assert [line[:-2] for line in lexicon("đảng ủy an")] == ["an", "đảng", "ủy"]


def test_numbers_and_monsters_are_no_words():
    assert lexicon("2023 1.200", "x" * (LONGEST + 1)) == [""]


def test_in_many_items_rare_words_are_left_out():
    assert lexicon("sởi sởi", "sốt", "sốt", items=4_000) == ["sốt b"]


def test_both_tone_styles_are_one_word():
    (line,) = lexicon("hòa", "hoà")
    assert line[-2:] == " b"
