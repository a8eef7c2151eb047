from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.related.corpus import frozen_of
from plugins.related.documents import in_order
from plugins.related.frequencies import (
    count_frozen,
    frozen_size,
    is_in_sample,
    octaves,
    rare,
    repeated,
)
from plugins.related.terms import TextTable, terms_of

NUMBERS = st.lists(st.sets(st.integers(0, 2**32 - 1) | st.integers(0, 20), max_size=20), max_size=8)


def arrays(sets):
    return [np.array(sorted(numbers), np.uint32) for numbers in sets]


@given(NUMBERS)
def test_repeated_counts_what_several_arrays_hold(sets):
    numbers, counts = repeated(arrays(sets))
    expected = Counter(number for numbers in sets for number in numbers)
    several = sorted((number, count) for number, count in expected.items() if count > 1)
    assert list(zip(numbers.tolist(), counts.tolist(), strict=True)) == several


@pytest.mark.parametrize(
    ("count", "size"),
    [(0, 0), (1, 1), (255, 255), (256, 256), (511, 256), (512, 512), (20_000, 16_384)],
)
def test_the_oldest_power_of_two_is_frozen_and_all_of_few(count, size):
    assert frozen_size(count) == size


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_octaves_are_the_rounded_logarithm(size, count):
    exact = max(math.log2(size / count), 0.0)
    assert abs(octaves(size, count) - exact) <= 0.5 + 1e-9


def test_what_comes_or_goes_outside_the_sample_shifts_no_weight(make):
    # Every seventh has a word in its title, so that there is a weight to shift.
    docs = in_order([make(f"{n}", n, title="sởi" if n % 7 == 0 else f"t{n}") for n in range(520)])

    def counted(kept):
        found = frozen_of(kept, TextTable.of([terms_of(doc) for doc in kept]))
        return found.hashes.tolist(), found.counts.tolist()

    before = counted(docs)
    assert before[0]
    # The one that becomes the newest frozen one must be outside too.
    entering = docs[len(docs) - 513]
    assert not is_in_sample(entering.path, 512)
    old = [doc for doc in docs[-100:] if not is_in_sample(doc.path, 512)]
    for gone in old[:5]:
        assert counted([doc for doc in docs if doc != gone]) == before


def test_what_all_hold_says_nothing():
    assert octaves(32, 32) == octaves(32, 40) == 0


def test_a_term_of_no_frozen_bulletin_counts_like_that_of_one(make):
    terms = [terms_of(make("a", title="", text=text)).terms() for text in ("sởi", "sởi. lao")]
    frequencies = count_frozen(2, terms, [{"unit a"}, {"unit a", "unit b"}])
    assert frequencies.size == 2
    asked = terms_of(make("c", title="", text="sởi. lao. dại")).terms()
    assert sorted(frequencies.of_terms(asked).tolist()) == [1, 1, 2]
    assert frequencies.ties == {"unit a": 2, "unit b": 1}


def test_nothing_frozen_counts_everything_fully(make):
    frequencies = count_frozen(0, [], [])
    assert frequencies.of_terms(terms_of(make("a")).terms()).max() == 1


def test_each_of_a_sample_stands_for_several(make):
    texts = ["sởi. lao", *["sởi"] * 9]
    terms = [terms_of(make("a", title="", text=text)).terms() for text in texts]
    frequencies = count_frozen(16_384, terms, [])
    asked = terms_of(make("c", title="", text="sởi. lao. dại")).terms()
    assert sorted(frequencies.of_terms(asked).tolist()) == [24, 24, 40]


@pytest.mark.parametrize(
    ("size", "most"), [(0, 1), (40, 1), (64, 2), (256, 8), (768, 24), (16_384, 24)]
)
def test_a_term_on_few_bulletins_is_as_rare_as_can_be(size, most):
    assert rare(size) == most


@pytest.mark.parametrize(
    ("size", "share"), [(0, 1), (256, 1), (512, 32), (2048, 32), (4096, 1), (16_384, 4)]
)
def test_one_in_so_many_is_counted_of_any_but_few(size, share):
    counted = sum(is_in_sample(f"bulletins/2024/{number}.md", size) for number in range(8_000))
    assert counted == pytest.approx(8_000 / share, rel=0.1)
