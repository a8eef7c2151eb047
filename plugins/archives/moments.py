"""When a site changes by itself: the times at which a build's "now" decides otherwise.

A bulletin of the future appears; a notice leaves the front page; a unit closes; a post begins or
ends. What only programs read (the news sitemap, old entries of the calendar) is left out: it
follows with the next build, and is no reason for one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from plugins.authors.people import Person
from plugins.bulletins.records import Bulletin
from plugins.units.registry import Unit

ONE_DAY = dt.timedelta(days=1)


def moments(
    bulletins: Iterable[Bulletin],
    units: Iterable[Unit],
    people: Sequence[Person],
    timezone: dt.tzinfo,
) -> Iterator[dt.datetime]:
    """Yield the times, past and to come, in no order.

    Args:
        bulletins: all that were read; a draft appears at no time.
        units: the registry.
        people: everybody who has a page.
        timezone: the site's, in which its days begin.
    """
    first_days = {role.start for person in people for role in person.roles}
    last_days = {role.end for person in people for role in person.roles}
    last_days |= {unit.valid_to for unit in units}
    for bulletin in bulletins:
        if bulletin.status != "draft":
            yield bulletin.date
            last_days.add(bulletin.expires)
    # Some write the last day there is for «for ever»; no day follows it.
    first_days |= {day + ONE_DAY for day in last_days if day and day < dt.date.max}
    for day in sorted(day for day in first_days if day):
        yield dt.datetime.combine(day, dt.time(), timezone)
