"""Dates of an article: its publish stamp, and the day of its event with the year found for it.

A page shows several dates. The long one on top («Thứ Năm, ngày 6 tháng 10 năm 2022») is the day on
which somebody opened the page, and never counts. A stamp counts where a label names it, or where
it stands behind the headline and is all of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from plugins.vietnamese import FoundDate, collapse_spaces, parse_dates

_LABEL: Final = (
    r"(?:ngày\s+(?:đăng(?:\s+tải|\s+bài|\s+tin)?|xuất\s+bản|phát\s+hành|viết|gửi|tạo|cập\s+nhật)"
    r"|đăng\s+(?:ngày|lúc|tải)"
    r"|thời\s+gian(?:\s+đăng)?|xuất\s+bản(?:\s+(?:ngày|lúc))?|được\s+(?:đăng|viết)(?:\s+(?:ngày"
    r"|lúc|bởi.{0,40}))?|đăng\s+bởi.{0,60}"
    r"|cập\s+nhật(?:\s+(?:lúc|ngày|lần\s+cuối))?|posted\s+on|published(?:\s+on)?|date"
    r"|cập\s+nhật\s+lần\s+cuối)"
)
_WEEKDAY: Final = (
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)[\s,|\-–]*(?:ngày\s+)?)"
)
_TIME: Final = (
    r"(?P<hour>[01]?\d|2[0-3])\s?(?::|h|giờ)\s?(?P<minute>[0-5]\d)(?:\s?(?::"
    r"|phút)\s?[0-5]?\d?)?(?:\s?(?P<half>am|pm|sa|ch)\b)?(?:\s?\(?gmt\s?\+?7\)?)?"
)
_TIME2: Final = _TIME.replace("hour", "hour2").replace("minute", "minute2").replace("half", "half2")
_DAY: Final = (
    r"(?:(?:ngày\s+)?(?P<day>\d{1,2})(?:\s?(?P<sep>[/.-])\s?"
    r"|\s+tháng\s+)(?P<month>\d{1,2})(?:\s?(?P=sep)\s?|,?\s+(?:năm\s+)?)(?P<year>20\d{2})"
    r"|(?P<isoyear>20\d{2})-(?P<isomonth>\d{2})-(?P<isoday>\d{2}))"
)
_STAMP: Final = re.compile(
    rf"\W*(?:(?P<label>{_LABEL})\s*[:\-–]?\s*)?(?:{_TIME2}\s*[,|\-–]?\s*)?{_WEEKDAY}?{_DAY}"
    rf"(?:\s*[,|\-–T]?\s*(?:lúc\s+)?\(?{_TIME}\)?)?(?P<rest>.*)",
    re.I | re.S,
)
# What may follow a stamp on its line: a view count, with its words or without.
_BEHIND: Final = re.compile(
    r"[\s|\-–.,()]*(?:(?:số\s+)?(?:lượt|lần)?\s*(?:xem|đọc|truy cập|view"
    r"|views)?\s*:?\s*\d{1,3}(?:[.,]?\d{3})*"
    r"\s*(?:lượt\s+xem|lượt\s+đọc|lượt|views?)?)?[\s|\-–.,()]*"
    r"(?:cỡ chữ.*|đọc bài.*|màu chữ.*|in bài.*|a[-+ ].*|xem với.*|chia sẻ.*|lượt xem.*)?",
    re.I,
)
_YEAR: Final = re.compile(r"(?<![\d/.-])(?P<year>20[0-3]\d)(?![\d/-])")
_NEAR_EVENT: Final = timedelta(days=120)
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """A publish stamp. ``labelled``: a word before it says what it is."""

    moment: datetime
    timed: bool
    labelled: bool
    updated: bool = False
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of an event. ``guessed``: its year was taken from elsewhere in the text."""

    day: date
    session: str
    guessed: bool
    start: int
    end: int


