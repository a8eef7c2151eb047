"""Registered names in a text: as they are, or with one syllable that is a slip.

«Bệnh viện Đa Khoa tỉnh Lạng Sợn» is one tone from a registered hospital. All names stand in one
tree of syllables, which is walked with at most one slip; so the time grows with the text, and
hardly with the registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Literal

from plugins.authors.people import People
from plugins.bulletins.award_forms import FORMS
from plugins.gate.language.reading import read
from plugins.gate.language.slips import is_one_letter_off
from plugins.units.registry import Units
from plugins.units.words import Words
from plugins.vietnamese import fold, is_syllable

Kind = Literal["person", "unit", "award"]

_FEWEST_UNIT: Final = 3
_FEWEST_PERSON: Final = 3
_FEWEST_LETTER_SLIP: Final = 4
_SHORTEST: Final = 2
_CACHED: Final = 20_000
_DIVISIONS: Final = (("thành", "phố"), ("thị", "trấn"), ("thị", "xã"), ("huyện",), ("quận",))
_GAPS: Final = frozenset({" ", ", ", " - ", " – ", "-", "–", " (", " & ", ". "})


@dataclass(frozen=True, slots=True)
class Name:
    """A registered name: whose it is (an id), and its spelling in the registry."""

    kind: Kind
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``start`` to ``end`` of a text that are a registered name, or nearly.

    ``slip`` is the index of the word that differs, -1 where none does; ``names`` are those that the
    words can mean: of one spelling where nothing differs, else all that are one slip away.
    """

    start: int
    end: int
    slip: int
    names: tuple[Name, ...]


