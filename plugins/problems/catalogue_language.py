"""What staff are told by the gate's rules of language, names, dates and figures.

Each code has a page of its own too, ``explanations/CODE.md`` (``bantin check --explain CODE``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry

LANGUAGE: Mapping[str, Entry] = MappingProxyType({})
