"""Repairs that are safe: they change what nobody sees or what has one right form only.

Composed letters, odd blanks and invisible characters everywhere; misplaced tone marks and blanks
around signs in the running text. Never a name (a word with a capital) and never a figure.
"""

from __future__ import annotations

import re
from typing import Final

from plugins.bulletins import front_matter
from plugins.vietnamese import nfc, repair_marks, strip_invisible

_WORD: Final = re.compile(r"[^\W\d_]+")
_ODD_BLANKS: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Code, targets of links, tags and addresses are no prose.
_NO_PROSE: Final = re.compile(
    r"`[^`\n]*`|\]\([^)\n]*\)|<[^<>\n]*>|https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|^\[\^[^\]\n]+\]:"
)
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_INDENT: Final = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*")
_RUN: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE: Final = re.compile(r"(?<=[^\W_]) +(?=[,;!?](?:\s|$)|\.(?:\s|$)|[)”»])")
_INSIDE: Final = re.compile(r"(?<=[(“«]) +(?=[^\W_])")
_AFTER: Final = re.compile(r"(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})")
_DASH: Final = re.compile(r"(?<=[^\W\d_]{2})([-–]) (?=[^\W\d_]{2})")


def fix_markdown(text: str) -> str:
    """Repair a bulletin or page.

    Args:
        text: the whole file, line ends as they are.

    Returns:
        The repaired text; repairing it again changes nothing.
    """
    text = _ODD_BLANKS.sub(" ", strip_invisible(text))
    parts, _ = front_matter.split(text.replace("\r\n", "\n"), "")
    first = parts.body_line - 1 if parts.kind != "none" else 0
    lines = text.split("\n")
    fenced = False
    for number, line in enumerate(lines):
        if number < first:
            continue
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and not line.startswith(("    ", "\t")):
            lines[number] = _fix_line(line)
    return "\n".join(lines)


def _fix_line(line: str) -> str:
    indent = _INDENT.match(line)
    start = indent.end() if indent else 0
    is_table = "|" in line
    pieces: list[str] = [line[:start]]
    position = start
    for match in _NO_PROSE.finditer(line, start):
        pieces += [_fix_prose(line[position : match.start()], table=is_table), match[0]]
        position = match.end()
    pieces.append(_fix_prose(line[position:], table=is_table))
    return "".join(pieces)


def _fix_prose(text: str, *, table: bool) -> str:
    if not table:
        text = _RUN.sub(" ", text)
    text = _BEFORE.sub("", text)
    text = _INSIDE.sub("", text)
    text = _AFTER.sub(" ", text)
    text = _DASH.sub(r" \1 ", text)
    return _WORD.sub(_fix_word, text)


def _fix_word(match: re.Match[str]) -> str:
    """Move a misplaced mark, but in no name."""
    word = match[0]
    return nfc(repair_marks(word)) if word.islower() and not word.isascii() else word
