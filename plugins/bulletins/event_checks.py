"""How the date of an event fits the bulletin that reports it.

Both days stand in the file: nothing here asks what day it is today, so a file that was right stays
right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.bulletins.award_checks import Finding
from plugins.bulletins.dates import EARLIEST
from plugins.bulletins.records import Event
from plugins.vietnamese import format_date

ANNOUNCEMENTS = "thong-bao"
"""The category whose events may lie ahead."""

MOST_DAYS_LATE = 7
"""Days from an event to its bulletin after which a wrong year or month is likely."""


MOST_YEARS_AHEAD = 10
"""Years from a bulletin to the event it announces; what lies further ahead is a misprint."""


def check_event(
    event: Event, published: date, category: str, *, retold: bool = False
) -> Iterator[Finding]:
    """Compare the dates of an event with that of publication.

    Args:
        event: the event; one without a date has nothing to compare.
        published: the day on which the bulletin is published.
        category: the bulletin's category.
        retold: whether the bulletin takes over the news of another source or of an older site. It
            may well be late, and a warning that nobody can clear would hide those that matter.
    """
    if event.date is None:
        return
    last_year = published.year + MOST_YEARS_AHEAD
    for field, day in (("date", event.date), ("end_date", event.end_date)):
        if day is not None and day.year > last_year:
            span = {"field": field, "year": day.year, "first": EARLIEST.year, "last": last_year}
            yield "date-year", field, span
            return
    on = format_date(published)
    last = max(event.date, event.end_date or event.date)
    if event.date > published:
        if category != ANNOUNCEMENTS:
            values: dict[str, object] = {"day": format_date(event.date), "published": on}
            yield "event-after-publication", "date", values
    elif not retold and (published - last).days > MOST_DAYS_LATE:
        days = (published - last).days
        yield "event-long-ago", "date", {"day": format_date(last), "published": on, "days": days}
