"""``/su-kien.ics``: the events that bulletins report or announce, for calendar programs (RFC 5545).

Events are days: a session («sáng», «chiều») has no hour, and is told in words. Nothing but the
choice of events depends on the clock, and the choice only by what is still to come.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from plugins.archives.selection import announced
from plugins.archives.site import Credits, Site
from plugins.bulletins.records import Bulletin
from plugins.engine.pages import DataFile, Inputs
from plugins.units.events import event_keys

PATH: Final = "su-kien.ics"
LATEST: Final = 200

_LINE_OCTETS: Final = 75
_ONE_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. ``key`` never changes; ``stamp`` is when the bulletin was last touched.

    ``end`` is the last day. ``host`` and ``category`` are as printed; ``url`` is root-relative.
    """

    key: str
    stamp: dt.datetime
    name: str
    start: dt.date
    end: dt.date
    session: str
    place: str
    host: str
    chair: str
    category: str
    title: str
    url: str


def calendar_file(site: Site) -> Iterator[DataFile]:
    """Declare the calendar; a site without dated events has none."""
    events = choose(events_of(site), site.now.date())
    if events:
        inputs = {"events": events, "name": site.name, "siteurl": site.siteurl}
        yield DataFile(PATH, _dump, inputs)


def events_of(site: Site) -> list[CalendarEvent]:
    """Return the dated events of published bulletins, each once, in no order.

    An event is announced by one bulletin and reported by another. The first bulletin gives the key,
    so that calendars update their entry, the last one the rest, as far as it says it.
    """
    found: dict[str, CalendarEvent] = {}
    bulletins = announced(site.selection.listed, site.now)
    hosts = {path: made.host.url for path, made in site.credits.items() if made.host}
    keys = event_keys(bulletins, hosts)
    for bulletin in reversed(bulletins):
        event = bulletin.event
        if event is None or event.date is None:
            continue
        host = site.credits.get(bulletin.path, Credits()).host
        told = CalendarEvent(
            key=_key(bulletin),
            stamp=bulletin.modified or bulletin.date,
            name=event.name,
            start=event.date,
            end=event.end_date or event.date,
            session=event.session,
            place=event.place,
            host=host.name if host else "",
            chair=event.chair,
            category=site.cards[bulletin.path].category.name,
            title=bulletin.title,
            url=bulletin.url,
        )
        same = keys[bulletin.path]
        found[same] = _with_earlier(told, found[same]) if same in found else told
    return list(found.values())


def _with_earlier(event: CalendarEvent, earlier: CalendarEvent) -> CalendarEvent:
    return replace(
        event,
        key=earlier.key,
        end=event.end if event.end > event.start else earlier.end,
        session=event.session or earlier.session,
        place=event.place or earlier.place,
        host=event.host or earlier.host,
        chair=event.chair or earlier.chair,
    )


def choose(events: Iterable[CalendarEvent], today: dt.date) -> tuple[CalendarEvent, ...]:
    """Keep all events that are not over, and the latest of the others; the oldest first."""
    ordered = sorted(events, key=lambda event: (event.start, event.end, event.key))
    over = [event for event in ordered if event.end < today]
    dropped = {event.key for event in over[:-LATEST]}
    return tuple(event for event in ordered if event.key not in dropped)


def write_calendar(events: Iterable[CalendarEvent], name: str, siteurl: str) -> bytes:
    """Write a calendar.

    Args:
        events: the events, in order.
        name: what calendar programs call it.
        siteurl: the site's address; "" in a preview, whose events have no address.
    """
    host = siteurl.partition("//")[2] or "localhost"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bantin//Su kien//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for event in events:
        lines += _event(event, host, siteurl)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: CalendarEvent, host: str, siteurl: str) -> Iterator[str]:
    session = f" (buổi {event.session})" if event.session else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@{host}"
    yield f"DTSTAMP:{event.stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.start:%Y%m%d}"
    # The end is the first day that is free again (RFC 5545, section 3.6.1).
    yield f"DTEND;VALUE=DATE:{event.end + _ONE_DAY:%Y%m%d}"
    yield f"SUMMARY:{_text(event.name + session)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"DESCRIPTION:{_text(_description(event))}"
    yield f"CATEGORIES:{_text(event.category)}"
    if siteurl:
        yield f"URL:{siteurl}{event.url}"
    # A day on which something takes place is no day on which the reader is busy.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: CalendarEvent) -> str:
    parts = (
        ("Buổi", event.session),
        ("Đơn vị tổ chức", event.host),
        ("Chủ trì", event.chair),
        ("Bản tin", event.title),
    )
    return "\n".join(f"{label}: {value}" for label, value in parts if value)


def _key(bulletin: Bulletin) -> str:
    return hashlib.sha256(bulletin.path.encode()).hexdigest()[:24]


def _text(value: str) -> str:
    """Escape a TEXT value (RFC 5545, section 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line so that none is longer than 75 octets; no letter is cut (section 3.1)."""
    lines, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LINE_OCTETS:
            lines.append(" ")
            length = 1
        lines[-1] += character
        length += size
    return "\r\n".join(lines)


def _dump(inputs: Inputs) -> bytes:
    return write_calendar(inputs["events"], inputs["name"], inputs["siteurl"])
