"""From bytes to text: UTF-8 only, one line ending, composed letters, nothing unprintable.

Everything behind this module may trust its text: no control character, no stray mark, no line
that would make a regular expression slow.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from plugins.bulletins.legacy_encodings import legacy_encoding_of_bytes, legacy_encoding_of_text
from plugins.problems import Problem, problem

MAX_MARKDOWN_BYTES: Final = 1_048_576
MAX_LINE_CHARACTERS: Final = 20_000
MAX_REPORTED: Final = 20  # of one kind in one file: a binary file would give thousands

_UTF8_BOM: Final = b"\xef\xbb\xbf"
_UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")

# What no editor types: C0 and C1 controls, surrogates, noncharacters, object marks, tags.
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
# A picture of Word's Symbol or Wingdings font; no reader's phone has it. Planes 15 and 16 also
# serve the body reader as markers and must not come from outside.
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_REPLACEMENT: Final = re.compile("\ufffd")
# Candidates for a run of combining marks: neither letters, blanks, ASCII nor common signs.
_MARK_RUN: Final = re.compile("[^\\w\\s\x00-\x7f\u2000-\u2bff\u3000-\u303f]{16,}")
_MARKS_IN_RUN: Final = 16


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Turn the bytes of a text file into clean text.

    A UTF-8 byte order mark, CRLF and lone CR are accepted; the result has line feeds only and is
    NFC (TCVN 6909:2001).

    Args:
        data: the whole file.
        path: its path relative to the content folder, for the problems.

    Returns:
        The text, or None when it cannot be read; and every problem found.
    """
    if len(data) > MAX_MARKDOWN_BYTES:
        return None, [
            problem(
                "file-too-large",
                path,
                size=megabytes(len(data)),
                limit=megabytes(MAX_MARKDOWN_BYTES),
            )
        ]
    if data.startswith(_UTF16_BOMS) or _looks_like_utf16(data):
        return None, [problem("encoding-utf16", path)]
    try:
        text = data.removeprefix(_UTF8_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error, path)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Unicode's own line ends: editors do not count lines by them, so neither may we.
    text = text.replace("\u2028", " ").replace("\u2029", " ")
    found = _slow(text, path)
    if found:
        return None, found
    text = unicodedata.normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return text, []
    found = [*unprintable(text, path), *_legacy_lines(text, path)]
    return (None if found else text), found


def unprintable(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Find characters that no text of ours may hold, each at its line and column.

    Args:
        text: decoded text.
        path: the file, for the problems.
        first_line: the number of the text's first line in its file.

    Returns:
        At most :data:`MAX_REPORTED` problems of each kind.
    """
    found = []
    for code, pattern in (
        ("control-character", _CONTROL),
        ("private-character", _PRIVATE),
        ("replacement-character", _REPLACEMENT),
    ):
        for count, match in enumerate(pattern.finditer(text)):
            if count == MAX_REPORTED:
                break
            line, column = place_of(text, match.start())
            name = f"U+{ord(match[0]):04X}"
            found.append(problem(code, path, first_line + line - 1, column, character=name))
    return found


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset in a text."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _slow(text: str, path: str) -> list[Problem]:
    """Find what would make later steps slow, before any of them runs.

    Normalising sorts each run of combining marks by insertion: 400,000 marks take minutes.
    """
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE_CHARACTERS:
            values = {"length": len(line), "limit": MAX_LINE_CHARACTERS}
            found.append(problem("line-too-long", path, number, **values))
    for match in _MARK_RUN.finditer(text):
        if sum(1 for character in match[0] if unicodedata.combining(character)) >= _MARKS_IN_RUN:
            found.append(problem("marks-run", path, *place_of(text, match.start())))
    return found[:MAX_REPORTED]


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without a mark by its zero bytes: every other byte of Latin letters is one."""
    head = data[:200]
    zeros = max(head[::2].count(0), head[1::2].count(0))
    return zeros > 1 and zeros * 4 >= len(head)


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    offset = error.start + (len(_UTF8_BOM) if data.startswith(_UTF8_BOM) else 0)
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    guess = legacy_encoding_of_bytes(data[:100_000])
    hint = f"Có vẻ tệp được lưu theo bảng mã {guess}. " if guess else ""
    return problem("encoding", path, line, column, offset=offset, hint=hint)


def _legacy_lines(text: str, path: str) -> list[Problem]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        encoding = legacy_encoding_of_text(line)
        if encoding:
            found.append(problem("legacy-encoding", path, number, encoding=encoding))
    return found[:MAX_REPORTED]


def megabytes(size: int) -> str:
    """Write a size as Vietnamese readers do: decimal comma, MB of 1,048,576 bytes."""
    return f"{size / 1_048_576:.1f} MB".replace(".", ",")
