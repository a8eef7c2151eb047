"""What all pages of one build share, and the helpers that declare a page with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plugins.archives.cards import Card, Category, card_of, category_of
from plugins.archives.selection import Selection
from plugins.archives.views import Crumb, NamedLink, PageInfo, output_path
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.media import MediaFile, media_url
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.engine.pages import Inputs, Page
from plugins.units.mentions import UnitLink


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A registered person; ``url`` is "" when the person has no page."""

    id: str
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A registered unit and its role in a bulletin: ``subject`` or ``mentioned``."""

    id: str
    name: str
    role: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who made a bulletin, whom it is about, and who held the event that it reports."""

    authors: tuple[PersonRef, ...] = ()
    photographers: tuple[PersonRef, ...] = ()
    units: tuple[UnitRef, ...] = ()
    host: NamedLink | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """One build's bulletins and where everything lies.

    ``unit_links`` are the places of a body that name a unit first, by the bulletin's path.
    ``addresses`` maps a file below the content folder to its public address: pages that exist and
    media. ``cards`` are those of every bulletin that has a page.
    """

    name: str
    tagline: str
    siteurl: str
    public: bool
    now: datetime
    selection: Selection
    static_pages: tuple[StaticPage, ...]
    media: Mapping[str, MediaFile]
    cards: Mapping[str, Card]
    addresses: Mapping[str, str]
    credits: Mapping[str, Credits]
    unit_links: Mapping[str, tuple[UnitLink, ...]]

    def categories(self) -> list[Category]:
        """Return the categories that have a list, in the order of the vocabulary."""
        used = {bulletin.category for bulletin in self.selection.listed}
        return [category_of(choice.id) for choice in CATEGORIES.choices if choice.id in used]

    def listed_cards(self) -> list[Card]:
        """Return the cards of all bulletins that stand in lists, newest first."""
        return [self.cards[bulletin.path] for bulletin in self.selection.listed]

    def page(
        self,
        url: str,
        template: str,
        *,
        title: str,
        description: str = "",
        kind: str,
        lang: str = "vi",
        crumbs: tuple[Crumb, ...] = (),
        view: Callable[[Inputs], Inputs] | None = None,
        **inputs: Any,
    ) -> Page:
        """Declare one page of the site."""
        canonical = f"{self.siteurl}{url}" if self.siteurl else ""
        info = PageInfo(url, title, description, canonical, lang, kind)
        values = {"page": info, "crumbs": crumbs, **inputs}
        path = output_path(url)
        return Page(path, template, values, view) if view else Page(path, template, values)


def addresses_of(
    selection: Selection, static_pages: tuple[StaticPage, ...], media: Mapping[str, MediaFile]
) -> dict[str, str]:
    """Map every content file that is published to its address."""
    found = {file.path: media_url(file) for file in media.values()}
    pages: tuple[Bulletin | StaticPage, ...] = (*selection.paged, *static_pages)
    found.update({page.path: page.url for page in pages})
    return found


def cards_of(
    selection: Selection, media: Mapping[str, MediaFile], now: datetime
) -> dict[str, Card]:
    """Make the card of every bulletin that has a page."""
    return {bulletin.path: card_of(bulletin, media, now) for bulletin in selection.paged}
