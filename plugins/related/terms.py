"""The terms of a text: syllables and pairs of syllables, as numbers.

A blank divides syllables, not words, so «bệnh viện» is found as a pair. Pairs do not reach over
the end of a sentence or line. Terms are kept as 32-bit hashes, which are the same on every machine
and in every run; two terms share one so rarely that no list shows it. Those of syllables are odd,
those of pairs even.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from plugins.related.documents import Doc
from plugins.vietnamese import merge_tone_style

Hashes = NDArray[np.uint32]

TITLE, SUMMARY, BODY = 4, 2, 1
MOST = 255
SHINGLE = 5
# A body that is shorter («Chi tiết trong tệp đính kèm.») does not tell one notice from another.
TELLING_SYLLABLES = 50

# A number is one token: «1.200» is not «1» and «200». A full stop ends a sentence before a blank.
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+|[.!?…]+(?=\s|$)|\n")
_LENGTH: Final = struct.Struct("<I")
_ODD: Final = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(1))


@dataclass(frozen=True, slots=True)
class TextTerms:
    """What is kept of a text, ready to be stored: little-endian arrays, sorted by hash.

    ``hashes`` are 32-bit numbers of terms, ``counts`` one byte each: how often the term stands in
    the text, weighted by place. ``shingles`` are the 32-bit numbers of all runs of five syllables.
    """

    hashes: bytes
    counts: bytes
    shingles: bytes

    def packed(self) -> bytes:
        """Return all of it as one string of bytes."""
        return _LENGTH.pack(len(self.counts)) + self.hashes + self.counts + self.shingles

    @classmethod
    def unpacked(cls, data: bytes) -> TextTerms:
        """Read what :meth:`packed` wrote."""
        (count,) = _LENGTH.unpack_from(data)
        counts, shingles = _LENGTH.size + 4 * count, _LENGTH.size + 5 * count
        return cls(data[_LENGTH.size : counts], data[counts:shingles], data[shingles:])

    def terms(self) -> Hashes:
        """Return the numbers of the terms, ascending."""
        return np.frombuffer(self.hashes, "<u4")

    def occurrences(self) -> NDArray[np.uint8]:
        """Return the weighted counts of the terms."""
        return np.frombuffer(self.counts, np.uint8)

    def runs(self) -> Hashes:
        """Return the numbers of the runs of five syllables, ascending."""
        return np.frombuffer(self.shingles, "<u4")


@dataclass(frozen=True, slots=True)
class TextTable:
    """The terms of many texts in few arrays: as small as can be, and shared with forked processes.

    (Python counts the references of each object in its own memory, so that a process which only
    reads 20,000 objects gets a copy of all of their pages.)
    """

    hashes: Hashes
    counts: NDArray[np.uint8]
    shingles: Hashes
    ends: NDArray[np.int64]
    shingle_ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[TextTerms]) -> TextTable:
        """Join the terms of texts, in their order."""
        return cls(
            np.frombuffer(b"".join(text.hashes for text in texts), "<u4"),
            np.frombuffer(b"".join(text.counts for text in texts), np.uint8),
            np.frombuffer(b"".join(text.shingles for text in texts), "<u4"),
            np.cumsum([0, *(len(text.counts) for text in texts)]),
            np.cumsum([0, *(len(text.shingles) // 4 for text in texts)]),
        )

    def __len__(self) -> int:
        return len(self.ends) - 1

    def terms(self, place: int) -> Hashes:
        """Return the numbers of the terms of one text, ascending."""
        return self.hashes[self.ends[place] : self.ends[place + 1]]

    def dwelt_on(self, place: int) -> Hashes:
        """Return the numbers of the terms that one text has twice, or in its title or summary."""
        return self.terms(place)[self.occurrences(place) > BODY]

    def occurrences(self, place: int) -> NDArray[np.uint8]:
        """Return the weighted counts of the terms of one text."""
        return self.counts[self.ends[place] : self.ends[place + 1]]

    def runs(self, place: int) -> Hashes:
        """Return the numbers of the runs of five syllables of one text, ascending."""
        return self.shingles[self.shingle_ends[place] : self.shingle_ends[place + 1]]


def terms_of(doc: Doc) -> TextTerms:
    """Count the terms of a bulletin: those of its title fourfold, of its summary twice.

    Case and tone style are merged, tones and letters are not. A pure function of title, summary
    and text; what it gives can be kept as long as they stay.
    """
    title, summary, body = map(_syllables, (doc.title, doc.summary, doc.text))
    found = [_terms(part) for part in (title, summary, body)]
    numbers = np.concatenate(found)
    places = np.repeat(np.array((TITLE, SUMMARY, BODY)), [len(part) for part in found])
    hashes, inverse = np.unique(numbers, return_inverse=True)
    counts = np.bincount(inverse, places, len(hashes)).clip(max=MOST)
    spoken = body[body != 0]
    if len(spoken) < TELLING_SYLLABLES:
        spoken = np.concatenate((title[title != 0], spoken))
    return TextTerms(
        hashes.astype("<u4").tobytes(),
        counts.astype(np.uint8).tobytes(),
        np.unique(_shingles(spoken)).astype("<u4").tobytes(),
    )


def _syllables(text: str) -> Hashes:
    """Number the syllables of a text; 0 stands for the end of a sentence or line."""
    crc = zlib.crc32
    tokens = _TOKEN.findall(merge_tone_style(text.lower()))
    return np.array(
        [(crc(token.encode()) or 1) if token[0].isalnum() else 0 for token in tokens], np.uint32
    )


def _terms(syllables: Hashes) -> Hashes:
    if not len(syllables):
        return syllables
    left, right = syllables[:-1], syllables[1:]
    pairs = _joined(left, right)[(left != 0) & (right != 0)]
    # The last bit tells them apart.
    return np.concatenate((syllables[syllables != 0] | np.uint32(1), pairs & ~np.uint32(1)))


def _joined(left: Hashes, right: Hashes) -> Hashes:
    """Mix two numbers into one; the order counts. Overflow is meant."""
    first, second, third = _ODD
    mixed: Any = (left * first) ^ (right * second + third)
    return np.asarray(mixed ^ (mixed >> np.uint32(15)), np.uint32)


def _shingles(syllables: Hashes) -> Hashes:
    """Number every run of five syllables; a shorter text is one run."""
    length = min(SHINGLE, len(syllables))
    if not length:
        return syllables
    count = len(syllables) - length + 1
    run = syllables[:count]
    for offset in range(1, length):
        run = _joined(run, syllables[offset : offset + count])
    return run
