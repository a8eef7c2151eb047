"""XML as bytes: the same for the same tree, whatever was built before.

ElementTree keeps a table of namespace prefixes for the whole process. It is left alone: names are
written with their prefix, and the root says what each prefix means.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element with its text and attributes, and return it."""
    element = ET.SubElement(parent, name, attributes)
    element.text = text or None
    return element


def to_bytes(root: ET.Element) -> bytes:
    """Write a document: UTF-8, an element a line. The tree is indented in place."""
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f"{DECLARATION}\n{text}\n".encode()
