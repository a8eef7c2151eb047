"""From records, credits and tags to what ranking reads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from plugins.authors.attribution import Attribution
from plugins.bulletins.crosscheck import BulletinIndex
from plugins.bulletins.records import Award, Bulletin, Event
from plugins.related.documents import Doc
from plugins.units.events import event_keys, host_key
from plugins.units.tagging import Tagging
from plugins.vietnamese import fold_exact

_NUMBERS: Final = re.compile(r"[\d/.-]*\d")


def docs_of(attribution: Attribution, tagging: Tagging, now: dt.datetime) -> list[Doc]:
    """Gather what ranking needs of every bulletin.

    Args:
        attribution: the bulletins without their bylines, and their authors.
        tagging: the units of each.
        now: the build's clock, which tells what is public and what has expired.
    """
    index = BulletinIndex.of(attribution.bulletins)
    public = [bulletin for bulletin in attribution.bulletins if _is_public(bulletin, now)]
    # What is not public yet must not tell events of others apart.
    events = event_keys(attribution.bulletins, tagging.hosts) | event_keys(public, tagging.hosts)
    return [
        _doc(bulletin, attribution, tagging, index, events.get(bulletin.path, ""), now)
        for bulletin in attribution.bulletins
    ]


def _is_public(bulletin: Bulletin, now: dt.datetime) -> bool:
    return bulletin.status != "draft" and bulletin.date <= now


def _doc(
    bulletin: Bulletin,
    attribution: Attribution,
    tagging: Tagging,
    index: BulletinIndex,
    event_key: str,
    now: dt.datetime,
) -> Doc:
    tags = tagging.tags.get(bulletin.path, ())
    credits = attribution.credits.get(bulletin.path)
    public = _is_public(bulletin, now)
    expired = bulletin.expires is not None and now.date() > bulletin.expires
    event = bulletin.event
    awards = [award for award in bulletin.awards if award.status != "revoked"]
    # Unknown and ambiguous names have been reported as errors.
    pinned = (index.find(mention.text, bulletin.path) for mention in bulletin.related)
    return Doc(
        path=bulletin.path,
        url=bulletin.url,
        day=bulletin.date.date(),
        title=bulletin.title,
        summary="\n".join(filter(None, (bulletin.kicker, bulletin.subtitle, bulletin.summary))),
        text=bulletin.body.text,
        subjects=tuple(tag.id for tag in tags if tag.role == "subject"),
        mentioned=tuple(tag.id for tag in tags if tag.role == "mentioned"),
        series=_series(bulletin, host_key(bulletin, tagging.hosts)),
        event=event_key,
        meeting=_meeting(event),
        decisions=tuple(_decisions(awards)),
        campaigns=tuple(_campaigns(awards, bulletin)),
        authors=credits.authors if credits is not None else (),
        event_year=_year(event.date if event else None, bulletin),
        public=public,
        offered=public and bulletin.status == "published" and not expired,
        pinned=tuple(found[0].path for found in pinned if len(found) == 1),
    )


def _series(bulletin: Bulletin, host: str) -> str:
    """Return the series that is written down, or else what the editions of a host's event share."""
    event = bulletin.event
    if event is None:
        return ""
    if event.series:
        return fold_exact(event.series)
    return f"{host}: {fold_exact(_NUMBERS.sub('', event.name))}" if host else ""


def _meeting(event: Event | None) -> str:
    if event is None or event.date is None or not event.place:
        return ""
    return f"{fold_exact(event.place)}: {event.date}"


def _decisions(awards: Iterable[Award]) -> Iterator[str]:
    for award in awards:
        if award.decision:
            yield f"{fold_exact(award.decision)}: {award.date or fold_exact(award.authority)}"


def _campaigns(awards: Iterable[Award], bulletin: Bulletin) -> Iterator[str]:
    for award in awards:
        if award.authority:
            form, authority = fold_exact(award.form), fold_exact(award.authority)
            yield f"{form}: {authority}: {_year(award.date, bulletin)}"


def _year(day: dt.date | None, bulletin: Bulletin) -> int:
    return (day or bulletin.date.date()).year


def names_of(units: Mapping[str, str], people: Mapping[str, str]) -> dict[str, str]:
    """Return the printed names of units and authors, by kind and id."""
    return {
        **{f"unit {identity}": name for identity, name in units.items()},
        **{f"author {identity}": name for identity, name in people.items()},
    }
