"""What the index says of items besides their words: rows of results, and rows for the filter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from plugins.search.documents import SearchDoc

# Items in one file of rows: a result costs its reader one such file.
ROWS: Final = 16


def as_json(value: Any) -> bytes:
    """Write JSON as small as it gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def result_rows(docs: Sequence[SearchDoc]) -> bytes:
    """Write the rows of results: address, title, date, kind, unit, excerpt, and the mark if any."""
    rows = [
        [
            doc.url,
            doc.title,
            doc.day.isoformat() if doc.day else "",
            doc.kind,
            doc.unit,
            doc.excerpt,
            *filter(None, [doc.mark]),
        ]
        for doc in docs
    ]
    return as_json(rows)


def filter_rows(docs: Sequence[SearchDoc]) -> bytes:
    """Write what the filter counts: the kinds, units and people there are, and those of each item.

    An item is ``[kind, [unit, …], [person, …]]``, each the place of an id in the lists before.
    """
    kinds = sorted({doc.kind for doc in docs})
    units = sorted({unit for doc in docs for unit in doc.units})
    people = sorted({person for doc in docs for person in doc.people})
    kind_at, unit_at, person_at = (
        {name: place for place, name in enumerate(names)} for names in (kinds, units, people)
    )
    rows = [
        [
            kind_at[doc.kind],
            [unit_at[unit] for unit in doc.units],
            [person_at[person] for person in doc.people],
        ]
        for doc in docs
    ]
    return as_json({"kinds": kinds, "units": units, "people": people, "rows": rows})
