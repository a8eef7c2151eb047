"""What stands around a printed name, and whether it is a name at all.

«cán bộ y tế» is no Bộ Y tế, «Thành ủy viên» no Thành ủy, «các trung tâm y tế» no centre, «Sở Y tế
Thanh Hóa» not the Sở Y tế at home, «Chi bộ Bệnh viện Nội tiết» not the hospital. The rules are
those of the language; they know no registry.
"""

from __future__ import annotations

from typing import Final

from plugins.units.abbreviations import DIVISIONS
from plugins.units.automaton import Words
from plugins.units.forms import Syllables
from plugins.units.places import province_names

# First syllable of a name → syllables that make another word of it.
_COMPOUNDS: Final = (
    ("bộ", frozenset({"cán", "nội", "toàn", "tiến", "đồng", "cục", "thủy", "đường", "sơ", "liên"})),
    ("sở", frozenset({"cơ", "trụ", "công", "hội", "xứ"})),
    ("ban", frozenset({"tiểu", "liên"})),
    ("khoa", frozenset({"đa", "nha", "ngoại", "nội", "chuyên", "sản", "nhi"})),
    ("phòng", frozenset({"dự", "đề", "văn", "quốc", "tiền", "hải", "biên"})),
    ("viện", frozenset({"bệnh", "học", "thành", "nhập", "xuất", "ra", "vào"})),
    ("đoàn", frozenset({"công", "chi", "liên", "phái", "trung", "sư"})),
    ("hội", frozenset({"xã", "đại", "chi", "quốc", "cơ", "lễ"})),
)

# Bodies of another kind that bear the name of a unit; the unit itself is not meant.
_WRAPPERS: Final = (
    "đảng bộ", "đảng ủy", "chi bộ", "chi ủy", "chi đoàn", "công đoàn", "tổ công đoàn",
    "công đoàn cơ sở", "công đoàn cơ quan", "đoàn thanh niên", "đoàn cơ sở", "đoàn viên thanh niên",
    "đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh", "hội cựu chiến binh",
    "hội chữ thập đỏ", "ban nữ công", "ban thanh tra nhân dân", "ban thanh tra nhân dân cơ quan",
    "khối thi đua", "cụm thi đua", "khối các phòng chức năng", "khối thi đua các phòng chức năng",
    "đảng bộ cơ sở", "chi bộ cơ sở", "câu lạc bộ",
)  # fmt: skip

_PLURALS: Final = frozenset(
    (
        "các", "những", "mọi", "nhiều", "mỗi", "từng", "cụm", "loại", "hai", "ba", "bốn", "sáu",
        "bảy", "tám", "chín", "mười", "vài", "dăm", "đa", "hầu", "lưới", "thống", "hình", "kiểu",
        "tuyến", "cấp",
    )
)  # fmt: skip
_GENERIC_AFTER: Final = frozenset(
    (
        "tuyến", "chuyên", "cấp", "đa", "tư", "các", "vệ", "cơ", "hạng", "địa", "quận", "huyện",
        "xã", "phường", "trong", "trên", "ngoài", "nào", "khác", "này", "kiểu", "mẫu",
    )
)  # fmt: skip
_ROLES: Final = frozenset(
    (
        "giám", "đốc", "trưởng", "phó", "chủ", "tịch", "bí", "thư", "lãnh", "đạo", "viên",
        "chánh", "chuyên",
    )
)  # fmt: skip
_BEFORE_ORDINALS: Final = frozenset({"số", "quý", "tháng", "khóa", "lần", "thứ", "ngày"})
_MOST_SYLLABLES_OF_A_PROVINCE: Final = 4
_LONGEST_COUNT: Final = 3
_NEARBY: Final = 6


