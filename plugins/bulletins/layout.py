"""The lines of a body, put in the order that the block parser reads rightly and quickly.

Python-Markdown wants a blank line before every list, table and heading and four blanks for each
level of a list; authors and other editors do not. It also joins, drops or cuts silently what
does not fit. This pass gives each block its own paragraph, reports what would be lost, and bounds
size and nesting, as the parser is quadratic in the one and recursive in the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plugins.bulletins.footnotes import DEFINITION_START, Notes
from plugins.bulletins.marks import Literal, Marks, Photo, RawTable
from plugins.bulletins.source import Source

MAX_LINES: Final = 20_000
MAX_RUN: Final = 50
MAX_NESTING: Final = 6
MAX_COLUMNS: Final = 60

_LEVEL: Final = "    "
# Full stops, ellipses and underscores are what forms are dotted with; nothing here is slow on them.
_RUN: Final = re.compile(rf"([^\w\s.…])\1{{{MAX_RUN},}}")
_RULE_LINE: Final = re.compile(r"[-=*_+|: ]+")
_PREFIX: Final = re.compile(r"(?:[ ]*(?:>|[-*+][ ]|\d{1,3}[.)][ ]))*[ ]*")
_MARKER: Final = re.compile(r">|[-*+][ ]|\d[.)][ ]")
# Signs that CommonMark reads as text and Python-Markdown as a heading or a list.
_NO_SIGN: Final = re.compile(
    r"(?P<sign>#{7,}|#{1,6}(?=[^#\s]))|(?P<year>\d{4,})(?P<dot>[.)])(?=[ ])"
)
_HEADING: Final = re.compile(r" {0,3}(?P<level>#{1,6})(?:[ ]+(?P<text>.*?))?(?:[ ]+#+)?[ ]*")
_THEMATIC_BREAK: Final = re.compile(r" {0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(?:={3,}|-{3,})[ ]*")
_ITEM: Final = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ ]+(?P<text>\S.*)")
_QUOTE: Final = re.compile(r" {0,3}>[ ]?")
_TABLE_RULE: Final = re.compile(r"[ ]*\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?")
_ONE_MARK: Final = re.compile("[ ]*[\U000f0000-\U000fffff][ ]*")


def check_runs(source: Source) -> None:
    """Report runs of one sign that mean nothing and serve only to slow a parser down."""
    if not _RUN.search(source.text):
        return
    for row, line in enumerate(source.text.split("\n")):
        match = _RUN.search(line)
        if match and not _RULE_LINE.fullmatch(line):
            source.report_line("punctuation-run", row, sign=match[1], limit=MAX_RUN)


def lay_out(text: str, source: Source, marks: Marks, notes: Notes) -> str:
    """Give each block of a body its own paragraph.

    Args:
        text: the body with its marks (``spans.py``); line for line the author's.
        source: problems are reported to it.
        marks: takes a mark for each sign that must not be read as Markdown.
        notes: takes the footnotes, which leave the text.

    Returns:
        Markdown for Python-Markdown's block parser.
    """
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        source.report_line("too-many-lines", MAX_LINES, lines=len(lines), limit=MAX_LINES)
        return ""
    return "\n".join(_Layout(lines, 0, _Outline(), source, marks, notes).run())


@dataclass(slots=True)
class _Outline:
    """The level of the last heading; that of the page's title before the first."""

    level: int = 1


