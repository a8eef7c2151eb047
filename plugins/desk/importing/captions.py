"""Gives photos their captions, tells captions from alternative texts, merges repeated ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from plugins.desk.importing.blocks import Block, LeftOut, Photo
from plugins.desk.importing.lines import is_prose, word_count
from plugins.desk.importing.wording import key_of
from plugins.vietnamese import fold_exact

_FILE_NAME: Final = re.compile(
    r"(?i)(?:[a-z]{0,12}[ _-]*)?(?:img|dsc[nf]?|image|picture|photo|pic|anh|hinh|screenshot"
    r"|untitled|z\d{6,}|\d{6,})"
    r"[\w .()\[\]-]*|.*\.(?:jpe?g|png|gif|webp|bmp|heic)|[\w-]*\d{5,}[\w-]*"
)
_CAMERA_NAME: Final = re.compile(
    r"(?i)^(?:img|dsc[nf]?|dji|p|image|z)[ _-]?\d{2,}[\w-]*\s*[:.\-–]\s*"
)
_CUE: Final = re.compile(
    r"^(?:\(?ảnh\b|hình\b|quang cảnh|toàn cảnh|khung cảnh|(?:các\s+)?(?:đại biểu|đồng chí"
    r"|học viên|bác sĩ|bác sỹ"
    r"|thí sinh|cán bộ|y,? bác sĩ|điều dưỡng|lãnh đạo|đơn vị|tập thể|cá nhân)\b|đ/c|ông\b|bà\b"
    r"|(?:pgs|gs|ts|ths|bs|bscki)\b"
    r"|giám đốc|phó giám đốc|bộ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|bí thư|phó bí thư|trưởng"
    r"|đoàn\b|một góc|trao\b|tặng\b"
    r"|khám\b|tiêm\b|lễ\b|buổi\b|hội nghị\b)",
    re.I,
)
_SEEN: Final = re.compile(
    r"phát biểu|tham dự|chủ trì|trao\b|tặng\b|nhận\b|chụp ảnh|lưu niệm|tại (?:hội nghị|buổi|lễ"
    r"|lớp|chương trình|đại hội|điểm|trạm)"
    r"|quang cảnh|toàn cảnh|ký cam kết|ký kết|kiểm tra|tham quan|thăm\b|khai mạc|bế mạc|điều hành"
    r"|ảnh\s*:",
    re.I,
)
_LONGEST: Final = 60
_SHORT: Final = 30
_MEANT: Final = 3
_LINES_OF_A_PHOTO: Final = 2


@dataclass(frozen=True, slots=True)
class Captioned:
    """Blocks whose photos have captions.

    ``homeless`` are captions, and the alternative texts above them, whose photo is not in the text:
    how many blocks stand before each, the caption, the alternative text.
    """

    blocks: tuple[Block, ...]
    homeless: tuple[tuple[int, str, str], ...]
    left_out: tuple[LeftOut, ...]


def give_captions(blocks: Sequence[Block]) -> Captioned:
    """Find the captions of a text.

    Args:
        blocks: the text without headline and byline.
    """
    left_out: list[LeftOut] = []
    kept = _merged(blocks, left_out)
    if any(block.kind == "photo" for block in kept):
        return Captioned(tuple(_beside_photos(kept)), (), tuple(left_out))
    found, homeless = _without_photos(kept)
    return Captioned(tuple(found), tuple(homeless), tuple(left_out))


def meant_alt(alt: str, caption: str) -> str:
    """Return an alternative text that says something of its own, else ""."""
    words = alt.strip()
    if word_count(words) < _MEANT or _FILE_NAME.fullmatch(words) or is_same(words, caption):
        return ""
    return words


def is_same(one: str, other: str) -> bool:
    """Tell whether two captions say the same, signs and case apart."""
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold_exact(text)))


def _merged(blocks: Sequence[Block], left_out: list[LeftOut]) -> list[Block]:
    """Take out lines that only repeat the one before: an alternative text, then the caption."""
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        if before is not None and _repeats(block, before):
            kept[-1] = before.hinted("caption")
            left_out.append(LeftOut("repeat", block.text[:80]))
            continue
        kept.append(block)
    return kept


def _repeats(block: Block, before: Block) -> bool:
    short = word_count(block.text) <= _LONGEST
    return block.kind == before.kind == "paragraph" and short and is_same(block.text, before.text)


def _beside_photos(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    waiting: list[int] = []  # photos that have no caption yet
    above = False
    for number, block in enumerate(blocks):
        if block.kind == "photo":
            waiting.append(len(found))
            found.append(block)
            if above and found[-2:-1] and "beside" in found[-2].hints:
                caption = found.pop(-2)  # words above the photo in its own box
                found[-1] = replace(found[-1], caption=_tidied(caption.text))
                waiting = []
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if waiting and _is_caption(block, following):
            last = waiting[-1]
            found[last] = replace(found[last], caption=_tidied(block.text))
            waiting = []
            continue
        above = "beside" in block.hints and not waiting
        waiting = []
        found.append(block)
    return [_with_alt(block) for block in found]


def _with_alt(block: Block) -> Block:
    if block.photo is None:
        return block
    alt = meant_alt(block.photo.alt, block.caption)
    return replace(block, photo=Photo(block.photo.address, alt, block.photo.data))


def _tidied(text: str) -> str:
    return _CAMERA_NAME.sub("", " ".join(text.split()))


def _is_caption(block: Block, following: Block | None) -> bool:
    if block.kind != "paragraph" or word_count(block.text) > _LONGEST:
        return False
    if block.hints & {"caption", "beside"}:
        return True
    if block.hints & {"italic", "centred"} and "bold" not in block.hints:
        return True
    if block.hints & {"centred"} and _CUE.search(block.text):
        return True
    if is_prose(block) or word_count(block.text) > _SHORT or key_of(block.text).endswith(":"):
        return bool(_CUE.search(block.text) and _SEEN.search(block.text)) and (
            word_count(block.text) <= _SHORT
        )
    goes_on = following is not None and (following.kind == "photo" or is_prose(following))
    return goes_on and ("bold" not in block.hints or bool(_SEEN.search(block.text)))


def _without_photos(blocks: Sequence[Block]) -> tuple[list[Block], list[tuple[int, str, str]]]:
    """Find captions in a copy that has lost its photos."""
    kept: list[Block] = []
    homeless: list[tuple[int, str, str]] = []
    number = 0
    parted = sum("apart" not in block.hints for block in blocks) * 2 > len(blocks)
    while number < len(blocks):
        group = [blocks[number]]
        while number + len(group) < len(blocks) and "apart" in blocks[number + len(group)].hints:
            group.append(blocks[number + len(group)])
        size = _caption_lines(group, blocks, number, parted=parted)
        if size:
            lines = group[:size]
            alt = lines[0].text if size > 1 else ""
            homeless.append((len(kept), _tidied(lines[-1].text), alt))
            number += size
            continue
        kept.append(blocks[number])
        number += 1
    return kept, homeless


def _caption_lines(
    group: Sequence[Block], blocks: Sequence[Block], at: int, *, parted: bool
) -> int:
    """Say how many lines from here are those of a lost photo: none, one, or two."""
    first = group[0]
    if first.kind != "paragraph" or "bold" in first.hints:
        return 0
    if "caption" in first.hints:
        return 1
    before = blocks[at - 1] if at else None
    last = at + len(group)
    # Two lines right below each other, in a text that parts its paragraphs: what a photo showed
    # when it did not load, and its caption.
    if len(group) == _LINES_OF_A_PHOTO and parted and all(map(_could_be, group)):
        inside = last < len(blocks) and is_prose(blocks[last]) and before is not None
        if inside and "apart" not in first.hints:
            return _LINES_OF_A_PHOTO
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    clear = _CUE.search(first.text) and _SEEN.search(first.text)
    if clear and _could_be(first) and before is not None and follows is not None:
        return 1
    return 0


def _could_be(block: Block) -> bool:
    """Tell whether a line has the shape of a caption: short, no sentence of the text."""
    short = word_count(block.text) <= _SHORT
    return (
        block.kind == "paragraph"
        and short
        and not block.text.rstrip().endswith((".", ":", ";", ","))
    )
