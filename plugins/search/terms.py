"""The terms of a text: folded syllables and pairs of neighbouring syllables, as numbers.

A blank divides syllables, not words, so «bệnh viện» is found as a pair. Pairs do not reach over the
end of a sentence or line. A term's ``key`` is a 32-bit number of its folded form («benh vien»):
odd for a syllable, even for a pair. ``exact`` is an 8-bit number of the form as written, so that a
reader who types accents gets what has them first. ``theme/static/js/search/fold.js`` works out the
same numbers; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from plugins.search.documents import SearchDoc
from plugins.vietnamese import fold

Packed = NDArray[np.uint64]

BODY, SUMMARY, TITLE = 0, 1, 2

# A posting is one 64-bit number: key, exact form, place of the item in its period, field.
FIELD_BITS: Final = 2
DOC_BITS: Final = 22
EXACT_SHIFT: Final = FIELD_BITS + DOC_BITS
KEY_SHIFT: Final = EXACT_SHIFT + 8

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+|[.!?…]+(?=\s|$)|\n")
_IN_NUMBERS: Final = str.maketrans("", "", ".,")
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@dataclass(frozen=True, slots=True)
class Batch:
    """The postings of some items (little-endian bytes of packed numbers), and their tokens."""

    postings: bytes
    tokens: frozenset[str]


def tokens_of(text: str) -> list[str]:
    """Return the syllables and numbers of a text in lower case; ends of sentences stand between.

    A number is one token: «1.200» is not «1» and «200». A full stop ends a sentence only before a
    blank.
    """
    return _TOKEN.findall(unicodedata.normalize("NFC", text).lower())


def plain(token: str) -> str:
    """Return a token without the points of a number; "" for the end of a sentence."""
    if token[0].isdigit():
        return token.translate(_IN_NUMBERS)
    return token if token[0].isalnum() else ""


def exact_form(token: str) -> str:
    """Write a token with its tones at its end, so that both tone styles are one («hoà», «hòa»)."""
    parted = unicodedata.normalize("NFD", token)
    return _TONES.sub("", parted) + "".join(_TONES.findall(parted))


def number(text: str) -> int:
    """Number a text: its CRC-32, with 1 in place of 0, which stands for the end of a sentence."""
    return zlib.crc32(text.encode()) or 1


class _Numbers(dict[str, int]):
    """The place of each token in two lists of numbers, made when the token is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.folded = [0]
        self.exact = [0]

    def __missing__(self, token: str) -> int:
        word = plain(token)
        place = self[token] = len(self.folded) if word else 0
        if word:
            self.folded.append(number(fold(word)))
            self.exact.append(number(exact_form(word)))
        return place


def batch_of(docs: Sequence[tuple[int, SearchDoc]]) -> Batch:
    """Work out the postings of items, given with their places in the period.

    Of several occurrences in one item the weightiest field counts. A pure function.
    """
    numbers = _Numbers()
    places: list[int] = []
    lengths: list[int] = []
    labels: list[int] = []
    for place, doc in docs:
        for field, text in ((TITLE, doc.title), (SUMMARY, doc.summary), (BODY, doc.body)):
            found = tokens_of(text)
            places += map(numbers.__getitem__, found)
            places.append(0)
            lengths.append(len(found) + 1)
            labels.append(place << FIELD_BITS | field)
    at = np.array(places, np.intp)
    folded = np.array(numbers.folded, np.uint32)[at]
    exact = np.array(numbers.exact, np.uint32)[at]
    label = np.repeat(np.array(labels, np.uint64), np.array(lengths, np.intp))
    packed = _unique(np.concatenate([*_packed(folded, exact, label)]))
    words = frozenset(token for token in numbers if token.isalpha())
    return Batch(packed.astype("<u8").tobytes(), words)


def _packed(
    folded: NDArray[np.uint32], exact: NDArray[np.uint32], label: NDArray[np.uint64]
) -> Iterable[Packed]:
    one = np.uint32(1)
    syllables = folded != 0
    yield _pack(folded[syllables] | one, exact[syllables], label[syllables])
    pairs = syllables[:-1] & syllables[1:]
    keys = joined(folded[:-1][pairs], folded[1:][pairs]) & ~one
    yield _pack(keys, joined(exact[:-1][pairs], exact[1:][pairs]), label[:-1][pairs])


def _pack(keys: NDArray[np.uint32], exact: NDArray[np.uint32], label: NDArray[np.uint64]) -> Packed:
    high = keys.astype(np.uint64) << np.uint64(KEY_SHIFT)
    middle = (exact & np.uint32(255)).astype(np.uint64) << np.uint64(EXACT_SHIFT)
    return high | middle | label


def _unique(packed: Packed) -> Packed:
    """Sort; of postings that differ in the field alone keep the one of the weightiest."""
    packed = np.sort(packed)
    same = packed >> np.uint64(FIELD_BITS)
    last = np.ones(len(packed), bool)
    last[:-1] = same[1:] != same[:-1]
    return packed[last]


def joined(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Mix two numbers into one; the order counts. Overflow is meant."""
    mixed: Any = (left * np.uint32(0x9E3779B1)) ^ (right * np.uint32(0x85EBCA77) + np.uint32(1))
    return np.asarray(mixed ^ (mixed >> np.uint32(15)), np.uint32)
