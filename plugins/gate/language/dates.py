"""Dates in prose: weekdays that do not fit, days that no calendar has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from plugins.gate.findings import Finding
from plugins.vietnamese import FoundDate, nfc, parse_dates, weekday_name

_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A marker that makes a number pair a date though the reader of dates refuses it: 31/4, 32/7, 12/13.
_IMPOSSIBLE: Final = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối)\s+(?:ngày\s+)?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?(?P<year>(?:19|20)\d{2}))?(?![\w/.,-]*\w)|"
    r"(?<![\w/.,-])(?P<day2>\d{1,2})/(?P<month2>\d{1,2})/(?P<year2>(?:19|20)\d{2})(?!\w)|"
    r"\bngày\s+(?P<day3>\d{1,2})\s+tháng\s+(?P<month3>\d{1,2})(?:\s+năm\s+(?P<year3>\d{4}))?(?!\w)",
    re.IGNORECASE,
)


def find(text: str, year: int | None = None) -> list[Finding]:
    """Find a weekday that does not fit its date (``weekday-wrong``), and ``date-impossible``.

    Args:
        text: prose in NFC.
        year: what a date without a year means, that of the event or of publication; None where
            that is not known: then such dates are only asked whether any year has them.
    """
    found: list[Finding] = []
    for date in parse_dates(nfc(text)):
        number = date.weekday_number
        known = _known_day(date, year)
        if number is not None and known is not None and known.weekday() != number:
            if date.year is None and _fits_a_near_year(date, known.year):
                continue
            written = text[date.start : date.end]
            values = {
                "text": written,
                "weekday": date.weekday or "",
                "cure": weekday_name(known),
                "date": f"{known.day:02d}/{known.month:02d}/{known.year}",
            }
            found.append(Finding("weekday-wrong", date.start, date.end, values))
    for match in _IMPOSSIBLE.finditer(text):
        day, month = _number(match, "day"), _number(match, "month")
        if is_impossible(day, month, _number(match, "year")):
            start = match.end() - len(match[0].lstrip())
            values = {"text": match[0].strip(), "days": str(_days_in(month))}
            code = "date-impossible"
            found.append(Finding(code, start, match.end(), values))
    return found


def is_impossible(day: int, month: int, year: int) -> bool:
    """Tell a day that no calendar has; a year of 0 is not known, and may be a leap year.

    A month above 12 and a day above 31 do not look like a date at all: a fraction, a document, a
    day and an hour. They are left to the reader.
    """
    if not 1 <= month <= len(_LONGEST) or not 1 <= day <= max(_LONGEST):
        return False
    if year and month == 2 and day == 29:  # noqa: PLR2004
        try:
            dt.date(year, month, day)
        except ValueError:
            return True
    return day > _LONGEST[month - 1]


def _known_day(date: FoundDate, year: int | None) -> dt.date | None:
    if date.year is not None or year is None:
        return date.to_date()
    try:
        return dt.date(year, date.month, date.day)
    except ValueError:
        return None


def _fits_a_near_year(date: FoundDate, year: int) -> bool:
    """A date without a year may be of last year or of the next: only a sure slip is told."""
    days: Iterable[dt.date | None] = (_known_day(date, near) for near in (year - 1, year + 1))
    return any(day is not None and day.weekday() == date.weekday_number for day in days)


def _number(match: re.Match[str], name: str) -> int:
    return int(match[name] or match[f"{name}2"] or match[f"{name}3"] or 0)


def _days_in(month: int) -> int:
    return _LONGEST[month - 1] if 1 <= month <= len(_LONGEST) else max(_LONGEST)
