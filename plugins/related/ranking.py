"""The exact order of all candidates of a bulletin: score, then date, then address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.related.index import Index, Scores
from plugins.related.settings import RelatedSettings
from plugins.related.vectors import KIND_SHIFT, KINDS, POINT

NEARNESS: Final = "nearness"
# A follow-up comes within weeks; the last edition a year or two ago, give or take a month. Days,
# and the part of the points of nearness.
_WEEKS: Final = 45
_YEARS: Final = ((365, 2), (731, 4))
_GIVE: Final = 30


# What binds two bulletins: the kind, the key of the feature (0 for text and time), points.
Part = tuple[str, int, int]


class Candidate(NamedTuple):
    """A bulletin by its place in the order, its score, and what that is made of.

    The score is the sum of the points of its parts, which stand with the strongest first.
    """

    place: int
    score: int
    parts: tuple[Part, ...]


class Ranker:
    """Ranks the rows of an index.

    Args:
        index: the rows; their order settles equal scores.
        days: the publish dates as ordinals, in that order.
        standing: which bulletins may stand in the lists of others; also an attribute.
        barred: for a bulletin that has near-copies, the places of those who stand for them.
        settings: the settings.
    """

    def __init__(
        self,
        index: Index,
        days: NDArray[np.int64],
        standing: NDArray[np.bool_],
        barred: Mapping[int, Sequence[int]],
        settings: RelatedSettings,
    ) -> None:
        self._index = index
        self._days = days
        self.standing = standing
        self._barred = barred
        self._settings = settings

    def rank_one(
        self, place: int, *, limit: int | None = None, floor: int | None = None
    ) -> list[Candidate]:
        """Return the best candidates of one bulletin, the best first.

        Args:
            place: its place in the order.
            limit: at most so many; without it as many as a list has entries.
            floor: another floor than that of the settings, in their points.
        """
        scores = self._index.scores(place)
        total = scores.total
        total[[place, *self._barred.get(place, ())]] = 0
        least = self._settings.floor if floor is None else floor
        found = np.flatnonzero(total >= max(least * POINT, 1))
        found = found[self.standing[found]]
        near = self._nearness(place, found)
        full = total[found].astype(np.int64) + near
        best = np.argsort(-full, kind="stable")[: self._settings.max if limit is None else limit]
        return _candidates(found[best], near[best], scores)

    def compare(self, place: int, others: Sequence[int]) -> list[Candidate]:
        """Score some bulletins with one, in the order given, whether they are candidates or not."""
        chosen = np.array(others, np.int64)
        return _candidates(chosen, self._nearness(place, chosen), self._index.scores(place))

    def are_copies(self, one: int, other: int) -> bool:
        """Tell whether two bulletins are near-copies, or one of them stands for the other."""
        return one == other or bool(
            {one, *self._barred.get(one, ())} & {other, *self._barred.get(other, ())}
        )

    def reached(self, place: int) -> dict[int, int]:
        """Return whose lists a bulletin may enter: their places, and its score with each of them.

        Scores are symmetric. Who keeps, for each list, the score of its last entry, knows from this
        which lists change when a bulletin comes: those of which it beats the last entry. When one
        goes, those that named it.
        """
        if not self.standing[place]:
            return {}
        total = self._index.scores(place).total
        found = np.flatnonzero(total >= self._settings.floor * POINT)
        found = found[found != place]
        full = total[found].astype(np.int64) + self._nearness(place, found)
        return dict(zip(found.tolist(), full.tolist(), strict=True))

    def _nearness(self, place: int, others: NDArray[np.int64]) -> NDArray[np.int64]:
        return nearness(np.abs(self._days[others] - self._days[place]), self._settings.nearness)


def nearness(distance: NDArray[np.int64], points: int) -> NDArray[np.int64]:
    """Return the points for the days between two publish dates; the same both ways.

    Full on the same day, nothing after 45 days; half about one year apart, a quarter about two.
    """
    most = points * POINT
    found = most * (_WEEKS - distance).clip(min=0) // _WEEKS
    for days, part in _YEARS:
        found = np.where(np.abs(distance - days) <= _GIVE, most // part, found)
    return found


def _candidates(
    chosen: NDArray[np.int64], near: NDArray[np.int64], scores: Scores
) -> list[Candidate]:
    texts = scores.text[chosen].astype(np.int64).tolist()
    ties = _ties_of(chosen, scores)
    found = []
    for other, text, time in zip(chosen.tolist(), texts, near.tolist(), strict=True):
        parts = [("text", 0, text), *ties.get(other, ())]
        # The strongest first; time is no reason of its own and stays last.
        parts.sort(key=lambda part: -part[2])
        kept = tuple(part for part in (*parts, (NEARNESS, 0, time)) if part[2])
        found.append(Candidate(other, sum(part[2] for part in kept), kept))
    return found


def _ties_of(chosen: NDArray[np.int64], scores: Scores) -> dict[int, list[Part]]:
    ties: dict[int, list[Part]] = {}
    if not len(scores.tied):
        return ties
    wanted = np.zeros(len(scores.total), np.bool_)
    wanted[chosen] = True
    for found in np.flatnonzero(wanted[scores.tied]).tolist():
        key = int(scores.tie_keys[found])
        tie = (KINDS[key >> KIND_SHIFT], key, int(scores.tie_points[found]))
        ties.setdefault(int(scores.tied[found]), []).append(tie)
    return ties
