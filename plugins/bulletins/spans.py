"""The scanner: takes everything that is not plain text out of a body, once, in linear time.

Code, links, photos, addresses, the few allowed tags, escapes and entities become marks
(``marks.py``), each with its line and column. Python-Markdown loses those places, and its own
patterns for brackets are quadratic (its issue #798); so they are not used at all.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from plugins.bulletins import raw_html
from plugins.bulletins.decoding import unprintable
from plugins.bulletins.footnotes import DEFINITION_START, LABEL
from plugins.bulletins.links import classify, image_file
from plugins.bulletins.marks import (
    Close,
    Code,
    LineBreak,
    Literal,
    Marks,
    NoteReference,
    Open,
    Photo,
    RawTable,
)
from plugins.bulletins.records import Image, Link
from plugins.bulletins.source import Source
from plugins.problems import problem
from plugins.vietnamese import collapse_spaces, strip_invisible

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Where the scanner stops; a sign that can mean nothing is passed over without a Python step.
_SPECIAL: Final = re.compile(rf"[`\[\]]|<(?=[A-Za-z/!?\w])|{_ESCAPED.pattern}|{ENTITY.pattern}")
_TICKS: Final = re.compile(r"`+")
# Links and code never reach over a blank line or into the next list item, heading or table row.
_SEGMENT_END: Final = re.compile(
    r"\n(?:[ \t]*\n)+|\n(?=[ \t]*(?:[-*+][ ]|[>|]|#{1,6}[ ]|\d{1,3}[.)][ ]))"
)
_REFERENCE: Final = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ ]*<?"
    r"(?:https?:|mailto:|tel:|www\.|[./#{]\S|\S+\.\w{2,5}>?(?:\s|$))",
    re.M | re.I,
)
_TARGET_STEP: Final = re.compile(r"[()\\\n]|(?<=\s)[\"“']")
_TITLE: Final = re.compile(
    r"(?:\"((?:[^\"\\\n]|\\.){0,500})\"|“([^”\n]{0,500})”|'((?:[^'\\\n]|\\.){0,500})')[ ]*\)"
)
MAX_ALT: Final = 500
_BRACKETED: Final = re.compile(rf"<([^<>\n]*)>[ ]*(?:{_TITLE.pattern}|\))")
_MAX_TARGET: Final = 2_600
_MAX_PARENTHESES: Final = 3
_MAX_BRACKETS: Final = 100


@dataclass(slots=True)
class _Bracket:
    """An open ``[`` or ``![``: where it stands in the text and among the pieces."""

    offset: int
    piece: int
    image: bool


def scan(source: Source, marks: Marks) -> str:
    """Replace all that is not plain text by marks.

    Args:
        source: the clean text; problems are reported to it.
        marks: takes the marks.

    Returns:
        The text with one private character for each mark and the same number of lines.

    Raises:
        OverflowError: there are more marks than characters for them.
    """
    for match in _REFERENCE.finditer(source.text):
        source.report("reference-link", match.start())
    return _Scanner(source, marks).scan()


class _Scanner:
    def __init__(self, source: Source, marks: Marks) -> None:
        self._source = source
        self._text = source.text
        self._marks = marks
        self._refused_tags: set[str] = set()
        self._unclosed_comment = False
        self._definitions = {match.start("mark") for match in DEFINITION_START.finditer(self._text)}

    def scan(self) -> str:
        text = self._text
        pieces = []
        position = 0
        for match in raw_html.TABLE_START.finditer(text):
            if match.start() < position:
                continue
            pieces.append(self._region(position, match.end()))
            mark, position = self._table(match.end())
            pieces.append(mark)
        pieces.append(self._region(position, len(text)))
        return "".join(pieces)

    def _region(self, start: int, end: int) -> str:
        text = self._text
        if not _SPECIAL.search(text, start, end):
            return text[start:end]
        pieces = []
        position = start
        for match in _SEGMENT_END.finditer(text, start, end):
            pieces.append(self._segment(position, match.start()))
            pieces.append(match[0])
            position = match.end()
        pieces.append(self._segment(position, end))
        return "".join(pieces)

    def _segment(self, start: int, end: int) -> str:
        text = self._text
        if not _SPECIAL.search(text, start, end):
            return text[start:end]
        pieces: list[str] = []
        brackets: list[_Bracket] = []
        ticks = _Ticks(text, start, end)
        position = start
        while match := _SPECIAL.search(text, position, end):
            offset = match.start()
            pieces.append(text[position:offset])
            sign = match[0][0]
            if sign == "[":
                position = self._open_bracket(offset, end, pieces, brackets)
            elif sign == "]":
                position = self._close_bracket(offset, end, pieces, brackets)
            elif sign == "`":
                position = self._code(offset, ticks, pieces)
            elif sign == "<":
                position = self._angle(offset, end, pieces)
            else:
                pieces.append(self._marks.put(Literal(_unescape(match[0]))))
                position = match.end()
        pieces.append(text[position:end])
        return "".join(pieces)

    def _code(self, offset: int, ticks: _Ticks, pieces: list[str]) -> int:
        length, end = ticks.closing(offset)
        if end is None:
            pieces.append(self._text[offset : offset + length])
            return offset + length
        code = self._text[offset + length : end - length]
        if code[:1] == code[-1:] == " " and code.strip():
            code = code[1:-1]
        pieces.append(self._marks.put(Code(code)))
        return end

    def _open_bracket(
        self, offset: int, end: int, pieces: list[str], brackets: list[_Bracket]
    ) -> int:
        note = LABEL.match(self._text, offset, end)
        if note:
            if offset in self._definitions:
                pieces.append(note[0])
            else:
                place = self._source.place(offset)
                pieces.append(self._marks.put(NoteReference(note[1], *place)))
            return note.end()
        image = bool(pieces) and pieces[-1].endswith("!")
        if image:
            pieces[-1] = pieces[-1][:-1]
        if len(brackets) < _MAX_BRACKETS:
            brackets.append(_Bracket(offset - image, len(pieces), image))
        pieces.append("![" if image else "[")
        return offset + 1

    def _close_bracket(
        self, offset: int, end: int, pieces: list[str], brackets: list[_Bracket]
    ) -> int:
        text = self._text
        if not brackets or text[offset + 1 : offset + 2] != "(" or offset + 1 >= end:
            if brackets:
                brackets.pop()
            pieces.append("]")
            return offset + 1
        bracket = brackets.pop()
        found = read_target(text, offset + 2, end)
        if found is None:
            self._source.report("link-unclosed", bracket.offset)
            pieces.append("]")
            return offset + 1
        target, title, after = found
        line, column = self._source.place(bracket.offset)
        if bracket.image:
            words = text[bracket.offset + 2 : offset]
            del pieces[bracket.piece :]
            pieces.append(self._photo(target, title, words, line, column))
            pieces.append("\n" * words.count("\n"))
            return after
        link = self._classified(target, line, column)
        pieces[bracket.piece] = self._marks.put(Open("a", link, title))
        pieces.append(self._marks.put(Close("a")))
        # A link holds no link: the brackets around this one mean themselves.
        brackets[:] = [open_ for open_ in brackets if open_.image]
        return after

    def _photo(self, target: str, title: str, words: str, line: int, column: int) -> str:
        if len(words) > MAX_ALT:
            found = problem("image-alt-long", self._source.path, line, column, limit=MAX_ALT)
            self._source.add(found)
            words = ""
        alt = " ".join(_plain(words).split())
        path = image_file(target, self._source.path, line=line, column=column)
        if not isinstance(path, str):
            self._source.add(path)
            path = ""
        image = Image(path, alt, " ".join(title.split()), "", line, column)
        return self._marks.put(Photo(image))

    def _classified(self, target: str, line: int, column: int) -> Link | None:
        link = classify(target, self._source.path, line=line, column=column)
        if isinstance(link, Link):
            return link
        self._source.add(link)
        return None

    def _angle(self, offset: int, end: int, pieces: list[str]) -> int:
        text = self._text
        match = raw_html.LINE_BREAK.match(text, offset, end)
        if match:
            pieces.append(self._marks.put(LineBreak()))
            return match.end()
        for pattern in (raw_html.SUB_OR_SUP, raw_html.ABBREVIATION):
            match = pattern.match(text, offset, end)
            if match:
                tag = match["tag"].lower()
                title = _unescape(match["title"]) if tag == "abbr" else ""
                pieces.append(self._marks.put(Open(tag, None, title)))
                pieces.append(self._segment(match.start("text"), match.end("text")))
                pieces.append(self._marks.put(Close(tag)))
                return match.end()
        address = raw_html.ADDRESS.match(text, offset, end)
        email = None if address else raw_html.EMAIL.match(text, offset, end)
        match = address or email
        if match:
            target = _unescape(match[1])
            link = self._classified(
                f"mailto:{target}" if email else target, *self._source.place(offset)
            )
            pieces.append(self._marks.put(Open("a", link)))
            pieces.append(self._marks.put(Literal(re.sub("^(?:mailto|tel):", "", target))))
            pieces.append(self._marks.put(Close("a")))
            return match.end()
        return self._markup(offset, end, pieces)

    def _markup(self, offset: int, end: int, pieces: list[str]) -> int:
        """Refuse other HTML; a lone «<» is a sign like any other."""
        markup = raw_html.markup_at(self._text, offset)
        pieces.append("<")
        if markup is None:
            return offset + 1
        name = raw_html.tag_name(markup)
        # The end tag of a tag that was refused already is no second mistake.
        if not (markup.startswith("</") and name in self._refused_tags):
            self._source.report("raw-html", offset, tag=markup)
            self._refused_tags.add(name)
        if not markup.startswith("<!--") or self._unclosed_comment:
            return offset + 1
        close = self._text.find("-->", offset, end)
        if close < 0:
            self._unclosed_comment = True
            return offset + 1
        pieces.append(self._text[offset + 1 : close + 3])
        return close + 3

    def _table(self, start: int) -> tuple[str, int]:
        text = self._text
        table = raw_html.read_table(text, start)
        if table.wrong_at >= 0:
            if table.foreign:
                self._source.report("raw-html", table.wrong_at, tag=table.foreign)
            else:
                self._source.report("raw-table", table.wrong_at, reason=table.reason)
            end = text.find("</table>", start)
            end = len(text) if end < 0 else end + len("</table>")
            return "\n" * text.count("\n", start, end), end
        rows = tuple(
            tuple(
                tuple((cell.header, self._region(cell.start, cell.end).strip()) for cell in row)
                for row in part
            )
            for part in (table.head, table.body)
        )
        mark = self._marks.put(RawTable(*rows)) + "\n" * text.count("\n", start, table.end)
        line_end = text.find("\n", table.end)
        line_end = len(text) if line_end < 0 else line_end
        if text[table.end : line_end].strip():
            self._source.report("raw-table", table.end, reason="sau </table> phải xuống dòng")
        return mark, line_end


class _Ticks:
    """The runs of backticks of one segment, so that each finds its partner at once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._by_length: dict[int, list[int]] = {}
        self._length_at: dict[int, int] = {}
        if "`" in text[start:end]:
            for match in _TICKS.finditer(text, start, end):
                length = match.end() - match.start()
                self._by_length.setdefault(length, []).append(match.start())
                self._length_at[match.start()] = length

    def closing(self, offset: int) -> tuple[int, int | None]:
        """Return the length of the run at ``offset`` and the end of the code it begins.

        Code ends on its own line, at the next run of the same length; None where there is none.
        """
        length = self._length_at.get(offset)
        if length is None:  # the rest of a run whose first tick was escaped
            match = _TICKS.match(self._text, offset)
            return (len(match[0]) if match else 1), None
        starts = self._by_length[length]
        following = bisect_right(starts, offset)
        if following == len(starts) or "\n" in self._text[offset : starts[following]]:
            return length, None
        return length, starts[following] + length


def read_target(text: str, start: int, end: int) -> tuple[str, str, int] | None:
    """Read ``target "title")`` behind ``](``.

    Blanks and balanced parentheses may stand in the target, as phones and Word name their files.

    Returns:
        Target, title and the offset behind the closing parenthesis; None when it is not closed.
    """
    end = min(end, start + _MAX_TARGET)
    if text.find(")", start, end) < 0:
        return None
    bracketed = _BRACKETED.match(text, start, end)
    if bracketed:
        return _unescape(bracketed[1]), _title(bracketed, 2), bracketed.end()
    depth = 0
    position = start
    while match := _TARGET_STEP.search(text, position, end):
        position = match.end()
        sign = match[0]
        if sign == "\n" or depth > _MAX_PARENTHESES:
            break
        if sign == "\\":
            position += 1
        elif sign == "(":
            depth += 1
        elif depth:
            depth -= sign == ")"
        else:
            title = None if sign == ")" else _TITLE.match(text, match.start(), end)
            if title or sign == ")":
                target = _unescape(text[start : match.start()].strip())
                return target, _title(title, 1) if title else "", (title or match).end()
    return None


def _title(match: re.Match[str], first: int) -> str:
    """Return the words of a title; it stands in one of three groups, by its quotation marks."""
    return _unescape(match[first] or match[first + 1] or match[first + 2] or "")


def _unescape(text: str) -> str:
    """Resolve Markdown escapes and HTML entities; what would give an unprintable sign stays."""
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" not in text:
        return text
    plain = collapse_spaces(strip_invisible(html.unescape(text)))
    return text if unprintable(plain, "") or "\n" in plain else plain


def _plain(text: str) -> str:
    """Return the words of a piece of Markdown, for an alternative text."""
    return _unescape(re.sub(r"(?<!\\)[*`]|(?<!\\)\]\([^()\n]*\)|(?<!\\)[\[\]]", "", text))
