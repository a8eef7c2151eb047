from __future__ import annotations

import math

import numpy as np
import pytest

from plugins.related.frequencies import count_frozen
from plugins.related.settings import RelatedSettings
from plugins.related.terms import terms_of
from plugins.related.vectors import (
    KIND_SHIFT,
    KINDS,
    POINT,
    UNIT_LENGTH,
    Weigher,
    tie_key,
    tie_names,
)


@pytest.fixture
def weigh(filler):
    """Return a function that weighs a bulletin by the statistics of the unrelated ones."""

    def vector(doc, frozen=filler, **settings):
        terms = [terms_of(one).terms() for one in frozen]
        frequencies = count_frozen(len(terms), terms, [tie_names(one) for one in frozen])
        weigher, text = Weigher(frequencies, RelatedSettings(**settings)), terms_of(doc)
        return weigher.vector_of(doc, text.terms(), text.occurrences())

    return vector


def weights(vector, kind="text"):
    kinds = (vector.keys >> np.uint64(KIND_SHIFT)).astype(int)
    return vector.weights[kinds == KINDS.index(kind)].astype(int).tolist()


def test_a_text_is_a_vector_of_length_one_thousand(weigh, make):
    length = math.sqrt(sum(weight**2 for weight in weights(weigh(make("a")))))
    assert length == pytest.approx(UNIT_LENGTH, abs=10)


def test_only_the_strongest_terms_are_kept(weigh, make):
    assert len(weights(weigh(make("a"), terms=20))) == 20


def test_keys_are_ascending_with_terms_first(weigh, make):
    vector = weigh(make("a", subjects=("so-y-te",), series="s", authors=("x",)))
    assert (np.diff(vector.keys.astype(object)) > 0).all()
    assert weights(vector) == vector.weights[: len(weights(vector))].tolist()


def test_a_term_on_too_many_bulletins_says_nothing(weigh, make):
    frozen = [make(f"{number}", title="", text="sởi") for number in range(32)]
    asked = make("a", title="", text="sởi. lao")
    assert len(weights(weigh(asked, frozen, most_bulletins=31))) == 1


@pytest.mark.parametrize(
    ("fields", "kind", "points"),
    [
        ({"series": "s"}, "series", 500),
        ({"event": "e"}, "event", 400),
        ({"decisions": ("d",)}, "award", 200),
        ({"subjects": ("u",)}, "unit", 200),
        ({"authors": ("x",)}, "author", 10),
    ],
)
def test_what_is_the_same_gives_the_points_of_its_setting(weigh, make, fields, kind, points):
    (weight,) = weights(weigh(make("a", **fields)), kind)
    assert weight**2 == pytest.approx(points * POINT, rel=0.01)


def test_several_of_a_kind_together_give_its_points_once(weigh, make):
    found = weights(weigh(make("a", subjects=tuple("abcdefgh"))), "unit")
    assert sum(weight**2 for weight in found) <= 200 * POINT


def test_a_mentioned_unit_weighs_less_than_a_subject(weigh, make):
    (subject,) = weights(weigh(make("a", subjects=("u",))), "unit")
    (mentioned,) = weights(weigh(make("a", mentioned=("u",))), "unit")
    assert 0 < mentioned < subject


def test_a_unit_that_is_both_counts_as_subject(weigh, make):
    found = weights(weigh(make("a", subjects=("u",), mentioned=("u", "u"))), "unit")
    assert found == weights(weigh(make("a", subjects=("u",))), "unit")


def test_the_more_bulletins_a_unit_is_on_the_less_it_weighs(weigh, make):
    found = []
    for count in (2, 8, 20, 32):
        frozen = [
            make(f"{number}", subjects=("u",) if number < count else ()) for number in range(32)
        ]
        found.append(sum(weights(weigh(make("a", subjects=("u",)), frozen), "unit")))
    assert found == sorted(found, reverse=True)
    assert found[0] > found[2] > found[3] == 0


def test_a_series_on_too_many_bulletins_says_nothing(weigh, make):
    frozen = [make(f"{number}", series="giao ban") for number in range(40)]
    assert weights(weigh(make("a", series="giao ban"), frozen, most_bulletins=30), "series") == []


def test_keys_differ_by_kind():
    assert tie_key("unit", "a") != tie_key("author", "a")
    assert tie_key("unit", "a") >> KIND_SHIFT == KINDS.index("unit")
