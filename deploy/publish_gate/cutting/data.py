"""Cutting records out of open data: JSON and CSV. Pure."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, Final

from publish_gate.cutting.needles import Needles

_BYTE_ORDER_MARK: Final = "\ufeff"
_AWAY: Final = object()


def cut_json(text: str, needles: Needles) -> str:
    """Return JSON without the records that tell of the pages, indented as it was.

    A record is the innermost object that stands in a list and holds the mention; in an object of
    objects it is the member. So a related entry goes alone, and a bulletin goes whole.

    Raises:
        ValueError: the text is no JSON, or the mention stands outside of any record.
    """
    indent = 1 if text.startswith(("{\n ", "[\n ")) else None
    separators = (",", ": ") if indent else (",", ":")
    after = _without(json.loads(text), needles)
    if after is _AWAY:
        raise ValueError("the mention stands in the outermost object")
    out = json.dumps(after, ensure_ascii=False, indent=indent, separators=separators)
    return out + ("\n" if text.endswith("\n") else "")


def _without(value: Any, needles: Needles) -> Any:
    """Return a value without records; ``_AWAY`` when the value itself has to go."""
    if isinstance(value, str):
        return _AWAY if needles.in_text(value) else value
    if isinstance(value, list):
        kept = (_without(item, needles) for item in value)
        return [item for item in kept if item is not _AWAY]
    if isinstance(value, dict):
        return _object_without(value, needles)
    return value


def _object_without(value: dict[str, Any], needles: Needles) -> Any:
    kept: dict[str, Any] = {}
    for name, member in value.items():
        after = _AWAY if needles.in_text(name) else _without(member, needles)
        if after is not _AWAY:
            kept[name] = after
        elif isinstance(member, str) and not name.startswith("/"):
            # One of the object's own texts is the mention, so the object is the record. (A name
            # that begins with a stroke is an address: the object is a table by address.)
            return _AWAY
    return kept


def cut_csv(text: str, needles: Needles) -> str:
    """Return a table without the rows that tell of the pages; the heading stays."""
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    ending = "\r\n" if "\r\n" in body else "\n"
    rows = list(csv.reader(io.StringIO(body, newline="")))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=ending)
    writer.writerows(
        row
        for number, row in enumerate(rows)
        if number == 0 or not any(needles.in_text(cell) for cell in row)
    )
    return mark + out.getvalue()
