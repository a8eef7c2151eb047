"""How the date of an event fits the bulletin that reports it.

Both days stand in the file: nothing here asks what day it is today, so a file that was right stays
right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.bulletins.award_checks import Finding
from plugins.bulletins.records import Event
from plugins.vietnamese import format_date

ANNOUNCEMENTS = "thong-bao"
"""The category whose events may lie ahead."""

MOST_DAYS_LATE = 7
"""Days from an event to its bulletin after which a wrong year or month is likely."""


def check_event(event: Event, published: date, category: str) -> Iterator[Finding]:
    """Compare the dates of an event with that of publication.

    Args:
        event: the event; one without a date has nothing to compare.
        published: the day on which the bulletin is published.
        category: the bulletin's category.
    """
    if event.date is None:
        return
    days = {"day": format_date(event.date), "published": format_date(published)}
    if event.date > published:
        if category != ANNOUNCEMENTS:
            yield "event-after-publication", "date", {**days}
        return
    late = (published - (event.end_date or event.date)).days
    if late > MOST_DAYS_LATE:
        yield "event-long-ago", "date", {**days, "days": late}
