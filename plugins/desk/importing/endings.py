"""The end of an article: byline, credits, source, signature; and the frame of the site below it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from plugins.authors.byline import find_byline
from plugins.authors.people import People
from plugins.desk.importing.blocks import Block, LeftOut, Run, lines_of, text_of, trimmed
from plugins.desk.importing.lines import is_capitals, is_prose, word_count
from plugins.desk.importing.wording import ends_article, is_chrome, key_of
from plugins.vietnamese import fold

_SOURCE: Final = re.compile(
    r"^[(\[*]?\s*(?:(?P<label>nguồn(?:\s+tin)?(?:\s+bài)?|trích|theo(?:\s+nguồn)?|source)\s*:?\s+"
    r"|nguồn:)(?P<name>.{2,120}?)\s*[)\]*]?[.]?$",
    re.I,
)
_PUBLISHER: Final = re.compile(
    r"\b(?:bao|cong|trang|tap chi|dai|ttxvn|vov|vtv|vnexpress|vietnamplus|suckhoedoisong|ban tin"
    r"|thong tan xa|website)\b"
    r"|\.(?:vn|com|net|org|info)\b"
)
_SIGNATURE: Final = re.compile(
    r"^(?:nơi nhận\s*:|(?:kt|tm|tl|tuq|q)\.\s?[A-ZĐÀ-Ỹ]|(?:phó\s+)?(?:giám đốc|chánh văn phòng"
    r"|chủ tịch|trưởng ban|viện trưởng|cục trưởng)$"
    r"|người (?:lập|ký)|\(?đã ký\)?$|-\s*(?:lưu|như trên)\b)",
    re.I,
)
_COMMENTS: Final = re.compile(
    r"^(?:y kien|binh luan|gui binh luan|viet binh luan|comments|leave a reply|phan hoi|gui y kien)"
)
_END_MARK: Final = re.compile(r"\s*\./\.\s*$|(?<=[.!?…])\s*/\.\s*$")
_TAIL_BLOCKS: Final = 6
_LONG_PROSE: Final = 20
_SOURCE_WORDS: Final = 15


@dataclass(slots=True)
class Ending:
    """What the end of a text says. ``byline`` is what is printed; ``unit`` the unit in it."""

    blocks: list[Block]
    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    unit: str = ""
    byline: str = ""
    source: str = ""
    left_out: list[LeftOut] = field(default_factory=list)


def without_frame(blocks: Sequence[Block], left_out: list[LeftOut]) -> list[Block]:
    """Take out lines of the site's frame, and boxes of other articles.

    A box is its heading («Tin liên quan») and the lines below it until prose goes on; from a
    heading of readers' comments on, nothing is article any more.
    """
    kept: list[Block] = []
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if block.kind in {"photo", "table"}:
            kept.append(block)
        elif any(map(_is_text, kept)) and ends_article(block.text) and not is_prose(block):
            end = _end_of_box(blocks, number, open_text=is_prose(kept[-1]))
            left_out += [LeftOut("chrome", b.text[:80]) for b in blocks[number:end] if b.text]
            number = end
            continue
        elif is_chrome(block.text):
            left_out.append(LeftOut("chrome", block.text[:80]))
        else:
            kept.append(block)
        number += 1
    return kept


def read_ending(blocks: Sequence[Block], people: People) -> Ending:
    """Read byline, source and signature off the end of a text.

    Args:
        blocks: the text without its headline and frame.
        people: the registry, which tells names.
    """
    ending = Ending(list(blocks))
    _drop_signature(ending)
    for _ in range(2):
        _take_source(ending)
        if not ending.byline:
            _take_byline(ending, people)
    _drop_end_mark(ending)
    return ending


def _is_text(block: Block) -> bool:
    return is_prose(block) or (block.kind == "item" and word_count(block.text) > _LONG_PROSE)


def _end_of_box(blocks: Sequence[Block], start: int, *, open_text: bool) -> int:
    """Return where prose goes on behind a box.

    Behind a byline («open_text» is false) it does not: what follows are the others' sapos.
    """
    if _COMMENTS.match(key_of(blocks[start].text)):
        return len(blocks)
    for number in range(start + 1, len(blocks)):
        block = blocks[number]
        linked = sum(len(run.text) for run in block.runs if run.href)
        goes_on = is_prose(block) and open_text
        if goes_on and linked * 2 < len(block.text) and block.kind == "paragraph":
            return number
    return len(blocks)


def _drop_signature(ending: Ending) -> None:
    """Drop «Nơi nhận», the office and the name below a notice; they are no text of a bulletin."""
    blocks = ending.blocks
    for number in range(max(len(blocks) - 10, 0), len(blocks)):
        lines = [line for line in blocks[number].text.split("\n") if line.strip()]
        starts = lines and (
            _SIGNATURE.match(lines[0])
            and (is_capitals(lines[0]) or fold(lines[0]).startswith("noi nhan"))
        )
        if starts and not any(map(is_prose, blocks[number:])):
            ending.left_out += [
                LeftOut("signature", b.text[:80]) for b in blocks[number:] if b.text
            ]
            del blocks[number:]
            return


def _take_source(ending: Ending) -> None:
    """Take the closing line that names where a text comes from: «Theo Báo Đắk Nông online»."""
    last = _last_words(ending.blocks)
    if last is None:
        return
    block = ending.blocks[last]
    lines = lines_of(block)
    text = " ".join(text_of(lines[-1]).split())
    match = _SOURCE.match(text)
    if match is None or word_count(text) > _SOURCE_WORDS:
        return
    label = (match["label"] or "nguồn").lower()
    named = _PUBLISHER.search(fold(match["name"])) or label.startswith("nguồn")
    if not named or "ảnh" in text.lower():
        return
    ending.source = ending.source or match["name"].strip(" .()")
    _put_lines(ending.blocks, last, lines[:-1])


def _take_byline(ending: Ending, people: People) -> None:
    last = _last_words(ending.blocks)
    if last is None:
        return
    start = max(last + 1 - _TAIL_BLOCKS, 0)
    # Photos and their captions behind a byline are passed over; so they are no part of the page.
    tail = [n for n in range(start, last + 1) if ending.blocks[n].kind in {"paragraph", "quote"}]
    first = max((n for n in range(start, last + 1) if ending.blocks[n].kind == "item"), default=-1)
    tail = [n for n in tail if n > first]
    above = "<ul><li>…</li></ul>" if first >= 0 else ""
    prose = "<p>Văn bản.</p>" if start > 0 else ""
    page = prose + above + "\n".join(f"<p>{_html(ending.blocks[n])}</p>" for n in tail)
    byline = find_byline(page, people)
    if byline is None:
        return
    ending.authors, ending.photographers = byline.authors, byline.photographers
    ending.unit, ending.byline = byline.unit, byline.text
    _cut(ending.blocks, tail, byline.text)
    if byline.kept:
        ending.blocks.append(Block("paragraph", (Run(byline.kept),)))


def _html(block: Block) -> str:
    lines = []
    for line in lines_of(block):
        text = html.escape(text_of(line), quote=False)
        bold = "<strong>" if all(run.bold for run in line) else ""
        lines.append(f"<strong>{text}</strong>" if bold else text)
    return "<br>\n".join(lines)


def _cut(blocks: list[Block], tail: Sequence[int], printed: str) -> None:
    """Take the printed words off the end of the text, line by line."""
    left = printed
    for number in reversed(tail):
        lines = lines_of(blocks[number])
        while lines and left:
            text = " ".join(text_of(lines[-1]).split())
            if left.endswith(text):
                left = left[: -len(text)].rstrip()
                lines.pop()
            elif text.endswith(left):
                lines[-1] = _shortened(lines[-1], len(text) - len(left))
                left = ""
            else:
                left = ""
        _put_lines(blocks, number, lines)
        if not left:
            return


def _shortened(line: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    kept: list[Run] = []
    for run in trimmed(line):
        kept.append(replace(run, text=run.text[:length]))
        length -= len(kept[-1].text)
    return trimmed(kept)


def _put_lines(blocks: list[Block], number: int, lines: Sequence[tuple[Run, ...]]) -> None:
    if not lines:
        del blocks[number]
        return
    runs: list[Run] = []
    for line in lines:
        runs += [Run("\n"), *line] if runs else line
    blocks[number] = replace(blocks[number], runs=trimmed(runs))


def _last_words(blocks: Sequence[Block]) -> int | None:
    """Return the place of the last block that is no photo."""
    for number in range(len(blocks) - 1, -1, -1):
        if blocks[number].kind != "photo":
            return number if blocks[number].kind in {"paragraph", "quote", "heading"} else None
    return None


def _drop_end_mark(ending: Ending) -> None:
    """Write «…năm 2024./.» as the end of a sentence; the mark is that of documents."""
    for number, block in enumerate(ending.blocks):
        if block.runs and (match := _END_MARK.search(block.runs[-1].text)):
            words = block.runs[-1].text[: match.start()]
            words += "" if words.endswith((".", "!", "?", "…")) else "."
            ending.blocks[number] = replace(
                block, runs=(*block.runs[:-1], replace(block.runs[-1], text=words))
            )
