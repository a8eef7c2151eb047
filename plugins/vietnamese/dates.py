"""Dates: writing them the official way, and finding them in prose.

Vietnamese writes the day first, always. In prose, fractions, decimals, document numbers and
hotlines look like short dates (``2/3 số hộ``, ``trực 24/7``), so a date without a year counts only
where something near it says that it is one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from plugins.vietnamese.characters import nfc

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
"""Names of the days, Monday first, as ``date.weekday()`` counts."""

_FIRST_UNPADDED_MONTH: Final = 3

_WEEKDAY_NUMBERS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **{name.split()[-1].lower(): number for number, name in enumerate(WEEKDAYS)},
        **{str(number + 2): number for number in range(6)},
        "bẩy": 5,
    }
)

_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH: Final = r"(?:1[0-2]|0?[1-9])(?!\d)"
_YEAR: Final = r"(?:19|20)\d{2}(?!\d)"
_WEEKDAY: Final = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"

# Sáng nay (thứ Sáu, ngày 15/12
_BEFORE: Final = rf"""
    (?: (?P<session>sáng|trưa|chiều|tối) (?:\s+(?:nay|qua|mai))? [\s,(]+ )?
    (?: (?P<weekday>{_WEEKDAY}) [\s,(]+ )?
    (?: (?P<marker>(?:các\s+)?ngày|ngày\s+m[ùồ]ng|m[ùồ]ng|hôm\s+(?:nay|qua)[,(\s]) [\s(]* )?
"""
# 12 và …; 12, 13, …; 28/6 - …; 12 đến hết ngày …
# A hyphen joins days only where the last of them goes on with / or tháng: 10-12/7, but 30-4 is a
# date of its own.
_DAYS: Final = rf"(?:{_DAY}(?:/{_MONTH})?(?:\s*[-–—,&]\s*|\s+(?:và|đến|tới)\s+))"
_EARLIER: Final = rf"""
    (?P<earlier> (?:
        {_DAY} (?:/{_MONTH})?
        (?:
            \s*[-–—]\s* (?= {_DAYS}{{0,4}} {_DAY} \s? (?: / | ,?\s*tháng ) )
            | \s*[,&]\s*
            | \s+(?:và|đến|tới)\s+
        )
        (?:hết\s+)? (?:ngày\s+)?
    ){{0,6}} )
"""
_WORDS: Final = rf"""
    (?P<day_w>{_DAY}) ,? \s+ tháng \s+ (?P<month_w>{_MONTH})
    (?: (?: ,?\s+năm\s+ | \s*[-/]\s* ) (?P<year_w>{_YEAR}) )?
"""
_DIGITS: Final = rf"""
    (?P<day>{_DAY}) (?P<separator>\s?[-–/.]\s?) (?P<month>{_MONTH})
    (?: (?: \s?(?P=separator)\s? | \s+năm\s+ ) (?P<year>{_YEAR}) )?
"""
_DATE: Final = re.compile(
    rf"""
    (?<! [\w/.–-] ) (?<! \d, )
    {_BEFORE} {_EARLIER} (?: {_WORDS} | {_DIGITS} )
    (?! /\w | [-–.]\d | ,\d | \s?% )
    (?: \s* \( (?P<weekday_after>{_WEEKDAY}) \) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EARLIER_DAY: Final = re.compile(rf"(?P<day>{_DAY})(?:/(?P<month>{_MONTH}))?")
_LINK: Final = re.compile(r"\s*(?:,|và|đến|tới|[-–—&])\s*(?:hết\s+)?", re.IGNORECASE)
# Ngày Thầy thuốc Việt Nam (27/2): a named day, known by its capitals.
_NAMED_DAY: Final = re.compile(r"\bNgày\s+(?P<first>[^\W\d_])[^\W\d_]*(?:\s+[^\W\d_]+){0,9}\s*\(?$")
_NAMED_DAY_REACH: Final = 100
_FROM: Final = re.compile(r"\btừ\s+$", re.IGNORECASE)
_FROM_REACH: Final = 10


def weekday_name(day: date) -> str:
    """Tell the day of the week: ``Thứ Sáu``."""
    return WEEKDAYS[day.weekday()]


def format_date(day: date) -> str:
    """Write a date in digits: ``15/12/2023``, ``03/07/2024``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_date_long(day: date) -> str:
    """Write a date in words: ``Thứ Sáu, ngày 15 tháng 12 năm 2023``.

    Nghị định 30/2020/NĐ-CP: days 1 to 9 and months 1 and 2 take a leading zero, other months
    none: ``Thứ Tư, ngày 03 tháng 7 năm 2024``.
    """
    month = f"{day.month:02d}" if day.month < _FIRST_UNPADDED_MONTH else str(day.month)
    return f"{weekday_name(day)}, ngày {day.day:02d} tháng {month} năm {day.year}"


def format_datetime(moment: datetime) -> str:
    """Write a date and the time of day, in the zone the moment has: ``08/07/2024 09:13``."""
    return f"{format_date(moment)} {moment.hour:02d}:{moment.minute:02d}"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as the text has it.

    Attributes:
        start: where the expression begins, its session and weekday included.
        end: where it ends (exclusive).
        day: 1 to 31; ``to_date`` tells whether the month has that day.
        month: 1 to 12.
        year: None where the text gives none.
        weekday: as written (``thứ Sáu``, ``Thứ 4``), or None.
        session: ``sáng``, ``trưa``, ``chiều``, ``tối``, or None.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: str | None = None
    session: str | None = None

    @property
    def weekday_number(self) -> int | None:
        """The weekday that the text names, 0 for Monday as ``date.weekday()`` counts."""
        return None if self.weekday is None else _WEEKDAY_NUMBERS[self.weekday.lower().split()[-1]]

    def to_date(self) -> date | None:
        """Give the calendar day; None without a year, or where no such day exists (31/11)."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def parse_dates(text: str) -> list[FoundDate]:
    """Find the dates in a text.

    Forms: ``15/12/2023``, ``3-4-2024``, ``12.4.2024``, ``ngày 6 tháng 10 năm 2022``, each with an
    optional session and weekday before it or a weekday in brackets after it; several days that
    share their month (``ngày 12 và 13/12/2023``, ``28/6 - 02/7/2024``) give one date each. A
    date in digits without a year (``14/2``, ``27-2``) counts after ``ngày``, a session, a weekday,
    another date or a named day (``Ngày Thầy thuốc Việt Nam 27/2``), or as the whole text.

    Args:
        text: prose, best in NFC: positions count in the NFC form.

    Returns:
        The dates in the order of the text.
    """
    text = nfc(text)
    found: list[FoundDate] = []
    for match in _DATE.finditer(text):
        if _is_date(match, found[-1].end if found else None):
            found.extend(_dates_of(match))
    return found


def _is_date(match: re.Match[str], previous_end: int | None) -> bool:
    if match["year"] or match["year_w"]:
        return True
    if match["earlier"] and not _earlier_are_days(match):
        return False
    if _is_marked(match):
        # «ngày 5 - 7» is two days of an unnamed month, not the fifth of July.
        return not match["separator"] or len(match["separator"]) == 1
    if match["day_w"]:
        return False  # «trong 6 tháng 10 ngày»
    return _is_date_by_context(match, previous_end)


def _is_date_by_context(match: re.Match[str], previous_end: int | None) -> bool:
    text = match.string
    if match[0] == text.strip():
        return True
    if previous_end is not None and _LINK.fullmatch(text, previous_end, match.start()):
        return True
    named = _NAMED_DAY.search(text[max(0, match.start() - _NAMED_DAY_REACH) : match.start()])
    return named is not None and named["first"].isupper()


def _is_marked(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("session", "weekday", "marker"))


def _earlier_are_days(match: re.Match[str]) -> bool:
    """Tell days that share their month from a number that only stands there («Khóa 5 - »)."""
    if "/" in match["earlier"] or _is_marked(match):
        return True
    before = match.string[max(0, match.start() - _FROM_REACH) : match.start()]
    return bool(_FROM.search(before))


def _dates_of(match: re.Match[str]) -> Iterator[FoundDate]:
    year = match["year"] or match["year_w"]
    last = FoundDate(
        start=match.start(),
        end=match.end(),
        day=int(match["day"] or match["day_w"]),
        month=int(match["month"] or match["month_w"]),
        year=int(year) if year else None,
        weekday=match["weekday"] or match["weekday_after"],
        session=match["session"].lower() if match["session"] else None,
    )
    if not match["earlier"]:
        yield last
        return
    own_start = match.end("earlier")
    if _earlier_are_days(match):
        rows = _EARLIER_DAY.finditer(match.string, match.start("earlier"), own_start)
        for number, row in enumerate(rows):
            # The session and the weekday before a row of days belong to the first of them.
            yield replace(
                last,
                start=row.start() if number else match.start(),
                end=row.end(),
                day=int(row["day"]),
                month=int(row["month"] or last.month),
                weekday=None if number else match["weekday"],
                session=None if number else last.session,
            )
    yield replace(last, start=own_start, weekday=match["weekday_after"], session=None)
