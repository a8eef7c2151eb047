"""The Markdown of a body as the texts that a reader sees, each with its place in the file.

The reader's own scanner (``plugins/bulletins/spans.py``) takes links, photos and code out and
keeps the lines; here its result is walked beside the author's lines to find the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plugins.bulletins import raw_html
from plugins.bulletins.footnotes import DEFINITION_START, LABEL
from plugins.bulletins.marks import (
    MARK,
    Close,
    Code,
    LineBreak,
    Literal,
    Mark,
    Marks,
    NoteReference,
    Open,
    Photo,
    RawTable,
)
from plugins.bulletins.source import Source
from plugins.bulletins.spans import ENTITY, read_target, scan
from plugins.gate.pieces import Piece, Run

_PREFIX: Final = re.compile(r"(?:[ \t]*(?:>[ ]?|[-*+][ ]+|\d{1,3}[.)][ ]+))*[ \t]*")
_ITEM: Final = re.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)])[ ]")
_HEADING: Final = re.compile(r"#{1,6}[ ]+")
_TABLE_RULE: Final = re.compile(r"[ ]*\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?")
_RULE: Final = re.compile(r"[ ]*(?:[-=*_][ ]*){3,}")
_SIGN: Final = re.compile("([\U000f0000-\U000fffff]|\\*+|_+)")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,320}>")
_TICKS: Final = re.compile("`+")
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|\Z)", re.S)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the scanned text; ``starts`` map its offsets to those of the clean text."""

    text: str
    starts: tuple[tuple[int, int], ...]
    end: int

    def source_offset(self, offset: int) -> int:
        here, there = self.starts[0]
        for start, place in self.starts:
            if start > offset:
                break
            here, there = start, place
        return min(there + offset - here, self.end)


def pieces_of_body(markdown: str, first_line: int, path: str) -> tuple[Piece, ...]:
    """Return the texts of a body: what is read, alternative texts, captions, targets, comments.

    Args:
        markdown: the body, decoded.
        first_line: the number of its first line in the file.
        path: the file, relative to the content folder.
    """
    source = Source(markdown, first_line, path)
    marks = Marks()
    try:
        scanned = scan(source, marks)
    except OverflowError:  # more marks than the reader accepts: it has said so
        return ()
    reader = _Reader(source, scanned, marks)
    return (*reader.blocks(), *reader.aside(), *_comments(source))


