"""The styles of a Word file: how words look, what is a heading, which list an entry belongs to."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from plugins.desk.importing.blocks import Hint

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "none", "off"})
_HEADING: Final = re.compile(r"(?:heading|đề mục|đầu đề)\s*([1-6])", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """How the words of a run look. ``font`` tells the encoding of old letters."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph looks, and what that hints at."""

    look: Look
    hints: frozenset[Hint]


def value(name: str) -> str:
    """Return the full name of an attribute of WordprocessingML."""
    return f"{_W}{name}"


def local(element: etree.Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def relations_of(root: etree.Element | None) -> dict[str, str]:
    """Return where the relations of a part lead, by their ids."""
    return {} if root is None else {e.get("Id", ""): e.get("Target", "") for e in root}


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file, by id, and its lists: which levels are numbered."""

    elements: Mapping[str, etree.Element]
    defaults: Look
    numbered: Mapping[tuple[str, int], bool]

    @classmethod
    def of(cls, styles: etree.Element | None, numbering: etree.Element | None) -> Styles:
        """Read the parts, each of which may be absent."""
        elements: dict[str, etree.Element] = {}
        look = Look()
        for element in styles if styles is not None else ():
            if local(element) == "style":
                elements[element.get(value("styleId"), "")] = element
                if element.get(value("default")) and element.get(value("type")) == "paragraph":
                    elements.setdefault("", element)
            elif local(element) == "docDefaults":
                properties = element.find(f"./{_W}rPrDefault/{_W}rPr")
                look = _look(properties, look)
        return cls(elements, look, _levels(numbering))

    def of_paragraph(self, element: etree.Element) -> ParagraphStyle:
        """Return the style of a paragraph, its own properties over those of its named style."""
        look, hints = self.defaults, set[Hint]()
        properties = element.find(f"./{_W}pPr")
        for style in self._line(_style_id(properties)):
            look = _look(style.find(f"./{_W}rPr"), look)
            _align(style.find(f"./{_W}pPr"), hints)
            name = _attribute(style, "name").lower()
            if name == "title":
                hints.add("title")
            elif name.startswith("caption") or "chú thích" in name:
                hints.add("caption")
        _align(properties, hints)
        return ParagraphStyle(look, frozenset(hints))

    def of_run(self, element: etree.Element, inherited: Look) -> Look:
        """Return how a run looks inside its paragraph."""
        properties = element.find(f"./{_W}rPr")
        look = inherited
        if properties is not None:
            for style in self._line(_attribute(properties, "rStyle"), default=False):
                look = _look(style.find(f"./{_W}rPr"), look)
        return _look(properties, look)

    def heading(self, element: etree.Element) -> int:
        """Return the level of a heading, 0 for any other paragraph."""
        properties = element.find(f"./{_W}pPr")
        for style in reversed(self._line(_style_id(properties))):
            match = _HEADING.match(_attribute(style, "name"))
            if match:
                return int(match[1])
        return 0

    def entry(self, element: etree.Element) -> tuple[str, int, bool] | None:
        """Return the list, depth and numbering of an entry; None for what is none."""
        properties = element.find(f"./{_W}pPr/{_W}numPr")
        if properties is None:
            return None
        identity = _attribute(properties, "numId")
        depth = _attribute(properties, "ilvl")
        level = int(depth) if depth.isdecimal() else 0
        if identity in {"", "0"}:
            return None
        return identity, min(level, 4), self.numbered.get((identity, level), False)

    def _line(self, identity: str, *, default: bool = True) -> list[etree.Element]:
        """Return a style and those it is based on, the most general first."""
        found: list[etree.Element] = []
        if not identity and default:
            identity = ""
        while identity in self.elements and len(found) < 20:  # noqa: PLR2004
            style = self.elements[identity]
            if style in found:
                break
            found.insert(0, style)
            identity = _attribute(style, "basedOn")
            if not identity:
                break
        return found


def _levels(numbering: etree.Element | None) -> dict[tuple[str, int], bool]:
    if numbering is None:
        return {}
    kinds: dict[tuple[str, int], bool] = {}
    for abstract in numbering.findall(f"./{_W}abstractNum"):
        identity = abstract.get(value("abstractNumId"), "")
        for level in abstract.findall(f"./{_W}lvl"):
            depth = level.get(value("ilvl"), "0")
            form = _attribute(level, "numFmt")
            kinds[identity, int(depth)] = form not in {"bullet", "none", ""}
    return {
        (number.get(value("numId"), ""), depth): numbered
        for number in numbering.findall(f"./{_W}num")
        for (identity, depth), numbered in kinds.items()
        if identity == _attribute(number, "abstractNumId")
    }


def _style_id(properties: etree.Element | None) -> str:
    return _attribute(properties, "pStyle") if properties is not None else ""


def _attribute(element: etree.Element, name: str) -> str:
    child = element.find(f"./{_W}{name}")
    return child.get(value("val"), "") if child is not None else ""


def _align(properties: etree.Element | None, hints: set[Hint]) -> None:
    alignment = _attribute(properties, "jc") if properties is not None else ""
    if alignment:
        hints -= {"centred", "right"}
    if alignment == "center":
        hints.add("centred")
    elif alignment in {"right", "end"}:
        hints.add("right")


def _look(properties: etree.Element | None, look: Look) -> Look:
    """Put the properties of a run over what it inherits."""
    if properties is None:
        return look
    for name, attribute in (("b", "bold"), ("i", "italic"), ("vanish", "hidden")):
        element = properties.find(f"./{_W}{name}")
        if element is not None:
            on = element.get(value("val"), "1") not in _OFF
            changes: dict[str, Any] = {attribute: on}
            look = replace(look, **changes)
    fonts = properties.find(f"./{_W}rFonts")
    if fonts is not None:
        font = fonts.get(value("ascii")) or fonts.get(value("hAnsi")) or look.font
        look = replace(look, font=font)
    script = {"superscript": "sup", "subscript": "sub"}.get(_attribute(properties, "vertAlign"), "")
    return replace(look, script=script) if script else look
