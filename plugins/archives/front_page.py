"""The front page: the latest, the notices in force, each category, units, and the year's awards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from plugins.archives.awards import Awards
from plugins.archives.cards import Card
from plugins.archives.honour_roll import HonourYear, honour_roll
from plugins.archives.list_pages import NOTICES, notices_in_force
from plugins.archives.selection import on_front_page
from plugins.archives.settings import ArchivesSettings
from plugins.archives.site import Credits, Site
from plugins.archives.views import Section
from plugins.bulletins.records import Bulletin
from plugins.engine.pages import Page

UNITS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class UnitInNews:
    """A unit that a bulletin is about; ``date`` is that of the latest such bulletin."""

    name: str
    url: str
    date: datetime


def front_page(site: Site, settings: ArchivesSettings, awards: Awards) -> Page:
    """Declare the front page.

    The lead story is the latest bulletin that is no notice: a notice of a water cut is no headline.
    A picture stands there once: a drawing that several bulletins share looks like a mistake.
    """
    current = [b for b in site.selection.listed if on_front_page(b, site.now)]
    news = [site.cards[bulletin.path] for bulletin in current if bulletin.category != NOTICES]
    lead = news[0] if news else None
    latest = news[1 : 1 + settings.front_latest]
    shown = {card.path for card in (*news[:1], *latest)}
    pictures = {lead.cover.url} if lead and lead.cover else set[str]()
    sections = []
    for category in site.categories():
        cards = [card for card in news if card.category == category and card.path not in shown]
        if cards:
            chosen = without_repeats(cards[: settings.front_section], pictures)
            sections.append(Section(category, tuple(chosen)))
    return site.page(
        "/",
        "index.html",
        title=site.name,
        description=site.tagline,
        kind="front",
        lead=lead,
        latest=tuple(latest),
        sections=tuple(sections),
        notices=notices_in_force(site)[: settings.front_notices],
        units=tuple(units_in_news(current, site))[:UNITS_SHOWN],
        roll=latest_roll(awards),
    )


def without_repeats(cards: Iterable[Card], pictures: set[str]) -> Iterator[Card]:
    """Leave out pictures that were shown before.

    Args:
        cards: in the order in which they are shown.
        pictures: the addresses of those shown so far; those shown here are added.
    """
    for card in cards:
        if card.cover is not None and card.cover.url in pictures:
            yield replace(card, cover=None)
        else:
            pictures.update([card.cover.url] if card.cover else [])
            yield card


def units_in_news(bulletins: Iterable[Bulletin], site: Site) -> Iterator[UnitInNews]:
    """Return the main unit of each bulletin, each unit once.

    Args:
        bulletins: newest first.
        site: the build. The main unit is the first that a bulletin is about.
    """
    seen: set[str] = set()
    for bulletin in bulletins:
        units = site.credits.get(bulletin.path, Credits()).units
        main = next((unit for unit in units if unit.role == "subject" and unit.url), None)
        if main is not None and main.id not in seen:
            seen.add(main.id)
            yield UnitInNews(main.name, main.url, bulletin.date)


def latest_roll(awards: Awards) -> HonourYear | None:
    """Return the latest year in which awards were given, without its rows; None without any."""
    for year in honour_roll(awards).years:
        if year.given:
            return replace(year, rows=(), totals=())
    return None
