"""A registered name taken apart: its syllables, where it may be divided, and the places in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.units.abbreviations import ABBREVIATIONS, AMBIGUOUS, DIVISIONS, FIELDS, HEADS
from plugins.units.places import Gazetteer, Syllables, gazetteer
from plugins.vietnamese import fold_exact, is_syllable, merge_tone_style

_TOKEN: Final = re.compile(r"[^\W_]+|[-–—,;(/]|&")
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_DOTTED: Final = re.compile(r"\b([HhQqPpXx])\.\s*(?=[^\W_])")
_UNDOTTED: Final[Mapping[str, str]] = {"h": "huyện ", "q": "quận ", "p": "phường ", "x": "xã "}
# Words that begin with a division and are none: «Bảo hiểm xã hội», «Huyện ủy».
_NO_PLACES: Final = frozenset({"hội", "ủy", "đội", "đoàn", "viên"})
# What makes a name one unit's own, without any place: «Bệnh viện Nhi Trung ương».
_NATIONAL: Final = (("trung", "ương"), ("quốc", "gia"), ("việt", "nam"), ("quân", "đội"))
# Parts of units and ranked units: a number or letter tells them apart within their unit only.
_RANKED: Final = frozenset({"phòng", "khoa", "tổ", "cụm", "khối", "đội", "trạm", "chi", "ban"})
_NO_NAMES: Final = frozenset({"y", "x", "hiv", "aids", "covid"})
_SHORTEST_PROPER: Final = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a name: syllables ``start`` to ``end``, its division before it from ``opens``.

    ``province`` is set when the place is the name of a province as such: «tỉnh Hòa Bình», «Hòa
    Bình», but not «thành phố Hòa Bình», which is its capital.
    """

    opens: int
    start: int
    end: int
    province: Syllables = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the recogniser compares it.

    ``joints`` are the syllables before which a comma, dash or bracket may stand; ``capitals`` tells
    of each syllable whether it is printed with a capital; ``own`` is True when the name says which
    unit it is though it names no place: «Bệnh viện K», «Viện Pasteur», «Bệnh viện 198».
    """

    syllables: Syllables
    capitals: tuple[bool, ...]
    joints: frozenset[int]
    places: tuple[Place, ...]
    own: bool


class NameReader:
    """Takes names apart; its lists are made once."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer = gazetteer()
        self._divisions = [tuple(division.split()) for division in DIVISIONS]
        self._fields = sorted((tuple(field.split()) for field in FIELDS), key=len, reverse=True)
        self._heads = frozenset(tuple(head.split()) for head in HEADS)
        self._short: dict[str, list[tuple[Syllables, Syllables]]] = {}
        for full, shorts in ABBREVIATIONS:
            for short in shorts:
                if short not in AMBIGUOUS:
                    words = tuple(short.split())
                    self._short.setdefault(words[0], []).append((words, tuple(full.split())))
        # Alone «TP.HCM» is the city; «TT» opens a name only as «Trung tâm».
        self._short.setdefault("hcm", []).append((("hcm",), ("hồ", "chí", "minh")))
        for pairs in self._short.values():
            pairs.sort(key=lambda pair: -len(pair[0]))

    def read(self, name: str) -> list[Name]:
        """Take a name apart, once with and once without what stands in brackets."""
        whole = self._name(name)
        bare = _BRACKETS.sub("", name)
        return [self._name(bare), whole] if bare != name and bare.strip() else [whole]

    def _name(self, name: str) -> Name:
        syllables, capitals, joints = self._divided(name)
        shouted = name.isupper()
        places = self._places(syllables, capitals, joints, shouted=shouted)
        own = bool(syllables) and self.is_own(syllables, capitals, shouted=shouted)
        return Name(syllables, capitals, joints, places, own)

    def _divided(self, name: str) -> tuple[Syllables, tuple[bool, ...], frozenset[int]]:
        spelt = _DOTTED.sub(lambda match: _UNDOTTED[match[1].lower()], name)
        syllables: list[str] = []
        capitals: list[bool] = []
        joints: set[int] = set()
        tokens = _TOKEN.findall(spelt)
        folded = [syllable_of(token) for token in tokens]
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token == "&":
                syllables.append("và")
                capitals.append(False)
            elif not token[0].isalnum():
                if syllables:
                    joints.add(len(syllables))
            else:
                full, length = self._written_out(folded, index, first=not syllables)
                syllables += full
                proper = length == 0 or full[:1] in {("hồ",), ("việt",)}
                capitals += [token[0].isupper() and proper] * len(full)
                index += max(length - 1, 0)
            index += 1
        return tuple(syllables), tuple(capitals), frozenset(joints)

    def _written_out(
        self, folded: Sequence[str], index: int, *, first: bool
    ) -> tuple[Syllables, int]:
        """Write an abbreviation out; the length is 0 where none stands."""
        if first and folded[index] == "tt":
            return ("trung", "tâm"), 1
        for short, full in self._short.get(folded[index], ()):
            if tuple(folded[index : index + len(short)]) == short:
                return full, len(short)
        return (folded[index],), 0

    def _places(
        self,
        syllables: Syllables,
        capitals: Sequence[bool],
        joints: frozenset[int],
        *,
        shouted: bool,
    ) -> tuple[Place, ...]:
        found: list[Place] = []
        index = 1
        while index < len(syllables):
            division = self._division_at(syllables, index)
            start = index + len(division)
            if not division or not self._opens_a_place(syllables, capitals, start, shouted=shouted):
                index += 1
                continue
            end = self._end_of_place(syllables, capitals, joints, start, shouted=shouted)
            name = self.gazetteer.provinces.get(syllables[start:end], ())
            is_province = bool(name) and division in self.gazetteer.divisions(name)
            found.append(Place(index, start, end, name if is_province else ()))
            index = end
        covered = found[-1].end if found else 1
        if covered < len(syllables):
            found += self._tail(syllables, capitals, covered, shouted=shouted)
        return tuple(found)

    def _opens_a_place(
        self, syllables: Syllables, capitals: Sequence[bool], start: int, *, shouted: bool
    ) -> bool:
        if start >= len(syllables) or syllables[start] in _NO_PLACES:
            return False
        return shouted or capitals[start] or syllables[start].isdigit()

    def _end_of_place(
        self,
        syllables: Syllables,
        capitals: Sequence[bool],
        joints: frozenset[int],
        start: int,
        *,
        shouted: bool,
    ) -> int:
        length = self.gazetteer.province_at(syllables, start)
        if length:
            return start + length
        end = start + 1
        while end < len(syllables) and end not in joints:
            goes_on = shouted or capitals[end] or syllables[end].isdigit()
            if not goes_on or self._division_at(syllables, end) or self._head_at(syllables, end):
                break
            end += 1
        return end

    def _tail(
        self, syllables: Syllables, capitals: Sequence[bool], covered: int, *, shouted: bool
    ) -> list[Place]:
        """Find a place without a division at the end: a province, or a proper name."""
        last = len(syllables)
        for length in (4, 3, 2, 1):
            start = last - length
            province = (
                self.gazetteer.provinces.get(syllables[start:], ()) if start >= covered else ()
            )
            if province and (shouted or capitals[start]):
                before = self._proper(syllables, capitals, covered, start)
                return [*before, Place(start, start, last, province)]
        return self._proper(syllables, capitals, covered, last)

    def _proper(
        self, syllables: Syllables, capitals: Sequence[bool], covered: int, end: int
    ) -> list[Place]:
        """Find a proper name that ends somewhere: capitals that are no field of work."""
        start = end
        while start > covered and capitals[start - 1]:
            start -= 1
        if start == 1 and capitals[0]:  # «Bệnh Viện Phổi»: here capitals tell nothing
            return []
        while start < end:
            field = next((f for f in self._fields if syllables[start : start + len(f)] == f), ())
            if not field:
                break
            start += len(field)
        return [Place(start, start, end)] if end - start >= _SHORTEST_PROPER else []

    def _division_at(self, syllables: Syllables, index: int) -> Syllables:
        for division in self._divisions:
            if syllables[index : index + len(division)] == division:
                return division
        return ()

    def _head_at(self, syllables: Syllables, index: int) -> bool:
        return any(syllables[index : index + length] in self._heads for length in (2, 3))

    def is_own(
        self, syllables: Syllables, capitals: Sequence[bool], *, shouted: bool = False
    ) -> bool:
        """Tell whether a name says which unit it is though it names no place."""
        if any(syllables[at : at + 2] in _NATIONAL for at in range(1, len(syllables) - 1)):
            return True
        if syllables[0] in _RANKED:
            return False
        for before, syllable, capital in zip(syllables, syllables[1:], capitals[1:], strict=False):
            if syllable.isdigit():
                # Every province has its «Trung tâm Cấp cứu 115»: the number one dials.
                if before not in {"số", "cứu"}:
                    return True
            elif syllable in _NO_NAMES or not capital:
                continue
            elif not is_syllable(syllable) or (len(syllable) == 1 and not shouted):
                return True
        return False


def syllable_of(word: str) -> str:
    """Write one word as the recogniser reads text: lower case, old tone style, no leading zeros."""
    return normal_number(merge_tone_style(word.lower()))


def normal_number(word: str) -> str:
    """Write «02» as «2»: official texts pad counts and numbers (Nghị định 30/2020/NĐ-CP)."""
    return word.lstrip("0") or "0" if word.isdigit() else word


def syllables_of(name: str) -> Syllables:
    """Divide a name into syllables, abbreviations as they stand."""
    return tuple(
        normal_number(word) for word in _TOKEN.findall(fold_exact(name)) if word[0].isalnum()
    )


def without(syllables: Syllables, cuts: Iterable[tuple[int, int]]) -> Syllables:
    """Return syllables without some runs, given as (start, end)."""
    dropped = {index for start, end in cuts for index in range(start, end)}
    return tuple(word for index, word in enumerate(syllables) if index not in dropped)
