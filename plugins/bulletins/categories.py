"""The closed vocabularies of a bulletin: categories, statuses, sessions of a day, award statuses.

A value is written as its id or as its Vietnamese name, in any case: ``khen-thuong`` and
``Khen thưởng`` are one. Records hold the id.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a vocabulary: its stable id, its printed name, other ways to write it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of values, in the order in which staff choose from it."""

    choices: tuple[Choice, ...]
    _by_text: Mapping[str, Choice] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the choices by every way to write them."""
        index = {
            _key(text): choice
            for choice in self.choices
            for text in (choice.id, choice.name, *choice.aliases)
        }
        object.__setattr__(self, "_by_text", MappingProxyType(index))

    def find(self, text: str) -> Choice | None:
        """Return the choice that an id, name or alias means, whatever its case; else None."""
        return self._by_text.get(_key(text))

    def nearest(self, text: str) -> Choice | None:
        """Return the choice whose id, name or alias is spelt most like ``text``, if any is."""
        near = difflib.get_close_matches(_key(text), self._by_text, n=1, cutoff=0.6)
        return self._by_text[near[0]] if near else None

    def names(self) -> str:
        """List the values for a message: «Hội nghị» (hoi-nghi), «Khen thưởng» (khen-thuong)."""
        return ", ".join(
            f"«{choice.name}»"
            if _key(choice.name) == choice.id
            else f"«{choice.name}» ({choice.id})"
            for choice in self.choices
        )


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


CATEGORIES = Vocabulary(
    (
        Choice("hoi-nghi", "Hội nghị"),
        Choice("khen-thuong", "Khen thưởng"),
        Choice("thong-bao", "Thông báo"),
        Choice("tin-hoat-dong", "Tin hoạt động"),
    )
)

STATUSES = Vocabulary(
    (
        Choice("published", "Đã đăng"),
        Choice("draft", "Bản nháp", ("Nháp",)),
        Choice("withdrawn", "Đã rút"),
    )
)

SESSIONS = Vocabulary(
    (
        Choice("sáng", "Sáng"),
        Choice("trưa", "Trưa"),
        Choice("chiều", "Chiều"),
        Choice("tối", "Tối"),
    )
)

# The stages of an award under the Law on Emulation and Commendation 06/2022/QH15: a nomination is
# no award, and a decision can be cancelled.
AWARD_STATUSES = Vocabulary(
    (
        Choice("awarded", "Đã tặng", ("Đã tặng/công nhận", "Công nhận", "Đã công nhận")),
        Choice("proposed", "Đề nghị tặng", ("Đề nghị",)),
        Choice("nominated", "Suy tôn", ("Suy tôn/bình xét", "Bình xét")),
        Choice("conferred", "Phong tặng"),
        Choice("revoked", "Thu hồi", ("Thu hồi/hủy bỏ", "Hủy bỏ", "Huỷ bỏ", "Thu hồi/huỷ bỏ")),
    )
)

ORIGINS = Vocabulary((Choice("imported", "Chuyển từ trang cũ"),))

LANGUAGES = Vocabulary((Choice("vi", "Tiếng Việt"), Choice("en", "Tiếng Anh")))
