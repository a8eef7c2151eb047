"""The blocks that authors may write, as Python-Markdown parses them.

Of Python-Markdown we use the block parser: paragraphs, headings, lists, quotations, tables. Its
inline patterns and its raw-HTML blocks are never run: what they do is done, in linear time and
with line numbers, by ``spans.py`` and ``inline.py``.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any, Final, Protocol

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

# Blanks at a paragraph's start are paste damage, not code; ``layout.py`` and ``spans.py`` see to
# underlined headings and reference links.
_UNUSED: Final = ("code", "setextheader", "reference")


class BlockParser(Protocol):
    """What is used of Python-Markdown's parser."""

    @property
    def state(self) -> list[Any]:
        """In what kinds of block the parser is; empty at the beginning of every text."""

    def parseChunk(self, parent: etree.Element, text: str) -> None:
        """Parse blocks of Markdown into children of ``parent``."""


def new_block_parser() -> BlockParser:
    """Return a parser of the dialect's blocks; use it again and again, it keeps nothing."""
    tables = TableExtension(use_align_attribute=True)
    parser = Markdown(extensions=[SaneListExtension(), tables]).parser
    for name in _UNUSED:
        parser.blockprocessors.deregister(name)
    return parser
