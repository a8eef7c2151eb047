"""People and units in a text that no registry knows: for the name sheet alone, no rule.

What looks like a person: a family name and one to four more words with capitals, or an honorific
and such words. What looks like a unit: a word that opens names of bodies, and what follows with
capitals. Some of it will be neither; who approves a bulletin reads it anyway.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from plugins.authors.lexicon import FAMILY_NAMES, NO_NAMES, PLACES
from plugins.gate.language.reading import is_name_like, joined, listed, opens_sentence
from plugins.units.words import Words
from plugins.vietnamese import is_syllable

Span = tuple[int, int]

_LONGEST_NAME: Final = 5
_HONORIFICS: Final = listed(
    "ông bà anh chị em cháu chí cụ sĩ sỹ ths ts pgs gs bs bscki bsckii cki ckii ds cn ttnd"
    " ttưt viên"
)
_NO_PERSON_BEFORE: Final = listed(
    "đường phố huyện quận xã phường thành trường viện chương thưởng tưởng tỉnh trấn thpt thcs ga"
    " cầu chợ khu thôn ấp bản quỹ hiệu đoàn lăng đền chùa hội hồ sông đảo tp tx"
)
_HEADS: Final = tuple(
    tuple(head.split())
    for head in (
        "bệnh viện", "trung tâm", "phòng khám", "trạm y tế", "sở", "phòng", "khoa", "chi cục",
        "cục", "viện", "ủy ban nhân dân", "ubnd", "hđnd", "đảng ủy", "đảng bộ", "chi bộ",
        "công đoàn", "hội", "trường", "công ty", "văn phòng", "thanh tra", "ban", "bộ", "quỹ",
        "đoàn thanh niên", "liên đoàn", "học viện", "ttyt", "bvđk", "cdc", "huyện ủy", "tỉnh ủy",
        "thành ủy", "cụm thi đua", "khối thi đua",
    )
)  # fmt: skip
_INSIDE: Final = listed(
    "y tế đa khoa khu vực huyện tỉnh xã phường quận thị trấn thành phố và các của nhân dân dự phòng"
    " kiểm soát bệnh tật cổ truyền học phục hồi chức năng tổ chức hành chính kế hoạch nghiệp vụ số"
    " trung ương tài cán bộ thanh tra tổng hợp vệ sinh an toàn thực phẩm dân"
)
_JOINTS: Final = listed("và của các số huyện tỉnh xã phường quận thị thành")
_LONGEST_UNIT: Final = 14
_SMALL_IN_A_ROW: Final = 4


def persons_in(words: Words, taken: Collection[Span] = ()) -> list[Span]:
    """Return ranges of words that look like a person's name.

    Args:
        words: the text.
        taken: ranges of words that are something already.
    """
    found: list[Span] = []
    index = 0
    while index < len(words.words):
        if words.words[index] in _HONORIFICS and words.is_capital(index + 1):
            index += 1  # «Ông Lê Văn An»
        end = _name_end(words, index)
        if end and not _overlaps((index, end), taken) and _is_person(words, index, end):
            found.append((index, end))
        index = max(end, index + 1)
    return found


def _name_end(words: Words, index: int) -> int:
    """Return the index behind a run of capitalised words, 0 where there is none of two or more."""
    if not words.is_capital(index):
        return 0
    end = index + 1
    while end - index <= _LONGEST_NAME and joined(words, end) and words.is_capital(end):
        end += 1
    return end if 2 <= end - index <= _LONGEST_NAME else 0  # noqa: PLR2004


def _is_person(words: Words, start: int, end: int) -> bool:
    folded = " ".join(words.words[start:end])
    if folded in PLACES or folded in NO_NAMES:
        return False
    if not all(is_syllable(words.printed(at)) for at in range(start, end)):
        return False
    if words.run(start, end).isupper() and not words.text.isupper():
        return words.words[start] in FAMILY_NAMES and end - start > 2  # noqa: PLR2004
    before = words.words[start - 1] if joined(words, start) else ""
    if before in _NO_PERSON_BEFORE or any(
        " ".join(words.words[at:end]) in PLACES for at in range(start, end - 1)
    ):
        return False
    if before in _HONORIFICS:
        return True
    return words.words[start] in FAMILY_NAMES and not opens_sentence(words, start + 1)


def units_in(words: Words, taken: Collection[Span] = ()) -> list[Span]:
    """Return ranges of words that look like the name of a body; arguments as for persons."""
    found: list[Span] = []
    index = 0
    while index < len(words.words):
        span = _unit_at(words, index)
        if span is not None and not _overlaps(span, taken):
            found.append(span)
            index = span[1]
        else:
            index += 1
    return found


def _unit_at(words: Words, index: int) -> Span | None:
    head = _head_at(words, index)
    if not head:
        return None
    end = last_capital = index + len(head)
    small = capitals = 0
    while end - index < _LONGEST_UNIT and end < len(words.words) and words.gap(end) in {" ", " - "}:
        if words.is_capital(end) or words.words[end].isdigit():
            capitals += 1
            small = 0
            last_capital = end + 1
        elif words.words[end] == "và" and _head_at(words, end + 1):
            break  # another body: «Ban Thanh tra và Phòng Tổ chức»
        elif words.words[end] in _INSIDE and small < _SMALL_IN_A_ROW:
            # «Thanh tra», «Tổ chức»: a word of two syllables has one capital.
            if small == 0 and words.words[end] not in _JOINTS:
                last_capital = end + 1
            small += 1
        else:
            break
        end += 1
    sure = capitals and (is_name_like(words, index) or capitals > 1)
    return (index, last_capital) if sure and last_capital > index + len(head) else None


def _head_at(words: Words, index: int) -> tuple[str, ...]:
    """Return what opens the name of a body at a word, () for nothing."""
    if not words.is_capital(index):
        return ()
    heads = (head for head in _HEADS if tuple(words.words[index : index + len(head)]) == head)
    return next(heads, ())


def _overlaps(span: Span, taken: Collection[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
