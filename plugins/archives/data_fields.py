"""Fields of open data: one table a file, from which both the file and its dictionary are made.

So a field cannot be published without a line in the dictionary, nor be described and not be there.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar

Row = TypeVar("Row")

Kind = Literal["text", "number", "date", "moment", "flag", "object", "list"]

_KIND_NAMES: Final = (
    ("text", "văn bản"),
    ("number", "số"),
    ("date", "ngày (YYYY-MM-DD)"),
    ("moment", "ngày giờ (ISO 8601)"),
    ("flag", "có/không"),
    ("object", "nhóm trường"),
    ("list", "danh sách"),
)
SEPARATOR: Final = ";"
"""Vietnamese writes decimals with a comma, so its Excel parts lists and cells with a semicolon."""

_BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class DataField(Generic[Row]):
    """One field of a record.

    ``name`` is its key in JSON, ``label`` its column head in CSV (Vietnamese). ``read`` takes the
    value out of what the record is made of. A field with ``parts`` holds an object of these fields,
    or a list of such objects: ``read`` then returns what the parts read from.
    """

    name: str
    kind: Kind
    label: str
    meaning: str
    read: Callable[[Row], Any]
    parts: tuple[DataField[Any], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """A line of the dictionary. ``field`` is a path: ``awards[].form.name``."""

    file: str
    field: str
    label: str
    kind: str
    meaning: str


def describe(row: Row, fields: Iterable[DataField[Row]]) -> dict[str, Any]:
    """Return a record with every field of its table, in that order."""
    return {field.name: _value(field, field.read(row)) for field in fields}


def _value(field: DataField[Any], value: Any) -> Any:
    if not field.parts or value is None:
        return value
    if field.kind == "list":
        return [describe(item, field.parts) for item in value]
    return describe(value, field.parts)


def meanings(
    file: str, fields: Iterable[DataField[Any]], prefix: str = ""
) -> Iterator[FieldMeaning]:
    """Yield the dictionary's lines of a file, parts after the field that holds them."""
    kinds = dict(_KIND_NAMES)
    for field in fields:
        path = f"{prefix}{field.name}{'[]' if field.kind == 'list' else ''}"
        yield FieldMeaning(file, path, field.label, kinds[field.kind], field.meaning)
        yield from meanings(file, field.parts, f"{path}.")


def to_json(rows: Iterable[Row], fields: Sequence[DataField[Row]]) -> bytes:
    """Write records as a JSON list, UTF-8, one field a line."""
    records = [describe(row, fields) for row in rows]
    return (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()


def to_csv(rows: Iterable[Row], fields: Sequence[DataField[Row]]) -> bytes:
    """Write records as CSV that Vietnamese Excel opens by a double click.

    UTF-8 with a byte order mark, without which Excel takes it for a code page; semicolons; CRLF
    (RFC 4180). Lists of texts are joined by blanks. A text that a spreadsheet would run as a
    formula gets an apostrophe before it (OWASP, «CSV injection»).

    Args:
        rows: what the records are made of.
        fields: a flat table; fields with parts have no column.
    """
    flat = [field for field in fields if not field.parts]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([_cell(field.label) for field in flat])
    for row in rows:
        writer.writerow([_cell(field.read(row)) for field in flat])
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode()


def _cell(value: Any) -> str | int:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return value
    text = " ".join(value) if isinstance(value, tuple | list) else str(value or "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_SIGNS) else text
