"""Marks and emphasis become elements: the inline half of the Markdown dialect.

One pass over each text, linear in its length: the scanner has taken all that needs looking ahead,
so what is left is ``*``, ``_``, line breaks and marks.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from typing import Final

from plugins.bulletins.footnotes import Notes
from plugins.bulletins.marks import (
    Code,
    LineBreak,
    Literal,
    Marks,
    NoteReference,
    Open,
    Photo,
    RawTable,
)

MARK_ATTRIBUTE: Final = "mark"  # by it the writer finds the record of a photo or link
MAX_DEPTH: Final = 8  # emphasis inside emphasis; deeper, the stars mean themselves

_SIGN: Final = re.compile("([\U000f0000-\U000fffff]|\\*+|_+| {2,}\n)")
_EMPHASIS: Final = ("em", "strong")  # by the number of signs
_OPENING: Final = frozenset("([{“‘«")
_CLOSING: Final = frozenset(")]}”’»,.;:!?…")


@dataclass(slots=True)
class _Run:
    """A run of ``*`` or ``_`` that may still open an emphasis."""

    sign: str
    count: int


@dataclass(slots=True)
class _Frame:
    """What was read so far inside one link or tag.

    ``items`` holds text, elements and runs; ``depths`` how deep emphasis is nested in each item;
    ``runs`` the places of the runs among the items, by sign.
    """

    tag: str = ""
    element: etree.Element | None = None
    items: list[str | etree.Element | _Run] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    runs: dict[str, list[int]] = field(default_factory=lambda: {"*": [], "_": []})

    def add(self, item: str | etree.Element | _Run, depth: int = 0) -> None:
        if item != "":
            self.items.append(item)
            self.depths.append(depth)


class InlineParser:
    """Turns the text of elements into their inline children."""

    def __init__(self, marks: Marks, notes: Notes) -> None:
        """Parse text that holds these marks; references to notes are counted in ``notes``."""
        self._marks = marks
        self._notes = notes

    def fill(self, element: etree.Element) -> None:
        """Parse the text of an element, and the text between its children, where it stands."""
        children = list(element)
        for position in range(len(children), 0, -1):
            child = children[position - 1]
            if child.tail:
                text, child.tail = child.tail, None
                self._insert(element, position, text)
        if element.text:
            text, element.text = element.text, None
            self._insert(element, 0, text)

    def _insert(self, parent: etree.Element, position: int, text: str) -> None:
        """Put the parsed text before the child at ``position``."""
        if not _SIGN.search(text):
            _put_text(parent, position, text)
            return
        for item in self._parse(text):
            if isinstance(item, str):
                _put_text(parent, position, item)
            else:
                parent.insert(position, item)
                position += 1

    def _parse(self, text: str) -> list[str | etree.Element]:
        frames = [_Frame()]
        pieces = _SIGN.split(text)
        for index, piece in enumerate(pieces):
            frame = frames[-1]
            if index % 2 == 0:
                frame.add(piece)
            elif piece[0] in "*_":
                before = pieces[index - 1][-1:] or (pieces[index - 2][-1:] if index > 1 else "")
                after = pieces[index + 1][:1] or (
                    pieces[index + 2][:1] if index + 2 < len(pieces) else ""
                )
                _emphasis(frame, piece, before, after)
            elif piece[0] == " ":
                frame.add(etree.Element("br"))
                frame.add("\n")
            else:
                self._mark(piece, frames)
        while len(frames) > 1:
            _close(frames)
        return _finished(frames[0], 0)

    def _mark(self, character: str, frames: list[_Frame]) -> None:
        mark = self._marks.get(character)
        frame = frames[-1]
        if isinstance(mark, Literal):
            frame.add(mark.text)
        elif isinstance(mark, LineBreak):
            frame.add(etree.Element("br"))
        elif isinstance(mark, Code):
            code = etree.Element("code")
            code.text = mark.text
            frame.add(code)
        elif isinstance(mark, Photo):
            frame.add(etree.Element("img", {MARK_ATTRIBUTE: character}))
        elif isinstance(mark, NoteReference):
            frame.add(self._notes.reference(mark))
        elif isinstance(mark, RawTable):
            frame.add(self._table(mark))
        elif isinstance(mark, Open):
            frames.append(_Frame(mark.tag, _opened(mark, character, frames)))
        elif any(frame.tag == mark.tag for frame in frames):
            while frames[-1].tag != mark.tag:
                _close(frames)
            _close(frames)

    def _table(self, mark: RawTable) -> etree.Element:
        table = etree.Element("table")
        for name, rows in (("thead", mark.head), ("tbody", mark.body)):
            if rows:
                part = etree.SubElement(table, name)
                for row in rows:
                    tr = etree.SubElement(part, "tr")
                    for header, text in row:
                        cell = etree.SubElement(tr, "th" if header else "td")
                        cell.text = text
                        self.fill(cell)
        return table


def _opened(mark: Open, character: str, frames: list[_Frame]) -> etree.Element | None:
    """Make the element of a link or tag; None where only its words stay."""
    if mark.tag != "a":
        return etree.Element(mark.tag, {"title": mark.title} if mark.title else {})
    if mark.link is None or any(frame.tag == "a" and frame.element is not None for frame in frames):
        return None
    return etree.Element("a", {MARK_ATTRIBUTE: character})


def _close(frames: list[_Frame]) -> None:
    """End the innermost link or tag: what it holds becomes its children."""
    frame = frames.pop()
    items = _finished(frame, 0)
    if frame.element is None:
        for item in items:
            frames[-1].add(item)
        return
    _fill_with(frame.element, items)
    frames[-1].add(frame.element)


def _emphasis(frame: _Frame, run: str, before: str, after: str) -> None:
    """Take a run of stars or underscores: close what it can, let the rest open."""
    sign, count = run[0], len(run)
    opens = bool(after) and not after.isspace() and after not in _CLOSING
    closes = bool(before) and not before.isspace() and before not in _OPENING
    if sign == "_":  # inside a word an underscore is a letter
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif before.isdigit() and after.isdigit():  # 10*20*30 cm
        opens = closes = False
    openers = frame.runs[sign]
    while closes and count and openers:
        start = openers[-1]
        opener = frame.items[start]
        if not isinstance(opener, _Run) or start + 1 == len(frame.items):
            break
        depth = 1 + max(frame.depths[start + 1 :])
        if depth > MAX_DEPTH:
            openers.clear()  # all others lie further out, so they are too deep as well
            break
        taken = min(opener.count, count, len(_EMPHASIS))
        element = etree.Element(_EMPHASIS[taken - 1])
        _fill_with(element, _finished(frame, start + 1))
        opener.count -= taken
        count -= taken
        if not opener.count:
            openers.pop()
            frame.items.pop()
            frame.depths.pop()
        frame.add(element, depth)
    if not count:
        return
    if opens:
        openers.append(len(frame.items))
        frame.add(_Run(sign, count))
    else:
        frame.add(sign * count)


def _finished(frame: _Frame, start: int) -> list[str | etree.Element]:
    """Take the items from ``start`` on out of a frame; runs that opened nothing are text."""
    items: list[str | etree.Element] = []
    words: list[str] = []
    for item in frame.items[start:]:
        if isinstance(item, etree.Element):
            if words:
                items.append("".join(words))
                words.clear()
            items.append(item)
        else:
            words.append(item if isinstance(item, str) else item.sign * item.count)
    if words:
        items.append("".join(words))
    del frame.items[start:], frame.depths[start:]
    for places in frame.runs.values():
        while places and places[-1] >= start:
            places.pop()
    return items


def _fill_with(element: etree.Element, items: list[str | etree.Element]) -> None:
    for item in items:
        if isinstance(item, str):
            _put_text(element, len(element), item)
        else:
            element.append(item)


def _put_text(parent: etree.Element, position: int, text: str) -> None:
    """Add text before the child at ``position``, behind what stands there already."""
    if position == 0:
        parent.text = (parent.text or "") + text
    else:
        child = parent[position - 1]
        child.tail = (child.tail or "") + text
