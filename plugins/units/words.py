"""A line of text divided into words, with the way back to the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from plugins.units.names import normal_number
from plugins.vietnamese import merge_tone_style

_WORD: Final = re.compile(r"([^\W_]+)")
_DECOMPOSED_WORD: Final = re.compile(r"((?:[^\W_][\u0300-\u036f]*)+)")
_LEADING_ZERO: Final = re.compile(r"(?<![^\W_])0")
_BLANKS: Final = re.compile(r"\s+")
_USUAL_GAPS: Final = frozenset({" ", ", ", ". ", " - ", " (", ") ", ": ", "-", "/", "."})


@dataclass(frozen=True, slots=True)
class Words:
    """A text divided into words, as the recogniser compares them.

    ``starts`` and ``ends`` are where the words stand in the text; ``gaps`` is what stands before
    each of them, and behind the last.
    """

    text: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def gap(self, index: int) -> str:
        """Return what stands before a word, after the one before it; blanks as one blank."""
        gap = self.gaps[index]
        return gap if gap in _USUAL_GAPS else _BLANKS.sub(" ", gap)

    def after(self, index: int) -> str:
        """Return what stands between a word and the next, or the end; blanks as one blank."""
        return self.gap(index + 1)

    def printed(self, index: int) -> str:
        """Return a word as it is printed."""
        return self.text[self.starts[index] : self.ends[index]]

    def run(self, start: int, end: int) -> str:
        """Return some words as they are printed, and what stands between them."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is there and begins with a capital."""
        return index < len(self.words) and self.text[self.starts[index]].isupper()


def compared(text: str) -> str | None:
    """Return a text as its words are compared; None where the places would not stay the same."""
    small = text.lower()
    lowered = merge_tone_style(small)
    return lowered if len(lowered) == len(small) == len(text) else None


def words_of(text: str, lowered: str | None) -> Words:
    """Divide one line of a text.

    Args:
        text: the line.
        lowered: the same by :func:`compared`; None where marks follow their letters, or a letter
            such as «İ» has two small ones: then the words are compared one by one.
    """
    # The pattern is in brackets, so that words and gaps come by turns, in one go.
    if lowered is None:
        parts = _DECOMPOSED_WORD.split(text)
        words = [merge_tone_style(word.lower()) for word in parts[1::2]]
    else:
        parts = _WORD.split(lowered)
        words = parts[1::2]
    places = tuple(accumulate(map(len, parts)))
    if _LEADING_ZERO.search(text):
        words = [normal_number(word) if word[0] == "0" else word for word in words]
    return Words(text, tuple(words), tuple(parts[0::2]), places[0:-1:2], places[1::2])
