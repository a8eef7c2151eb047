"""Near-copies: the same text again, with an edited headline or a mended line.

Two texts are near-copies when the Jaccard index of their runs of five syllables is 0.8 or more:
they share four fifths of all runs that either holds. Copies of copies belong together.

Exact, and quick because most runs of most texts stand in one text only.

1. Of two near-copies A and B, put the common runs in the order of their numbers. The i-th of them
   has at most |A| - ceil(0.8 |A|) others of A before it that are not common. So the lowest
   |A| - ceil(0.8 |A|) + 1 + |A| / 10 runs of A, its head, hold at least 1 + |B| / 10 that are in
   the head of B as well. Heads are a third of all runs; a text with fewer repeated ones is done.
2. The rest are put in order of rarity among themselves. There too, two near-copies share one of the
   first |A| - ceil(0.8 |A|) + 1; those who share one are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.related.frequencies import looked_up, repeated
from plugins.related.terms import Hashes, TextTable

# The threshold 0.8 as a fraction, so that it is compared exactly.
SHARED, OF = 4, 5
_OWNER: Final = np.uint64(32)


def near_copies(texts: TextTable, public: Sequence[bool]) -> list[tuple[int, int]]:
    """Find near-copies.

    Args:
        texts: the terms of all bulletins.
        public: which of them may connect others.

    Returns:
        Pairs (lower, higher index): all that have a member that is not public, and of the others
        enough to connect each group.
    """
    everybody = [texts.runs(place) for place in range(len(texts))]
    suspects = _with_common_heads(everybody)
    runs = [everybody[place] for place in suspects]
    numbers, counts = repeated(runs)
    rare = {
        row: chosen
        for row, own in enumerate(runs)
        if len(chosen := _rare(own, looked_up(own, numbers, counts)))
    }
    pairs = _verified(runs, rare, [public[place] for place in suspects])
    return [(suspects[low], suspects[high]) for low, high in pairs]


def _with_common_heads(runs: Sequence[Hashes]) -> list[int]:
    """Return who may have a near-copy, by step 1 of the module's docstring."""
    heads = [own[: len(own) - _needed(own) + 1 + len(own) // 10] for own in runs]
    # Number and owner in one word: sorting these is several times quicker than looking up each.
    # In place where it can be, for at 20,000 bulletins each of these arrays takes 30 MB.
    tagged = np.concatenate([np.empty(0, np.uint32), *heads]).astype(np.uint64)
    tagged <<= _OWNER
    tagged |= np.repeat(np.arange(len(runs), dtype=np.uint32), [len(head) for head in heads])
    tagged.sort()
    numbers = (tagged >> _OWNER).astype(np.uint32)
    equal = numbers[1:] == numbers[:-1]
    common = np.zeros(len(tagged), np.bool_)
    common[1:] |= equal
    common[:-1] |= equal
    holders = tagged[common].astype(np.uint32)
    counts = np.bincount(holders, minlength=len(runs)).tolist()
    return [row for row, own in enumerate(runs) if counts[row] > _needed(own) // 10]


def _needed(own: Hashes) -> int:
    """Return how many of its runs a text shares with a near-copy at the least."""
    return -(-len(own) * SHARED // OF)


def _rare(own: Hashes, counts: NDArray[np.int32]) -> Hashes:
    """Return the runs of which a near-copy holds one; none when there can be no near-copy."""
    needed = _needed(own)
    held = counts > 1
    shared = int(np.count_nonzero(held))
    if not len(own) or shared < needed:
        return own[:0]
    order = np.lexsort((own[held], counts[held]))
    # The runs that stand here alone are the rarest of all, and match nobody's.
    return own[held][order][: shared - needed + 1]


def copies_of(own: Hashes, texts: TextTable) -> list[int]:
    """Return which of many texts are near-copies of one: what a change of one asks for.

    All runs of all texts are read once, but only by their upper half, in a table that tells which
    of them the one text may hold; few texts hold enough of those to be compared.

    Args:
        own: the runs of the text.
        texts: the others.
    """
    table = np.zeros(1 << 16, np.bool_)
    table[own >> np.uint32(16)] = True
    held = np.cumsum(np.concatenate((np.zeros(1, np.bool_), table[texts.shingles >> 16])))
    ends = texts.shingle_ends
    most, lengths = np.diff(held[ends]), np.diff(ends)
    enough = np.flatnonzero((most * OF >= lengths * SHARED) & (lengths > 0))
    return [place for place in enough.tolist() if _are_near(own, texts.runs(place))]


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