class _Layout:
    """One run over the lines of a body, or of a quotation in it."""

    def __init__(
        self,
        lines: list[str],
        first_row: int,
        outline: _Outline,
        source: Source,
        marks: Marks,
        notes: Notes,
    ) -> None:
        self._lines = lines
        self._first_row = first_row
        self._outline = outline
        self._source = source
        self._marks = marks
        self._notes = notes
        self._out: list[str] = []
        self._row = 0
        # The open list, level by level: the author's indent, and whether it is numbered.
        self._indents: list[int] = []
        self._ordered: list[bool] = []
        # How deep the item lies that began the current run of lines. The parser takes all lines
        # of a run to be inside its first, so an item further out begins a new run.
        self._block_depth = 0
        self._bar = ""

    def run(self) -> list[str]:
        while self._row < len(self._lines):
            line = self._lines[self._row]
            if not line or line.isspace():
                self._blank()
                self._row += 1
            else:
                self._take(self._escaped(line))
        if self._out and not self._out[-1]:
            self._out.pop()
        return self._out

    def _report(self, code: str, row: int | None = None, **values: object) -> None:
        row = self._row if row is None else row
        self._source.report_line(code, self._first_row + row, **values)

    def _escaped(self, line: str) -> str:
        """Refuse deep nesting; make text of signs that only look like a heading or a list."""
        prefix = _PREFIX.match(line)[0]  # type: ignore[index]
        if prefix and len(_MARKER.findall(prefix)) > MAX_NESTING:
            self._report("nesting-too-deep", limit=MAX_NESTING)
            return line[len(prefix) :] or "-"
        sign = _NO_SIGN.match(line, len(prefix))
        if not sign:
            return line
        literal = self._marks.put(Literal(sign["sign"] or sign["dot"]))
        return f"{prefix}{sign['year'] or ''}{literal}{line[sign.end() :]}"

    def _take(self, line: str) -> None:
        """Take the block or line that begins here."""
        after_blank = not self._out or not self._out[-1]
        note = DEFINITION_START.match(line)
        if note:
            self._footnote(note["label"], note["text"])
            return
        item = None if _THEMATIC_BREAK.fullmatch(line) else _ITEM.fullmatch(line)
        if item and self._item(item, after_blank):
            return
        depth = self._depth(len(line) - len(line.lstrip(" ")))
        if depth:
            self._continue_item(line.strip(" "), depth, after_blank)
        elif self._alone(line) or self._heading(line) or self._table(line) or self._quote(line):
            self._close_list()
        else:
            if after_blank:
                self._close_list()
            self._out.append(self._barless(line.lstrip(" ")))
            self._row += 1

    def _barless(self, text: str) -> str:
        """Make text of the bars of a line that is no table row.

        Python-Markdown takes a row of bars and blanks for a table's rule; CommonMark does not.
        """
        if "|" not in text:
            return text
        self._bar = self._bar or self._marks.put(Literal("|"))
        return text.replace("|", self._bar)

    def _item(self, item: re.Match[str], after_blank: bool) -> bool:
        number = item["number"]
        # As in CommonMark, only a first item may interrupt a paragraph.
        if not self._indents and not after_blank and number not in {None, "1"}:
            return False
        indent, ordered = len(item["indent"]), number is not None
        depth = self._depth(indent)
        if depth >= MAX_NESTING:
            self._report("nesting-too-deep", limit=MAX_NESTING)
            depth = MAX_NESTING - 1
        other_list = depth < len(self._ordered) and self._ordered[depth] != ordered
        if not self._indents or other_list or depth < self._block_depth:
            self._blank()
        if not self._out or not self._out[-1]:
            self._block_depth = depth
        del self._indents[depth:], self._ordered[depth:]
        self._indents.append(indent)
        self._ordered.append(ordered)
        sign = f"{number}." if ordered else "-"
        self._out.append(f"{_LEVEL * depth}{sign} {self._barless(item['text'])}")
        self._row += 1
        return True

    def _depth(self, indent: int) -> int:
        """Say inside how many open items an indent lies: two blanks more than theirs are enough."""
        return sum(indent >= level + 2 for level in self._indents)

    def _continue_item(self, text: str, depth: int, after_blank: bool) -> None:
        """Take a further line or paragraph of a list item."""
        if _TABLE_RULE.fullmatch(text) and "|" in text:
            self._report("table-in-list")
        begins_block = text[0] in "#>" or _ONE_MARK.fullmatch(text) or _UNDERLINE.fullmatch(text)
        if begins_block:
            self._blank()
        if begins_block or after_blank:
            self._block_depth = MAX_NESTING
        self._out.append(_LEVEL * depth + self._barless(text))
        self._row += 1

    def _close_list(self) -> None:
        self._indents.clear()
        self._ordered.clear()

    def _blank(self) -> None:
        if self._out and self._out[-1]:
            self._out.append("")

    def _alone(self, line: str) -> bool:
        """Take a photo or an HTML table that has a line for itself."""
        if not self._stands_alone(line):
            return False
        self._blank()
        self._out += [line.strip(), ""]
        self._row += 1
        return True

    def _stands_alone(self, line: str) -> bool:
        return bool(_ONE_MARK.fullmatch(line)) and isinstance(
            self._marks.get(line.strip()), Photo | RawTable
        )

    def _heading(self, line: str) -> bool:
        heading = _HEADING.fullmatch(line)
        rows = 1
        if heading:
            level, text = len(heading["level"]), heading["text"] or ""
        elif _THEMATIC_BREAK.fullmatch(line):
            self._blank()
            self._out += ["---", ""]
            self._row += 1
            return True
        elif self._underlined(line):
            level, text, rows = (1 if "=" in self._lines[self._row + 1] else 2), line.strip(), 2
        else:
            return False
        if not text:
            self._report("heading-empty")
        printed = min(max(level, 2), self._outline.level + 1)
        if level == 1:
            self._report("heading-level-one")
        elif printed != level:
            self._report("heading-level-skipped", level=level, printed=printed)
        self._outline.level = printed
        if text.endswith("#"):
            text = text[:-1] + self._marks.put(Literal("#"))
        self._blank()
        self._out += [f"{'#' * level} {self._barless(text)}", ""]
        self._row += rows
        return True

    def _underlined(self, line: str) -> bool:
        """Tell a heading that is underlined: one line alone over a line of ``===`` or ``---``."""
        if self._row + 1 == len(self._lines) or (self._out and self._out[-1]):
            return False
        under = self._lines[self._row + 1]
        return bool(_UNDERLINE.fullmatch(under)) and not _QUOTE.match(line) and "|" not in line

    def _quote(self, line: str) -> bool:
        """Take a whole quotation; what it holds is laid out by itself."""
        if not _QUOTE.match(line):
            return False
        first = self._row
        lines = []
        while self._row < len(self._lines) and self._lines[self._row].strip():
            lines.append(_QUOTE.sub("", self._lines[self._row], count=1))
            self._row += 1
        inner = _Layout(
            lines,
            self._first_row + first,
            self._outline,
            self._source,
            self._marks,
            self._notes,
        )
        self._blank()
        self._out += [f"> {text}".rstrip() if text else ">" for text in inner.run()]
        self._out.append("")
        return True

    def _table(self, line: str) -> bool:
        """Take a whole table; every row must have as many cells as its head."""
        following = self._lines[self._row + 1] if self._row + 1 < len(self._lines) else ""
        if "|" not in line or not _TABLE_RULE.fullmatch(following):
            return False
        head, rule = _row(line), _row(following)
        columns = head.count("|") - 1
        if columns > MAX_COLUMNS:
            self._report("table-too-wide", columns=columns, limit=MAX_COLUMNS)
            return False
        self._blank()
        self._out.append(head)
        self._row += 1
        while (
            self._row < len(self._lines)
            and self._lines[self._row].strip()
            and not self._stands_alone(self._lines[self._row])
        ):
            row = rule if self._out[-1] is head else _row(self._lines[self._row])
            cells = row.count("|") - 1
            if cells != columns:
                self._report("table-cells", cells=cells, columns=columns)
            self._out.append(row)
            self._row += 1
        self._out.append("")
        return True

    def _footnote(self, label: str, text: str) -> None:
        """Take a footnote with all its lines and its further, indented paragraphs."""
        first = self._row
        lines = [text]
        self._row += 1
        blank = False
        while self._row < len(self._lines):
            line = self._lines[self._row]
            if not line.strip():
                blank = True
            elif (
                DEFINITION_START.match(line)
                or self._stands_alone(line)
                or (blank and not line.startswith("  "))
            ):
                break
            else:
                lines += [""] * blank
                lines.append(line.strip(" "))
                blank = False
            self._row += 1
        self._notes.define(label, self._first_row + first, "\n".join(lines))
        self._close_list()
        self._blank()


def _row(line: str) -> str:
    """Write a table row with a bar at both ends, as the parser's first row decides for all."""
    return f"|{line.strip().removeprefix('|').removesuffix('|')}|"
