"""Terms: which spellings share a number, where pairs end, and which field counts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support.search import item

from plugins.search.terms import (
    BODY,
    EXACT_SHIFT,
    KEY_SHIFT,
    SUMMARY,
    TITLE,
    batch_of,
    exact_form,
    joined,
    number,
    plain,
    tokens_of,
)
from plugins.vietnamese import fold, to_new_style, to_old_style


def postings(*docs):
    return np.frombuffer(batch_of(list(enumerate(docs))).postings, "<u8")


def keys(*docs):
    return {int(posting) >> KEY_SHIFT for posting in postings(*docs)}


def syllable(word):
    return number(fold(word)) | 1


def pair(left, right):
    both = joined(
        np.array([number(fold(left))], np.uint32), np.array([number(fold(right))], np.uint32)
    )
    return int(both[0]) & ~1


def fields(key, *docs):
    return [int(posting) & 3 for posting in postings(*docs) if int(posting) >> KEY_SHIFT == key]


def test_accents_tone_style_and_case_share_a_key():
    assert keys(item(1, "Hòa")) == keys(item(1, "hoà")) == keys(item(1, "HOA")) == {syllable("hoa")}


def test_d_with_a_stroke_is_found_by_d():
    assert keys(item(1, "Đảng")) == {syllable("dang")}


def test_forms_tell_accents_apart_and_tone_styles_not():
    def form(title):
        (posting,) = postings(item(1, title))
        return int(posting) >> EXACT_SHIFT & 255

    assert form("hòa") == form("hoà")
    assert form("sởi") != form("sỏi")


def test_neighbours_make_pairs_within_a_sentence():
    found = keys(item(1, "Bệnh viện. Phổi"))
    assert pair("benh", "vien") in found
    assert pair("vien", "phoi") not in found
    assert pair("vien", "benh") not in found


def test_pairs_reach_over_commas_and_slashes_but_not_lines():
    assert pair("42", "2022") in keys(item(1, "số 42/2022"))
    assert pair("mot", "hai") not in keys(item(1, "", "một\nhai"))
    assert pair("mot", "hai") not in keys(item(1, "một", "hai"))


def test_a_number_is_one_token_without_its_points():
    assert [plain(token) for token in tokens_of("1.200 liều, 12,5%")] == ["1200", "liều", "125"]
    assert syllable("1200") in keys(item(1, "1.200"))


def test_the_weightiest_field_counts_once():
    key = syllable("phổi")
    assert fields(key, item(1, "Phổi", "phổi phổi", summary="phổi")) == [TITLE]
    assert fields(key, item(1, "", "phổi", summary="phổi")) == [SUMMARY]
    assert fields(key, item(1, "", "phổi phổi")) == [BODY]


def test_keys_of_syllables_are_odd_and_those_of_pairs_even():
    found = keys(item(1, "Bệnh viện"))
    assert sorted(key % 2 for key in found) == [0, 1, 1]


def test_postings_are_sorted_and_tell_their_item():
    found = postings(item(1, "một hai"), item(2, "hai ba"))
    assert list(found) == sorted(found)
    places = {int(p) >> 2 & 0x3FFFFF for p in found if int(p) >> KEY_SHIFT == syllable("hai")}
    assert places == {0, 1}


def test_nothing_has_no_postings():
    assert len(postings(item(1, ""))) == 0
    assert batch_of([]).tokens == frozenset()


def test_tokens_for_the_lexicon_are_words_alone():
    assert batch_of([(0, item(1, "Tiêm 1.200 liều H5N1."))]).tokens == {"tiêm", "liều"}


@given(st.lists(st.sampled_from(["hòa", "khoẻ", "thủy", "quý", "y", "tế", "covid"]), max_size=8))
def test_tone_style_never_counts(words):
    text = " ".join(words)
    assert list(postings(item(1, to_old_style(text)))) == list(
        postings(item(1, to_new_style(text)))
    )


@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    for posting in postings(item(1, text, text)):
        assert int(posting) & 3 in (BODY, TITLE)


@given(st.text(alphabet="aăâeêioôơuưyđáàảãạếềểễệ", min_size=1, max_size=6))
def test_the_exact_form_folds_as_the_word_does(word):
    assert fold(exact_form(word)) == fold(word)
