"""What all pages of one build share, and the helpers that declare a page with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from plugins.archives.cards import Card, Category, card_of, category_of
from plugins.archives.metadata import page_metadata, with_metadata
from plugins.archives.selection import Selection
from plugins.archives.views import (
    Crumb,
    FeedLink,
    Metadata,
    NamedLink,
    PageInfo,
    Publisher,
    SocialImage,
    output_path,
)
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.engine.pages import Inputs, Page
from plugins.pictures.renditions import media_url
from plugins.related import Related, RelatedLists
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
class Head:
    """What the head of a page says otherwise than that of most pages.

    ``canonical`` is the root-relative address of another page that this one stands for. ``image``
    is the picture for shared links, else the site's own. ``describe`` makes the metadata.
    """

    canonical: str = ""
    noindex: bool = False
    image: SocialImage | None = None
    describe: Callable[[Inputs], Metadata] = page_metadata


HEAD = Head()


@dataclass(frozen=True, slots=True)
class Site:
    """One build's bulletins and where everything lies.

    ``unit_links`` are the places of a body that name a unit first, by the bulletin's path.
    ``addresses`` maps a file below the content folder to its public address: pages that exist and
    media. ``cards`` are those of every bulletin that has a page. ``feeds`` are those that exist, by
    the address of the page whose news they bring. ``image`` stands for pages without one of their
    own where they are shared. ``related`` are the lists below bulletins. ``agency`` and
    ``emblem_url`` are the newsroom's.
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
    related: RelatedLists = field(default_factory=lambda: RelatedLists({}))
    agency: str = ""
    emblem_url: str = ""
    feeds: Mapping[str, FeedLink] = field(default_factory=dict)
    image: SocialImage | None = None

    def categories(self) -> list[Category]:
        """Return the categories that have a list, in the order of the vocabulary."""
        used = {bulletin.category for bulletin in self.selection.listed}
        return [category_of(choice.id) for choice in CATEGORIES.choices if choice.id in used]

    def related_to(self, path: str) -> tuple[tuple[Card, Related], ...]:
        """Return the bulletins to read after one, with score and reasons, in their order."""
        return tuple(
            (self.cards[entry.path], entry)
            for entry in self.related.of(path)
            if entry.path in self.cards
        )

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
        head: Head = HEAD,
        view: Callable[[Inputs], Inputs] | None = None,
        **inputs: Any,
    ) -> Page:
        """Declare one page of the site.

        Args:
            url: its root-relative address.
            template: name of a template of the theme.
            title: its name, as plain text.
            description: one sentence about it.
            kind: what styles and scripts tell pages apart by.
            lang: the language of its text.
            crumbs: the path to it. Feeds of all steps are offered.
            head: what its head says otherwise than most.
            view: makes the template's variables when the page is rendered; the inputs by default.
            inputs: all else that it shows.
        """
        address = f"{self.siteurl}{head.canonical or url}" if self.siteurl else ""
        feeds = (self.feeds.get(place) for place in (*(crumb.url for crumb in crumbs), url))
        info = PageInfo(
            url,
            title,
            description,
            address,
            lang,
            kind,
            image=head.image or self.image,
            feeds=tuple(feed for feed in feeds if feed is not None),
            noindex=head.noindex,
        )
        publisher = Publisher(self.name, self.agency or self.name, self.siteurl, self.emblem_url)
        values = {"page": info, "crumbs": crumbs, "publisher": publisher, **inputs}
        return Page(output_path(url), template, values, partial(with_metadata, head.describe, view))


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
