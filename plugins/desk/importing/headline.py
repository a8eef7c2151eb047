"""The top of an article: kicker, title, subtitle, publish stamp, sapo, and what leaked in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from plugins.desk.importing.blocks import Block, LeftOut, without_start
from plugins.desk.importing.lines import (
    ends_sentence,
    glued_titles,
    is_capitals,
    is_masthead,
    is_prose,
    word_count,
)
from plugins.desk.importing.moments import Stamp, is_long_date, stamp_of
from plugins.vietnamese import fold_exact

_LONGEST_TITLE: Final = 60
_TITLE_LENGTH: Final = 400
_SUBJECT_LINE: Final = re.compile(r"^(?:v/v|về việc|về)\b", re.I)
_KINDS: Final = re.compile(
    r"^(?:thông báo|kế hoạch|thư mời|giấy mời|công văn|quyết định|báo cáo|thông cáo báo chí"
    r"|lịch công tác|hướng dẫn|công điện)$",
    re.I,
)
_PLACE_DATE: Final = re.compile(
    r"^[^\W\d]{2,15}(?:\s[^\W\d]{1,15}){0,4},?\s+ngày\b.{0,24}\btháng\b.{0,24}\bnăm\b.{0,24}$", re.I
)
_NUMBER_LINE: Final = re.compile(r"^số\s*:?[\s\d…./-]*/?\s*[A-ZĐ][\w\-&Đ]*(?:/[\w\-Đ&]+)?$", re.I)
_HOST: Final = r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info)"
_DATELINE: Final = re.compile(
    rf"^(?:[(\[]\s*(?P<in>{_HOST}|[A-ZĐ][A-ZĐ0-9&.-]{{1,9}}|(?:Báo|Cổng"
    rf"|Trang)\s[^()\[\]]{{2,60}})\s*[)\]]\s*[-–—:.]?"
    rf"|(?P<bare>{_HOST}|[A-ZĐ]{{2,8}}O?)\s*[-–—])\s+(?=[\"“A-ZÀ-ỸĐ0-9])"
)
_VERBS: Final = re.compile(
    r"\b(?:tổ chức|sơ kết|tổng kết|công bố|triển khai|khai mạc|thông báo|ký|trao|tặng"
    r"|thăm|họp|làm việc|phát động|kỷ niệm|đạt|tập huấn|kiểm tra|đón|ra mắt|hưởng ứng"
    r"|hội nghị|khen thưởng|tiếp tục|đẩy mạnh|tăng cường|phối hợp|gặp mặt|tuyên dương"
    r"|bàn giao|học tập|quán triệt)\b",
    re.I,
)
_TOP_LINES: Final = 2
_HEAD_BLOCKS: Final = 12
_SAPO_WORDS: Final = 120


@dataclass(slots=True)
class Head:
    """What the top of a text says, and how many blocks it takes; ``related`` leaked in."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    sapo: Block | None = None
    stamp: Stamp | None = None
    related: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    byline: list[Block] = field(default_factory=list)
    size: int = 0
    left_out: list[LeftOut] = field(default_factory=list)


def read_head(blocks: Sequence[Block], title: str, *, trusted: bool) -> Head:
    """Read the top of a text.

    Args:
        blocks: the text without the frame of its site.
        title: the title, where the page or file says it elsewhere; else "".
        trusted: the text is the article and nothing else, so that a line without a full stop is no
            headline and the first paragraph no sapo unless it looks like one.
    """
    head = Head(title=title)
    end = _first_prose(blocks)
    if not title and not trusted:
        _find_title(head, blocks[:end])
    elif title:
        _skip_repeat(head, blocks[: max(end, 1) + 1])
    _take_furniture(head, blocks)
    return head


def dateline(block: Block) -> tuple[Block, str]:
    """Part the source from the paragraph that it opens: «(Thanhuytphcm.vn) - Sáng 14/2, …»."""
    match = _DATELINE.match(block.text)
    if match is None:
        return block, ""
    source = (match["in"] or match["bare"]).strip()
    rest = Block(
        block.kind,
        without_start(block.runs, match.end()),
        block.level,
        block.number,
        hints=block.hints,
    )
    return rest, source


def _first_prose(blocks: Sequence[Block]) -> int:
    """Return the place of the first paragraph of prose, or how many blocks can be the top."""
    for number, block in enumerate(blocks[:_HEAD_BLOCKS]):
        title_like = (
            number < _TOP_LINES
            and word_count(block.text) <= _LONGEST_TITLE
            and not block.text.rstrip().endswith((".", "./.", ".”"))
        )
        if is_prose(block) and not title_like:
            return number
    return min(len(blocks), _HEAD_BLOCKS)


