"""One bulletin as a row of whole numbers; two bulletins score the product of their rows.

A row has the strongest terms of the text, made a vector of length 1,000, and one number for each
unit, series, event, campaign of awards and author. Equal texts thus score 1,000 × 1,000 points, and
everything that binds two bulletins is found by the same walk over the same lists. Sums of products
of whole numbers are the same in any order, so one row and the whole table agree to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from plugins.related.documents import Doc
from plugins.related.frequencies import Frequencies, octaves
from plugins.related.settings import RelatedSettings
from plugins.related.terms import MOST, Hashes

Kind = Literal["text", "unit", "series", "event", "award", "author"]
KINDS: Final[tuple[Kind, ...]] = ("text", "unit", "series", "event", "award", "author")

UNIT_LENGTH = 1000
# What a setting calls a point is so much in scores.
POINT = UNIT_LENGTH * UNIT_LENGTH // 1000
KIND_SHIFT = 56
# Parts of the weight of a kind: a unit named on the way; a meeting of the same day and place; the
# same form of award by the same authority in the same year, without the same decision.
# A pair says most of what its syllables have said already.
_SYLLABLE: Final = np.int16(10)
_PAIR: Final = np.int16(7)
# Frequencies count the bulletins that dwell on a term; two or three times as many have it.
_DWELT_ON: Final = 3
FULL = 60
MENTIONED, MEETING, CAMPAIGN = 20, 25, 48


@dataclass(frozen=True, slots=True)
class Vector:
    """The features of a bulletin, ascending, and their weights. Terms come first."""

    keys: NDArray[np.uint64]
    weights: NDArray[np.uint16]


def joined(vectors: Sequence[Vector]) -> Vector:
    """Put rows one behind the other."""
    keys = [np.empty(0, np.uint64), *(vector.keys for vector in vectors)]
    weights = [np.empty(0, np.uint16), *(vector.weights for vector in vectors)]
    return Vector(np.concatenate(keys), np.concatenate(weights))


def ties_of(doc: Doc) -> Iterator[tuple[Kind, str, int]]:
    """Yield what else than words can bind a bulletin: kind, key, and how much of the kind's weight.

    No key comes twice.
    """
    subjects = dict.fromkeys(doc.subjects)
    yield from (("unit", unit, FULL) for unit in subjects)
    yield from (
        ("unit", unit, MENTIONED) for unit in dict.fromkeys(doc.mentioned) if unit not in subjects
    )
    if doc.series:
        yield "series", doc.series, FULL
    if doc.event:
        yield "event", f"name {doc.event}", FULL
    if doc.meeting:
        yield "event", f"place {doc.meeting}", MEETING
    yield from (("award", f"decision {key}", FULL) for key in dict.fromkeys(doc.decisions))
    yield from (("award", f"campaign {key}", CAMPAIGN) for key in dict.fromkeys(doc.campaigns))
    yield from (("author", author, FULL) for author in dict.fromkeys(doc.authors))


def tie_key(kind: Kind, key: str) -> int:
    """Number a feature that is no term: the kind in the upper 8 of 64 bits."""
    digest = blake2b(f"{kind} {key}".encode(), digest_size=KIND_SHIFT // 8).digest()
    return KINDS.index(kind) << KIND_SHIFT | int.from_bytes(digest, "big")


def tie_names(doc: Doc) -> set[str]:
    """Return the keys of a bulletin by which :class:`Frequencies` counts them."""
    return {f"{kind} {key}" for kind, key, _ in ties_of(doc)}


class Weigher:
    """Makes rows, with the weights of one frozen state."""

    def __init__(self, frequencies: Frequencies, settings: RelatedSettings) -> None:
        self._frequencies = frequencies
        self._settings = settings
        self._most = settings.most_bulletins // _DWELT_ON
        size = frequencies.size
        self._rarity = np.array(
            [0, *(octaves(size, count) for count in range(1, self._most + 1)), 0], np.int16
        )
        # 16 × (1 + log2 count), rounded down, exactly.
        self._repetition = np.array(
            [0, *(15 + (count**16).bit_length() for count in range(1, MOST + 1))], np.int16
        )
        self._bases: Mapping[Kind, int] = {
            "unit": math.isqrt(settings.units * POINT),
            "series": math.isqrt(settings.series * POINT),
            "event": math.isqrt(settings.event * POINT),
            "award": math.isqrt(settings.awards * POINT),
            "author": math.isqrt(settings.author * POINT),
        }

    def vector_of(self, doc: Doc, numbers: Hashes, counts: NDArray[np.uint8]) -> Vector:
        """Weigh the features of one bulletin.

        Args:
            doc: the bulletin; its text is not read.
            numbers: the terms of its text.
            counts: how often each stands there.
        """
        terms, weights = self._text(numbers, counts)
        ties = sorted(self._ties(doc))
        keys = np.array([key for key, _ in ties], np.uint64)
        values = np.array([weight for _, weight in ties], np.uint16)
        return Vector(np.concatenate((terms, keys)), np.concatenate((weights, values)))

    def _text(
        self, terms: Hashes, occurrences: NDArray[np.uint8]
    ) -> tuple[NDArray[np.uint64], NDArray[np.uint16]]:
        counts = self._frequencies.of_terms(terms).clip(max=self._most + 1)
        worth = np.where(terms & np.uint32(1), _SYLLABLE, _PAIR)
        weights = self._rarity[counts] * self._repetition[occurrences] * worth
        # Of equal ones those with the lower numbers; zeros are at the end. Sixteen bits hold all
        # that can come up, and sort quickly.
        chosen = np.sort(np.argsort(-weights, kind="stable")[: self._settings.terms])
        chosen = chosen[weights[chosen] > 0]
        kept = weights[chosen].astype(np.int64)
        length = math.isqrt(int(kept @ kept)) or 1
        return (
            terms[chosen].astype(np.uint64),
            ((kept * UNIT_LENGTH + length // 2) // length).astype(np.uint16),
        )

    def _ties(self, doc: Doc) -> Iterator[tuple[int, int]]:
        by_kind: dict[Kind, dict[str, int]] = {}
        for kind, key, part in ties_of(doc):
            weight = self._bases[kind] * part * self._worth(kind, key) // FULL // FULL
            if weight:
                by_kind.setdefault(kind, {})[key] = weight
        for kind, found in by_kind.items():
            # However many features two bulletins have in common, a kind gives its points once.
            length = max(math.isqrt(sum(weight**2 for weight in found.values())), self._bases[kind])
            for key, weight in found.items():
                yield tie_key(kind, key), weight * self._bases[kind] // length

    def _worth(self, kind: Kind, key: str) -> int:
        """Return how much a feature says, of ``FULL``: less the more bulletins a unit is on."""
        count = max(self._frequencies.ties[f"{kind} {key}"], 1)
        if count > self._settings.most_bulletins:
            return 0
        if kind != "unit":
            return FULL
        size = self._frequencies.size
        return FULL * octaves(size, count) // max(octaves(size, 1), 1)
