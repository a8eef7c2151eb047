"""All rows at once: for each feature, who has it and with what weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.related.vectors import KIND_SHIFT, Vector, joined

# A feature that came up after the statistics were frozen may spread before they are renewed. It is
# dropped when it stands on this many times as many bulletins as a frozen one may.
_SPREAD: Final = 4


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all bulletins with one of them, without nearness in time.

    ``text`` and ``total`` are in the order of the bulletins. ``ties`` are the single features that
    are no terms: whose they are, their keys and the points they bring.
    """

    text: NDArray[np.float64]
    total: NDArray[np.float64]
    tied: NDArray[np.int32]
    tie_keys: NDArray[np.uint64]
    tie_points: NDArray[np.int64]


class Index:
    """Rows, and the same by feature. Made once, then only read, also by forked processes.

    Args:
        vectors: the rows, in the order of ranking.
        public: which bulletins the public knows; the others have scores, but their number moves
            nobody's.
        most_bulletins: the setting of that name.
    """

    def __init__(
        self, vectors: Sequence[Vector], public: NDArray[np.bool_], most_bulletins: int
    ) -> None:
        self.size = len(vectors)
        lengths = np.array([len(vector.keys) for vector in vectors], np.int64)
        together = joined(vectors)
        keys, weights = together.keys, together.weights
        del together
        # Indexes of 32 bits: at 20,000 bulletins each array of 64 is another 16 MB.
        order = np.argsort(keys, kind="stable").astype(np.int32)
        ordered = keys[order]
        begins = np.ones(len(keys), np.bool_)
        begins[1:] = ordered[1:] != ordered[:-1]
        first = np.flatnonzero(begins).astype(np.int32)
        names = ordered[first]
        size = len(keys)
        del keys, ordered, begins
        counts = np.diff(first, append=np.int32(size))
        owners = np.repeat(np.arange(self.size, dtype=np.int32), lengths)[order]
        known = np.cumsum(np.concatenate((np.zeros(1, np.bool_), public[owners])), dtype=np.int32)
        kept = (counts > 1) & (known[first + counts] - known[first] <= most_bulletins * _SPREAD)
        mask = np.repeat(kept, counts)
        column = np.full(size, -1, np.int32)
        column[order[mask]] = np.repeat(np.arange(kept.sum(), dtype=np.int32), counts[kept])
        self._keys = names[kept]
        self._starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts[kept])))
        self._owners = owners[mask]
        self._weights = weights[order[mask]]
        linked = column >= 0
        self._columns = column[linked]
        self._values = weights[linked]
        ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        before = np.concatenate((np.zeros(1, np.bool_), linked))
        self._rows = np.cumsum(before, dtype=np.int64)[ends]
        # Terms have the lowest numbers, because their kind is 0.
        self._terms = int(np.searchsorted(self._keys, np.uint64(1 << KIND_SHIFT)))

    def scores(self, index: int) -> Scores:
        """Score all bulletins with one."""
        row = slice(self._rows[index], self._rows[index + 1])
        columns, values = self._columns[row], self._values[row]
        terms = int(np.searchsorted(columns, self._terms))
        owners, points = self._postings(columns[:terms], values[:terms])
        # Floating point holds these whole numbers exactly: none reaches 2^53.
        text = np.bincount(owners, points, self.size).astype(np.float64, copy=False)
        tied, tie_points = self._postings(columns[terms:], values[terms:])
        total = text.copy()
        np.add.at(total, tied, tie_points)
        counts = self._starts[columns[terms:] + 1] - self._starts[columns[terms:]]
        keys = np.repeat(self._keys[columns[terms:]], counts)
        return Scores(text, total, tied, keys, tie_points)

    def _postings(
        self, columns: NDArray[np.int32], values: NDArray[np.uint16]
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return whose some features are, and the points they bring, feature after feature."""
        starts = self._starts[columns]
        lengths = self._starts[columns + 1] - starts
        shifts = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        places = np.arange(len(shifts)) + shifts
        points = self._weights[places] * np.repeat(values.astype(np.int64), lengths)
        return self._owners[places], points
