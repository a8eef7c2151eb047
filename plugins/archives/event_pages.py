"""Events on the pages of bulletins: other editions of a series, and schema.org's ``Event``."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.archives.metadata import linked_data
from plugins.archives.views import NamedLink, Publisher
from plugins.bulletins.event_checks import ANNOUNCEMENTS
from plugins.bulletins.records import Bulletin, Event
from plugins.vietnamese import fold_exact

MOST_EDITIONS = 5
MOST_NEWER_EDITIONS = 2


@dataclass(frozen=True, slots=True)
class Edition:
    """Another bulletin of the same series; ``date`` is that of its event, else of publication."""

    title: str
    url: str
    date: dt.date


def editions_of(listed: Iterable[Bulletin]) -> dict[str, tuple[Edition, ...]]:
    """Find the other editions of each bulletin whose event belongs to a series.

    The same text is the same series, whatever its case, blanks and tone style. A page shows few
    editions, those next in time: a new one then changes the pages of its neighbours only.

    Args:
        listed: the bulletins that stand in lists, in any order.

    Returns:
        By the bulletin's path, at most ``MOST_EDITIONS``, newest first; no entry where there is
        none.
    """
    series: defaultdict[str, list[tuple[Edition, str]]] = defaultdict(list)
    for bulletin in listed:
        event = bulletin.event
        if event is not None and event.series:
            day = event.date or bulletin.date.date()
            edition = Edition(bulletin.title, bulletin.url, day)
            series[fold_exact(event.series)].append((edition, bulletin.path))
    found: dict[str, tuple[Edition, ...]] = {}
    for members in series.values():
        members.sort(key=lambda member: (member[0].date, member[0].url), reverse=True)
        editions = [edition for edition, _ in members]
        for index, (_, path) in enumerate(members):
            if len(members) > 1:
                found[path] = _around(editions, index)
    return found


def _around(editions: Sequence[Edition], index: int) -> tuple[Edition, ...]:
    newer = editions[max(0, index - MOST_NEWER_EDITIONS) : index]
    older = editions[index + 1 : index + 1 + MOST_EDITIONS - len(newer)]
    return (*newer, *older)


def is_announced(bulletin: Bulletin) -> bool:
    """Tell whether a bulletin announces its event: a notice published before the event is over.

    Both days stand in the file, so what a page says does not change with the clock.
    """
    event = bulletin.event
    if event is None or event.date is None or bulletin.status == "withdrawn":
        return False
    last = event.end_date or event.date
    return bulletin.category == ANNOUNCEMENTS and last >= bulletin.date.date()


def event_json_ld(
    bulletin: Bulletin, host: NamedLink | None, publisher: Publisher
) -> tuple[Markup, ...]:
    """Return the event that a bulletin announces as a schema.org ``Event``; nothing for a report.

    A report of what is past is no event that anybody could still go to.

    Args:
        bulletin: the bulletin.
        host: who holds the event, with its page on this site where it has one.
        publisher: the site, for absolute addresses.
    """
    event = bulletin.event
    if event is None or not is_announced(bulletin):
        return ()
    return (linked_data("Event", **_fields(bulletin, event, host, publisher)),)


def _fields(
    bulletin: Bulletin, event: Event, host: NamedLink | None, publisher: Publisher
) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "name": event.name,
        "description": bulletin.summary,
        "startDate": event.date.isoformat() if event.date else "",
        "endDate": (event.end_date or event.date or bulletin.date).isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": "vi",
        "url": publisher.absolute(bulletin.url),
    }
    if event.place:
        fields["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
        fields["location"] = {"@type": "Place", "name": event.place, "address": event.place}
    if host is not None:
        organizer = {"@type": "Organization", "name": host.name}
        if host.url:
            organizer["url"] = publisher.absolute(host.url)
        fields["organizer"] = organizer
    return {name: value for name, value in fields.items() if value}
