"""Template filters: dates and numbers as Vietnamese readers expect them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from plugins.vietnamese import format_date, format_date_long, format_datetime, format_number


def iso(value: date | datetime) -> str:
    """Return the machine-readable form for ``<time datetime>``."""
    return value.isoformat()


def has_time(value: date | datetime) -> bool:
    """Tell whether a time of day was given: midnight stands for a plain date."""
    return isinstance(value, datetime) and (value.hour, value.minute) != (0, 0)


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "date_long": format_date_long,
        "date_short": format_date,
        "datetime_short": format_datetime,
        "iso": iso,
        "has_time": has_time,
        "number": format_number,
    }
)
