"""Footnotes: ``[^1]`` in the text, ``[^1]: words`` below it.

Notes are numbered in the order of their first mention and listed at the end of the body, each
with a way back to every place that mentions it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from plugins.bulletins.marks import NoteReference
from plugins.bulletins.source import Source
from plugins.problems import problem

if TYPE_CHECKING:
    from plugins.bulletins.dialect import BlockParser
    from plugins.bulletins.inline import InlineParser

LABEL: Final = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
DEFINITION_START: Final = re.compile(
    r"^ {0,3}(?P<mark>\[\^(?P<label>[^\[\]\s]{1,40})\]):[ ]*(?P<text>.*)$", re.M
)


@dataclass(frozen=True, slots=True)
class _Definition:
    row: int
    text: str


class Notes:
    """The footnotes of one body."""

    def __init__(self, source: Source) -> None:
        """Begin with none; problems go to ``source``."""
        self._source = source
        self._definitions: dict[str, _Definition] = {}
        self._numbers: dict[str, int] = {}
        self._order: list[str] = []
        self._mentions: dict[str, int] = {}

    def define(self, label: str, row: int, text: str) -> None:
        """Keep the words of a note, which begin on line ``row`` (from 0)."""
        if label in self._definitions:
            self._source.report_line("footnote-duplicate", row, label=label)
        else:
            self._definitions[label] = _Definition(row, text)

    def reference(self, mark: NoteReference) -> etree.Element:
        """Return the raised number that leads to a note."""
        if mark.label not in self._definitions:
            line, column = mark.line, mark.column
            self._source.add(
                problem("footnote-missing", self._source.path, line, column, label=mark.label)
            )
            return etree.Element("sup")
        if mark.label not in self._numbers:
            self._order.append(mark.label)
            self._numbers[mark.label] = len(self._order)
        number = self._numbers[mark.label]
        count = self._mentions.get(mark.label, 0) + 1
        self._mentions[mark.label] = count
        sup = etree.Element("sup", {"id": _mention_id(number, count)})
        link = etree.SubElement(sup, "a", {"href": f"#chu-thich-{number}", "class": "footnote-ref"})
        link.set("role", "doc-noteref")
        link.set("aria-label", f"Chú thích {number}")
        link.text = str(number)
        return sup

    def section(self, parser: BlockParser, inline: InlineParser) -> etree.Element | None:
        """Make the list of all notes that the text mentions; None where it mentions none.

        Notes may mention further notes. A note that nothing mentions is a problem: nobody would
        ever see it.
        """
        items: list[etree.Element] = []
        # The order grows while it is gone through: a note may mention another.
        for label in self._order:
            item = etree.Element("li", {"id": f"chu-thich-{len(items) + 1}"})
            parser.parseChunk(item, self._definitions[label].text)
            for element in list(item.iter()):
                inline.fill(element)
            items.append(item)
        for label, definition in self._definitions.items():
            if label not in self._mentions:
                self._source.report_line("footnote-unused", definition.row, label=label)
        if not items:
            return None
        section = etree.Element("div", {"class": "footnotes", "role": "doc-endnotes"})
        section.set("aria-label", "Chú thích")
        notes = etree.SubElement(section, "ol")
        for number, (item, label) in enumerate(zip(items, self._order, strict=True), start=1):
            last = item[-1] if len(item) and item[-1].tag == "p" else item
            for mention in range(1, self._mentions[label] + 1):
                last.append(_way_back(number, mention))
            notes.append(item)
        return section


def _mention_id(number: int, count: int) -> str:
    return f"goi-chu-thich-{number}" + (f"-{count}" if count > 1 else "")


def _way_back(number: int, mention: int) -> etree.Element:
    link = etree.Element(
        "a", {"href": f"#{_mention_id(number, mention)}", "class": "footnote-back"}
    )
    link.set("role", "doc-backlink")
    link.set("aria-label", f"Trở lại chỗ gọi chú thích {number}")
    link.text = "↩"
    return link