class _Reader:
    def __init__(self, source: Source, scanned: str, marks: Marks) -> None:
        self._source = source
        self._marks = marks
        self._tables: list[tuple[RawTable, int]] = []
        self._lines = self._traced(scanned)

    # The way back: every line of the scanned text beside the line it comes from.

    def _traced(self, scanned: str) -> list[_Line]:
        lines = []
        start = 0
        clean = self._source.text.split("\n")
        for row, text in enumerate(scanned.split("\n")):
            length = len(clean[row]) if row < len(clean) else 0
            lines.append(self._trace(text, start, start + length))
            start += length + 1
        return lines

    def _trace(self, text: str, start: int, end: int) -> _Line:
        if not MARK.search(text):
            return _Line(text, ((0, start),), end)
        clean = self._source.text
        starts: list[tuple[int, int]] = []
        position, address = start, -1
        done = 0
        for match in MARK.finditer(text):
            run = text[done : match.start()]
            position = self._run(run, position, end)
            starts.append((done, position))
            position += len(run)
            starts.append((match.start(), position))
            mark = self._marks.get(match[0])
            following = text[match.end() : match.end() + 1]
            if isinstance(mark, Open) and clean.startswith("<", position) and mark.tag == "a":
                address = clean.find(">", position, end) + 1
                position += 1
            elif address > 0:
                if isinstance(mark, Close):
                    position, address = address, -1
            else:
                position = self._behind(mark, position, end, following)
            done = match.end()
        starts.append((done, self._run(text[done:], position, end)))
        return _Line(text, tuple(starts), end)

    def _run(self, run: str, position: int, end: int) -> int:
        """Find where a run of plain text goes on; a link over two lines begins in mid-air."""
        clean = self._source.text
        if clean.startswith(run, position):
            return position
        found = clean.find(run, position, end)
        return found if found >= 0 else position

    def _behind(self, mark: Mark, position: int, end: int, following: str) -> int:
        """Return the offset behind what a mark stands for."""
        text = self._source.text
        if isinstance(mark, RawTable):
            self._tables.append((mark, position))
            return end
        if isinstance(mark, Photo):
            return self._behind_photo(position, end, following)
        if isinstance(mark, Code):
            ticks = _TICKS.match(text, position, end)
            width = len(ticks[0]) if ticks else 0
            close = position + width + len(mark.text) + width
            return close if text[close - width : close] == "`" * width else close + 2
        if isinstance(mark, Open | Close) and mark.tag == "a":
            target = read_target(text, position + 2, end) if isinstance(mark, Close) else None
            return target[2] if target else position + isinstance(mark, Open)
        match = _form_of(mark).match(text, position, end)
        if match:
            return match.end()
        return position + 2 if isinstance(mark, Literal) else position

    def _behind_photo(self, position: int, end: int, following: str) -> int:
        text = self._source.text
        found = text.find("](", position, end)
        while found >= 0:
            target = read_target(text, found + 2, end)
            if target is None:
                break
            goes_on = text[target[2] : target[2] + 1]
            if MARK.match(following) or not following or goes_on == following:
                return target[2]
            found = text.find("](", found + 2, end)
        return position

    # The texts.

    def blocks(self) -> Iterator[Piece]:
        """Yield paragraphs, headings, items, table cells: what is read from top to bottom."""
        block: list[tuple[_Line, int]] = []
        kind = "paragraph"
        in_table = False
        for row, line in enumerate(self._lines):
            following = self._lines[row + 1].text if row + 1 < len(self._lines) else ""
            if not line.text.strip():
                yield from self._joined(kind, block)
                block, in_table = [], False
            elif in_table or ("|" in line.text and _TABLE_RULE.fullmatch(following)):
                yield from self._joined(kind, block)
                block, in_table = [], True
                yield from self._cells(line)
            elif _RULE.fullmatch(line.text):
                yield from self._joined("heading" if block else kind, block)
                block = []
            else:
                kind_here, start = _kind_of(line.text)
                if kind_here != "paragraph":
                    yield from self._joined(kind, block)
                    block, kind = [], kind_here
                elif not block:
                    kind = kind_here
                block.append((line, start))
                if kind == "heading":
                    yield from self._joined(kind, block)
                    block = []
        yield from self._joined(kind, block)
        for table, start in self._tables:
            yield from self._html_cells(table, start)

    def _joined(self, kind: str, block: list[tuple[_Line, int]]) -> Iterator[Piece]:
        """Yield the lines of one block as one text, a blank between two lines."""
        if not block:
            return
        parts: list[str] = []
        runs: list[Run] = []
        length = 0
        for line, start in block:
            if parts:
                parts.append(" ")
                length += 1
            for words, offset in self._visible(line.text, start, len(line.text)):
                place = self._source.place(line.source_offset(offset))
                runs.append((length, *place))
                parts.append(words)
                length += len(words)
        text = "".join(parts)
        if text.strip():
            yield Piece(kind, text, tuple(runs))

    def _cells(self, line: _Line) -> Iterator[Piece]:
        if _TABLE_RULE.fullmatch(line.text):
            return
        start = 0
        for match in re.finditer(r"\||$", line.text):
            words = line.text[start : match.start()]
            if words.strip():
                indent = len(words) - len(words.lstrip())
                cell = _Line(line.text[: match.start()].rstrip(), line.starts, line.end)
                yield from self._joined("cell", [(cell, start + indent)])
            start = match.end()

    def _html_cells(self, table: RawTable, start: int) -> Iterator[Piece]:
        found = raw_html.read_table(self._source.text, self._source.text.find("<", start))
        places = [cell for part in (found.head, found.body) for row in part for cell in row]
        texts = [text for part in (table.head, table.body) for row in part for _, text in row]
        for place, text in zip(places, texts, strict=False):
            inner = self._source.text[place.start : place.end]
            begin = place.start + len(inner) - len(inner.lstrip())
            for offset, words in _lines_in(text):
                yield from self._joined(
                    "cell", [(self._trace(words, begin + offset, place.end), 0)]
                )

    def _visible(self, text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Yield runs of what is seen of ``text[start:end]``, each with its offset there."""
        position = start
        for match in _SIGN.finditer(text, start, end):
            if match.start() > position:
                yield text[position : match.start()], position
            position = match.end()
            sign = match[0]
            if sign[0] in "*_":
                if not _is_emphasis(text, match):
                    yield sign, match.start()
                continue
            mark = self._marks.get(sign)
            if isinstance(mark, Literal | Code):
                yield mark.text, match.start()
            elif isinstance(mark, LineBreak):
                yield " ", match.start()
        if position < end:
            yield text[position:end], position

    def aside(self) -> Iterator[Piece]:
        """Yield what does not stand in the running text: photos, addresses, titles."""
        for index in range(len(self._marks)):
            mark = self._marks.at(index)
            if isinstance(mark, Photo):
                image = mark.image
                for kind, text in (
                    ("alt", image.alt),
                    ("caption", image.caption),
                    ("file-name", image.target.rpartition("/")[2]),
                ):
                    if text:
                        yield self._beside(kind, text, image.line, image.column)
            elif isinstance(mark, Open) and mark.link is not None:
                link = mark.link
                kind = "file-name" if link.kind == "file" else "link-target"
                target = link.target.rpartition("/")[2] if link.kind == "file" else link.target
                target = f"{target}#{link.fragment}" if link.fragment else target
                yield self._beside(kind, target, link.line, link.column)
                if mark.title:
                    yield self._beside("caption", mark.title, link.line, link.column)
            elif isinstance(mark, Open) and mark.title:
                yield Piece("caption", mark.title, ((0, 1, 1),))

    def _beside(self, kind: str, text: str, line: int, column: int) -> Piece:
        """Make a piece of a text that stands in a link or photo beginning at a place."""
        row = line - self._source.line_of(0)
        words = self._source.text.split("\n")[row] if row >= 0 else ""
        found = words.find(text, max(column - 1, 0)) if text else -1
        return Piece(kind, text, ((0, line, found + 1 if found >= 0 else column),))


def _form_of(mark: Mark) -> re.Pattern[str]:
    """Return how a mark is written that is short and has no end tag of its own."""
    if isinstance(mark, Literal):
        return ENTITY
    if isinstance(mark, LineBreak):
        return raw_html.LINE_BREAK
    return LABEL if isinstance(mark, NoteReference) else _TAG


def _kind_of(line: str) -> tuple[str, int]:
    """Return what block a line begins or goes on with, and where its words begin."""
    note = DEFINITION_START.match(line)
    if note:
        return "footnote", note.start("text")
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    heading = _HEADING.match(line, start)
    if heading:
        return "heading", heading.end()
    if _ITEM.match(line):
        return "item", start
    return ("quotation" if ">" in line[:start] else "paragraph"), start


def _is_emphasis(text: str, match: re.Match[str]) -> bool:
    """Tell stars and underscores that set off words from those that mean themselves."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isdigit() and after.isdigit():
        return False
    if match[0][0] == "_" and before.isalnum() and after.isalnum():
        return False
    return bool(before.strip() or after.strip())


def _lines_in(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _comments(source: Source) -> Iterator[Piece]:
    """Yield HTML comments, which the reader refuses and a spammer tries all the same."""
    for match in _COMMENT.finditer(source.text) if "<!--" in source.text else ():
        offset = match.start(1)
        for start, words in _lines_in(match[1]):
            if words.strip():
                line, column = source.place(offset + start)
                yield Piece("comment", words, ((0, line, column),))
