"""Dates as files write them: ISO order and nothing else, every other form explained.

``03/04/2026`` is the third of April to one reader and the fourth of March to another, so no such
form is ever guessed at; the explanation offers the ISO form of each reading instead.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

EARLIEST = date(1945, 1, 1)
"""No document, decision or event that a health department reports is older than the state."""

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}):([0-9]{2}))?")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_DAY_FIRST = re.compile(
    r"(?:ngày\s{1,3})?([0-9]{1,2})\s{0,2}[-/.]\s{0,2}([0-9]{1,2})\s{0,2}[-/.]\s{0,2}([0-9]{4})"
    r"(?:\D.{0,30})?",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?:ngày\s{1,3})?([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})\s{0,3},?\s{0,3}năm\s{1,3}([0-9]{4})",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?P<rest>.{0,40})")
_TIME = re.compile(r"[T ,]{0,3}([0-9]{1,2})(?::|h|g| giờ )([0-9]{2})?(?P<more>.*)", re.IGNORECASE)
_ZONE = re.compile(r"(?::[0-9.]+)?\s?(?:Z|[+-][0-9:]+|UTC.*|GMT.*)")


@dataclass(frozen=True, slots=True)
class Misreading:
    """Why a text is no date of the wanted form.

    ``code`` is that of a problem; ``values`` are for its texts. ``example`` always holds a date in
    the right form, made from what was written where that is possible.
    """

    code: str
    example: str
    first: str = ""
    second: str = ""


def parse_date(text: str) -> date | Misreading:
    """Parse ``YYYY-MM-DD``."""
    match = _DATE.fullmatch(text)
    if match is None:
        if _MOMENT.fullmatch(text):
            return Misreading("date-with-time", text[:10])
        return _explain(text, with_time=False)
    year, month, day = map(int, match.groups())
    return _real(year, month, day)


def parse_moment(text: str, timezone: ZoneInfo) -> tuple[datetime, bool] | Misreading:
    """Parse ``YYYY-MM-DD[ HH:MM]`` in a time zone; the flag tells whether the time was given."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return _explain(text, with_time=True)
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    found = _real(year, month, day)
    if isinstance(found, Misreading):
        return found
    clock = _clock(match[4] or "0", match[5] or "0")
    if clock is None:
        return Misreading("time-not-real", f"{text[:10]} 08:30")
    return datetime.combine(found, clock, timezone), match[4] is not None


def parse_period(text: str, *, last: bool) -> date | Misreading:
    """Parse ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` into the first or the last day it can mean."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return _explain(text, with_time=False)
    year = int(match[1])
    month = int(match[2]) if match[2] else (12 if last else 1)
    day = int(match[3] or 1)
    found = _real(year, month, day)
    if last and not match[3] and isinstance(found, date):
        return found.replace(day=calendar.monthrange(year, month)[1])
    return found


def _real(year: int, month: int, day: int) -> date | Misreading:
    try:
        return date(year, month, day)
    except ValueError:
        return Misreading("date-not-real", "2023-12-15")


def _clock(hour: str, minute: str) -> time | None:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def _iso(year: str, month: str, day: str) -> str:
    found = _real(int(year), int(month), int(day))
    return "" if isinstance(found, Misreading) else found.isoformat()


def _explain(text: str, *, with_time: bool) -> Misreading:
    """Say what a text that is not in ISO form most likely means."""
    generic = "2023-12-15 08:30" if with_time else "2023-12-15"
    if words := _IN_WORDS.fullmatch(text):
        return Misreading("date-format", _iso(words[3], words[2], words[1]) or generic)
    if days := _DAY_FIRST.fullmatch(text):
        return _explain_day_first(*days.groups())
    if years := _YEAR_FIRST.fullmatch(text):
        return _explain_year_first(years, with_time=with_time)
    return Misreading("date-format", generic)


def _explain_year_first(years: re.Match[str], *, with_time: bool) -> Misreading:
    iso = _iso(years[1], years[2], years[3])
    if not iso:
        return Misreading("date-not-real", "2023-12-15")
    clock = _TIME.fullmatch(years["rest"])
    if clock is None or not with_time:
        return Misreading("date-format", iso)
    time_of_day = _clock(clock[1], clock[2] or "0")
    if time_of_day is None:
        return Misreading("time-not-real", f"{iso} 08:30")
    code = "date-time-zone" if _ZONE.fullmatch(clock["more"]) else "date-format"
    return Misreading(code, f"{iso} {time_of_day:%H:%M}")


def _explain_day_first(first: str, second: str, year: str) -> Misreading:
    day_first, month_first = _iso(year, second, first), _iso(year, first, second)
    if day_first and month_first and day_first != month_first:
        return Misreading("date-ambiguous", day_first, day_first, month_first)
    if day_first or month_first:
        return Misreading("date-format", day_first or month_first)
    return Misreading("date-not-real", "2023-12-15")
