"""What stands around a printed name, and whether it is a name at all.

«cán bộ y tế» is no Bộ Y tế, «Thành ủy viên» no Thành ủy, «các trung tâm y tế» no centre, «Bộ Y tế
Lào» not the ministry, «Chi bộ Bệnh viện Nội tiết» not the hospital. The rules are those of the
language; they know no registry.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.units import surroundings as near
from plugins.units.abbreviations import DIVISIONS, FIELDS, HEADS
from plugins.units.places import Gazetteer, Syllables
from plugins.units.words import Words

_NEARBY: Final = 6
_LONGEST_COUNT: Final = 3
_LONGEST_WORD: Final = 12
_LONGEST_HEAD: Final = 4
_CENTRE: Final = ("trung", "tâm", "y")
_ADJACENT: Final = frozenset({" ", " “", ' "', " ‘", " «", " '"})
_BESIDE: Final = frozenset({" ", ", ", " (", " - ", " – ", ", (", " , "})
_DASHES: Final = frozenset({" - ", " – ", "-", "–", " -", "- "})


class Context:
    """The rules, with their lists made once."""

    def __init__(self, gazetteer: Gazetteer, family_names: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._families = family_names
        self._wrappers = frozenset(tuple(wrapper.split()) for wrapper in near.WRAPPERS)
        self._wrapper_ends = frozenset(wrapper[-1] for wrapper in self._wrappers)
        self._longest_wrapper = max(map(len, self._wrappers))
        self._compounds = {word: frozenset(others.split()) for word, others in near.COMPOUNDS}
        self._endings = {word: frozenset(others.split()) for word, others in near.ENDINGS}
        self._kinds = {word: frozenset(others.split()) for word, others in near.KINDS}
        self._followers = frozenset(near.FOLLOWERS.split())
        self._divisions = [
            *(tuple(division.split()) for division in DIVISIONS),
            *((short,) for short in near.SHORT_DIVISIONS),
        ]
        self._division_starts = frozenset(division[0] for division in self._divisions)
        self._heads = frozenset(HEADS)
        self._fields = frozenset(
            tuple(field.split()) for field in FIELDS if field not in self._heads
        )

    def is_no_name(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the words are no name at all, whatever unit they could mean."""
        return (
            self._part_of_a_code(words, start, end)
            or self._part_of_a_word(words, start, end)
            or self._in_a_wrapper(words, start)
        )

    def is_generic(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a name without its place means a kind, or is a part of a longer name."""
        printed = words.run(start, end)
        if printed.islower() and not self._may_be_small(words, start, end):
            return True
        return self.goes_on(words, start, end)

    def _may_be_small(self, words: Words, start: int, end: int) -> bool:
        """«sở y tế», «phòng kế hoạch nghiệp vụ» are names; «trung tâm y tế» is a kind."""
        head = words.words[start]
        return head in near.AUTHORITIES or (
            head in near.PARTS and end - start >= near.SHORTEST_SMALL_PART
        )

    def goes_on(self, words: Words, start: int, end: int) -> bool:
        """Tell whether what follows a name without its place makes it a kind, or a longer name."""
        if end == len(words.words):
            return False
        if words.gap(end) == " (" and words.after(end) == ") " and words.printed(end).isupper():
            end += 1  # «Bệnh viện Đa khoa (BVĐK) Quốc tế …»
            if end == len(words.words):
                return False
            national = words.words[end : end + 2] in near.NATIONAL
            return national or words.is_capital(end) or self._kind_follows(words, end)
        if words.gap(end) in _DASHES:
            return words.is_capital(end) and self._field_at(words, end)
        if not self._adjacent(words, end):
            return False
        return (
            self._is_numbered(words, end)
            or self._kind_follows(words, end)
            or self._name_goes_on(words, start, end)
        )

    def is_longer_place(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a name that says which unit it is goes on, and means another one.

        «Trạm Y tế xã Tân Lập» but «… xã Tân Lập Đông», «Bệnh viện Hoàn Mỹ» but «… Hoàn Mỹ Đà Lạt».
        """
        if not self._adjacent(words, end):
            return False
        if self._is_numbered(words, end):
            return True
        if words.words[start] in near.HOSPITALS and words.words[start : start + 3] != _CENTRE:
            return self._proper_name_follows(words, start, end)
        word = words.words[end]
        if word.isdigit():
            return not self._counts(words, end) and words.is_capital(end - 1)
        return (
            word in near.PLACE_SUFFIXES
            and words.is_capital(end)
            and not words.printed(end - 1).isupper()
            and not (end + 1 < len(words.words) and self._person_at(words, end))
        )

    def _is_numbered(self, words: Words, end: int) -> bool:
        """«Bệnh viện Đa khoa Bắc Ninh số 1» is not the only one of Bắc Ninh."""
        return (
            words.words[end] == "số"
            and end + 1 < len(words.words)
            and words.words[end + 1].isdigit()
            and words.gap(end + 1) == " "
        )

    def _proper_name_follows(self, words: Words, start: int, end: int) -> bool:
        if not words.is_capital(end) or words.printed(end - 1).isupper():
            return False
        # In «Bệnh Viện Bạch Mai Khám Bệnh» capitals tell nothing.
        if words.is_capital(start) and words.is_capital(start + 1):
            return False
        return not (
            self._division_at(words, end)
            or self._gazetteer.province_at(words.words, end)
            or words.words[end] in near.TITLES | near.CAMPUSES
            or self._person_at(words, end)
            or any(
                " ".join(words.words[end : end + length]) in self._heads
                for length in range(1, _LONGEST_HEAD)
            )
        )

    def follows_bare_head(self, words: Words, end: int) -> bool:
        """Tell whether what follows lets a mere head stand for itself: «Sở đã», «Sở, ngành» not."""
        if end == len(words.words) or words.gap(end) not in {" ", ", "}:
            return end == len(words.words) or "/" not in words.gap(end)
        if words.gap(end) == ", ":
            return words.words[end - 1] != "sở" or words.words[end] not in near.SECTORS
        return words.words[end] in self._followers and not words.is_capital(end)

    def antecedent(self, head: Syllables, lowered: str) -> int | None:
        """Return where a longer name with a head first stands in a text: «Sở Tài chính … Sở».

        Args:
            head: the head, as words are compared.
            lowered: the text, likewise.
        """
        pattern = r"(?<![^\W_])" + r"\s+".join(map(re.escape, head)) + r"[ \xa0]+([^\W_]+)"
        for match in re.finditer(pattern, lowered):
            before = lowered[max(match.start() - _LONGEST_WORD, 0) : match.start()].split()
            if match[1] not in self._followers and not (before and before[-1] in near.PLURALS):
                return match.start()
        return None

    def other_departments(self, lowered: str) -> list[tuple[int, bool]]:
        """Return where departments stand in a text, and whether it is that of health.

        «Thanh tra Sở» is that of the department named last: «Sở Xây dựng … Thanh tra Sở».
        """
        return [
            (match.start(), match[1].startswith("y tế"))
            for match in re.finditer(r"(?<![^\W_])sở[ \xa0]+([^\W_]+ [^\W_]+)", lowered)
            if match[1] in near.DEPARTMENTS
        ]

    def is_plural(self, words: Words, start: int) -> bool:
        """Tell whether a word for several, or a count, stands before."""
        if not self._adjacent(words, start):
            return False
        before = words.words[start - 1]
        if before in near.PLURALS:
            return not (before in near.AMBIGUOUS_PLURALS and words.is_capital(start - 1))
        if before == "số" and start > 1 and words.words[start - 2] == "một":
            return True
        place = words.starts[start - 1]
        of_a_date = place > 0 and words.text[place - 1] in "/-.,:"
        ordinal = start > 1 and words.words[start - 2] in near.BEFORE_ORDINALS
        return before.isdigit() and len(before) <= _LONGEST_COUNT and not of_a_date and not ordinal

    def is_explained(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the words are an abbreviation in brackets: «… dịch bệnh Mỹ (CDC)»."""
        return (
            end - start == 1
            and words.gap(start).endswith("(")
            and words.after(start).startswith(")")
            and start > 0
        )

    def place_beside(self, words: Words, end: int) -> tuple[Syllables, Syllables]:
        """Return the place that follows a name, as (division, name): «…, huyện Mê Linh»."""
        if end >= len(words.words):
            return (), ()
        # «Bệnh viện Mắt TP. HCM»: the name may end with the short word for a division.
        divided = words.words[end - 1] in near.SHORT_DIVISIONS and words.gap(end) in {".", ". "}
        if words.gap(end) not in _BESIDE and not divided:
            return (), ()
        index = end
        if words.gap(end) == " " and words.words[index] in {"của", "thuộc", "ở", "tại"}:
            index += 1
        division = self._division_at(words, index)
        index += len(division)
        if not words.is_capital(index) or (division and words.gap(index) not in {" ", ".", ". "}):
            return (), ()
        length = self._gazetteer.province_at(words.words, index)
        if not length and not division:
            return (), ()
        last = index + (length or 1)
        while not length and words.is_capital(last) and words.gap(last) == " ":
            last += 1
        # «Bệnh viện Phổi, Hà Nam Ninh»: a longer name of something else.
        if length and words.is_capital(last) and words.gap(last) == " " and not division:
            return (), ()
        return division, words.words[index:last]

    def province_after(self, words: Words, end: int) -> Syllables:
        """Return the province named soon after in the same phrase: «Cụm … ngành y tế Lạng Sơn»."""
        for start in range(end, min(end + _NEARBY, len(words.words))):
            if words.gap(start) != " ":
                break
            length = self._gazetteer.province_at(words.words, start)
            if length and words.is_capital(start):
                return self._gazetteer.normal(words.words[start : start + length])
            if words.words[start] not in near.BETWEEN:
                break  # «Sở Y tế cử đoàn hỗ trợ Quảng Ngãi»
        return ()

    def _adjacent(self, words: Words, index: int) -> bool:
        """Tell whether a word follows the one before it in the same phrase."""
        return 0 < index < len(words.words) and words.gap(index) in _ADJACENT

    def _part_of_a_code(self, words: Words, start: int, end: int) -> bool:
        """«831/QĐ-BYT», «soyte.gov.vn»: a short name inside a number or address."""
        if end - start > 1:
            return False
        left, right = words.starts[start], words.ends[end - 1]
        before, after = words.text[max(left - 3, 0) : left], words.text[right : right + 2]
        return (
            before[-1:] in {"@", ".", "_"}
            or (before[-1:] == "/" and not words.printed(start - 1).islower())
            or (before[-1:] == "-" and before[-2:-1].isalnum())
            or (before == " - " and words.words[start - 1] in near.DOCUMENTS)
            or (after[:1] in {"-", "/", "@", "_", "."} and after[1:].isalnum())
        )

    def _part_of_a_word(self, words: Words, start: int, end: int) -> bool:
        if self._adjacent(words, start):
            others = self._compounds.get(words.words[start])
            if others is not None and words.words[start - 1] in others:
                return True
        if not self._adjacent(words, end):
            return False
        return words.words[end] == "viên" and words.words[end - 1] in near.RANKS

    def _in_a_wrapper(self, words: Words, start: int) -> bool:
        last = start
        if last and words.words[last - 1] in {"của", "thuộc"} and self._adjacent(words, last):
            last -= 1
        if words.words[last - 1] not in self._wrapper_ends or not self._adjacent(words, last):
            return False
        for length in range(1, self._longest_wrapper + 1):
            if words.words[max(last - length, 0) : last] in self._wrappers:
                return True
        return False

    def _kind_follows(self, words: Words, end: int) -> bool:
        following = words.words[end]
        if following in self._endings.get(words.words[end - 1], ()):
            return True
        if following in near.GENERIC:
            return True
        seconds = self._kinds.get(following)
        if seconds is not None:
            return end + 1 < len(words.words) and words.words[end + 1] in seconds
        # «Trung tâm Y tế huyện»: whose, is not said.
        division = self._division_at(words, end)
        return (
            bool(division)
            and not words.is_capital(end + len(division))
            and (words.words[end] not in {"tỉnh", "thành", "tp"})
        )

    def _name_goes_on(self, words: Words, start: int, end: int) -> bool:
        following = words.words[end : end + 2]
        if following in near.NATIONAL:
            return True
        if words.words[end].isdigit():
            return not self._counts(words, end)
        index = end + len(self._division_at(words, end))
        if index > end:
            # Whose province it is, is for the registry to say.
            province = self._gazetteer.province_at(words.words, index)
            return words.is_capital(index) and not province
        return words.is_capital(end) and self._is_another_name(words, start, end)

    def _is_another_name(self, words: Words, start: int, end: int) -> bool:
        """Tell whether capitals behind a name are a part of it: «Bộ Y tế Lào», «… Mắt Sài Gòn»."""
        if self._gazetteer.country_at(words.words, end):
            return True
        harmless = (
            self._gazetteer.province_at(words.words, end) > 0
            or words.words[end : end + 2] == ("việt", "nam")
            # «Cục Y tế dự phòng Bộ Y tế»
            or (words.words[start] in {"cục", "vụ"} and words.words[end] == "bộ")
        )
        return not (
            harmless
            or self._all_capitals(words, start, end)
            or self._may_be_a_person(words, start, end)
        )

    def _counts(self, words: Words, index: int) -> bool:
        """Tell whether a number counts something: «Bệnh viện Phổi 2 máy thở», not «… 2»."""
        following = index + 1
        return (
            following < len(words.words)
            and words.gap(following) in {" ", ",", "."}
            and not words.is_capital(following)
            and words.words[following] not in self._followers  # «Bệnh viện Đa khoa 115 đã …»
            and not self._division_at(words, following)
        )

    def _may_be_a_person(self, words: Words, start: int, end: int) -> bool:
        """«Giám đốc Sở Y tế Nguyễn Văn A»: no department is called after a person."""
        if words.words[end] in near.TITLES:
            return True
        if not self._person_at(words, end):
            return False
        named_by_place = any(words.words[:end][-len(d) :] == d for d in self._divisions)
        if words.words[start] not in near.HOSPITALS and not named_by_place:
            return True
        return self._adjacent(words, start) and words.words[start - 1] in near.ROLES

    def _person_at(self, words: Words, index: int) -> bool:
        return (
            words.words[index] in self._families
            and words.is_capital(index + 1)
            and words.gap(index + 1) == " "
        )

    def _field_at(self, words: Words, index: int) -> bool:
        return any(
            words.words[index : index + length] in self._fields
            for length in range(1, _LONGEST_HEAD)
        )

    def _division_at(self, words: Words, index: int) -> Syllables:
        if index < len(words.words) and words.words[index] in self._division_starts:
            for division in self._divisions:
                if words.words[index : index + len(division)] == division:
                    return division
        return ()

    def _all_capitals(self, words: Words, start: int, end: int) -> bool:
        printed = words.run(start, end + 1)
        return printed.isupper()
