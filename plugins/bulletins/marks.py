"""What the scanner found in a body: one mark a find, one private character in the text for each.

The scanner (``spans.py``) takes code, links, photos, tags and escapes out of the Markdown and
leaves one character of Unicode's private plane 15 in the place of each. No input holds such a
character (``decoding.py``), so nothing an author writes can pass for a mark, and the block parser
of Python-Markdown moves the marks about without seeing what is in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from plugins.bulletins.records import Image, Link

FIRST: Final = 0xF0000
MAX_MARKS: Final = 0xFFF0

MARK: Final = re.compile("[\U000f0000-\U000fffff]")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that means itself: an escaped sign or an entity."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """``<br>``."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo; its title stands in ``image.caption``."""

    image: Image


@dataclass(frozen=True, slots=True)
class Open:
    """The beginning of a link or of one of the harmless tags (``sub``, ``sup``, ``abbr``).

    ``link`` is None for a tag, and for a link that was refused: its words stay.
    """

    tag: str
    link: Link | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    """The end of the nearest open link or tag of that name."""

    tag: str


@dataclass(frozen=True, slots=True)
class NoteReference:
    """``[^label]`` in the text, and where it stands."""

    label: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table written as HTML: rows of (is it a header cell, Markdown text with marks)."""

    head: tuple[tuple[tuple[bool, str], ...], ...]
    body: tuple[tuple[tuple[bool, str], ...], ...]


Mark: TypeAlias = Literal | Code | LineBreak | Photo | Open | Close | NoteReference | RawTable


class Marks:
    """The marks of one body, by the private character that stands for each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._marks: list[Mark] = []

    def __len__(self) -> int:
        """Return how many marks there are."""
        return len(self._marks)

    def put(self, mark: Mark) -> str:
        """Keep a mark and return the character that stands for it.

        Raises:
            OverflowError: the body has more marks than the plane has characters.
        """
        if len(self._marks) >= MAX_MARKS:
            raise OverflowError
        self._marks.append(mark)
        return chr(FIRST + len(self._marks) - 1)

    def at(self, index: int) -> Mark:
        """Return a mark by its number, which counts from 0 in the order of reading."""
        return self._marks[index]

    def get(self, character: str) -> Mark:
        """Return the mark that a character stands for."""
        return self._marks[ord(character) - FIRST]
