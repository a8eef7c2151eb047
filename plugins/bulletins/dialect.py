"""The Markdown that authors may write, as an extension of Python-Markdown.

Of Python-Markdown we use the block parser: paragraphs, headings, lists, quotations, tables. Its
inline patterns and its raw-HTML blocks are left out: what they did is done, in linear time and
with line numbers, by ``spans.py`` and ``inline.py``.
"""

from __future__ import annotations

from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

_UNUSED_BLOCKS: Final = ("code", "setextheader", "reference")


class DialectExtension(Extension):
    """Leaves Python-Markdown its block parser and nothing else."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Take out of ``md`` what this project does otherwise."""
        for name in _UNUSED_BLOCKS:
            md.parser.blockprocessors.deregister(name)
        for registry in (md.preprocessors, md.inlinePatterns, md.treeprocessors, md.postprocessors):
            for name in [item.name for item in registry._priority]:
                registry.deregister(name)


def new_parser() -> Markdown:
    """Return a parser of the dialect's blocks; use it again and again, it keeps nothing."""
    tables = TableExtension(use_align_attribute=True)
    return Markdown(extensions=[SaneListExtension(), tables, DialectExtension()])
