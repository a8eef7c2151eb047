"""Small questions about elements of a page."""

from __future__ import annotations

from bs4 import Tag


def class_names(tag: Tag) -> str:
    """Return the classes and the id of an element, parted by blanks."""
    names = tag.get("class")
    listed = " ".join(names) if isinstance(names, list) else str(names or "")
    return f"{listed} {attribute(tag, 'id')}"


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute as text, "" where the element has none."""
    found = tag.get(name)
    return " ".join(found) if isinstance(found, list) else str(found or "")