def _find_title(head: Head, top: Sequence[Block]) -> None:
    """Find the title among the lines above the first prose."""
    candidates: list[int] = []
    for number, block in enumerate(top):
        text = block.text
        if block.kind in {"photo", "table", "item"} or glued_titles(text):
            continue
        if stamp_of(text) or _PLACE_DATE.match(text) or _NUMBER_LINE.match(text):
            continue
        if len(text) > _TITLE_LENGTH or word_count(text) > _LONGEST_TITLE or text.endswith("./."):
            continue
        candidates.append(number)
    named = [n for n in candidates if not is_masthead(top[n].text) or _says_something(top[n].text)]
    if not named:
        return
    styled = [n for n in named if "title" in top[n].hints or top[n].kind == "heading"]
    place = (styled or named)[0]
    # «THÔNG BÁO» / «Về việc …»: the first is the kind of the document, the second its title.
    short = word_count(top[place].text) <= 4  # noqa: PLR2004
    following = [n for n in named if n > place]
    if short and following and (_KINDS.match(top[place].text) or is_capitals(top[place].text)):
        head.kicker = _one_line(top[place].text)
        place = following[0]
    head.title = _one_line(top[place].text)
    for number, block in enumerate(top[:place]):
        text = _one_line(block.text)
        if text == head.kicker or block.kind == "photo":
            continue
        if number + 1 == place and not head.kicker and _is_kicker(block):
            head.kicker = text
        else:
            if stamp_of(text):
                head.stray.append(text)
            head.left_out.append(LeftOut("chrome", text[:80]))
    head.size = place + 1


def _says_something(text: str) -> bool:
    """Tell a headline in capitals that opens with an agency's name: it goes on with a verb."""
    return word_count(text) > 6 and bool(_VERBS.search(text))  # noqa: PLR2004


def _is_kicker(block: Block) -> bool:
    text = block.text
    if "kicker" in block.hints:
        return True
    return is_capitals(text) and word_count(text) <= 8 and not is_masthead(text)  # noqa: PLR2004


def _skip_repeat(head: Head, top: Sequence[Block]) -> None:
    """Pass over a title that the text prints again, and take what stands above it as a kicker."""
    wanted = fold_exact(_one_line(head.title))
    for number, block in enumerate(top):
        if fold_exact(_one_line(block.text)) == wanted:
            for above in top[:number]:
                stamp = stamp_of(_one_line(above.text))
                if stamp is not None:
                    head.stamp = head.stamp or stamp
                    continue
                if above.kind == "paragraph" and _is_kicker(above) and not head.kicker:
                    head.kicker = _one_line(above.text)
                elif above.text:
                    head.left_out.append(LeftOut("chrome", above.text[:80]))
            head.size = number + 1
            return
    first = top[0] if top else None
    if first is not None and "kicker" in first.hints and not is_prose(first):
        head.kicker = _one_line(first.text)
        head.size = 1


def _take_furniture(head: Head, blocks: Sequence[Block]) -> None:
    """Take stamp, subtitle, sapo and leaked titles that stand between title and text."""
    furniture = False
    sapo_at = -1
    while head.size < len(blocks):
        block = blocks[head.size]
        text = _one_line(block.text)
        if block.kind not in {"paragraph", "heading", "quote"}:
            break
        stamp = stamp_of(text)
        titles = glued_titles(text)
        if stamp is not None:
            if head.stamp is None and not (is_long_date(text) and not head.title):
                head.stamp = stamp
            furniture = furniture or sapo_at >= 0
        elif titles:
            head.related += titles
            furniture = True
        elif "byline" in block.hints and word_count(text) <= 12:  # noqa: PLR2004
            head.byline.append(block)
        elif sapo_at < 0 and _is_subtitle(head, block, blocks):
            head.subtitle = text
        elif sapo_at < 0 and _could_be_sapo(block):
            sapo_at = head.size
            head.sapo = block
        else:
            break
        head.size += 1
    if head.sapo is not None and not _is_sapo(head.sapo, blocks, sapo_at, furniture=furniture):
        # No sapo after all: the paragraph opens the text.
        head.sapo = None
        head.size = sapo_at


def _is_subtitle(head: Head, block: Block, blocks: Sequence[Block]) -> bool:
    """Tell a second headline: no sentence, right below the title, with prose behind it."""
    text = block.text
    if not head.title or head.subtitle or is_prose(block) or ends_sentence(text):
        return False
    if text.endswith((":", ";", ",")) or not 4 <= word_count(text) <= 40 or "italic" in block.hints:  # noqa: PLR2004
        return False
    following = blocks[head.size + 1] if head.size + 1 < len(blocks) else None
    return (
        following is not None
        and following.kind == "paragraph"
        and (is_prose(following) or stamp_of(following.text) is not None)
    )


def _could_be_sapo(block: Block) -> bool:
    return is_prose(block) and word_count(block.text) <= _SAPO_WORDS


def _is_sapo(block: Block, blocks: Sequence[Block], at: int, *, furniture: bool) -> bool:
    """Tell a sapo from a first paragraph: by its look, or by what parts it from the text."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or not any(is_prose(other) for other in blocks[at + 1 :]):
        return False
    if "sapo" in block.hints or furniture:
        return True
    bold = "bold" in block.hints and "bold" not in following.hints
    return bold or (block.kind == "heading" and following.kind != "heading")


def _one_line(text: str) -> str:
    return " ".join(text.split())
