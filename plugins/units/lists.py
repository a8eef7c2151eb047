"""Units that share the head of a name: «Trung tâm Y tế các huyện Bắc Sơn, Chi Lăng và Hữu Lũng»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from plugins.units.abbreviations import COUNTS, DIVISIONS, FIELDS, HEADS
from plugins.units.automaton import NOTHING, Automaton, Node
from plugins.units.context import Context
from plugins.units.forms import Form
from plugins.units.places import Gazetteer, Syllables
from plugins.units.words import Words

_LONGEST_LIST: Final = 30
_LONGEST_UNKNOWN: Final = 6
_JOINERS: Final = frozenset({"và", "cùng", "với", "hoặc", "hay"})
_LIST_MARKS: Final = frozenset({",", ", ", " ,", " , ", ";", "; "})
_COLONS: Final = frozenset({": ", ":", " : "})
_AND_GAPS: Final = frozenset({" ", ", ", "; "})
# The last syllable of the words for what lies between commune and country.
_DISTRICTS: Final = frozenset({"huyện", "quận", "phố", "tỉnh", "xã", "phường", "trấn"})
_DIVIDING: Final = _DISTRICTS | {"tp", "tx", "h", "q", "p", "số"}
_ABOVE_COMMUNES: Final = frozenset({"huyện", "quận", "phố", "tỉnh"})
_PLACE_WORDS: Final = frozenset(
    {*(tuple(division.split()) for division in DIVISIONS), ("tp",), ("tx",)}
)
# Heads of one syllable that begin no name of a place.
_SHORT_HEADS: Final = frozenset(
    {"sở", "phòng", "khoa", "bộ", "cục", "vụ", "viện", "trạm", "ubnd", "ttyt", "bv", "bvđk", "tyt"}
)
_LINKS: Final = frozenset({"các", "của", "tại", "ở", "thuộc"})
_INTRODUCTIONS: Final = frozenset({"gồm", "là"})
_LONGEST_COUNT: Final = 2
_SHORTEST_LOWER: Final = 2


@dataclass(frozen=True, slots=True)
class Member:
    """Words ``start`` to ``end`` of a text that name one of some units."""

    start: int
    end: int
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The members of a list, and the index after the last one.

    ``joined`` when an «và» joins one; ``others`` when the list has members that are not registered.
    """

    members: tuple[Member, ...]
    after: int
    joined: bool = False
    others: bool = False


