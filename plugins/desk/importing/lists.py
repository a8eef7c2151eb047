"""Lists of posts: a CSV file with a line of names on top, JSON, or one JSON record a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from plugins.desk.importing.blocks import Page
from plugins.desk.importing.fields_of_posts import page_of_fields
from plugins.desk.importing.saved_page import decoded

_IDS: Final = ("id", "ma", "slug", "ID", "Id", "url")


def read_csv(data: bytes, zone: ZoneInfo) -> Iterator[tuple[str, bytes, Page | None]]:
    """Read a CSV list as Excel saves it: commas, semicolons or tabs.

    Raises:
        ValueError: there is no line of names.
    """
    text = decoded(data)
    csv.field_size_limit(50_000_000)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:5_000].split("\n")[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows = csv.DictReader(io.StringIO(text), delimiter=dialect.delimiter)
    if not rows.fieldnames:
        raise ValueError("không có dòng tên cột")
    for number, row in enumerate(rows, start=1):
        fields = {name: value for name, value in row.items() if name and value}
        if fields:
            yield _entry(fields, number, zone)


def read_json(data: bytes, zone: ZoneInfo) -> Iterator[tuple[str, bytes, Page | None]]:
    """Read a JSON file: one record, a list of them, or a mapping that holds such a list.

    Raises:
        ValueError: it is no JSON, or holds no records.
    """
    found = json.loads(decoded(data))
    if isinstance(found, dict):
        lists = [value for value in found.values() if _is_list_of_records(value)]
        found = lists[0] if len(lists) == 1 and "title" not in found else [found]
    if not _is_list_of_records(found):
        raise ValueError("không có danh sách bài")
    for number, record in enumerate(found, start=1):
        yield _entry(record, number, zone)


def read_json_lines(data: bytes, zone: ZoneInfo) -> Iterator[tuple[str, bytes, Page | None]]:
    """Read a file of one JSON record a line.

    Raises:
        ValueError: a line is no record.
    """
    for number, line in enumerate(decoded(data).splitlines(), start=1):
        if line.strip():
            record = json.loads(line)
            if not isinstance(record, dict):
                raise ValueError(f"dòng {number} không phải một bài")
            yield _entry(record, number, zone)


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _entry(
    record: Mapping[str, Any], number: int, zone: ZoneInfo
) -> tuple[str, bytes, Page | None]:
    """Name an entry by its own id, so that a list that has grown keeps the names of its entries."""
    identity = next(
        (str(record[name]) for name in _IDS if record.get(name) not in {None, ""}), str(number)
    )
    raw = json.dumps(record, ensure_ascii=False, sort_keys=True, default=str)
    return identity[:80], raw.encode(), page_of_fields(record, zone)
