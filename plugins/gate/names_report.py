"""The name sheet as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from plugins.gate.names_sheet import Row, Sheet
from plugins.vietnamese import format_date

_KINDS: Final = (("person", "Người"), ("unit", "Đơn vị"))
_PLACES_SHOWN: Final = 6


def as_text(sheets: Sequence[Sheet]) -> str:
    """Write sheets for the one who approves: what must be looked at first, then the rest."""
    parts: list[str] = []
    for sheet in sheets:
        parts += [
            f"{sheet.title}",
            f"{sheet.path} · chức danh tính đến {format_date(sheet.day)}",
            "",
        ]
        for kind, heading in _KINDS:
            rows = [row for row in sheet.rows if row.kind == kind]
            if rows:
                parts.append(f"{heading} ({len(rows)})")
                parts += [_line(row, sheet.path) for row in rows]
                parts.append("")
        parts += [_summary(sheet), ""]
    return "\n".join(parts)


def as_json(sheets: Sequence[Sheet]) -> str:
    """Write sheets as a list of objects with ``path, title, day, rows``."""
    return json.dumps(
        [
            {
                "path": sheet.path,
                "title": sheet.title,
                "day": sheet.day.isoformat(),
                "rows": [asdict(row) for row in sheet.rows],
            }
            for sheet in sheets
        ],
        ensure_ascii=False,
        indent=2,
    )


def _line(row: Row, own_path: str) -> str:
    shown = [f"  {row.mark} {row.printed}"]
    if row.title:
        shown.append(f"      bài ghi:  {row.title}")
    if row.registered and row.registered != row.printed:
        shown.append(f"      danh bạ:  {row.registered}")
    if row.note:
        shown.append(f"      {row.note}")
    shown.append(f"      ở: {_places(row, own_path)}")
    return "\n".join(shown)


def _places(row: Row, own_path: str) -> str:
    places = [
        f"{place.line}:{place.column}"
        if place.path == own_path
        else f"{place.path.rpartition('/')[2]} dòng {place.line}"
        for place in sorted(row.places)
    ]
    rest = len(places) - _PLACES_SHOWN
    shown = ", ".join(places[:_PLACES_SHOWN])
    return f"{shown} và {rest} chỗ khác" if rest > 0 else shown


def _summary(sheet: Sheet) -> str:
    unknown = sum(row.mark == "?" for row in sheet.rows)
    agreed = sum(row.mark == "✔" for row in sheet.rows)
    return (
        f"✔ khớp danh bạ: {agreed} · ⚠ cần xem lại: {sheet.warnings} · "
        f"? chưa có trong danh bạ hoặc chưa rõ: {unknown}"
    )
