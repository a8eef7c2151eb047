"""What ranking needs to know of one bulletin: its text, and what ties it to others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doc:
    """One bulletin, as ranking reads it.

    ``day`` is the publish date in the site's zone; the other fields are ids and normalised keys,
    equal for what is the same. ``public`` ones are known to the public by now (withdrawn and
    expired ones as well): they alone count in statistics, so that neither a draft nor the passing
    of a notice shifts the weights of others. ``offered`` ones may stand in the lists of others.
    """

    path: str
    url: str
    day: dt.date
    title: str
    summary: str = ""
    text: str = ""
    subjects: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    series: str = ""
    event: str = ""
    meeting: str = ""
    decisions: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    event_year: int = 0
    public: bool = True
    offered: bool = True
    pinned: tuple[str, ...] = ()


def in_order(docs: list[Doc]) -> list[Doc]:
    """Put bulletins in the one order of ranking: the newest first, those of a day by address.

    Equal scores keep it, and the frozen statistics take its end. It does not depend on the order
    in which the bulletins are given.
    """
    return sorted(sorted(docs, key=lambda doc: doc.url), key=lambda doc: doc.day, reverse=True)
