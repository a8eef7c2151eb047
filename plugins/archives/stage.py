"""The plugin's stage: from bulletins and tags to declared pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.archives import list_pages
from plugins.archives.bulletin_pages import bulletin_pages, static_pages
from plugins.archives.formats import FILTERS
from plugins.archives.open_data import bulletins_by_year
from plugins.archives.selection import Selection, select
from plugins.archives.settings import ArchivesSettings
from plugins.archives.site import (
    Credits,
    PersonRef,
    Site,
    UnitRef,
    addresses_of,
    cards_of,
)
from plugins.archives.views import ARCHIVE, MenuItem
from plugins.authors.attribution import Attribution
from plugins.authors.people import People
from plugins.bulletins import Reading
from plugins.bulletins.media import media_url
from plugins.bulletins.settings import Newsroom
from plugins.engine import FileCopy, Plan, Stage
from plugins.units.registry import Units
from plugins.units.tagging import Tagging


class ArchivesStage(Stage):
    """Declares every page, data file and photo of the site."""

    def generate_output(self, plan: Plan) -> None:
        """Declare the whole site."""
        settings = ArchivesSettings.from_pelican(self.settings)
        newsroom = Newsroom.from_pelican(self.settings)
        site = self._site(newsroom)
        plan.globals.update(
            newsroom=newsroom,
            menu=_menu(site),
            footer_menu=tuple(MenuItem(page.title, page.url) for page in site.static_pages),
            preview=not site.public,
            emblem_url=self._emblem_url(newsroom, site),
        )
        plan.filters.update(FILTERS)
        plan.add(
            list_pages.front_page(site, settings),
            *bulletin_pages(site, settings),
            *list_pages.category_pages(site),
            *list_pages.archive_pages(site),
            *static_pages(site),
            list_pages.error_page(site),
            *bulletins_by_year(site),
            *_media_copies(site, self.content, newsroom.emblem),
        )
        plan.counts["bản tin"] = len(site.selection.paged)

    def _site(self, newsroom: Newsroom) -> Site:
        reading = self.build[Reading]
        engine = self.build.settings
        selection = select(reading.bulletins, public=engine.public, now=engine.now)
        return Site(
            name=newsroom.name,
            tagline=newsroom.tagline,
            siteurl=self.settings["SITEURL"].rstrip("/"),
            public=engine.public,
            now=engine.now,
            selection=selection,
            static_pages=reading.pages,
            media=reading.media,
            cards=cards_of(selection, reading.media, engine.now),
            addresses=addresses_of(selection, reading.pages, reading.media),
            credits=self._credits(selection),
        )

    def _credits(self, selection: Selection) -> dict[str, Credits]:
        people, units = self.build[People], self.build[Units]
        attribution, tagging = self.build[Attribution], self.build[Tagging]

        def refs(ids: tuple[str, ...]) -> tuple[PersonRef, ...]:
            return tuple(PersonRef(person, people.by_id[person].name) for person in ids)

        return {
            bulletin.path: Credits(
                authors=refs(attribution.credits[bulletin.path].authors),
                photographers=refs(attribution.credits[bulletin.path].photographers),
                units=tuple(
                    UnitRef(tag.id, units.by_id[tag.id].name, tag.role)
                    for tag in tagging.tags[bulletin.path]
                ),
            )
            for bulletin in selection.paged
        }

    def _emblem_url(self, newsroom: Newsroom, site: Site) -> str:
        return media_url(site.media[newsroom.emblem]) if newsroom.emblem else ""


def _menu(site: Site) -> tuple[MenuItem, ...]:
    items = [MenuItem(category.name, category.url) for category in site.categories()]
    if site.selection.listed:
        items.append(MenuItem(ARCHIVE.name, ARCHIVE.url))
    return tuple(items)


def _media_copies(site: Site, content: Path, emblem: str) -> Iterator[FileCopy]:
    """Declare the photos and attachments of what has a page; no others are published."""
    used = {emblem} if emblem else set()
    for page in (*site.selection.paged, *site.static_pages):
        used.update(image.target for image in page.body.images)
        used.update(link.target for link in page.body.links if link.kind == "file")
    for bulletin in site.selection.paged:
        if bulletin.cover:
            used.add(bulletin.cover.target)
        used.update(document.file for document in bulletin.documents if document.file)
    published = {media_url(file): file for path, file in site.media.items() if path in used}
    for url, file in sorted(published.items()):
        yield FileCopy(url.removeprefix("/"), content / file.path, file.sha256)
