"""All forms of all names in one tree of syllables, made once; the text is read once.

The tree is made of plain dicts: a syllable leads on, the empty string holds the forms that end
here. A candidate begins only where a word is a first syllable of some name, so reading costs little
more than dividing the text into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from plugins.units.forms import Form, normal_number
from plugins.vietnamese import merge_tone_style

ENDS: Final = ""

_WORD: Final = re.compile(r"[^\W_]+")
# What may stand between two syllables of one name: a blank, a dash, the dot of «TP.HCM», a slash.
_GAP: Final = re.compile(r" ?(?:[-–—./] ?)?")
_COMMA_GAP: Final = re.compile(" ?, ?")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """A text divided into words, as the recogniser compares them; ``spans`` are in the text."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def gap(self, index: int) -> str:
        """Return what stands before a word, after the one before it."""
        start = self.spans[index - 1][1] if index else 0
        return self.text[start : self.spans[index][0]]

    def printed(self, index: int) -> str:
        """Return a word as it is printed."""
        start, end = self.spans[index]
        return self.text[start:end]


def words_of(text: str) -> Words:
    """Divide a text; the letters stay, case and tone style are merged."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as «İ» becomes two; keep the places right
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    compared = merge_tone_style(lowered)
    if len(compared) != len(text):
        raise ValueError("the text must be in NFC")
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(compared):
        word = match[0]
        words.append(normal_number(word) if word[0] == "0" else word)
        spans.append(match.span())
    return Words(text, tuple(words), tuple(spans))


class Automaton:
    """The tree of all forms."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.root: Node = {}
        for form in forms:
            node = self.root
            for syllable in form.syllables:
                node = node.setdefault(syllable, {})
            node.setdefault(ENDS, []).append(form)

    def starts(self, words: Words) -> Iterator[int]:
        """Yield the indexes of words with which some name begins."""
        root = self.root
        return (index for index, word in enumerate(words.words) if word in root)

    def longest(self, words: Words, start: int, node: Node) -> tuple[int, list[Form]]:
        """Follow a text from a node of the tree as far as a form ends.

        Args:
            words: the text.
            start: the word to begin with.
            node: where in the tree; the root for a whole name.

        Returns:
            The index after the last word of the longest form, and the forms that end there;
            ``start`` and nothing when none does.
        """
        best, found = start, []
        index, limit = start, len(words.words)
        while index < limit:
            if index > start:
                gap = words.gap(index)
                if gap != " " and _GAP.fullmatch(gap) is None:
                    node = node.get(",", {}) if _COMMA_GAP.fullmatch(gap) else {}
            node = node.get(words.words[index], {})
            if not node:
                break
            index += 1
            if ENDS in node:
                best, found = index, node[ENDS]
        return best, found