def stamp_of(line: str) -> Stamp | None:
    """Read a line that is a stamp and nothing else but a view count; else None."""
    text = collapse_spaces(line).strip()
    match = _STAMP.fullmatch(text)
    if match is None or not _BEHIND.fullmatch(match["rest"]):
        return None
    year, month, day = (
        int(match[name] or match[f"iso{name}"]) for name in ("year", "month", "day")
    )
    hour = match["hour"] or match["hour2"]
    minute = match["minute"] or match["minute2"] or "0"
    half = (match["half"] or match["half2"] or "").lower()
    try:
        hours = int(hour or 0)
        if half in {"pm", "ch"} and hours < _NOON:
            hours += _NOON
        moment = datetime(year, month, day, hours, int(minute))
    except ValueError:
        return None
    label = (match["label"] or "").lower()
    weekday = bool(re.match(rf"\W*{_WEEKDAY}", text, re.I))
    return Stamp(moment, hour is not None, bool(label), label.startswith("cập"), weekday)


def is_long_date(line: str) -> bool:
    """Tell the line that says which day it is: weekday and date in words or digits, no time."""
    stamp = stamp_of(line)
    return stamp is not None and stamp.weekday and not stamp.timed and not stamp.labelled


def in_zone(text: str, zone: ZoneInfo) -> tuple[datetime, bool] | None:
    """Read a moment as programs write it (ISO 8601), or as a stamp, in the site's time.

    Args:
        text: ``2020-12-09T00:29:00.000Z``, ``2018-03-16 20:41:41``, ``08/07/2024 09:13``.
        zone: the site's zone; a moment of another zone is converted.

    Returns:
        The moment without its zone, and whether it has a time of day; None for anything else.
    """
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        stamp = stamp_of(text)
        return (stamp.moment, stamp.timed) if stamp else None
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone).replace(tzinfo=None)
    return moment, len(text) > len("2020-12-09")


def event_day(
    texts: Sequence[str], published: datetime | None, elsewhere: Iterable[str]
) -> EventDay | None:
    """Find the day of the event in the first paragraphs.

    A day without a year takes the year in which it comes shortly before publication, else that of
    a whole date anywhere on the page, else that of a period in the title or the text.

    Args:
        texts: the first paragraphs, most telling first.
        published: the publish stamp, if known.
        elsewhere: other lines of the page: title, stray dates, further paragraphs.
    """
    for number, text in enumerate(texts):
        for found in parse_dates(text):
            if _is_of_document(text, found):
                continue
            start, end = (found.start, found.end) if number == 0 else (-1, -1)
            day = found.to_date()
            if day is not None:
                return EventDay(day, found.session or "", guessed=False, start=start, end=end)
            year = _year_for(found, published, texts, elsewhere)
            try:
                if year is not None:
                    return EventDay(
                        date(year, found.month, found.day), found.session or "", True, start, end
                    )
            except ValueError:
                continue
            return None
    return None


def _is_of_document(text: str, found: FoundDate) -> bool:
    """Tell the date of a decision or plan, and a commemorative day, from that of an event."""
    before = text[max(found.start - 60, 0) : found.start].lower()
    return bool(
        re.search(
            r"(?:số\s+\S+|quyết định|chỉ thị|nghị quyết|nghị định|kế hoạch|công văn|thông tư|luật"
            r"|kỷ niệm|ngày\s+\w+\s+việt nam|từ|đến|tính|trước|sau)[^.;]{0,25}$",
            before,
        )
    )


def _year_for(
    found: FoundDate,
    published: datetime | None,
    texts: Sequence[str],
    elsewhere: Iterable[str],
) -> int | None:
    if published is not None:
        for year in (published.year, published.year - 1):
            day = _day(year, found)
            if day and timedelta(0) <= published.date() - day <= _NEAR_EVENT:
                return year
        return None
    others = list(elsewhere)
    dated = [day.year for text in (*texts, *others) for day in parse_dates(text) if day.year]
    # The day on which a page was opened lies behind the event, and is the nearest clue there is.
    if dated:
        return dated[0] if len(set(dated)) == 1 else None
    years = {int(match["year"]) for text in (*others, *texts) for match in _YEAR.finditer(text)}
    titled = [int(match["year"]) for text in others[:2] for match in _YEAR.finditer(text)]
    if titled:
        return titled[0]
    return years.pop() if len(years) == 1 else None


def _day(year: int, found: FoundDate) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None
