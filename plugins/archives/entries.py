"""The bulletins of each unit and each person, and how their lists are shown.

A bulletin stands once in the list of a unit or person, under the part that they take in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.archives.cards import Card
from plugins.archives.lists import ListPage, cut
from plugins.archives.site import Credits, Site
from plugins.archives.views import YearLink


@dataclass(frozen=True, slots=True)
class Part:
    """What a bulletin is to a unit or a person.

    ``heading`` stands above the bulletins of one part, ``note`` at each bulletin of a list that
    mixes the parts ("" for the usual one). ``id`` is the heading's anchor.
    """

    id: str
    heading: str
    note: str = ""


SUBJECT = Part("tin-ve-don-vi", "Tin về đơn vị")
MENTIONED = Part("tin-nhac-toi", "Tin có nhắc tới", "Được nhắc tới")
UNIT_PARTS = (SUBJECT, MENTIONED)

WROTE_AND_PHOTOGRAPHED = Part("viet-va-chup-anh", "Viết bài và chụp ảnh", "Tin, ảnh")
WROTE = Part("viet-bai", "Viết bài")
PHOTOGRAPHED = Part("chup-anh", "Chụp ảnh", "Ảnh")
PERSON_PARTS = (WROTE_AND_PHOTOGRAPHED, WROTE, PHOTOGRAPHED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A bulletin in the list of a unit or person."""

    part: Part
    card: Card


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Bulletins under one heading."""

    id: str
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PartCount:
    """How many bulletins belong to a part."""

    heading: str
    count: int


@dataclass(frozen=True, slots=True)
class News:
    """The bulletins that the page of a unit or person shows; nothing when there are none.

    A short list stands there whole, a group for each part. Of a long one the latest stand there in
    one group, with the counts of the parts and the ``years`` under which all are filed.
    """

    groups: tuple[CardGroup, ...] = ()
    counts: tuple[PartCount, ...] = ()
    years: tuple[YearLink, ...] = ()


def by_unit(site: Site) -> dict[str, list[Entry]]:
    """Return the listed bulletins of each unit, newest first; no entry for units without any."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for bulletin in site.selection.listed:
        given = site.credits.get(bulletin.path, Credits())
        parts: dict[str, Part] = {}
        for unit in given.units:
            if unit.role == "subject":
                parts[unit.id] = SUBJECT
            else:
                parts.setdefault(unit.id, MENTIONED)
        _file(found, parts, site.cards[bulletin.path])
    return found


def by_person(site: Site) -> dict[str, list[Entry]]:
    """Return the listed bulletins of each person, newest first; no entry for people without any."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for bulletin in site.selection.listed:
        given = site.credits.get(bulletin.path, Credits())
        parts = {person.id: WROTE for person in given.authors}
        for person in given.photographers:
            parts[person.id] = WROTE_AND_PHOTOGRAPHED if person.id in parts else PHOTOGRAPHED
        _file(found, parts, site.cards[bulletin.path])
    return found


def _file(found: Mapping[str, list[Entry]], parts: Mapping[str, Part], card: Card) -> None:
    for identity, part in parts.items():
        found[identity].append(Entry(part, card))


def count(entries: Iterable[Entry], *parts: Part) -> int:
    """Count the entries of some parts."""
    return sum(entry.part in parts for entry in entries)


def news_of(
    url: str, entries: Sequence[Entry], parts: Sequence[Part]
) -> tuple[News, list[ListPage[Card]]]:
    """Lay out the list of a unit or person.

    Args:
        url: the address of the unit's or person's page.
        entries: its bulletins, newest first.
        parts: the parts there are, in the order of their headings.

    Returns:
        What the page itself shows, and the pages of a long list that stand below it, by year.
    """
    pages = cut(url, entries, lambda entry: entry.card.date.year)
    if len(pages) <= 1:
        groups = (
            CardGroup(
                part.id, part.heading, tuple(entry.card for entry in entries if entry.part == part)
            )
            for part in parts
        )
        return News(groups=tuple(group for group in groups if group.cards)), []
    front, *rest = (_noted(page) for page in pages)
    counts = (PartCount(part.heading, count(entries, part)) for part in parts)
    news = News(
        groups=(CardGroup("moi-nhat", "Tin mới nhất", front.entries),),
        counts=tuple(item for item in counts if item.count),
        years=tuple(
            YearLink(year.year, year.count, year.url, current=False) for year in front.years
        ),
    )
    return news, rest


def _noted(page: ListPage[Entry]) -> ListPage[Card]:
    """Turn entries into cards that say which part the bulletin is."""
    return ListPage(
        url=page.url,
        entries=tuple(
            replace(entry.card, note=entry.part.note) if entry.part.note else entry.card
            for entry in page.entries
        ),
        year=page.year,
        number=page.number,
        years=page.years,
        older_url=page.older_url,
        newer_url=page.newer_url,
    )
