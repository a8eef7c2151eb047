"""The lists: hand-picked bulletins first, then by score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.related.corpus import frozen_of, ranker_of, vectors_of
from plugins.related.documents import Doc, in_order
from plugins.related.parallel import Map, in_turn, ranges
from plugins.related.ranking import Candidate, Ranker
from plugins.related.reasons import PICKED, Reason, reasons_of
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTerms
from plugins.related.vectors import Weigher


@dataclass(frozen=True, slots=True)
class Related:
    """One entry of a list: the file of the bulletin, its score, and why it is there.

    1,000,000 points of score are two equal texts. The first reason is the one to print.
    """

    path: str
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RelatedLists:
    """The list of every bulletin, by its path; an empty one has nothing to show."""

    lists: Mapping[str, tuple[Related, ...]]

    def of(self, path: str) -> tuple[Related, ...]:
        """Return the list of a bulletin; none for a path that is no bulletin's."""
        return self.lists.get(path, ())


def ranked_corpus(
    docs: Sequence[Doc], texts: Mapping[str, TextTerms], settings: RelatedSettings, run: Map
) -> tuple[list[Doc], Ranker]:
    """Put bulletins in order and make their ranker.

    Args:
        docs: the bulletins, in any order.
        texts: their terms, by path.
        settings: the settings.
        run: divides the work.
    """
    ordered = in_order(list(docs))
    own = [texts[doc.path] for doc in ordered]
    weigher = Weigher(frozen_of(ordered, own, run), settings)
    vectors = vectors_of(ordered, own, weigher, run)
    return ordered, ranker_of(ordered, own, vectors, settings, run)


def related_lists(
    docs: Sequence[Doc],
    texts: Mapping[str, TextTerms],
    names: Mapping[str, str],
    settings: RelatedSettings,
    run: Map = in_turn,
) -> RelatedLists:
    """Make all lists.

    Args:
        docs: the bulletins, in any order.
        texts: their terms, by path.
        names: printed names, by ``unit ID`` and ``author ID``.
        settings: the settings.
        run: divides the work.
    """
    ordered, ranker = ranked_corpus(docs, texts, settings, run)
    places = {doc.path: place for place, doc in enumerate(ordered)}

    def rows(part: range) -> list[tuple[list[Candidate], list[Candidate]]]:
        return [one_list(place, ordered, places, ranker, settings) for place in part]

    found = [one for part in run(rows, ranges(len(ordered))) for one in part]
    lists: dict[str, tuple[Related, ...]] = {}
    for own, (picked, ranked) in zip(ordered, found, strict=True):
        entries = [_entry(own, candidate, ordered, names) for candidate in (*picked, *ranked)]
        for number, entry in enumerate(entries[: len(picked)]):
            entries[number] = Related(entry.path, entry.score, (PICKED, *entry.reasons))
        lists[own.path] = tuple(entries)
    return RelatedLists(lists)


def one_list(
    place: int,
    docs: Sequence[Doc],
    places: Mapping[str, int],
    ranker: Ranker,
    settings: RelatedSettings,
) -> tuple[list[Candidate], list[Candidate]]:
    """Choose the entries of one list: those picked by hand, in their order, and the best others.

    A picked bulletin that may not be offered, or is a near-copy of this one or of one picked
    before, is left out.
    """
    picked: list[int] = []
    for path in docs[place].pinned:
        other = places[path]
        taken = (place, *picked)
        if docs[other].offered and not any(ranker.are_copies(one, other) for one in taken):
            picked.append(other)
    del picked[settings.max :]
    ranked = ranker.rank_one(place, limit=settings.max + len(picked))
    others = [
        candidate
        for candidate in ranked
        if not any(ranker.are_copies(one, candidate.place) for one in picked)
    ]
    return ranker.compare(place, picked) if picked else [], others[: settings.max - len(picked)]


def _entry(
    own: Doc, candidate: Candidate, docs: Sequence[Doc], names: Mapping[str, str]
) -> Related:
    other = docs[candidate.place]
    return Related(other.path, candidate.score, reasons_of(own, other, candidate.parts, names))
