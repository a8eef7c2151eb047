"""The lists: hand-picked bulletins first, then by score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.related.corpus import frozen_of, ranker_of, vectors_of
from plugins.related.documents import Doc
from plugins.related.parallel import Map, in_turn, ranges
from plugins.related.ranking import Candidate, Ranker
from plugins.related.reasons import PICKED, Reason, reasons_of
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable
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


def ranker_of_texts(
    docs: Sequence[Doc], texts: TextTable, settings: RelatedSettings, run: Map
) -> Ranker:
    """Count, weigh and make the ranker: the steps of a full build.

    Args:
        docs: the bulletins in the order of ranking.
        texts: their terms, in the same order.
        settings: the settings.
        run: divides the work.
    """
    weigher = Weigher(frozen_of(docs, texts), settings)
    return ranker_of(docs, texts, vectors_of(docs, texts, weigher, run), settings)


def related_lists(
    docs: Sequence[Doc],
    texts: TextTable,
    names: Mapping[str, str],
    settings: RelatedSettings,
    run: Map = in_turn,
) -> RelatedLists:
    """Make all lists.

    Args:
        docs: the bulletins in the order of ranking.
        texts: their terms, in the same order.
        names: printed names, by ``unit ID`` and ``author ID``.
        settings: the settings.
        run: divides the work.
    """
    ranker = ranker_of_texts(docs, texts, settings, run)
    # Most of the memory; ranking does not need it. Callers do well not to keep it either.
    del texts
    places = {doc.path: place for place, doc in enumerate(docs)}

    def rows(part: range) -> list[tuple[list[Candidate], list[Candidate]]]:
        return [one_list(place, docs, places, ranker, settings) for place in part]

    # Part after part is let go: at 20,000 bulletins all of them take as much as the lists.
    parts = run(rows, ranges(len(docs)))[::-1]
    lists: dict[str, tuple[Related, ...]] = {}
    for own in docs:
        if not parts[-1]:
            parts.pop()
        picked, ranked = parts[-1].pop(0)
        entries = [_entry(own, candidate, docs, names) for candidate in (*picked, *ranked)]
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
