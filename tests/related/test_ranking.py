"""The whole of ranking against its definition, and the promises of exactness."""

from __future__ import annotations

import datetime as dt
import itertools

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.related.corpus import frozen_of, ranker_of, vectors_of
from plugins.related.documents import Doc, in_order
from plugins.related.index import Index
from plugins.related.lists import RelatedLists, related_lists
from plugins.related.ranking import nearness
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable, terms_of
from plugins.related.vectors import POINT, Weigher

# A floor so low that everything in common shows, and statistics of few bulletins.
OPEN = RelatedSettings(floor=1)
VOCABULARY = ["tiêm chủng", "sởi", "hiến máu", "khen thưởng", "lao phổi", "dinh dưỡng", "tập huấn"]


@st.composite
def small_sites(draw) -> list[Doc]:
    """A dozen bulletins that have words, units, series and days in common."""
    docs = []
    for number in range(draw(st.integers(0, 12))):
        phrases = draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4))
        docs.append(
            Doc(
                path=f"{number}",
                url=f"/{number}/",
                day=dt.date(2020, 1, 1) + dt.timedelta(days=draw(st.sampled_from([0, 1, 40, 366]))),
                title=". ".join(phrases),
                text=f"bài {number}. " + ". ".join(draw(st.permutations(phrases))),
                subjects=tuple(draw(st.sets(st.sampled_from("abc"), max_size=2))),
                mentioned=tuple(draw(st.sets(st.sampled_from("abcd"), max_size=2))),
                series=draw(st.sampled_from(["", "", "s"])),
                authors=draw(st.sampled_from([(), ("x",)])),
                public=draw(st.sampled_from([True, True, True, False])),
            )
        )
    return [doc if doc.public else Doc(**{**_fields(doc), "offered": False}) for doc in docs]


def _fields(doc: Doc) -> dict[str, object]:
    return {name: getattr(doc, name) for name in Doc.__slots__}


def ranked(docs) -> RelatedLists:
    ordered, texts, _ = parts_of_a_site(docs)
    return related_lists(ordered, texts, {}, OPEN)


def parts_of_a_site(docs):
    ordered = in_order(docs)
    texts = TextTable.of([terms_of(doc) for doc in ordered])
    vectors = vectors_of(ordered, texts, Weigher(frozen_of(ordered, texts), OPEN))
    return ordered, texts, vectors


@given(small_sites())
def test_a_row_is_the_product_of_the_vectors(docs):
    ordered, _, vectors = parts_of_a_site(docs)
    index = Index(vectors, np.array([doc.public for doc in ordered], np.bool_), 300)
    for row, vector in enumerate(vectors):
        scores = index.scores(row).total
        weights = dict(zip(vector.keys.tolist(), vector.weights.tolist(), strict=True))
        for other, its in enumerate(vectors):
            if other != row:
                pairs = zip(its.keys.tolist(), its.weights.tolist(), strict=True)
                assert scores[other] == sum(weights.get(key, 0) * weight for key, weight in pairs)


@given(small_sites())
def test_scores_are_symmetric_and_the_parts_add_up(docs):
    ordered, texts, vectors = parts_of_a_site(docs)
    ranker = ranker_of(ordered, texts, vectors, OPEN)
    for one, other in itertools.combinations(range(len(ordered)), 2):
        (there,) = ranker.compare(one, [other])
        (back,) = ranker.compare(other, [one])
        assert there.score == back.score == sum(points for *_, points in there.parts)


@given(small_sites())
def test_a_list_is_the_start_of_the_order_of_all_candidates(docs):
    ordered, texts, vectors = parts_of_a_site(docs)
    ranker = ranker_of(ordered, texts, vectors, OPEN)
    for place in range(len(ordered)):
        everybody = ranker.rank_one(place, limit=len(ordered))
        order = [
            (-each.score, -ordered[each.place].day.toordinal(), ordered[each.place].url)
            for each in everybody
        ]
        assert order == sorted(order)
        assert ranker.rank_one(place) == everybody[: OPEN.max]
        assert place not in {each.place for each in everybody}
        assert all(ordered[each.place].offered for each in everybody)


@given(small_sites(), st.randoms(use_true_random=False))
def test_any_order_of_input_gives_the_same_lists(docs, chooser):
    expected = ranked(docs).lists
    shuffled = list(docs)
    chooser.shuffle(shuffled)
    assert ranked(shuffled).lists == expected


@given(small_sites())
def test_whom_a_bulletin_reaches_are_those_who_rank_it(docs):
    ordered, texts, vectors = parts_of_a_site(docs)
    ranker = ranker_of(ordered, texts, vectors, OPEN)
    for place in range(len(ordered)):
        reached = ranker.reached(place)
        for other in range(len(ordered)):
            ranked = {each.place: each.score for each in ranker.rank_one(other, limit=99)}
            if place in ranked:
                assert reached[other] == ranked[place]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(small_sites())
def test_drafts_move_nobody_elses_list(docs):
    public = [doc for doc in docs if doc.public]
    everything = ranked(docs)
    for path, entries in ranked(public).lists.items():
        assert everything.of(path) == entries


@pytest.mark.parametrize(
    ("days", "share"),
    [
        (0, 1),
        (45, 0),
        (46, 0),
        (200, 0),
        (365, 1 / 2),
        (340, 1 / 2),
        (400, 0),
        (731, 1 / 4),
        (1096, 0),
    ],
)
def test_nearness_is_high_for_follow_ups_and_editions(days, share):
    assert nearness(np.array([days]), 20).tolist() == [int(20 * POINT * share)]


def test_nearness_falls_with_the_days():
    found = nearness(np.arange(46), 15).tolist()
    assert found == sorted(found, reverse=True)


def test_a_feature_that_spreads_after_the_freeze_is_dropped(make):
    docs = [make(f"{number}", series="mới") for number in range(30)]
    ordered, _, vectors = parts_of_a_site(docs)
    public = np.ones(len(ordered), np.bool_)
    assert Index(vectors, public, 30).scores(0).tied.size
    assert not Index(vectors, public, 7).scores(0).tied.size
    assert Index(vectors, np.zeros(len(ordered), np.bool_), 7).scores(0).tied.size
