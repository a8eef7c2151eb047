"""The little HTML that a body may hold, found before anything else reads the text.

Allowed are ``<br>``, ``<sub>``, ``<sup>``, ``<abbr title="…">`` and a table of ``table, thead,
tbody, tr, th, td`` without attributes. All other HTML is refused at its place: an author cannot
see what it does, and most of what attacks a site comes as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

LINE_BREAK: Final = re.compile(r"<br ?/?>", re.I)
# Content without «<»: these tags hold a few signs, never each other.
SUB_OR_SUP: Final = re.compile(r"<(?P<tag>sub|sup)>(?P<text>[^<\n]{1,300})</(?P=tag)>", re.I)
ABBREVIATION: Final = re.compile(
    r'<(?P<tag>abbr) title="(?P<title>[^"<>\n]{1,300})">(?P<text>[^<\n]{1,300})</abbr>', re.I
)
ADDRESS: Final = re.compile(r"<((?:https?://|mailto:|tel:)[^\s<>]{1,2000})>", re.I)
EMAIL: Final = re.compile(r"<([^\s<>@:/]{1,64}@[^\s<>@]{1,200})>")

_MARKUP: Final = re.compile(r"<(?:[A-Za-z][^<>\n]{0,60}|/[^<>\n]{0,60}|!--|[!?][^<>\n]{0,60})>?")
_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
TABLE_START: Final = re.compile(r"^[ \t]*(?=<table>)", re.I | re.M)
_TABLE_TAG: Final = re.compile(r"<(/?)(table|thead|tbody|tr|th|td)>", re.I)
_CELLS: Final = frozenset({"th", "td"})
_PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "table": ("",),
    "thead": ("table",),
    "tbody": ("table",),
    "tr": ("table", "thead", "tbody"),
    "th": ("tr",),
    "td": ("tr",),
}


def markup_at(text: str, offset: int) -> str | None:
    """Return the tag, comment or declaration that begins at ``offset``, cut short, or None."""
    match = _MARKUP.match(text, offset)
    return match[0] if match else None


def tag_name(markup: str) -> str:
    """Return the lower-case name of a tag, "" for a comment or declaration."""
    match = _NAME.match(markup)
    return match[1].lower() if match else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: where its text stands."""

    header: bool
    start: int
    end: int


@dataclass(slots=True)
class TableFound:
    """A table read from HTML; ``end`` is the offset behind it.

    Where it is wrong, ``wrong_at`` says where, and either ``reason`` why or ``foreign`` which tag
    has no business there.
    """

    head: list[list[Cell]] = field(default_factory=list)
    body: list[list[Cell]] = field(default_factory=list)
    end: int = 0
    wrong_at: int = -1
    reason: str = ""
    foreign: str = ""


def read_table(text: str, start: int) -> TableFound:
    """Read the table whose ``<table>`` begins at ``start``.

    Args:
        text: the body.
        start: offset of ``<table>``.

    Returns:
        Its cells; or what is wrong with it, in Vietnamese.
    """
    reader = _TableReader(text)
    table = reader.table
    try:
        for match in _TABLE_TAG.finditer(text, start):
            if reader.take(match):
                return table
    except _Wrong as wrong:
        table.wrong_at, table.reason = wrong.offset, wrong.reason
    else:
        table.wrong_at, table.reason = start, "thiếu thẻ đóng </table>"
    return table


class _Wrong(Exception):
    """A table that is none: where, and why."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason


class _TableReader:
    def __init__(self, text: str) -> None:
        self.table = TableFound()
        self._text = text
        self._open: list[str] = []
        self._row: list[Cell] = []
        self._behind = 0

    def take(self, match: re.Match[str]) -> bool:
        """Take the next tag; return True when it ends the table."""
        tag = match[2].lower()
        inside = self._open[-1] if self._open else ""
        if inside and inside not in _CELLS:
            self._refuse_words(match.start())
        self._behind = match.end()
        if not match[1]:
            self._open_tag(tag, inside, match)
        elif tag == inside:
            self._open.pop()
            self._close_tag(tag, match)
        else:
            raise _Wrong(match.start(), f"thẻ </{tag}> không khớp với thẻ mở trước nó")
        return not self._open

    def _refuse_words(self, end: int) -> None:
        """Refuse what stands between two cells or rows."""
        between = self._text[self._behind : end]
        words = between.lstrip()
        if words:
            stray = end - len(words)
            self.table.foreign = markup_at(self._text, stray) or ""
            raise _Wrong(stray, "có chữ nằm ngoài các ô")

    def _open_tag(self, tag: str, inside: str, match: re.Match[str]) -> None:
        if inside not in _PARENTS[tag]:
            raise _Wrong(match.start(), f"thẻ <{tag}> đặt sai chỗ")
        if tag == "thead" and (self.table.head or self.table.body):
            raise _Wrong(match.start(), "<thead> phải đứng đầu bảng và chỉ có một")
        self._open.append(tag)
        if tag == "tr":
            self._row = []
        elif tag in _CELLS:
            self._row.append(Cell(tag == "th", match.end(), match.end()))

    def _close_tag(self, tag: str, match: re.Match[str]) -> None:
        table = self.table
        if tag in _CELLS:
            self._row[-1] = Cell(tag == "th", self._row[-1].start, match.start())
        elif tag == "tr":
            first = (table.head[:1] + table.body[:1])[:1]
            if not self._row or (first and len(first[0]) != len(self._row)):
                raise _Wrong(match.start(), "các dòng không có cùng số ô")
            (table.head if "thead" in self._open else table.body).append(self._row)
        elif tag == "table":
            if not table.body:
                raise _Wrong(match.start(), "bảng không có dòng nào")
            table.end = match.end()
