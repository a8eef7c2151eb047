"""Dates in prose: weekdays that do not fit, days that no calendar has."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import Final

from plugins.gate.findings import Finding
from plugins.vietnamese import FoundDate, nfc, parse_dates, weekday_name

_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A quick look at what every date has.
_MAYBE: Final = re.compile(r"\d\s?[/.–-]\s?\d|\d,?\s+tháng", re.IGNORECASE)
_NEAR: Final = dt.timedelta(days=60)
# A marker that makes a number pair a date though the reader of dates refuses it: 31/4, 32/7, 12/13.
_IMPOSSIBLE: Final = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối)\s+(?:ngày\s+)?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?(?P<year>(?:19|20)\d{2}))?(?![\w/.,-]*\w)|"
    r"(?<![\w/.,-])(?P<day2>\d{1,2})/(?P<month2>\d{1,2})/(?P<year2>(?:19|20)\d{2})(?!\w)|"
    r"\bngày\s+(?P<day3>\d{1,2})\s+tháng\s+(?P<month3>\d{1,2})(?:\s+năm\s+(?P<year3>\d{4}))?(?!\w)",
    re.IGNORECASE,
)


def find(text: str, near: dt.date | None = None) -> list[Finding]:
    """Find a weekday that does not fit its date (``weekday-wrong``), and ``date-impossible``.

    Args:
        text: prose in NFC.
        near: the day of the event or of publication: a date without a year is the one next to it,
            where it is less than two months off. None where that is not known: then such a date has
            no weekday to compare.
    """
    found: list[Finding] = []
    if not _MAYBE.search(text):
        return found
    for date in parse_dates(nfc(text)):
        number = date.weekday_number
        known = _known_day(date, near)
        if number is not None and known is not None and known.weekday() != number:
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


def _known_day(date: FoundDate, near: dt.date | None) -> dt.date | None:
    if date.year is not None or near is None:
        return date.to_date()
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        with contextlib.suppress(ValueError):
            days.append(dt.date(year, date.month, date.day))
    nearest = min(days, key=lambda day: abs(day - near), default=None)
    return nearest if nearest is not None and abs(nearest - near) < _NEAR else None


def _number(match: re.Match[str], name: str) -> int:
    return int(match[name] or match[f"{name}2"] or match[f"{name}3"] or 0)


def _days_in(month: int) -> int:
    return _LONGEST[month - 1] if 1 <= month <= len(_LONGEST) else max(_LONGEST)
