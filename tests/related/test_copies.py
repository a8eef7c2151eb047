from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.related.copies import copies_of, groups_of, near_copies
from plugins.related.terms import TextTable, TextTerms

# Small numbers meet often; numbers of all sizes use the whole of the table of upper halves.
NUMBERS = st.integers(0, 14).map(lambda number: number * 306_783_378)
SETS = st.lists(st.sets(NUMBERS, max_size=12), max_size=9)


def texts(sets):
    runs = [np.array(sorted(numbers), "<u4").tobytes() for numbers in sets]
    return TextTable.of([TextTerms(b"", b"", own) for own in runs])


def near(one: set[int], other: set[int]) -> bool:
    return bool(one) and len(one & other) * 5 >= len(one | other) * 4


def components(sets, public) -> set[frozenset[int]]:
    """Return the groups by definition: every pair is compared, and joined again and again."""
    groups = [{index} for index in range(len(sets)) if public[index]]
    for left, right in itertools.combinations(range(len(sets)), 2):
        if public[left] and public[right] and near(sets[left], sets[right]):
            one = next(group for group in groups if left in group)
            other = next(group for group in groups if right in group)
            if one is not other:
                groups.remove(other)
                one |= other
    return {frozenset(group) for group in groups if len(group) > 1}


@given(SETS)
def test_the_groups_are_those_of_comparing_every_pair(sets):
    public = [True] * len(sets)
    leaders = groups_of(near_copies(texts(sets), public))
    found = {
        frozenset(index for index, other in leaders.items() if other == leader)
        for leader in leaders.values()
    }
    assert found == components(sets, public)


@given(SETS, st.data())
def test_a_draft_is_paired_with_all_its_copies_and_connects_nobody(sets, data):
    public = data.draw(st.lists(st.booleans(), min_size=len(sets), max_size=len(sets)))
    pairs = near_copies(texts(sets), public)
    among = [pair for pair in pairs if all(public[index] for index in pair)]
    leaders = groups_of(among)
    groups = {
        frozenset(index for index, other in leaders.items() if other == leader)
        for leader in leaders.values()
    }
    assert groups == components(sets, public)
    expected = {
        pair
        for pair in itertools.combinations(range(len(sets)), 2)
        if not all(public[index] for index in pair) and near(sets[pair[0]], sets[pair[1]])
    }
    assert set(pairs) - set(among) == expected


@pytest.mark.parametrize(("shared", "copies"), [(80, True), (79, False)])
def test_four_fifths_of_all_runs_is_the_border(shared, copies):
    one, other = set(range(shared + 10)), set(range(10, 100))
    assert len(one & other) / len(one | other) == shared / 100
    assert bool(near_copies(texts([one, other]), [True, True])) is copies


def test_an_empty_text_is_no_copy_of_another_empty_text():
    assert near_copies(texts([set(), set()]), [True, True]) == []


@given(SETS)
def test_the_copies_of_one_are_those_of_comparing_it_with_each(sets):
    found = texts(sets)
    for index in range(len(found)):
        expected = [other for other, runs in enumerate(sets) if near(sets[index], runs)]
        assert copies_of(found.runs(index), found) == expected
