"""From the tree of a body to its HTML, its plain text, its photos, links and anchors, in one walk.

The HTML is written exactly as the sanitiser would write it, so that «the sanitiser changed
something» is a comparison of two strings.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from plugins.bulletins.inline import MARK_ATTRIBUTE
from plugins.bulletins.links import CONTENT_SCHEME
from plugins.bulletins.marks import Marks, Open, Photo
from plugins.bulletins.records import Body, Image, Link
from plugins.vietnamese import slugify

ANCHOR_PREFIX: Final = "muc-"

_VOID: Final = frozenset({"br", "hr", "img"})
_BLOCKS: Final = frozenset(
    {"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6", "th", "td", "figcaption"}
    | {"figure", "table", "thead", "tbody", "tr", "div", "hr"}
)
_NO_TEXT: Final = frozenset({"footnote-ref", "footnote-back"})


def write(root: etree.Element, marks: Marks) -> Body:
    """Write a body.

    Args:
        root: the tree, dressed (``dressing.py``).
        marks: holds the records of its photos and links.

    Returns:
        The body; its HTML is not sanitised yet.
    """
    return _Writer(marks).write(root)


def words_of(element: etree.Element) -> str:
    """Return the plain words of an element on one line."""
    return " ".join("".join(_words(element)).split())


def _words(element: etree.Element) -> Iterator[str]:
    if element.get("class") in _NO_TEXT:
        return
    yield element.text or (" " if element.tag == "br" else "")
    for child in element:
        yield from _words(child)
        yield child.tail or ""


class _Writer:
    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._html: list[str] = []
        self._lines: list[str] = []
        self._words: list[str] = []
        self._images: list[Image] = []
        self._links: list[Link] = []
        self._anchors: list[str] = []
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}

    def write(self, root: etree.Element) -> Body:
        for child in root:
            self._element(child)
            self._html.append("\n")
        self._end_line()
        return Body(
            html="".join(self._html).strip("\n"),
            text="\n".join(self._lines),
            images=tuple(self._images),
            links=tuple(self._links),
            anchors=tuple(self._anchors),
        )

    def _element(self, element: etree.Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._end_line()
        if tag in {"h2", "h3", "h4", "h5", "h6"}:
            element.set("id", self._heading_id(element))
        if "id" in element.attrib:
            self._anchors.append(element.attrib["id"])
        self._html.append(self._start_tag(element))
        if tag == "br":
            self._words.append(" ")
        if tag in _VOID:
            return
        silent = element.get("class") in _NO_TEXT
        self._text(element.text, silent)
        for child in element:
            self._element(child)
            self._text(child.tail, silent)
        self._html.append(f"</{tag}>")
        if tag in _BLOCKS:
            self._end_line()

    def _text(self, text: str | None, silent: bool) -> None:
        if text:
            self._html.append(_escape(text))
            if not silent:
                self._words.append(text)

    def _end_line(self) -> None:
        """End a block in the plain text."""
        if self._words:
            line = " ".join("".join(self._words).split())
            if line:
                self._lines.append(line)
            self._words.clear()

    def _start_tag(self, element: etree.Element) -> str:
        attributes = self._attributes(element)
        if not attributes:
            return f"<{element.tag}>"
        written = "".join(f' {name}="{_escape_value(value)}"' for name, value in attributes)
        return f"<{element.tag}{written}>"

    def _attributes(self, element: etree.Element) -> list[tuple[str, str]]:
        character = element.get(MARK_ATTRIBUTE)
        if character is None:
            return list(element.attrib.items())
        mark = self._marks.get(character)
        if isinstance(mark, Photo):
            self._images.append(mark.image)
            return [("src", CONTENT_SCHEME + mark.image.target), ("alt", mark.image.alt)]
        if not isinstance(mark, Open) or mark.link is None:
            return []
        link = replace(mark.link, text=words_of(element) or self._alternatives(element))
        self._links.append(link)
        fragment = f"#{link.fragment}" if link.fragment else ""
        scheme = CONTENT_SCHEME if link.kind == "file" else ""
        attributes = [("href", f"{scheme}{link.target}{fragment}")]
        if mark.title:
            attributes.append(("title", mark.title))
        if link.kind == "web":
            attributes.append(("rel", "noopener nofollow"))
        return attributes

    def _alternatives(self, element: etree.Element) -> str:
        """Return what a screen reader says for the photos of a link."""
        marks = (self._marks.get(photo.attrib[MARK_ATTRIBUTE]) for photo in element.iter("img"))
        return " ".join(mark.image.alt for mark in marks if isinstance(mark, Photo)).strip()

    def _heading_id(self, element: etree.Element) -> str:
        """Make an id of a heading's words, once in the body.

        The prefix keeps it apart from every id of the page around it, and from the names that a
        browser reserves (a heading «Document» would else hide ``document``).
        """
        slug = slugify(words_of(element)) or "phan"
        wanted = ANCHOR_PREFIX + slug
        found = wanted
        count = self._counts.get(wanted, 1)
        while found in self._used:
            count += 1
            found = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._used.add(found)
        return found


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_value(text: str) -> str:
    return _escape(text).replace('"', "&quot;")
