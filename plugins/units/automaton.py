"""All forms of all names in one tree of syllables, made once; the text is read once.

The tree is made of plain dicts: a syllable leads on, the empty string holds the forms that end
here. Abbreviations are shortcuts in it: where «bệnh viện đa khoa» leads from one node to another,
so does «bvđk». A candidate begins only where a word is a first syllable of some name, so reading
costs little more than dividing the text into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from plugins.units.abbreviations import ABBREVIATIONS, HEADS, LIST_WORDS
from plugins.units.forms import Form
from plugins.units.names import normal_number
from plugins.units.places import Syllables
from plugins.vietnamese import merge_tone_style

ENDS: Final = ""
_COMMA: Final = ","

_WORD: Final = re.compile(r"[^\W_]+")
_DECOMPOSED_WORD: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_BLANKS: Final = re.compile(r"\s+")
# What may stand between two syllables of one name: a blank, a dash, the dot of «TP.HCM», a slash.
_GAP: Final = re.compile(r" ?(?:[-–—./&] ?)?")
_COMMA_GAP: Final = re.compile(r" ?[,(] ?| ?\) ?")
_USUAL_GAPS: Final = frozenset({" ", ", ", ". ", " - ", " (", ") ", ": ", "-", "/", "."})
_OPENING: Final = frozenset({" (", "("})

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """A text divided into words, as the recogniser compares them; ``spans`` are in the text."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def gap(self, index: int) -> str:
        """Return what stands before a word, after the one before it; blanks as one blank."""
        start = self.spans[index - 1][1] if index else 0
        gap = self.text[start : self.spans[index][0]]
        return gap if gap in _USUAL_GAPS else _BLANKS.sub(" ", gap)

    def after(self, index: int) -> str:
        """Return what stands between a word and the next, or the end; blanks as one blank."""
        following = index + 1
        if following < len(self.words):
            return self.gap(following)
        return _BLANKS.sub(" ", self.text[self.spans[index][1] :])

    def printed(self, index: int) -> str:
        """Return a word as it is printed."""
        start, end = self.spans[index]
        return self.text[start:end]

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is there and begins with a capital."""
        return index < len(self.words) and self.text[self.spans[index][0]].isupper()


def compared(text: str) -> str | None:
    """Return a text as its words are compared; None where the places would not stay the same."""
    lowered = merge_tone_style(text.lower())
    return lowered if len(lowered) == len(text) == len(text.lower()) else None


def words_of(text: str, lowered: str | None) -> Words:
    """Divide one line of a text.

    Args:
        text: the line.
        lowered: the same by :func:`compared`; None where marks follow their letters, or a letter
            such as «İ» has two small ones: then the words are compared one by one.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    if lowered is None:
        for match in _DECOMPOSED_WORD.finditer(text):
            words.append(normal_number(merge_tone_style(match[0].lower())))
            spans.append(match.span())
    else:
        for match in _WORD.finditer(lowered):
            word = match[0]
            words.append(normal_number(word) if word[0] == "0" else word)
            spans.append(match.span())
    return Words(text, tuple(words), tuple(spans))


class Automaton:
    """The tree of all forms."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.root: Node = {}
        canonical: list[Node] = [self.root]
        for form in forms:
            node = self.root
            for index, syllable in enumerate(form.syllables):
                before = node
                following = node.get(syllable)
                if following is None:
                    following = node[syllable] = {}
                    canonical.append(following)
                node = following
                if index in form.joints:
                    before.setdefault(_COMMA, {})[syllable] = node
            node.setdefault(ENDS, []).append(form)
        _add_shortcuts(canonical)
        for node in canonical:
            if ENDS in node:
                node[ENDS] = _literal(node[ENDS])
        self._opening = self._openings()

    def may_name(self, lowered: str) -> bool:
        """Tell quickly whether a text by :func:`compared` can hold any name."""
        return self._opening.search(lowered) is not None

    def starts(self, words: Words) -> Iterator[int]:
        """Yield the indexes of words with which some name begins."""
        root = self.root
        return (index for index, word in enumerate(words.words) if word in root)

    def longest(self, words: Words, start: int, node: Node) -> tuple[int, list[Form]]:
        """Follow a text from a node of the tree as far as a form ends.

        An abbreviation in brackets behind what it stands for is gone over: «Trung tâm Kiểm soát
        bệnh tật (CDC) tỉnh Quảng Ngãi».

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
                if gap in _OPENING and self._is_explanation(words, index):
                    index += 1
                    if index == limit:
                        break
                    gap = " "
                if gap != " " and _GAP.fullmatch(gap) is None:
                    node = node.get(_COMMA, {}) if _COMMA_GAP.fullmatch(gap) else {}
                elif "&" in gap:
                    node = node.get("và", node)
            node = node.get(self._word(words, index), {})
            if not node:
                break
            index += 1
            if ENDS in node:
                best, found = index, node[ENDS]
        return best, found

    def _word(self, words: Words, index: int) -> str:
        """Return a word; «TƯ» with capitals is Trung ương, «tư» is not."""
        word = words.words[index]
        return "tw" if word == "tư" and words.printed(index).isupper() else word

    def _is_explanation(self, words: Words, index: int) -> bool:
        closes = words.after(index).startswith(")")
        return closes and words.printed(index).isupper() and words.after(index) == ") "

    def _openings(self) -> re.Pattern[str]:
        """Make the pattern of the first two syllables of all names, and of heads of lists."""
        alone = [word for word, node in self.root.items() if ENDS in node]
        pairs = []
        for word, node in sorted(self.root.items()):
            if ENDS not in node:
                second = sorted({*node, *(LIST_WORDS if word in HEADS else ())})
                seconds = "|".join(map(re.escape, second))
                pairs.append(rf"{re.escape(word)}[^\w\n]{{1,3}}(?:{seconds}|\d+)")
        choices = [*map(re.escape, sorted(alone)), *pairs]
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(choices)})(?![^\W_])" if choices else r"(?!)")


def _add_shortcuts(nodes: Iterable[Node]) -> None:
    """Let abbreviations, and «số» before a number left out, lead where the full words lead."""
    by_first: dict[str, list[tuple[Syllables, list[Syllables]]]] = {}
    for full, shorts in ABBREVIATIONS:
        words = tuple(full.split())
        written = [tuple(short.split()) for short in shorts]
        by_first.setdefault(words[0], []).append((words, written))
    shortcuts: list[tuple[Node, Syllables, Node]] = []
    for node in nodes:
        for syllable in node:
            for words, written in by_first.get(syllable, ()):
                target = _follow(node, words)
                if target is not None:
                    shortcuts += [(node, short, target) for short in written]
        for number, target in node.get("số", {}).items():
            if number.isdigit():
                shortcuts.append((node, (number,), target))
    # One-word shortcuts go first: longer ones may begin with them.
    for start, short, target in sorted(shortcuts, key=lambda entry: len(entry[1])):
        node = start
        for syllable in short[:-1]:
            node = node.setdefault(syllable, {})
        node.setdefault(short[-1], target)


def _follow(node: Node, words: Iterable[str]) -> Node | None:
    for word in words:
        following = node.get(word)
        if following is None:
            return None
        node = following
    return node


def _literal(forms: list[Form]) -> list[Form]:
    """Leave out the units that bear a name only by a division put in or left out."""
    literal = [form for form in forms if not form.derived]
    return literal or forms
