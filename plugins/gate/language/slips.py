"""Slips that no table lists: a syllable that almost makes a common word with its neighbour.

«phần mền» beside «phần mềm», «đào đạo» beside «đào tạo»: both syllables are good ones, the two of
them are no word. A noisy-channel test: how often does the right word follow, against how rare is
the syllable that stands there? Only what is a hundred times likelier a slip is told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.pairs import Pairs
from plugins.gate.language.reading import is_name_like, joined, like
from plugins.units.words import Words
from plugins.vietnamese import fold, is_syllable

LEAST_SURE: Final = 8.5
_OTHER_LETTER: Final = 2.0
_SHORTEST: Final = 3
_SOUND_ALIKE: Final = (
    ("ch", "tr"),
    ("tr", "ch"),
    ("d", "gi"),
    ("gi", "d"),
    ("r", "gi"),
    ("gi", "r"),
)
_ALIKE_BEGIN: Final = frozenset(initial[0] for initial, _ in _SOUND_ALIKE)
_CACHED: Final = 50_000


class Slips:
    """The search, with its memory of pairs already judged."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        # A syllable commoner than that is no slip, whatever its neighbour: most work ends here.
        most = pairs.total / math.exp(LEAST_SURE)
        self._common = frozenset(word for word, count in pairs.counts.items() if count > most)
        self._cures = lru_cache(maxsize=_CACHED)(self._find_cure)

    def find(self, words: Words) -> list[Finding]:
        """Find slips beside common words (``word-slip``)."""
        found: list[Finding] = []
        done = 0
        rare = [index for index, word in enumerate(words.words) if word not in self._common]
        beside = sorted({*rare, *(index + 1 for index in rare)})
        for index in beside:
            if not 0 < index < len(words.words) or index <= done:
                continue
            one, other = words.words[index - 1], words.words[index]
            if (one, other) in self._pairs.known or not joined(words, index):
                continue
            if words.is_capital(index) or is_name_like(words, index - 1):
                continue
            before = words.words[index - 2] if joined(words, index - 1) else ""
            after = words.words[index + 1] if joined(words, index + 1) else ""
            cure = self._cures(before, one, other, after)
            if cure:
                start, end = words.starts[index - 1], words.ends[index]
                printed = words.text[start:end]
                values = {"text": printed, "cure": like(printed, cure)}
                found.append(Finding("word-slip", start, end, values))
                done = index + 1
        return found

    def _find_cure(self, before: str, one: str, other: str, after: str) -> str:
        """Return the word that was meant, "" where nothing speaks for a slip."""
        pairs = self._pairs
        best, cure = LEAST_SURE, ""
        if other not in self._common and (other, after) not in pairs.known:
            for right, sure in self._likely(pairs.following.get(one, {}), other, one):
                if sure > best:
                    best, cure = sure, f"{one} {right}"
        if one not in self._common and (before, one) not in pairs.known:
            for right, sure in self._likely(pairs.preceding.get(other, {}), one, other):
                if sure > best:
                    best, cure = sure, f"{right} {other}"
        return cure

    def _likely(
        self, candidates: Mapping[str, int], written: str, beside: str
    ) -> Iterator[tuple[str, float]]:
        """Yield the syllables that may be meant, and how sure that is.

        Args:
            candidates: what stands beside the neighbour, the most frequent first.
            written: the syllable in doubt.
            beside: its neighbour.
        """
        surprise = self._pairs.surprise(written)
        of_all = self._pairs.counts.get(beside, 1)
        for right, count in candidates.items():
            sure = math.log(count / of_all) + surprise
            if sure <= LEAST_SURE:
                return  # and so are all that follow
            distance = slip_between(written, right)
            if distance is not None:
                yield right, sure - distance


def slip_between(written: str, right: str) -> float | None:
    """Weigh how far a slip leads from one syllable to another; None where it is no usual slip.

    A tone or a hat is the commonest slip (0.0); a letter too many, too few or another one is rarer
    and counts only between longer syllables, both of them Vietnamese.
    """
    if written == right or not written.isalpha():
        return None
    if fold(written) == fold(right):
        return 0.0
    if min(len(written), len(right)) < _SHORTEST or not is_syllable(written):
        return None
    return _OTHER_LETTER if is_one_letter_off(written, right) else None


def is_one_letter_off(one: str, other: str) -> bool:
    """Tell whether one letter was added, left out or replaced; case and NFC are the caller's.

    Initials that sound alike in much of the country (ch and tr, d and gi) count as one letter.
    """
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    if one[:1] in _ALIKE_BEGIN and any(_swapped(one, other, *pair) for pair in _SOUND_ALIKE):
        return True
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    return one[start + (len(one) == len(other)) :] == other[start + 1 :]


def _swapped(one: str, other: str, initial: str, another: str) -> bool:
    return (
        one.startswith(initial)
        and other.startswith(another)
        and one[len(initial) :] == other[len(another) :]
    )
