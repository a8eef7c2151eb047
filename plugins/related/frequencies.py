"""How many bulletins hold a term, frozen on the oldest 2^k of them.

Weights that follow every addition change the lists of dozens of bulletins that have nothing to do
with it (measured; rounding alone does not help). Counted on the oldest 2^k, they stay until the
number of bulletins has doubled, and are a function of the content all the same: no file of weights
has to be kept. A term that none of these holds counts fully, as one that a single one holds.

From 512 on a sample is counted, chosen by the path: what is common is common in the sample too, and
lists are as good (measured). Of 512 to 2,048 it is one in 32. A bulletin that is deleted or dated
back moves the frozen ones by one; were all counted, that changed a median of 126 lists of 2,000,
and so it changes 5, unless one of the two is of the sample. Larger archives can have more than that
without that harm (a median of 11 lists of 9,200), and want it: with one in 32, an edit of one that
is counted changes hundreds of lists. They count 4,096.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.related.terms import Hashes

_FEW: Final = 256
_SAMPLED: Final = 512
_SHARE: Final = 32
_MANY: Final = 4096
_RARE: Final = 24
_SHARE_OF_RARE: Final = 32


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts over the frozen bulletins.

    ``hashes`` (ascending) and ``counts`` list the terms that are not rare, and in how many of the
    sample each stands. Each bulletin of the sample stands for ``scale`` frozen ones. ``ties``
    counts what else binds bulletins (units, series and so on), on all frozen ones; ``size`` is
    their number.
    """

    size: int
    scale: int
    hashes: Hashes
    counts: NDArray[np.int32]
    ties: Counter[str]

    def of_terms(self, terms: Hashes) -> NDArray[np.int32]:
        """Estimate in how many frozen bulletins each term stands; rare ones in ``rare(size)``."""
        counts = looked_up(terms, self.hashes, self.counts) * np.int32(self.scale)
        return counts.clip(min=rare(self.size))


def frozen_size(count: int) -> int:
    """Return on how many of so many public bulletins terms are counted: the oldest ones.

    The largest power of two, but all of fewer than 256: there the oldest half would not tell what
    is common, and a list that changes costs nothing.
    """
    return count if count < _FEW else 1 << (count.bit_length() - 1)


def rare(size: int) -> int:
    """Return on how many of so many bulletins a term still counts as rare as can be.

    That a word is in three texts of ten thousand says no more than that it is in twenty: measured,
    it is better so, and an edit of a frozen bulletin shifts fewer weights. On small sites it is a
    share.
    """
    return min(max(size // _SHARE_OF_RARE, 1), _RARE)


def scale(size: int) -> int:
    """Return for how many bulletins each of the sample stands when so many are frozen."""
    if size >= _MANY:
        return size // _MANY
    return _SHARE if size >= _SAMPLED else 1


def is_in_sample(path: str, size: int) -> bool:
    """Tell whether a bulletin is counted when so many are frozen."""
    return zlib.crc32(path.encode()) % scale(size) == 0


def count_frozen(size: int, terms: Sequence[Hashes], ties: Iterable[Iterable[str]]) -> Frequencies:
    """Count terms and ties.

    Args:
        size: the number of frozen bulletins.
        terms: those of each bulletin of the sample that it dwells on: a word that is said once in
            passing comes and goes with any edit, and would shift weights each time.
        ties: for each frozen bulletin, the keys of its other features, none twice.
    """
    counted = Counter(key for keys in ties for key in keys)
    hashes, counts = repeated(terms)
    telling = counts * scale(size) > rare(size)
    return Frequencies(size, scale(size), hashes[telling], counts[telling], counted)


def repeated(arrays: Sequence[Hashes]) -> tuple[Hashes, NDArray[np.int32]]:
    """Return the numbers that stand in two or more of many arrays, and in how many each does.

    Args:
        arrays: each without repetition.

    Returns:
        The numbers, ascending, and their counts.
    """
    numbers = np.concatenate([np.empty(0, np.uint32), *arrays])
    numbers.sort()
    begins = np.ones(len(numbers), np.bool_)
    begins[1:] = numbers[1:] != numbers[:-1]
    first = np.flatnonzero(begins)
    counts = np.diff(first, append=len(numbers)).astype(np.int32)
    several = counts > 1
    return numbers[first[several]], counts[several]


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