class Lists:
    """Reads lists of units."""

    def __init__(
        self,
        automaton: Automaton,
        context: Context,
        gazetteer: Gazetteer,
        above: Mapping[str, frozenset[str]],
        forms: Iterable[Form],
    ) -> None:
        self._above = above
        self._automaton = automaton
        self._context = context
        self._gazetteer = gazetteer
        self._seats = frozenset(_seats(forms))
        self._heads = frozenset(tuple(head.split()) for head in HEADS)
        # By their first word, the longest first.
        self._heads_by_first: dict[str, list[Syllables]] = {}
        for head in sorted(self._heads, key=lambda head: (-len(head), head)):
            self._heads_by_first.setdefault(head[0], []).append(head)
        self._divisions: dict[str, list[Syllables]] = {}
        for division in DIVISIONS:
            self._divisions.setdefault(division.split()[0], []).append(tuple(division.split()))

    def members(self, words: Words, start: int, end: int, *, plural: bool) -> Run:
        """Return the units that share the head of the name ``start`` to ``end``, which they follow.

        ``plural`` tells whether «các» or a count stands before that name.
        """
        if self._separator(words, end)[0] < 0:
            return Run((), end)
        nodes = list(self._head_nodes(words, start, end))
        # «Bộ Y tế, Công an tỉnh» is no list of ministries, «hai bộ Y tế và Công an» is one.
        if not nodes or (words.words[start] == "bộ" and not plural):
            return Run((), end)
        run = self._items(words, end, nodes, first=False)
        of_province = self._ends_with_province(words, start, end)
        members = tuple(
            member
            for member in run.members
            if of_province or not self._is_province(words, member.start, member.end)
        )
        alone = len(run.members) == 1 and not plural and not run.joined
        if not members or (alone and self._is_seat(words, start, end, members[0])):
            return Run((), end, others=run.others)
        return replace(run, members=members)

    def after_head(self, words: Words, start: int) -> Run:
        """Read «Trung tâm Y tế các huyện A, B và C» and «04 bệnh viện: A, B và C»."""
        for head in self._heads_by_first.get(words.words[start], ()):
            if words.words[start : start + len(head)] != head:
                continue
            if not _in_one(words, start, len(head)):
                continue
            node = _node(self._automaton.root, head)
            index = start + len(head)
            if node is None or index >= len(words.words):
                continue
            if self._context.is_no_name(words, start, index):
                return Run((), index)
            nodes, index, announced = self._division(words, index, node)
            plural = self._context.is_plural(words, start)
            if index < len(words.words) and (announced or plural):
                run = self._items(words, index, nodes, first=True)
                # After a mere plural, one name is no list: «các Bệnh viện Đa khoa».
                if run.members and (announced or len(run.members) > 1 or run.others):
                    return run
        return Run((), start + 1)

    def _is_seat(self, words: Words, start: int, end: int, item: Member) -> bool:
        """Tell whether a place after a comma says where the first unit lies: «…, Mê Linh»."""
        if self._division_at(words, item.start) and not _divided(words.words[start:end]):
            return True
        place = words.words[item.start : item.end]
        among_equals = any(division in words.words[start:end] for division in _ABOVE_COMMUNES)
        return not among_equals and place in self._seats

    def _ends_with_province(self, words: Words, start: int, end: int) -> bool:
        return any(
            self._is_province(words, end - length, end) for length in range(1, min(5, end - start))
        )

    def _is_province(self, words: Words, start: int, end: int) -> bool:
        start += len(self._division_at(words, start))
        return words.words[start:end] in self._gazetteer.provinces

    def _head_nodes(self, words: Words, start: int, end: int) -> Iterator[Node]:
        """Yield the nodes of what a list may share with a name, the longest first."""
        node: Node = self._automaton.root
        nodes: list[tuple[int, Node]] = []
        for index in range(start, end):
            node = node.get(words.words[index], {})
            if not node:
                break
            nodes.append((index + 1 - start, node))
        yield from (
            node
            for length, node in reversed(nodes)
            if length < end - start and self._is_shared(words, start, length)
        )

    def _is_shared(self, words: Words, start: int, length: int) -> bool:
        """Tell whether the first words of a name may be what a list has in common.

        «Trung tâm Y tế», «Trung tâm Y tế huyện», «Phòng Nghiệp vụ», «Cụm Thi đua số»; never a part
        of a place: «Trạm Y tế xã An» of «… An Phú».
        """
        shared = words.words[start : start + length]
        if shared in self._heads or shared[-1] in _DIVIDING:
            return True
        return any(
            shared[:head] in self._heads and " ".join(shared[head:]) in FIELDS
            for head in range(1, length)
        )

    def _division(self, words: Words, index: int, node: Node) -> tuple[list[Node], int, bool]:
        """Go over «các huyện», «03 xã», «gồm» and a colon; tell whether they announce a list."""
        announced = False
        nodes = [node]
        limit = len(words.words)
        while index < limit and words.words[index] in _LINKS and words.gap(index) == " ":
            announced = words.words[index] == "các"
            index += 1
        division = self._division_at(words, index)
        if not division and index + 1 < limit and self._is_count(words, index):
            division = self._division_at(words, index + 1)
            if division:
                announced = True
                index += 1
        if division:
            deeper = _node(node, division)
            nodes = [deeper, node] if deeper is not None else [node]
            index += len(division)
        if index < limit and words.words[index] in _INTRODUCTIONS and words.gap(index) == " ":
            index += 1
            announced = True
        if index < limit and words.gap(index) in _COLONS:
            announced = True
        return nodes, index, announced

    def _division_at(self, words: Words, index: int) -> Syllables:
        if index < len(words.words):
            for division in self._divisions.get(words.words[index], ()):
                if words.words[index : index + len(division)] == division:
                    return division
        return ()

    def _is_count(self, words: Words, index: int) -> bool:
        word = words.words[index]
        return word in COUNTS or (word.isdigit() and len(word) <= _LONGEST_COUNT)

    def _items(self, words: Words, index: int, nodes: list[Node], *, first: bool) -> Run:
        """Read list members from ``index`` on; ``first`` when no separator stands before it."""
        members: list[Member] = []
        after, joined, others = index, False, False
        for count in range(_LONGEST_LIST):
            conjunction = False
            if count or not first:
                index, conjunction = self._separator(words, index)
                if index < 0:
                    break
            member = self._member(words, index, nodes)
            small = words.printed(index)[0].islower()
            if words.words[index].isdigit() and not self._is_numbered(words, index):
                break
            if member is not None and words.words[index : member.end] in _PLACE_WORDS:
                break  # «Sở Y tế các tỉnh, thành phố»
            if member is not None and not (small and member.end - index < _SHORTEST_LOWER):
                members.append(member)
                after = index = member.end
                joined = joined or conjunction
                continue
            if small or self._opens_a_name(words, index):
                break
            others = True
            index = self._unknown(words, index)
            if index < 0:
                break
        return Run(tuple(members), after, joined, others)

    def _is_numbered(self, words: Words, index: int) -> bool:
        """Tell whether the name before a number ends with one: «Nhi đồng 1 và 2»."""
        before = index - (2 if words.words[index - 1] in _JOINERS else 1)
        return words.words[before].isdigit() or words.words[before] == "số"

    def _opens_a_name(self, words: Words, index: int) -> bool:
        """Tell whether a list ends because another name begins, with a head of its own."""
        if any(words.words[index : index + length] in self._heads for length in (2, 3, 4)):
            return True
        return words.words[index] in _SHORT_HEADS or self._is_name(words, index)

    def _is_name(self, words: Words, index: int) -> bool:
        return self._automaton.longest(words, index, self._automaton.root)[1] is not NOTHING

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

    def _member(self, words: Words, index: int, nodes: list[Node]) -> Member | None:
        for node in nodes:
            end, ending = self._automaton.longest(words, index, node)
            if ending is NOTHING:
                continue
            if self._goes_on(words, end):
                below = self._below_next(words, end, ending.forms)
                if below:
                    return Member(index, end, below)
                continue
            generic = bool(ending.short) and self._context.goes_on(words, index, end)
            fitting = ending.sited if generic else ending.forms
            if fitting:
                return Member(index, end, fitting)
        return None

    def _goes_on(self, words: Words, end: int) -> bool:
        """Tell whether a name goes on behind its end: a word with a capital follows."""
        return (
            words.is_capital(end) and words.gap(end) == " " and not words.printed(end - 1).isupper()
        )

    def _below_next(self, words: Words, end: int, forms: Iterable[Form]) -> tuple[Form, ...]:
        """Keep the forms of the units below the one that is named next: «… và Sản Bệnh viện X»."""
        following = self._automaton.longest(words, end, self._automaton.root)[1]
        units = {form.unit for form in following.forms}
        return tuple(form for form in forms if units & self._above[form.unit])

    def _unknown(self, words: Words, index: int) -> int:
        """Go over a list member that is not registered: words up to the next separator; or -1."""
        for end in range(index + 1, min(index + _LONGEST_UNKNOWN, len(words.words)) + 1):
            if end == len(words.words) or self._separator(words, end)[0] >= 0:
                return end
            if words.gap(end) != " ":
                return -1
        return -1


def _seats(forms: Iterable[Form]) -> Iterator[Syllables]:
    """Yield the districts that names of units end with."""
    for form in forms:
        for at, syllable in enumerate(form.syllables[:-1]):
            if syllable in _ABOVE_COMMUNES:
                yield form.syllables[at + 1 :]


def _divided(words: Syllables) -> bool:
    """Tell whether a word for a division stands in a name."""
    return any(word in _DIVIDING - {"số"} for word in words)


def _in_one(words: Words, start: int, length: int) -> bool:
    """Tell whether nothing but blanks stands between words."""
    return all(words.gap(index) == " " for index in range(start + 1, start + length))


def _node(node: Node, syllables: Iterable[str]) -> Node | None:
    for syllable in syllables:
        following = node.get(syllable)
        if following is None:
            return None
        node = following
    return node
