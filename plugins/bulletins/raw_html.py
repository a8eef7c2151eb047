"""The little HTML that a body may hold, found before anything else reads the text.

Allowed are ``<br>``, ``<sub>``, ``<sup>``, ``<abbr title="…">`` and a table of ``table, thead,
tbody, tr, th, td`` without attributes. All other HTML is refused at its place: an author cannot
see what it does, and most of what attacks a site comes as HTML.
"""

from __future__ import annotations

import re
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
_PARENTS: Final = {
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
        Its cells; or a reason, in Vietnamese, why it is no proper table.
    """
    table = TableFound()
    open_tags: list[str] = []
    row: list[Cell] = []
    position = start
    for match in _TABLE_TAG.finditer(text, start):
        closing, tag = bool(match[1]), match[2].lower()
        inside = open_tags[-1] if open_tags else ""
        between = text[position : match.start()]
        if inside not in {"td", "th"} and not between.isspace() and between:
            stray = position + len(between) - len(between.lstrip())
            table.foreign = markup_at(text, stray) or ""
            return _wrong(table, stray, "có chữ nằm ngoài các ô")
        position = match.end()
        if not closing:
            if tag != "table" and inside not in _PARENTS[tag] or tag == "table" and inside:
                return _wrong(table, match.start(), f"thẻ <{tag}> đặt sai chỗ")
            if tag == "thead" and (table.head or table.body):
                return _wrong(table, match.start(), "<thead> phải đứng đầu bảng và chỉ có một")
            open_tags.append(tag)
            if tag == "tr":
                row = []
            elif tag in {"th", "td"}:
                row.append(Cell(tag == "th", match.end(), match.end()))
            continue
        if tag != inside:
            return _wrong(table, match.start(), f"thẻ </{tag}> không khớp với thẻ mở trước nó")
        open_tags.pop()
        if tag in {"th", "td"}:
            row[-1] = Cell(tag == "th", row[-1].start, match.start())
        elif tag == "tr":
            rows = table.head if "thead" in open_tags else table.body
            first = (table.head + table.body)[:1]
            if not row or (first and len(first[0]) != len(row)):
                return _wrong(table, match.start(), "các dòng không có cùng số ô")
            rows.append(row)
        elif tag == "table":
            if not table.body:
                return _wrong(table, start, "bảng không có dòng nào")
            table.end = match.end()
            return table
    return _wrong(table, start, "thiếu thẻ đóng </table>")


def _wrong(table: TableFound, offset: int, reason: str) -> TableFound:
    table.wrong_at = offset
    table.reason = reason
    return table
