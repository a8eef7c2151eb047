"""The lists of postings of one period, cut into files by the first bits of their keys.

A file is a row of variable-length numbers (seven bits a byte, the lowest first; the high bit says
that more follow). For each key, ascending: the difference to the key before, how many written forms
it has. For each form: its 8-bit number; twice how many items have it in their bodies alone, plus
one when others follow; the steps from item to item; and of the others how many, and the steps, each
times four plus the field. Field 3 stands for «and in the bodies of very many»: what more than one
item in twelve has tells nothing apart, so only titles and summaries are listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from plugins.search.terms import (
    DOC_BITS,
    EXACT_SHIFT,
    FIELD_BITS,
    KEY_SHIFT,
    Batch,
    Packed,
)

Numbers = NDArray[np.uint64]

MANY: Final = 3
# What stands in more than so large a part of a period's items is cut down, but never in few items.
COMMON_PART: Final = 12
FEWEST_COMMON: Final = 64
# A posting takes about two bytes; a file should hold about 4 KB, and a period have 8,192 at most.
POSTINGS_A_FILE: Final = 2_000
MOST_BITS: Final = 13

_KEY_BITS: Final = 32
_SEVEN: Final = 7


@dataclass(frozen=True, slots=True)
class Postings:
    """All postings of a period, sorted; ``bits`` first bits of a key tell its file."""

    packed: Packed
    bits: int

    def shards(self) -> list[Packed]:
        """Return the postings of each file, in the order of the keys."""
        step = np.uint64(KEY_SHIFT + _KEY_BITS - self.bits)
        if not self.bits:
            return [self.packed]
        bounds = np.arange(1, 1 << self.bits, dtype=np.uint64) << step
        return np.split(self.packed, np.searchsorted(self.packed, bounds))


def postings_of(batches: Sequence[Batch]) -> Packed:
    """Join the postings of batches and sort them."""
    parts = [np.frombuffer(batch.postings, "<u8") for batch in batches]
    return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint64)


def counts_of(packed: Packed) -> tuple[Numbers, NDArray[np.intp]]:
    """Return every written form there is (key and 8-bit number in one) and how many items have it.

    Both lists are in ascending order of the forms.
    """
    forms = packed >> np.uint64(EXACT_SHIFT)
    starts = _starts(forms)
    return forms[starts], np.diff(np.append(starts, len(forms)))


def cut_down(packed: Packed, items: int) -> Postings:
    """Leave out where common terms stand in bodies.

    Args:
        packed: all postings of a period, sorted.
        items: how many items the period has.
    """
    forms, counts = counts_of(packed)
    common = counts > max(FEWEST_COMMON, items // COMMON_PART)
    in_body = (packed & np.uint64(MANY)) == 0
    kept = packed[~(np.repeat(common, counts) & in_body)]
    marks = (forms[common] << np.uint64(EXACT_SHIFT)) | np.uint64(MANY)
    packed = np.sort(np.concatenate((kept, marks)))
    bits = 0
    while bits < MOST_BITS and len(packed) >> bits > POSTINGS_A_FILE:
        bits += 1
    return Postings(packed, bits)


def encode(packed: Packed) -> bytes:
    """Write the postings of one file, sorted, as its bytes."""
    if not len(packed):
        return b""
    forms = packed >> np.uint64(EXACT_SHIFT)
    in_head = (packed & np.uint64(MANY)) != 0
    # A row of numbers for each form: first its bodies, then its titles and summaries.
    packed = packed[np.lexsort((in_head, forms))]
    in_head = (packed & np.uint64(MANY)) != 0
    at_form = _starts(forms)
    docs = (packed >> np.uint64(FIELD_BITS)) & np.uint64((1 << DOC_BITS) - 1)
    at_list = _starts(forms << np.uint64(1) | in_head)
    steps = np.diff(docs, prepend=np.uint64(0))
    steps[at_list] = docs[at_list]
    fields = packed & np.uint64(MANY)
    values = np.where(in_head, steps << np.uint64(FIELD_BITS) | fields, steps)

    lengths = np.diff(np.append(at_form, len(packed)))
    heads = np.add.reduceat(in_head.astype(np.intp), at_form)
    bodies = lengths - heads
    form_keys = forms[at_form] >> np.uint64(8)
    at_key = _starts(form_keys)
    first_head = at_list[in_head[at_list]]

    # What stands before each posting besides postings: two numbers of its form, one before those
    # in titles and summaries, two of its key.
    extra = np.zeros(len(packed), np.intp)
    extra[at_form] += 2
    extra[at_form[at_key]] += 2
    extra[first_head] += 1
    places = np.arange(len(packed)) + np.cumsum(extra)
    numbers = np.zeros(len(packed) + int(extra.sum()), np.uint64)
    numbers[places] = values
    numbers[places[first_head] - 1] = heads[heads > 0].astype(np.uint64)
    # A form without bodies begins with its titles, and their number stands between.
    before = places[at_form] - in_head[at_form]
    numbers[before - 2] = forms[at_form] & np.uint64(255)
    numbers[before - 1] = (bodies * 2 + (heads > 0)).astype(np.uint64)
    keys = form_keys[at_key]
    numbers[before[at_key] - 4] = np.diff(keys, prepend=np.uint64(0))
    numbers[before[at_key] - 3] = np.diff(np.append(at_key, len(at_form))).astype(np.uint64)
    return varints(numbers)


def varints(numbers: Numbers) -> bytes:
    """Write numbers below 2**35 with seven bits a byte, the lowest first."""
    sizes = np.ones(len(numbers), np.intp)
    for size in range(1, 5):
        sizes += numbers >= np.uint64(1 << _SEVEN * size)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    written = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    for size in range(5):
        there = sizes > size
        low = (numbers[there] >> np.uint64(_SEVEN * size)) & np.uint64(127)
        more = (sizes[there] > size + 1).astype(np.uint64) << np.uint64(_SEVEN)
        written[starts[there] + size] = (low | more).astype(np.uint8)
    return written.tobytes()


def _starts(values: Numbers) -> NDArray[np.intp]:
    """Return where runs of equal values begin."""
    changed = np.ones(len(values), bool)
    changed[1:] = values[1:] != values[:-1]
    return np.flatnonzero(changed)
