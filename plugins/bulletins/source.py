"""The Markdown of one body, cleaned of paste damage, with the way back to the author's lines.

What Word, PDF and web pages leave behind (NBSP runs, zero-width characters, soft hyphens, the end
mark ``./.``, a foreign letter that looks like đ) is understood without a word. The places of
problems still have to be those of the file, so a place in the clean text can be traced back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from plugins.problems import Problem, problem
from plugins.vietnamese import collapse_spaces, repair_lookalikes, strip_invisible

MAX_OF_ONE_CODE: Final = 30

# A blank other than the ordinary space and the line's end.
_ODD_BLANK: Final = re.compile(
    "[\t\x0b-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_END_MARK: Final = "./."


class Source:
    """A body's clean text, and the problems found in it.

    Attributes:
        text: the clean text; as many lines as the author's.
        path: the file, relative to the content folder.
        problems: what was found so far, in no order.
    """

    def __init__(self, text: str, first_line: int, path: str) -> None:
        """Clean ``text``, whose first line is line ``first_line`` of the file ``path``."""
        self.path = path
        self.problems: list[Problem] = []
        self.text = clean(text)
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        # None where cleaning changed nothing, which is the rule.
        self._originals = None if self.text == text else text.split("\n")
        self._traced: tuple[int, list[int]] = (-1, [])
        self._counts: dict[str, int] = {}

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, in the file, of an offset in the clean text."""
        row = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[row]
        if self._originals is not None:
            if self._traced[0] != row:
                end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.text)
                line = self.text[self._starts[row] : end]
                self._traced = (row, _original_columns(self._originals[row], line))
            column = self._traced[1][column]
        return self._first_line + row, column + 1

    def line_of(self, row: int) -> int:
        """Return the number, in the file, of the text's line ``row``, which counts from 0."""
        return self._first_line + row

    def report(self, code: str, offset: int, **values: object) -> None:
        """Note a problem at an offset of the clean text."""
        line, column = self.place(offset)
        self.add(problem(code, self.path, line, column, **values))

    def report_line(self, code: str, row: int, **values: object) -> None:
        """Note a problem of the line ``row``, which counts from 0."""
        self.add(problem(code, self.path, self.line_of(row), 1, **values))

    def add(self, found: Problem) -> None:
        """Note a problem; hostile input may hold a million of one code, staff read the first."""
        count = self._counts.get(found.code, 0) + 1
        self._counts[found.code] = count
        if count <= MAX_OF_ONE_CODE:
            self.problems.append(found)


def clean(text: str) -> str:
    """Repair paste damage; the number of lines stays.

    Args:
        text: decoded text.

    Returns:
        The text without invisible characters, each run of blanks one space. Left alone: an indent
        of plain spaces and tabs (it nests lists), two plain spaces at a line's end (a line break).
        An indent with any other blank in it is paste damage and goes.
    """
    text = strip_invisible(repair_lookalikes(text))
    if not _is_untidy(f"\n{text}\n"):
        return text
    return "\n".join(
        _clean_blanks(line) if _is_untidy(f"\n{line}\n") else line for line in text.split("\n")
    )


def _is_untidy(text: str) -> bool:
    return (
        "  " in text
        or "\n " in text
        or " \n" in text
        or _END_MARK in text
        or _ODD_BLANK.search(text) is not None
    )


def _clean_blanks(line: str) -> str:
    rest = line.lstrip()
    indent = line[: len(line) - len(rest)]
    if indent.strip(" \t"):
        indent = ""
    line_break = "  " if rest.endswith("  ") else ""
    rest = collapse_spaces(rest).rstrip(" ")
    if rest.endswith(_END_MARK):
        rest = rest.removesuffix(_END_MARK).rstrip(" .")
        rest = f"{rest}." if rest else ""
    return f"{indent.expandtabs(4)}{rest}{line_break}" if rest else ""


def _original_columns(original: str, line: str) -> list[int]:
    """Find where each sign of the clean line stands in the author's line (columns from 0).

    Cleaning takes away and joins blanks and invisible characters and keeps the order of all
    others, so the signs are counted.
    """
    visible = strip_invisible(original)
    signs = [
        index
        for index, character in enumerate(original)
        if not character.isspace() and (len(visible) == len(original) or strip_invisible(character))
    ]
    columns = []
    count = 0
    for character in line:
        columns.append(signs[count] if count < len(signs) else len(original))
        count += not character.isspace()
    return [*columns, len(original)]