@dataclass(slots=True)
class _Node:
    """A place in the tree; ``folded`` is its syllable without accents."""

    folded: str = ""
    children: dict[str, _Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


class RegisteredNames:
    """The tree of all names of people, units and forms of award."""

    def __init__(self, people: People, units: Units) -> None:
        self._root = _Node()
        self._near_heads = lru_cache(maxsize=_CACHED)(self._find_near_heads)
        for person in people:
            for text in person.names:
                self._add(Name("person", person.id, text))
        for unit in units:
            for text in unit.names:
                self._add(Name("unit", unit.id, text))
        for form in FORMS:
            for text in (form.name, *form.spellings):
                self._add(Name("award", form.id, text))

    def find(self, words: Words) -> list[Match]:
        """Find registered names and slips of them in a text, the longest first, none in another.

        A person's name counts where every word has a capital; near names of two syllables do not
        count at all: too many people and things are one letter apart.
        """
        found: list[Match] = []
        done = 0
        text, heads = words.text, self._root.children
        for index, (word, at) in enumerate(zip(words.words, words.starts, strict=True)):
            if index < done or (word not in heads and not text[at].isupper()):
                continue
            match = self._at(words, index, word)
            if match is not None:
                found.append(match)
                done = match.end
        return found

    def _at(self, words: Words, index: int, word: str) -> Match | None:
        best: Match | None = None
        child = self._root.children.get(word)
        starts = [(child, -1)] if child is not None else []
        if words.is_capital(index):
            starts += [(self._root.children[head], index) for head in self._near_heads(word)]
        for node, slip in starts:
            for match in self._walk(words, index, node, slip):
                if not _is_plausible(words, match):
                    continue
                if best is None or _weight(match) > _weight(best):
                    best = match
                elif _weight(match) == _weight(best) and match.names != best.names:
                    best = replace(best, names=(*best.names, *match.names))
        return best

    def _find_near_heads(self, word: str) -> tuple[str, ...]:
        folded = fold(word)
        return tuple(
            head
            for head, node in self._root.children.items()
            if _are_near(word, folded, head, node.folded)
        )

    def _walk(self, words: Words, start: int, node: _Node, slip: int) -> Iterator[Match]:
        """Yield where names end, walking from the node of the first word; at most one slip."""
        waiting = [(start + 1, node, slip)]
        while waiting:
            index, node, slip = waiting.pop()
            if node.names:
                yield Match(start, index, slip, tuple(node.names))
            if index >= len(words.words) or words.gap(index) not in _GAPS:
                continue
            word = words.words[index]
            child = node.children.get(word)
            if child is not None:
                waiting.append((index + 1, child, slip))
            if slip < 0 and node.children:
                folded = fold(word)
                waiting += [
                    (index + 1, other, index)
                    for syllable, other in node.children.items()
                    if _are_near(word, folded, syllable, other.folded)
                ]

    def _add(self, name: Name) -> None:
        syllables = read(name.text).words
        fewest = _FEWEST_PERSON if name.kind == "person" else 2
        if name.kind != "person" and len(syllables) < fewest:
            return
        for variant in (syllables, *(_without_division(syllables) if name.kind == "unit" else ())):
            node = self._root
            for syllable in variant:
                node = node.children.setdefault(syllable, _Node(fold(syllable)))
            if name not in node.names:
                node.names.append(name)


def is_near(written: str, right: str) -> bool:
    """Tell whether a syllable of a name is one slip from another: a tone, a hat, one letter."""
    return _are_near(written, fold(written), right, fold(right))


def _are_near(written: str, folded: str, right: str, right_folded: str) -> bool:
    """Tell the same of syllables that are folded already: most of a text's time is spent here."""
    # What is one slip away is at most one letter longer or shorter.
    if not -1 <= len(written) - len(right) <= 1 or written == right:
        return False
    if folded != right_folded and not (
        min(len(written), len(right)) >= _SHORTEST and is_one_letter_off(written, right)
    ):
        return False
    return written.isalpha() and right.isalpha()


def _weight(match: Match) -> tuple[int, bool]:
    """The longest name is meant; of two of one length the one without a slip."""
    return match.end, match.slip < 0


def _is_plausible(words: Words, match: Match) -> bool:
    """Tell a slip of a name from ordinary words that look like one."""
    length = match.end - match.start
    kind = match.names[0].kind
    shouted = words.run(match.start, match.end).isupper()
    capitals = [words.is_capital(index) for index in range(match.start, match.end)]
    if kind == "person":
        whole = shouted or all(capitals)
        return whole and (match.slip < 0 or length >= _FEWEST_PERSON)
    if match.slip < 0:
        return True
    if length < _FEWEST_UNIT or not any(capitals):
        return False
    written, right = words.words[match.slip], _right_syllable(match)
    is_tone = fold(written) == fold(right)
    abbreviated = words.printed(match.start).isupper() and len(words.printed(match.start)) > 2  # noqa: PLR2004
    if length < _FEWEST_LETTER_SLIP and not (is_tone or abbreviated) and is_syllable(written):
        return False
    printed_right = _printed_right(match)
    return shouted or not printed_right[:1].isupper() or capitals[match.slip - match.start]


def _right_syllable(match: Match) -> str:
    return _at_slip(match, read(match.names[0].text).words)


def _printed_right(match: Match) -> str:
    words = read(match.names[0].text)
    return _at_slip(match, [words.printed(index) for index in range(len(words.words))])


def _at_slip(match: Match, syllables: Iterable[str]) -> str:
    """Return the syllable of the registered name that stands where the slip is.

    The text may leave a division out, so places are counted from the nearer end.
    """
    listed = list(syllables)
    offset = match.slip - match.start
    if len(listed) != match.end - match.start and offset >= len(listed) // 2:
        offset += len(listed) - (match.end - match.start)
    return listed[min(offset, len(listed) - 1)]


def _without_division(syllables: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """«Trung tâm Y tế [huyện] Bắc Sơn»."""
    listed = tuple(syllables)
    for division in _DIVISIONS:
        size = len(division)
        for at in range(2, len(listed) - size):
            if listed[at : at + size] == division:
                yield listed[:at] + listed[at + size :]
                return
