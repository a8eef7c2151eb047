"""Which way of cutting fits which file. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from publish_gate.cutting import data, markup, records
from publish_gate.cutting.needles import Needles

_WAYS: Final[Mapping[str, Callable[[str, Needles], str]]] = MappingProxyType(
    {
        ".html": markup.cut_html,
        ".xml": records.cut_xml,
        ".ics": records.cut_calendar,
        ".json": data.cut_json,
        ".csv": data.cut_csv,
        ".txt": records.cut_lines,
    }
)


def cut(path: str, content: bytes, needles: Needles) -> bytes | None:
    """Return a file without what tells of the pages; None when no clean cut is possible.

    Args:
        path: of the file; its suffix decides.
        content: its bytes.
        needles: what may not stand in it afterwards.
    """
    way = _WAYS.get(PurePosixPath(path).suffix)
    if way is None:
        return None
    try:
        after = way(content.decode(), needles).encode()
    except (ValueError, RecursionError):
        return None
    return None if needles.found_in(after) else after
