"""The plugin's stage: from bulletins and tags to declared pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.archives import list_pages
from plugins.archives.award_data import award_files
from plugins.archives.awards import Awards, collect_awards
from plugins.archives.bulletin_pages import bulletin_pages, static_pages
from plugins.archives.calendar import calendar_file
from plugins.archives.credits import credits_of
from plugins.archives.data_pages import data_pages, published_sets
from plugins.archives.dictionary import OPEN_DATA
from plugins.archives.directory_pages import Directories, directories_of, foreign
from plugins.archives.document_pages import DOCUMENTS, ListedDocument, document_pages, documents_of
from plugins.archives.feeds import feed_files, plan_feeds
from plugins.archives.formats import FILTERS
from plugins.archives.fragments import notices_fragment
from plugins.archives.front_page import front_page
from plugins.archives.honour_pages import honour_pages
from plugins.archives.honour_roll import HONOUR_ROLL
from plugins.archives.media_copies import (
    Pages,
    document_copies,
    emblem_url,
    wanted_photos,
)
from plugins.archives.moments import moments
from plugins.archives.open_data import bulletins_by_year
from plugins.archives.person_pages import person_pages
from plugins.archives.redirects import address_problems, redirect_map, redirect_pages
from plugins.archives.selection import Selection, select
from plugins.archives.settings import ArchivesSettings, site_address
from plugins.archives.site import Site, addresses_of, cards_of
from plugins.archives.site_map import site_map
from plugins.archives.sitemaps import robots, sitemaps
from plugins.archives.social_cards import card_files, default_image, wanted_cards
from plugins.archives.taken_down import left_out, shown_all_the_same
from plugins.archives.unit_pages import unit_pages
from plugins.archives.views import ARCHIVE, PEOPLE, SITE_MAP, UNITS, MenuItem, NamedLink
from plugins.authors.attribution import Attribution
from plugins.authors.people import People
from plugins.bulletins import Reading
from plugins.bulletins.settings import Newsroom
from plugins.engine import Plan, Stage
from plugins.pictures import Pictures
from plugins.related import RelatedLists
from plugins.units.registry import Units
from plugins.units.settings import UnitsSettings
from plugins.units.tagging import Tagging


class ArchivesStage(Stage):
    """Declares every page, data file and photo of the site."""

    def generate_context(self) -> None:
        """Check the addresses that content asks for, and those that were taken down."""
        reading = self.build[Reading]
        self.build.report(address_problems(reading.bulletins, reading.pages))
        self.build.report(shown_all_the_same(reading))

    def generate_output(self, plan: Plan) -> None:
        """Declare the whole site."""
        settings = ArchivesSettings.from_pelican(self.settings)
        newsroom = Newsroom.from_pelican(self.settings)
        attribution = self.build[Attribution]
        engine = self.build.settings
        selection = select(attribution.bulletins, public=engine.public, now=engine.now)
        paths = (bulletin.path for bulletin in selection.paged)
        people = attribution.people_with_pages(self.build[People], paths)
        units = self.build[Units]
        site = self._site(newsroom, selection, people)
        awards = collect_awards(
            selection.listed, units, self.build[People], province=newsroom.province
        )
        documents = documents_of(site)
        calendar = tuple(calendar_file(site))
        records = _records(site, awards, documents)
        feeds = plan_feeds(site, units)
        site = replace(
            site,
            feeds={feed.page_url: feed.link for feed in feeds},
            image=default_image(site),
        )
        self.build.provide(site)
        directories = directories_of(site, newsroom, units, people)
        about = _about(site, directories)
        # The address of the search page; the plugin that makes one says so.
        plan.globals.setdefault("search_url", "")
        plan.globals.update(
            newsroom=newsroom,
            menu=_menu(site, units),
            footer_menu=_footer_menu(people, records, about),
            english_url=directories.english_url,
            preview=not site.public,
            emblem_url=site.emblem_url,
        )
        plan.filters.update(FILTERS)
        shown: Pages = (*site.selection.paged, *site.static_pages)
        plan.add(
            front_page(site, settings, awards),
            *bulletin_pages(site, settings, awards),
            *list_pages.category_pages(site, honour_roll=bool(awards.by_year)),
            *list_pages.archive_pages(site),
            *unit_pages(site, units, awards),
            *person_pages(site, people, units, awards),
            *honour_pages(site, awards),
            *document_pages(site, documents),
            *data_pages(site, awards, calendar=bool(calendar)),
            *directories.pages,
            *static_pages(site, directories.urls),
            site_map(
                site,
                feeds,
                records,
                about,
                units=bool(units.units),
                people=bool(people.persons),
            ),
            *redirect_pages(site),
            *notices_fragment(site, settings),
            list_pages.error_page(site),
            redirect_map(site),
            *bulletins_by_year(site, awards),
            *award_files(awards),
            *calendar,
            *feed_files(site, feeds, newsroom.licence),
            *card_files(site),
            *document_copies(self.content, site.media, shown),
            *self.build[Pictures].files(
                (*wanted_photos(site.media, shown, newsroom.emblem), *wanted_cards(site))
            ),
        )
        plan.add(*sitemaps(site, plan.pages), robots(site, noindex=newsroom.noindex))
        plan.counts["bản tin"] = len(site.selection.paged)
        plan.taken_down += left_out(self.build[Reading].taken_down, plan)
        plan.moments += moments(attribution.bulletins, units, people.persons, engine.timezone)

    def _site(self, newsroom: Newsroom, selection: Selection, people: People) -> Site:
        reading = self.build[Reading]
        engine = self.build.settings
        links = UnitsSettings.from_pelican(self.settings)
        return Site(
            name=newsroom.name,
            tagline=newsroom.tagline,
            agency=newsroom.managing_body,
            emblem_url=emblem_url(newsroom.emblem, reading.media),
            siteurl=site_address(self.settings),
            public=engine.public,
            now=engine.now,
            selection=selection,
            static_pages=reading.pages,
            media=reading.media,
            cards=cards_of(selection, reading.media, engine.now),
            addresses=addresses_of(selection, reading.pages, reading.media),
            credits=credits_of(
                selection.paged,
                people,
                self.build[Attribution],
                self.build[Units],
                self.build[Tagging],
            ),
            unit_links=self.build[Tagging].links if links.link_mentions else {},
            related=self.build[RelatedLists],
        )


def _menu(site: Site, units: Units) -> tuple[MenuItem, ...]:
    items = [MenuItem(category.name, category.url) for category in site.categories()]
    if units.units:
        items.append(MenuItem(UNITS.name, UNITS.url))
    if site.selection.listed:
        items.append(MenuItem(ARCHIVE.name, ARCHIVE.url))
    return tuple(items)


def _records(
    site: Site, awards: Awards, documents: Sequence[ListedDocument]
) -> tuple[NamedLink, ...]:
    """Return the pages that bring together what bulletins carry, those of them that exist."""
    there = (
        (HONOUR_ROLL, awards.by_year),
        (DOCUMENTS, documents),
        (OPEN_DATA, published_sets(site, awards)),
    )
    return tuple(NamedLink(crumb.name, crumb.url) for crumb, content in there if content)


def _about(site: Site, directories: Directories) -> tuple[NamedLink, ...]:
    """Return the pages about the newsroom, those that are made from registries last."""
    others = (page for page in site.static_pages if page.url not in directories.urls)
    return (
        *(NamedLink(page.title, page.url, foreign(page.lang)) for page in others),
        *directories.links,
    )


def _footer_menu(
    people: People, records: Sequence[NamedLink], about: Sequence[NamedLink]
) -> tuple[MenuItem, ...]:
    directories = [MenuItem(PEOPLE.name, PEOPLE.url)] if people.persons else []
    directories += [MenuItem(link.name, link.url, link.lang) for link in (*records, *about)]
    return (*directories, MenuItem(SITE_MAP.name, SITE_MAP.url))
