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
from plugins.units.forms import Form, is_bare
from plugins.units.places import Syllables
from plugins.units.words import Words

ENDS: Final = ""
_COMMA: Final = ","
_AND: Final = "và"
_DASHES: Final = frozenset("-–—&")

# What may stand between two syllables of one name: a blank, a dash, the dot of «TP.HCM», a slash.
_GAP: Final = re.compile(r" ?(?:[-–—./&] ?)?")
_COMMA_GAP: Final = re.compile(r" ?[,(] ?| ?\) ?")
_OPENING: Final = frozenset({" (", "("})

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ending:
    """The forms that end at a node; all of them are the same syllables.

    ``sited`` are those that say by themselves which unit is meant, ``short`` the others. ``bare``
    when the syllables are a mere head.
    """

    forms: tuple[Form, ...]
    sited: tuple[Form, ...]
    short: tuple[Form, ...]
    bare: bool


NOTHING: Final = Ending((), (), (), bare=False)


class Automaton:
    """The tree of all forms."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.root: Node = {}
        canonical: list[Node] = [self.root]
        joints: list[tuple[Node, str, Node]] = []
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
                    joints.append((before, syllable, node))
            node.setdefault(ENDS, []).append(form)
        # «Thi đua - Khen thưởng» is «Thi đua, Khen thưởng» and «Thi đua và Khen thưởng» too.
        for before, syllable, node in joints:
            for joint in (_COMMA, _AND):
                before.setdefault(joint, {}).setdefault(syllable, node)
        _add_shortcuts(canonical)
        for node in canonical:
            if ENDS in node:
                node[ENDS] = _ending(node[ENDS])
        self._opening = self._openings()

    def may_name(self, lowered: str) -> bool:
        """Tell quickly whether a text by :func:`compared` can hold any name."""
        return self._opening.search(lowered) is not None

    def starts(self, words: Words) -> Iterator[int]:
        """Yield the indexes of words with which some name begins."""
        root = self.root
        return (index for index, word in enumerate(words.words) if word in root)

    def longest(self, words: Words, start: int, node: Node) -> tuple[int, Ending]:
        """Follow a text from a node of the tree as far as a form ends.

        An abbreviation in brackets behind what it stands for is gone over: «Trung tâm Kiểm soát
        bệnh tật (CDC) tỉnh Quảng Ngãi».

        Args:
            words: the text.
            start: the word to begin with.
            node: where in the tree; the root for a whole name.

        Returns:
            The index after the last word of the longest form, and the forms that end there;
            ``start`` and :data:`NOTHING` when none does.
        """
        best, found = start, NOTHING
        gaps, limit = words.gaps, len(words.words)
        index = start
        while index < limit:
            # The usual gap is told without a call: this loop is where the time goes.
            if index > start and gaps[index] != " ":
                gap = words.gap(index)
                if gap in _OPENING and self._is_explanation(words, index):
                    index += 1
                    if index == limit:
                        break
                elif _COMMA_GAP.fullmatch(gap):
                    node = node.get(_COMMA, {})
                elif _GAP.fullmatch(gap) is None:
                    break
                elif not _DASHES.isdisjoint(gap) and words.words[index] not in node:
                    node = node.get(_AND, {})  # «bệnh tật - HIV/AIDS» of «bệnh tật và HIV/AIDS»
            word = words.words[index]
            if word == "tư" and words.printed(index).isupper():
                word = "tw"  # «TƯ» is Trung ương, «tư» is not
            following: Node | None = node.get(word)
            if following is None:
                break
            node = following
            index += 1
            if ENDS in node:
                best, found = index, node[ENDS]
        return best, found

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


def _ending(forms: list[Form]) -> Ending:
    """Leave out the units that bear a name only by a division put in or left out."""
    kept = tuple(form for form in forms if not form.derived) or tuple(forms)
    return Ending(
        kept,
        tuple(form for form in kept if form.places),
        tuple(form for form in kept if not form.places),
        is_bare(kept[0].syllables),
    )
