"""Blanks around signs, dashes, quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.reading import without_addresses
from plugins.vietnamese import is_syllable

# Patterns begin with the sign they look for and look back afterwards: searched so, they are quick.
_BEFORE: Final = re.compile(r" (?<![\s(«“‘\"'\[] ) *([,;:!?%)\]”’»]|\.(?![.\w]))")
_INSIDE: Final = re.compile(r"[(\[“‘«] +(?=\S)")
# «Hội nghị,các đại biểu»: letters on both sides, so that 15,5 and 8:30 are left alone.
_AFTER: Final = re.compile(r"[,;:!?](?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})")
_AFTER_STOP: Final = re.compile(
    r"(?:\.(?<=[^\W\d_]{2}.)\.{0,2}|…(?<=[^\W\d_]{2}.))(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"
)
_BRACKET: Final = re.compile(r"(?<=[^\W_]{2})\((?=[^\W\d_]{3})|\)(?=[^\W_]{2})")
# «Thế Toàn- Giám đốc»: a blank on one side only. «10- 15%» as well.
_DASH: Final = re.compile(r"(-|–|—)(?<=[^\s\d].) (?=\S)| (?<=\S )(-|–|—)(?=[^\W\d_])")
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+$")
_WORD_AFTER: Final = re.compile(r"[^\W\d_]+")
_TWICE: Final = re.compile(r"([,;:])(?<=[^\s,;:!?.].)[ ]?\1|,(?<![.,\w].)\.|\.(?<![.,;].)\.(?!\.)")
_ELLIPSIS_COMMA: Final = re.compile(r"[,;][ ]?(?:\.\.+|…)")
# «Hội nghị, còn được nghe»: a subject torn from its verb. «…, còn được gọi là» only adds a name.
_STRAY: Final = re.compile(r", (?:còn|cũng) (?:đã )?được(?! (?:gọi|biết|xem|coi|mệnh|đặt|hiểu))")
_SUBJECTS: Final = ("hội nghị", "hội thảo", "cuộc họp", "buổi họp", "đại biểu", "đại hội")
_PAIRED: Final = frozenset('“”()«»[]"')
_PAIRS: Final = (("“", "”"), ("(", ")"), ("«", "»"), ("[", "]"))
_LIST_MARK: Final = re.compile(r"(?:^|[\s;:.,])(?:[a-zđ]|\d{1,3}|[ivxIVX]{1,4})\)")
_MAX: Final = 20


def find(text: str) -> list[Finding]:
    """Find signs with a blank too many or too few (``spacing``), and ``pair-open``."""
    prose = without_addresses(text)
    signs = frozenset(prose)  # most texts hold few signs, and need few of the searches
    found: list[Finding] = []
    found += _blanks(prose, signs)
    if not signs.isdisjoint("-–—"):
        found += _dashes(prose)
    found += _doubled(prose)
    found += _stray(prose)
    if not signs.isdisjoint(_PAIRED):
        found += _pairs(prose)
    return sorted(found, key=lambda finding: finding.start)[:_MAX]


def _blanks(text: str, signs: frozenset[str]) -> Iterator[Finding]:
    for match in _BEFORE.finditer(text):
        if match.start() == 0:
            continue
        if match[1] in "”’" and text.count("“", 0, match.start()) == text.count(
            "”", 0, match.start()
        ):
            continue  # an opening quotation mark typed the wrong way round
        yield _spacing(text, match.start(), match.end(), match[1])
    for match in _INSIDE.finditer(text) if not signs.isdisjoint("([“‘«") else ():
        yield _spacing(text, match.start(), match.end(), match[0][0])
    for match in _AFTER.finditer(text):
        yield _spacing(text, match.start(), match.end(), f"{match[0]} ")
    for match in _AFTER_STOP.finditer(text):
        before = _word_before(text, match.start())
        ends = before.islower() or len(match[0]) > 1
        if ends and is_syllable(before) and is_syllable(_word_after(text, match.end())):
            yield _spacing(text, match.start(), match.end(), f"{match[0]} ")
    for match in _BRACKET.finditer(text) if not signs.isdisjoint("()") else ():
        sides = _word_before(text, match.start()), _word_after(text, match.end())
        if match[0] == "(" and all(map(is_syllable, sides)):
            yield _spacing(text, match.start(), match.end(), " (")
        elif (
            match[0] == ")"
            and is_syllable(sides[1])
            and not _LIST_MARK.search(text, max(match.start() - 4, 0), match.end())
        ):
            yield _spacing(text, match.start(), match.end(), ") ")


def _dashes(text: str) -> Iterator[Finding]:
    for match in _DASH.finditer(text):
        before, after = _word_before(text, match.start()), _word_after(text, match.end())
        sign = match[1] or match[2]
        if match[2] and (not before or not is_syllable(after) or _is_range(text, match)):
            continue
        if match[1] and not (before and (after or text[match.end()].isdigit())):
            continue
        if match[1] and len(before) == 1:
            continue
        yield _spacing(text, match.start(), match.end(), f" {sign} ")


def _is_range(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1].isdigit()


def _doubled(text: str) -> Iterator[Finding]:
    for match in _ELLIPSIS_COMMA.finditer(text):
        yield _spacing(text, match.start(), match.end(), "…")
    for match in _TWICE.finditer(text):
        yield _spacing(text, match.start(), match.end(), match[0][0])


def _stray(text: str) -> Iterator[Finding]:
    for match in _STRAY.finditer(text):
        if not text[max(match.start() - 12, 0) : match.start()].lower().endswith(_SUBJECTS):
            continue
        values = {"text": _around(text, match.start(), match.end())}
        yield Finding("comma-stray", match.start(), match.start() + 1, values)


def _pairs(text: str) -> Iterator[Finding]:
    """Find brackets and quotation marks without a partner; list marks «a)» need none."""
    for opening, closing in _PAIRS:
        opened: list[int] = []
        if opening not in text and closing not in text:
            continue
        for match in re.finditer(f"[{re.escape(opening)}{re.escape(closing)}]", text):
            if match[0] == opening:
                opened.append(match.start())
            elif opened:
                opened.pop()
            elif not (closing == ")" and _is_list_mark(text, match.start())):
                yield _pair(text, match.start(), opening)
        for start in opened:
            yield _pair(text, start, closing)
    if text.count('"') % 2 and not re.search(r'\d"', text):
        yield _pair(text, text.rindex('"'), '"')


def _is_list_mark(text: str, at: int) -> bool:
    return any(match.end() == at + 1 for match in _LIST_MARK.finditer(text, max(at - 6, 0), at + 1))


def _pair(text: str, at: int, missing: str) -> Finding:
    return Finding("pair-open", at, at + 1, {"text": _around(text, at, at + 1), "sign": missing})


def _spacing(text: str, start: int, end: int, cure: str) -> Finding:
    left = _WORD_BEFORE.search(text, max(start - 12, 0), start)
    right = _WORD_AFTER.match(text, end)
    before = left[0] if left else text[max(start - 1, 0) : start]
    after = right[0] if right else text[end : end + 1]
    values = {"text": f"{before}{text[start:end]}{after}", "cure": f"{before}{cure}{after}"}
    return Finding("spacing", start, end, values)


def _around(text: str, start: int, end: int) -> str:
    return text[max(start - 15, 0) : end + 15].strip()


def _word_before(text: str, at: int) -> str:
    match = _WORD_BEFORE.search(text, max(at - 12, 0), at)
    return match[0] if match else ""


def _word_after(text: str, at: int) -> str:
    match = _WORD_AFTER.match(text, at)
    return match[0] if match else ""
