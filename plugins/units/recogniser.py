"""Finds the units that a text names: the longest names first, and the members of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from plugins.units.abbreviations import DIVISIONS, HEADS
from plugins.units.automaton import Automaton, Node, Words, words_of
from plugins.units.context import Context
from plugins.units.forms import Form, Syllables, forms_of
from plugins.units.places import province_names
from plugins.units.registry import Units

_LONGEST_LIST: Final = 30
_LONGEST_UNKNOWN: Final = 6
_JOINERS: Final = frozenset({"và", "cùng", "với", "hoặc", "hay"})
_LIST_MARKS: Final = frozenset({",", ", ", " ,", " , ", ";", "; "})
_COLONS: Final = frozenset({": ", ":", " : "})
_AND_GAPS: Final = frozenset({" ", ", ", "; "})
# The last syllable of the words for what lies between commune and country.
_DISTRICTS: Final = frozenset({"huyện", "quận", "phố", "tỉnh"})
_INTRODUCTIONS: Final = frozenset({"gồm", "là"})


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a text that names one of some units; ``start`` and ``end`` are in the text.

    ``forms`` are the ways of printing that fit here, of one unit or of several that share a name.
    ``province`` is one that is named soon after in the same phrase, in syllables; or empty.
    """

    start: int
    end: int
    forms: tuple[Form, ...]
    province: Syllables = ()


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    forms: tuple[Form, ...]


def _seats(forms: Iterable[Form]) -> Iterator[tuple[str, ...]]:
    """Yield the districts that names of units end with."""
    for form in forms:
        for at, syllable in enumerate(form.syllables[:-1]):
            if syllable in _DISTRICTS:
                yield form.syllables[at + 1 :]


