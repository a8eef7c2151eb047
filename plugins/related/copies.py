"""Near-copies: the same text again, with an edited headline or a mended line.

Two texts are near-copies when the Jaccard index of their runs of five syllables is 0.8 or more:
they share four fifths of all runs that either holds. Copies of copies belong together.

Exact, and quick because most runs of most texts stand in one text only: a text of which fewer than
four fifths of the runs stand elsewhere has no near-copy. For the rest, two near-copies share at
least one of the rarest fifth (and one more) of the runs of each, so few pairs are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related.frequencies import looked_up, repeated
from plugins.related.parallel import Map, in_turn, ranges
from plugins.related.terms import Hashes, TextTerms

# The threshold 0.8 as a fraction, so that it is compared exactly.
SHARED, OF = 4, 5


def near_copies(
    texts: Sequence[TextTerms], public: Sequence[bool], run: Map = in_turn
) -> list[tuple[int, int]]:
    """Find near-copies.

    Args:
        texts: the terms of all bulletins.
        public: which of them may connect others.
        run: divides the work.

    Returns:
        Pairs (lower, higher index): all that have a member that is not public, and of the others
        enough to connect each group.
    """
    runs = [text.runs() for text in texts]
    numbers, counts = repeated(runs, run)

    def rare(rows: range) -> dict[int, Hashes]:
        found = ((row, _rare(runs[row], looked_up(runs[row], numbers, counts))) for row in rows)
        return {row: chosen for row, chosen in found if len(chosen)}

    parts = run(rare, ranges(len(runs)))
    return _verified(runs, {row: chosen for part in parts for row, chosen in part.items()}, public)


def _rare(own: Hashes, counts: NDArray[np.int32]) -> Hashes:
    """Return the runs of which a near-copy holds one; none when there can be no near-copy."""
    needed = -(-len(own) * SHARED // OF)
    held = counts > 1
    shared = int(np.count_nonzero(held))
    if not len(own) or shared < needed:
        return own[:0]
    order = np.lexsort((own[held], counts[held]))
    # The runs that stand here alone are the rarest of all, and match nobody's.
    return own[held][order][: shared - needed + 1]


def copies_of(text: TextTerms, others: Sequence[TextTerms]) -> list[int]:
    """Return which of many texts are near-copies of one: what a change of one asks for.

    All runs of all texts are read once, but only by their upper half, in a table that tells which
    of them the one text may hold; few texts hold enough of those to be compared.
    """
    own = text.runs()
    if not len(own) or not others:
        return []
    runs = [other.runs() for other in others]
    lengths = np.array([len(other) for other in runs])
    table = np.zeros(1 << 16, np.bool_)
    table[own >> np.uint32(16)] = True
    held = np.cumsum(np.concatenate((np.zeros(1, np.bool_), table[np.concatenate(runs) >> 16])))
    ends = np.cumsum(lengths)
    most = held[ends] - held[ends - lengths]
    enough = (most * OF >= lengths * SHARED) & (lengths > 0)
    return [index for index in np.flatnonzero(enough).tolist() if _are_near(own, runs[index])]


def groups_of(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return for each index that a pair names the lowest index of its group."""
    above: dict[int, int] = {}

    def leader(index: int) -> int:
        while (higher := above.get(index, index)) != index:
            index = higher
        return index

    for pair in pairs:
        low, high = sorted(map(leader, pair))
        if low != high:
            above[high] = low
    return {index: leader(index) for pair in pairs for index in pair}


def _verified(
    runs: Sequence[Hashes], rare: Mapping[int, Hashes], public: Sequence[bool]
) -> list[tuple[int, int]]:
    """Compare those who share a rare run; first neighbours, which joins large groups early."""
    numbers = np.concatenate([np.empty(0, np.uint32), *rare.values()])
    holders = np.repeat(np.array(list(rare), np.int64), [len(chosen) for chosen in rare.values()])
    order = np.lexsort((holders, numbers))
    numbers, holders = numbers[order], holders[order]
    group = np.arange(len(runs))
    done: set[tuple[int, int]] = set()
    pairs: list[tuple[int, int]] = []
    distance = 1
    while len(same := np.flatnonzero(numbers[distance:] == numbers[:-distance])):
        found = np.unique(np.stack((holders[same], holders[same + distance]), axis=1), axis=0)
        for low, high in found[group[found[:, 0]] != group[found[:, 1]]].tolist():
            if (low, high) in done or group[low] == group[high]:
                continue
            done.add((low, high))
            if _are_near(runs[low], runs[high]):
                pairs.append((low, high))
                if public[low] and public[high]:
                    group[group == group[high]] = group[low]
        distance += 1
    return pairs


def _are_near(left: Hashes, right: Hashes) -> bool:
    fewer, more = sorted((len(left), len(right)))
    if fewer * OF < more * SHARED:
        return False
    both = len(np.intersect1d(left, right, assume_unique=True))
    return both * OF >= (len(left) + len(right) - both) * SHARED