class Context:
    """The rules, with their lists made once."""

    def __init__(self, family_names: frozenset[str]) -> None:
        self._provinces = province_names()
        self._families = family_names
        self._wrappers = frozenset(tuple(wrapper.split()) for wrapper in _WRAPPERS)
        self._longest_wrapper = max(map(len, self._wrappers))
        self._compounds = dict(_COMPOUNDS)
        self._divisions = frozenset(division.split()[0] for division in DIVISIONS) | {"tp", "tx"}

    def is_no_name(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the words are no name at all, whatever unit they could mean."""
        return (
            self._part_of_a_code(words, start, end)
            or self._part_of_a_word(words, start, end)
            or self._in_a_wrapper(words, start)
        )

    def is_generic(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a short form, without its place, means a kind or another place's unit."""
        printed = words.text[words.spans[start][0] : words.spans[end - 1][1]]
        if printed.islower():
            return True
        return self._kind_follows(words, end) or self._another_place_follows(words, start, end)

    def is_plural(self, words: Words, start: int) -> bool:
        """Tell whether a word for several, or a count, stands before."""
        if not self._adjacent(words, start):
            return False
        before = words.words[start - 1]
        if before in _PLURALS:
            return True
        if before == "số" and start > 1 and words.words[start - 2] == "một":
            return True
        place = words.spans[start - 1][0]
        of_a_date = place > 0 and words.text[place - 1] in "/-.,"
        ordinal = start > 1 and words.words[start - 2] in _BEFORE_ORDINALS
        return before.isdigit() and len(before) <= _LONGEST_COUNT and not of_a_date and not ordinal

    def province_after(self, words: Words, end: int) -> Syllables:
        """Return the province named soon after in the same phrase: «Cụm … ngành y tế Lạng Sơn»."""
        for start in range(end, min(end + _NEARBY, len(words.words))):
            if words.gap(start) != " ":
                break
            for length in range(1, _MOST_SYLLABLES_OF_A_PROVINCE + 1):
                place = words.words[start : start + length]
                if place in self._provinces and words.printed(start)[0].isupper():
                    return place
        return ()

    def _adjacent(self, words: Words, index: int) -> bool:
        """Tell whether a word follows the one before it in the same phrase."""
        return 0 < index < len(words.words) and words.gap(index) in {" ", " “", ' "', " ‘"}

    def _part_of_a_code(self, words: Words, start: int, end: int) -> bool:
        """«831/QĐ-BYT», «soyte.gov.vn»: a short name inside a number or address."""
        if end - start > 1:
            return False
        left, right = words.spans[start][0], words.spans[end - 1][1]
        before, after = words.text[left - 1 : left], words.text[right : right + 2]
        return before in {"-", "/", "@", ".", "_"} or (
            after[:1] in {"-", "/", "@", "_", "."} and after[1:].isalnum()
        )

    def _part_of_a_word(self, words: Words, start: int, end: int) -> bool:
        if self._adjacent(words, start):
            others = self._compounds.get(words.words[start])
            if others is not None and words.words[start - 1] in others:
                return True
        follows = words.words[end] if self._adjacent(words, end) else ""
        return follows == "viên" and words.words[end - 1] in {"ủy", "đoàn", "hội", "đảng"}

    def _in_a_wrapper(self, words: Words, start: int) -> bool:
        last = start
        if self._adjacent(words, last) and words.words[last - 1] == "của":
            last -= 1
        if not self._adjacent(words, last):
            return False
        for length in range(2, self._longest_wrapper + 1):
            if words.words[max(last - length, 0) : last] in self._wrappers:
                return True
        return False

    def _kind_follows(self, words: Words, end: int) -> bool:
        return self._adjacent(words, end) and words.words[end] in _GENERIC_AFTER

    def _another_place_follows(self, words: Words, start: int, end: int) -> bool:
        if not self._adjacent(words, end):
            return False
        following = words.words[end : end + _MOST_SYLLABLES_OF_A_PROVINCE]
        if any(following[:length] in self._provinces for length in range(1, len(following) + 1)):
            return words.printed(end)[0].isupper()
        if following[:2] == ("trung", "ương"):
            return True
        named = end + 1 < len(words.words) and words.printed(end + 1)[0].isupper()
        if words.words[end] in self._divisions and named:
            return True
        if self._all_capitals(words, start, end) or not words.printed(end)[0].isupper():
            return False
        return not self._person_follows(words, start, end)

    def _person_follows(self, words: Words, start: int, end: int) -> bool:
        """«Giám đốc Sở Y tế Nguyễn Văn A»: a post before, a name after."""
        return (
            words.words[end] in self._families
            and self._adjacent(words, start)
            and words.words[start - 1] in _ROLES
        )

    def _all_capitals(self, words: Words, start: int, end: int) -> bool:
        printed = words.text[words.spans[start][0] : words.spans[end][1]]
        return printed.isupper()