class Recogniser:
    """Reads texts for the units of a registry. Made once; holds no state of any text."""

    def __init__(self, units: Units, family_names: frozenset[str]) -> None:
        forms = [form for unit in units for form in forms_of(unit, units)]
        self._automaton = Automaton(forms)
        self._seats = frozenset(_seats(forms))
        self._provinces = province_names()
        self._context = Context(family_names)
        self._heads = frozenset(tuple(head.split()) for head in HEADS)
        self._longest_head = max(map(len, self._heads))
        self._divisions = tuple(tuple(division.split()) for division in DIVISIONS)

    def find(self, text: str) -> list[Found]:
        """Return the places of a text that name units, in order, none within another.

        Args:
            text: plain text in NFC; a newline ends a phrase.
        """
        words = words_of(text)
        found: list[_Item] = []
        done = 0
        for start in self._automaton.starts(words):
            if start >= done:
                items, done = self._at(words, start)
                found += items
        return [
            Found(
                words.spans[item.start][0],
                words.spans[item.end - 1][1],
                item.forms,
                self._context.province_after(words, item.end),
            )
            for item in found
        ]

    def _at(self, words: Words, start: int) -> tuple[list[_Item], int]:
        """Return what is named at a word, list members included, and where to go on."""
        end, forms = self._automaton.longest(words, start, self._automaton.root)
        if not forms:
            return self._list_after_head(words, start)
        if self._context.is_no_name(words, start, end):
            return [], end
        fitting = self._fitting(words, start, end, forms)
        plural = self._context.is_plural(words, start)
        members, after = self._members(words, start, end, plural=plural)
        if plural and not members:
            fitting = tuple(form for form in fitting if form.places)
        if fitting:
            return [_Item(start, end, fitting), *members], max(end, after)
        items, after = self._list_after_head(words, start)
        return items, max(after, start + 1 if items else end)

    def _fitting(
        self, words: Words, start: int, end: int, forms: Iterable[Form]
    ) -> tuple[Form, ...]:
        """Leave out short forms where the context says that a kind, or another place, is meant."""
        generic = self._context.is_generic(words, start, end)
        return tuple(form for form in forms if form.places or not generic)

    def _head_nodes(self, words: Words, start: int, end: int) -> Iterator[Node]:
        """Yield the nodes between a name's head and its last syllable, deepest first."""
        node: Node = self._automaton.root
        nodes: list[tuple[int, Node]] = []
        for index in range(start, end):
            node = node.get(words.words[index], {})
            if not node:
                break
            nodes.append((index + 1 - start, node))
        shortest = self._head_length(words, start)
        if shortest:
            yield from (
                node for length, node in reversed(nodes) if shortest <= length < end - start
            )

    def _head_length(self, words: Words, start: int) -> int:
        """Return the length of the shortest head of a name that begins here, 0 when none does."""
        for length in range(1, self._longest_head + 1):
            if words.words[start : start + length] in self._heads:
                return length
        return 0

    def _members(
        self, words: Words, start: int, end: int, *, plural: bool
    ) -> tuple[list[_Item], int]:
        """Return the units that share a name's head: «… huyện Bắc Sơn, Chi Lăng và Hữu Lũng»."""
        nodes = list(self._head_nodes(words, start, end))
        if not nodes:
            return [], end
        members, after, joined = self._items(words, end, nodes, first=False)
        if len(members) == 1 and not plural and not joined:
            (only,) = members
            if self._is_seat(words, start, end, only):
                return [], end
        return members, after

    def _is_seat(self, words: Words, start: int, end: int, item: _Item) -> bool:
        """Tell whether a place after a comma says where the first unit lies: «…, Mê Linh»."""
        place = words.words[item.start : item.end]
        among_equals = any(division in words.words[start:end] for division in _DISTRICTS)
        return not among_equals and (place in self._seats or place in self._provinces)

    def _list_after_head(self, words: Words, start: int) -> tuple[list[_Item], int]:
        """Read «Trung tâm Y tế các huyện A, B và C» and «04 bệnh viện: A, B và C»."""
        for length in range(self._longest_head, 0, -1):
            head = words.words[start : start + length]
            if head not in self._heads:
                continue
            node = self._node(self._automaton.root, head)
            index = start + length
            if node is None or index >= len(words.words):
                continue
            if self._context.is_no_name(words, start, index):
                return [], index
            nodes, index, announced = self._division(words, index, node)
            plural = self._context.is_plural(words, start)
            if index < len(words.words) and (announced or plural):
                items, after, _ = self._items(words, index, nodes, first=True)
                # After a mere plural, one name is no list: «các Bệnh viện Đa khoa».
                if len(items) > (0 if announced else 1):
                    return items, after
        return [], start + 1

    def _division(self, words: Words, index: int, node: Node) -> tuple[list[Node], int, bool]:
        """Go over «các huyện», «gồm» and a colon; tell whether they announce a list."""
        announced = False
        nodes = [node]
        if words.words[index] in {"các", "của"} and words.gap(index) == " ":
            index += 1
            if index < len(words.words) and words.words[index] == "các":
                index += 1
            announced = True
        for division in self._divisions:
            if words.words[index : index + len(division)] == division:
                deeper = self._node(node, division)
                nodes = [deeper, node] if deeper is not None else [node]
                index += len(division)
                break
        if index < len(words.words) and words.words[index] in _INTRODUCTIONS:
            index += 1
            announced = True
        if index < len(words.words) and words.gap(index) in _COLONS:
            announced = True
        return nodes, index, announced

    def _node(self, node: Node, syllables: Iterable[str]) -> Node | None:
        for syllable in syllables:
            node = node.get(syllable, {})
            if not node:
                return None
        return node

    def _items(
        self, words: Words, index: int, nodes: list[Node], *, first: bool
    ) -> tuple[list[_Item], int, bool]:
        """Read list members from ``index`` on.

        Returns:
            The members, the index after the last one, and whether an «và» joined one.
        """
        members: list[_Item] = []
        after, joined = index, False
        for count in range(_LONGEST_LIST):
            if count or not first:
                index, conjunction = self._separator(words, index)
                if index < 0:
                    break
            else:
                conjunction = False
            if not words.printed(index)[0].isupper() and not words.printed(index)[0].isdigit():
                break
            member = self._member(words, index, nodes)
            if member is not None:
                members.append(member)
                after = index = member.end
                joined = joined or conjunction
                continue
            if words.words[index] in self._automaton.root and self._is_name(words, index):
                break
            index = self._unknown(words, index)
            if index < 0:
                break
        return members, after, joined

    def _is_name(self, words: Words, index: int) -> bool:
        return bool(self._automaton.longest(words, index, self._automaton.root)[1])

    def _separator(self, words: Words, index: int) -> tuple[int, bool]:
        """Return the index behind a comma, semicolon or «và», and whether it was «và»; or -1."""
        if index >= len(words.words):
            return -1, False
        gap = words.gap(index)
        if words.words[index] in _JOINERS and gap in _AND_GAPS:
            following = index + 1
            fine = following < len(words.words) and words.gap(following) == " "
            return (following, True) if fine else (-1, False)
        return (index, False) if gap in _LIST_MARKS else (-1, False)

    def _member(self, words: Words, index: int, nodes: list[Node]) -> _Item | None:
        for node in nodes:
            end, forms = self._automaton.longest(words, index, node)
            if forms and not self._goes_on(words, end):
                return _Item(index, end, tuple(forms))
        return None

    def _goes_on(self, words: Words, end: int) -> bool:
        """Tell whether a name goes on behind its end: a word with a capital follows."""
        return (
            end < len(words.words)
            and words.gap(end) == " "
            and words.printed(end)[0].isupper()
            and not words.printed(end - 1).isupper()
        )

    def _unknown(self, words: Words, index: int) -> int:
        """Go over a list member that is not registered: words up to the next separator; or -1."""
        for end in range(index + 1, min(index + _LONGEST_UNKNOWN, len(words.words)) + 1):
            if end == len(words.words) or self._separator(words, end)[0] >= 0:
                return end
            if words.gap(end) != " ":
                return -1
        return -1
