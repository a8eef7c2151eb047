"""Every text that staff are shown about their content, in one table.

Codes are English and stable; ``message`` says what is wrong and ``cure`` what to do, in Vietnamese,
for a reader who is no programmer. ``{names}`` are filled in by :func:`plugins.problems.problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """The severity and the two texts of one code."""

    severity: Literal["error", "warning"]
    message: str
    cure: str


def _error(message: str, cure: str) -> Entry:
    return Entry("error", message, cure)


def _warning(message: str, cure: str) -> Entry:
    return Entry("warning", message, cure)


CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        # Text and encoding (plugins/bulletins/decoding.py)
        # Front matter (plugins/bulletins/front_matter.py)
        # Fields (plugins/bulletins/schema.py)
        # Body (plugins/bulletins/body.py)
        # Files and folders (plugins/bulletins/tree.py)
        # Links between files (plugins/bulletins/crosscheck.py)
        # People (plugins/authors)
        # Units (plugins/units)
    }
)
