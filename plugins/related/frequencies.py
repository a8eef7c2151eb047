"""How many bulletins hold a term, frozen on the oldest 2^k of them.

Weights that follow every addition change the lists of dozens of bulletins that have nothing to do
with it (measured; rounding alone does not help). Counted on the oldest 2^k, they stay until the
number of bulletins has doubled, and are a function of the content all the same: no file of weights
has to be kept. A term that none of these holds counts fully, as one that a single one holds.

Of more than 4,096 a sample is counted, chosen by the path: every second of 8,192, every fourth of
16,384. What is rare is rare in the sample too, and counting stays cheap.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.related.parallel import Map, in_turn
from plugins.related.terms import Hashes

# Parts into which counting is divided by the number itself; more than the workers need to be busy.
_RANGES: Final = 64
_FEW: Final = 256
_SAMPLE: Final = 4096


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts over the frozen bulletins.

    ``hashes`` (ascending) and ``counts`` list the terms that two of the sample or more hold. Each
    bulletin of the sample stands for ``scale`` frozen ones. ``ties`` counts what else binds
    bulletins (units, series and so on), on all frozen ones; ``size`` is their number.
    """

    size: int
    scale: int
    hashes: Hashes
    counts: NDArray[np.int32]
    ties: Counter[str]

    def of_terms(self, terms: Hashes) -> NDArray[np.int32]:
        """Estimate in how many frozen bulletins each term stands, at least 1."""
        found = looked_up(terms, self.hashes, self.counts)
        return np.where(found > 1, found * self.scale, 1)


def frozen_size(count: int) -> int:
    """Return on how many of so many public bulletins terms are counted: the oldest ones.

    The largest power of two, but all of fewer than 256: there the oldest half would not tell what
    is common, and a list that changes costs nothing.
    """
    return count if count < _FEW else 1 << (count.bit_length() - 1)


def is_in_sample(path: str, size: int) -> bool:
    """Tell whether a bulletin is counted when so many are frozen."""
    return zlib.crc32(path.encode()) % max(size // _SAMPLE, 1) == 0


def count_frozen(
    size: int, terms: Sequence[Hashes], ties: Iterable[Iterable[str]], run: Map = in_turn
) -> Frequencies:
    """Count terms and ties.

    Args:
        size: the number of frozen bulletins.
        terms: those of each bulletin of the sample.
        ties: for each frozen bulletin, the keys of its other features, none twice.
        run: divides the work.
    """
    counted = Counter(key for keys in ties for key in keys)
    hashes, counts = repeated(terms, run)
    return Frequencies(size, max(size // _SAMPLE, 1), hashes, counts, counted)


def repeated(arrays: Sequence[Hashes], run: Map = in_turn) -> tuple[Hashes, NDArray[np.int32]]:
    """Return the numbers that stand in two or more of many arrays, and in how many each does.

    Args:
        arrays: each ascending, without repetition.
        run: divides the work, by ranges of numbers.

    Returns:
        The numbers, ascending, and their counts.
    """
    if not arrays:
        return np.empty(0, np.uint32), np.empty(0, np.int32)
    inner = (np.arange(1, _RANGES, dtype=np.uint64) * (2**32 // _RANGES)).astype(np.uint32)
    cuts = np.zeros((len(arrays), _RANGES + 1), np.int32)
    for row, array in zip(cuts, arrays, strict=True):
        row[1:-1] = np.searchsorted(array, inner)
        row[-1] = len(array)

    def count(part: int) -> tuple[Hashes, NDArray[np.int32]]:
        limits = cuts[:, part : part + 2].tolist()
        slices = (array[low:high] for array, (low, high) in zip(arrays, limits, strict=True))
        numbers = np.concatenate(list(slices))
        numbers.sort()
        starts = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), numbers[1:] != numbers[:-1])))
        counts = np.diff(starts, append=len(numbers)).astype(np.int32)
        several = counts > 1
        return numbers[starts[: len(counts)][several]], counts[several]

    parts = run(count, range(_RANGES))
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def looked_up(wanted: Hashes, numbers: Hashes, counts: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the counts of numbers; 1 for those that are not listed."""
    if not len(numbers):
        return np.ones(len(wanted), np.int32)
    places = np.searchsorted(numbers, wanted)
    places[places == len(numbers)] = 0
    return np.where(numbers[places] == wanted, counts[places], np.int32(1))


def octaves(size: int, count: int) -> int:
    """Return log2(size / count), rounded; 0 or more. Exact: no floating point is used.

    Args:
        size: the number of bulletins.
        count: in how many of them something stands.
    """
    if count >= size:
        return 0
    # round(log2 r) is the whole part of log2(2 r²) / 2.
    return ((2 * size * size // (count * count)).bit_length() - 1) // 2
