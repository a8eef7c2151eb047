"""Template filters: dates and numbers as Vietnamese readers expect them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from plugins.vietnamese import format_date, format_date_long, format_datetime, format_number

_EXTENSION = re.compile(r"\s(?:máy lẻ|ext\.?|số)\s([0-9]+)$")
_NEXT_NUMBER = re.compile(r"/|\s-\s")


def iso(value: date | datetime) -> str:
    """Return the machine-readable form for ``<time datetime>``."""
    return value.isoformat()


def date_inside(day: date) -> str:
    """Write a long date that goes on a sentence: ``thứ Sáu, ngày 15 tháng 12 năm 2023``.

    Nghị định 30/2020/NĐ-CP, phụ lục II: of a weekday only the number is a name.
    """
    written = format_date_long(day)
    return f"thứ{written[3:]}" if written.startswith("Thứ") else written


def has_time(value: date | datetime) -> bool:
    """Tell whether a time of day was given: midnight stands for a plain date."""
    return isinstance(value, datetime) and (value.hour, value.minute) != (0, 0)


def tel(phone: str) -> str:
    """Return the address that dials a number as staff write it (RFC 3966).

    Of two numbers («024 3883 3833 / 34») the first is dialled; «máy lẻ 12» becomes an extension.
    """
    extension = _EXTENSION.search(phone)
    number = _NEXT_NUMBER.split(phone[: extension.start()] if extension else phone, maxsplit=1)[0]
    prefix = "+" if number.lstrip(" (").startswith("+") else ""
    digits = "".join(character for character in number if character in "0123456789")
    return f"tel:{prefix}{digits}" + (f";ext={extension[1]}" if extension else "")


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "date_long": format_date_long,
        "date_inside": date_inside,
        "date_short": format_date,
        "datetime_short": format_datetime,
        "iso": iso,
        "has_time": has_time,
        "number": format_number,
        "tel": tel,
    }
)
