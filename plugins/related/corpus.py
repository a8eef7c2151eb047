"""From bulletins and their terms to a ranker: the steps of a full build, in order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.related.copies import groups_of, near_copies
from plugins.related.documents import Doc
from plugins.related.frequencies import Frequencies, count_frozen, frozen_size, is_in_sample
from plugins.related.index import Index
from plugins.related.parallel import Map, in_turn, ranges
from plugins.related.ranking import Ranker
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable
from plugins.related.vectors import Vector, Weigher, joined, tie_names


def frozen_of(docs: Sequence[Doc], texts: TextTable) -> Frequencies:
    """Count terms and ties on the oldest 2^k public bulletins.

    Args:
        docs: the bulletins in the order of ranking.
        texts: their terms.
    """
    public = [place for place, doc in enumerate(docs) if doc.public]
    size = frozen_size(len(public))
    frozen = public[len(public) - size :]
    sample = [texts.dwelt_on(place) for place in frozen if is_in_sample(docs[place].path, size)]
    return count_frozen(size, sample, (tie_names(docs[place]) for place in frozen))


def vectors_of(
    docs: Sequence[Doc], texts: TextTable, weigher: Weigher, run: Map = in_turn
) -> list[Vector]:
    """Weigh all bulletins."""

    def weigh(rows: range) -> tuple[list[int], Vector]:
        found = [
            weigher.vector_of(docs[row], texts.terms(row), texts.occurrences(row)) for row in rows
        ]
        return [len(vector.keys) for vector in found], joined(found)

    vectors: list[Vector] = []
    for lengths, together in run(weigh, ranges(len(docs))):
        start = 0
        for length in lengths:
            part = slice(start, start + length)
            vectors.append(Vector(together.keys[part], together.weights[part]))
            start += length
    return vectors


def standing_of(
    docs: Sequence[Doc], pairs: Sequence[tuple[int, int]]
) -> tuple[list[bool], dict[int, tuple[int, ...]]]:
    """Choose who stands for each group of near-copies: the oldest that may be offered.

    Args:
        docs: the bulletins in the order of ranking, the newest first.
        pairs: the near-copies among them, by place.

    Returns:
        Which bulletins may stand in lists; and for each that has near-copies, who stands for them,
        none of whom may stand in its own list. A draft connects no two others.
    """
    leaders = groups_of([pair for pair in pairs if all(docs[place].public for place in pair)])
    standing = [doc.offered for doc in docs]
    speakers: dict[int, int] = {}
    for place in sorted(leaders, reverse=True):
        if docs[place].offered:
            speaker = speakers.setdefault(leaders[place], place)
            standing[place] = speaker == place
    barred = {place: {speakers.get(leader, place)} for place, leader in leaders.items()}
    for pair in pairs:
        for own, other in (pair, pair[::-1]):
            if not docs[own].public:
                speaker = speakers.get(leaders.get(other, -1), other)
                barred.setdefault(own, set()).add(speaker)
    return standing, {place: tuple(sorted(others)) for place, others in barred.items()}


def ranker_of(
    docs: Sequence[Doc],
    texts: TextTable,
    vectors: Sequence[Vector],
    settings: RelatedSettings,
) -> Ranker:
    """Make the ranker of all bulletins.

    Args:
        docs: the bulletins in the order of ranking.
        texts: their terms.
        vectors: their rows.
        settings: the settings.
    """
    public = np.array([doc.public for doc in docs], np.bool_)
    standing, barred = standing_of(docs, near_copies(texts, public.tolist()))
    return Ranker(
        Index(vectors, public, settings.most_bulletins),
        np.array([doc.day.toordinal() for doc in docs], np.int64),
        np.array(standing, np.bool_),
        barred,
        settings,
    )
