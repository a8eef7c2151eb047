"""Files of postings: everything comes back, files are small, common words are cut down."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support.search import decoded, item

from plugins.search.postings import (
    FEWEST_COMMON,
    MANY,
    POSTINGS_A_FILE,
    counts_of,
    cut_down,
    encode,
    postings_of,
    varints,
)
from plugins.search.terms import EXACT_SHIFT, FIELD_BITS, KEY_SHIFT, batch_of, number

ROWS = st.tuples(
    st.integers(0, 2**32 - 1), st.integers(0, 255), st.integers(0, 2**22 - 1), st.integers(0, 2)
)


def packed(rows):
    """Return sorted postings; an item has a form once."""
    once = {row[:3]: row for row in rows}
    return np.array(
        sorted(
            key << KEY_SHIFT | form << EXACT_SHIFT | place << FIELD_BITS | field
            for key, form, place, field in once.values()
        ),
        np.uint64,
    )


@given(st.lists(ROWS, max_size=60))
def test_what_is_written_can_be_read(rows):
    expected = {}
    for posting in map(int, packed(rows)):
        key, form = posting >> KEY_SHIFT, posting >> EXACT_SHIFT & 255
        place, field = posting >> FIELD_BITS & 0x3FFFFF, posting & 3
        expected.setdefault((key, form), []).append((place, field))
    found = {name: sorted(list_) for name, list_ in decoded(encode(packed(rows))).items()}
    assert found == {name: sorted(list_) for name, list_ in expected.items()}


@given(st.lists(st.integers(0, 2**35 - 1), max_size=40))
def test_numbers_of_any_size_are_written(numbers):
    data = varints(np.array(numbers, np.uint64))
    value, shift, found = 0, 0, []
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value, shift = 0, 0
    assert found == numbers


def test_nothing_is_no_bytes():
    assert encode(packed([])) == b""
    assert varints(np.empty(0, np.uint64)) == b""


def test_files_are_cut_by_the_first_bits_of_keys():
    rows = [(number(str(n)), 0, n, 0) for n in range(10 * POSTINGS_A_FILE)]
    postings = cut_down(packed(rows), 10**6)
    shards = postings.shards()
    assert len(shards) == 2**postings.bits == 16
    assert sum(map(len, shards)) == len(rows)
    for place, shard in enumerate(shards):
        assert {int(p) >> (KEY_SHIFT + 32 - postings.bits) for p in shard} == {place}


def test_few_postings_are_one_file():
    postings = cut_down(packed([(7, 1, 0, 0)]), 1)
    assert postings.bits == 0
    assert [len(shard) for shard in postings.shards()] == [1]


def test_a_common_word_keeps_its_titles_alone_and_says_so():
    docs = [item(n, "Y tế" if n % 10 == 0 else "Khác", "y tế") for n in range(200)]
    all_ = postings_of([batch_of(list(enumerate(docs)))])
    found = decoded(encode(cut_down(all_, len(docs)).packed))
    (forms,) = [list_ for (key, _), list_ in found.items() if key == number("te") | 1]
    assert (0, MANY) in forms
    titles = [place for place, field in forms if field == 2]
    assert titles == list(range(0, 200, 10))
    assert len(forms) == len(titles) + 1


def test_in_few_items_no_word_is_common():
    docs = [item(n, "", "y tế") for n in range(FEWEST_COMMON)]
    all_ = postings_of([batch_of(list(enumerate(docs)))])
    assert len(cut_down(all_, len(docs)).packed) == len(all_) == 3 * len(docs)


def test_forms_are_counted():
    docs = [item(0, "sởi"), item(1, "sỏi"), item(2, "sởi")]
    forms, counts = counts_of(postings_of([batch_of(list(enumerate(docs)))]))
    assert sorted(counts) == [1, 2]
    assert list(forms) == sorted(forms)


def test_batches_may_come_in_any_division():
    docs = list(enumerate([item(n, f"Tin {n}", "nội dung") for n in range(9)]))
    whole = postings_of([batch_of(docs)])
    assert list(whole) == list(postings_of([batch_of(docs[:4]), batch_of(docs[4:])]))
