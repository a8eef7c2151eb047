"""Cutting list items, cards, rows and links out of HTML pages. Pure.

A mention stands in some element. What goes is the nearest thing around it that is one of many: an
item, a row, a card; else the link itself, with its words. A page's own article, which has the main
heading, never goes. Everything else keeps its bytes.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from publish_gate.cutting.needles import Needles

_VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_ONE_OF_MANY: Final = frozenset(["li", "tr", "article", "figure", "option", "dd", "dt"])
_ALONE: Final = frozenset(["script", "link", "meta", "a", "img", "source"])
_ENDED_BY_THE_NEXT: Final = frozenset(("li", "tr", "dt", "dd", "option"))
_AROUND_ITEMS: Final = frozenset(("ul", "ol", "menu", "table", "dl", "select"))
_IN_HEAD: Final = frozenset(("script", "link", "meta"))
_NEVER: Final = frozenset(["html", "head", "body", "main"])


@dataclass(slots=True)
class _Element:
    """One element, by where it begins and ends in the text."""

    tag: str
    start: int
    parent: _Element | None
    end: int = -1
    has_heading: bool = False
    hit: bool = False


@dataclass(slots=True)
class _Outline:
    """All elements of a page in the order of their beginnings."""

    elements: list[_Element] = field(default_factory=list)


class _Reader(HTMLParser):
    """Finds elements, and which of them hold a mention themselves."""

    def __init__(self, text: str, needles: Needles, outline: _Outline) -> None:
        super().__init__(convert_charrefs=False)
        lengths = (len(line) for line in text.split("\n"))
        self._lines = list(itertools.accumulate((length + 1 for length in lengths), initial=0))
        self._needles = needles
        self._outline = outline
        self._open: list[_Element] = []

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        self._end_the_one_before(tag, start)
        source = self.get_starttag_text() or ""
        element = _Element(tag, start, self._open[-1] if self._open else None)
        element.hit = self._needles.in_text(source) or any(
            value is not None and self._needles.in_text(value) for _, value in attrs
        )
        self._outline.elements.append(element)
        if tag == "h1":
            for outer in (*self._open, element):
                outer.has_heading = True
        if tag in _VOID:
            element.end = start + len(source)
        else:
            self._open.append(element)

    def _end_the_one_before(self, tag: str, start: int) -> None:
        """Close an item whose end tag HTML lets authors leave out."""
        if tag not in _ENDED_BY_THE_NEXT:
            return
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                for element in self._open[depth:]:
                    element.end = start
                del self._open[depth:]
                return
            if self._open[depth].tag in _AROUND_ITEMS:
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop().end = self._offset() + len(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if all(element.tag != tag for element in self._open):
            return
        start = self._offset()
        # The whole text is fed at once, so offsets into it hold for rawdata.
        end = self.rawdata.find(">", start) + 1
        while self._open:
            element = self._open.pop()
            if element.tag == tag:
                element.end = end
                return
            element.end = start

    def handle_data(self, data: str) -> None:
        if self._open and self._needles.in_text(data):
            self._open[-1].hit = True

    def finish(self, length: int) -> None:
        """Close what the page leaves open."""
        self.close()
        for element in self._open:
            element.end = length


def cut_html(text: str, needles: Needles) -> str:
    """Return a page without the parts that tell of other pages."""
    outline = _Outline()
    reader = _Reader(text, needles, outline)
    reader.feed(text)
    reader.finish(len(text))
    spans = sorted({_span(element) for element in outline.elements if element.hit})
    kept = []
    position = 0
    for start, end in spans:
        if start >= position:
            kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    return "".join(kept)


def _span(element: _Element) -> tuple[int, int]:
    """Return what has to go because an element tells of a page."""
    if element.tag not in _IN_HEAD and (item := _item_around(element)) is not None:
        return item.start, item.end
    around = element
    while around.tag not in _ALONE and around.parent is not None:
        around = around.parent
    if around.tag in _ALONE:
        return around.start, around.end
    if element.tag in _NEVER or element.has_heading or _in_heading(element):
        raise ValueError("the mention stands in the page itself")
    return element.start, element.end


def _in_heading(element: _Element) -> bool:
    outer = element.parent
    while outer is not None and outer.tag != "h1":
        outer = outer.parent
    return outer is not None


def _item_around(element: _Element) -> _Element | None:
    """Return the nearest item, row or card around an element, with the list item that it fills."""
    around: _Element | None = element
    while around is not None and around.tag not in _NEVER:
        if around.tag in _ONE_OF_MANY and not around.has_heading:
            outer = around.parent
            return outer if outer is not None and outer.tag == "li" else around
        around = around.parent
    return None
