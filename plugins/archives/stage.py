"""The plugin's stage: from bulletins and tags to declared pages."""

from __future__ import annotations

from plugins.archives import list_pages
from plugins.archives.bulletin_pages import bulletin_pages, static_pages
from plugins.archives.formats import FILTERS
from plugins.archives.media_copies import emblem_url, media_copies
from plugins.archives.open_data import bulletins_by_year
from plugins.archives.selection import Selection, select
from plugins.archives.settings import ArchivesSettings, site_address
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
from plugins.bulletins.settings import Newsroom
from plugins.engine import Plan, Stage
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
            emblem_url=emblem_url(newsroom.emblem, site.media),
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
            *media_copies(
                self.content,
                site.media,
                (*site.selection.paged, *site.static_pages),
                newsroom.emblem,
            ),
        )
        plan.counts["bản tin"] = len(site.selection.paged)

    def _site(self, newsroom: Newsroom) -> Site:
        reading = self.build[Reading]
        engine = self.build.settings
        selection = select(reading.bulletins, public=engine.public, now=engine.now)
        return Site(
            name=newsroom.name,
            tagline=newsroom.tagline,
            siteurl=site_address(self.settings),
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


def _menu(site: Site) -> tuple[MenuItem, ...]:
    items = [MenuItem(category.name, category.url) for category in site.categories()]
    if site.selection.listed:
        items.append(MenuItem(ARCHIVE.name, ARCHIVE.url))
    return tuple(items)
