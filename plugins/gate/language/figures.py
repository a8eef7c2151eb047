"""Figures that contradict what stands beside them: counts and lists, parts and the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from plugins.gate.findings import Finding
from plugins.vietnamese import fold_exact, parse_number

_NUMBERS: Final = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NOUNS: Final = (
    "bệnh viện|đơn vị|trung tâm y tế|trung tâm|phòng khám|trạm y tế|trạm|đồng chí|cá nhân|tập thể"
    "|huyện|quận|xã|phường|thị trấn|tỉnh|địa phương|khoa|phòng|tổ|bác sĩ|bác sỹ|điều dưỡng|đại biểu"
    "|ban|sở|ngành|cơ sở y tế|cơ sở|chi bộ|thành viên|ủy viên|tập thể|hội|công ty|trường|tác giả"
)
# «lớp 8 trường …», «tổ 3 phường …»: numbers that name, and count nothing.
_ORDINALS: Final = (
    *("lớp", "khóa", "số", "thứ", "tháng", "quý", "đợt", "lần", "ngày", "quận", "phường"),
    *("điều", "khoản", "khu", "tổ"),
)
_NUMBER: Final = (
    rf"(?<![\w.,/%-]){''.join(f'(?<!{word} )' for word in _ORDINALS)}"
    rf"(?P<count>0?[2-9]|1\d|20|{'|'.join(_NUMBERS)}) (?P<noun>{_NOUNS})(?!\w)"
)
_COUNT: Final = re.compile(
    _NUMBER + r"(?P<between>[^.;:!?\n(]{0,70}?)"
    r"(?P<opens>:(?= )| gồm(?: có)?:?(?= )| là:(?= )| \((?:gồm(?: có)?:? )?)",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(_NUMBER + r"(?: (?:sau|sau đây|dưới đây|gồm))?:\s*$", re.IGNORECASE)
_ENDS: Final = re.compile(r"(?<!\bTP)(?<!\bTp)[.;!?\n](?:\s|\Z)|\)")
_OPEN_LIST: Final = re.compile(r"\.\.\.|…|v\.\s?v|\bvân vân\b|\bkhác\b|\bnhư\b|\btrong đó\b", re.I)
_JOINT: Final = re.compile(r"[,;]\s*(?:và\s+)?")
_LONGEST_LIST: Final = 600
_ITEM_LIMIT: Final = 12
_NO_ITEM: Final = re.compile(
    r"\b(?:đã|đang|sẽ|được|bị|với|cho|tại|do|nhằm|để|khi|nếu|vì|cùng|theo|từ|trong|là|có)\b", re.I
)
_PERCENT: Final = re.compile(r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s?%")
_SHARE: Final = re.compile(
    r"\bchiếm (?:tỷ lệ |tỉ lệ |tới |đến |khoảng |gần |hơn |trên )?$", re.IGNORECASE
)
_REST: Final = re.compile(r"\bcòn lại (?:là |chiếm |có )?[^.;]{0,40}$", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]+)*")
_WHOLE: Final = Decimal(100)
_ROUNDING: Final = Decimal("1.5")
_SHARE_REACH: Final = 24


def find(text: str) -> list[Finding]:
    """Find ``count-list`` («04 bệnh viện» and five names) and ``percent-whole`` in one text."""
    return [*_counts(text), *_wholes(text)]


def find_lists(texts: Sequence[tuple[str, str]]) -> list[tuple[int, Finding]]:
    """Find a count that announces another number of list items than follow (``count-list``).

    Args:
        texts: kind and text of the pieces of a bulletin, in order; items have the kind ``item``.

    Returns:
        The number of the text and the finding.
    """
    found: list[tuple[int, Finding]] = []
    for number, (kind, text) in enumerate(texts[:-1]):
        match = _announced(text) if kind == "paragraph" and text.rstrip().endswith(":") else None
        if match is None:
            continue
        items = 0
        while number + 1 + items < len(texts) and texts[number + 1 + items][0] == "item":
            items += 1
        wanted = _value(match["count"])
        if items > 1 and items != wanted:
            found.append((number, _finding(match, wanted, items)))
    return found


def _announced(text: str) -> re.Match[str] | None:
    """Return the count that ends a paragraph: «… gồm 5 đơn vị sau:»."""
    last = None
    for match in _COUNT.finditer(text):
        if match.end() == len(text.rstrip()) or not text[match.end() :].strip():
            last = match
    return last or _TAIL.search(text)


def _counts(text: str) -> list[Finding]:
    found: list[Finding] = []
    if not (":" in text or "(" in text or "gồm" in text.lower()):
        return found
    for match in _COUNT.finditer(text):
        last = min(match.end() + _LONGEST_LIST, len(text))
        end = _ENDS.search(text, match.end(), last)
        if end is None and last < len(text):
            continue  # too long for a list; and the time must not grow with its square
        listed = text[match.end() : end.start() if end else last].strip()
        if _OPEN_LIST.search(listed) or _OPEN_LIST.search(match["between"]):
            continue
        sizes = _sizes(listed)
        wanted = _value(match["count"])
        if sizes and wanted not in range(min(sizes), max(sizes) + 1):
            found.append(_finding(match, wanted, max(sizes)))
    return found


def _sizes(listed: str) -> set[int]:
    """Count the members of a list; two answers where a last «và» may be part of a name.

    Nothing is said where a member does not look like a name: too long, a figure, a verb in it.
    """
    parts = [part.strip() for part in _JOINT.split(listed) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004
        return set()
    before, _, after = parts[-1].rpartition(" và ")
    members = [*parts[:-1], *filter(None, (before, after))]
    if not all(map(_is_member, members)):
        return set()
    if not before:
        return {len(parts)}
    head = parts[0].split()[0]
    is_of_bodies = all(part.split()[0] == head for part in parts)
    # «Phòng Kế hoạch và Tài chính»: where bodies are listed, only a further «Phòng» is another one.
    if is_of_bodies and after.split()[0] != head:
        return {len(parts), len(members)}
    return {len(members)}


def _is_member(text: str) -> bool:
    return (
        bool(text)
        and text[0].isupper()
        and len(text.split()) <= _ITEM_LIMIT
        and not _NO_ITEM.search(text)
    )


def _finding(match: re.Match[str], wanted: int, listed: int) -> Finding:
    start, end = match.start("count"), match.end("noun")
    values = {"text": match.string[start:end], "count": str(wanted), "listed": str(listed)}
    return Finding("count-list", start, end, values)


def _value(count: str) -> int:
    return int(count) if count.isdigit() else _NUMBERS.index(fold_exact(count)) + 2


def _wholes(text: str) -> list[Finding]:
    if "%" not in text:
        return []
    found: list[Finding] = []
    for sentence in _SENTENCE.finditer(text):
        parts: list[tuple[Decimal, re.Match[str]]] = []
        has_rest = False
        for match in _PERCENT.finditer(text, *sentence.span()):
            before = text[max(sentence.start(), match.start() - 60) : match.start()]
            share = _SHARE.search(before[-_SHARE_REACH:])
            rest = _REST.search(before)
            has_rest = has_rest or bool(rest)
            if share or rest:
                parts.append((parse_number(match["number"]), match))
        total = sum((number for number, _ in parts), Decimal(0))
        over = [match for number, match in parts if number > _WHOLE]
        if over or (has_rest and len(parts) > 1 and total > _WHOLE + _ROUNDING):
            match = over[0] if over else parts[-1][1]
            shown = " + ".join(f"{part['number']}%" for _, part in parts)
            values = {"text": match[0] if over else shown, "total": _printed(total)}
            found.append(Finding("percent-whole", match.start(), match.end(), values))
    return found


def _printed(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
